// Writes what the compiler does not, beside the compiled package: the JSON Schema of a reading, and the tables of grammar and
// gazetteer as they stand in memory.
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

const { builtGazetteer } = await import('../dist/mentions/places/load-gazetteer.js');
const { places, lists } = builtGazetteer();
writeFileSync(new URL('../dist/mentions/places/places.bin', import.meta.url), places);
writeFileSync(new URL('../dist/mentions/places/places.json', import.meta.url), lists);

// whatever reads a report has filed its lists
await import('../dist/reading/read.js');
const { FILINGS, grouped } = await import('../dist/lexicon/filed.js');
const { encodeFiled } = await import('../dist/lexicon/filed-file.js');
writeFileSync(
  new URL('../dist/lexicon/filed.bin', import.meta.url),
  encodeFiled(new Map([...FILINGS].map(([name, rows]) => [name, grouped(rows())]))),
);
