/** Damage of the kinds that disks, cables, mail programs and attackers do. All of it comes from the given random numbers. */
type Random = () => number;
type Mutation = (bytes: Uint8Array, random: Random) => Uint8Array;

const upTo = (random: Random, most: number) => Math.floor(random() * most);

/** A few bits the other way round. */
const flip: Mutation = (bytes, random) => {
  const out = bytes.slice();
  for (let n = 1 + upTo(random, 16); n > 0 && out.length > 0; n--)
    out[upTo(random, out.length)] ^= 1 << upTo(random, 8);
  return out;
};

/** The end is missing, or a piece of the middle. */
const cut: Mutation = (bytes, random) => {
  const from = upTo(random, bytes.length);
  const to = random() < 0.5 ? bytes.length : from + upTo(random, bytes.length - from);
  return join(bytes.subarray(0, from), bytes.subarray(to));
};

/** A piece stands somewhere else as well. */
const splice: Mutation = (bytes, random) => {
  const from = upTo(random, bytes.length);
  const piece = bytes.subarray(from, from + upTo(random, Math.min(2000, bytes.length - from)));
  const at = upTo(random, bytes.length);
  const over = random() < 0.5 ? at : Math.min(bytes.length, at + piece.length);
  return join(bytes.subarray(0, at), piece, bytes.subarray(over));
};

/** A run of one value: lost sectors, lengths and counts that are zero or enormous. */
const fill: Mutation = (bytes, random) => {
  const out = bytes.slice();
  const at = upTo(random, out.length);
  out.fill([0, 255, 127, 128, 32][upTo(random, 5)], at, at + 1 + upTo(random, random() < 0.7 ? 8 : 500));
  return out;
};

const TOKENS = [
  '"',
  '<',
  '&',
  '\0',
  '<!DOCTYPE a [',
  ']]>',
  '{',
  '[',
  '1e999',
  '-',
  '\n',
  ',',
  '١',
  '\ufeff',
  '🂡',
];

/** Something that means something. */
const insert: Mutation = (bytes, random) => {
  const token = new TextEncoder().encode(TOKENS[upTo(random, TOKENS.length)].repeat(1 + upTo(random, 20)));
  const at = upTo(random, bytes.length);
  return join(bytes.subarray(0, at), token, bytes.subarray(at));
};

const MUTATIONS: readonly Mutation[] = [flip, flip, cut, splice, fill, insert];

/** One to three mutations in a row. */
export function mutate(bytes: Uint8Array, random: Random): Uint8Array {
  let out = bytes;
  for (let n = 1 + upTo(random, 3); n > 0; n--) out = MUTATIONS[upTo(random, MUTATIONS.length)](out, random);
  return out;
}

function join(...pieces: Uint8Array[]): Uint8Array {
  const out = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    out.set(piece, at);
    at += piece.length;
  }
  return out;
}
