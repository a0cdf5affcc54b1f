// A year, decade or century in, the years it covers out: `in 2014`, `the 1990s`, `the 19th century`.
import { headOf, relationOf, tagOf } from '../../grammar/tree.ts';
import { dayNumber, isoDay, isoYear } from './calendar.ts';
import { yearOf } from './calendar-date.ts';
import type { Match, Rule, Scan } from './scan.ts';
import { timeWords } from './words.ts';

const years = (first: number, last: number): readonly [string, string] => [
  isoDay(dayNumber(first, 1, 1)),
  isoDay(dayNumber(last, 12, 31)),
];
const BEFORE =
  /^(?:in|since|by|until|till|from|to|of|during|before|after|through|between|and|for|early|late|mid|than|as|,|\(|-|–|or|year|circa|the|fiscal|spring|summer|autumn|fall|winter|until)$/;

/** “From roughly 1948”. */
const ROUGH = /^(?:roughly|about|around|approximately)$/;
const COUNTED = /^(?:were|are|have|remain|remained)$/;

export const year: Rule = (scan, at) => {
  const { words, parsed } = scan;
  let k = at;
  if (words[k] === 'the') k++;
  const mid = /^mid-(?:(\d{4})|'?(\d{2}|\d{4})s)$/.exec(words[k] ?? '');
  if (mid) {
    const of = Number(mid[1] ?? (mid[2]?.length === 2 ? `19${mid[2]}` : mid[2]));
    if (of < 1500 || of > 2100) return null;
    return {
      end: k + 1,
      type: 'DATE',
      value: mid[1] ?? isoYear(of).slice(0, 3),
      interval: years(of, mid[1] ? of : of + 9),
      basis: 'stated',
      why: mid[1] ? 'the year is named' : 'a decade',
    };
  }
  const fiscal = fiscalYear(words, at);
  if (fiscal) return fiscal;
  const before = beforeChrist(words, at);
  if (before) return before;
  const early = /^(?:early|late|mid)$/.test(words[k] ?? '') ? k : -1;
  if (early >= 0) k += words[k + 1] === '-' ? 2 : 1;
  const spelledDecade = words[k - 1] === 'the' || early >= 0 ? DECADES[words[k] ?? ''] : undefined;
  if (spelledDecade !== undefined)
    return {
      end: k + 1,
      type: 'DATE',
      value: isoYear(spelledDecade).slice(0, 3),
      interval: years(spelledDecade, spelledDecade + 9),
      basis: 'stated',
      why: 'a decade',
    };
  const decade = /^'?(\d{2}|\d{4})(?:'?s)$/.exec(words[k] ?? '');
  if (decade && (decade[1] ?? '').endsWith('0')) {
    const first = decade[1]?.length === 2 ? 1900 + Number(decade[1]) : Number(decade[1]);
    if (
      decade[1]?.length === 4 ||
      words[k - 1] === 'the' ||
      /^['‘]/.test(words[k] ?? '') ||
      words[k - 1] === "'" ||
      words[k - 1] === '‘'
    ) {
      return {
        end: k + 1,
        type: 'DATE',
        value: isoYear(first).slice(0, 3),
        interval: years(first, first + 9),
        basis: 'stated',
        why: 'a decade',
      };
    }
  }
  const ordinal = /^(\d{1,2})(?:st|nd|rd|th)$/.exec(words[k] ?? '');
  const century = ordinal ? Number(ordinal[1]) : (timeWords().ordinals.get(words[k] ?? '') ?? Number.NaN);
  const dash = words[k + 1] === '-' ? 1 : 0;
  if (!Number.isNaN(century) && words[k + 1 + dash] === 'century') {
    return {
      end: k + 2 + dash,
      type: 'DATE',
      value: String(century - 1).padStart(2, '0'),
      interval: years((century - 1) * 100, century * 100 - 1),
      basis: 'stated',
      why: 'a century',
    };
  }
  const spelled = spelledYear(words, k);
  if (spelled)
    return {
      end: spelled.end,
      type: 'DATE',
      value: isoYear(spelled.year),
      interval: years(spelled.year, spelled.year),
      basis: 'stated',
      why: 'the year is named in words',
    };
  const named = yearOf(words[k]);
  if (Number.isNaN(named) || named < 1500 || named > 2100) return null;
  // “1990 soldiers”: a number that counts; “In 2013 rebels took the town” opens with a year
  const opens =
    words[k - 1] === 'in' &&
    named >= 1950 &&
    named <= 2050 &&
    parsed.text.tokens.sentence[k - 2] !== parsed.text.tokens.sentence[k];
  const counts = relationOf(parsed, k) === 'nummod' && tagOf(parsed, headOf(parsed, k)) === 'NNS';
  if (counts && !opens && !isDescribed(scan, k)) return null;
  // “1846 were in hospital and 1720 had been discharged”: a year is one, and seldom so far back
  const next = words[k + 1] ?? '';
  if ((COUNTED.test(next) || (next === 'had' && named < 1800)) && relationOf(parsed, k).startsWith('nsubj'))
    return null;
  if (early < 0 && k > at && words[k - 1] !== 'fiscal') return null; // “the 1998” goes with what follows
  if (early < 0 && !BEFORE.test(words[at - (ROUGH.test(words[at - 1] ?? '') ? 2 : 1)] ?? '') && !stands(words, at))
    if (!isDescribed(scan, at)) return null;
  const match: Match = {
    end: k + 1,
    type: 'DATE',
    value: isoYear(named),
    interval: years(named, named),
    basis: 'stated',
    why: 'the year is named',
  };
  return match;
};

/** “nineteen ninety-six”, “twenty eleven”, “the year two thousand”; null where no year is spelled. */
function spelledYear(words: readonly string[], at: number): { year: number; end: number } | null {
  if (words[at] === 'year' && words[at + 1] === 'two' && words[at + 2] === 'thousand')
    return { year: 2000, end: at + 3 };
  const century = words[at] === 'eighteen' ? 1800 : words[at] === 'nineteen' ? 1900 : words[at] === 'twenty' ? 2000 : 0;
  if (century === 0) return null;
  const { numbers } = timeWords();
  const tens = numbers.get(words[at + 1] ?? '') ?? 0;
  if (tens < 10 || tens > 90) return null;
  const dash = words[at + 2] === '-' ? 1 : 0;
  const unit = tens >= 20 && tens % 10 === 0 ? (numbers.get(words[at + 2 + dash] ?? '') ?? 0) : 0;
  if (unit >= 1 && unit <= 9) return { year: century + tens + unit, end: at + 3 + dash };
  return { year: century + tens, end: at + 2 };
}

/** A year before a noun or at a clause's end: “the 2014 war”, “…, 1998.” Counted things are no years. */
function stands(words: readonly string[], at: number): boolean {
  const next = words[at + 1] ?? '';
  if (
    /^(?:people|soldiers|dollars|percent|men|women|troops|miles|km|tons|shares|points|homes|jobs|%|dead|workers|,\d)$/.test(
      next,
    )
  )
    return false;
  return (
    /^(?:19|20)\d\d$/.test(words[at] ?? '') &&
    !/^(?:\$|£|€|about|some|nearly|over|than|least|no\.|#)$/.test(words[at - 1] ?? '') &&
    /^(?:the|'s|'|a|an|its|his|her|their|our|that|this|both|into|under|over)$/.test(words[at - 1] ?? '') &&
    /^[a-z.,;)]/.test(next)
  );
}

const LEADING = /^(?:the|'s|'|a|an|its|his|her|their|our|my|that|this)$/;
const DESCRIBING = /^(?:JJ|VBN|VBG)/;
const COUNTING = /^(?:first|last|next|total|other|estimated|average|record|additional|more|further|remaining|\d.*)$/;
/** Nouns in the plural that a year dates. */
const HAPPENED =
  /^(?:attacks|bombings|blasts|talks|elections|protests|riots|uprisings|accords|strikes|raids|killings|clashes|games|floods|sanctions)$/;

/** “A landmark 2012 deal”, “the bloody 1982 massacre”: between an adjective and the one thing that both describe; “the 2015 attacks”. */
function isDescribed({ words, parsed }: Scan, at: number): boolean {
  if (!/^(?:19\d\d|20(?:0[1-9]|[1-9]\d))$/.test(words[at] ?? '')) return false;
  // “the 2015 attacks”
  if (LEADING.test(words[at - 1] ?? '') && HAPPENED.test(words[at + 1] ?? '')) return true;
  if (!LEADING.test(words[at - 2] ?? '')) return false;
  const before = words[at - 1] ?? '';
  if (COUNTING.test(before) || !(DESCRIBING.test(tagOf(parsed, at - 1)) || before === 'landmark')) return false;
  return tagOf(parsed, at + 1) === 'NN' || HAPPENED.test(words[at + 1] ?? '');
}

/** “Between 2014 and 16”, “2014–16”: the year that closes a stretch, written short. */
export function furtherYear({ words, parsed }: Scan, { end, value }: Match): { at: number; match: Match } | null {
  const short = words[end + 1] ?? '';
  if (!/^\d{4}$/.test(value) || !/^[-–—]$/.test(words[end] ?? '') || !/^\d{2}$/.test(short)) return null;
  if (parsed.text.tokens.sentence[end + 1] !== parsed.text.tokens.sentence[end]) return null;
  const of = Math.floor(Number(value) / 100) * 100 + Number(short);
  if (of <= Number(value)) return null;
  return {
    at: end + 1,
    match: {
      end: end + 2,
      type: 'DATE',
      value: isoYear(of),
      interval: years(of, of),
      basis: 'implied',
      why: 'the year that ends the stretch',
    },
  };
}

const DECADES: Readonly<Record<string, number>> = {
  twenties: 1920,
  thirties: 1930,
  forties: 1940,
  fifties: 1950,
  sixties: 1960,
  seventies: 1970,
  eighties: 1980,
  nineties: 1990,
};

const TERM = /^(?:school|academic|fiscal|financial|budget|marketing|crop|season)$/;

/** “Fiscal 2025”, “FY2025”, “the 2024-25 school year”, “financial year 2024/25”: which months it covers differs by country. */
function fiscalYear(words: readonly string[], at: number): Match | null {
  const made = (year: number, end: number, last = year): Match => ({
    end,
    type: 'DATE',
    value: isoYear(year),
    interval: years(year, last),
    basis: 'stated',
    why:
      last === year
        ? 'a fiscal year by its name; its months differ from country to country'
        : 'a year over two calendar years',
  });
  const short = /^fy'?(\d{2}|\d{4})$/.exec(words[at] ?? '')?.[1];
  if (short) return made(short.length === 2 ? 2000 + Number(short) : Number(short), at + 1);
  const the = words[at] === 'the' ? 1 : 0;
  let k = at + the;
  if (words[k] === 'fy' || TERM.test(words[k] ?? '')) {
    k++;
    if (words[k] === 'year') k++;
    const year = twoYears(words, k);
    if (year) return made(year.first, year.end, year.last);
    return Number.isNaN(yearOf(words[k])) || words[k - 1] === 'season' ? null : made(yearOf(words[k]), k + 1);
  }
  const year = twoYears(words, k);
  if (!year || !TERM.test(words[year.end] ?? '')) return null;
  return made(year.first, year.end + (words[year.end + 1] === 'year' ? 2 : 1), year.last);
}

/** “2024-25”, “2024/25”, “2024-2025”: two years that follow each other. */
function twoYears(words: readonly string[], k: number): { first: number; last: number; end: number } | null {
  const one = /^(\d{4})[/–-](\d{2}|\d{4})$/.exec(words[k] ?? '');
  const first = one ? Number(one[1]) : yearOf(words[k]);
  const second = one ? one[2] : /^[-–/]$/.test(words[k + 1] ?? '') ? words[k + 2] : undefined;
  if (Number.isNaN(first) || second === undefined || !/^(?:\d{2}|\d{4})$/.test(second)) return null;
  const last = second.length === 2 ? first - (first % 100) + Number(second) : Number(second);
  return last === first + 1 ? { first, last, end: k + (one ? 1 : 3) } : null;
}

/** “490 BC”: no interval, since days of that calendar are not counted here. */
function beforeChrist(words: readonly string[], at: number): Match | null {
  if (!/^\d{1,4}$/.test(words[at] ?? '') || !/^(?:bc|b\.c\.?|bce)$/.test(words[at + 1] ?? '')) return null;
  return {
    end: at + 2,
    type: 'DATE',
    value: `BC${(words[at] ?? '').padStart(4, '0')}`,
    interval: null,
    basis: 'stated',
    why: 'a year before the common era',
  };
}
