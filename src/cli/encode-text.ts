import iconv from 'iconv-lite';

export type WrittenEncoding = 'same' | 'utf8' | 'gb18030';

/** Text as bytes, in the encoding a file came in (as `Table.encoding` names it) or in the one asked for. */
export function encodeText(text: string, asked: WrittenEncoding, came: string): Uint8Array {
  const encoding = asked === 'same' ? came : asked;
  switch (encoding) {
    case 'gb18030':
      return iconv.encode(text, 'gb18030');
    case 'utf-8-bom':
      return Buffer.from(`\uFEFF${text}`, 'utf8');
    case 'utf-16le':
    case 'utf-16be':
      return iconv.encode(text, encoding, { addBOM: true });
    case 'big5':
      return iconv.encode(text, 'big5');
    default:
      return Buffer.from(text, 'utf8');
  }
}
