// The pieces of a sentence in, the number that starts at one of them out: words, digits, mixed, scaled, vague.
import { NUMBER, type Pieces, SIGN, WORD } from './pieces.ts';
import { CLOSED, NUMERAL, type Vocabulary } from './vocabulary.ts';

/** A number as written, before the words that bound it. */
export interface Numeral {
  /** First piece, and one past the last. */
  from: number;
  to: number;
  /** The number; for a vague one the lower bound of the table in docs/figures.md. */
  value: number;
  /** Upper end of a range ("9 to 14"); NaN otherwise. */
  upper: number;
  /** exact; vague (a lower bound: "dozens"); about ("a couple"); dozen ("a dozen": "more than" adds one); pair; share ("a third of"). */
  form: 'exact' | 'vague' | 'about' | 'dozen' | 'pair' | 'share';
  /** True when digits stand in it. */
  digits: boolean;
  /** The scale word it ended with (1 when none): "four to five thousand" lends it to "four". */
  scale: number;
}

const DOT = 46;

/** What `readNumeral` needs of the vocabulary, looked up once. */
export interface NumeralWords {
  readonly words: Vocabulary;
  readonly few: number;
  readonly of: number;
  readonly and: number;
}

export function numeralWords(words: Vocabulary): NumeralWords {
  return { words, few: words.id('few'), of: words.id('of'), and: words.id('and') };
}

const glued = (p: Pieces, i: number): boolean => i > 0 && i < p.length && p.start[i] === p.end[i - 1];
const code = (p: Pieces, i: number): number => (i >= 0 && i < p.length ? p.text.charCodeAt(p.start[i] ?? 0) : 0);
const length = (p: Pieces, i: number): number => (p.end[i] ?? 0) - (p.start[i] ?? 0);

/** The number that starts at piece `i`, or null. Looks at most a dozen pieces ahead. */
export function readNumeral(p: Pieces, i: number, w: NumeralWords, money: boolean): Numeral | null {
  if (p.kind[i] === NUMBER) return readDigits(p, i, w, money);
  if (p.kind[i] !== WORD) return null;
  const kind = kindAt(p, i, w);
  const closed = p.closed[i] ?? 0;
  if (closed & CLOSED.article) return readAfterArticle(p, i, w);
  if (kind === NUMERAL.none || kind === NUMERAL.zero) return kind === NUMERAL.zero ? plain(i, i + 1, 0, false) : null;
  if (kind === NUMERAL.vague || kind === NUMERAL.score || kind === NUMERAL.dozen)
    return kind === NUMERAL.vague ? readVague(p, i, w) : null;
  if (kind === NUMERAL.several) return readSeveral(p, i, i + 1, valueAt(p, i, w), 'vague', w);
  if (kind === NUMERAL.half) return readHalf(p, i, i, w);
  if (kind <= NUMERAL.scale && kind !== NUMERAL.hundred && kind !== NUMERAL.scale) return readWords(p, i, w);
  return null;
}

const plain = (from: number, to: number, value: number, digits: boolean): Numeral => ({
  from, to, value, upper: Number.NaN, form: 'exact', digits, scale: 1,
}); // biome-ignore format: one shape

const kindAt = (p: Pieces, i: number, { words }: NumeralWords): number =>
  i < p.length ? (words.numeral[p.word[i] ?? 0] ?? 0) : 0;
const valueAt = (p: Pieces, i: number, { words }: NumeralWords): number => words.value[p.word[i] ?? 0] ?? 0;
/** Past a hyphen that glues two pieces: "twenty-eight", "2.4-billion". */
const overHyphen = (p: Pieces, i: number): number =>
  p.kind[i] === SIGN && code(p, i) === 45 && glued(p, i) && glued(p, i + 1) ? i + 1 : i;

function readDigits(p: Pieces, i: number, w: NumeralWords, money: boolean): Numeral | null {
  const out = plain(i, i + 1, p.value[i] ?? Number.NaN, true);
  // 1/2, 3/4: small fractions; other strokes (9/11, 24/7) are refused where exclusions are
  if (code(p, i + 1) === 47 || code(p, i + 1) === 0x2044) {
    const under = p.value[i + 2] ?? Number.NaN;
    if (
      p.kind[i + 2] === NUMBER &&
      glued(p, i + 1) &&
      out.value < under &&
      FRACTIONS.has(under) &&
      code(p, i + 3) !== 47
    ) {
      out.value /= under;
      out.to = i + 3;
      return out;
    }
  }
  let next = overHyphen(p, i + 1);
  const kind = kindAt(p, next, w);
  if (kind === NUMERAL.hundred || kind === NUMERAL.scale || kind === NUMERAL.dozen) {
    out.scale = kind === NUMERAL.hundred ? 100 : valueAt(p, next, w);
    out.value *= out.scale;
    out.to = ++next;
    if (kind === NUMERAL.dozen) out.form = 'dozen';
    const again = kindAt(p, next, w);
    if (kind === NUMERAL.hundred && again === NUMERAL.scale) {
      out.value *= valueAt(p, next, w);
      out.scale *= valueAt(p, next, w);
      out.to = next + 1;
    }
  } else if (glued(p, i + 1) && p.kind[i + 1] === WORD && length(p, i + 1) === 1) {
    // 13.6M, 40k; small "m" is metres unless money stands before it or a noun behind it
    const c = code(p, i + 1);
    const many = money || (kindless(p, i + 2, w) && p.kind[i + 2] === WORD);
    const scale =
      c === 77 || (c === 109 && many) ? 1e6 : c === 75 || c === 107 ? 1e3 : (c === 66 || c === 98) && money ? 1e9 : 1;
    if (scale > 1 && !(glued(p, i + 2) && p.kind[i + 2] !== SIGN)) {
      out.value *= scale;
      out.scale = scale;
      out.to = i + 2;
    }
  }
  return out;
}

/** A unit or a noun of people follows, or "of": "12.3m tonnes", "35m of its". */
const kindless = (p: Pieces, i: number, { words, of }: NumeralWords): boolean => {
  const word = p.word[i] ?? 0;
  if (i >= p.length) return false;
  if (words.unit[word] != null || words.person[word] != null || word === of) return true;
  // “1.2m newly displaced people”: nouns of people a word or two on; “2m wide” is a length
  for (let k = i; k < Math.min(p.length, i + 5) && p.kind[k] === WORD; k++) {
    const near = p.word[k] ?? 0;
    if (((p.closed[k] ?? 0) & (CLOSED.preposition | CLOSED.be | CLOSED.the | CLOSED.article)) !== 0) return false;
    if (words.person[near]?.number === 'many' || MILLIONS.test(p.text.slice(p.start[k], p.end[k]))) return true;
  }
  return false;
};

/** What runs into millions, and has no metres. */
const MILLIONS = /^(?:sales|views|votes|users|viewers|copies|shares|doses|barrels|homes|jobs|listeners|subscribers)$/;

const FRACTIONS = new Set([2, 3, 4, 5, 8, 10, 16, 32, 64, 128]);

/** "two hundred and thirty-five thousand", "one and a half million", "two-thirds". */
function readWords(p: Pieces, i: number, w: NumeralWords): Numeral | null {
  let total = 0;
  let current = 0;
  let at = i;
  let scale = 1;
  let last: number = NUMERAL.none;
  let end = i;
  for (let steps = 0; steps < 24; steps++) {
    const here = at > i ? overHyphen(p, at) : at;
    const kind = kindAt(p, here, w);
    const value = valueAt(p, here, w);
    if (
      kind === NUMERAL.unit &&
      (last === NUMERAL.none || last === NUMERAL.ten || last === NUMERAL.hundred || last === NUMERAL.scale)
    )
      current += value;
    else if (
      (kind === NUMERAL.teen || kind === NUMERAL.ten) &&
      (last === NUMERAL.none || last === NUMERAL.hundred || last === NUMERAL.scale)
    )
      current += value;
    else if (kind === NUMERAL.hundred && (last === NUMERAL.unit || last === NUMERAL.teen || last === NUMERAL.ten)) {
      current *= 100;
      scale = 100;
    } else if (kind === NUMERAL.scale && last !== NUMERAL.none && last !== NUMERAL.scale) {
      total += current * value;
      current = 0;
      scale = last === NUMERAL.hundred ? 100 * value : value;
    } else if (kind === NUMERAL.dozen && last !== NUMERAL.none && last !== NUMERAL.scale) {
      return { ...plain(i, here + 1, (total + current) * 12, false), form: 'dozen' };
    } else if (kind === NUMERAL.score && last === NUMERAL.unit && p.word[here + 1] === w.of)
      return plain(i, here + 1, current * 20, false);
    else if (
      kind === NUMERAL.fraction &&
      last === NUMERAL.unit &&
      (p.word[here + 1] === w.of || here > at) &&
      at === i + 1
    )
      return { ...plain(i, here + 1, current * value, false), form: 'share' };
    else if (p.word[here] === w.and && here === at && last !== NUMERAL.none) {
      const half = (p.closed[here + 1] ?? 0) & CLOSED.article && kindAt(p, here + 2, w) === NUMERAL.half;
      if (half) {
        current += 0.5;
        at = here + 3;
        end = at;
        last = NUMERAL.unit;
        continue;
      }
      const after = kindAt(p, here + 1, w);
      // "two hundred and six", but not "one hundred and two others": a unit after "and" needs the hundred before it
      if (
        (last === NUMERAL.hundred || last === NUMERAL.scale) &&
        after >= NUMERAL.unit &&
        after <= NUMERAL.ten &&
        kindAt(p, here + 2, w) === NUMERAL.none
      ) {
        at = here + 1;
        continue;
      }
      break;
    } else break;
    last = kind;
    at = here + 1;
    end = at;
  }
  if (last === NUMERAL.none || end === i) return null;
  return { ...plain(i, end, total + current, false), scale };
}

/** "dozens", "tens of thousands", "hundreds of thousands". */
function readVague(p: Pieces, i: number, w: NumeralWords): Numeral {
  const out: Numeral = { ...plain(i, i + 1, valueAt(p, i, w), false), form: 'vague' };
  const next = kindAt(p, i + 2, w);
  if (p.word[i + 1] === w.of && (next === NUMERAL.vague || next === NUMERAL.scale)) {
    const scale = valueAt(p, i + 2, w);
    // "tens of thousands" is at least two tens of one thousand
    out.value *= next === NUMERAL.vague ? scale / 2 : scale;
    out.to = i + 3;
  }
  return out;
}

/** "several hundred", "a few dozen", "several tens of thousands": the small number times what follows. */
function readSeveral(
  p: Pieces,
  from: number,
  at: number,
  value: number,
  form: Numeral['form'],
  w: NumeralWords,
): Numeral {
  const out: Numeral = { ...plain(from, at, value, false), form };
  const kind = kindAt(p, at, w);
  if (kind === NUMERAL.hundred || kind === NUMERAL.scale || kind === NUMERAL.dozen || kind === NUMERAL.score) {
    out.value *= kind === NUMERAL.hundred ? 100 : valueAt(p, at, w);
    out.to = at + 1;
    if (kindAt(p, at + 1, w) === NUMERAL.scale) {
      out.value *= valueAt(p, at + 1, w);
      out.to = at + 2;
    }
  } else if (kind === NUMERAL.vague && form === 'vague') {
    // "several tens of thousands": three tens, not the two or more of "tens"
    const vague = readVague(p, at, w);
    out.value *= vague.value / 2;
    out.to = vague.to;
  }
  return out;
}

function readHalf(p: Pieces, from: number, half: number, w: NumeralWords): Numeral | null {
  const next = (p.closed[half + 1] ?? 0) & CLOSED.article ? half + 2 : half + 1;
  const kind = kindAt(p, next, w);
  if (kind === NUMERAL.dozen || kind === NUMERAL.hundred || kind === NUMERAL.scale) {
    return plain(from, next + 1, 0.5 * (kind === NUMERAL.hundred ? 100 : valueAt(p, next, w)), false);
  }
  const before = from > 0 ? kindAt(p, from - 1, w) : 0;
  const share = p.word[half + 1] === w.of || ((p.closed[half + 1] ?? 0) & CLOSED.the) !== 0;
  if (
    share &&
    half === from &&
    before !== NUMERAL.ordinal &&
    before !== NUMERAL.unit &&
    ((p.closed[from - 1] ?? 0) & (CLOSED.the | CLOSED.this)) === 0
  )
    return { ...plain(from, half + 1, 0.5, false), form: 'share' };
  return null;
}

/** "a dozen", "a hundred", "a couple of", "a half million", "a third of". */
function readAfterArticle(p: Pieces, i: number, w: NumeralWords): Numeral | null {
  const kind = kindAt(p, i + 1, w);
  const value = valueAt(p, i + 1, w);
  const of = p.word[i + 2] === w.of;
  switch (kind) {
    case NUMERAL.dozen:
      return { ...plain(i, i + 2, 12, false), form: 'dozen' };
    case NUMERAL.hundred:
    case NUMERAL.scale: {
      const out = readSeveral(p, i, i + 1, 1, 'exact', w);
      out.scale = value;
      return out;
    }
    case NUMERAL.couple:
      return readSeveral(p, i, of ? i + 3 : i + 2, value, 'about', w);
    case NUMERAL.pair:
      return of ? { ...plain(i, i + 3, value, false), form: 'pair' } : null;
    case NUMERAL.handful:
      return of ? { ...plain(i, i + 3, value, false), form: 'vague' } : null;
    case NUMERAL.half:
      return readHalf(p, i, i + 1, w);
    case NUMERAL.fraction:
      return of ? { ...plain(i, i + 2, value, false), form: 'share' } : null;
    case NUMERAL.score:
      return of ? plain(i, i + 3, value, false) : null;
    default:
      return p.word[i + 1] === w.few && w.few !== 0 ? readSeveral(p, i, i + 2, 2, 'vague', w) : null;
  }
}

export { code as codeAt, DOT, glued, length as pieceLength };
