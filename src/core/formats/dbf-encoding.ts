import type { Issue } from '../issue.ts';
import { decodeStrict } from './encoding.ts';

export interface DbfDecoder {
  encoding: string;
  decode(bytes: Uint8Array): string;
  issue?: Issue;
}

/** dBASE language driver ids that say something definite. 0x57 ("ANSI") is written by default, whatever is inside. */
const LANGUAGE_DRIVERS: Readonly<Record<number, string>> = {
  3: 'windows-1252',
  19: 'shift_jis',
  77: 'gb18030',
  78: 'euc-kr',
  79: 'big5',
  120: 'big5',
  121: 'euc-kr',
  122: 'gb18030',
  123: 'shift_jis',
};

/** A multi-byte character may be cut at the end of a field, so a few cells of a rightly guessed encoding can fail. */
const FAILING_SHARE = 0.1;

/** .cpg, else language byte, else strict UTF-8, else GB18030. What is declared but does not fit is replaced and named. */
export function chooseEncoding(
  codePage: string,
  languageByte: number,
  sample: Uint8Array[],
  file: string,
): DbfDecoder {
  const declared = labelOf(codePage) ?? LANGUAGE_DRIVERS[languageByte];
  if (declared && fits(declared, sample)) return decoderOf(declared);
  const found = fits('utf-8', sample) ? 'utf-8' : 'gb18030';
  if (!declared || declared === found) return decoderOf(found);
  const values = { declared, used: found };
  return { ...decoderOf(found), issue: { severity: 'warning', code: 'dbf-encoding-mismatch', file, values } };
}

function fits(label: string, sample: Uint8Array[]): boolean {
  const failing = sample.filter((bytes) => decodeStrict(bytes, label) === undefined).length;
  return failing <= sample.length * FAILING_SHARE;
}

function labelOf(codePage: string): string | undefined {
  const text = codePage.trim().toLowerCase();
  if (text === '') return undefined;
  if (/utf-?8|65001/.test(text)) return 'utf-8';
  if (/gbk|gb2312|gb-?18030|\b(cp|ansi )?936\b/.test(text)) return 'gb18030';
  if (/big-?5|950/.test(text)) return 'big5';
  const label = /^(ansi |cp)?(125\d)$/.test(text) ? `windows-${text.slice(-4)}` : text;
  try {
    new TextDecoder(label);
    return label;
  } catch {
    return undefined;
  }
}

function decoderOf(encoding: string): DbfDecoder {
  const decoder = new TextDecoder(encoding);
  return { encoding, decode: (bytes) => decoder.decode(bytes).replace(/\ufffd+$/, '') };
}
