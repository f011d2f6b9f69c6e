import type { Language } from '../words/index.ts';
import type { Drawing } from './drawing.ts';

/**
 * A report as a list of sections with blocks, in the reader's language and with its numbers written: HTML, PDF, slides and workbook
 * are made from this and nothing else, so that they say the same.
 */
export interface ReportDocument {
  title: string;
  subtitle: string;
  language: Language;
  /** Shown, YYYY-MM-DD; empty where none was given. */
  date: string;
  /** Who made it; empty where not given. */
  author: string;
  /** Said under the title: an invented city, a draft. */
  note: string;
  sections: Section[];
  /** Every measure that figures come from, by its mark. */
  traces: Trace[];
}

export interface Section {
  id: string;
  title: string;
  blocks: Block[];
}

export type Block =
  | { kind: 'heading'; text: string }
  | { kind: 'text'; text: string; tone?: 'quiet' | 'strong' }
  | { kind: 'list'; items: string[] }
  | { kind: 'figures'; figures: KeyFigure[]; trace?: string }
  | { kind: 'table'; table: DocumentTable }
  | { kind: 'chart'; chart: DocumentChart }
  | { kind: 'picture'; picture: Picture };

export interface KeyFigure {
  label: string;
  text: string;
  /** The number itself, in full. */
  value: number;
}

export interface DocumentTable {
  id: string;
  caption: string;
  columns: TableColumn[];
  rows: TableCell[][];
  /** Mark of the measure its figures come from. */
  trace?: string;
}

export interface TableColumn {
  label: string;
  isNumber?: boolean;
}

/** What is read, and the number behind it in full, where it is one. */
export interface TableCell {
  text: string;
  value?: number;
}

export interface DocumentChart {
  id: string;
  caption: string;
  kind: 'bars' | 'lines';
  /** Bars: the names along the axis. */
  categories: string[];
  series: ChartSeries[];
  /** Shares of one are written in per cent. */
  isShare: boolean;
  xTitle: string;
  yTitle: string;
  trace?: string;
}

export interface ChartSeries {
  name: string;
  colour: readonly [number, number, number];
  /** Of bars: y by category. Of lines: x and y. NaN: no figure. */
  points: readonly (readonly [x: number, y: number])[];
  dash?: readonly number[];
}

export interface Picture {
  id: string;
  caption: string;
  /** Read to those who do not see it. */
  alt: string;
  drawing: Drawing;
  trace?: string;
}

/** Where a figure comes from: the measure and everything it depends on beside the files. */
export interface Trace {
  mark: string;
  measure: string;
  parameters: Record<string, string | number>;
}

/** Collects the measures of a report; the same measure with the same parameters keeps its mark. */
export class Tracer {
  readonly traces: Trace[] = [];

  mark(measure: string, parameters: Trace['parameters']): string {
    const key = JSON.stringify([measure, parameters]);
    const known = this.traces.find((one) => JSON.stringify([one.measure, one.parameters]) === key);
    if (known) return known.mark;
    const mark = `M${this.traces.length + 1}`;
    this.traces.push({ mark, measure, parameters });
    return mark;
  }
}

export function parametersText({ parameters }: Pick<Trace, 'parameters'>): string {
  return Object.entries(parameters)
    .map(([name, value]) => `${name}=${value}`)
    .join(', ');
}
