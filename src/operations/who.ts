// A document in, its cast out: who is in the report, by every word that refers to them; nothing is kept.
import { z } from 'zod';
import { type Reading, ReadingActor, ReadingReport } from '../reading/schema.ts';
import { ReadInput } from './document.ts';
import { operation } from './operation.ts';
import { readDocument } from './read-document.ts';

export const CastMember = ReadingActor.extend({
  statements: z.array(z.string()).describe('The statements of the reading that this actor made'),
}).meta({ id: 'CastMember' });

export const Cast = z
  .object({
    report: ReadingReport.omit({ text: true }),
    actors: z.array(CastMember),
    unresolved: z.array(z.string()).describe('Words that may mean two actors, one sentence each'),
  })
  .meta({ id: 'Cast', description: 'Everybody in one report, with all the words that refer to them' });
export type Cast = z.infer<typeof Cast>;

/** The cast of a reading, those with most mentions first, then in order of the text. */
export function castOf({ report, actors, statements, issues }: Reading): Cast {
  const { text: _text, ...about } = report;
  const made = new Map<string, string[]>();
  for (const { id, speaker } of statements) {
    if (speaker === null) continue;
    const list = made.get(speaker);
    if (list) list.push(id);
    else made.set(speaker, [id]);
  }
  return {
    report: about,
    actors: actors
      .map((actor) => ({ ...actor, statements: made.get(actor.id) ?? [] }))
      .sort((a, b) => b.mentions.length - a.mentions.length),
    unresolved: issues.filter(({ code }) => code === 'actors/unresolved').map(({ message }) => message),
  };
}

export const who = operation({
  name: 'who',
  summary: 'Read a report and give its cast: everybody in it, with all the words that refer to them. Nothing is kept.',
  input: ReadInput,
  output: Cast,
  changes: false,
  async run({ text, actors, ...about }) {
    return castOf(readDocument(text, about, actors === undefined ? undefined : { content: actors, file: 'actors' }));
  },
});
