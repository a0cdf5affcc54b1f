// The record as of now in, what needs a decision out: put in order by rows alone, and only the page that is shown made whole.
import type { z } from 'zod';
import { dayOf } from '../record/incident/day.ts';
import { FLAGS } from '../record/ledger/flag.ts';
import { sentenceAround } from '../record/sentence.ts';
import type { FlagHead, FlagRow, Knowable, ProposalHead, ProposedTie, SourceOf } from '../store/incident-queries.ts';
import type { ProposalRow } from '../store/proposals.ts';
import type { ShownWords } from '../store/shown-happening.ts';
import type { Store } from '../store/store.ts';
import { toldWords } from './commitments.ts';
import { countedByFlag, type DeskItem, newest, ofFlag, pressing, QUIET, type Waiting, WEIGHT } from './desk-item.ts';
import { type Followed, followed, followedNow, plansAsOf } from './followed.ts';
import type { Context } from './operation.ts';
import { pageAfter } from './page-after.ts';
import { type ProposalShape, shownProposal } from './propose.ts';

/** What waits, with what its item is made of. */
type Queued = Waiting &
  (
    | { readonly head: FlagHead }
    | { readonly tie: ProposalHead }
    | { readonly row: ProposalRow }
    | { readonly item: DeskItem }
    | { readonly kept: FlagRow }
  );

export async function keptDesk(
  context: Context,
  {
    flag,
    limit,
    after,
    partial = false,
  }: {
    readonly flag?: string | undefined;
    readonly limit: number;
    readonly after?: string | undefined;
    /** Meetings and promises may come later. */
    readonly partial?: boolean | undefined;
  },
): Promise<{
  items: DeskItem[];
  next: string | null;
  open: number;
  done: number;
  flags: { flag: string; count: number }[];
  whole: boolean;
}> {
  const store = await context.store();
  const { open: standing, all, isWhole } = await standingIn(context, store, partial);
  const rows = await store.team.proposals.list();
  const waiting = rows
    .filter(({ decision }) => decision === null)
    .map((row) => ({ id: row.id, flag: 'PROPOSED', weight: WEIGHT['PROPOSED'] as number, published: row.at, row }));
  const open = waiting.length === 0 ? standing : [...standing, ...waiting].sort(pressing);
  const page = pageAfter(ofFlag(open, flag), { after, limit }, ({ id }) => id);
  return {
    items: await whole(context, store, page.rows),
    next: page.next,
    open: open.length,
    done: all + rows.length - open.length,
    flags: countedByFlag(open),
    whole: isWhole,
  };
}

/** The same of what could have been known at a moment; agents propose about now. */
export async function deskThen(
  context: Context,
  asOf: string,
  {
    flag,
    limit,
    after,
  }: { readonly flag?: string | undefined; readonly limit: number; readonly after?: string | undefined },
) {
  const store = await context.store();
  const moment: Knowable = { at: asOf, mode: 'knowable' };
  const arrival = await store.arrival();
  let standing = then.get(store);
  if (standing?.arrival !== arrival || standing.asOf !== asOf) {
    standing = { asOf, ...(await standingAt(context, store, moment, arrival)) };
    then.set(store, standing);
  }
  const { open, all } = standing;
  const page = pageAfter(ofFlag(open, flag), { after, limit }, ({ id }) => id);
  return {
    items: await whole(context, store, page.rows, moment),
    next: page.next,
    open: open.length,
    done: all - open.length,
    flags: countedByFlag(open),
    whole: true,
  };
}

/** The queue of the moment that was asked for last. */
const then = new WeakMap<Store, Standing & { readonly asOf: string }>();

async function standingAt(context: Context, store: Store, moment: Knowable, arrival: number): Promise<Standing> {
  const { incidents } = store;
  const today = dayOf(moment.at);
  const flags = await incidents.flags(
    FLAGS.filter((name) => !QUIET.has(name)),
    moment,
  );
  const plans = await plansAsOf(context, { asOf: moment.at });
  const all: Queued[] = [
    ...flags.map((kept) => ({ ...waitingFlag(kept), kept })),
    ...(await incidents.proposalHeads(moment)).map(waitingTie),
    ...dueItems(plans, today).map(waitingItem),
  ];
  const settled = await incidents.settled(SETTLED_KINDS);
  return {
    arrival,
    today,
    open: all.filter(({ id }) => !settled.has(id)).sort(pressing),
    all: all.length,
    isWhole: true,
  };
}

const SETTLED_KINDS = ['flag', 'incident', 'meeting', 'commitment'];

const waitingFlag = ({ id, name, published }: FlagHead | FlagRow) => ({
  id,
  flag: name,
  weight: WEIGHT[name] ?? 20,
  published,
});

const waitingTie = (tie: ProposalHead) => ({
  id: `incident:same:${tie.a}|${tie.b}`,
  flag: 'SAME',
  weight: WEIGHT['SAME'] as number,
  published: tie.published,
  tie,
});

const waitingItem = (item: DeskItem) => ({
  id: item.id,
  flag: item.flag,
  weight: item.weight,
  published: item.published,
  item,
});

/** The queue without what agents propose. */
interface Standing {
  readonly arrival: number;
  readonly today: number | null;
  readonly open: readonly Queued[];
  /** How many there are, decided ones too. */
  readonly all: number;
  /** Whether meetings and promises are among them. */
  readonly isWhole: boolean;
}

const found = new WeakMap<Store, Standing>();

/** Put in order once as long as nothing new arrives: page after page is asked of the same. */
async function standingIn(context: Context, store: Store, partial: boolean): Promise<Standing> {
  const { incidents } = store;
  const today = dayOf(context.now());
  const arrival = await store.arrival();
  const known = found.get(store);
  if (known?.arrival === arrival && known.today === today) return known;
  const heads = await incidents.flagHeads(FLAGS.filter((name) => !QUIET.has(name)));
  const ties = await incidents.proposalHeads();
  const { plans, whole: isWhole } = partial
    ? await followedNow(context, today)
    : { plans: await followed(context, today), whole: true };
  const due = plans ? dueItems(plans, today) : [];
  const all: Queued[] = [
    ...heads.map((head) => ({ ...waitingFlag(head), head })),
    ...ties.map(waitingTie),
    ...due.map(waitingItem),
  ];
  const settled = await incidents.settled(SETTLED_KINDS);
  const open = all.filter(({ id }) => !settled.has(id)).sort(pressing);
  const made: Standing = { arrival, today, open, all: all.length, isWhole };
  // without meetings and promises it is looked into again when it is next asked for
  if (isWhole) found.set(store, made);
  return made;
}

async function whole(context: Context, store: Store, page: readonly Queued[], moment?: Knowable): Promise<DeskItem[]> {
  const { incidents } = store;
  const flags = new Map(
    (await incidents.flagsAt(page.flatMap((one) => ('head' in one ? [one.head] : [])))).map((flag) => [flag.id, flag]),
  );
  const heads = page.flatMap((one) => ('tie' in one ? [one.tie] : []));
  const ties = new Map((await incidents.proposalsAt(heads, moment)).map((tie) => [tie.head, tie]));
  const kept = page.flatMap((one) => ('kept' in one ? [one.kept] : []));
  const sources = await incidents.sources([
    ...[...flags.values(), ...kept].flatMap(({ words }) => words.map(({ report }) => report)),
    ...[...ties.values()].flatMap(({ a, b }) => [a.report, b.report]),
  ]);
  const items: DeskItem[] = [];
  for (const one of page) {
    if ('item' in one) items.push(one.item);
    else if ('kept' in one) items.push(flagged(one.kept, sources));
    else if ('row' in one) items.push(await proposed(store, await shownProposal(context, one.row)));
    else if ('head' in one) {
      const flag = flags.get(one.id);
      if (flag) items.push(flagged(flag, sources));
    } else {
      const tie = ties.get(one.tie);
      if (tie) items.push(same(one, tie, sources));
    }
  }
  return items;
}

const shown = (
  { claim, report, start, end, text, sentence }: ShownWords,
  sources: ReadonlyMap<string, SourceOf>,
): DeskItem['words'][number] => ({
  start,
  end,
  text,
  report,
  claim,
  source: sources.get(report)?.source ?? null,
  sentence,
});

function flagged(
  { id, name, reason, title, incident, published, words }: FlagRow,
  sources: ReadonlyMap<string, SourceOf>,
): DeskItem {
  return {
    id,
    kind: 'figure',
    flag: name,
    title,
    why: reason,
    incident,
    choices:
      words.length === 2
        ? words.map(({ claim, cell, report, start, end, text }) => ({
            label: text,
            claim,
            cell,
            words: { start, end, text, report },
          }))
        : [],
    merge: null,
    words: words.map((one) => shown(one, sources)),
    published,
    weight: WEIGHT[name] ?? 20,
  };
}

function same(
  { id, weight }: Waiting,
  { a, b, reasons, incident: { id: incident, type, where } }: ProposedTie,
  sources: ReadonlyMap<string, SourceOf>,
): DeskItem {
  return {
    id,
    kind: 'event',
    flag: 'SAME',
    title: `the same ${type.toLowerCase()}${where ? ` in ${where.name}` : ''}?`,
    why: reasons.join(', '),
    incident,
    choices: [],
    merge: { into: a.claim, from: b.claim },
    words: [shown(a, sources), shown(b, sources)],
    published: newest([a, b].map(({ report }) => sources.get(report)?.published ?? null)),
    weight,
  };
}

/** Meetings whose day has passed without a word on whether they were held, and promises of which nothing was told. */
function dueItems({ meetings, commitments, nameOf, sourceOf }: Followed, today: number | null): DeskItem[] {
  const items: DeskItem[] = [];
  const about = { flag: 'DUE', incident: null, choices: [], merge: null, weight: WEIGHT['DUE'] as number };
  const words = (told: Followed['commitments'][number]['promise']) => ({
    ...toldWords(told),
    claim: told.id,
    source: sourceOf(told.report).source,
    sentence: told.sentence.text,
  });
  for (const { id, state, window, parties, steps } of meetings) {
    if (today === null || window === null || window[1] >= today || state === 'held' || state === 'cancelled') continue;
    items.push({
      ...about,
      id: `meeting:${id}`,
      kind: 'meeting',
      title: parties.map(nameOf).join(', '),
      why: `${state}, its day has passed and no report says whether it was held`,
      words: steps.map(({ told }) => words(told)),
      published: steps.at(-1)?.told.published ?? null,
    });
  }
  for (const { id, fate, kind, by, why, promise } of commitments)
    if (fate === 'unknown')
      items.push({
        ...about,
        id: `commitment:${id}`,
        kind: 'promise',
        title: `${by.map(nameOf).join(', ')}: ${kind}`,
        why,
        words: [words(promise)],
        published: promise.published,
      });
  return items;
}

/** What an agent would decide, for a person to take over or refuse. */
async function proposed(
  store: Store,
  { id, at, by, proposes, words }: z.infer<typeof ProposalShape>,
): Promise<DeskItem> {
  const { act, targets, field, value, into, to, relation, kind, text } = proposes as Record<string, unknown>;
  const upon = Array.isArray(targets) && targets.length > 0 ? targets.map(String).join(', ') : null;
  const detail = [
    ...(field === undefined ? [] : [`${field} = ${JSON.stringify(value)}`]),
    ...(into === undefined ? [] : [`into ${into}`]),
    ...(to === undefined ? [] : [`${relation} ${to}`]),
    ...(kind === undefined ? [] : [`a ${kind}`]),
    ...(text === undefined ? [] : [`“${text}”`]),
  ];
  return {
    id, kind: 'proposal', flag: 'PROPOSED', title: `${by}: ${act} ${detail.join(', ')}`.trim(),
    why: [String(proposes['why']), ...(upon === null ? [] : [`upon ${upon}`])].join('; '), incident: null, choices: [], merge: null,
    words: await Promise.all(words.map((one) => inSentence(store, one))), published: at, weight: WEIGHT['PROPOSED'] as number,
  }; // biome-ignore format: one row an item
}

async function inSentence(
  store: Store,
  words: z.infer<typeof ProposalShape>['words'][number],
): Promise<DeskItem['words'][number]> {
  const about = (await store.show(words.report))?.reading.report;
  return {
    ...words,
    claim: null,
    source: about?.source ?? null,
    sentence: about ? sentenceAround(about.text, words).text : words.text,
  };
}
