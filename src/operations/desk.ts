// The record in, what needs a decision now out, the most pressing first, each with why it is here and its words.
import { z } from 'zod';
import type { Chronicle } from '../record/chronicle.ts';
import { dayOf } from '../record/incident/day.ts';
import type { Incident } from '../record/incident/incident-index.ts';
import type { Flag } from '../record/ledger/flag.ts';
import { sentenceAround } from '../record/sentence.ts';
import { AsOf, chronicle } from './chronicle.ts';
import { toldWords } from './commitments.ts';
import { countedByFlag, DeskItem, newest, ofFlag, pressing, QUIET, WEIGHT } from './desk-item.ts';
import { keptDesk } from './kept-desk.ts';
import { incidentRow, type Words } from './ledger-shapes.ts';
import { operation } from './operation.ts';
import { AfterInput, pageAfter } from './page-after.ts';

/** Words of a report with whoever published them and the sentence around them: what a person needs to decide. */
function inSentence(record: Chronicle, claim: string | null, words: z.infer<typeof Words>): DeskItem['words'][number] {
  const about = record.readings.get(words.report)?.report;
  return {
    ...words,
    claim,
    source: about?.source ?? null,
    sentence: about ? sentenceAround(about.text, words).text : words.text,
  };
}

export const desk = operation({
  name: 'desk',
  summary:
    'What needs a decision now: accounts that exclude each other, happenings that may be one, meetings and promises whose day has passed.',
  input: AsOf.extend({
    flag: z.string().optional().describe('Only items of this kind, such as DISJOINT'),
    limit: z.coerce.number().int().min(1).max(1000).default(200),
    ...AfterInput,
    partial: z
      .union([z.boolean(), z.enum(['true', 'false']).transform((value) => value === 'true')])
      .optional()
      .describe(
        'Give what is at hand: meetings and promises may still be missing (whole says so) and come a little later',
      ),
  }),
  output: z
    .object({
      items: z.array(DeskItem),
      next: z.string().nullable(),
      open: z.int(),
      done: z.int().describe('Items decided so far'),
      flags: z
        .array(z.object({ flag: z.string(), count: z.int() }))
        .describe('What is open, by kind, the most pressing first; of all kinds, whichever is asked for'),
      whole: z.boolean().describe('False while meetings and promises are still looked through'),
    })
    .meta({ id: 'Desk' }),
  changes: false,
  async run({ flag, limit, after, asOf, partial }, context) {
    if (asOf === undefined) return keptDesk(context, { flag, limit, after, partial });
    const record = await chronicle(context, { asOf });
    const { open, all } = standingIn(record, dayOf(asOf));
    const page = pageAfter(ofFlag(open, flag), { after, limit }, ({ id }) => id);
    return {
      items: [...page.rows],
      next: page.next,
      open: open.length,
      done: all - open.length,
      flags: countedByFlag(open),
      whole: true,
    };
  },
});

interface Standing {
  /** The day from which deadlines were seen. */
  readonly today: number | null;
  /** What nobody has decided yet, in the order of the queue. */
  readonly open: readonly DeskItem[];
  /** How many items there are, decided ones too. */
  readonly all: number;
}
const found = new WeakMap<Chronicle, Standing>();

/** The items of a chronicle, put in order once: page after page is asked of the same. */
function standingIn(record: Chronicle, today: number | null): Standing {
  const known = found.get(record);
  if (known && known.today === today) return known;
  const all = itemsOf(record, today);
  const open = all.filter(({ id }) => !record.settled.has(id)).sort(pressing);
  const made: Standing = { today, open, all: all.length };
  found.set(record, made);
  return made;
}

function itemsOf(record: Chronicle, today: number | null): DeskItem[] {
  const items: DeskItem[] = [];
  const pair = (a: string, b: string) => [a, b].sort().join('|');
  const idOf = (claim: string) => record.index.incidentOf(claim)?.id ?? claim;
  // two that somebody keeps apart are not asked about again, whichever of their reports are alike
  const proposed = new Set(
    record.links.filter(({ relation }) => relation === 'apart').map(({ from, to }) => pair(idOf(from), idOf(to))),
  );
  for (const one of record.incidents) {
    for (const flag of record.flagsOf(one)) if (!QUIET.has(flag.name)) items.push(flagged(record, one, flag));
    for (const tie of record.index.proposalsFor(one)) {
      // two incidents are asked about once, by their strongest tie
      const both = pair(one.id, idOf(tie.b));
      if (proposed.has(both)) continue;
      proposed.add(both);
      items.push(proposal(record, one, `incident:same:${[tie.a, tie.b].sort().join('|')}`, tie));
    }
  }
  for (const { id, state, window, parties, steps } of record.meetings) {
    if (today === null || window === null || window[1] >= today || state === 'held' || state === 'cancelled') continue;
    const last = steps.at(-1)?.told;
    items.push({
      id: `meeting:${id}`, kind: 'meeting', flag: 'DUE', title: parties.map((party) => record.nameOf(party)).join(', '),
      why: `${state}, its day has passed and no report says whether it was held`, incident: null, choices: [], merge: null,
      words: steps.map(({ told }) => inSentence(record, told.id, toldWords(told))), published: last?.published ?? null, weight: WEIGHT['DUE'] as number,
    }); // biome-ignore format: one row an item
  }
  for (const { id, fate, kind, by, why, promise } of record.commitments) {
    if (fate !== 'unknown') continue;
    items.push({
      id: `commitment:${id}`, kind: 'promise', flag: 'DUE', title: `${by.map((party) => record.nameOf(party)).join(', ')}: ${kind}`, why,
      incident: null, choices: [], merge: null, words: [inSentence(record, promise.id, toldWords(promise))], published: promise.published, weight: WEIGHT['DUE'] as number,
    }); // biome-ignore format: one row an item
  }
  return items;
}

function flagged(record: Chronicle, one: Incident, { name, reason, words }: Flag): DeskItem {
  const { type, where } = incidentRow(record, one);
  const claims = record.figuresOf(one);
  const sides = words.map(({ claim, report, words: span }) => ({ claim, words: { ...span, report } }));
  const measure = claims.find(({ id }) => id === words[0].claim)?.measure ?? type.toLowerCase();
  return {
    id: `flag:${name}:${words.map(({ claim }) => claim).join('|')}`,
    kind: 'figure',
    flag: name,
    title: `${measure}, ${where?.name ?? 'place unknown'}`,
    why: reason,
    incident: one.id,
    choices:
      sides.length === 2
        ? sides.map(({ claim, words: span }) => ({ label: span.text, claim, cell: cellOf(claims, claim), words: span }))
        : [],
    merge: null,
    words: sides.map(({ claim, words: span }) => inSentence(record, claim, span)),
    published: newest(words.map(({ report }) => record.readings.get(report)?.report.published ?? null)),
    weight: WEIGHT[name] ?? 20,
  };
}

/** The cell of an incident that a count fills; null for a count that its grid has no row for. */
function cellOf(claims: readonly { readonly id: string; readonly measure: string }[], claim: string): string | null {
  const measure = claims.find(({ id }) => id === claim)?.measure;
  return measure === 'killed' || measure === 'injured' ? `incident:${measure}:${claim}` : null;
}

function proposal(
  record: Chronicle,
  one: Incident,
  id: string,
  { a, b, reasons }: { a: string; b: string; reasons: readonly string[] },
): DeskItem {
  const side = (claim: string) => {
    const found = record.index
      .happeningsOf(claim.slice(0, claim.indexOf('.')))
      .find((happening) => happening.id === claim);
    return found ? [inSentence(record, claim, { ...found.event.evidence, report: found.report })] : [];
  };
  const { type, where } = incidentRow(record, one);
  const words = [...side(a), ...side(b)];
  return {
    id, kind: 'event', flag: 'SAME', title: `the same ${type.toLowerCase()}${where ? ` in ${where.name}` : ''}?`,
    why: reasons.join(', '), incident: one.id, choices: [], merge: { into: a, from: b }, words,
    published: newest(words.map(({ report }) => record.readings.get(report)?.report.published ?? null)), weight: WEIGHT['SAME'] as number,
  }; // biome-ignore format: one row an item
}
