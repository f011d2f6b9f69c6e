import { defineConfig } from 'vite';

/** The command line, as one file for Node. The page is built by vite.config.ts from the same core. */
export default defineConfig({
  publicDir: false,
  build: {
    ssr: 'src/cli/catchment.ts',
    outDir: 'dist/cli',
    target: 'node20',
    rollupOptions: { output: { entryFileNames: 'catchment.js', banner: '#!/usr/bin/env node' } },
  },
});
