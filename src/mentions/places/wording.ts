// A name in the text in, the words around it that say what kind of place it is and where it lies from it out.
import type { TokenView } from '../actors/token-view.ts';
import { ADJ, ADV, DET } from '../actors/token-view.ts';

export type Sort = 'province' | 'district' | 'settlement' | 'country' | 'site' | 'region';

/** Nouns that say what a name is the name of, before it (“the city of”) or behind it (“province”). */
export const SORTS: ReadonlyMap<string, Sort> = new Map(
  (
    [
      [
        'settlement',
        'city town village capital settlement hamlet suburb municipality port metropolis township commune resort enclave stronghold outpost borough',
      ],
      ['province', 'province governorate oblast state region prefecture department territory emirate republic'],
      [
        'district',
        'district county counties parish raion neighbourhood neighborhood quarter subdistrict sub-district area ward',
      ],
      ['country', 'country nation kingdom'],
      ['site', 'airport base camp airbase airfield dam bridge crossing checkpoint prison hospital plant square mosque'],
      ['region', 'sea river strait gulf bay ocean lake island islands peninsula desert valley mountains coast basin'],
    ] as const
  ).flatMap(([sort, words]) => words.split(' ').map((word) => [word, sort] as const)),
);

const PLACING = new Set(
  'in at near across inside outside into through throughout within around via off above over along between beyond toward towards from to of on surrounding leaving reached besides including for amid against past approaching entering'.split(
    ' ',
  ),
);
/** Prepositions after which a name is hardly anything but a place. */
const STRONG = new Set(
  'in at near across inside outside into throughout within around via beyond toward towards surrounding leaving including'.split(
    ' ',
  ),
);
const SIDES =
  /^(?:north|south|east|west|northeast|northwest|southeast|southwest|north-east|north-west|south-east|south-west|central|northern|southern|eastern|western|northeastern|northwestern|southeastern|southwestern|north-eastern|north-western|south-eastern|south-western|north-central|upper|lower|mainland|rural|downtown|greater|coastal|outer|inner|suburban|midtown|uptown|occupied|rebel-held|government-held|opposition-held|war-torn|besieged|neighbouring|neighboring|nearby)$/;
const QUALIFIES =
  /^(?:north|south|east|west|northeast|northwest|southeast|southwest|north-east|north-west|south-east|south-west|central|northern|southern|eastern|western|northeastern|northwestern|southeastern|southwestern|north-eastern|north-western|south-eastern|south-western|north-central|upper|lower|rural|coastal|downtown)$/;

/** Verbs whose object is ground: “entered Syria”, “shelled Kherson”. */
export const SPATIAL =
  /^(?:enter|entered|enters|leave|left|leaves|invade|invaded|invading|visit|visited|visiting|visits|reach|reaches|reaching|hit|hits|hitting|strike|struck|striking|cross|crossed|crossing|occupy|occupied|occupying|flee|fled|fleeing|include|includes|included|affect|affected|affecting|affects|ravage|ravaged|ravaging|grip|gripped|gripping|sweep|swept|tour|toured|touring|bomb|bombed|bombing|shell|shelled|shelling|attack|attacked|attacking|surround|surrounded|border|borders|bordering|devastated|devastate|devastating|roil|roiled|rock|rocked|rocking|batter|battered|lash|lashed|capture|captured|capturing|seize|seized|seizing|recapture|recaptured|retake|retook|liberate|liberated|besiege|besieged|overran|storm|stormed)$/;

export interface Wording {
  /** The preposition that governs it, lower case; '' for none. */
  readonly preposition: string;
  /** Whether words of place stand before it. */
  readonly placed: boolean;
  readonly strong: boolean;
  /** What a noun before or behind it says it is. */
  readonly sort: Sort | null;
  /** First token of what qualifies it, the name's own where nothing does. */
  readonly relation: string | null;
}

/** Looks at up to eight words before a name and two behind it. */
export function wordingOf(view: TokenView, from: number, to: number): Wording {
  const { lower, sentence } = view;
  const here = sentence[from];
  let at = from - 1;
  const word = (i: number) => (i >= 0 && i < view.length && sentence[i] === here ? (lower[i] ?? '') : '');
  let sort: Sort | null = SORTS.get(word(to)) ?? (word(to) === 'regional' ? 'province' : null);
  const sides: string[] = [];
  while (at >= 0 && SIDES.test(word(at))) {
    if (QUALIFIES.test(word(at))) sides.unshift(word(at));
    at--;
  }
  // “the port city of X”, “the village X”
  const noun = word(at) === 'of' || word(at) === ',' ? at - 1 : at;
  const before = SORTS.get(word(noun));
  if (before && (word(at) === 'of' || noun === at)) {
    if (sort === null) sort = before;
    at = noun - 1;
    while (
      at >= 0 &&
      /^(?:port|capital|border|coastal|northern|southern|eastern|western|small|key|strategic|tiny|main|southeastern|northeastern|southwestern|northwestern|besieged|frontline|front-line|largest|historic|ancient|holy|industrial|mining|rebel-held|occupied|second|biggest|-|held|rebel|mountain|desert|nearby|neighbouring|neighboring|inland|Kurdish|central)$/.test(
        word(at),
      )
    )
      at--;
  }
  while (at >= 0 && (view.upos[at] === DET || /^(?:the|a|both|all|much|parts?)$/.test(word(at)))) at--;
  if (
    word(at) === 'of' &&
    /^(?:north|south|east|west|northeast|northwest|southeast|southwest|outskirts|outside|suburbs?|kilometers|kilometres|km|miles|side|edge|parts?|city|town|capital|centre|center|heart|streets|all|half|much|most|areas?|vicinity)$/.test(
      word(at - 1),
    )
  )
    return { preposition: 'of', placed: true, strong: true, sort, relation: relationOf(view, at, sides) };
  const preposition = PLACING.has(word(at))
    ? word(at)
    : word(at) === 'with' && /^(?:border|borders|frontier)$/.test(word(at - 1))
      ? 'near'
      : '';
  return {
    preposition,
    placed: preposition !== '' || SPATIAL.test(word(at)),
    strong: STRONG.has(preposition),
    sort,
    relation: relationOf(view, at, sides),
  };
}

/** The relation that words right before a token state. */
export const relationBefore = (view: TokenView, from: number): string | null => {
  let at = from - 1;
  while (at >= 0 && view.upos[at] === DET && view.sentence[at] === view.sentence[from]) at--;
  return at >= 0 && view.sentence[at] === view.sentence[from] ? relationOf(view, at, []) : null;
};

/** `20 km south of`, `near`, `eastern`; null where no such words stand before the name. */
function relationOf(view: TokenView, at: number, sides: readonly string[]): string | null {
  const { lower, upos, sentence, text, start, end } = view;
  const word = (i: number) => (i >= 0 && sentence[i] === sentence[at] ? (lower[i] ?? '') : '');
  const side = sides.length > 0 ? sides.join(' ') : null;
  if (/^(?:near|outside|around|off|beyond|toward|towards|along)$/.test(word(at))) {
    let from = at;
    if (word(at - 1) === 'just' || word(at - 1) === 'right') from--;
    const words = text.slice(start[from], end[at]).toLowerCase();
    return side ? `${words} ${side}` : words;
  }
  if (word(at) === 'of') {
    let from = at - 1;
    if (/^(?:outskirts|suburbs?|edge|vicinity|side)$/.test(word(from))) {
      while (from > 0 && (upos[from - 1] === ADJ || word(from - 1) === 'the')) from--;
      if (/^(?:on|in|at)$/.test(word(from - 1))) from--;
      return text.slice(start[from], end[at]).toLowerCase();
    }
    if (
      !/^(?:north|south|east|west|northeast|northwest|southeast|southwest|north-east|north-west|south-east|south-west|outside)$/.test(
        word(from),
      )
    )
      return side;
    if (/^(?:km|kilometers?|kilometres?|miles?|meters?|metres?)$/.test(word(from - 1))) {
      from--;
      // the number, with “about” and brackets between
      for (let k = from - 1; k >= Math.max(0, from - 8); k--)
        if (/^\d/.test(word(k)) || NUMBERS.test(word(k))) {
          from = k;
          break;
        }
    } else if (upos[from - 1] === ADV && /^(?:just|due|right)$/.test(word(from - 1))) from--;
    return text.slice(start[from], end[at]).toLowerCase().replace(/\s+/g, ' ');
  }
  return side;
}

const NUMBERS =
  /^(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty|sixty|several|some|few)$/;
