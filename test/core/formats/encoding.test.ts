import fc from 'fast-check';
import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { decodeText } from '../../../src/core/formats/encoding.ts';
import { unusable } from '../../builders/files.ts';

const TEXT = '名称,经度,纬度\n思南路幼儿园,121.46,31.21\n';

test.each([
  ['utf-8', iconv.encode(TEXT, 'utf8')],
  ['utf-8-bom', iconv.encode(TEXT, 'utf8', { addBOM: true })],
  ['gb18030', iconv.encode(TEXT, 'gb18030')],
  ['utf-16le', iconv.encode(TEXT, 'utf-16le', { addBOM: true })],
  ['utf-16le', iconv.encode(TEXT, 'utf-16le', { addBOM: false })],
  ['utf-16be', iconv.encode(TEXT, 'utf-16be', { addBOM: true })],
  ['utf-16be', iconv.encode(TEXT, 'utf-16be', { addBOM: false })],
])('a Chinese table is read in %s', (encoding, bytes) => {
  expect(decodeText(new Uint8Array(bytes))).toEqual({ text: TEXT, encoding, issues: [] });
});

test('any text without control characters survives UTF-8', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      fc.pre(!text.includes('\0') && !text.startsWith('\ufeff') && !/\p{Surrogate}/u.test(text));
      fc.pre(!/^(GIF8|%PDF|Rar!|SQLite f)/.test(text));
      expect(decodeText(new TextEncoder().encode(text)).text).toBe(text);
    }),
  );
});

test('a UTF-8 text cut inside a character stays UTF-8, with a warning', () => {
  const whole = new TextEncoder().encode(`${TEXT.repeat(20)}园`);
  const { encoding, issues } = decodeText(whole.subarray(0, whole.length - 1), 'cut.csv');
  expect(encoding).toBe('utf-8');
  expect(issues).toEqual([
    {
      severity: 'warning',
      code: 'encoding-damaged',
      file: 'cut.csv',
      values: { encoding: 'utf-8', count: 1 },
    },
  ]);
});

test.each([
  ['PNG', [0x89, 0x50, 0x4e, 0x47, 0x0d]],
  ['PDF', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['ZIP', [0x50, 0x4b, 0x03, 0x04]],
  ['XLS', [0xd0, 0xcf, 0x11, 0xe0]],
  ['binary', [1, 0, 0, 0, 7, 0, 0, 0, 9, 9, 0, 0]],
])('binary content is refused: %s', async (kind, bytes) => {
  const issue = await unusable(() => decodeText(Uint8Array.from(bytes), 'x.csv'));
  expect(issue).toMatchObject({ code: 'file-binary', file: 'x.csv', values: { kind } });
});
