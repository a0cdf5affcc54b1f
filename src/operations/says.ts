// A speaker and a topic in, what was said out, in order of time, with where it stands on the topic.
import { z } from 'zod';
import { parseList } from '../lexicon/read-list.ts';
import { isAbout, positionOf, type Said, STANCES, type Topic } from '../record/diplomacy/position.ts';
import { inListOrder } from '../record/own-rows.ts';
import { AsOf } from './chronicle.ts';
import { issueCalled } from './issues.ts';
import { Words } from './ledger-shapes.ts';
import { OperationError, operation } from './operation.ts';
import { AfterInput, pageAfter } from './page-after.ts';
import { sayings } from './sayings.ts';

export const SaidRow = z
  .object({
    id: z.string(),
    report: z.string(),
    published: z.string().nullable(),
    outlet: z.string().nullable(),
    speaker: z.string().nullable(),
    country: z.string().nullable(),
    addressee: z.string().nullable(),
    channel: z.string().nullable(),
    act: z.string().nullable(),
    form: z.enum(['direct', 'indirect', 'mixed']),
    stance: z.enum(STANCES).nullable().describe('Where the words stand on the topic; null without one'),
    condition: Words.nullable(),
    words: z.array(Words),
  })
  .meta({ id: 'SaidRow' });

export const says = operation({
  name: 'says',
  summary:
    'Who said what, in order of time: by speaker, and on a topic where each stands (accepts, conditional, rejects, unclear), always with the words.',
  input: AsOf.extend({
    speaker: z.string().optional().describe('Part of the name'),
    about: z
      .string()
      .optional()
      .describe('An issue by id or name (see issues), else words of the topic with commas between: any of them'),
    topics: z
      .string()
      .optional()
      .describe('The content of a file of topics of your own (docs/ledger.md): about may then be the name of one'),
    to: z.string().optional().describe('Part of the name of the addressee'),
    stance: z.enum(STANCES).optional(),
    limit: z.coerce.number().int().min(1).max(1000).default(100),
    ...AfterInput,
  }),
  output: z
    .object({
      said: z.array(SaidRow),
      silent: z.array(z.string()).describe('Speakers asked for who said nothing on the topic'),
      next: z.string().nullable(),
      total: z.int(),
    })
    .meta({ id: 'Sayings' }),
  changes: false,
  async run({ speaker, about, topics, to, stance, limit, after, asOf, knowledge }, context) {
    const record = await sayings(context, { asOf, knowledge });
    const has = (name: string | null, part: string) => name?.toLowerCase().includes(part.toLowerCase()) === true;
    const issue = about === undefined || topics !== undefined ? null : issueCalled(record, about);
    const inIssue = issue && new Set(issue.said.map(({ id }) => id));
    const topic = about === undefined ? null : topicOf(about, topics);
    const isOn = (one: Said) => topic === null || (inIssue ? inIssue.has(one.id) : isAbout(one, topic));
    const by = record.said.filter(
      (one) => (speaker === undefined || has(one.speaker, speaker)) && (to === undefined || has(one.addressee, to)),
    );
    const on = by.filter(isOn);
    const judged = topic !== null;
    const wanted = stance === undefined ? on : judged ? on.filter((one) => positionOf(one).stance === stance) : [];
    const heard = new Set(on.map((one) => one.speaker));
    const silent =
      topic === null
        ? []
        : [...new Set(by.map((one) => one.speaker))]
            .filter((name): name is string => name !== null && !heard.has(name))
            .sort();
    const page = pageAfter(wanted, { after, limit }, ({ id }) => id);
    return {
      said: page.rows.map((one) => row(one, judged)),
      silent: speaker === undefined ? [] : silent,
      next: page.next,
      total: wanted.length,
    };
  },
});

/** The topic of that name in the user's file, else one of the words themselves. Throws OperationError for a file that is none. */
function topicOf(about: string, topics: string | undefined): Topic {
  const words = (list: string) =>
    list
      .split(',')
      .map((term) => term.trim())
      .filter((term) => term !== '');
  if (topics === undefined) return { name: about, terms: words(about) };
  try {
    const named = parseList(inListOrder(topics), 'topics').rows.find(([name]) => name === about);
    return { name: about, terms: words(named?.[1] ?? about) };
  } catch (error) {
    throw new OperationError('input/topics', (error as Error).message);
  }
}

function row(said: Said, judged: boolean): z.infer<typeof SaidRow> {
  const { stance, condition } = judged ? positionOf(said) : { stance: null, condition: null };
  const { statement, words: _, ...about } = said;
  return {
    ...about,
    act: statement.act ?? null,
    form: statement.form,
    stance,
    condition: condition && { ...condition, report: said.report },
    words: statement.content.map((span) => ({ ...span, report: said.report })),
  };
}
