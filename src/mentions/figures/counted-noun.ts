// A number in, the noun it counts out: "at least 35 Islamic State jihadists", "dozens of people", "two of them".

import { codeAt, glued } from './numeral.ts';
import { NUMBER, type Pieces, SIGN, WORD } from './pieces.ts';
import type { Quantity, QuantityWords } from './quantity.ts';
import { HYPHEN } from './unit.ts';
import { CLOSED, type Vocabulary } from './vocabulary.ts';

/** Noun phrases end before these. */
const STOP =
  CLOSED.preposition | CLOSED.of | CLOSED.be | CLOSED.have | CLOSED.modal | CLOSED.article | CLOSED.the | CLOSED.possessive | CLOSED.this |
  CLOSED.pronoun | CLOSED.object | CLOSED.plural | CLOSED.who | CLOSED.clause | CLOSED.not | CLOSED.no | CLOSED.say | CLOSED.including; // biome-ignore format: one set

const ADVERBS = /^(?:yesterday|today|tonight|tomorrow|overnight|earlier|later|meanwhile|afterwards?)$/;
const AROUND = /^(?:nationwide|worldwide|countrywide|statewide|citywide)$/;
const DAYS = /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/;

/** "Killed a dozen yesterday", "arrested 40 Monday in": "pumps nationwide": when or where, and nothing that is counted; "two Sunday papers" are. */
function isWhen(p: Pieces, at: number): boolean {
  const word = p.text.slice(p.start[at], p.end[at]);
  if (ADVERBS.test(word)) return true;
  return (DAYS.test(word) || AROUND.test(word)) && (p.kind[at + 1] !== WORD || ((p.closed[at + 1] ?? 0) & STOP) !== 0);
}

/** "Taken hostage", "held prisoner": what the people before it became. */
const isMade = (p: Pieces, at: number, { words, id }: QuantityWords): boolean =>
  (p.word[at] === id.taken || p.verb[at] === 1) &&
  words.person[p.word[at + 1] ?? 0]?.number === 'one' &&
  (p.word[at + 1] === id.hostage || p.word[at + 1] === id.prisoner || p.word[at + 1] === id.captive);

/** Finds the noun that is counted: "at least 35 Islamic State jihadists", "dozens of people", "two of them". */
export function countedNoun(p: Pieces, q: Quantity, w: QuantityWords): void {
  const { words } = w;
  let at = q.to;
  const limit = Math.min(p.length, at + 9);
  // “four out of six hostages”
  if (at + 2 < limit && (p.closed[at + 1] ?? 0) & CLOSED.of && /^out$/i.test(p.text.slice(p.start[at], p.end[at])))
    at++;
  if (at < limit && (p.closed[at] ?? 0) & CLOSED.of) {
    const next = p.closed[at + 1] ?? 0;
    if (next & (CLOSED.the | CLOSED.this | CLOSED.possessive)) {
      q.part = true;
      at += 2;
      if (p.kind[at] === NUMBER || (words.numeral[p.word[at] ?? 0] ?? 0) > 0) at++; // "15 of the 20 miners"
    } else if (p.kind[at + 1] === NUMBER && q.best !== null) {
      q.part = true; // "38 of 45 drones"
      at += 2;
    } else if (next & (CLOSED.plural | CLOSED.who | CLOSED.object)) {
      q.part = true;
      q.to = at + 2;
      return;
    } else at++;
  }
  const begin = at;
  let content = -1;
  let run = true;
  let hyphen = false;
  let stopped = -1;
  for (; at < limit; at++) {
    const c = p.closed[at] ?? 0;
    const word = p.word[at] ?? 0;
    if (p.kind[at] === SIGN) {
      const d = codeAt(p, at);
      if (d === HYPHEN && glued(p, at)) {
        hyphen = true;
        continue;
      }
      if (d === 0x27 || d === 0x2019 || d === 34 || d === 0x201c || d === 0x201d) continue;
      break;
    }
    if (p.kind[at] === NUMBER) {
      if (!ageAt(p, at, words)) break;
      at += 2; // 12-year-old
      continue;
    }
    if (p.kind[at] !== WORD) break;
    // "killed a dozen yesterday"
    if (isWhen(p, at)) {
      stopped = at;
      break;
    }
    // an unknown word that the grammar calls a verb ends the noun phrase: "two received …"
    // so does one that is made of somebody: "251 taken hostage"
    if ((word === 0 && p.verb[at] === 1 && !hyphen && !nounSoon(p, at + 1, words)) || isMade(p, at, w)) {
      stopped = at;
      break;
    }
    if (c & CLOSED.other && !(words.person[word] != null)) {
      q.more = true;
      q.to = at + 1;
      continue;
    }
    const governor = words.governor[word];
    const person = words.person[word];
    const thing = words.thing[word];
    if (person && person.number !== 'one') {
      let last = at;
      while (last + 1 < limit && runsOn(p, last + 1, words)) last++;
      take(q, p, last, words);
      return;
    }
    if (thing && thing.number !== 'one') {
      let last = at;
      if (last + 1 < limit && words.person[p.word[last + 1] ?? 0]?.number === 'many') last++;
      take(q, p, last, words);
      return;
    }
    if (person && (isOne(q) || q.part) && !modifies(p, at + 1, words)) {
      take(q, p, at, words);
      return;
    }
    if (governor) {
      if (governor.role === 'toll' && !hyphen && !(words.governor[p.word[at + 1] ?? 0]?.role === 'toll')) {
        q.toll = governor;
        q.noun = at;
        q.to = at + 1;
        q.unit = p.text.slice(p.start[at], p.end[at]).toLowerCase();
        return;
      }
      if (governor.role === 'part' || governor.role === 'state') {
        const next = words.person[p.word[at + 1] ?? 0];
        const toll = words.governor[p.word[at + 1] ?? 0];
        if ((next && next.number !== 'one') || toll?.role === 'toll' || toll?.role === 'of') {
          q.participle = at;
          continue;
        }
      }
      stopped = at;
      break;
    }
    if (c & STOP || (c & CLOSED.adverb && at > begin)) {
      stopped = at;
      break;
    }
    if (c & CLOSED.and) {
      if (!conjoinedModifier(p, at, limit, words)) break;
      run = false;
      continue;
    }
    if (words.numeral[word] && at > begin) break;
    if (run && (c === 0 || (c & (CLOSED.designator | CLOSED.road | CLOSED.toll | CLOSED.rise)) !== 0)) content = at;
  }
  if (content >= 0 && (!q.part || isOne(q)) && !(stopped === content)) {
    q.unit = p.text.slice(p.start[content], p.end[content]);
    q.noun = content;
    if (q.numbered) q.to = content + 1;
  }
}

/** "One soldier", "at least one soldier", "more than one soldier": what is counted stands in the singular. */
const isOne = ({ low, best, high }: Quantity): boolean =>
  best === 1 || (best === null && high === null && low !== null && low <= 2);

/** "two armoured vehicles": a participle stands before the noun. */
function nounSoon(p: Pieces, i: number, words: Vocabulary): boolean {
  for (let k = i; k < Math.min(p.length, i + 3) && ((p.closed[k] ?? 0) & STOP) === 0; k++) {
    const word = p.word[k] ?? 0;
    if ((words.person[word] ?? words.thing[word])?.number === 'many') return true;
  }
  return false;
}

const take = (q: Quantity, p: Pieces, at: number, words: Vocabulary): void => {
  const word = p.word[at] ?? 0;
  q.noun = at;
  q.to = at + 1;
  q.person = words.person[word] ?? null;
  q.thing = q.person ? null : (words.thing[word] ?? null);
  q.unit = q.person?.unit ?? q.thing?.unit ?? null;
};

/** The noun phrase goes on: "police officers", "rebel fighters", "Syrian soldiers". */
function runsOn(p: Pieces, i: number, words: Vocabulary): boolean {
  const person = words.person[p.word[i] ?? 0];
  return person != null && person.number !== 'one' && p.kind[i] === WORD;
}

/** The word at `i` shows that the one before it is an adjective: another noun we know, or an unknown word. */
function modifies(p: Pieces, i: number, words: Vocabulary): boolean {
  if (i >= p.length || p.kind[i] !== WORD) return p.kind[i] === SIGN && codeAt(p, i) === HYPHEN && glued(p, i);
  const word = p.word[i] ?? 0;
  return words.person[word] != null || words.thing[word] != null || words.governor[word]?.role === 'toll';
}

/** "Western and Arab-backed rebel officers": a noun of people must still come, before any stop or other number. */
function conjoinedModifier(p: Pieces, and: number, limit: number, words: Vocabulary): boolean {
  for (let k = and + 1; k < limit; k++) {
    const word = p.word[k] ?? 0;
    if (p.kind[k] === NUMBER || (p.closed[k] ?? 0) & STOP || words.governor[word] || words.numeral[word]) return false;
    const person = words.person[word];
    if (person && person.number !== 'one') return true;
  }
  return false;
}

function ageAt(p: Pieces, i: number, words: Vocabulary): boolean {
  let at = i + 1;
  if (codeAt(p, at) === HYPHEN) at++;
  if (words.unit[p.word[at] ?? 0]?.kind !== 'time') return false;
  at++;
  if (codeAt(p, at) === HYPHEN) at++;
  return ((p.closed[at] ?? 0) & CLOSED.old) !== 0;
}
