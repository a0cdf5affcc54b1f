// The compiled modules in, the command's program out: a few files instead of hundreds, so that a command starts quickly.
import { readFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
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

/** Commander could start programs of their own as commands; ours are none, so what that takes is loaded when it is asked for. */
const startNone: Plugin = {
  name: 'start-none',
  transform(code, id) {
    if (!/[\\/]commander[\\/]/.test(id) || !code.includes('childProcess.')) return null;
    return {
      code: code
        .replace(/import childProcess from ['"]node:child_process['"];/, '')
        .replaceAll('childProcess.', 'process.getBuiltinModule("node:child_process").'),
      map: null,
    };
  },
};

/** Functions of Node's modules that take long to load: most commands call none of them. */
const LATE = /^(?:access|createHash|hash|readdir|readFile|rename|rm|stat|writeFile)$/;

/**
 * Takes Node's modules as they are: an `import` of one first asks for all that it exports, and `node:fs` or `node:process`
 * load half of Node for that.
 */
const plainBuiltins: Plugin = {
  name: 'plain-builtins',
  renderChunk(code) {
    return {
      code: code.replaceAll(/^import ([\w$]+|\{[^}]*\}) from "(node:[\w/]+)";$/gm, (_, names: string, from: string) => {
        const loaded = `globalThis.process.getBuiltinModule("${from}")`;
        const all = [...names.matchAll(/([\w$]+)(?: as ([\w$]+))?/g)];
        if (/crypto|promises/.test(from) && all.every(([, name = '']) => LATE.test(name))) {
          const kept = `${from.replace(/\W/g, '_')}$late`;
          return [
            `let ${kept};`,
            ...all.map(
              ([, name, as = name]) => `const ${as} = (...given) => (${kept} ??= ${loaded}).${name}(...given);`,
            ),
          ].join('\n');
        }
        const bound = names.replaceAll(/([\w$]+) as ([\w$]+)/g, '$1: $2');
        return `const ${bound} = ${loaded};`;
      }),
      map: null,
    };
  },
};

/**
 * Writes characters beyond ASCII as escapes: Node decodes such a file into one byte a character and not two, and need not
 * encode it again to look for it in its cache. A file in which that might say something else stays as it is.
 */
const ascii: Plugin = {
  name: 'ascii',
  generateBundle(_, bundle) {
    for (const file of Object.values(bundle)) {
      if (file.type !== 'chunk' || /\\[^\u0020-\u007e\n]|\bString\.raw`[^`]*[^\u0020-\u007e\s]/.test(file.code))
        continue;
      file.code = file.code.replaceAll(
        /[^\u0000-\u007f]/g,
        (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
      );
    }
  },
};

/** The chunks whose code, once compiled, is kept whole from one command to the next: see kept-code.mjs. */
const KEPT = ['reading', 'record'];

/** Makes scripts of these chunks: V8 gives the code of a script away, and that of a module only before it has run. */
const keptCode: Plugin = {
  name: 'kept-code',
  generateBundle(_, bundle) {
    const chunks = Object.values(bundle).filter((file) => file.type === 'chunk' && KEPT.includes(file.name));
    if (chunks.length !== KEPT.length) throw new Error(`not each of the chunks ${KEPT.join(', ')} is there once`);
    for (const chunk of chunks) {
      if (chunk.type !== 'chunk') continue;
      const imports: string[] = [];
      const given: string[] = [];
      const [, body = '', exported = ''] = /^([\s\S]*)^export \{([^}]*)\};\s*$/m.exec(chunk.code) ?? [];
      const code = body.replaceAll(/^import \{([^}]*)\} from "[^"]+";\n/gm, (line, names: string) => {
        imports.push(line);
        given.push(...names.split(',').map((name) => name.trim().replace(/^.* as /, '')));
        return '';
      });
      const exports = exported.split(',').map((name) => name.trim().split(' as ') as [string, string]);
      if (exports.length < 2 || /^(?:import|export)\b/m.test(code) || /[^\u0000-\u007f]/.test(code))
        throw new Error(`the chunk "${chunk.name}" is no longer what a script can be made of`);
      const script = chunk.fileName.replace('.js', '.code.js');
      chunk.code = [
        ...imports,
        'import { run } from "./kept-code.js";\n',
        `const { ${exports.map(([name, as]) => `${name}: ${as}$`).join(', ')} } = run(new URL("./${script}", import.meta.url), { ${given.join(', ')} }, (module) => import(module));\n`,
        `export { ${exports.map(([, as]) => `${as}$ as ${as}`).join(', ')} };\n`,
      ].join('');
      this.emitFile({
        type: 'asset',
        fileName: script,
        source: `"use strict";\n(function ({ ${given.join(', ')} }, here, load) {\n${code.replaceAll('import.meta.url', 'here').replaceAll(/\bimport\(/g, 'load(')}return { ${exports.map(([name]) => name).join(', ')} };\n})`,
      });
    }
    this.emitFile({
      type: 'asset',
      fileName: 'kept-code.js',
      source: readFileSync(resolve(import.meta.dirname, 'kept-code.mjs')),
    });
  },
};

/** What a module names to be loaded with it; and that, too, which it loads only when it is asked. */
const WITH_IT = /^(?:import|export)\b[\w$\s{},*]*['"](\.[^'"]+)['"]/gm;
const EVER = /(?:^(?:import|export)\b[\w$\s{},*]*|\bimport\()['"](\.[^'"]+)['"]/gm;

/** The compiled modules that a command's module needs, itself among them. */
function needed(name: string, named: RegExp): ReadonlySet<string> {
  const modules = new Set<string>();
  const add = (module: string) => {
    if (modules.has(module)) return;
    modules.add(module);
    for (const [, from = ''] of readFileSync(module, 'utf8').matchAll(named)) add(resolve(dirname(module), from));
  };
  add(resolve(compiled, `faces/cli/${name}.js`));
  return modules;
}

const start = needed('main', WITH_IT);
const reading = needed('read-command', WITH_IT);
/** With the store that it opens. */
const listing = needed('list-command', EVER);
const isPackage = (id: string, names: string): boolean =>
  new RegExp(`[\\\\/]node_modules[\\\\/](${names})[\\\\/]`).test(id);

export default defineConfig({
  root,
  plugins: [stayPut, startNone, plainBuiltins, ascii, keptCode],
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
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: '[name]-[hash].js',
        // what the commands that people wait for need, together: each file that is opened, checked and looked up in Node's
        // cache costs as much as some ten thousand lines of code in it
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            {
              name: 'start',
              priority: 4,
              test: (id: string) => start.has(id) || isPackage(id, 'commander|picocolors'),
            },
            { name: 'both', priority: 3, test: (id: string) => reading.has(id) && listing.has(id) },
            { name: 'reading', priority: 2, test: (id: string) => reading.has(id) },
            {
              name: 'record',
              priority: 1,
              test: (id: string) => (listing.has(id) && !id.includes('postgres')) || isPackage(id, 'kysely|tinyqueue'),
            },
          ],
        },
      },
    },
  },
});
