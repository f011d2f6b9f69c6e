/**
 * Text as GB18030 bytes, of which GBK is the part with two bytes: what Chinese offices still ask for. The tables are those of
 * the platform's own TextDecoder, read backwards once: what it writes, it reads.
 */
const LEAD = { from: 0x81, to: 0xfe };
/** Four-byte codes of the basic plane: 0x81308130 to 0x8431A439. */
const FOUR_BYTE_CODES = 39_420;

let known: Uint32Array | undefined;

/** Code by UTF-16 unit, big-endian in one number; 0: none. */
function codes(): Uint32Array {
  known ??= readBackwards();
  return known;
}

function readBackwards(): Uint32Array {
  const table = new Uint32Array(0x10000);
  const decoder = new TextDecoder('gb18030');
  const learn = (bytes: number[]) => {
    const text = decoder.decode(Uint8Array.from(bytes));
    if (text.length !== 1 || text === '\ufffd') return;
    const unit = text.charCodeAt(0);
    // Two bytes come first: they are what a GBK reader knows.
    if (table[unit] === 0) table[unit] = bytes.reduce((code, byte) => code * 256 + byte, 0);
  };
  for (let lead = LEAD.from; lead <= LEAD.to; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) if (trail !== 0x7f) learn([lead, trail]);
  }
  for (let pointer = 0; pointer < FOUR_BYTE_CODES; pointer++) learn(fourBytes(pointer));
  return table;
}

function fourBytes(pointer: number): number[] {
  return [
    LEAD.from + Math.floor(pointer / 12_600),
    0x30 + (Math.floor(pointer / 1260) % 10),
    0x81 + (Math.floor(pointer / 10) % 126),
    0x30 + (pointer % 10),
  ];
}

/** Beyond the basic plane the codes follow each other from 0x90308130 on. */
const SUPPLEMENTARY = 189_000;

/** A lone surrogate, which is no character, becomes a question mark. */
export function encodeGb18030(text: string): Uint8Array {
  const table = codes();
  const bytes = new Uint8Array(text.length * 4);
  let end = 0;
  const put = (more: number[]) => {
    for (const byte of more) bytes[end++] = byte;
  };
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    if (point < 0x80) put([point]);
    else if (point > 0xffff) put(fourBytes(SUPPLEMENTARY + point - 0x10000));
    else if (table[point] === 0) put([0x3f]);
    else if (table[point] < 0x10000) put([table[point] >> 8, table[point] & 0xff]);
    else put([24, 16, 8, 0].map((shift) => (table[point] >>> shift) & 0xff));
  }
  return bytes.slice(0, end);
}
