// A document in, read and kept in the record: the same report twice is one report.
import { AddedReport, describeAdded } from './added-report.ts';
import { Document } from './document.ts';
import { operation } from './operation.ts';
import { readDocument } from './read-document.ts';

export const add = operation({
  name: 'add',
  summary: 'Read a report and keep it in the record. The same report twice is one report.',
  input: Document,
  output: AddedReport,
  changes: true,
  async run({ text, ...about }, context) {
    const reading = readDocument(text, about);
    const [added] = await (await context.store()).add([reading], context.now());
    return describeAdded(reading, added?.outcome ?? 'known');
  },
});
