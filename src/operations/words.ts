// An id in, the exact words that say it out, each with what stands around it and where it was published.
import { z } from 'zod';
import { wholeId } from './claim-filter.ts';
import { type Context, OperationError, operation } from './operation.ts';
import { why } from './why.ts';

export const Quoted = z
  .object({
    report: z.string(),
    title: z.string().nullable(),
    source: z.string().nullable(),
    url: z.string().nullable(),
    published: z.string().nullable(),
    start: z.int().describe('First UTF-16 code unit of the report’s text'),
    end: z.int().describe('First one after'),
    cpStart: z.int().describe('The same in code points'),
    cpEnd: z.int(),
    words: z.string().describe('Exactly as they stand in the report'),
    before: z.string().describe('What stands before them, up to the number of characters asked for'),
    after: z.string(),
    reader: z.string().nullable().describe('Version of the reader whose reading is shown'),
  })
  .meta({ id: 'Quoted' });

export const words = operation({
  name: 'words',
  summary:
    'Give the exact words behind an id (a claim, an incident, a promise, a meeting), or those that stand at a place of a report, with what surrounds them.',
  input: z.object({
    id: z.string().min(1).describe('Id of a claim, an incident, a commitment (c…), a meeting (m…) or a report'),
    start: z.coerce.number().int().min(0).optional().describe('With a report: first code unit'),
    end: z.coerce.number().int().min(1).optional().describe('With a report: first one after'),
    around: z.coerce.number().int().min(0).max(2000).default(160).describe('Characters of context on each side'),
  }),
  output: z
    .object({
      id: z.string(),
      kind: z.string(),
      why: z.array(z.string()).describe('How the value was reached, one line each'),
      words: z.array(Quoted),
    })
    .meta({ id: 'ExactWords' }),
  changes: false,
  async run({ id: given, start, end, around }, context) {
    const id = await wholeId(await context.store(), given);
    if (!/^r[0-9a-f]+$/.test(id)) {
      const held = await why.run({ id }, context);
      return {
        id: held.id,
        kind: held.kind,
        why: [...held.reasons],
        words: await quoted(context, held.words, around),
      };
    }
    const kept = await (await context.store()).show(id);
    if (!kept) throw new OperationError('report/unknown', `There is no report “${given}” in this record.`);
    const { length } = kept.reading.report.text;
    const [from, to] = [start ?? 0, end ?? length];
    if (from >= to || to > length)
      throw new OperationError(
        'input/span',
        `The words from ${from} to ${to} do not lie in the text of ${id}, which has ${length} code units.`,
      );
    return {
      id,
      kind: 'report',
      why: [],
      words: await quoted(context, [{ report: id, start: from, end: to }], around),
    };
  },
});

/** The words at these places, each with its surroundings, in the order given. */
async function quoted(
  context: Context,
  places: readonly { readonly report: string; readonly start: number; readonly end: number }[],
  around: number,
): Promise<z.infer<typeof Quoted>[]> {
  const store = await context.store();
  const found: z.infer<typeof Quoted>[] = [];
  for (const { report: id, start, end } of places) {
    const kept = await store.show(id);
    if (!kept) continue;
    const { text, title, source, url, published } = kept.reading.report;
    const points = (to: number) => [...text.slice(0, to)].length;
    found.push({
      report: id,
      title,
      source,
      url,
      published,
      start,
      end,
      cpStart: points(start),
      cpEnd: points(end),
      words: text.slice(start, end),
      before: text.slice(whole(text, start - around), start),
      after: text.slice(end, whole(text, end + around)),
      reader: kept.reading.recount,
    });
  }
  return found;
}

/** A place within the text that splits no surrogate pair. */
function whole(text: string, at: number): number {
  const inside = Math.max(0, Math.min(text.length, at));
  return (text.charCodeAt(inside) & 0xfc00) === 0xdc00 ? inside - 1 : inside;
}
