// A passive or intransitive verb in, its counted subject out: "14 people, including two children, were killed".
import { capital, comma, countsPeople, type Finder, has, is, LEFT, named, oneOf } from './clause.ts';
import { bindAll, firstJoined, joined } from './list.ts';
import { codeAt } from './numeral.ts';
import { OPAQUE, SIGN } from './pieces.ts';
import type { Quantity } from './quantity.ts';
import { lastSingle, singleBefore, singleSubject } from './single.ts';
import { CLOSED } from './vocabulary.ts';

/** The subject left of a passive, an intransitive verb or an adjective; `near` when no auxiliary vouches for it. */
export function subject(f: Finder, trigger: number, measure: string, near: boolean): boolean {
  const { p, w } = f;
  // the verb group: auxiliaries, adverbs and joined verbs
  let edge = trigger - 1;
  for (let k = 0; k < 12 && edge >= 0; k++, edge--) {
    if (has(p, edge, CLOSED.not)) return false;
    if (has(p, edge, CLOSED.be | CLOSED.have | CLOSED.modal | CLOSED.adverb)) continue;
    if (is(f, edge, 'to') && has(p, edge - 1, CLOSED.adverb)) continue;
    const g = w.words.governor[p.word[edge] ?? 0];
    const hit = oneOf(f, edge, 'struck', 'hit', 'beaten', 'robbed', 'shot');
    if (
      (g || hit) &&
      (has(p, edge + 1, CLOSED.and) || comma(p, edge + 1)) &&
      !f.at.has(edge) &&
      !g?.role.startsWith('toll')
    )
      continue;
    if (
      (has(p, edge, CLOSED.and) || comma(p, edge)) &&
      (w.words.governor[p.word[edge - 1] ?? 0]?.role === 'part' ||
        oneOf(f, edge - 1, 'struck', 'hit', 'beaten', 'robbed', 'shot', 'stabbed'))
    )
      continue;
    break;
  }
  if (edge < 0) return false;
  if (is(f, edge, 'to')) {
    // "prompting 3,000 people to flee": those before the infinitive, not whom the sentence is about
    const forced = f.endAt.get(edge);
    if (forced && countsPeople(f, forced, measure)) {
      bindAll(f, [forced], trigger, measure, 'subject', 'the number is made to do what the verb says');
      return true;
    }
    if (w.words.person[p.word[edge - 1] ?? 0] || (capital(p, edge - 1) && edge > 1)) return false;
  }
  // "was shot several times and died": the verbs share their subject
  if (has(p, edge, CLOSED.and) && edge < trigger) {
    for (let k = edge - 1; k > Math.max(0, edge - 16); k--) {
      if (has(p, k, CLOSED.clause | CLOSED.who) || (p.kind[k] === SIGN && !comma(p, k))) break;
      const shared = f.w.words.governor[p.word[k] ?? 0];
      if (!has(p, k, CLOSED.be | CLOSED.have) && !(shared && (shared.role === 'part' || shared.role === 'happen')))
        continue;
      let before = k - 1;
      while (before > 0 && has(p, before, CLOSED.be | CLOSED.have | CLOSED.adverb | CLOSED.modal)) before--;
      return before >= 0 && !has(p, before, CLOSED.not) && clauseSubject(f, before, trigger, measure);
    }
  }
  // "four people are recovering after being shot": the subject of the clause before
  if (is(f, edge, 'after')) {
    for (let k = edge - 1; k > Math.max(0, edge - 12); k--) {
      if (has(p, k, CLOSED.be | CLOSED.have)) return k > 0 && clauseSubject(f, k - 1, trigger, measure);
      if (has(p, k, CLOSED.clause | CLOSED.who) || p.kind[k] === SIGN) break;
    }
  }
  if (has(p, edge, CLOSED.not)) return false;
  // "a man who was killed", "two soldiers, who died"
  let relative = false;
  if (has(p, edge, CLOSED.who) || (has(p, edge, CLOSED.this) && has(p, edge + 1, CLOSED.be | CLOSED.have))) {
    edge--;
    relative = true;
    if (comma(p, edge)) edge--;
  }
  edge = beforeAside(f, edge);
  // a number right before the verb group: "58 killed", "dozens more injured", "22 people inside dead"
  const adjacent = f.endAt.get(edge + 1) ?? (comma(p, edge) ? f.endAt.get(edge) : undefined);
  if (adjacent && countsPeople(f, adjacent, measure)) {
    const start = firstJoined(f, adjacent, measure);
    if (!within(f, start) && (relative || near || !chained(f, start))) {
      bindAll(
        f,
        joined(f, start, edge + 1, measure),
        trigger,
        measure,
        'subject',
        'the number is the subject of the verb',
      );
      return true;
    }
  }
  const aside = adjacent && within(f, adjacent) && comma(p, edge) && happens(f, trigger);
  if (near && adjacent && !aside) return false;
  const begin = clauseStart(f, edge);
  if (relative) {
    // the antecedent ends at the relative pronoun
    const q = lastSingle(f, begin, edge + 1);
    if (q) bindAll(f, [q], trigger, measure, 'subject', 'the number is the subject of the verb');
    return q !== null;
  }
  return clauseSubject(f, edge, trigger, measure, near, begin);
}

/** "More than 70 — most of them civilians — were killed": the piece before words between dashes that end at `edge`. */
function beforeAside({ p, endAt }: Finder, edge: number): number {
  const dash = codeAt(p, edge);
  if (dash !== 0x2014 && dash !== 0x2013) return edge;
  let part = false;
  for (let k = edge - 1; k > Math.max(0, edge - ASIDE); k--) {
    if (codeAt(p, k) === dash) return part && endAt.get(k)?.best !== 1 ? k - 1 : edge;
    if (has(p, k, CLOSED.including) || (has(p, k, CLOSED.plural) && has(p, k - 1, CLOSED.of))) part = true;
    if (has(p, k, CLOSED.be | CLOSED.have | CLOSED.say)) return edge;
  }
  return edge;
}
const happens = ({ p, w }: Finder, trigger: number): boolean =>
  w.words.governor[p.word[trigger] ?? 0]?.role === 'happen';

/** How many pieces an aside has. */
const ASIDE = 14;

/** First piece of the clause that ends at `edge`. */
function clauseStart(f: Finder, edge: number): number {
  const low = Math.max(0, edge - LEFT);
  for (let k = edge; k >= low; k--) if (barrier(f, k, edge)) return k + 1;
  return low;
}

/** Binds the first noun phrase of the clause that ends at `edge`, if it is not inside a prepositional phrase. */
function clauseSubject(
  f: Finder,
  edge: number,
  trigger: number,
  measure: string,
  near = false,
  begin = clauseStart(f, edge),
): boolean {
  const { p } = f;
  for (let k = begin; k <= edge; k++) {
    const q = f.at.get(k);
    if (!q || q.to > edge + 1) continue;
    if (!countsPeople(f, q, measure)) continue;
    let before = q.from - 1;
    if (has(p, before, CLOSED.the | CLOSED.possessive)) before--;
    if (within(f, q)) continue;
    if (has(p, before, CLOSED.preposition | CLOSED.including) || (has(p, before, CLOSED.of) && !groupOf(f, before)))
      continue;
    // "at least nine, including three soldiers, died"
    const whole = comma(p, q.to) && has(p, q.to + 1, CLOSED.including) && happens(f, trigger);
    if (near && q.noun < 0 && !q.more && !whole) continue;
    // a number alone is a subject only where the verb or a phrase follows it, not another noun phrase
    const follows = CLOSED.preposition | CLOSED.of | CLOSED.and | CLOSED.who | CLOSED.including;
    if (q.noun < 0 && !q.more && !q.part && q.to <= edge && !comma(p, q.to) && !has(p, q.to, follows)) continue;
    if (near && f.w.words.governor[p.word[trigger] ?? 0]?.role === 'part' && edge - q.to > 14) continue;
    const one = singleBefore(f, begin, q.from);
    if (one && !named(one)) {
      bindAll(f, joined(f, one, edge + 1), trigger, measure, 'subject', 'the subject of the verb is one person');
      return true;
    }
    bindAll(
      f,
      joined(f, firstJoined(f, q, measure), edge + 1, measure),
      trigger,
      measure,
      'subject',
      'the number is the subject of the clause',
    );
    return true;
  }
  const one = singleSubject(f, begin, edge + 1, near, measure);
  if (one) {
    bindAll(f, joined(f, one, edge + 1), trigger, measure, 'subject', 'the subject of the verb is one person');
    return true;
  }
  return false;
}

const chained = (f: Finder, q: Quantity): boolean => has(f.p, q.from - 1, CLOSED.preposition);

/** Part of a larger count: "including three children", "among them seven children", "most members". */
export function within(f: Finder, q: Quantity): boolean {
  const before = q.from - 1;
  return (
    has(f.p, before, CLOSED.including) ||
    (has(f.p, before, CLOSED.plural) && has(f.p, before - 1, CLOSED.preposition | CLOSED.of))
  );
}

/** "a group of five", "the bodies of": what stands before "of" is no container that takes the verb for itself. */
export function groupOf(f: Finder, of: number): boolean {
  const g = f.w.words.governor[f.p.word[of - 1] ?? 0];
  return oneOf(f, of - 1, 'group', 'family', 'total', 'team', 'number') || g?.role === 'toll' || g?.role === 'of';
}

/** What a search for the subject does not cross. */
function barrier(f: Finder, k: number, edge: number): boolean {
  const { p, w } = f;
  const c = codeAt(p, k);
  if (c === 59 || c === 58 || c === 34 || c === 0x201c || c === 0x201d || c === 0x2014) return true;
  if (p.kind[k] === OPAQUE) return false;
  if (has(p, k, CLOSED.clause | CLOSED.modal)) return true;
  if (k < edge && has(p, k, CLOSED.be | CLOSED.have) && !relativeBefore(f, k)) return true;
  if (has(p, k, CLOSED.say) && k < edge && !relativeBefore(f, k)) return true;
  if (has(p, k, CLOSED.this) && has(p, k - 1, CLOSED.say)) return true;
  const g = w.words.governor[p.word[k] ?? 0];
  return (
    (g?.role === 'act' || g?.role === 'part' || g?.role === 'happen') &&
    k < edge &&
    !f.participle.has(k) &&
    !relativeBefore(f, k)
  );
}

const relativeBefore = (f: Finder, k: number): boolean => has(f.p, k - 1, CLOSED.who) || has(f.p, k - 2, CLOSED.who);
