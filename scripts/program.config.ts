// The compiled modules in, the command's program out: a few files instead of hundreds, so that a command starts quickly.
import { relative, resolve } from 'node:path';
import { defineConfig, type Plugin } from 'vite';

const root = resolve(import.meta.dirname, '..');
const outDir = resolve(root, 'dist/program');

/** Lets each module find what lies beside it (models, lexicon, workers) as if it had stayed where it was. */
const stayPut: Plugin = {
  name: 'stay-put',
  transform(code, id) {
    if (!id.startsWith(resolve(root, 'dist')) || !code.includes('import.meta.url')) return null;
    const home = relative(outDir, id).replaceAll('\\', '/');
    return {
      code: code.replaceAll('import.meta.url', `new URL(${JSON.stringify(home)}, import.meta.url).href`),
      map: null,
    };
  },
};

export default defineConfig({
  root,
  plugins: [stayPut],
  build: {
    ssr: true,
    target: 'node22',
    outDir,
    emptyOutDir: true,
    copyPublicDir: false,
    minify: false,
    rollupOptions: {
      input: { main: resolve(root, 'dist/faces/cli/main.js') },
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
});
