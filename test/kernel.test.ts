// The code that the grammar runs is what its source compiles to.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { CODE, compiled } from '../scripts/kernel.ts';

it(
  'the grammar’s WebAssembly code is that of kernel/*.ts (else: npm run kernel)',
  async () => expect(await compiled()).toBe(readFileSync(CODE, 'utf8')),
  60_000,
);
