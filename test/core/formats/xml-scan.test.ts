import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { XmlScanner } from '../../../src/core/formats/xml-scan.ts';
import { unusable } from '../../builders/files.ts';

/** Everything told about the text, handed over in pieces of so many characters. */
function told(xml: string, size = xml.length): string[] {
  const events: string[] = [];
  const scanner = new XmlScanner(
    {
      start: (name, attributes) => events.push(`<${name} ${JSON.stringify([...attributes])}`),
      end: (name) => events.push(`</${name}`),
      text: (text) => events.push(text),
    },
    'test.xml',
  );
  for (let at = 0; at < xml.length; at += size) scanner.push(xml.slice(at, at + size));
  scanner.finish();
  return events;
}

const DOCUMENT = `\ufeff<?xml version="1.0"?>
<!-- a > b -- <osm> -->
<osm version='0.6'>
  <tag k="a&amp;b" v = "&lt;&#20013;&#x6587;&gt; > '" /><empty/>
  text &quot;here&quot;<![CDATA[ & <there>]]>
</osm ><!---->`;

describe('the XML scanner', () => {
  it('tells tags, attributes and text, and the same in pieces of any size', () => {
    const all = told(DOCUMENT);
    expect(all).toEqual([
      '<osm [["version","0.6"]]',
      '<tag [["k","a&b"],["v","<中文> > \'"]]',
      '</tag',
      '<empty []',
      '</empty',
      '\n  text "here" & <there>\n',
      '</osm',
    ]);
    for (let size = 1; size < 40; size++) expect(told(DOCUMENT, size)).toEqual(all);
  });

  it('refuses document types and entities it does not know', async () => {
    const bomb = '<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol">]><osm>&lol;</osm>';
    expect((await unusable(() => told(bomb))).code).toBe('xml-doctype');
    expect((await unusable(() => told('<!ENTITY a "b"><osm/>'))).code).toBe('xml-doctype');
    const unknown = await unusable(() => told('<osm><t v="&lol;"/></osm>'));
    expect(unknown).toMatchObject({ code: 'xml-malformed', file: 'test.xml', values: { text: '&lol;' } });
  });

  it('names what is malformed', async () => {
    for (const xml of [
      '<a></b>',
      '<a/><b/>',
      'x<a/>',
      '<a b></a>',
      '<a b="1"c></a>',
      '< a/>',
      '<a>&#0;</a>',
      '</a>',
    ])
      expect((await unusable(() => told(xml))).code, xml).toBe('xml-malformed');
  });

  it('says so wherever the text is cut', async () => {
    const document = DOCUMENT.slice(0, DOCUMENT.indexOf('</osm'));
    for (let length = 0; length < document.length; length++) {
      const cut = document.slice(0, length);
      expect((await unusable(() => told(cut, 7))).code, cut).toBe('xml-truncated');
    }
  });

  it('is bounded: a token without end and nesting without end are refused', async () => {
    expect((await unusable(() => told(`<a b="${'x'.repeat(5_000_000)}`, 65_536))).code).toBe('xml-malformed');
    expect((await unusable(() => told('<a>'.repeat(200)))).code).toBe('xml-malformed');
    const quick = performance.now();
    await unusable(() => told('<a/>'.repeat(200_000)));
    expect(() => told(`<r>${'<a></a>'.repeat(200_000)}</r>`)).not.toThrow();
    expect(performance.now() - quick).toBeLessThan(5000);
  });

  it('never throws anything but UnusableData', async () => {
    const pieces = fc.array(
      fc.constantFrom(
        '<',
        '>',
        '/',
        '"',
        "'",
        '=',
        '&',
        ';',
        '!',
        '--',
        '?',
        'a',
        ' ',
        '<a>',
        '</a>',
        ']]>',
        '<![CDATA[',
      ),
      { maxLength: 40 },
    );
    await fc.assert(
      fc.asyncProperty(pieces, async (parts) => {
        await unusable(() => {
          told(parts.join(''));
          told('<');
        });
      }),
      { seed: 3, numRuns: 2000 },
    );
  });
});
