// A place in a sentence in, the one person named there out: "a 12-year-old boy", "another man", "he", a name.
import { ANYBODY, capital, comma, type Finder, has, is, named } from './clause.ts';
import { codeAt, glued } from './numeral.ts';
import { NUMBER, OPAQUE, SIGN, WORD } from './pieces.ts';
import type { Quantity } from './quantity.ts';
import { groupOf } from './subject.ts';
import { CLOSED } from './vocabulary.ts';

/** Capitals at the beginning of a sentence that name a day and nobody. */
const WHEN =
  /^(?:yesterday|today|tonight|tomorrow|overnight|earlier|later|meanwhile|afterwards?|then|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|april|june|july|august|september|october|november|december)$/i;

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
  const opens =
    i === 0 ||
    p.kind[i - 1] === SIGN ||
    (has(p, i - 1, CLOSED.preposition | CLOSED.clause) && is(f, i - 1, 'after') && governorAt(f, i + 1));
  const bare =
    !determined &&
    (object || (opens && capital(p, i))
      ? personSoon(f, i)
      : words.person[p.word[i] ?? 0]?.number === 'one' && (opens || capital(p, i)));
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
        // "the Syrian Armed Forces": a capitalised noun inside a name is an adjective
        const nation = /^[A-Z]/.test(words.person[p.word[noun] ?? 0]?.unit ?? '');
        if (nation || (determined && capital(p, noun) && capital(p, at) && !p.shouted && !p.titled)) {
          noun = -1;
          break;
        }
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
    if (has(p, i, CLOSED.another) && (words.governor[p.word[i + 1] ?? 0] || has(p, i + 1, CLOSED.be | CLOSED.adverb)))
      return make(i, i + 1, -1);
    if (determined) return null;
  }
  // a name: capitalised words before the verb, perhaps with an age
  if (!capital(p, i) || p.shouted) return null;
  if (capital(p, i - 1) || nameless(f, i)) return null;
  if (WHEN.test(p.text.slice(p.start[i], p.end[i]))) return null;
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
  // "Syria's chemical weapons", "the Kerch bridge": a name before another noun names no person
  if (end < p.length && p.kind[end] === WORD && p.closed[end] === 0 && !words.governor[p.word[end] ?? 0]) return null;
  const tail = codeAt(p, end);
  if (tail === 0x27 || tail === 0x2019 || (tail === 45 && glued(p, end) && end < p.length)) return null;
  return make(i, end, -1);
}

/** "a woman and child": the second noun without its article. */
export function bareSingle(f: Finder, i: number): Quantity | null {
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

export function lastSingle(f: Finder, begin: number, end: number): Quantity | null {
  const counted = f.endAt.get(end);
  if (counted?.person) return counted;
  for (let k = end - 1; k >= Math.max(begin, end - 10); k--) {
    const q = single(f, k, false);
    if (q && q.to === end) return q;
  }
  return null;
}

/** The one person who is subject of the clause between `begin` and `end`: "a man", "John Smith, 34,", "he". */
export function singleSubject(f: Finder, begin: number, end: number, near: boolean, measure: string): Quantity | null {
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
    // "at the Baylor Centre": a name inside a prepositional phrase
    if (named(q) && insidePhrase(f, k)) continue;
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

export function singleBefore(f: Finder, begin: number, end: number): Quantity | null {
  for (let k = begin; k < Math.min(end, begin + 3); k++) {
    const q = single(f, k, false);
    if (q && q.to <= end && !has(f.p, k - 1, CLOSED.preposition)) return q;
  }
  return null;
}

/** "at the Baylor Centre", "in southern Yemen": a preposition stands before the name, past an article or one adjective. */
function insidePhrase(f: Finder, k: number): boolean {
  const { p } = f;
  const between =
    has(p, k - 1, CLOSED.the | CLOSED.possessive) ||
    (p.kind[k - 1] === WORD && p.closed[k - 1] === 0 && !capital(p, k - 1));
  return between && has(p, k - 2, CLOSED.preposition | CLOSED.of);
}

/** "kills man, "shooting of Larose teenager": a noun of one person within two words. */
function personSoon(f: Finder, i: number): boolean {
  for (let k = i; k < i + 3 && k < f.p.length && f.p.kind[k] === WORD; k++) {
    if (f.w.words.person[f.p.word[k] ?? 0]?.number === 'one') return true;
    if (f.p.word[k] !== 0 || !capital(f.p, k)) return false;
  }
  return false;
}

const STOPS =
  CLOSED.preposition | CLOSED.of | CLOSED.be | CLOSED.have | CLOSED.modal | CLOSED.article | CLOSED.the | CLOSED.possessive | CLOSED.pronoun |
  CLOSED.object | CLOSED.who | CLOSED.clause | CLOSED.not | CLOSED.say | CLOSED.and | CLOSED.including | CLOSED.month | CLOSED.weekday; // biome-ignore format: one set

const hasVerb = (f: Finder, i: number): boolean =>
  has(f.p, i, CLOSED.be | CLOSED.have | CLOSED.adverb | CLOSED.who | CLOSED.preposition);

/** A headline's "after man dies", "after child shot": a verb of harm right behind the noun. */
const governorAt = (f: Finder, i: number): boolean => {
  const role = f.w.words.governor[f.p.word[i] ?? 0]?.role;
  return role === 'part' || role === 'happen';
};

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

export const words = (f: Finder, i: number): boolean => (f.w.words.numeral[f.p.word[i] ?? 0] ?? 0) > 0;
