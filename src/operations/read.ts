// A document in, its reading out; nothing is kept.
import { Reading } from '../reading/schema.ts';
import { ReadInput } from './document.ts';
import { operation } from './operation.ts';
import { readDocument } from './read-document.ts';

export const read = operation({
  name: 'read',
  summary: 'Read a report and give everything it says, each value beside its words. Nothing is kept.',
  input: ReadInput,
  output: Reading,
  changes: false,
  async run({ text, actors, ...about }) {
    return readDocument(text, about, actors === undefined ? undefined : { content: actors, file: 'actors' });
  },
});
