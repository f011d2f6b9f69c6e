import type { Language } from '../../words/index.ts';
import { sayIn } from '../../words/index.ts';
import { chartDrawing } from '../chart-drawing.ts';
import type { Block, DocumentTable, ReportDocument, Section } from '../document.ts';
import { drawingSvg, escapeXml } from '../drawing-svg.ts';
import { STYLE } from './html-style.ts';

const CHART = { width: 480, height: 190 };

/**
 * The report as one HTML file: no request, no script, prints on A4. Every figure carries the number in full (`data-value`) and every
 * table the mark of its measure, whose parameters stand in its title.
 */
export function reportHtml(report: ReportDocument): string {
  const { title, language, sections } = report;
  const say = sayIn(language);
  const contents = sections
    .map(({ id, title: name }) => `<li><a href="#${id}">${escapeXml(name)}</a></li>`)
    .join('');
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<title>${escapeXml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
${headHtml(report)}
<nav aria-label="${escapeXml(say('document.contents'))}"><ol>${contents}</ol></nav>
${sections.map((section, k) => sectionHtml(section, k + 1, report)).join('\n')}
</body>
</html>
`;
}

function headHtml({ title, subtitle, date, author, note, language }: ReportDocument): string {
  const say = sayIn(language);
  const line = [author, date === '' ? '' : say('document.date', { date }), subtitle]
    .filter((part) => part !== '')
    .map(escapeXml)
    .join(' · ');
  return `<header><h1>${escapeXml(title)}</h1><p class="quiet">${line}</p>${note ? `<p class="note">${escapeXml(note)}</p>` : ''}</header>`;
}

function sectionHtml({ id, title, blocks }: Section, number: number, report: ReportDocument): string {
  const body = blocks.map((block) => blockHtml(block, report)).join('\n');
  return `<section id="${id}"><h2>${number} ${escapeXml(title)}</h2>\n${body}\n</section>`;
}

function blockHtml(block: Block, report: ReportDocument): string {
  switch (block.kind) {
    case 'heading':
      return `<h3>${escapeXml(block.text)}</h3>`;
    case 'text':
      return `<p${block.tone ? ` class="${block.tone}"` : ''}>${escapeXml(block.text)}</p>`;
    case 'list':
      return `<ul>${block.items.map((item) => `<li>${escapeXml(item)}</li>`).join('')}</ul>`;
    case 'figures':
      return `<dl class="figures"${traceOf(block.trace, report)}>${block.figures
        .map(
          ({ label, text, value }) =>
            `<div><dt>${escapeXml(label)}</dt><dd${inFull(value)}>${escapeXml(text)}</dd></div>`,
        )
        .join('')}</dl>`;
    case 'table':
      return tableHtml(block.table, report);
    case 'chart':
      return figureHtml(
        drawingSvg(
          chartDrawing(block.chart, CHART.width, CHART.height, report.language),
          block.chart.caption,
        ),
        block.chart,
        report,
      );
    case 'picture':
      return figureHtml(drawingSvg(block.picture.drawing, block.picture.alt), block.picture, report);
  }
}

function figureHtml(svg: string, of: { caption: string; trace?: string }, report: ReportDocument): string {
  return `<figure${traceOf(of.trace, report)}>${svg}<figcaption>${escapeXml(captionOf(of, report.language))}</figcaption></figure>`;
}

function tableHtml({ id, caption, columns, rows, trace }: DocumentTable, report: ReportDocument): string {
  const head = columns
    .map(
      ({ label, isNumber }) => `<th scope="col"${isNumber ? ' class="number"' : ''}>${escapeXml(label)}</th>`,
    )
    .join('');
  const body = rows
    .map((cells) => {
      const line = cells
        .map(
          ({ text, value }, k) =>
            `<td${columns[k].isNumber ? ' class="number"' : ''}${value === undefined ? '' : inFull(value)}>${escapeXml(text)}</td>`,
        )
        .join('');
      return `<tr>${line}</tr>`;
    })
    .join('\n');
  const said = escapeXml(captionOf({ caption, trace }, report.language));
  return `<table data-table="${escapeXml(id)}"${traceOf(trace, report)}><caption>${said}</caption><thead><tr>${head}</tr></thead>\n<tbody>${body}</tbody></table>`;
}

/** A caption with the mark of its measure. */
export function captionOf(
  { caption, trace }: { caption: string; trace?: string },
  language: Language,
): string {
  if (!trace) return caption;
  return language === 'zh' ? `${caption}〔${trace}〕` : `${caption} [${trace}]`;
}

function traceOf(trace: string | undefined, { traces }: ReportDocument): string {
  if (!trace) return '';
  const marks = trace.split(' ');
  const said = traces
    .filter(({ mark }) => marks.includes(mark))
    .map(({ mark, measure, parameters }) => `${mark}: ${measure} ${JSON.stringify(parameters)}`)
    .join('\n');
  return ` data-trace="${escapeXml(trace)}" title="${escapeXml(said)}"`;
}

/** The number in full, as it was computed. */
function inFull(value: number): string {
  return ` data-value="${value}"`;
}
