// Writes what the compiler does not, beside the compiled package: the JSON Schema of a reading, and the grammar's tables as
// they stand in memory.
import { writeFileSync } from 'node:fs';

const { readingJsonSchema } = await import('../dist/reading/schema.js');
writeFileSync(
  new URL('../dist/reading.schema.json', import.meta.url),
  `${JSON.stringify(readingJsonSchema(), null, 2)}\n`,
);

const { modelFiles } = await import('../dist/grammar/load-model.js');
const { encodeTables } = await import('../dist/grammar/tables-file.js');
const [model, words] = modelFiles();
writeFileSync(new URL('../dist/grammar/english.tables', import.meta.url), encodeTables(model, words));
