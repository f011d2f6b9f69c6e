import type { XmlAttributes, XmlListener } from './xml-scan.ts';
import { localName } from './zip-xml.ts';

/** A sheet as the workbook lists it. */
export interface SheetEntry {
  name: string;
  relation: string;
  isHidden: boolean;
}

/** `xl/workbook.xml`: the sheets in the order of their tabs, and from which year days are counted. */
export class WorkbookListener implements XmlListener {
  readonly sheets: SheetEntry[] = [];
  countsFrom1904 = false;

  start(name: string, attributes: XmlAttributes): void {
    const local = localName(name);
    if (local === 'workbookPr') this.countsFrom1904 = isTrue(attributes.get('date1904'));
    if (local !== 'sheet') return;
    this.sheets.push({
      name: attributes.get('name') ?? '',
      relation: byLocalName(attributes, 'id') ?? '',
      isHidden: (attributes.get('state') ?? 'visible') !== 'visible',
    });
  }

  end(): void {
    // Everything is said in attributes.
  }
}

export interface Relation {
  target: string;
  /** Last word of the type: `worksheet`, `sharedStrings`, `styles`, `chartsheet` … */
  kind: string;
}

/** A `.rels` part: where the parts of the workbook lie, by id. */
export class RelationsListener implements XmlListener {
  readonly relations = new Map<string, Relation>();

  start(name: string, attributes: XmlAttributes): void {
    if (localName(name) !== 'Relationship') return;
    const kind = (attributes.get('Type') ?? '').split('/').at(-1) ?? '';
    this.relations.set(attributes.get('Id') ?? '', { target: attributes.get('Target') ?? '', kind });
  }

  end(): void {
    // Everything is said in attributes.
  }
}

/** `xl/sharedStrings.xml`: texts that cells refer to by number. Runs of one text are joined, readings (rPh) left out. */
export class SharedStringsListener implements XmlListener {
  readonly texts: string[] = [];
  private current = '';
  private isText = false;
  private isReading = false;

  start(name: string): void {
    const local = localName(name);
    if (local === 'si') this.current = '';
    else if (local === 'rPh') this.isReading = true;
    else if (local === 't') this.isText = !this.isReading;
  }

  end(name: string): void {
    const local = localName(name);
    if (local === 'si') this.texts.push(unescaped(this.current));
    else if (local === 'rPh') this.isReading = false;
    else if (local === 't') this.isText = false;
  }

  text(text: string): void {
    if (this.isText) this.current += text;
  }
}

/** Characters that XML cannot hold are written `_x000D_` (ECMA-376 part 1, 22.9.2.19). */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => {
    const value = Number.parseInt(code, 16);
    return value === 0x0d ? '' : String.fromCharCode(value);
  });
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}

function byLocalName(attributes: XmlAttributes, name: string): string | undefined {
  for (const [key, value] of attributes) if (key.includes(':') && localName(key) === name) return value;
  return undefined;
}
