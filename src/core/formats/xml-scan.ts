import { UnusableData } from '../issue.ts';

/** What a scan tells, in the order of the text. */
export interface XmlListener {
  start(name: string, attributes: XmlAttributes): void;
  end(name: string): void;
  /** Text between tags that is not only white space; in one piece between two tags. */
  text?(text: string): void;
}

export type XmlAttributes = ReadonlyMap<string, string>;

/** A single tag or text longer than this is damage or an attack: the longest street geometries stay far below. */
const MAX_TOKEN_CHARACTERS = 4_000_000;
const MAX_DEPTH = 100;

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const [QUOTE, APOSTROPHE, EQUALS, GREATER] = [0x22, 0x27, 0x3d, 0x3e];
/** White space, and what may not stand in the name of an attribute, by character. */
const ENDS_NAME = Uint8Array.from({ length: 128 }, (_, code) =>
  code <= 32 || '=/"\'<>'.includes(String.fromCharCode(code)) ? 1 : 0,
);
const TAG_NAME = /[^\s/<>="']+/y;

/**
 * Tells the tags and texts of an XML document that arrives in pieces; only what is needed to read data, no more: no
 * document types, no entities beyond the five of XML and character numbers, no namespaces. Names keep their prefix.
 *
 * `push` the pieces, then `finish`. Both throw UnusableData: `xml-doctype` (a document type is refused, since entities
 * that unfold themselves hide there), `xml-malformed` {text}, `xml-truncated`.
 */
export class XmlScanner {
  private buffer = '';
  /** Where in `buffer` the search for the end of an unfinished token goes on. */
  private searched = 0;
  private readonly open: string[] = [];
  private seenRoot = false;
  private textSoFar = '';

  constructor(
    private readonly listener: XmlListener,
    private readonly file: string,
  ) {}

  push(piece: string): void {
    this.buffer = this.buffer === '' ? piece : this.buffer + piece;
    let at = 0;
    for (let next = this.token(at); next > at; next = this.token(at)) at = next;
    if (at > 0) {
      this.buffer = this.buffer.slice(at);
      this.searched = Math.max(0, this.searched - at);
    }
    if (this.buffer.length > MAX_TOKEN_CHARACTERS) throw this.malformed(this.buffer);
  }

  finish(): void {
    if (!this.seenRoot && /^[^\s\ufeff<]/.test(this.buffer.trimStart())) throw this.malformed(this.buffer);
    if (this.buffer.trim() !== '' || this.open.length > 0 || !this.seenRoot)
      throw this.failure('xml-truncated');
  }

  /** Takes one token from `at`; gives where the next begins, or `at` when more text is needed. */
  private token(at: number): number {
    if (at >= this.buffer.length) return at;
    if (this.buffer.charCodeAt(at) !== 60) return this.textToken(at);
    if (/[^!?]/.test(this.buffer.charAt(at + 1))) return this.tag(at);
    if (this.buffer.startsWith('<!--', at)) return this.skip(at, at + 4, '-->');
    if (this.buffer.length < at + 9 && /^<(!|$)/.test(this.buffer.slice(at))) return at;
    if (this.buffer.startsWith('<?', at)) return this.skip(at, at + 2, '?>');
    if (this.buffer.startsWith('<![CDATA[', at)) return this.characterData(at);
    if (this.buffer.startsWith('<!', at)) {
      const refused = /^<!(DOCTYPE|ENTITY)/i.test(this.buffer.slice(at, at + 9));
      throw refused ? this.failure('xml-doctype') : this.malformed(this.buffer.slice(at));
    }
    return this.tag(at);
  }

  private textToken(at: number): number {
    const end = this.buffer.indexOf('<', Math.max(at, this.searched));
    this.searched = end < 0 ? this.buffer.length : 0;
    if (end < 0) return at;
    const text = this.buffer.slice(at, end);
    if (this.open.length === 0 && /[^\s\ufeff]/.test(text)) throw this.malformed(text);
    if (this.listener.text) this.textSoFar += this.decoded(text);
    return end;
  }

  private characterData(at: number): number {
    const end = this.buffer.indexOf(']]>', at + 9);
    if (end < 0) return at;
    this.textSoFar += this.buffer.slice(at + 9, end);
    return end + 3;
  }

  /** Over a comment or an instruction: nothing in them is data. */
  private skip(at: number, from: number, closing: string): number {
    const end = this.buffer.indexOf(closing, Math.max(from, this.searched));
    this.searched = end < 0 ? Math.max(from, this.buffer.length - closing.length) : 0;
    return end < 0 ? at : end + closing.length;
  }

  private tag(at: number): number {
    const end = this.endOfTag(at);
    if (end < 0) return at;
    this.tellText();
    if (this.buffer.charCodeAt(at + 1) === 47) this.close(this.buffer.slice(at + 2, end).trimEnd());
    else this.opening(at + 1, end);
    return end + 1;
  }

  /** The `>` that ends the tag: one inside quotes does not. -1 when it has not come yet. */
  private endOfTag(at: number): number {
    const { buffer } = this;
    for (let i = at + 1; i < buffer.length; i++) {
      const code = buffer.charCodeAt(i);
      if (code === GREATER) return i;
      if (code !== QUOTE && code !== APOSTROPHE) continue;
      i = buffer.indexOf(code === QUOTE ? '"' : "'", i + 1);
      if (i < 0) return -1;
    }
    return -1;
  }

  private opening(from: number, end: number): void {
    TAG_NAME.lastIndex = from;
    const name = TAG_NAME.exec(this.buffer)?.[0];
    if (name === undefined || (this.open.length === 0 && this.seenRoot) || this.open.length >= MAX_DEPTH)
      throw this.malformed(this.buffer.slice(from - 1));
    const selfClosing = this.buffer.charCodeAt(end - 1) === 47;
    const attributes = this.attributes(from + name.length, selfClosing ? end - 1 : end);
    this.seenRoot = true;
    this.listener.start(name, attributes);
    if (selfClosing) this.listener.end(name);
    else this.open.push(name);
  }

  private close(name: string): void {
    if (this.open.pop() !== name) throw this.malformed(`</${name}>`);
    this.listener.end(name);
  }

  /** By hand and not by a regular expression: this is where the time of reading goes. */
  private attributes(from: number, end: number): XmlAttributes {
    const { buffer } = this;
    const attributes = new Map<string, string>();
    let at = this.afterSpace(from, end);
    while (at < end) {
      const nameFrom = at;
      while (at < end && !ENDS_NAME[buffer.charCodeAt(at)]) at++;
      const name = buffer.slice(nameFrom, at);
      at = this.afterSpace(at, end);
      const isAssigned = name !== '' && buffer.charCodeAt(at) === EQUALS;
      at = this.afterSpace(at + 1, end);
      const quote = buffer[at];
      const close = isAssigned && (quote === '"' || quote === "'") ? buffer.indexOf(quote, at + 1) : -1;
      if (close < 0 || close >= end) throw this.malformed(buffer.slice(nameFrom));
      attributes.set(name, this.decoded(buffer.slice(at + 1, close)));
      at = this.afterSpace(close + 1, end);
    }
    return attributes;
  }

  private afterSpace(from: number, end: number): number {
    let at = from;
    while (at < end && this.buffer.charCodeAt(at) <= 32) at++;
    return at;
  }

  private tellText(): void {
    const text = this.textSoFar;
    this.textSoFar = '';
    if (text.length > MAX_TOKEN_CHARACTERS) throw this.malformed(text);
    if (text !== '' && this.listener.text && text.trim() !== '') this.listener.text(text);
  }

  private decoded(text: string): string {
    if (!text.includes('&')) return text;
    return text.replace(/&([^;&\s]{0,12};)?/g, (whole, name: string | undefined) => {
      const value = name === undefined ? undefined : entity(name.slice(0, -1));
      if (value === undefined) throw this.malformed(whole);
      return value;
    });
  }

  private malformed(text: string): UnusableData {
    return this.failure('xml-malformed', { text: text.slice(0, 60).trim() });
  }

  private failure(code: string, values?: Record<string, string>): UnusableData {
    return new UnusableData({ code, file: this.file, values });
  }
}

/** The character an entity stands for; undefined for those a document type would have to define. */
function entity(name: string): string | undefined {
  if (Object.hasOwn(ENTITIES, name)) return ENTITIES[name];
  const number = /^#(?:x([0-9a-f]+)|(\d+))$/i.exec(name);
  if (!number) return undefined;
  const code = number[1] === undefined ? Number(number[2]) : Number.parseInt(number[1], 16);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}
