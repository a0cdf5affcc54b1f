// Events in the making with the report's figures, times and statements in; which of those belong to which event out.
import { firstFrom } from '../../text/first-from.ts';
import { REL, type TokenView, VERB } from '../actors/token-view.ts';
import type { FoundFigures } from '../figures/figure.ts';
import type { Found as Statements } from '../statements/statement.ts';
import { type Draft, settled } from './draft.ts';
import type { RoleReader } from './roles.ts';

export interface Links {
  /** Indices of the figures that count what the event did. */
  figures(draft: Draft): number[];
  /** Index of the innermost statement whose words hold the trigger; null for none. */
  statement(draft: Draft): number | null;
}

export interface LinkedLayers {
  readonly figures: FoundFigures;
  readonly statements: Statements;
}

/** How far up the tree a figure's own word looks for its event. */
const STEPS = 5;
/** Words before a verb in which what it counts is looked for. */
const COUNTER = 40;
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

export function linksOf(view: TokenView, roles: RoleReader, drafts: readonly Draft[], layers: LinkedLayers): Links {
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
      counterOf(head, view, at, value.measure) ??
      occasionOf(value.trigger ?? head, view, roles, at, value.measure);
    if (!draft) return;
    const into = settled(draft);
    const list = counted.get(into);
    if (list) list.push(index);
    else counted.set(into, [index]);
  });
  const statementAt = innermost(view, layers.statements);
  return {
    figures: (draft) => counted.get(draft) ?? [],
    statement: (draft) => {
      const index = statementAt[draft.coded.trigger] ?? -1;
      return index < 0 ? null : index;
    },
  };
}

const kept = new WeakMap<Statements, Int32Array>();

/** For every token the shortest statement whose words hold it; -1 for none. Kept as long as the statements are. */
export function innermost(view: TokenView, found: Statements): Int32Array {
  const known = kept.get(found);
  if (known) return known;
  const { statements } = found;
  const at = new Int32Array(view.length).fill(-1);
  const length = new Int32Array(view.length).fill(2147483647);
  statements.forEach(({ value }, index) => {
    for (const { start, end } of value.content) {
      const first = firstFrom(view.start, start, view.length);
      for (let token = first; token < view.length && (view.start[token] ?? 0) < end; token++) {
        if (end - start >= (length[token] ?? 0)) continue;
        length[token] = end - start;
        at[token] = index;
      }
    }
  });
  kept.set(found, at);
  return at;
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

const SUFFERED: ReadonlySet<string> = new Set(['killed', 'injured', 'missing', 'captured', 'displaced']);
const IN: readonly string[] = ['in', 'by', 'during', 'from', 'after'];
const WHEN: ReadonlySet<string> = new Set(['when', 'as', 'after', 'since']);

/** "Nine are dead after the blast", "nine people dead in raid": what tells of a fate without a verb of its own. */
const isDead = (token: number, { lower, relation, head }: TokenView): boolean =>
  lower[token] === 'dead' && (relation[token] !== REL.amod || (head[token] ?? 0) < token);

/** "Twelve died in the attack", "lost their lives when a bomb exploded": the attack that hangs below the verb of their fate. */
function occasionOf(from: number, view: TokenView, roles: RoleReader, at: ReadonlyMap<number, Draft>, measure: string): Draft | null {
  if (!SUFFERED.has(measure)) return null;
  let fate = from;
  for (let steps = 0; steps < 4 && fate >= 0; steps++) {
    if (view.upos[fate] === VERB) return attackBelow(fate, view, roles, at);
    const found = isDead(fate, view) ? attackBelow(fate, view, roles, at) : null;
    if (found) return found;
    fate = view.head[fate] ?? -1;
  }
  return null;
} // biome-ignore format: long signature

/** The attack that is told to have brought a fate about. */
function attackBelow(verb: number, view: TokenView, roles: RoleReader, at: ReadonlyMap<number, Draft>): Draft | null {
  const attack = (token: number) => {
    const draft = at.get(token);
    return draft && settled(draft).code.type === 'ASSAULT' ? draft : null;
  };
  for (const preposition of IN) {
    const led = roles.obliqueOf(verb, preposition);
    const found = led < 0 ? null : attack(led);
    if (found) return found;
  }
  // "died of cholera after the army attacked"
  if (roles.obliqueOf(verb, 'of') >= 0) return null;
  const { first, next } = roles.children;
  for (let child = first[verb] as number; child >= 0; child = next[child] as number) {
    if (view.relation[child] === REL.obj && child > verb) {
      // "lost their lives in the attack" hangs from the lives
      for (const preposition of IN) {
        const led = roles.obliqueOf(child, preposition);
        const found = led < 0 ? null : attack(led);
        if (found) return found;
      }
    }
    if (view.relation[child] !== REL.advcl || child < verb) continue;
    const opens = first[child] as number;
    if (opens < 0 || !WHEN.has(view.lower[opens] ?? '')) continue;
    const found = attack(child) ?? attack(roles.clauses.object[child] ?? -1);
    if (found) return found;
  }
  return null;
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
