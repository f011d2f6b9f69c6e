import { expect, it } from 'vitest';
import { pageState } from '../../src/app/compute/page-state.ts';
import { IDLE_JOBS } from '../../src/app/store/jobs.ts';

const failed = { state: 'failed', issue: { severity: 'error', code: 'file-empty' } } as const;

it('is empty, loading, failed or ready', () => {
  expect(pageState(IDLE_JOBS, 'none')).toBe('empty');
  expect(pageState(IDLE_JOBS, 'whole')).toBe('ready');
  expect(pageState(IDLE_JOBS, 'part')).toBe('incomplete');
  expect(pageState({ ...IDLE_JOBS, open: failed }, 'whole')).toBe('failed');
  expect(
    pageState({ ...IDLE_JOBS, open: failed, coverage: { state: 'running', progress: undefined } }, 'whole'),
  ).toBe('loading');
});
