// Events in the making with the report's figures, times and statements in; which of those belong to which event out.
import type { Span } from '../../report/span.ts';
import { REL, type TokenView, VERB } from '../actors/token-view.ts';
import type { FoundFigures } from '../figures/figure.ts';
import type { FoundPlaces } from '../places/place.ts';
import type { Found as Statements } from '../statements/statement.ts';
import type { FoundTimes } from '../times/time.ts';
import { type Draft, settled } from './draft.ts';

export interface Links {
  /** Indices of the figures that count what the event did. */
  figures(draft: Draft): number[];
  /** Index of the time in the words given, nearest to the trigger; null for none. */
  time(draft: Draft, evidence: Span): number | null;
  /** Index of the place that the words put it at; null for none. */
  place(draft: Draft, evidence: Span): number | null;
  /** Index of the innermost statement whose words hold the trigger; null for none. */
  statement(draft: Draft): number | null;
}

export interface LinkedLayers {
  readonly figures: FoundFigures;
  readonly times: FoundTimes;
  readonly statements: Statements;
  readonly places: FoundPlaces;
}

/** How far up the tree a figure's own word looks for its event. */
const STEPS = 5;
/** Words before a verb in which what it counts is looked for. */
const COUNTER = 40;
const COUNTS_EVENTS: ReadonlySet<string> = new Set([
  'killed', 'injured', 'missing', 'captured', 'displaced', 'evacuated', 'detained', 'troops', 'fighters', 'launched', 'intercepted', 'attacks', 'vehicles', 'people', 'money',
]); // biome-ignore format: one table
const SUPERLATIVE = /\b(?:most|largest|biggest|worst|deadliest|first|heaviest|only|latest|\w+est)\b/i;
const HARM: ReadonlySet<string> = new Set([
  'killed',
  'injured',
  'missing',
  'launched',
  'intercepted',
  'attacks',
  'vehicles',
]);

export function linksOf(view: TokenView, drafts: readonly Draft[], layers: LinkedLayers): Links {
  const at = new Map<number, Draft>();
  for (const draft of drafts) {
    for (const token of [draft.coded.trigger, draft.coded.clause, ...draft.coded.operators])
      if (!at.has(token)) at.set(token, draft);
  }
  const counted = new Map<Draft, number[]>();
  layers.figures.mentions.forEach(({ head, value }, index) => {
    if (value.minor || !COUNTS_EVENTS.has(value.measure)) return;
    const draft =
      ownerOf(value.trigger ?? head, view, at, value.measure) ??
      ownerOf(head, view, at, value.measure) ??
      counterOf(head, view, at, value.measure);
    if (!draft) return;
    const into = settled(draft);
    const list = counted.get(into);
    if (list) list.push(index);
    else counted.set(into, [index]);
  });
  const statementAt = innermost(view, layers.statements);
  return {
    figures: (draft) => counted.get(draft) ?? [],
    time: (draft, evidence) => timeIn(view, layers.times, view.start[draft.coded.trigger] ?? 0, evidence),
    place: (draft, evidence) => placeIn(view, layers.places, draft, evidence),
    statement: (draft) => {
      const index = statementAt[draft.coded.trigger] ?? -1;
      return index < 0 ? null : index;
    },
  };
}

/** Index of the time within the words given that stands nearest to an offset; null for none. */
export function timeIn(view: TokenView, { mentions }: FoundTimes, trigger: number, evidence: Span): number | null {
  let best = -1;
  let distance = Number.POSITIVE_INFINITY;
  for (let i = firstAfter(mentions, evidence.start); i < mentions.length; i++) {
    const { span, value } = mentions[i] as (typeof mentions)[number];
    if (span.start >= evidence.end) break;
    if (value.type !== 'DATE' && value.type !== 'TIME') continue;
    // "the deadliest attack this year": the year is what it is compared in
    if (value.value.length === 4 && SUPERLATIVE.test(view.text.slice(evidence.start, span.start))) continue;
    const away = Math.min(Math.abs(span.start - trigger), Math.abs(span.end - trigger));
    if (away < distance) {
      distance = away;
      best = i;
    }
  }
  return best < 0 ? null : best;
}

/** Index of the place that an event's words put it at; null for none. */
export function placeIn(
  view: TokenView,
  { mentions, places }: FoundPlaces,
  draft: Draft,
  evidence: Span,
): number | null {
  const trigger = view.start[draft.coded.trigger] ?? 0;
  let best: number | null = null;
  let distance = Number.POSITIVE_INFINITY;
  for (let i = firstAfter(mentions, evidence.start); i < mentions.length; i++) {
    const { span, head, value } = mentions[i] as (typeof mentions)[number];
    if (span.start >= evidence.end) break;
    const patient = draft.coded.patients.includes(head);
    if (!patient && !standsAt(view, span.start)) continue;
    // a town says more than its country, and what stands behind the trigger belongs to it
    const away =
      Math.abs(span.start - trigger) +
      (span.start < trigger ? 60 : 0) +
      (places[value.place]?.precision === 'country' ? 200 : 0);
    if (away < distance) {
      distance = away;
      best = value.place;
    }
  }
  return best;
}

/** For every token the shortest statement whose words hold it; -1 for none. */
function innermost(view: TokenView, { statements }: Statements): Int32Array {
  const at = new Int32Array(view.length).fill(-1);
  const length = new Int32Array(view.length).fill(2147483647);
  statements.forEach(({ value }, index) => {
    for (const { start, end } of value.content) {
      let token = 0;
      for (let high = view.length; token < high; ) {
        const middle = (token + high) >> 1;
        if ((view.start[middle] ?? 0) < start) token = middle + 1;
        else high = middle;
      }
      for (; token < view.length && (view.start[token] ?? 0) < end; token++) {
        if (end - start >= (length[token] ?? 0)) continue;
        length[token] = end - start;
        at[token] = index;
      }
    }
  });
  return at;
}

/** Index of the first mention that ends behind an offset; mentions stand in order. */
function firstAfter(mentions: readonly { readonly span: Span }[], offset: number): number {
  let low = 0;
  for (let high = mentions.length; low < high; ) {
    const middle = (low + high) >> 1;
    if ((mentions[middle]?.span.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether a preposition of place stands before the words that begin at an offset. */
function standsAt(view: TokenView, offset: number): boolean {
  return /\b(?:in|at|near|inside|outside|across|around|over|throughout|within|on|along) (?:the |a |an )?(?:(?:town|city|village|port|capital|district|province|region|state|area|north|south|east|west|northern|southern|eastern|western|central) ?(?:of )?(?:the )?)*$/i.test(
    view.text.slice(Math.max(0, offset - 60), offset),
  );
}

/** "The number of people killed by the strike rose to 17": the event in the words whose count it is that goes up. */
function counterOf(number: number, view: TokenView, at: ReadonlyMap<number, Draft>, measure: string): Draft | null {
  if (!HARM.has(measure) || view.lower[number - 1] !== 'to') return null;
  const verb = view.head[number] ?? -1;
  if (verb < 0 || verb > number || view.upos[verb] !== VERB) return null;
  let found: Draft | null = null;
  for (let token = verb - 1; token >= Math.max(0, verb - COUNTER); token--) {
    if (view.sentence[token] !== view.sentence[verb]) break;
    const draft = at.get(token);
    if (!draft || settled(draft).code.type !== 'ASSAULT') continue;
    let up = token;
    for (let steps = 0; steps < STEPS && up >= 0 && view.head[up] !== verb; steps++) up = view.head[up] ?? -1;
    if (up >= 0 && view.head[up] === verb && view.relation[up] === REL.nsubj) found = draft;
  }
  return found;
}

/** The event at a word or at one above it, within its clause. */
function ownerOf(from: number, view: TokenView, at: ReadonlyMap<number, Draft>, measure: string): Draft | null {
  let token = from;
  for (let steps = 0; steps < STEPS && token >= 0; steps++) {
    const draft = at.get(token);
    if (
      draft &&
      (!HARM.has(measure) || settled(draft).code.type === 'ASSAULT' || settled(draft).code.type === 'COERCE')
    )
      return draft;
    token = view.head[token] ?? -1;
  }
  return null;
}
