/** Which rows of a long table are drawn: those in sight and some around, with room kept for the others. */
export interface RowWindow {
  from: number;
  to: number;
  above: number;
  below: number;
}

const AROUND = 10;

export function rowWindow(count: number, rowHeight: number, scrollTop: number, height: number): RowWindow {
  const from = Math.max(0, Math.min(count, Math.floor(scrollTop / rowHeight)) - AROUND);
  const to = Math.min(count, Math.ceil((scrollTop + height) / rowHeight) + AROUND);
  return { from, to, above: from * rowHeight, below: (count - to) * rowHeight };
}
