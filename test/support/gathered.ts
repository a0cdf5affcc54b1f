// A module in, one file out that holds it and all that it imports: a process of its own starts from it in a fraction of the time.
// CommonJS, and short: Node finds sooner what it compiled of that.
import { basename, isAbsolute, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';

/** Writes the file into `folder`; gives its path. Nothing in it may await at the top of a module. */
export async function gathered(module: string, folder: string): Promise<string> {
  const name = `${basename(module, '.ts')}.cjs`;
  await build({
    configFile: false,
    logLevel: 'warn',
    // what lies beside a module (lists, models) is found from where the module was
    plugins: [
      {
        name: 'stay-put',
        transform: (code, id) =>
          isAbsolute(id) && code.includes('import.meta.')
            ? {
                code: code
                  .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(id).href))
                  .replaceAll('import.meta.main', String(id === module)),
                map: null,
              }
            : null,
      },
    ],
    ssr: { noExternal: true, external: ['pg-native'] },
    build: {
      ssr: module,
      outDir: folder,
      emptyOutDir: false,
      copyPublicDir: false,
      target: 'node22',
      minify: true,
      rollupOptions: { output: { format: 'cjs', entryFileNames: name, codeSplitting: false } },
    },
  });
  return join(folder, name);
}
