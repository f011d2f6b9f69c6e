import type { Eisenstein } from './aperture-seven.ts';
import { FACES, type Icosahedron } from './icosahedron.ts';

const SINE_60 = Math.sqrt(3) / 2;

export interface LatticeAxes {
  /** face·6: two vectors; their dot products with a direction, over that of the face's normal, are a and b. */
  forward: Float64Array;
  /** face·6: what one step of a, and of b, is in the plane that touches the unit sphere at the face's centre. */
  inverse: Float64Array;
}

/**
 * The lattice of a resolution on every face. At resolution 0 two steps lead from a face's centre to its corner; two
 * resolutions shrink the steps sevenfold; the odd ones are turned by the angle of π between.
 */
export function latticeAxes(
  { axisU, axisV, cornerDistance }: Icosahedron,
  pi: Eisenstein,
  resolution: number,
): LatticeAxes {
  const isOdd = resolution % 2 === 1;
  // One over the first basis vector, as a complex number.
  const scale = 7 ** (resolution >> 1) / (cornerDistance / 2);
  const real = scale * (isOdd ? pi.a - pi.b / 2 : 1);
  const imaginary = scale * (isOdd ? pi.b * SINE_60 : 0);
  const norm = real * real + imaginary * imaginary;
  const alongX = real / norm;
  const alongY = -imaginary / norm;
  const forward = new Float64Array(FACES * 6);
  const inverse = new Float64Array(FACES * 6);
  for (let face = 0; face < FACES; face++) {
    for (let axis = 0; axis < 3; axis++) {
      const u = axisU[face * 3 + axis];
      const v = axisV[face * 3 + axis];
      const forwardB = (imaginary * u + real * v) / SINE_60;
      forward[face * 6 + axis] = real * u - imaginary * v + forwardB / 2;
      forward[face * 6 + 3 + axis] = forwardB;
      inverse[face * 6 + axis] = alongX * u + alongY * v;
      inverse[face * 6 + 3 + axis] =
        (-alongX / 2 - alongY * SINE_60) * u + (alongX * SINE_60 - alongY / 2) * v;
    }
  }
  return { forward, inverse };
}
