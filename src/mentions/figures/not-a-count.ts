// A number in its sentence in, why it counts nothing out: dates, clock times, ages, addresses, model names, scores, telephone numbers.
import { codeAt, glued, type Numeral, pieceLength } from './numeral.ts';
import { NUMBER, OPAQUE, type Pieces, SIGN, WORD } from './pieces.ts';
import { CLOSED, type Vocabulary } from './vocabulary.ts';

export type NotACount =
  | 'date'
  | 'clock'
  | 'age'
  | 'ordinal'
  | 'name'
  | 'address'
  | 'telephone'
  | 'score'
  | 'list'
  | 'rate';

const HYPHEN = 45;
const STROKE = 47;
const COLON = 58;
const COMMA = 44;
const OPEN = 40;
const CLOSE = 41;

const dash = (c: number): boolean => c === HYPHEN || c === 0x2013 || c === 0x2014 || c === 0x2212;
const capital = (p: Pieces, i: number): boolean => {
  const c = codeAt(p, i);
  return p.kind[i] === WORD && c >= 65 && c <= 90;
};
const closed = (p: Pieces, i: number, bits: number): boolean =>
  i >= 0 && i < p.length && ((p.closed[i] ?? 0) & bits) !== 0;

/** Why the number at `n.from`..`n.to` is no count, or null. Looks only a few pieces round it. */
export function notACount(p: Pieces, n: Numeral, words: Vocabulary): NotACount | null {
  const { from, to } = n;
  const first = p.kind[from] === NUMBER;
  const before = from - 1;
  const c = codeAt(p, before);
  const after = codeAt(p, to);
  if (n.value >= 100 && p.kind[before] === WORD && wordAt(p, before) === 'per') return 'rate'; // "per 100,000 people"
  if (/^(?:B\.C\.?|BCE?)$/.test(p.text.slice(p.start[to], p.end[to]))) return 'date';
  if (!n.digits && isSpelledYear(p, n)) return 'date';
  if (n.digits && first) {
    const size = pieceLength(p, from);
    const ranged = !Number.isNaN(n.upper);
    const bare = to === from + 1 || ranged;
    if (bare && glued(p, from)) {
      // AK-47, M16, FOX13, #5, 4:30, 9/11
      if (p.kind[before] === WORD && words.money[p.word[before] ?? 0] == null) return 'name';
      if (dash(c) && before > 0 && glued(p, before)) {
        if (p.kind[before - 1] === WORD && !wordNumber(p, before - 1, words) && !closed(p, before - 1, CLOSED.month)) {
          if (!MINUS_WORDS.has(p.text.slice(p.start[before - 1], p.end[before - 1]).toLowerCase())) return 'name';
        }
        if (p.kind[before - 1] === NUMBER)
          return p.kind[before - 2] === SIGN && dash(codeAt(p, before - 2)) && glued(p, before - 1)
            ? 'telephone'
            : 'score';
      }
      if (c === COLON && p.kind[before - 1] === NUMBER) return 'clock';
      if (c === STROKE) return 'date';
      if (c === 35 || c === 64 || c === 95) return 'name';
      if (c === 0x27 || c === 0x2019) return 'date';
    }
    if (glued(p, to)) {
      if (after === COLON && p.kind[to + 1] === NUMBER && glued(p, to + 1)) return 'clock';
      if (after === STROKE && p.kind[to + 1] === NUMBER && glued(p, to + 1)) return 'date';
      if (dash(after) && glued(p, to + 1) && p.kind[to + 1] === NUMBER && Number.isNaN(n.upper)) {
        if (codeAt(p, to + 2) === HYPHEN && p.kind[to + 3] === NUMBER && glued(p, to + 2))
          return size === 4 ? 'date' : 'telephone';
        return 'score';
      }
      if (p.kind[to] === WORD && bare) {
        const word = p.text.slice(p.start[to], p.end[to]).toLowerCase();
        if (/^(?:st|nd|rd|th)$/.test(word)) return 'ordinal';
        if (word === 's') return 'date'; // 1990s, 20s
        if (word === 'am' || word === 'pm' || word === 'a.m.' || word === 'p.m.') return 'clock';
        if (word === 'yo') return 'age';
      }
    }
    if (p.kind[before] === OPAQUE && glued(p, from)) return 'name';
    if (ranged && size === 4 && n.value >= 1000 && n.upper <= 2100 && !knownNoun(p, to, words)) {
      // “1000 to 2000 hires”; years and hours of the day (“between 1310 and 1350”) have no noun behind them
      const counts =
        n.value < 1500 && p.kind[to] === WORD && (p.closed[to] ?? 0) === 0 && !capital(p, to) && p.verb[to] !== 1;
      if (!counts) return 'date';
    }
    // "May 5", "9 May": a month only with its capital, and so in a dateline among capitals too
    if (size <= 2 && (isMay(p, before) || (isMay(p, to) && p.kind[to + 1] !== WORD))) return 'date';
    // 49ers, 9AB: letters that are no unit
    if (
      glued(p, to) &&
      p.kind[to] === WORD &&
      pieceLength(p, to) >= 2 &&
      (p.word[to] ?? 0) === 0 &&
      (capital(p, to) || pieceLength(p, to) === 3) &&
      !UNITS.test(p.text.slice(p.start[to], p.end[to]))
    )
      return 'name';
    if (bare && before >= 0 && p.kind[before] === WORD && serial(p, before, to, value0(p, from))) return 'name';
    // “COVID -19”, a blank slipped in
    if (bare && size === 2 && dash(c) && /^covid$/i.test(p.text.slice(p.start[before - 1], p.end[before - 1])))
      return 'name';
    if (bare && size === 5 && p.kind[to] === WORD && /^zip$/i.test(p.text.slice(p.start[to], p.end[to])))
      return 'address';
    // S&P 500, Planet 9, Watch 5: a name runs into the number, and nothing is counted behind it
    if (
      !p.shouted &&
      !p.titled &&
      bare &&
      before > 0 &&
      capital(p, before) &&
      !glued(p, from) &&
      (p.closed[before] ?? 0) === 0 &&
      n.scale === 1 &&
      after !== 37 &&
      !counted(p, before, words) &&
      !(glued(p, to) && p.kind[to] !== SIGN) &&
      !knownNoun(p, to, words)
    ) {
      if (!(p.kind[to] === WORD && words.unit[p.word[to] ?? 0])) return 'name';
    }
    // a year is four bare digits; a noun we know behind it makes it a count, unless a word of time stands before
    const value = p.value[from] ?? 0;
    if (
      bare &&
      size === 4 &&
      value >= 1500 &&
      value <= 2100 &&
      codeAt(p, from) !== COMMA &&
      !knownNoun(p, to, words) &&
      Number.isNaN(n.upper)
    ) {
      if (value >= 1900 || closed(p, before, CLOSED.preposition | CLOSED.month)) return 'date';
    }
    if (
      bare &&
      size === 4 &&
      value >= 1900 &&
      value <= 2100 &&
      (closed(p, before, CLOSED.month) ||
        (closed(p, before, CLOSED.preposition) && !overWord(p, before, words)) ||
        c === OPEN)
    )
      return 'date';
    // “by 2120”
    if (
      bare &&
      size === 4 &&
      value > 2100 &&
      value < 2200 &&
      !knownNoun(p, to, words) &&
      /^(?:by|in|until|before|after)$/i.test(p.text.slice(p.start[before], p.end[before]))
    )
      return 'date';
    if (bare && size === 2 && codeAt(p, from) === 48 && value < 10 && p.kind[to] === WORD) return 'list'; // "01 Related"
    if (bare && codeAt(p, from) === 48 && size >= 3 && !p.text.slice(p.start[from], p.end[from]).includes('.'))
      return 'clock'; // 0900, 007
    if (bare && size >= 10 && !p.text.slice(p.start[from], p.end[from]).includes(',')) return 'name';
    if (
      bare &&
      size === 4 &&
      value >= 1900 &&
      value <= 2100 &&
      p.kind[before] === NUMBER &&
      closed(p, before - 1, CLOSED.month)
    )
      return 'date';
    // 3 JAN 90, Feb. 11, 11 February
    if (bare && size <= 2) {
      if (closed(p, before, CLOSED.month)) return notMonthVerb(p, before) ? 'date' : null;
      if (c === 46 && closed(p, before - 1, CLOSED.month)) return 'date';
      if (closed(p, to, CLOSED.month) && (capital(p, to) || p.shouted)) return 'date';
      if (closed(p, to, CLOSED.of) && closed(p, to + 1, CLOSED.month)) return 'date';
      if (p.kind[before] === NUMBER && (p.value[before] ?? 0) <= 31 && closed(p, before - 1, CLOSED.month))
        return 'date';
      if (c === COMMA && p.kind[before - 1] === NUMBER && closed(p, before - 2, CLOSED.month)) return 'date';
      if (closed(p, before, CLOSED.month) || (c === 39 && size === 2)) return 'date';
    }
    if (
      bare &&
      (size === 4 || size === 2) &&
      p.kind[before] === WORD &&
      closed(p, before, CLOSED.month) &&
      p.kind[before - 1] === NUMBER
    )
      return 'date';
    if (bare && size === 2 && n.value >= 13 && closed(p, before - 1, CLOSED.month) && p.kind[before] === NUMBER)
      return 'date';
    if (closed(p, to, CLOSED.hour) && value <= 2400 && !(codeAt(p, to) === 0)) return 'clock';
    if (
      bare &&
      size <= 2 &&
      closed(p, before, CLOSED.preposition) &&
      p.text.slice(p.start[before], p.end[before]).toLowerCase() === 'at' &&
      value <= 24 &&
      !knownNoun(p, to, words) &&
      (after === COMMA || after === 46)
    )
      return 'clock';
    // ", 34," and "(34)" after a name
    if (
      bare &&
      size <= 2 &&
      c === COMMA &&
      (to >= p.length ||
        after === COMMA ||
        after === 46 ||
        after === 59 ||
        closed(p, to, CLOSED.be | CLOSED.who | CLOSED.of | CLOSED.and)) &&
      person(p, before - 1, words)
    )
      return 'age';
    if (bare && size <= 3 && c === OPEN && after === CLOSE && person(p, before - 1, words)) return 'age';
    // 4000 block of, 8509 Rixlew Ln, 1200 Main Street
    if (closed(p, to, CLOSED.road) && bare && !closed(p, before, CLOSED.preposition & 0)) {
      const word = p.text.slice(p.start[to], p.end[to]).toLowerCase();
      if (word.startsWith('block') || capital(p, to)) return 'address';
    }
    if (bare && capital(p, to) && !p.shouted && !knownNoun(p, to, words)) {
      for (let k = to + 1; k < Math.min(p.length, to + 5); k++) {
        // “9 E 71st St”
        if (!capital(p, k) && p.kind[k] !== NUMBER && codeAt(p, k) !== 46 && !(glued(p, k) && p.kind[k - 1] === NUMBER))
          break;
        if (closed(p, k, CLOSED.road) && capital(p, k)) return 'address';
      }
    }
    if (bare && size === 5 && c === OPEN && after === CLOSE) return 'address';
    if (bare && from === 0 && (after === 46 || after === CLOSE) && size <= 2) return 'list';
    if (bare && c === OPEN && after === CLOSE && size <= 2) return 'list';
  }
  // ID.3
  if (
    n.digits &&
    c === 46 &&
    glued(p, from) &&
    glued(p, before) &&
    p.kind[before - 1] === WORD &&
    pieceLength(p, before - 1) < 3 &&
    capital(p, before - 1) &&
    (p.closed[before - 1] ?? 0) === 0
  )
    return 'name';
  // "BBC One", "the Kick Six": a number word with a capital behind another capital
  if (
    !n.digits &&
    from > 1 &&
    capital(p, from) &&
    capital(p, before) &&
    !p.shouted &&
    !p.titled &&
    !counted(p, before, words) &&
    !knownNoun(p, to, words) &&
    (p.closed[before] ?? 0) === 0
  )
    return 'name';
  // Section 427, Article 5, Resolution 2254, Group of Seven, Model 3
  if (closed(p, before, CLOSED.designator) && (n.digits || capital(p, before)) && !knownNoun(p, to, words)) {
    if (!(codeAt(p, to) === 37)) return 'name';
  }
  if (c === 46 && closed(p, before - 1, CLOSED.designator) && pieceLength(p, before - 1) === 2 && n.digits)
    return 'name';
  // 12-year-old, 12 years old, aged 12, under the age of 5
  if (isAge(p, n, words)) return 'age';
  if (closed(p, before, CLOSED.age) || (closed(p, before, CLOSED.of) && closed(p, before - 1, CLOSED.age)))
    return 'age';
  if (inAges(p, before, words) && !knownNoun(p, to, words)) return 'age';
  return null;
}

/** "aged four and seven", "aged 9, 12 and 14", "aged 5 to 11": numbers back to the word of age. */
function inAges(p: Pieces, last: number, words: Vocabulary): boolean {
  let at = last;
  for (let k = 0; k < 12; k++, at--) {
    if (closed(p, at, CLOSED.age)) return k > 0;
    const joins = codeAt(p, at) === 44 || closed(p, at, CLOSED.and | CLOSED.preposition);
    if (!joins && p.kind[at] !== NUMBER && !wordNumber(p, at, words)) return false;
  }
  return false;
}

const wordAt = (p: Pieces, i: number): string => p.text.slice(p.start[i], p.end[i]).toLowerCase();
const CENTURY = /^(?:nineteen|eighteen)$/;

const TENS = /^(?:ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)$/;

/** "Nineteen ninety-four", from either of its halves; "nineteen twenty-year-olds" are that many. */
const isSpelledYear = (p: Pieces, { from, to }: Numeral): boolean =>
  CENTURY.test(wordAt(p, from))
    ? TENS.test(wordAt(p, from + 1)) && wordAt(p, from + 3) !== 'year' && wordAt(p, from + 4) !== 'year'
    : to > from && from > 0 && CENTURY.test(wordAt(p, from - 1)) && TENS.test(wordAt(p, from));

const value0 = (p: Pieces, i: number): number => p.value[i] ?? 0;

const INDEX = /^(?:sp|s&p|p|stoxx|ftse|nikkei|cac|russell|asx|csi|ibex|nasdaq|kospi|topix|tsx)$/i;
const AIRLINER = /^(?:max|dreamliner|jumbo|jets?|airliners?|passenger|freighter)$/i;

/** Numbers that are part of a name whatever stands round them: the S&P 500, the 737 Max. */
function serial(p: Pieces, before: number, to: number, value: number): boolean {
  const name = p.text.slice(p.start[before], p.end[before]);
  if (value >= 30 && value <= 3000 && value % 5 === 0 && INDEX.test(name))
    return name.length > 1 || codeAt(p, before - 1) === 38;
  if (value < 707 || value > 787 || value % 10 !== 7) return false;
  return (
    /^boeing$/i.test(name) ||
    (p.kind[to] === WORD && AIRLINER.test(p.text.slice(p.start[to], p.end[to])) && Math.floor(value / 10) % 10 !== 9)
  );
}

const MINUS_WORDS = new Set(['minus', 'sub', 'plus', 'to', 'mid', 'now', 'then', 'then-']);

const isMay = (p: Pieces, i: number): boolean =>
  pieceLength(p, i) === 3 && p.text.slice(p.start[i], p.end[i]) === 'May';

/** Units that stand glued to digits. */
const UNITS =
  /^(?:[kKMGTm]?(?:m|g|b|B|W|Wh|Hz|hz|V|A|l|L|Pa|J|bps|pixel)s?|deg|hp|bhp|mph|kph|kmh|km|ft|in|lbs?|oz|cc|mm|cm|nm|sq|pc|bn|mn|tn|mil|yo|min|hrs?|sec|ppb|ppm|rpm|kt|cal|kcal|mAh|MP|MB|GB|TB|fps|dB|kV|tonnes?|people|years?|days?|percent|pct|am|pm|st|nd|rd|th)$/;

/** The word before is a verb or a noun that takes a number: "Kills 14", "Page", not a name. */
const counted = (p: Pieces, i: number, words: Vocabulary): boolean =>
  words.governor[p.word[i] ?? 0] != null ||
  words.money[p.word[i] ?? 0] != null ||
  (words.numeral[p.word[i] ?? 0] ?? 0) > 0;

function notMonthVerb(p: Pieces, month: number): boolean {
  return capital(p, month) || p.shouted;
}

const wordNumber = (p: Pieces, i: number, words: Vocabulary): boolean => (words.numeral[p.word[i] ?? 0] ?? 0) > 0;

/** "over 2000", "about 1950": a bounding preposition speaks for a count. */
function overWord(p: Pieces, i: number, words: Vocabulary): boolean {
  const word = p.word[i] ?? 0;
  return word === words.id('over') || word === words.id('under') || word === words.id('than');
}

/** A noun for people, things, units or money stands at `i` or right behind one adjective of ours. */
function knownNoun(p: Pieces, i: number, words: Vocabulary): boolean {
  for (let k = i; k < Math.min(i + 2, p.length); k++) {
    const word = p.word[k] ?? 0;
    if (p.kind[k] !== WORD && codeAt(p, k) !== 37) return false;
    if (word === 0) continue;
    if ((words.numeral[word] ?? 0) > 0) return false;
    const person = words.person[word];
    const thing = words.thing[word];
    if (
      (person && person.number !== 'one') ||
      (thing && thing.number !== 'one') ||
      words.unit[word] ||
      words.money[word] ||
      words.governor[word]
    )
      return true;
    if (p.closed[k]) return false;
  }
  return false;
}

/** A name or a noun for one person ends at `i`. */
function person(p: Pieces, i: number, words: Vocabulary): boolean {
  const noun = words.person[p.word[i] ?? 0];
  return (
    i >= 0 &&
    ((capital(p, i) && !closed(p, i, CLOSED.month | CLOSED.weekday)) || (noun != null && noun.number !== 'many'))
  );
}

/** "12-year-old", "12 years old", "18-month-old". */
export function isAge(p: Pieces, n: Numeral, words: Vocabulary): boolean {
  let at = n.to;
  if (dash(codeAt(p, at))) at++;
  if (words.unit[p.word[at] ?? 0]?.kind !== 'time') return false;
  at++;
  if (dash(codeAt(p, at))) at++;
  if (closed(p, at, CLOSED.old)) return true;
  return closed(p, at, CLOSED.of) && closed(p, at + 1, CLOSED.age);
}
