// A quantity in, the whole list it stands in out, with the sum: "four men, two women and a child".
import { bind, comma, countsPeople, type Finder, governedAfter, has, is, named } from './clause.ts';
import { codeAt } from './numeral.ts';
import { NUMBER, SIGN } from './pieces.ts';
import type { Quantity } from './quantity.ts';
import { bareSingle, lastSingle, single } from './single.ts';
import { CLOSED } from './vocabulary.ts';

/**
 * The quantity and those joined to it: "two women and seven children", "four men, two women and a child". Only a list that
 * ends in "and" is a list; `until` is where the verb of a subject begins (what stands before it belongs to that verb).
 */
export function joined(f: Finder, first: Quantity, until = -1, measure = 'killed'): Quantity[] {
  const { p } = f;
  const all = [first];
  let last = first;
  let closed = false;
  for (let k = 0; k < 8 && !closed; k++) {
    let at = last.to;
    if (named(last) && codeAt(p, at) === 44 && p.kind[at + 1] === NUMBER && comma(p, at + 2)) at += 2; // "John Smith, 34,"
    const listed = comma(p, at);
    if (listed) at++;
    const others = listed && named(last) && until < 0 ? pastApposition(f, at) : null;
    if (others && countsPeople(f, others, measure)) {
      all.push(others);
      closed = true;
      break;
    }
    if (has(p, at, CLOSED.and)) {
      at++;
      closed = true;
    } else if (is(f, at, 'as') && is(f, at + 1, 'well') && is(f, at + 2, 'as')) {
      at += 3;
      closed = true;
    } else if (!listed) {
      const far = overPhrase(f, last.to);
      if (far < 0 || until >= 0) break;
      all.push(f.at.get(far) as Quantity);
      closed = true;
      break;
    }
    if (has(p, at, CLOSED.adverb) && closed) at++;
    if (has(p, at, CLOSED.possessive | CLOSED.the) && f.at.has(at + 1)) at++;
    const self = has(p, at, CLOSED.object);
    const next = f.at.get(at) ?? single(f, at, self) ?? bareSingle(f, at);
    if (!next || !countsPeople(f, next, measure) || (!next.person && !next.more && !next.thing)) break;
    if (next.to > until && governedAfter(f, next)) break;
    if (hasOwnFate(f, next)) break;
    if (until >= 0 && next.to > until) break;
    if (self && next.to === at + 1) closed = true;
    if (!next.numbered && named(next) && !self) {
      // "his mother, Morgan Slaight, and …": a name behind a noun is the same person
      if (listed && !closed && !named(last) && !last.numbered) {
        last = next;
        continue;
      }
      if (first.numbered || (!named(first) && !closed)) break; // "kill 35 & Destroy …": a name only joins a name
    }
    all.push(next);
    last = next;
  }
  if (!closed) return [first];
  // "three others, two men and a woman": the list only spells out the first number
  const rest = all.slice(1).reduce((sum, q) => sum + (q.best ?? Number.NaN), 0);
  if (all.length < 3 || rest !== first.best) return all;
  for (const q of all) q.part ||= q !== first;
  return [first];
}

/** "44 victims and 140 injured people": what befell the second number stands in its own phrase. */
function hasOwnFate(f: Finder, { from, to }: Quantity): boolean {
  for (let k = from + 1; k < to; k++) {
    const role = f.w.words.governor[f.p.word[k] ?? 0]?.role;
    if (role === 'part' || role === 'state') return true;
  }
  return false;
}

/** "killed Anna Kern, the mayor of the town, and four others": the others behind what she is; null without them. */
function pastApposition(f: Finder, from: number): Quantity | null {
  const { p } = f;
  const limit = Math.min(p.length, from + 14);
  for (let k = from; k < limit; k++) {
    if (comma(p, k)) {
      if (!has(p, k + 1, CLOSED.and)) return null;
      const others = f.at.get(k + 2);
      return others?.more && !governedAfter(f, others) ? others : null;
    }
    if (has(p, k, CLOSED.be | CLOSED.have | CLOSED.clause | CLOSED.say | CLOSED.modal) || f.at.has(k)) return null;
    if (f.w.words.governor[p.word[k] ?? 0]) return null;
  }
  return null;
}

/** "killed the mayor of the town, as well as two peasants": the count behind a prepositional phrase and "and"; -1 without one. */
function overPhrase(f: Finder, from: number): number {
  const { p } = f;
  if (!has(p, from, CLOSED.preposition | CLOSED.of)) return -1;
  for (let k = from + 1; k < Math.min(p.length, from + 10); k++) {
    if (has(p, k, CLOSED.and) || (is(f, k, 'as') && is(f, k + 1, 'well'))) {
      const at = has(p, k, CLOSED.and) ? k + 1 : k + 3;
      const q = f.at.get(at);
      if (!q?.person || !countsPeople(f, q, 'killed') || governedAfter(f, q)) return -1;
      const end =
        q.to >= p.length || p.kind[q.to] === SIGN || has(p, q.to, CLOSED.preposition | CLOSED.and | CLOSED.of);
      return end ? at : -1;
    }
    if (
      f.at.has(k) ||
      (p.kind[k] === SIGN && !comma(p, k)) ||
      has(p, k, CLOSED.be | CLOSED.have | CLOSED.who | CLOSED.clause | CLOSED.say)
    )
      return -1;
    if (f.w.words.governor[p.word[k] ?? 0]) return -1;
  }
  return -1;
}

/** The first of the counts joined to `q` from the left: "four men and two women". */
export function firstJoined(f: Finder, q: Quantity, measure = 'killed'): Quantity {
  let first = q;
  for (let k = 0; k < 5; k++) {
    let edge = first.from - 1;
    if (has(f.p, edge, CLOSED.possessive | CLOSED.the)) edge--;
    if (has(f.p, edge, CLOSED.and)) edge--;
    if (comma(f.p, edge)) edge--;
    if (edge === first.from - 1) break;
    const counted = f.endAt.get(edge + 1);
    const before =
      counted && (counted.person || counted.more || counted.thing)
        ? counted
        : lastSingle(f, Math.max(0, edge - 8), edge + 1);
    // "Of 48 drones, 41 were shot down": a part and its whole
    if (before && edge === first.from - 2 && comma(f.p, edge + 1) && has(f.p, before.from - 1, CLOSED.of)) break;
    if (!before || f.sure.has(before) || !countsPeople(f, before, measure) || (named(before) && q.numbered)) break;
    first = before;
  }
  return first;
}

/** Measures that count weapons and vehicles: of different kinds, so nothing is summed. */
export const THINGS: ReadonlySet<string> = new Set(['launched', 'intercepted', 'vehicles']);

export function bindAll(
  f: Finder,
  all: readonly Quantity[],
  trigger: number,
  measure: string,
  rule: string,
  why: string,
): void {
  const [first] = all;
  if (!first) return;
  if (all.length > 1 && !THINGS.has(measure)) {
    const sum = (key: 'low' | 'best' | 'high'): number | null =>
      all.every((q) => q[key] !== null) ? all.reduce((total, q) => total + (q[key] ?? 0), 0) : null;
    const low = sum('low');
    const best = sum('best');
    const whole: Quantity = {
      ...first, to: all.at(-1)?.to ?? first.to, low, best, high: sum('high'), unit: 'people', person: null, noun: first.noun, numbered: false,
      form: 'exact', more: false,
    }; // biome-ignore format: one shape
    if (best !== null || low !== null)
      f.out.push({
        quantity: whole,
        measure,
        trigger,
        tie: 3,
        rule: 'sum',
        why: `the sum of ${all.length} counts joined by “and”`,
      });
  }
  for (const q of all) bind(f, q, trigger, measure, q === first ? 3 : 2, rule, why);
  const part = partOf(f, all.at(-1) ?? first, trigger);
  if (part && countsPeople(f, part, measure)) {
    f.out.push({
      quantity: part,
      measure,
      trigger,
      tie: 2,
      rule: 'part',
      whole: first,
      why: 'part of a larger number of which the verb is said',
    });
  }
}

/** "30 people, including six children", "thirteen civilians, among them seven children": the part; null without one. */
export function partOf(f: Finder, q: Quantity, trigger: number): Quantity | null {
  const { p } = f;
  let at = comma(p, q.to) ? q.to + 1 : q.to;
  if (has(p, at, CLOSED.preposition | CLOSED.of) && has(p, at + 1, CLOSED.plural)) at += 2;
  else {
    // a phrase may stand between: "30 people overnight, including six children"
    const limit = Math.min(p.length, q.to + 12);
    while (
      at < limit &&
      !has(p, at, CLOSED.including | CLOSED.be | CLOSED.have | CLOSED.clause | CLOSED.who) &&
      !f.at.has(at) &&
      !f.w.words.governor[p.word[at] ?? 0]
    )
      at++;
    if (at >= limit || !has(p, at, CLOSED.including)) return null;
    at++;
  }
  const part = f.at.get(at);
  if (!part?.person || f.sure.has(part)) return null;
  return trigger < q.from && governedAfter(f, part) ? null : part;
}
