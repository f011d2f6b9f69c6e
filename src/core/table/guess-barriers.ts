import type { Table } from './table.ts';

/** Words for what nobody walks across, whole: 河西区 and Riverside are districts. */
const WORDS =
  /水体|水系|水域|水面|河流|河道|河湖|湖泊|水库|运河|铁路|铁道|围墙|围栏|屏障|障碍|阻隔|(^|[^a-z])(water(s|body|bodies|ways?|courses?)?|rivers?|riverbanks?|lakes?|canals?|reservoirs?|rail(s|ways?|roads?)?|walls?|fences?|barriers?|obstacles?)([^a-z]|$)/i;
/** Columns that say what a shape is. */
const TYPE_COLUMN = /^(type|class|fclass|kind|category|natural|landuse|类型|类别|种类|地类|名称)$/i;
/** Columns of OpenStreetMap that only barriers have. */
const OWN_COLUMN = /^(barrier|waterway|water|railway)$/i;

/** Whether the shapes of a file are barriers: by its name, or because most of its rows say so. */
export function looksLikeBarriers({ file, header, rows }: Table): boolean {
  if (WORDS.test(file.replace(/\.[^.]*$/, '').normalize('NFKC'))) return true;
  const columns = header.map((name) => {
    const plain = name.normalize('NFKC').trim();
    if (OWN_COLUMN.test(plain)) return (text: string) => text !== '' && text !== 'no';
    return TYPE_COLUMN.test(plain) ? (text: string) => WORDS.test(text) : undefined;
  });
  const said = rows.filter((row) => columns.some((test, c) => test?.(row[c].trim()) === true));
  return said.length * 2 > rows.length;
}
