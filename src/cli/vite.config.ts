import { resolve } from 'node:path';
import { defineConfig } from 'vite';

/** The command line as one file for Node, with its libraries inside: it runs without node_modules. */
export default defineConfig({
  root: resolve(import.meta.dirname, '../..'),
  publicDir: false,
  // HiGHS is carried inside, as text: `--exact` works from the one file as well.
  assetsInclude: ['**/*.wasm'],
  ssr: { noExternal: true },
  build: {
    ssr: 'src/cli/catchment.ts',
    outDir: 'dist/cli',
    target: 'node20',
    rollupOptions: { output: { entryFileNames: 'catchment.js', banner: '#!/usr/bin/env node' } },
  },
});
