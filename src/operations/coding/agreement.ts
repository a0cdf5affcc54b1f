// A double coding that all coders have closed in, how far they agree, kind by kind, and where they do not out.
import { z } from 'zod';
import {
  cohenKappa,
  krippendorffAlpha,
  matchF1,
  percentAgreement,
  type Unit,
} from '../../record/agreement/coefficient.ts';
import type { CodingRow, JudgementRow } from '../../store/codings.ts';
import type { HeldClaim, Store } from '../../store/store.ts';
import { Words } from '../ledger-shapes.ts';
import { OperationError, operation } from '../operation.ts';
import { claimsOf, codingOf, isOpen, type Judgement, KINDS, type Missed } from './coding.ts';

const Measures = z.object({
  units: z.int().describe('Claims that all coders judged'),
  percent: z.number().nullable().describe('Share of judgements that are the same, 0 to 1'),
  kappa: z.number().nullable().describe('Cohen’s kappa; null with more than two coders, or where it says nothing'),
  alpha: z.number().nullable().describe('Krippendorff’s alpha, nominal; null where it says nothing'),
});

const Disagreement = z.object({
  claim: z.string().nullable().describe('null for words that some coder misses and another does not'),
  kind: z.enum(KINDS),
  words: Words,
  said: z.array(
    z.object({
      coder: z.string(),
      verdict: z.string(),
      type: z.string().nullable(),
      note: z.string().nullable(),
    }),
  ),
});
type Disagreement = z.infer<typeof Disagreement>;

export const agreement = operation({
  name: 'agreement',
  summary:
    'Tell how far people agree who judged the same reports unseen by each other: percent, Cohen’s kappa, Krippendorff’s alpha per kind, and every disagreement.',
  input: z.object({ coding: z.string().min(1).max(80).describe('Name of a double coding') }),
  output: z
    .object({
      coding: z.string(),
      coders: z.array(z.string()),
      kinds: z.array(
        z.object({
          kind: z.enum(KINDS),
          verdict: Measures.describe('Whether the report says so: right, wrong, unclear'),
          type: Measures.describe('Which type it has, none where it is wrong; unclear ones aside'),
          match: z
            .number()
            .nullable()
            .describe(
              'F1 of what two coders hold to be in the reports, claims judged right and words that they miss; mean over pairs',
            ),
        }),
      ),
      disagreements: z.array(Disagreement),
    })
    .meta({ id: 'Agreement' }),
  changes: false,
  async run({ coding: name }, context) {
    const store = await context.store();
    const row = await codingOf(store, name);
    if (isOpen(row)) {
      const waiting = row.coders.filter((coder) => row.done[coder] === undefined);
      throw new OperationError(
        'coding/open',
        `${waiting.join(' and ')} ${waiting.length === 1 ? 'is' : 'are'} not done with “${name}”; until then nobody sees what others say.`,
      );
    }
    const said = await saidIn(store, row);
    return {
      coding: name,
      coders: [...row.coders],
      kinds: KINDS.map((kind) => measured(kind, row.coders, said)),
      disagreements: disagreements(row.coders, said),
    };
  },
});

interface Said {
  readonly claims: readonly { readonly claim: HeldClaim; readonly by: ReadonlyMap<string, Judgement> }[];
  readonly missed: ReadonlyMap<string, readonly Missed[]>;
}

async function saidIn(store: Store, row: CodingRow): Promise<Said> {
  const all: readonly JudgementRow[] = await store.team.codings.judgements(row.name);
  const byItem = Map.groupBy(all, ({ item }) => item);
  const claims = [];
  for (const id of claimsOf(row)) {
    const claim = await store.claim(id);
    const by = new Map((byItem.get(id) ?? []).map(({ coder, body }) => [coder, body as Judgement]));
    if (claim) claims.push({ claim, by });
  }
  const missed = new Map(
    row.coders.map((coder) => [
      coder,
      all.filter((one) => one.coder === coder && one.item.startsWith('+')).map(({ body }) => body as Missed),
    ]),
  );
  return { claims, missed };
}

function measured(kind: (typeof KINDS)[number], coders: readonly string[], { claims, missed }: Said) {
  const own = claims.filter(({ claim }) => claim.kind === kind);
  const verdicts: Unit[] = own.map(({ by }) => coders.map((coder) => by.get(coder)?.verdict ?? null));
  const types: Unit[] = own.map(({ claim, by }) =>
    coders.map((coder) => {
      const judged = by.get(coder);
      if (!judged || judged.verdict === 'unclear') return null;
      return judged.verdict === 'wrong' ? 'none' : (judged.type ?? claim.type);
    }),
  );
  const scores: number[] = [];
  for (const [i, a] of coders.entries())
    for (const b of coders.slice(i + 1)) {
      const right = (coder: string) => own.filter(({ by }) => by.get(coder)?.verdict === 'right');
      const lacks = (coder: string) => (missed.get(coder) ?? []).filter((one) => one.kind === kind);
      const both = right(a).filter(({ by }) => by.get(b)?.verdict === 'right').length + pairs(lacks(a), lacks(b));
      const score = matchF1(both, right(a).length + lacks(a).length, right(b).length + lacks(b).length);
      if (score !== null) scores.push(score);
    }
  return {
    kind,
    verdict: measures(verdicts, coders.length),
    type: measures(types, coders.length),
    match: scores.length === 0 ? null : scores.reduce((sum, one) => sum + one, 0) / scores.length,
  };
}

const measures = (units: readonly Unit[], coders: number): z.infer<typeof Measures> => ({
  units: units.filter((unit) => unit.every((value) => value !== null)).length,
  percent: percentAgreement(units),
  kappa: coders === 2 ? cohenKappa(units) : null,
  alpha: krippendorffAlpha(units),
});

const same = (a: Missed, b: Missed) => a.report === b.report && a.kind === b.kind && a.start < b.end && b.start < a.end;

/** How many of the one have one of the other, each used once. */
function pairs(some: readonly Missed[], others: readonly Missed[]): number {
  const free = [...others];
  let count = 0;
  for (const one of some) {
    const at = free.findIndex((other) => same(one, other));
    if (at < 0) continue;
    free.splice(at, 1);
    count++;
  }
  return count;
}

function disagreements(coders: readonly string[], { claims, missed }: Said): Disagreement[] {
  const found: Disagreement[] = [];
  for (const { claim, by } of claims) {
    const said = coders.map((coder) => ({ coder, ...(by.get(coder) as Judgement) }));
    const told = new Set(
      said.map(({ verdict, type }) => `${verdict} ${verdict === 'right' ? (type ?? claim.type) : ''}`),
    );
    const [first] = claim.evidence;
    if (told.size < 2 || !first) continue;
    const words = { report: claim.report, start: first.start, end: first.end, text: first.quote };
    found.push({ claim: claim.id, kind: claim.kind as (typeof KINDS)[number], words, said });
  }
  for (const coder of coders)
    for (const one of missed.get(coder) ?? []) {
      const others = coders.filter(
        (other) => other !== coder && !(missed.get(other) ?? []).some((two) => same(one, two)),
      );
      if (others.length === 0) continue;
      found.push({
        claim: null,
        kind: one.kind as (typeof KINDS)[number],
        words: { report: one.report, start: one.start, end: one.end, text: one.words },
        said: [
          { coder, verdict: 'missed', type: one.type, note: null },
          ...others.map((other) => ({ coder: other, verdict: 'not missed', type: null, note: null })),
        ],
      });
    }
  return found;
}
