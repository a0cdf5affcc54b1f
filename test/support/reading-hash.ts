// Files in, one hash of all their readings out; run by itself it prints the hash of the files that it is given, and where it runs.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { read } from '../../src/reading/read.ts';

export function hashOfReadings(files: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of files) hash.update(JSON.stringify(read(readFileSync(file), { published: '2026-03-10' })));
  return hash.digest('hex');
}

if (import.meta.main) console.log(Intl.NumberFormat().resolvedOptions().locale, hashOfReadings(process.argv.slice(2)));
