// The record in, what its statements are about out: each issue with its parties, its words and where each speaker stands.
import { z } from 'zod';
import type { Issue } from '../record/diplomacy/issue.ts';
import { type Position, positionOf, STANCES } from '../record/diplomacy/position.ts';
import { AsOf } from './chronicle.ts';
import { Words } from './ledger-shapes.ts';
import { operation } from './operation.ts';
import { type Sayings, sayings } from './sayings.ts';

export const Stand = z
  .object({
    speaker: z.string(),
    stance: z.enum(STANCES).describe('As last said in words that take one; unclear while none do'),
    condition: Words.nullable(),
    statement: z.string().describe('The statement that says so'),
    words: z.array(Words),
    published: z.string().nullable(),
    statements: z.int().describe('All that the speaker said on it'),
  })
  .meta({ id: 'Stand', description: 'Where a speaker stands on an issue, with the words' });

export const IssueRow = z
  .object({
    id: z.string().describe('What a decision upon the issue targets'),
    name: z.string().describe('Topic and parties, or what a person called it'),
    topic: z.string(),
    named: z.boolean(),
    parties: z.array(z.object({ id: z.string(), name: z.string() })),
    terms: z.array(z.string()).describe('Words by which its statements were found, the commonest first'),
    merged: z.array(z.string()).describe('Issues that were merged into it'),
    statements: z.int(),
    speakers: z.int(),
    from: z.string().nullable(),
    to: z.string().nullable(),
    stands: z.array(Stand).describe('Newest first'),
  })
  .meta({ id: 'IssueRow' });
export type IssueRow = z.infer<typeof IssueRow>;

export const issues = operation({
  name: 'issues',
  summary:
    'What the statements of the record are about, by terms and parties: each issue with where every speaker stands on it, in their words.',
  input: AsOf.extend({
    party: z.string().optional().describe('Part of the name of a party'),
    speaker: z.string().optional().describe('Part of the name of one who speaks on it'),
    words: z.string().optional().describe('Part of the name or of one of its terms'),
    statements: z.coerce.number().int().min(1).default(1).describe('Only those with so many statements, or more'),
    limit: z.coerce.number().int().min(1).max(1000).default(50),
  }),
  output: z.object({ issues: z.array(IssueRow), total: z.int() }).meta({ id: 'Issues' }),
  changes: false,
  async run({ party, speaker, words, statements, limit, asOf, knowledge }, context) {
    const record = await sayings(context, { asOf, knowledge });
    const has = (text: string, part: string) => text.toLowerCase().includes(part.toLowerCase());
    const wanted = record
      .issues()
      .filter(
        (one) =>
          one.said.length >= statements &&
          (party === undefined || one.parties.some((id) => has(record.nameOf(id), party))) &&
          (speaker === undefined || one.said.some((said) => has(said.speaker ?? '', speaker))) &&
          (words === undefined || has(nameOfIssue(record, one), words) || one.terms.some((term) => has(term, words))),
      );
    return { issues: wanted.slice(0, limit).map((one) => issueRow(record, one)), total: wanted.length };
  },
});

/** `truce (Dorvania, Kestria)`, or the name that a person gave. */
export function nameOfIssue(record: Sayings, { topic, named, parties }: Issue): string {
  return named || parties.length === 0 ? topic : `${topic} (${parties.map((id) => record.nameOf(id)).join(', ')})`;
}

/** The issue of this id or name, whatever its case; an id that was merged into another finds that; else null. */
export function issueCalled(record: Sayings, about: string): Issue | null {
  const same = (text: string) => text.toLowerCase() === about.toLowerCase();
  return (
    record.issues().find((one) => one.id === about || one.merged.includes(about) || same(nameOfIssue(record, one))) ??
    null
  );
}

function issueRow(record: Sayings, issue: Issue): IssueRow {
  const { id, topic, named, parties, terms, merged, said } = issue;
  const bySpeaker = new Map<string, Position[]>();
  for (const one of said) {
    if (one.speaker === null) continue;
    bySpeaker.set(one.speaker, [...(bySpeaker.get(one.speaker) ?? []), positionOf(one)]);
  }
  const stands = [...bySpeaker].map(([speaker, positions]): z.infer<typeof Stand> => {
    const last = positions.findLast(({ stance }) => stance !== 'unclear') ?? (positions.at(-1) as Position);
    const { stance, condition, said } = last;
    return {
      speaker,
      stance,
      condition: condition && { ...condition, report: said.report },
      statement: said.id,
      words: said.statement.content.map((span) => ({ ...span, report: said.report })),
      published: said.published,
      statements: positions.length,
    };
  });
  return {
    id,
    name: nameOfIssue(record, issue),
    topic,
    named,
    parties: parties.map((party) => ({ id: party, name: record.nameOf(party) })),
    terms: [...terms],
    merged: [...merged],
    statements: said.length,
    speakers: bySpeaker.size,
    from: said[0]?.published ?? null,
    to: said.at(-1)?.published ?? null,
    stands: stands.reverse(),
  };
}
