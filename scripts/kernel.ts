// `npm run kernel`: kernel/*.ts in, src/grammar/kernel-code.ts out, the same bytes each time.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const SOURCE = 'kernel/index.ts';
export const CODE = join(root, 'src/grammar/kernel-code.ts');

/** What CODE has to hold. Throws with what the compiler says where the source is wrong. */
export async function compiled(): Promise<string> {
  let code = Buffer.alloc(0);
  const { error, stderr } = await asc.main(
    [
      SOURCE,
      '-O3',
      '--runtime',
      'stub',
      '--importMemory',
      '--enable',
      'simd',
      '--enable',
      'relaxed-simd',
      '--enable',
      'bulk-memory',
      '-o',
      'code',
    ],
    {
      readFile: (name: string) =>
        name.startsWith('kernel/') && existsSync(join(root, name)) ? readFileSync(join(root, name), 'utf8') : null,
      writeFile: (name: string, contents: string | Uint8Array) => {
        if (name === 'code') code = Buffer.from(contents);
      },
      listFiles: () => [],
    },
  );
  if (error) throw new Error(`${SOURCE}: ${error.message}\n${stderr.toString()}`);
  return `// Made of kernel/*.ts by \`npm run kernel\`: the loops of the grammar as WebAssembly code, in base64.
export const KERNEL =
  '${code.toString('base64')}';
`;
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  const text = await compiled();
  writeFileSync(CODE, text);
  console.log(`${CODE}: ${text.length} characters`);
}
