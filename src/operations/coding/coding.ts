// Double coding: the same reports judged by several people, none of whom sees what another says before all are done.
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { CLAIM_KINDS } from '../../record/claim.ts';
import type { CodingRow } from '../../store/codings.ts';
import type { Store } from '../../store/store.ts';
import { reportId, wholeId } from '../claim-filter.ts';
import { ClaimShape } from '../claim-shape.ts';
import { OperationError, operation } from '../operation.ts';

export const KINDS = ['event', 'statement', 'figure'] as const;
const MOST_CLAIMS = 20_000;

export const Verdict = z.enum(['right', 'wrong', 'unclear']);
const Name = z.string().min(1).max(80).describe('Name of the coding');

export const Judgement = z
  .object({
    verdict: Verdict,
    type: z.string().nullable().describe('The type that it should have; null where the claim’s own is right'),
    note: z.string().nullable(),
  })
  .meta({ id: 'Judgement' });
export type Judgement = z.infer<typeof Judgement>;

export const Missed = z
  .object({
    report: z.string(),
    kind: z.enum(CLAIM_KINDS),
    start: z.int(),
    end: z.int(),
    words: z.string(),
    type: z.string().nullable(),
  })
  .meta({ id: 'Missed', description: 'What a report says and no claim holds, as one coder sees it' });
export type Missed = z.infer<typeof Missed>;

const CodingShape = z
  .object({
    name: z.string(),
    at: z.string(),
    by: z.string(),
    coders: z.array(
      z.object({
        name: z.string(),
        judged: z.int(),
        done: z.string().nullable().describe('When; null while under way'),
      }),
    ),
    reports: z.int(),
    claims: z.int().describe('To be judged by each'),
    open: z.boolean().describe('Whether somebody is not done yet: then only the own judgements are told'),
  })
  .meta({ id: 'Coding' });

/** Throws OperationError for no such coding. */
export async function codingOf(store: Store, name: string): Promise<CodingRow> {
  const found = (await store.team.codings.list()).find((one) => one.name === name);
  if (!found) throw new OperationError('coding/unknown', `There is no coding “${name}”.`);
  return found;
}

export const claimsOf = ({ reports }: CodingRow): string[] => reports.flatMap(({ claims }) => claims);
export const isOpen = ({ coders, done }: CodingRow): boolean => coders.some((coder) => done[coder] === undefined);

async function shown(store: Store, row: CodingRow): Promise<z.infer<typeof CodingShape>> {
  const judged = Map.groupBy(await store.team.codings.judgements(row.name), ({ coder }) => coder);
  const { name, at, by, reports } = row;
  return {
    name,
    at,
    by,
    coders: row.coders.map((coder) => ({
      name: coder,
      judged: (judged.get(coder) ?? []).filter(({ item }) => !item.startsWith('+')).length,
      done: row.done[coder] ?? null,
    })),
    reports: reports.length,
    claims: claimsOf(row).length,
    open: isOpen(row),
  };
}

function asCoder(row: CodingRow, by: string): void {
  if (!row.coders.includes(by))
    throw new OperationError(
      'coding/not-yours',
      `“${by}” is no coder of “${row.name}”; ${row.coders.join(' and ')} are.`,
    );
}

export const codingStart = operation({
  name: 'coding-start',
  summary:
    'Give the same reports to two people or more, who judge each claim of them without seeing what the others say.',
  input: z.object({
    coding: Name,
    coders: z.array(z.string().min(1).max(80)).min(2).max(6).describe('Who judge'),
    reports: z.array(z.string().min(1)).max(500).default([]).describe('Ids of reports, or beginnings of them'),
    share: z
      .number()
      .gt(0)
      .max(1)
      .optional()
      .describe('Instead of reports: this share of the record, drawn by its name'),
    by: z.string().min(1).max(200),
  }),
  output: CodingShape,
  changes: true,
  async run({ coding, coders, reports, share, by }, context) {
    const store = await context.store();
    if (new Set(coders).size !== coders.length) throw new OperationError('input/coders', 'A coder is named twice.');
    const ids =
      share === undefined
        ? await Promise.all(reports.map((id) => reportId(store, id)))
        : await drawn(store, coding, share);
    const some = [...new Set(ids)];
    if (some.length === 0) throw new OperationError('input/reports', 'Say which reports, or a share of the record.');
    const items: { report: string; claims: string[] }[] = [];
    let total = 0;
    for (const report of some) {
      const claims: string[] = [];
      for (const kind of KINDS)
        for (let after: string | null = null; ; ) {
          const page: Awaited<ReturnType<Store['claims']>> = await store.claims(
            { report, kind, all: true },
            { limit: 500, after },
          );
          claims.push(
            ...page.claims
              .filter(({ standing, reader }) => standing !== 'superseded' && reader !== null)
              .map(({ id }) => id),
          );
          after = page.next;
          if (after === null) break;
        }
      total += claims.length;
      items.push({ report, claims: claims.sort() });
    }
    if (total === 0 || total > MOST_CLAIMS)
      throw new OperationError(
        'input/reports',
        `These reports have ${total} claims; a coding takes 1 to ${MOST_CLAIMS}.`,
      );
    if (!(await store.team.codings.start({ name: coding, at: context.now(), by, coders, reports: items })))
      throw new OperationError('coding/taken', `There is a coding “${coding}” already.`);
    return shown(store, await codingOf(store, coding));
  },
});

/** Reports by a hash of their id and the coding's name: the same share each time, and another for another name. */
async function drawn(store: Store, name: string, share: number): Promise<string[]> {
  const found: [string, string][] = [];
  for (let after: string | null = null; ; ) {
    const page: Awaited<ReturnType<Store['list']>> = await store.list({ limit: 1000, after });
    for (const { id, copyOf } of page.reports)
      if (copyOf === null) found.push([createHash('sha256').update(`${name} ${id}`).digest('hex'), id]);
    after = page.next;
    if (after === null) break;
  }
  found.sort(([a], [b]) => (a < b ? -1 : 1));
  return found.slice(0, Math.min(500, Math.ceil(found.length * share))).map(([, id]) => id);
}

export const coding = operation({
  name: 'coding',
  summary:
    'List double codings with how far each coder is; with a name and a coder, the claims to judge and that coder’s own judgements.',
  input: z.object({
    coding: Name.optional(),
    coder: z.string().min(1).max(80).optional().describe('Whose work; whoever has signed in sees the own alone'),
    limit: z.coerce.number().int().min(1).max(500).default(50).describe('Claims a page'),
    after: z.string().optional().describe('The "next" of the page before'),
    left: z
      .union([z.boolean(), z.enum(['true', 'false']).transform((value) => value === 'true')])
      .default(false)
      .describe('Only what is not judged yet'),
  }),
  output: z
    .object({
      codings: z.array(CodingShape),
      items: z.array(z.object({ claim: ClaimShape, judgement: Judgement.nullable() })),
      missed: z.array(Missed).describe('What this coder misses'),
      next: z.string().nullable(),
    })
    .meta({ id: 'Codings' }),
  changes: false,
  async run({ coding: name, coder, limit, after, left }, context) {
    const store = await context.store();
    const rows = name === undefined ? await store.team.codings.list() : [await codingOf(store, name)];
    const codings = await Promise.all(rows.map((row) => shown(store, row)));
    const [row] = rows;
    if (name === undefined || coder === undefined || !row) return { codings, items: [], missed: [], next: null };
    asCoder(row, coder);
    const own = (await store.team.codings.judgements(name)).filter((one) => one.coder === coder);
    const judged = new Map(own.map(({ item, body }) => [item, body as Judgement]));
    const ids = claimsOf(row).filter((id) => !left || !judged.has(id));
    const start = after === undefined ? 0 : ids.indexOf(after) + 1;
    if (after !== undefined && start === 0 && !claimsOf(row).includes(after))
      throw new OperationError('input/after', `“${after.slice(0, 80)}” is no cursor of this list.`);
    const items = [];
    for (const id of ids.slice(start, start + limit)) {
      const held = await store.claim(id);
      // what was decided upon it since is no business of one who judges it anew
      if (held)
        items.push({
          claim: { ...held, status: 'open', edited: [] } as unknown as z.infer<typeof ClaimShape>,
          judgement: judged.get(id) ?? null,
        });
    }
    const missed = own.filter(({ item }) => item.startsWith('+')).map(({ body }) => body as Missed);
    return { codings, items, missed, next: start + limit < ids.length ? (ids[start + limit - 1] ?? null) : null };
  },
});

export const codingJudge = operation({
  name: 'coding-judge',
  summary:
    'Say of a claim of a double coding whether its report says so, or name what the report says and no claim holds.',
  input: z.object({
    coding: Name,
    claim: z.string().min(1).optional().describe('The claim that is judged'),
    verdict: Verdict.nullable().optional().describe('null takes the judgement back'),
    type: z.string().max(80).optional().describe('The type that it should have'),
    note: z.string().max(2000).optional(),
    report: z.string().min(1).optional().describe('Where something is missed'),
    kind: z.enum(KINDS).optional(),
    start: z.int().min(0).optional(),
    end: z.int().min(1).optional(),
    by: z.string().min(1).max(200).describe('Who judges'),
  }),
  output: z.object({ judged: z.int(), left: z.int() }).meta({ id: 'Judged' }),
  changes: true,
  async run({ coding: name, claim, verdict, type, note, report, kind, start, end, by }, context) {
    const store = await context.store();
    const row = await codingOf(store, name);
    asCoder(row, by);
    if (!isOpen(row) || row.done[by] !== undefined)
      throw new OperationError('coding/done', `“${by}” is done with “${name}”; judgements stay as they are.`);
    const at = context.now();
    const claims = claimsOf(row);
    if (claim !== undefined) {
      const item = await wholeId(store, claim);
      if (!claims.includes(item)) throw new OperationError('coding/unknown-claim', `“${claim}” is not in “${name}”.`);
      if (verdict === undefined) throw new OperationError('input/verdict', 'Say right, wrong or unclear.');
      const body = verdict === null ? null : { verdict, type: type ?? null, note: note ?? null };
      await store.team.codings.judge(name, { coder: by, item, at, body });
    } else {
      if (report === undefined || kind === undefined || start === undefined || end === undefined)
        throw new OperationError('input/claim', 'Name a claim, or the report, kind, start and end of what is missed.');
      const id = await reportId(store, report);
      const { text } = (await store.show(id))?.reading.report ?? { text: '' };
      if (!row.reports.some((one) => one.report === id) || start >= end || end > text.length)
        throw new OperationError('input/span', `${start} to ${end} are no words of a report of “${name}”.`);
      const missed: Missed = { report: id, kind, start, end, words: text.slice(start, end), type: type ?? null };
      const item = `+${id}:${kind}:${start}-${end}`;
      await store.team.codings.judge(name, { coder: by, item, at, body: verdict === null ? null : { ...missed } });
    }
    const judged = (await store.team.codings.judgements(name)).filter(
      ({ coder, item }) => coder === by && !item.startsWith('+'),
    ).length;
    return { judged, left: claims.length - judged };
  },
});

export const codingDone = operation({
  name: 'coding-done',
  summary: 'Close one’s own part of a double coding; once all have, their agreement is told.',
  input: z.object({ coding: Name, by: z.string().min(1).max(200).describe('Who is done') }),
  output: CodingShape,
  changes: true,
  async run({ coding: name, by }, context) {
    const store = await context.store();
    const row = await codingOf(store, name);
    asCoder(row, by);
    const judged = (await store.team.codings.judgements(name)).filter(
      ({ coder, item }) => coder === by && !item.startsWith('+'),
    ).length;
    const left = claimsOf(row).length - judged;
    if (left > 0)
      throw new OperationError(
        'coding/left',
        `${left} claims of “${name}” are not judged by “${by}” yet; unclear is an answer too.`,
      );
    await store.team.codings.done(name, by, context.now());
    return shown(store, await codingOf(store, name));
  },
});
