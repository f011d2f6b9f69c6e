import i18next, { type i18n } from 'i18next';
import { ATTRIBUTES } from '../../core/dataset/attributes.ts';
import type { Say } from '../../core/report/say.ts';
import enCapacity from './en/capacity.json';
import enCli from './en/cli.json';
import enCommon from './en/common.json';
import enFairness from './en/fairness.json';
import enFuture from './en/future.json';
import enIssues from './en/issues.json';
import enReport from './en/report.json';
import enReview from './en/review.json';
import enScreen from './en/screen.json';
import enStandards from './en/standards.json';
import zhCapacity from './zh/capacity.json';
import zhCli from './zh/cli.json';
import zhCommon from './zh/common.json';
import zhFairness from './zh/fairness.json';
import zhFuture from './zh/future.json';
import zhIssues from './zh/issues.json';
import zhReport from './zh/report.json';
import zhReview from './zh/review.json';
import zhScreen from './zh/screen.json';
import zhStandards from './zh/standards.json';

/**
 * Every sentence of screen, command line and reports, in both languages. Here and not in `app/`, because the command
 * line says the same things. Placeholders are `{{name}}`; numbers are formatted by the caller (`numbers.ts`).
 */
export type Language = 'zh' | 'en';

export const LANGUAGES: readonly Language[] = ['zh', 'en'];

export const RESOURCES = {
  zh: {
    translation: {
      ...zhCommon,
      ...zhReport,
      attribute: { ...zhCommon.attribute, ...attributeNames('zh') },
      review: zhReview,
      issue: zhIssues,
      screen: zhScreen,
      standards: zhStandards,
      capacity: zhCapacity,
      fairness: zhFairness,
      future: zhFuture,
      cli: zhCli,
    },
  },
  en: {
    translation: {
      ...enCommon,
      ...enReport,
      attribute: { ...enCommon.attribute, ...attributeNames('en') },
      review: enReview,
      issue: enIssues,
      screen: enScreen,
      standards: enStandards,
      capacity: enCapacity,
      fairness: enFairness,
      future: enFuture,
      cli: enCli,
    },
  },
};

/** The names of attributes stand beside what they mean, in `data/attributes`. */
function attributeNames(language: Language): Record<string, string> {
  return Object.fromEntries(ATTRIBUTES.map((attribute) => [attribute.id, attribute[language]]));
}

export type { Say };

/** An instance of its own, so that command line, tests and page do not share a current language. */
export function createWords(language: Language): i18n {
  const words = i18next.createInstance();
  words.init({
    lng: language,
    fallbackLng: 'en',
    resources: RESOURCES,
    initAsync: false,
    // React escapes what it shows, and a CSV must not be escaped at all.
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  return words;
}

export function sayIn(language: Language): Say {
  const words = createWords(language);
  return (key, values) => words.t(key, values ?? {});
}
