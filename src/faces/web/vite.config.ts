// Builds the web page into dist/web; `npm start` and `recount serve` serve it from there.
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react()],
  build: {
    outDir: fileURLToPath(new URL('../../../dist/web', import.meta.url)),
    emptyOutDir: true,
    target: 'es2022',
    // the content security policy allows no inline script, which the polyfill would be
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
  },
});
