// The quantities of a sentence in, what befell each out: the verb, adjective or noun that governs it.
import type { Parsed } from '../../grammar/parsed.ts';
import { auxiliary, bind, capital, comma, countsPeople, type Finder, type Governed, has, is, oneOf } from './clause.ts';
import { tieByHeads } from './heads.ts';
import { frames } from './idiom.ts';
import { partOf } from './list.ts';
import { nones } from './none.ts';
import { codeAt, glued } from './numeral.ts';
import { directObject, objects } from './object.ts';
import { type Pieces, SIGN, WORD } from './pieces.ts';
import type { Quantity, QuantityWords } from './quantity.ts';
import { lastSingle } from './single.ts';
import { subject } from './subject.ts';
import { type LastToll, tolls } from './toll.ts';
import { CLOSED, type Governor, type NamedWord } from './vocabulary.ts';

/** Where no quantity stands; nothing is ever put there. */
const NONE = new Map<number, Quantity>();

/** Ties every governor of the sentence to its counted people; `last` goes on from sentence to sentence. */
export function governed(
  p: Pieces,
  quantities: readonly Quantity[],
  w: QuantityWords,
  parsed: Parsed,
  sentence: number,
  last: LastToll,
): Governed[] {
  // most sentences have none
  const isBare = quantities.length === 0;
  const at = isBare ? NONE : new Map<number, Quantity>();
  const endAt = isBare ? NONE : new Map<number, Quantity>();
  const participle = isBare ? NONE : new Map<number, Quantity>();
  for (const q of quantities) {
    at.set(q.from, q);
    endAt.set(q.to, q);
    if (q.participle >= 0) participle.set(q.participle, q);
  }
  const f: Finder = { p, w, quantities, at, endAt, participle, sure: new Map(), out: [] };
  for (let i = 0; i < p.length; i++) {
    const word = p.word[i] ?? 0;
    if (word === 0 || p.kind[i] !== WORD) continue;
    const governor = w.words.governor[word];
    if (governor) {
      if (inName(f, i, governor)) continue;
      const measure = measureAt(f, i, governor);
      if (measure) govern(f, i, governor, measure);
    } else if (w.words.idiom[word] === 1) frames(f, i);
  }
  tolls(f, sentence, last);
  leftBeside(f);
  nones(f);
  tieByHeads(f, parsed, measureAt);
  return f.out;
}

/** What no verb took: "1,043 deaths, among them 87 children", and "…, and nearly 4,000 injured" at the end of its clause. */
function leftBeside(f: Finder): void {
  const { p, w } = f;
  if (f.quantities.length === 0) return;
  const tied = new Set<Quantity>();
  for (const { quantity } of f.out) tied.add(quantity);
  for (const q of f.quantities) {
    if (q.toll && q.toll.role === 'toll' && q.toll.measure !== 'casualties') {
      const part = partOf(f, q, q.noun);
      if (part && !tied.has(part))
        f.out.push({
          quantity: part, measure: q.toll.measure, trigger: q.noun, tie: 2, rule: 'part', whole: q,
          why: 'part of a larger number that counts the dead or hurt',
        }); // biome-ignore format: one shape
    }
    if (tied.has(q) || q.best === 1 || !countsPeople(f, q, 'injured')) continue;
    const governor = w.words.governor[p.word[q.to] ?? 0];
    if (!governor || (governor.role !== 'part' && governor.role !== 'state') || !follows(f, q.to)) continue;
    if (governor.measure !== 'killed' && governor.measure !== 'injured' && governor.measure !== 'missing') continue;
    bind(f, q, q.to, governor.measure, 2, 'subject', 'the word that says what befell the number stands behind it');
  }
}

/** "shot dead", "shot and killed", "fatally shot": killed; "shot down two planes", "41 drones were shot down": intercepted; plain "shot": injured. */
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
    if (oneOf(f, i, 'shot', 'shooting') && oneOf(f, i + 1, 'down')) return 'intercepted';
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

/** "the mayor was killed …, along with two of his guards": the count that shares the passive verb. */
function alongWith(f: Finder, trigger: number, measure: string): void {
  const { p } = f;
  for (let k = trigger + 1; k < Math.min(p.length, trigger + 30); k++) {
    if (has(p, k, CLOSED.clause | CLOSED.be | CLOSED.say) || f.w.words.governor[p.word[k] ?? 0]?.role === 'part')
      return;
    if (!oneOf(f, k, 'along', 'together') || !is(f, k + 1, 'with')) continue;
    const at = has(p, k + 2, CLOSED.possessive | CLOSED.the) ? k + 3 : k + 2;
    const q = f.at.get(at);
    if (q?.person && countsPeople(f, q, measure))
      bind(f, q, trigger, measure, 2, 'subject', 'the number shares the verb, “along with”');
    return;
  }
}

/** "Toronto-shot", "the Grateful Dead": part of a compound or of a name. */
function inName(f: Finder, i: number, governor: Governor): boolean {
  const { p } = f;
  if (codeAt(p, i - 1) === 45 && glued(p, i) && glued(p, i - 1)) return true;
  return (
    governor.role === 'state' && !p.titled && !p.shouted && capital(p, i) && capital(p, i - 1) && p.word[i - 1] === 0
  );
}

/** "a gunman shot his neighbours": an object without a number stands there, so what is on the left did it. */
const activeObject = (f: Finder, i: number): boolean =>
  has(f.p, i + 1, CLOSED.article | CLOSED.the | CLOSED.possessive | CLOSED.object | CLOSED.plural) ||
  f.w.words.person[f.p.word[i + 1] ?? 0]?.number === 'many';

/** "the wounded", "a missing boy": what stands behind an article takes no subject. */
const nominal = (f: Finder, i: number): boolean =>
  !f.participle.has(i) && has(f.p, i - 1, CLOSED.the | CLOSED.article | CLOSED.possessive);

function govern(f: Finder, i: number, governor: Governor, measure: string): void {
  const { p } = f;
  switch (governor.role) {
    case 'act':
      if (has(p, i - 1, CLOSED.not)) return; // "did not kill"
      objects(f, i, has(p, i + 1, CLOSED.of) ? i + 2 : i + 1, measure);
      return;
    case 'part': {
      if (nominal(f, i)) return;
      const copula = auxiliary(f, i);
      if (copula === 'be') {
        subject(f, i, measure, false);
        alongWith(f, i, measure);
        return;
      }
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
      if (!objects(f, i, i + 1, measure) && copula !== 'have' && !activeObject(f, i)) subject(f, i, measure, true);
      return;
    }
    case 'happen':
      return void subject(f, i, measure, auxiliary(f, i) === '');
    case 'state': {
      const q = participleOf(f, i);
      if (q)
        return void bind(f, q, i, measure, 3, 'participle', 'the number counts the noun that the adjective describes');
      if (nominal(f, i)) return;
      return void subject(f, i, measure, auxiliary(f, i) === '');
    }
    case 'of':
    case 'toll':
      if (
        is(f, i - 1, 's') &&
        !oneOf(f, i, 'body', 'corpse', 'remains') &&
        p.kind[i - 2] === SIGN &&
        (measure === 'killed' || measure === 'captured')
      ) {
        const q = lastSingle(f, Math.max(0, i - 8), i - 2);
        if (q && !q.numbered) bind(f, q, i, measure, 2, 'single', 'the death of one person');
      } else if (has(p, i + 1, CLOSED.of)) objects(f, i, i + 2, measure === 'casualties' ? 'injured' : measure);
      else if (is(f, i, 'detention')) frames(f, i);
      return;
  }
}

/** "two wounded soldiers", "15 dead bodies": the quantity that holds piece `i` between number and noun. */
const participleOf = (f: Finder, i: number): Quantity | undefined => f.participle.get(i);

export const follows = (f: Finder, i: number, ...names: NamedWord[]): boolean =>
  i + 1 >= f.p.length || f.p.kind[i + 1] === SIGN || oneOf(f, i + 1, ...names);

function objectNear(f: Finder, i: number): boolean {
  return (
    (has(f.p, i + 1, CLOSED.and) && f.w.words.governor[f.p.word[i + 2] ?? 0]?.role === 'part' && f.at.has(i + 3)) ||
    (is(f, i + 1, 'at') && f.at.has(i + 1))
  );
}
