// The compiled modules in, the command's program out: a few files instead of hundreds, so that a command starts quickly.
import { relative, resolve } from 'node:path';
import { defineConfig, type Plugin } from 'vite';

const root = resolve(import.meta.dirname, '..');
const compiled = resolve(root, 'dist');
const outDir = resolve(compiled, 'program');
/** Starts the thread that reads, which is gathered into the program as well. */
const POOL = resolve(compiled, 'operations/intake/reading-pool.js');

/** Packages of many small files that every command would open one by one; those that share zod have to come along. */
const GATHERED = [
  /^(commander|hono|kysely|openapi3-ts|picocolors|tinyqueue|zod)(\/|$)/,
  /^@(asteasolutions|hono|modelcontextprotocol)\//,
];

/** Lets each module find what lies beside it (models, lexicon) as if it had stayed where it was. */
const stayPut: Plugin = {
  name: 'stay-put',
  transform(code, id) {
    if (id === POOL || !id.startsWith(compiled) || !code.includes('import.meta.url')) return null;
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
  ssr: { noExternal: GATHERED },
  build: {
    ssr: true,
    target: 'node22',
    outDir,
    emptyOutDir: true,
    copyPublicDir: false,
    minify: false,
    // the licences of what is gathered in
    license: { fileName: 'licenses.md' },
    rollupOptions: {
      input: {
        main: resolve(compiled, 'faces/cli/main.js'),
        'reading-worker': resolve(compiled, 'operations/intake/reading-worker.js'),
      },
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
});
