import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** Office files need some date; this one stands for none. */
export const NO_DATE = '2000-01-01T00:00:00Z';

/**
 * Office files packed anew, so that the same report is the same bytes: the times that libraries write are taken out of the archive
 * and, by `mend`, out of its parts.
 */
export function repacked(bytes: Uint8Array, mend: (name: string, text: string) => string): Uint8Array {
  const files = unzipSync(bytes);
  const mended = Object.fromEntries(
    Object.entries(files)
      // Folders of their own are nothing that a reader needs.
      .filter(([name]) => !name.endsWith('/'))
      .map(([name, content]) => {
        const isText = /\.(xml|rels)$/.test(name);
        return [name, isText ? strToU8(mend(name, strFromU8(content))) : content];
      }),
  );
  // The zip format knows local time only: the same local time everywhere gives the same bytes.
  return zipSync(mended, { mtime: new Date(1980, 0, 1), level: 6 });
}

/** The dates of a document's properties. */
export function withoutDates(_name: string, text: string): string {
  return text.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)/g, `$1${NO_DATE}$2`);
}
