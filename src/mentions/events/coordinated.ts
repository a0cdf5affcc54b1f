// A token in, it and those coordinated with it out, also where the parser gave a verb two subjects: "Velmar and the rebels signed".
import { DAY } from '../actors/chunk.ts';
import { ADJ, AUX, DET, NOUN, NUM, PRON, PROPN, PUNCT, REL, type TokenView, VERB } from '../actors/token-view.ts';
import { kindBit, kindsOfLemma } from './kinds.ts';
import type { Children } from './roles.ts';

const MOST = 40;
const PARENT = /^(?:grand)?(?:father|mother|parent)$/;
const nominal = (pos: number | undefined) =>
  pos === NOUN || pos === PROPN || pos === PRON || pos === NUM || pos === ADJ;

/** "Two monks and a teacher | arrested by the army": the first of two that one participle tells of; -1 where only the second is meant. */
function listedBefore(token: number, view: TokenView): number {
  const { relation, head, upos, lower } = view;
  if (relation[token] !== REL.conj || relation[token + 1] !== REL.acl || head[token + 1] !== token) return -1;
  const first = head[token] ?? -1;
  if (first < 0 || upos[token] !== NOUN || upos[first] !== NOUN || view.tag(token + 1) !== 'VBN') return -1;
  // only "and", an article or a number and what they are like stand between
  if (lower[first + 1] !== 'and' || !isCounted(first + 2, view)) return -1;
  let from = first - 1;
  while (upos[from] === ADJ) from--;
  if (!isCounted(from, view)) return -1;
  for (let at = first + 3; at < token; at++) if (upos[at] !== ADJ && upos[at] !== NOUN) return -1;
  return isSomebody(first, view) && isSomebody(token, view) ? first : -1;
}
const isCounted = (at: number, { upos, lower }: TokenView): boolean =>
  upos[at] === NUM || lower[at] === 'a' || lower[at] === 'an';
const isSomebody = (at: number, { parsed }: TokenView): boolean =>
  (kindsOfLemma(parsed.words.lemma(at)) & SOMEBODY) !== 0;
const SOMEBODY = kindBit('person') | kindBit('forces');

/** The token first, then the others as they hang from it. */
export function coordinated(token: number, view: TokenView, { first, next }: Children): readonly number[] {
  const { relation, upos, head } = view;
  let all: number[] | null = null;
  const gapped = relation[token] === REL.obj ? gappedBehind(token, view) : -1;
  // "Ivan Kern and Anna Holt": what goes on behind a name hangs from its first word
  const name = relation[token] === REL.flat ? (head[token] ?? -1) : -1;
  const other = Math.max(subjectBeside(token, view, { first, next }), besideConjunct(token, view));
  if (other >= 0) all = [token, other];
  const listed = other < 0 ? listedBefore(token, view) : -1;
  if (listed >= 0) all = [token, listed];
  for (let i = 0; i < (all?.length ?? 1); i++) {
    const of = all?.[i] ?? token;
    let child = first[of] as number;
    if (child < 0 && i === 0 && name >= 0) child = first[name] as number;
    for (; child >= 0; child = next[child] as number) {
      // "Velmar, Oster and the Tarn Republic Friday joined": the day was taken for one of them
      const before = child > of ? behindDay(child, view) : -1;
      if (before >= 0) {
        all ??= [token];
        all.push(before);
      }
      if (relation[child] !== REL.conj) continue;
      if (upos[child] !== upos[token] && !(nominal(upos[child]) && nominal(upos[token]))) continue;
      if (opensClause(child, token, view) || (gapped >= 0 && (child === gapped || child === gapped + 1))) continue;
      // "met Holt, who was arrested; and Kern spoke"
      if (child > of && isParted(of, child, view)) continue;
      // "accused Velmar of arming them and Oster of hiding them": each of one thing
      if (of === token && blamedApart(token, child, view)) continue;
      if (
        of === token &&
        (isCalling(child, token, view, { first, next }) || isAside(child, token, view, { first, next }))
      )
        continue;
      all ??= [token];
      if (all.length < MOST && !all.includes(child)) all.push(child);
    }
  }
  if (!all && upos[token] === PROPN) all = namesBehind(token, view, { first, next });
  for (const one of behindName(token, view, { first, next }))
    if (!all?.includes(one)) {
      all ??= [token];
      all.push(one);
    }
  if (all && all.length > 1) {
    const listed = listedBehind(token, all[1] as number, view, { first, next });
    if (listed.length > 0) all.splice(1, 0, ...listed.filter((one) => !all?.includes(one)));
  }
  // "Velmar and Oster, along with Tarn, condemned": behind the last of them
  const last = all && relation[token] === REL.nsubj ? Math.max(...all) : token;
  const added = Math.max(asWellAs(token, view), last === token ? -1 : asWellAs(last, view, token));
  if (added >= 0 && !all?.includes(added)) {
    all ??= [token];
    for (const one of coordinated(added, view, { first, next })) if (!all.includes(one)) all.push(one);
  }
  return all ?? [token];
}

/** The name that hangs from a day right behind it, where "and" stands before that name; -1 for none. */
function behindDay(day: number, { relation, upos, lower, head }: TokenView): number {
  if ((relation[day] !== REL.conj && relation[day] !== REL.appos) || !DAY.test(lower[day] ?? '')) return -1;
  const name = day - 1;
  if (upos[name] !== PROPN || head[name] !== day) return -1;
  let from = name;
  while (from > 0 && (upos[from - 1] === PROPN || upos[from - 1] === ADJ || upos[from - 1] === DET)) from--;
  return lower[from - 1] === 'and' ? name : -1;
}

/** "Velmar, the Oster Republic and Tarn", "Kern of Velmar, Holt of Oster and Vell of Tarn": those of the list in the middle, which parsers take for other names of the first. */
function listedBehind(token: number, last: number, { relation, upos, lower, head }: TokenView, { first, next }: Children): readonly number[] {
  if (upos[token] !== PROPN || upos[last] !== PROPN || head[last] !== token) return NONE;
  let found: number[] | null = null;
  for (let child = first[token] as number; child >= 0 && child < last; child = next[child] as number) {
    if (child < token || relation[child] !== REL.appos || upos[child] !== PROPN) continue;
    let and = child + 1;
    while (and < last && (relation[and] === REL.flat || upos[and] === PROPN || lower[and] === 'of')) and++;
    found ??= [];
    found.push(child);
    const end = lower[and + 1] === 'the' ? and + 2 : and + 1;
    if (lower[and] === 'and' && (end === last || head[end] === last)) return found;
    if (lower[and] !== ',') return NONE;
  }
  return NONE;
} // biome-ignore format: long conditions

/** "Ivan Kern, Premier Anna Holt and Omar Vell": the others hang from each other, the second as another name of the first; null where it is no such list. */
function namesBehind(token: number, { relation, upos, lower }: TokenView, { first, next }: Children): number[] | null {
  const isName = (one: number) => {
    for (let child = first[one] as number; child >= 0; child = next[child] as number) if (relation[child] === REL.flat) return true;
    return false;
  };
  for (let child = first[token] as number; child >= 0; child = next[child] as number) {
    if (child < token || relation[child] !== REL.appos || upos[child] !== PROPN || !isName(child)) continue;
    let found: number[] | null = null;
    for (let other = first[child] as number; other >= 0; other = next[other] as number) {
      if (other < child || relation[other] !== REL.conj || upos[other] !== PROPN || !isName(other)) continue;
      found ??= [token, child];
      found.push(other);
    }
    let and = child + 1;
    while (relation[and] === REL.flat || lower[and] === ',') and++;
    if (found && lower[and] === 'and') return found;
  }
  return null;
} // biome-ignore format: long conditions

/** "Velmar as well as Oster", of subjects also "Velmar, along with Oster, condemned": the second, wherever parsers hang it; -1 for none. */
function asWellAs(
  token: number,
  { lower, upos, relation, head, sentence, length }: TokenView,
  subject = token,
): number {
  let at = token + 1;
  while (at < length && relation[at] === REL.flat && head[at] === token) at++;
  if (lower[at] === ',') at++;
  const acts = relation[subject] === REL.nsubj || relation[subject] === REL['nsubj:pass'];
  if (lower[at] === 'as' && lower[at + 1] === 'well' && lower[at + 2] === 'as') at += 3;
  else if (acts && (head[subject] ?? -1) > at && JOINTLY.has(lower[at] ?? '') && lower[at + 1] === 'with') at += 2;
  else if (acts && (head[subject] ?? -1) > at && lower[at] === 'alongside') at++;
  else return -1;
  for (; at < length && sentence[at] === sentence[token]; at++) {
    const pos = upos[at];
    if (pos === PROPN || pos === NOUN) {
      if (relation[at] !== REL.compound && relation[at] !== REL['nmod:poss']) return at;
    } else if (pos !== DET && pos !== ADJ && pos !== NUM && pos !== PRON) return -1;
  }
  return -1;
}

const JOINTLY: ReadonlySet<string> = new Set(['along', 'together', 'jointly']);

const NONE: readonly number[] = [];

/** "Killed her daughter, Anna Holt, and her father, Ivan Holt": what goes on behind a name hangs from the verb or from the name. */
function behindName(token: number, { relation, upos, lower, head }: TokenView, { first, next }: Children): readonly number[] {
  let name = -1;
  for (let child = first[token] as number; child >= 0; child = next[child] as number)
    if (child > token && relation[child] === REL.appos && upos[child] === PROPN && lower[child - 1] === ',') name = child;
  if (name < 0) return NONE;
  const verb = relation[token] === REL.obj || relation[token] === REL['nsubj:pass'] ? (head[token] ?? -1) : -1;
  const found: number[] = [];
  for (const up of [name, verb]) {
    if (up < 0 || (up === verb && upos[verb] !== VERB)) continue;
    for (let child = first[up] as number; child >= 0; child = next[child] as number) {
      if (child < name || relation[child] !== REL.conj || (upos[child] !== NOUN && upos[child] !== PROPN)) continue;
      let at = child - 1;
      while (at > name && lower[at] !== 'and') at--;
      // "Anna Holt, a poet and a singer" is one; "Anna Holt, and a guard" are two
      if (lower[at] === 'and' && lower[at - 1] === ',') found.push(child);
    }
  }
  return found;
} // biome-ignore format: long conditions

/** "Had defeated the rebels and Velmar would move": what a finite verb follows at once is its subject, and no second object. */
function opensClause(child: number, token: number, view: TokenView): boolean {
  const { relation, upos, sentence, lower } = view;
  // "fighting between rebels and troops has left many dead": both sides
  let led = token - 1;
  while (led > 0 && (upos[led] === ADJ || upos[led] === DET || (upos[led] === NOUN && view.head[led] === token))) led--;
  if (lower[led] === 'between') return false;
  if (child < token || (relation[token] !== REL.obj && relation[token] !== REL.obl)) return false;
  let next = child + 1;
  while ((relation[next] === REL.flat || upos[next] === PROPN) && sentence[next] === sentence[child]) next++;
  // "fired on protesters, police and medical sources said"
  if (lower[next] === 'and' && isBehindComma(token, child, view))
    for (const end = next + 6; next < end; next++)
      if (
        upos[next] !== NOUN &&
        upos[next] !== PROPN &&
        upos[next] !== ADJ &&
        upos[next] !== DET &&
        lower[next] !== 'and'
      )
        break;
  if (sentence[next] !== sentence[child]) return false;
  const form = view.tag(next);
  return upos[next] === AUX ? form !== 'VB' : upos[next] === VERB && (form === 'VBD' || form === 'VBZ');
}

/** "Expelled nine envoys and Velmar four": who does to others what is done to an object that is counted; -1 for nobody. */
export function gappedBehind(object: number, { upos, lower, sentence, head }: TokenView): number {
  const and = lower[object + 1] === ',' ? object + 2 : object + 1;
  const name = and + 1;
  // "and Switzerland another six"
  const number = lower[name + 1] === 'another' ? name + 2 : name + 1;
  if (lower[and] !== 'and' || upos[name] !== PROPN || upos[number] !== NUM) return -1;
  const end = number + 1;
  if (sentence[end] === sentence[object] && upos[end] !== PUNCT) return -1;
  for (let at = object - 1; at > object - 4 && at >= 0 && head[at] === object; at--) if (upos[at] === NUM) return name;
  return -1;
}

/** Whether another one who is blamed is blamed of something else: "of" stands behind both. */
export function blamedApart(object: number, other: number, { relation, lower, upos, head }: TokenView): boolean {
  const verb = head[object] ?? -1;
  if (other < object || relation[object] !== REL.obj || !/^(?:accus|suspect)/.test(lower[verb] ?? '')) return false;
  let end = other + 1;
  while (upos[end] === PROPN && end < other + 4) end++;
  if (lower[end] !== 'of') return false;
  for (let at = object + 1; at < other; at++) if (lower[at] === 'of') return true;
  return false;
}

/** "Anna Holt, a poet and singer from Oster": what she is besides, hung from her name. */
function isCalling(child: number, name: number, { relation, upos, lower }: TokenView, { first, next }: Children): boolean {
  if (upos[name] !== PROPN || upos[child] !== NOUN) return false;
  // "Anna Holt, a poet and Socialist member"
  let and = child - 1;
  while (upos[and] === ADJ || (upos[and] === NOUN && relation[and] === REL.compound)) and--;
  // "Anna Holt, 44, and the mother of two,"
  const age = lower[and] === 'the' || lower[and] === 'a' ? and - 3 : and - 2;
  if (PARENT.test(lower[child] ?? '') && lower[child + 1] === 'of' && lower[age + 2] === 'and' && lower[age + 1] === ',' && upos[age] === NUM && lower[age - 1] === ',') return true;
  if (lower[and] !== 'and' || lower[and - 1] === ',') return false;
  for (let other = first[name] as number; other >= 0 && other < child; other = next[other] as number)
    if (other > name && relation[other] === REL.appos && upos[other] === NOUN) return true;
  return false;
} // biome-ignore format: long conditions

/** "With the gunman, a former policeman, before": what he is, set off by commas on both sides, with no "and" anywhere. */
function isAside(child: number, noun: number, { relation, upos, lower, sentence, tag }: TokenView, { first, next }: Children): boolean {
  if (child < noun || upos[child] !== NOUN || tag(child) !== 'NN' || sentence[child + 1] !== sentence[noun]) return false;
  if (lower[child + 1] !== ',' && lower[child + 1] !== '.') return false;
  let from = child - 1;
  while (from > noun && (upos[from] === ADJ || upos[from] === NOUN || upos[from] === PROPN)) from--;
  if ((lower[from] !== 'a' && lower[from] !== 'an') || lower[from - 1] !== ',' || tag(noun).endsWith('S')) return false;
  for (let other = first[noun] as number; other >= 0; other = next[other] as number)
    if ((other !== child && relation[other] === REL.conj) || relation[other] === REL.cc) return false;
  for (let other = first[child] as number; other >= 0; other = next[other] as number)
    if (relation[other] === REL.cc || relation[other] === REL.conj) return false;
  return true;
} // biome-ignore format: long conditions

/** Whether a semicolon and a verb stand between two. */
function isParted(from: number, to: number, { lower, upos }: TokenView): boolean {
  let verb = false;
  for (let at = from + 1; at < to; at++)
    if (upos[at] === VERB) verb = true;
    else if (verb && lower[at] === ';') return true;
  return false;
}

/** Whether a comma stands before the phrase of a noun coordinated with another. */
function isBehindComma(token: number, child: number, { lower, upos }: TokenView): boolean {
  let from = child;
  while (
    from - 1 > token &&
    (upos[from - 1] === ADJ || upos[from - 1] === NOUN || upos[from - 1] === PROPN || upos[from - 1] === DET)
  )
    from--;
  return lower[from - 1] === ',';
}

/** "After talks in Lintz, Velmar and Oster agreed": the parser hung both from the town, and the second stands for the subject; -1 for none. */
function besideConjunct(token: number, { relation, head, lower, upos }: TokenView): number {
  // the first of the two may stand for the subject as well
  const second = token + 2;
  if (
    lower[token + 1] === 'and' &&
    lower[token - 1] === ',' &&
    relation[token] === REL.conj &&
    relation[second] === REL.conj &&
    head[second] === head[token]
  )
    return upos[token] === PROPN && upos[second] === PROPN && (upos[second + 1] === VERB || upos[second + 1] === AUX)
      ? second
      : -1;
  const before = token - 2;
  if (relation[token] !== REL.conj || lower[token - 1] !== 'and' || relation[before] !== REL.conj) return -1;
  const named = upos[before] === PROPN && upos[token] === PROPN && upos[token + 1] === VERB;
  return named && head[before] === head[token] && lower[before - 1] === ',' ? before : -1;
}

/** The other subject of the same verb where "and" stands between the two; -1 for none. */
function subjectBeside(token: number, view: TokenView, { first, next }: Children): number {
  const { relation, upos, lower, head } = view;
  if (upos[token] !== NOUN && upos[token] !== PROPN) return -1;
  // "Velmar and Oster's ministers met": the first hangs from the second
  const subject = relation[token] === REL.nsubj || relation[token] === REL['nsubj:pass'];
  if (!subject) return -1;
  const from = head[token] ?? -1;
  for (const up of [from, token]) {
    if (up < 0) continue;
    for (let child = first[up] as number; child >= 0 && child < token; child = next[child] as number) {
      if (child === token || (relation[child] !== REL.nsubj && relation[child] !== REL['nsubj:pass'])) continue;
      if (upos[child] !== NOUN && upos[child] !== PROPN) continue;
      for (let at = child + 1; at < token && at < child + 6; at++)
        if (lower[at] === 'and' || (lower[at] === 'well' && lower[at + 1] === 'as')) return child;
    }
  }
  return -1;
}
