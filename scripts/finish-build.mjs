// Writes what the compiler does not: the JSON Schema of a reading, beside the compiled package.
import { writeFileSync } from 'node:fs';

const { readingJsonSchema } = await import('../dist/reading/schema.js');
writeFileSync(
  new URL('../dist/reading.schema.json', import.meta.url),
  `${JSON.stringify(readingJsonSchema(), null, 2)}\n`,
);
