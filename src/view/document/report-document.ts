import type { ReportData } from '../../core/report/report-data.ts';
import { nameIn, noteIn } from '../note.ts';
import type { Language } from '../words/index.ts';
import { sayIn } from '../words/index.ts';
import type { Context } from './context.ts';
import { type Block, type ReportDocument, Tracer } from './document.ts';
import { limitsSection, provenanceSection } from './sections/closing.ts';
import { districtsSection, servicesSection } from './sections/coverage.ts';
import { dataSection, methodSection, purposeSection } from './sections/opening.ts';
import { clausesSection, standardsSection } from './sections/standards.ts';
import { capacitySection, fairnessSection, futureSection } from './sections/supply.ts';
import { type ReportTemplate, SECTIONS, type SectionId } from './template.ts';

export interface ReportOptions {
  language: Language;
  template?: ReportTemplate;
  /** Stand before what the template says. */
  title?: string;
  date?: string;
  /** Sections of proposed sites and the comparison of scenarios, from whoever made them. */
  proposals?: (context: Context) => Block[];
}

/**
 * A report about a project. Sections that have nothing to say are left out, and so are those that the template does not name. The same
 * data and options give the same document: the date is only what was given.
 */
export function reportDocument(data: ReportData, options: ReportOptions): ReportDocument {
  const { language, template = {} } = options;
  const say = sayIn(language);
  const context: Context = { data, template, say, language, tracer: new Tracer() };
  const makers: Record<SectionId, (context: Context) => Block[]> = {
    purpose: purposeSection,
    data: dataSection,
    method: methodSection,
    services: servicesSection,
    districts: districtsSection,
    standards: standardsSection,
    capacity: capacitySection,
    fairness: fairnessSection,
    future: futureSection,
    proposals: options.proposals ?? (() => []),
    limits: limitsSection,
    clauses: clausesSection,
    provenance: provenanceSection,
  };
  const wanted: NonNullable<ReportTemplate['sections']> = template.sections ?? SECTIONS.map((id) => ({ id }));
  const made = wanted.map(({ id, title, text }) => ({
    id,
    title: title ?? say(`document.section.${id}`),
    // What the marks mean is known when all others are made.
    blocks: id === 'provenance' ? [] : makers[id](context),
    own: text ? [{ kind: 'text' as const, text }] : [],
  }));
  const sections = made
    .map(({ own, blocks, ...section }) => ({
      ...section,
      blocks: [...own, ...(section.id === 'provenance' ? provenanceSection(context) : blocks)],
    }))
    .filter((section) => section.blocks.length > 0);
  const name = nameIn(data.result.projectName, language);
  return {
    title: options.title ?? template.title ?? say('document.title', { name }),
    subtitle: say('document.subtitle', { product: say('product') }),
    language,
    date: options.date ?? template.date ?? '',
    author: template.author ?? '',
    note: data.note ? noteIn(data.note, language) : '',
    sections,
    traces: context.tracer.traces,
  };
}
