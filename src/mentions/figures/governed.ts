// The quantities of a sentence in, what befell each out: the verb, adjective or noun that governs it ("killing 12 people").
import { codeAt, glued } from './numeral.ts';
import { NUMBER, OPAQUE, type Pieces, SIGN, WORD } from './pieces.ts';
import { countedNoun, type Quantity, type QuantityWords } from './quantity.ts';
import { CLOSED, type Governor } from './vocabulary.ts';

/** A quantity bound to the piece that says what happened. */
export interface Governed {
  quantity: Quantity;
  measure: string;
  trigger: number;
  /** How sure the tie is: 3 for a direct object or subject, 2 for one joined by "and", 1 for a nearest guess. */
  tie: number;
  rule: string;
  why: string;
}

const LEFT = 48;
const RIGHT = 40;

export interface Finder {
  readonly p: Pieces;
  readonly w: QuantityWords;
  readonly quantities: readonly Quantity[];
  /** Quantity whose first piece is i, or -1. */
  readonly at: Map<number, Quantity>;
  readonly out: Governed[];
}

const has = (p: Pieces, i: number, bits: number): boolean =>
  i >= 0 && i < p.length && ((p.closed[i] ?? 0) & bits) !== 0;
const is = (f: Finder, i: number, name: string): boolean =>
  i >= 0 && i < f.p.length && f.p.word[i] === f.w.id[name] && f.p.word[i] !== 0;
const oneOf = (f: Finder, i: number, ...names: string[]): boolean => names.some((name) => is(f, i, name));
const capital = (p: Pieces, i: number): boolean => {
  const c = codeAt(p, i);
  return i >= 0 && i < p.length && p.kind[i] === WORD && ((c >= 65 && c <= 90) || (c >= 0xc0 && c <= 0xde));
};
const comma = (p: Pieces, i: number): boolean => codeAt(p, i) === 44;

/** Ties every governor of the sentence to its counted people. Each governor looks at a bounded window. */
export function governed(p: Pieces, quantities: readonly Quantity[], w: QuantityWords): Governed[] {
  const at = new Map<number, Quantity>();
  for (const q of quantities) at.set(q.from, q);
  const f: Finder = { p, w, quantities, at, out: [] };
  for (let i = 0; i < p.length; i++) {
    const word = p.word[i] ?? 0;
    if (word === 0 || p.kind[i] !== WORD) continue;
    const governor = w.words.governor[word];
    if (governor) {
      const measure = measureAt(f, i, governor);
      if (measure) govern(f, i, governor, measure);
    } else if (p.closed[i] === 0 || has(p, i, CLOSED.adverb)) frames(f, i);
  }
  tolls(f);
  return f.out;
}

/** "shot dead", "shot and killed", "fatally shot": killed; "shot down two planes": intercepted; plain "shot": injured. */
function measureAt(f: Finder, i: number, governor: Governor): string | null {
  const { p, w } = f;
  if (
    governor.measure === 'injured' &&
    oneOf(
      f,
      i,
      'shot',
      'shooting',
      'shoots',
      'shoot',
      'stabbed',
      'beaten',
      'wounded',
      'injured',
      'injuring',
      'wounding',
    )
  ) {
    if (oneOf(f, i - 1, 'fatally', 'fatal', 'deadly')) return 'killed';
    if (is(f, i + 1, 'dead') || (is(f, i + 1, 'to') && is(f, i + 2, 'death'))) return 'killed';
    if (oneOf(f, i, 'shot', 'shooting') && oneOf(f, i + 1, 'down') && !has(p, i - 1, CLOSED.be)) return 'intercepted';
    if (has(p, i + 1, CLOSED.and) || comma(p, i + 1)) {
      const k = has(p, i + 2, CLOSED.adverb) ? i + 3 : i + 2;
      const next = w.words.governor[p.word[k] ?? 0];
      if (
        next?.measure === 'killed' &&
        (next.role === 'part' || next.role === 'act' || next.role === 'happen') &&
        oneOf(f, i, 'shot', 'shooting', 'stabbed')
      )
        return null; // the second verb has them
    }
  }
  if (
    governor.measure === 'injured' &&
    oneOf(f, i, 'shooting', 'stabbing') &&
    governor.role === 'act' &&
    !directObject(f, i)
  )
    return null;
  return governor.measure;
}

function directObject(f: Finder, i: number): boolean {
  return (
    f.at.has(i + 1) ||
    has(f.p, i + 1, CLOSED.article | CLOSED.object | CLOSED.the | CLOSED.possessive) ||
    (has(f.p, i + 1, CLOSED.and) && f.w.words.governor[f.p.word[i + 2] ?? 0]?.role === 'act')
  );
}

function govern(f: Finder, i: number, governor: Governor, measure: string): void {
  const { p } = f;
  switch (governor.role) {
    case 'act':
      if (!objects(f, i, i + 1, measure)) {
        if (has(p, i + 1, CLOSED.of)) objects(f, i, i + 2, measure);
      }
      return;
    case 'part': {
      const copula = auxiliary(f, i);
      if (copula === 'be') return void subject(f, i, measure, false);
      const q = participleOf(f, i);
      if (q)
        return void bind(f, q, i, measure, 3, 'participle', 'the number counts the noun that the participle describes');
      if (
        copula !== 'have' &&
        follows(
          f,
          i,
          'down',
          'in',
          'by',
          'when',
          'during',
          'after',
          'at',
          'on',
          'as',
          'and',
          'with',
          'since',
          'near',
          'while',
          'dead',
          'from',
          'for',
          'outside',
          'inside',
          'across',
          'over',
          'following',
          'to',
          'overnight',
        ) &&
        !objectNear(f, i)
      ) {
        return void subject(f, i, measure, true);
      }
      if (!objects(f, i, i + 1, measure) && copula !== 'have') subject(f, i, measure, true);
      return;
    }
    case 'happen':
      return void subject(f, i, measure, auxiliary(f, i) === '');
    case 'state': {
      const q = participleOf(f, i);
      if (q)
        return void bind(f, q, i, measure, 3, 'participle', 'the number counts the noun that the adjective describes');
      return void subject(f, i, measure, auxiliary(f, i) === '');
    }
    case 'of':
    case 'toll':
      if (is(f, i - 1, 's') && p.kind[i - 2] === SIGN && (measure === 'killed' || measure === 'captured')) {
        const q = lastSingle(f, Math.max(0, i - 8), i - 2);
        if (q && !q.numbered) bind(f, q, i, measure, 2, 'single', 'the death of one person');
      } else if (has(p, i + 1, CLOSED.of)) objects(f, i, i + 2, measure === 'casualties' ? 'injured' : measure);
      return;
  }
}

/** "two wounded soldiers", "15 dead bodies": the quantity that holds piece `i` between number and noun. */
const participleOf = (f: Finder, i: number): Quantity | undefined => f.quantities.find((q) => q.participle === i);

const follows = (f: Finder, i: number, ...names: string[]): boolean =>
  i + 1 >= f.p.length || f.p.kind[i + 1] === SIGN || oneOf(f, i + 1, ...names);

function objectNear(f: Finder, i: number): boolean {
  return (
    (has(f.p, i + 1, CLOSED.and) && f.w.words.governor[f.p.word[i + 2] ?? 0]?.role === 'part' && f.at.has(i + 3)) ||
    (is(f, i + 1, 'at') && f.at.has(i + 1))
  );
}

/** Whether a form of "be" or "have" stands before the verb, past adverbs. */
function auxiliary(f: Finder, i: number): 'be' | 'have' | '' {
  const { p } = f;
  let at = i - 1;
  for (let k = 0; k < 8 && at >= 0; k++, at--) {
    if (has(p, at, CLOSED.be)) return 'be';
    if (has(p, at, CLOSED.have)) return 'have';
    if (has(p, at, CLOSED.adverb)) continue;
    const g = f.w.words.governor[p.word[at] ?? 0];
    if (
      (g?.role === 'part' || is(f, at, 'struck') || is(f, at, 'hit') || is(f, at, 'beaten')) &&
      (has(p, at + 1, CLOSED.and) || comma(p, at + 1))
    )
      continue;
    if (has(p, at, CLOSED.and) && f.w.words.governor[p.word[at - 1] ?? 0]) continue;
    if (has(p, at, CLOSED.and) && (is(f, at - 1, 'struck') || is(f, at - 1, 'hit') || is(f, at - 1, 'beaten')))
      continue;
    if (is(f, at, 'to') && has(p, at - 1, CLOSED.adverb)) continue;
    break;
  }
  return '';
}

/** Objects right of the governor: a count, a noun phrase of one, a name; then those joined by "and". True when one was found. */
function objects(f: Finder, trigger: number, begin: number, measure: string): boolean {
  const { p, w } = f;
  let at = begin;
  for (let k = 0; k < 6 && at < p.length; k++) {
    if (f.at.has(at)) break;
    const g = w.words.governor[p.word[at] ?? 0];
    if (has(p, at, CLOSED.and) && at === begin && w.words.governor[p.word[at + 1] ?? 0]) {
      at += 2; // "killed and wounded", "killing or injuring"
      continue;
    }
    if (g && at > begin && (g.role === 'act' || g.role === 'part') && has(p, at - 1, CLOSED.and)) {
      at++;
      continue;
    }
    if (has(p, at, CLOSED.adverb) || is(f, at, 'down')) {
      at++;
      continue;
    }
    if (has(p, at, CLOSED.the) && f.at.has(at + 1)) {
      at++;
      continue;
    }
    break;
  }
  if (at >= p.length) return false;
  const q = f.at.get(at) ?? (measure === 'launched' || measure === 'intercepted' ? null : single(f, at, true));
  if (q && countsPeople(f, q, measure)) {
    // "6 killed, 22 injured": the number on the right belongs to the next word
    if (
      q.numbered &&
      w.words.governor[p.word[trigger] ?? 0]?.role === 'part' &&
      governedAfter(f, q) &&
      auxiliary(f, trigger) !== 'have'
    )
      return false;
    bindAll(f, joined(f, q), trigger, measure, 'object', 'the number is the object of the verb');
    return true;
  }
  if (q) return false;
  // "killing a field commander … and eight more militants": a name first, the count joined to it
  if (measure !== 'killed' && measure !== 'injured') return false;
  const last = Math.min(p.length, at + RIGHT);
  for (let k = at; k < last; k++) {
    if (
      has(p, k, CLOSED.be | CLOSED.have | CLOSED.modal | CLOSED.clause | CLOSED.who | CLOSED.say) ||
      codeAt(p, k) === 59
    )
      break;
    if (has(p, k, CLOSED.preposition) && k === at) break;
    if (w.words.governor[p.word[k] ?? 0] && k > at) break;
    if (has(p, k, CLOSED.and)) {
      const next = f.at.get(k + 1);
      if (
        next &&
        next.numbered &&
        countsPeople(f, next, measure) &&
        (next.person || next.more) &&
        !governedAfter(f, next)
      ) {
        bind(f, next, trigger, measure, 2, 'object', 'the number is joined to the object of the verb');
        return true;
      }
    }
  }
  return false;
}

/** A verb of its own follows the quantity: "and 32 were injured". */
function governedAfter(f: Finder, q: Quantity): boolean {
  const { p, w } = f;
  let at = q.to;
  for (let k = 0; k < 4 && at < p.length; k++, at++) {
    if (has(p, at, CLOSED.be)) return true;
    if (has(p, at, CLOSED.adverb)) continue;
    const g = w.words.governor[p.word[at] ?? 0];
    return g?.role === 'part' || g?.role === 'state' || g?.role === 'happen';
  }
  return false;
}

/** Whether a quantity can be people of this measure. */
function countsPeople(_f: Finder, q: Quantity, measure: string): boolean {
  if (q.kind !== 'count') return false;
  if (q.toll) return false;
  if (measure === 'launched' || measure === 'intercepted')
    return q.thing?.measure === 'weapons' || q.thing?.measure === 'vehicles' || q.thing?.measure === 'attacks';
  if (q.thing) return false;
  if (q.person) return true;
  return q.noun < 0 || q.more || q.part || q.unit === null;
}

/**
 * The quantity and those joined to it: "two women and seven children", "four men, two women and a child". Only a list that
 * ends in "and" is a list; `until` is where the verb of a subject begins (what stands before it belongs to that verb).
 */
function joined(f: Finder, first: Quantity, until = -1): Quantity[] {
  const { p } = f;
  const all = [first];
  let last = first;
  let closed = false;
  for (let k = 0; k < 8 && !closed; k++) {
    let at = last.to;
    if (named(last) && codeAt(p, at) === 44 && p.kind[at + 1] === NUMBER && comma(p, at + 2)) at += 2; // "John Smith, 34,"
    const listed = comma(p, at);
    if (listed) at++;
    if (has(p, at, CLOSED.and)) {
      at++;
      closed = true;
    } else if (is(f, at, 'as') && is(f, at + 1, 'well') && is(f, at + 2, 'as')) {
      at += 3;
      closed = true;
    } else if (!listed) break;
    if (has(p, at, CLOSED.adverb) && closed) at++;
    if (has(p, at, CLOSED.possessive | CLOSED.the) && f.at.has(at + 1)) at++;
    const self = has(p, at, CLOSED.object);
    const next = f.at.get(at) ?? single(f, at, self) ?? bareSingle(f, at);
    if (!next || !countsPeople(f, next, 'killed') || (!next.person && !next.more)) break;
    if (next.to > until && governedAfter(f, next)) break;
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
  return all.length > 2 && rest === first.best ? [first] : all;
}

/** A name stands there, or nothing but an age with a name. */
const named = (q: Quantity): boolean => !q.numbered && q.person === ANYBODY;

function bindAll(
  f: Finder,
  all: readonly Quantity[],
  trigger: number,
  measure: string,
  rule: string,
  why: string,
): void {
  const [first] = all;
  if (!first) return;
  if (all.length > 1 && measure !== 'launched' && measure !== 'intercepted') {
    const sum = (key: 'low' | 'best' | 'high'): number | null =>
      all.every((q) => q[key] !== null) ? all.reduce((total, q) => total + (q[key] ?? 0), 0) : null;
    const low = all.every((q) => (q.low ?? q.best) !== null)
      ? all.reduce((total, q) => total + (q.low ?? q.best ?? 0), 0)
      : null;
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
}

function bind(f: Finder, q: Quantity, trigger: number, measure: string, tie: number, rule: string, why: string): void {
  f.out.push({
    quantity: q,
    measure,
    trigger,
    tie,
    rule: q.numbered ? rule : 'single',
    why: q.numbered ? why : 'one person, not numbered in the text',
  });
}

/** The subject left of a passive, an intransitive verb or an adjective; `near` when no auxiliary vouches for it. */
function subject(f: Finder, trigger: number, measure: string, near: boolean): boolean {
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
  if (has(p, edge, CLOSED.not)) return false;
  // "a man who was killed", "two soldiers, who died"
  let relative = false;
  if (has(p, edge, CLOSED.who) || (has(p, edge, CLOSED.this) && has(p, edge + 1, CLOSED.be | CLOSED.have))) {
    edge--;
    relative = true;
    if (comma(p, edge)) edge--;
  }
  // a number right before the verb group: "58 killed", "dozens more injured", "22 people inside dead"
  const adjacent = f.quantities.find((q) => q.to === edge + 1 || (q.to === edge && comma(p, edge)));
  if (adjacent && countsPeople(f, adjacent, measure)) {
    const start = firstJoined(f, adjacent);
    if (
      (!within(f, start) && !(has(p, start.from - 1, CLOSED.preposition) && !relative && !near)) ||
      !chained(f, start)
    ) {
      bindAll(f, joined(f, start, edge + 1), trigger, measure, 'subject', 'the number is the subject of the verb');
      return true;
    }
  }
  if (near && adjacent) return false;
  // otherwise the first noun phrase of the clause, if it is not inside a prepositional phrase
  const low = Math.max(0, edge - LEFT);
  let begin = low;
  for (let k = edge; k >= low; k--) {
    if (barrier(f, k, edge)) {
      begin = k + 1;
      break;
    }
  }
  if (relative) {
    // the antecedent ends at the relative pronoun
    const q = lastSingle(f, begin, edge + 1);
    if (q) bindAll(f, [q], trigger, measure, 'subject', 'the number is the subject of the verb');
    return q !== null;
  }
  const counts = f.quantities.filter((q) => q.from >= begin && q.to <= edge + 1 && q.numbered);
  for (const q of counts) {
    if (!countsPeople(f, q, measure)) continue;
    let before = q.from - 1;
    if (has(p, before, CLOSED.the | CLOSED.possessive)) before--;
    if (within(f, q)) continue;
    if (has(p, before, CLOSED.preposition | CLOSED.including) || (has(p, before, CLOSED.of) && !groupOf(f, before)))
      continue;
    if (near && q.noun < 0 && !q.more) continue;
    if (near && f.w.words.governor[p.word[trigger] ?? 0]?.role === 'part' && edge - q.to > 14) continue;
    const one = singleBefore(f, begin, q.from);
    if (one && !named(one)) {
      bindAll(f, joined(f, one, edge + 1), trigger, measure, 'subject', 'the subject of the verb is one person');
      return true;
    }
    bindAll(
      f,
      joined(f, firstJoined(f, q), edge + 1),
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

/** "a woman and child": the second noun without its article. */
function bareSingle(f: Finder, i: number): Quantity | null {
  const person = f.w.words.person[f.p.word[i] ?? 0];
  if (person?.number !== 'one' || !has(f.p, i - 1, CLOSED.and)) return null;
  if (f.p.closed[i] !== 0) return null;
  if (
    !(
      i + 1 >= f.p.length ||
      f.p.kind[i + 1] === SIGN ||
      has(f.p, i + 1, CLOSED.be | CLOSED.have | CLOSED.preposition | CLOSED.adverb | CLOSED.who)
    )
  )
    return null;
  return {
    from: i, to: i + 1, low: 1, best: 1, high: 1, kind: 'count', form: 'exact', unit: person.unit, noun: i,
    person, thing: null, toll: null, participle: -1, more: false, part: false, numbered: false, per: null,
  }; // biome-ignore format: one shape
}

/** Part of a larger count: "including three children", "among them seven children", "most members". */
function within(f: Finder, q: Quantity): boolean {
  const before = q.from - 1;
  return (
    has(f.p, before, CLOSED.including) ||
    (has(f.p, before, CLOSED.plural) && has(f.p, before - 1, CLOSED.preposition | CLOSED.of))
  );
}

const chained = (f: Finder, q: Quantity): boolean => has(f.p, q.from - 1, CLOSED.preposition);

/** "a group of five", "the bodies of": what stands before "of" is no container that takes the verb for itself. */
function groupOf(f: Finder, of: number): boolean {
  const g = f.w.words.governor[f.p.word[of - 1] ?? 0];
  return oneOf(f, of - 1, 'group', 'family', 'total', 'team', 'number') || g?.role === 'toll' || g?.role === 'of';
}

/** The first of the counts joined to `q` from the left: "four men and two women". */
function firstJoined(f: Finder, q: Quantity): Quantity {
  let first = q;
  for (let k = 0; k < 5; k++) {
    let edge = first.from - 1;
    if (has(f.p, edge, CLOSED.possessive | CLOSED.the)) edge--;
    if (has(f.p, edge, CLOSED.and)) edge--;
    if (comma(f.p, edge)) edge--;
    if (edge === first.from - 1) break;
    const before = f.quantities.find((other) => other.to === edge + 1 && (other.person || other.more));
    if (!before || !countsPeople(f, before, 'killed')) break;
    first = before;
  }
  return first;
}

/** What a search for the subject does not cross. */
function barrier(f: Finder, k: number, edge: number): boolean {
  const { p, w } = f;
  const c = codeAt(p, k);
  if (c === 59 || c === 58 || c === 34 || c === 0x201c || c === 0x201d || c === 0x2014) return true;
  if (p.kind[k] === OPAQUE) return false;
  if (has(p, k, CLOSED.clause | CLOSED.modal)) return true;
  if (k < edge && has(p, k, CLOSED.be | CLOSED.have) && !relativeBefore(f, k)) return true;
  if (has(p, k, CLOSED.say) && k < edge) return true;
  if (has(p, k, CLOSED.this) && has(p, k - 1, CLOSED.say)) return true;
  const g = w.words.governor[p.word[k] ?? 0];
  return (
    (g?.role === 'act' || g?.role === 'part' || g?.role === 'happen') &&
    k < edge &&
    !f.quantities.some((q) => q.participle === k) &&
    !relativeBefore(f, k)
  );
}

const relativeBefore = (f: Finder, k: number): boolean => has(f.p, k - 1, CLOSED.who) || has(f.p, k - 2, CLOSED.who);

function singleBefore(f: Finder, begin: number, end: number): Quantity | null {
  for (let k = begin; k < Math.min(end, begin + 3); k++) {
    const q = single(f, k, false);
    if (q && q.to <= end && !has(f.p, k - 1, CLOSED.preposition)) return q;
  }
  return null;
}

function lastSingle(f: Finder, begin: number, end: number): Quantity | null {
  const counted = f.quantities.find((q) => q.to === end && q.person && q.numbered);
  if (counted) return counted;
  for (let k = end - 1; k >= Math.max(begin, end - 10); k--) {
    const q = single(f, k, false);
    if (q && q.to === end) return q;
  }
  return null;
}

/** The one person who is subject of the clause between `begin` and `end`: "a man", "John Smith, 34,", "he". */
function singleSubject(f: Finder, begin: number, end: number, near: boolean, measure: string): Quantity | null {
  const { p } = f;
  if (
    measure !== 'killed' &&
    measure !== 'injured' &&
    measure !== 'captured' &&
    measure !== 'detained' &&
    measure !== 'missing'
  )
    return null;
  for (let k = begin; k < end; k++) {
    if (has(p, k - 1, CLOSED.preposition | CLOSED.of | CLOSED.including) && k > begin) {
      if (!(has(p, k - 1, CLOSED.of) && groupOf(f, k - 1))) continue;
    }
    const q = single(f, k, false);
    if (!q || q.to > end) continue;
    if (near && end - q.to > 3) return null;
    // its tail must be a prepositional phrase, an age or an apposition
    const name = named(q);
    if (
      q.to === end ||
      comma(p, q.to) ||
      (!name && has(p, q.to, CLOSED.preposition | CLOSED.of)) ||
      has(p, q.to, CLOSED.who) ||
      has(p, q.to, CLOSED.adverb) ||
      codeAt(p, q.to) === 40
    )
      return q;
    if (has(p, q.to, CLOSED.and)) return q;
    k = q.to;
  }
  return null;
}

/** A noun phrase of one person that starts at `i`: "a 12-year-old boy", "the officer", "another man", "he", a name. */
export function single(f: Finder, i: number, object: boolean): Quantity | null {
  const { p, w } = f;
  if (i < 0 || i >= p.length || p.kind[i] === SIGN || p.kind[i] === OPAQUE) return null;
  const { words } = w;
  const make = (from: number, to: number, noun: number): Quantity => {
    const person = noun >= 0 ? (words.person[p.word[noun] ?? 0] ?? null) : null;
    return {
      from, to, low: 1, best: 1, high: 1, kind: 'count', form: 'exact', unit: person?.unit ?? 'people', noun: noun >= 0 ? noun : to - 1,
      person: person ?? ANYBODY, thing: null, toll: null, participle: -1, more: false, part: false, numbered: false, per: null,
    }; // biome-ignore format: one shape
  };
  if (has(p, i, CLOSED.pronoun)) return object ? null : make(i, i + 1, -1);
  if (has(p, i, CLOSED.object)) return object && !is(f, i, 'themselves') ? make(i, i + 1, -1) : null;
  const determined = has(p, i, CLOSED.article | CLOSED.the | CLOSED.possessive | CLOSED.another) || is(f, i, 'this');
  // headlines leave the article out: "Man killed", "Boy, 14, dies"
  const bare =
    !determined &&
    (object
      ? personSoon(f, i)
      : words.person[p.word[i] ?? 0]?.number === 'one' && (i === 0 || p.kind[i - 1] === SIGN || capital(p, i)));
  let at = determined ? i + 1 : i;
  const limit = Math.min(p.length, at + 9);
  let noun = -1;
  if (determined || bare || ageStart(f, at)) {
    for (; at < limit; at++) {
      if (p.kind[at] === NUMBER || (words.numeral[p.word[at] ?? 0] ?? 0) > 0) {
        const end = ageEnd(f, at);
        if (end < 0) break;
        at = end - 1;
        noun = noun < 0 ? -2 : noun; // "a 12-year-old" may stand for the child itself
        continue;
      }
      if (p.kind[at] !== WORD) {
        if (codeAt(p, at) === 45 && glued(p, at)) continue;
        break;
      }
      const word = p.word[at] ?? 0;
      const person = words.person[word];
      if (person) {
        if (person.number === 'many') {
          if (noun !== -2) noun = -1;
          break;
        }
        noun = at;
        continue;
      }
      const g = words.governor[word];
      if ((p.closed[at] ?? 0) & STOPS || g || words.thing[word] || words.unit[word]) {
        if (words.thing[word]) noun = -1;
        break;
      }
      if (noun >= 0) {
        // a name after the noun goes with it; any other word makes it an adjective
        if (capital(p, at) && !p.shouted) {
          let end = at;
          while (end < limit && capital(p, end)) end++;
          return make(i, end, noun);
        }
        if (words.thing[word] || !hasVerb(f, at)) noun = -1;
        break;
      }
    }
    if (noun >= 0) return make(i, Math.max(noun + 1, i + 1), noun);
    if (noun === -2) return make(i, at, -1);
    if (determined) return null;
  }
  // a name: capitalised words before the verb, perhaps with an age
  if (!capital(p, i) || p.shouted) return null;
  if (capital(p, i - 1) || nameless(f, i)) return null;
  let end = i;
  let surname = 0;
  while (end < p.length && end < i + 6) {
    if (capital(p, end) && !nameless(f, end)) surname++;
    else if (
      !(codeAt(p, end) === 46 && glued(p, end)) &&
      !(codeAt(p, end) === 45 && glued(p, end)) &&
      !(p.end[end]! - p.start[end]! <= 3 && capital(p, end + 1) && p.kind[end] === WORD && (p.closed[end] ?? 0) === 0)
    )
      break;
    end++;
  }
  if (surname === 0) return null;
  return make(i, end, -1);
}

/** "kills man", "shooting of Larose teenager": a noun of one person within two words. */
function personSoon(f: Finder, i: number): boolean {
  for (let k = i; k < i + 3 && k < f.p.length && f.p.kind[k] === WORD; k++) {
    if (f.w.words.person[f.p.word[k] ?? 0]?.number === 'one') return true;
    if (f.p.word[k] !== 0 || !capital(f.p, k)) return false;
  }
  return false;
}

const ANYBODY = { number: 'one', unit: 'people', group: null, measure: 'people' } as const;

const STOPS =
  CLOSED.preposition | CLOSED.of | CLOSED.be | CLOSED.have | CLOSED.modal | CLOSED.article | CLOSED.the | CLOSED.possessive | CLOSED.pronoun |
  CLOSED.object | CLOSED.who | CLOSED.clause | CLOSED.not | CLOSED.say | CLOSED.and | CLOSED.including | CLOSED.month | CLOSED.weekday; // biome-ignore format: one set

const hasVerb = (f: Finder, i: number): boolean =>
  has(f.p, i, CLOSED.be | CLOSED.have | CLOSED.adverb | CLOSED.who | CLOSED.preposition);

const ageStart = (f: Finder, i: number): boolean => f.p.kind[i] === NUMBER && ageEnd(f, i) > 0;

/** Past "12-year-old" that starts at `i`; -1 when none does. */
function ageEnd(f: Finder, i: number): number {
  const { p, w } = f;
  let at = i + 1;
  if (codeAt(p, at) === 45) at++;
  if (w.words.unit[p.word[at] ?? 0]?.kind !== 'time') return -1;
  at++;
  if (codeAt(p, at) === 45) at++;
  return has(p, at, CLOSED.old) ? at + 1 : -1;
}

/** Capitalised words that name no person: days, months, what opens a sentence without being a name. */
function nameless(f: Finder, i: number): boolean {
  const { p, w } = f;
  const word = p.word[i] ?? 0;
  if (has(p, i, CLOSED.month | CLOSED.weekday)) return true;
  if (word === 0) return false;
  if (words(f, i)) return true;
  const person = w.words.person[word];
  return (
    (p.closed[i] ?? 0) !== 0 ||
    w.words.governor[word] != null ||
    w.words.thing[word] != null ||
    w.words.unit[word] != null ||
    person?.number === 'many' ||
    person?.number === 'both'
  );
}

const words = (f: Finder, i: number): boolean => (f.w.words.numeral[f.p.word[i] ?? 0] ?? 0) > 0;

/** Idioms: "lost their lives", "claimed the lives of", "taken to hospital", "taken hostage", "suffered gunshot wounds". */
function frames(f: Finder, i: number): void {
  const { p } = f;
  if (oneOf(f, i, 'lost', 'lose', 'losing')) {
    const at = has(p, i + 1, CLOSED.possessive) ? i + 2 : i + 1;
    if (at > i + 1 && oneOf(f, at, 'life', 'lives')) subject(f, i, 'killed', false);
  } else if (
    oneOf(f, i, 'claimed', 'claim', 'claims', 'claiming', 'cost', 'costs', 'took', 'take', 'taken', 'takes', 'taking')
  ) {
    let at = i + 1;
    if (has(p, at, CLOSED.the)) at++;
    if (oneOf(f, at, 'life', 'lives') && has(p, at + 1, CLOSED.of)) objects(f, i, at + 2, 'killed');
    else if (f.at.has(i + 1)) {
      const q = f.at.get(i + 1);
      if (q && oneOf(f, q.noun, 'lives', 'life'))
        bind(f, { ...q, unit: 'people' }, i, 'killed', 3, 'object', 'the number counts lives lost');
    }
    if (
      oneOf(f, i, 'taken', 'took', 'taking') &&
      f.at.has(i + 1) &&
      oneOf(f, f.at.get(i + 1)?.to ?? 0, 'hostage', 'prisoner', 'captive')
    ) {
      const q = f.at.get(i + 1);
      if (q) bind(f, q, i, 'captured', 3, 'object', 'the number is taken captive');
    }
    if (oneOf(f, i + 1, 'hostage', 'prisoner', 'captive')) subject(f, i, 'captured', auxiliary(f, i) === '');
    if (is(f, i, 'taken') && is(f, i + 1, 'to') && hospitalNear(f, i + 2))
      subject(f, i, 'injured', auxiliary(f, i) === '');
  } else if (oneOf(f, i, 'rushed', 'airlifted', 'transported', 'flown')) {
    if (is(f, i + 1, 'to') && hospitalNear(f, i + 2)) subject(f, i, 'injured', auxiliary(f, i) === '');
  } else if (oneOf(f, i, 'suffered', 'suffering', 'sustained', 'suffer', 'sustaining', 'received')) {
    for (let at = i + 1; at < Math.min(p.length, i + 9); at++) {
      if (has(p, at, CLOSED.not | CLOSED.no | CLOSED.be)) return;
      if (oneOf(f, at, 'wound', 'wounds', 'injury', 'injuries', 'burns'))
        return void subject(f, i, 'injured', auxiliary(f, i) === '' && is(f, i, 'suffering'));
    }
  } else if (oneOf(f, i, 'struck', 'hit', 'striking', 'hitting')) {
    if (
      auxiliary(f, i) === 'be' &&
      (is(f, i + 1, 'by') || (is(f, i + 1, 'in') && has(p, i + 2, CLOSED.the | CLOSED.possessive)))
    ) {
      for (let at = i + 2; at < Math.min(p.length, i + 7); at++)
        if (oneOf(f, at, 'bullet', 'bullets', 'gunfire', 'chest', 'leg', 'arm', 'head', 'back', 'shrapnel'))
          return void subject(f, i, 'injured', false);
    }
  } else if (oneOf(f, i, 'sent', 'sends', 'sending', 'send', 'hospitalizing')) {
    const q = f.at.get(i + 1);
    if (q && countsPeople(f, q, 'injured')) {
      const at = q.to;
      if (is(f, at, 'to') && hospitalNear(f, at + 1))
        bindAll(f, joined(f, q), i, 'injured', 'object', 'the number is sent to hospital');
    }
  } else if (
    oneOf(f, i, 'critical', 'serious', 'stable') &&
    is(f, i + 1, 'condition') &&
    has(p, i - 1, CLOSED.preposition)
  ) {
    subject(f, i - 1, 'injured', auxiliary(f, i - 1) === '');
  } else if (is(f, i, 'gunned') && is(f, i + 1, 'down')) {
    if (auxiliary(f, i) === 'be') subject(f, i, 'killed', false);
    else if (!objects(f, i, i + 2, 'killed')) subject(f, i, 'killed', true);
  }
}

function hospitalNear(f: Finder, i: number): boolean {
  for (let at = i; at < Math.min(f.p.length, i + 7); at++) if (oneOf(f, at, 'hospital', 'hospitals')) return true;
  return false;
}

/** "the death toll rose to 14 from nine", "the number of dead stands at 30", "a toll of 20". */
function tolls(f: Finder): void {
  const { p, w } = f;
  for (let i = 0; i < p.length; i++) {
    if (!has(p, i, CLOSED.toll)) continue;
    let measure: string | null = null;
    let at = i + 1;
    if (is(f, i, 'toll')) measure = is(f, i - 1, 'casualty') || is(f, i - 1, 'injury') ? 'injured' : 'killed';
    else if (is(f, i - 1, 'body') || is(f, i - 1, 'death')) measure = 'killed';
    else if (has(p, i + 1, CLOSED.of)) {
      for (at = i + 2; at < Math.min(p.length, i + 6) && measure === null; at++) {
        const g = w.words.governor[p.word[at] ?? 0];
        if (g && (g.role === 'state' || g.role === 'toll' || g.role === 'part'))
          measure = g.measure === 'casualties' ? 'injured' : g.measure;
        if (f.at.has(at)) break;
      }
    }
    if (measure === null || measure === 'launched' || measure === 'intercepted') continue;
    const limit = Math.min(p.length, at + 16);
    let raised = false;
    for (let k = at; k < limit; k++) {
      const q = f.at.get(k);
      if (q) {
        if (q.kind !== 'count' || q.thing || (q.noun >= 0 && !q.person && !q.toll && !q.more)) {
          if (q.kind === 'time' || q.kind === 'percent') continue;
          if (q.noun >= 0 && !q.person) break;
        }
        if (governedBy(f, q, measure)) break;
        bind(f, q, i, measure, 3, 'toll', 'the number is a toll');
        older(f, i, q, measure);
        break;
      }
      if (is(f, k, 'from')) {
        const before = f.at.get(k + 1);
        if (before && before.kind === 'count') {
          bind(f, before, i, measure, 3, 'toll-before', 'an older toll, which the sentence replaces');
          k = before.to - 1;
        }
        continue;
      }
      if (has(p, k, CLOSED.rise)) raised = true;
      if (codeAt(p, k) === 59 || has(p, k, CLOSED.clause | CLOSED.who)) break;
      if (!raised && w.words.governor[p.word[k] ?? 0]?.role === 'act') break;
    }
  }
}

const governedBy = (f: Finder, q: Quantity, measure: string): boolean =>
  f.out.some((g) => g.quantity === q && g.tie === 3 && g.measure !== measure);

/** "to 14 from nine", "14, up from nine", "from an earlier toll of 20". */
function older(f: Finder, trigger: number, q: Quantity, measure: string): void {
  const { p } = f;
  for (let k = q.to; k < Math.min(p.length, q.to + 8); k++) {
    if (!is(f, k, 'from')) {
      if (has(p, k, CLOSED.clause | CLOSED.be) || f.w.words.governor[p.word[k] ?? 0]?.role === 'act') return;
      continue;
    }
    for (let j = k + 1; j < Math.min(p.length, k + 6); j++) {
      const before = f.at.get(j);
      if (before && before.kind === 'count' && !before.thing)
        return bind(f, before, trigger, measure, 3, 'toll-before', 'an older toll, which the sentence replaces');
    }
  }
}

export { countedNoun, has, is, oneOf };
