import type { Task } from '../task.ts';
import type { InputFile } from './content.ts';
import { encodingOf } from './text-chunks.ts';
import { type XmlListener, XmlScanner } from './xml-scan.ts';
import { type UnpackBudget, unpackPieces, type ZipEntry } from './zip.ts';

/**
 * Scans an XML document inside a zip while it is being unpacked, so that it never stands in memory as a whole. Throws
 * what `XmlScanner` and `unpackPieces` throw.
 */
export function* scanZipXml(
  file: InputFile,
  entry: ZipEntry,
  budget: UnpackBudget,
  listener: XmlListener,
  phase: string,
): Task<void> {
  const scanner = new XmlScanner(listener, file.name);
  let decoder: TextDecoder | undefined;
  let done = 0;
  for (const piece of unpackPieces(file, entry, budget)) {
    decoder ??= new TextDecoder(encodingOf(piece));
    scanner.push(decoder.decode(piece, { stream: true }));
    done += piece.length;
    yield { phase, done: Math.min(done, entry.unpackedBytes), total: entry.unpackedBytes };
  }
  scanner.push(decoder?.decode() ?? '');
  scanner.finish();
}

/** The name of an element without its namespace prefix: writers disagree on prefixes, not on names. */
export function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}
