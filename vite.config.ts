import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** The development server injects inline scripts and styles of its own; the policy in index.html is for what is built. */
function relaxPolicyWhileServing(): Plugin {
  return {
    name: 'relax-policy-while-serving',
    apply: 'serve',
    transformIndexHtml: (html, context) =>
      context.server ? html.replace(/<meta\s+http-equiv="Content-Security-Policy"[^>]*>/, '') : html,
  };
}

export default defineConfig({
  // Relative addresses: the built page may lie in any folder of any static host.
  base: './',
  plugins: [react(), relaxPolicyWhileServing()],
  worker: { format: 'es' },
  // MapLibre brings its worker as a module of its own, which the dependency optimiser would lose.
  optimizeDeps: { exclude: ['maplibre-gl'] },
  build: {
    outDir: 'dist/app',
    // Everything is fetched from beside the page: the policy allows no data: addresses for fetch.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1200,
  },
});
