// Events in the making with the report's figures, times and statements in; which of those belong to which event out.
import type { Span } from '../../report/span.ts';
import type { TokenView } from '../actors/token-view.ts';
import type { FoundFigures } from '../figures/figure.ts';
import type { Found as Statements } from '../statements/statement.ts';
import type { FoundTimes } from '../times/time.ts';
import { type Draft, settled } from './draft.ts';

export interface Links {
  /** Indices of the figures that count what the event did. */
  figures(draft: Draft): number[];
  /** Index of the time in the words given, nearest to the trigger; null for none. */
  time(draft: Draft, evidence: Span): number | null;
  /** Index of the innermost statement whose words hold the trigger; null for none. */
  statement(draft: Draft): number | null;
}

export interface LinkedLayers {
  readonly figures: FoundFigures;
  readonly times: FoundTimes;
  readonly statements: Statements;
}

/** How far up the tree a figure's own word looks for its event. */
const STEPS = 5;
const COUNTS_EVENTS: ReadonlySet<string> = new Set([
  'killed', 'injured', 'missing', 'captured', 'displaced', 'evacuated', 'detained', 'troops', 'fighters', 'launched', 'intercepted', 'attacks', 'vehicles', 'people', 'money',
]); // biome-ignore format: one table
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
    const draft = ownerOf(value.trigger ?? head, view, at, value.measure) ?? ownerOf(head, view, at, value.measure);
    if (!draft) return;
    const into = settled(draft);
    const list = counted.get(into);
    if (list) list.push(index);
    else counted.set(into, [index]);
  });
  return {
    figures: (draft) => counted.get(draft) ?? [],
    time(draft, evidence) {
      const trigger = view.start[draft.coded.trigger] ?? 0;
      let best = -1;
      let distance = Number.POSITIVE_INFINITY;
      const { mentions } = layers.times;
      let low = 0;
      for (let high = mentions.length; low < high; ) {
        const middle = (low + high) >> 1;
        if ((mentions[middle]?.span.end ?? 0) <= evidence.start) low = middle + 1;
        else high = middle;
      }
      for (let i = low; i < mentions.length; i++) {
        const { span, value } = mentions[i] as (typeof mentions)[number];
        if (span.start >= evidence.end) break;
        if (value.type !== 'DATE' && value.type !== 'TIME') continue;
        const away = Math.min(Math.abs(span.start - trigger), Math.abs(span.end - trigger));
        if (away < distance) {
          distance = away;
          best = i;
        }
      }
      return best < 0 ? null : best;
    },
    statement(draft) {
      const start = view.start[draft.coded.trigger] ?? 0;
      let found: number | null = null;
      let length = Number.POSITIVE_INFINITY;
      layers.statements.statements.forEach(({ value }, index) => {
        for (const piece of value.content)
          if (piece.start <= start && start < piece.end && piece.end - piece.start < length) {
            found = index;
            length = piece.end - piece.start;
          }
      });
      return found;
    },
  };
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
