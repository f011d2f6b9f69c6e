import type { ReportData } from '../core/report/report-data.ts';
import type { ReportDocument } from '../view/document/document.ts';
import type { ReportTemplate } from '../view/document/template.ts';
import { reportHtml } from '../view/document/writers/html.ts';
import type { Say } from '../view/words/index.ts';

export const REPORT_FORMATS = ['html'] as const;

export type ReportFormat = (typeof REPORT_FORMATS)[number];

export interface ReportMaking {
  data: ReportData;
  template: ReportTemplate | undefined;
  say: Say;
}

/** The bytes of a report, and what has to be said about them. */
export async function writeReport(
  format: ReportFormat,
  report: ReportDocument,
  _making: ReportMaking,
): Promise<{ bytes: Uint8Array; notices: string[] }> {
  switch (format) {
    case 'html':
      return { bytes: new TextEncoder().encode(reportHtml(report)), notices: [] };
  }
}
