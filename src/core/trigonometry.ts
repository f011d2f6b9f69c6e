/**
 * Sine, cosine and arcs from additions, multiplications, divisions and square roots alone. The language leaves the last
 * bits of Math.sin and its kin to the engine, and engines differ: a browser and Node would write different metres
 * into the ninth digit. These give the same bits everywhere, so the page and the command line give the same bytes.
 * Errors stay within a few units of the last place.
 */
const RADIANS = Math.PI / 180;

/** 1/3!, 1/5! … with alternating signs, for x + x³·(…); enough terms for |x| ≤ π/4. */
const SINE = seriesOf([3, 5, 7, 9, 11, 13, 15, 17]);
/** 1/2!, 1/4! …, for 1 + x²·(…). */
const COSINE = seriesOf([2, 4, 6, 8, 10, 12, 14, 16, 18]);

function seriesOf(powers: number[]): number[] {
  return powers.map((power, k) => {
    let factorial = 1;
    for (let n = 2; n <= power; n++) factorial *= n;
    return (k % 2 === 0 ? -1 : 1) / factorial;
  });
}

function sineNearZero(x: number): number {
  const square = x * x;
  let sum = 0;
  for (let k = SINE.length - 1; k >= 0; k--) sum = sum * square + SINE[k];
  return x + x * square * sum;
}

function cosineNearZero(x: number): number {
  const square = x * x;
  let sum = 0;
  for (let k = COSINE.length - 1; k >= 0; k--) sum = sum * square + COSINE[k];
  return 1 + square * sum;
}

/** Sine of an angle in degrees. */
export function sineOfDegrees(degrees: number): number {
  const quarters = Math.round(degrees / 90);
  const rest = (degrees - quarters * 90) * RADIANS;
  const value = quarters % 2 === 0 ? sineNearZero(rest) : cosineNearZero(rest);
  return (quarters & 2) === 0 ? value : -value;
}

/** Cosine of an angle in degrees. */
export function cosineOfDegrees(degrees: number): number {
  const quarters = Math.round(degrees / 90);
  const rest = (degrees - quarters * 90) * RADIANS;
  const value = quarters % 2 === 0 ? cosineNearZero(rest) : sineNearZero(rest);
  return ((quarters + 1) & 2) === 0 ? value : -value;
}

/** Arcs of the tangents 0, 1/8 … 1, by Newton's method on the series above. */
const STEPS = 8;
const ARC_OF_STEP = Array.from({ length: STEPS + 1 }, (_, k) => {
  const tangent = k / STEPS;
  let arc = tangent / (1 + 0.28 * tangent * tangent);
  for (let round = 0; round < 6; round++) {
    const [sine, cosine] = [sineNearZero(arc), cosineNearZero(arc)];
    arc -= (sine - tangent * cosine) / (cosine + tangent * sine);
  }
  return arc;
});

/** Arc of a tangent in 0 … 1, radians: the nearest step's arc and a short series for the rest. */
function arcOfSmallTangent(tangent: number): number {
  const step = Math.round(tangent * STEPS);
  const nearby = step / STEPS;
  const rest = (tangent - nearby) / (1 + tangent * nearby);
  const square = rest * rest;
  let sum = 0;
  for (let power = 15; power >= 3; power -= 2) sum = sum * square + (power % 4 === 3 ? -1 : 1) / power;
  return ARC_OF_STEP[step] + (rest + rest * square * sum);
}

/** Angle of the direction (x, y) in radians, −π … π, as Math.atan2 gives it. */
export function arcTangent2(y: number, x: number): number {
  const [across, along] = [Math.abs(y), Math.abs(x)];
  if (across === 0 && along === 0) return 0;
  const small =
    across <= along ? arcOfSmallTangent(across / along) : Math.PI / 2 - arcOfSmallTangent(along / across);
  const arc = x < 0 ? Math.PI - small : small;
  return y < 0 ? -arc : arc;
}

/** Arc of a sine in −1 … 1, radians. */
export function arcSine(sine: number): number {
  return arcTangent2(sine, Math.sqrt((1 - sine) * (1 + sine)));
}
