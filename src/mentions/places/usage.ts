// A known name in the text in; whether it names a place there, an actor, or something else out.
import { hashLower } from '../../grammar/hash.ts';
import { loadModel } from '../../grammar/load-model.ts';
import type { Found as Cast } from '../actors/actor.ts';
import { actorLexicon, titleAt } from '../actors/lexicon.ts';
import { actsAsState } from '../actors/metonymy.ts';
import { ADJ, ADV, NOUN, PROPN, PUNCT, type TokenView, VERB } from '../actors/token-view.ts';
import { actsAsCountry } from './acts.ts';
import type { NameHit } from './find-names.ts';
import type { Gazetteer } from './gazetteer.ts';
import { ALTERNATE } from './gazetteer-file.ts';
import { SORTS, type Wording } from './wording.ts';

/** 'place', 'actor' for a government by metonymy, 'owner' where it only says whose people they are (“US troops”), 'weak' where only other mentions can make it a place, 'none'. */
export type Use = 'place' | 'actor' | 'owner' | 'weak' | 'none';

/** What stands beside a name: “A, B” where B may hold A; A before it; a list of places that it goes on. */
export interface Neighbours {
  readonly before: boolean;
  readonly behind: boolean;
  /** “Afghanistan’s Wardak province”: it says where. */
  readonly owner: boolean;
  readonly listed: boolean;
}

/** Bodies that are named for a place and are not there for its sake: “University of X”, “Bank of X”. */
const BODY =
  /^(?:department|ministry|university|bank|institute|office|council|league|union|association|front|army|bureau|house|party|church|college|federation|organization|organisation|movement|society|institution|secretariat|battle|treaty|declaration|voice|duke|prince|princess|queen|king|earl|lord|bishop|archbishop|academy|club|brotherhood|sons|daughters|friends|times|daily|radio|air|airlines|states|republic|statue|isle|cape|fort|mount|lady|siege|fall|school)$/;
/** Capitalised words that may follow a place without making one name with it: days, offices, local bodies. */
const APART = new Set(
  'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december jan. feb. mar. apr. aug. sept. sep. oct. nov. dec. mr. mrs. ms. mayor gov. governor sen. rep. sheriff district city county state province governorate region oblast raion township parish airport - i he she it they we but and the a an in on at after when while where says said council police fire department court courthouse courts school schools commission commissioners commissioner board hall public regional memorial municipal volunteer correctional circuit superior high elementary middle general international health education medical road street avenue boulevard highway deputy chief coroner prison jail museum center centre library port harbor bridge railway station military administration prosecutor prosecutors attorney hospital clinic zoo civic chamber planning community authority recreation parks water area metro metropolitan town village borough mall arena stadium theater theatre national senior magistrate family district’s unified superintendent legislature house senate supreme appeals'.split(
    ' ',
  ),
);
/** What people and bodies of a place are called: “Gainesville officials”. */
const LOCAL = new Set(
  'resident residents man woman men women police officials official mayor council area native natives authorities firefighters officers office hospital hospitals school schools street streets suburb suburbs airport neighborhood neighbourhood teenager couple family home house apartment store business businesses community city county councilman councilwoman councilor councillor lawmakers voters jail court courthouse prosecutor prosecutors detectives firefighter front axis sector direction border metropolitan metro region offices headquarters station'.split(
    ' ',
  ),
);
/** “A Crafton man”, “Chapin woman”. */
const PERSONAL =
  /^(?:man|woman|men|women|teen|teenager|couple|resident|residents|mayor|police|native|boy|girl|family|-area|-based)$/;
const SIDE =
  /^(?:north|south|east|west|northern|southern|eastern|western|northeast|northwest|southeast|southwest|central|upper|lower|downtown|greater|inner|outer|near|in|at|from|to|of|mainland|rural|metro)$/;
const NONE: Use = 'none';

/** Words enough for a place; what stays below waits for another mention. */
const ENOUGH = 3;

/** `common` tells whether a word stands in lower case somewhere in the text. */
export function useOf(
  view: TokenView,
  cast: Cast,
  gazetteer: Gazetteer,
  hit: NameHit,
  wording: Wording,
  common: (token: number) => boolean,
  neighbours: Neighbours,
): Use {
  const { from, to, entries } = hit;
  const { lower, upos, sentence, text, start, end } = view;
  if (hit.short) return 'place';
  const beside = (i: number) => i >= 0 && i < view.length && sentence[i] === sentence[from];
  const touches = (i: number) => beside(i) && beside(i + 1) && (start[i + 1] as number) - (end[i] as number) <= 1;
  const next = beside(to) ? (lower[to] ?? '') : '';

  let country = false;
  let area = false;
  let capital = false;
  let usual = false;
  let water = false;
  let size = 0;
  for (const value of entries) {
    const entry = value & ~ALTERNATE;
    const kind = gazetteer.kind(entry);
    if (value < ALTERNATE) {
      usual = true;
      if (kind === 'country') country = true;
      else if (kind === 'capital') capital = true;
      else if (kind === 'region') area = water = true;
      else if (kind === 'province' && gazetteer.size(entry) >= 130) area = true;
    }
    size = Math.max(size, gazetteer.size(entry) - (value < ALTERNATE ? 0 : 30));
  }
  const one = to - from === 1;
  const shouted = headline(view, from);
  const strongly = wording.strong || wording.sort !== null || neighbours.behind || neighbours.before;

  // Part of a longer name: “Washington Post”, “Paris Hilton”, “Columbia University”.
  if (
    !shouted &&
    !neighbours.behind &&
    touches(to - 1) &&
    upos[to] !== PUNCT &&
    isCapital(view, to) &&
    !isClitic(next)
  ) {
    const local = isLocalBody(view, to);
    if (country && !(local && !/^[A-Z]/.test(text.charAt(start[to] ?? 0)))) {
      if (upos[to] === PROPN && titleAt(view, to) === null) return wording.strong && local ? 'place' : 'actor';
    } else if (water) return NONE;
    else if (!local && titleAt(view, to) === null && upos[to] === PROPN) return NONE;
  }
  if (from > 0 && touches(from - 1) && upos[from - 1] !== PUNCT && isCapital(view, from - 1) && !shouted) {
    const word = lower[from - 1] ?? '';
    if (upos[from - 1] === PROPN && !SIDE.test(word) && !APART.has(word) && !SORTS.has(word)) {
      const opens = !beside(from - 2) || upos[from - 2] === PUNCT;
      const given = actorLexicon().firstNames.has(text.slice(start[from - 1], end[from - 1]));
      if (!opens || given || word === 'new' || titleAt(view, from - 1) !== null) return NONE;
      if (!strongly && !country) return NONE;
    }
  }
  if (
    /^(?:of|de)$/.test(lower[from - 1] ?? '') &&
    beside(from - 2) &&
    isCapital(view, from - 2) &&
    BODY.test(lower[from - 2] ?? '')
  )
    return NONE;

  // Persons: “Jordan”, “Sydney Blair”; a title between makes the first word a place (“Kyiv Mayor V. K.”).
  const mention = cast.mentions[cast.mentionAt[from] ?? -1];
  const actor = mention ? cast.actors[mention.value.actor] : undefined;
  const word = text.slice(start[from], end[from]);
  const typed = !one && SORTS.has(lower[to - 1] ?? '');
  if (!typed && actor && mention && actor.kind === 'person' && mention.value.manner === 'name') {
    const titled = titleAt(view, to) !== null || LOCAL.has(next) || APART.has(next);
    const inName = one && actor.name.split(' ').includes(word);
    if (
      !titled &&
      (inName || mention.span.end === end[to - 1]) &&
      !((wording.preposition === 'in' && !isClitic(next)) || (country && wording.strong))
    )
      return NONE;
  }
  if (one && !country && !area && !strongly && !neighbours.listed) {
    if (actorLexicon().surnames.has(word)) return NONE;
    if (actorLexicon().firstNames.has(word) && !wording.placed && size < 165) return NONE;
  }

  let weight = 0;
  if (country || area) weight += 3;
  else if (size >= 155) weight += 2;
  else if (size >= 125) weight += 1;
  if (!one) weight += SORTS.has(lower[to - 1] ?? '') ? 3 : 1;
  if (!usual && one) weight -= 1;
  if (wording.strong) weight += 2;
  else if (wording.placed) weight += 1;
  if (wording.preposition === 'of' && lower[from - 2] === ',') weight += 1;
  if (wording.sort !== null) weight += lower[from - 1] === 'of' ? 3 : 2;
  if (neighbours.behind) weight += 3;
  if (neighbours.before) weight += 2;
  if (neighbours.listed) weight += 2;
  const dateline =
    (/^(?:--|—|–)$/.test(next) || (next === ':' && !beside(from - 1))) &&
    text.slice(start[from], end[to - 1]) === text.slice(start[from], end[to - 1]).toUpperCase();
  if (dateline) weight += 3;
  if (lower[from - 1] === '-' && /^(?:d|r|i|dem|rep)$/.test(lower[from - 2] ?? '')) weight += 3;
  if (LOCAL.has(next) || (APART.has(next) && isCapital(view, to))) weight += 1;
  if (PERSONAL.test(next)) weight += 1;
  if (upos[from] === PROPN) weight += 1;
  else if (!country && one) weight -= strongly ? 1 : 2;
  const opens = !beside(from - 1) || upos[from - 1] === PUNCT;
  if (
    one &&
    !country &&
    !dateline &&
    !PERSONAL.test(next) &&
    !neighbours.behind &&
    !neighbours.listed &&
    isCommon(view, from)
  ) {
    // “Reading Hall”
    if (beside(to) && touches(to - 1) && upos[to] === PROPN && isCapital(view, to) && size < 155) return NONE;
    weight -= wording.strong ? 1 : opens ? 3 : 2;
  }
  if (one && !country && !area && weight > 0 && common(from)) weight -= 2;
  if (hit.unlikely === 'rarely') weight -= neighbours.behind ? 2 : 5;
  else if (hit.unlikely === 'surname')
    weight -= neighbours.behind || dateline || wording.sort !== null ? 0 : wording.strong ? 1 : 4;
  if (shouted && size < 125) weight -= 1;

  if (country && !neighbours.before && !neighbours.owner && actsAsCountry(view, from, to, wording, neighbours.listed))
    return actorLexicon().agents.has(next) || titleAt(view, to) !== null ? 'owner' : 'actor';
  if (
    capital &&
    !country &&
    !wording.placed &&
    !neighbours.behind &&
    !neighbours.before &&
    !neighbours.listed &&
    wording.sort === null &&
    actsAsState(view, from, to, 'capital')
  )
    return 'actor';
  if (weight >= ENOUGH) return 'place';
  return weight >= 1 ? 'weak' : NONE;
}

/** Names that go on for a few words and end as a body of the place does: “Mt. Pleasant Community High School”. */
function isLocalBody(view: TokenView, to: number): boolean {
  const { lower, sentence, upos } = view;
  if (APART.has(lower[to] ?? '') && !(lower[to] === 'state' && lower[to + 1] === 'university')) return true;
  for (let i = to; i < to + 5 && i < view.length && sentence[i] === sentence[to]; i++) {
    if (upos[i] === PUNCT || !isCapital(view, i)) return false;
    if (i > to && CLOSES.has(lower[i] ?? '')) return true;
    if (NATIONWIDE.has(lower[i] ?? '')) return false;
  }
  return false;
}

const CLOSES = new Set(
  'school schools club department center centre foundation services alliance branch hospital hall council commission district court jail police office board authority league association library museum park church academy band choir theatre theater society coalition committee republican democrat'.split(
    ' ',
  ),
);
const NATIONWIDE = new Set(
  'university college post times globe tribune herald journal news daily airlines bank inc. inc corp. corp fc united'.split(
    ' ',
  ),
);

const isClitic = (word: string): boolean => /^['’]s?$/.test(word);

const isCapital = ({ text, start }: TokenView, i: number): boolean => {
  const code = text.charCodeAt(start[i] as number);
  return code < 128 ? code >= 65 && code <= 90 : /^\p{Lu}/u.test(text.charAt(start[i] as number));
};

/** Words that are more than nouns (“Reading”, “Mobile”, “Nice”) are common ones. */
function isCommon({ text, start, end }: TokenView, i: number): boolean {
  return (loadModel().lexicon(hashLower(text, start[i] as number, end[i] as number)) & ~1) !== 0;
}

/** Whether nearly every word of the sentence is capitalised, so that a capital says nothing. */
function headline({ parsed, text, start, sentence, upos }: TokenView, i: number): boolean {
  const { firstToken, endToken } = parsed.text.sentences;
  const at = sentence[i] as number;
  const from = Math.max(firstToken[at] as number, i - 24);
  const to = Math.min(endToken[at] as number, i + 24);
  let capitals = 0;
  let words = 0;
  for (let j = from; j < to; j++) {
    const what = upos[j];
    if (what !== NOUN && what !== VERB && what !== PROPN && what !== ADJ && what !== ADV) continue;
    words++;
    if ((text.charCodeAt(start[j] as number) | 32) !== text.charCodeAt(start[j] as number)) capitals++;
  }
  return words >= 4 && capitals / words > 0.9;
}
