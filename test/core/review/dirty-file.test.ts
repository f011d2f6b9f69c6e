import { describe, expect, it } from 'vitest';
import { reviewRows } from '../../../src/core/review/registry.ts';
import { runSync } from '../../../src/core/task.ts';
import { findingText } from '../../../src/view/review-words.ts';
import { sayIn } from '../../../src/view/words/index.ts';
import { dirtyFile } from '../../builders/dirty-file.ts';
import { districtsOf, faultsOf, rowsOf, sampleFile } from './sample.ts';

describe('a file with forty planted faults', async () => {
  const districts = await districtsOf(sampleFile('districts.geojson'));

  it.each([1, 2, 3, 20251122])('has all forty found and no false alarm (seed %i)', async (seed) => {
    const { file, faults } = dirtyFile(seed);
    const { content, mapping } = await rowsOf(file);
    const { findings } = runSync(reviewRows(content, mapping, { districts }));
    expect(faults).toHaveLength(40);
    expect(faultsOf(findings)).toEqual(faults.map(({ kind, row }) => `${kind} ${row}`).sort());
  });

  it.each(['zh', 'en'] as const)('is told in whole sentences (%s)', async (language) => {
    const { content, mapping } = await rowsOf(dirtyFile(7).file);
    const { findings } = runSync(reviewRows(content, mapping, { districts }));
    const say = sayIn(language);
    for (const finding of findings) {
      const text = findingText(finding, say);
      expect(text).not.toMatch(/\{\{|\$t\(|review\.|undefined|NaN/);
      expect(text).toMatch(language === 'zh' ? /[。）：]|：/ : /[a-z].*[.)]|:/);
      for (const fix of finding.fixes) expect(say(`review.fix.${fix.id}`)).not.toContain('review.');
    }
  });

  it('says nothing but notes of the clean files of the sample city', async () => {
    for (const name of ['facilities-elder-care.csv', 'facilities-other.csv', 'population-compounds.csv']) {
      const { content, mapping } = await rowsOf(sampleFile(name));
      const { findings } = runSync(reviewRows(content, mapping, { districts }));
      expect([name, ...faultsOf(findings)]).toEqual([name]);
      const alone = runSync(reviewRows(content, mapping)).findings;
      expect([name, ...faultsOf(alone)]).toEqual([name]);
    }
  });
});
