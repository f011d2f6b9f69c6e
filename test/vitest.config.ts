import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

const root = resolve(import.meta.dirname, '..');

/** Two projects: `unit` runs everything in Node; `browser` drives the built app in a real Chromium, afterwards. */
export default defineConfig({
  root,
  test: {
    reporters: ['default', resolve(import.meta.dirname, 'closing-line.ts')],
    projects: [
      {
        extends: true,
        root,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/e2e/**'],
          testTimeout: 60_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        root,
        test: {
          name: 'browser',
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: [resolve(import.meta.dirname, 'e2e/setup.ts')],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // One page at a time: without a graphics card two would only slow each other.
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
