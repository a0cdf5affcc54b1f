// What the rules for noun phrases share: the reading so far, what stands before a name, and the words of one.
import type { Cast, Entity, RawMention } from './cast.ts';
import { actorLexicon, namedAt, type Title, titleAt } from './lexicon.ts';
import { POSSESSIVE } from './phrase.ts';
import { ADJ, NOUN, PROPN, type TokenView } from './token-view.ts';

export interface Reader {
  readonly view: TokenView;
  readonly cast: Cast;
  readonly speakers: ReadonlySet<number>;
  readonly published: string | null;
  readonly mentions: RawMention[];
  /** Names of one word that stand as subjects, lower case. */
  readonly alone: ReadonlySet<string>;
  /** The title that several share, and where the last one who bears it ends: "Presidents Holt and Kern". */
  shared: { readonly title: Title; readonly printed: string; readonly to: number } | null;
  /** How often each country is named, as an actor or a place or an adjective. */
  readonly countries: Map<string, number>;
}

export interface Piece {
  readonly to: number;
  readonly entity: Entity | null;
}

export interface Context {
  readonly owner: Entity | null;
  readonly country: string | null;
  readonly sectorOfBody: string | null;
  readonly body: Entity | null;
  readonly state: Entity | null;
  readonly definite: boolean;
  readonly former: boolean;
}

/** Of a family, or of the clergy. */
export const KIN_OR_CLERIC = /^(?:father|mother|brother|sister)s?$/;

export const MY = new Set(['my', 'your', 'his', 'her', 'its', 'our', 'their']);
/** Heads of names that go on with "of": "Department of Transportation". */
export const BODY_OF =
  /^(?:department|ministry|university|bank|institute|office|council|league|union|association|front|army|board|bureau|court|house|committee|party|church|school|college|chamber|centre|center|federation|organization|organisation|movement|society|institution|commission|secretariat|directorate)$/;
/** Words of what a minister is charged with: "of Foreign Affairs". */
export const CHARGE =
  /^(?:the|and|of|for|&|middle|east|west|north|south|central|africa|asia|americas|europe|pacific|defen[cs]e|foreign|affairs|interior|internal|home|finance|economy|economic|economics|health|justice|education|energy|transport|transportation|agriculture|culture|information|communications?|labou?r|trade|industry|commerce|environment|environmental|tourism|sports?|youth|social|welfare|development|planning|infrastructure|housing|water|oil|petroleum|mines|mining|security|national|public|state|science|technology|immigration|migration|emergency|emergencies|situations|religious|human|rights|women|family|veterans|parliament|assembly|house|senate|staff|army|police)$/;
export const PARTICLE =
  /^(?:al|el|bin|ibn|von|van|der|den|de|da|di|del|la|le|abu|ben|dos|du|dela|delos|ter|ten|mac|mc|st)$/;

export function push(
  reader: Reader,
  from: number,
  to: number,
  head: number,
  entity: Entity,
  manner: RawMention['manner'],
  rule: string,
  why: string,
): void {
  reader.mentions.push({ from, to, head, entity, manner, rule: `actors/${rule}`, why });
}

export function stateOf(cast: Cast, entry: { readonly name: string; readonly country: string | null }): Entity {
  return (
    cast.find(entry.name) ??
    cast.add({
      name: entry.name,
      kind: 'state',
      country: entry.country,
      sector: 'GOV',
      title: null,
      gender: null,
      named: true,
      plural: false,
      roles: [],
    })
  );
}

export function bodyEntity(
  cast: Cast,
  entry: {
    readonly name: string;
    readonly kind: Entity['kind'];
    readonly country: string | null;
    readonly sector: string | null;
  },
  country: string | null,
): Entity {
  const key = entry.country === null && country ? `${entry.name} (${country})` : entry.name;
  const known = cast.find(key);
  if (known) return known;
  const entity = cast.add({
    name: entry.name,
    kind: entry.kind,
    country: entry.country ?? country,
    sector: entry.sector,
    title: null,
    gender: null,
    named: true,
    plural: entry.kind === 'group',
    roles: [],
  });
  cast.alias(entity, key);
  return entity;
}

export function same(view: TokenView, a: number, b: number): boolean {
  return view.sentence[a] === view.sentence[b] && view.quoteAt[a] === view.quoteAt[b];
}

/** Whether a character has another form in lower case. */
export function isUpper(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 128) return code >= 65 && code <= 90;
  const character = text.charAt(at);
  return character !== character.toLowerCase();
}

export function isName(view: TokenView, i: number): boolean {
  if (!isUpper(view.text, view.start[i] ?? 0)) return false;
  return (
    view.upos[i] === PROPN ||
    // "National" of "National Safety Board" is tagged as the adjective it is.
    (view.upos[i] === ADJ &&
      view.upos[i + 1] === PROPN &&
      view.upos[i - 1] !== undefined &&
      view.sentence[i - 1] === view.sentence[i]) ||
    (view.upos[i] === ADJ && view.upos[i - 1] === PROPN) ||
    // "the Southern Transitional Council"
    (view.upos[i] === ADJ &&
      view.upos[i + 1] === ADJ &&
      view.upos[i + 2] === PROPN &&
      isUpper(view.text, view.start[i + 1] ?? 0) &&
      view.sentence[i + 2] === view.sentence[i - 1]) ||
    (view.upos[i] === NOUN && view.upos[i - 1] === PROPN)
  );
}

/** "Anna Kern Thursday said": a day is no part of the name before it, but of "Bloody Sunday". */
export const DAY = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/;
const OF_DAYS = /^(?:black|bloody|good|holy|palm|ash|easter|super|cyber|sheffield)$/;

/** "Navy Capt. Jeff Dale": where the name begins behind a rank that was taken for its beginning; `from` if there is none. */
export function behindRank(view: TokenView, from: number, to: number): number {
  for (let at = from; at < from + 3 && at + 2 < to; at++) {
    const title = titleAt(view, at);
    if (title && title.to + 2 <= to) return title.to;
  }
  return from;
}

/** "Ki-moon", "Jong-un", "Ing-wen": how second halves of Korean and Chinese given names are written. */
const SYLLABLE =
  /^(?:moon|hye|un|in|wen|jeou|il|sung|hwan|woo|jung|sook|hyun|kyung|young|min|seok|yeol|kyun|yong|chul|hee|ja|ok|suk|kwon|shek|sen|lai|teh|chun|mei|kuo|ming|ching|hui|te|hak|nam|jong|ryong|jin|soo|bin|ik|geun|taek|cheol|hoon|hyeon|ki|sun|kyu|ho|guk|jae|shih|hsiung|yuan|kwan|chee|wah|fai|ngor|yin|bae|hyok|chol|hae|jik|shik|sik|mok|wha|hwa|mi|rae|seong|gyu|gi|gil|beom|bum|chan|dong|eun|gook|heon|hong|hyung|jeong|ji|joo|ju|keun|kil|koo|kook|kwang|kyong|kyo|mook|myung|myong|pil|pyo|rak|rim|rok|ryol|ryul|sang|seo|seon|seop|seung|shin|sok|song|su|sub|tae|tak|uk|wan|won|wook|yeon|yeong|yeop|yol|yon|yul|yun|ying|ping|yi|hua|hsien|jun|lin|cheng|tung|keung|sing|yee|kit|hung|leung|bak|bian|tien)$/;

/** Whether a token is the hyphen or the second half of such a given name. */
export function isSecondHalf(view: TokenView, at: number): boolean {
  const mark = view.lower[at] === '-' ? at : at - 1;
  return (
    mark > 0 &&
    view.lower[mark] === '-' &&
    view.end[mark - 1] === view.start[mark] &&
    view.end[mark] === view.start[mark + 1] &&
    SYLLABLE.test(view.lower[mark + 1] ?? '') &&
    isName(view, mark - 1)
  );
}

/** One past the words of a person's or body's name that begins at `at`. */
export function nameEnd(view: TokenView, at: number): number {
  let to = at;
  let ofBody = false;
  let capitals = false;
  while (to < view.length && same(view, at, to)) {
    const word = view.lower[to] ?? '';
    if (DAY.test(word) && !isName(view, to + 1) && !(to > at && OF_DAYS.test(view.lower[to - 1] ?? ''))) break;
    // "the Commission on Presidential Debates": a common noun made a name by what follows
    if (isName(view, to) || (to === at && isMatterOf(view, to + 1))) to++;
    // "Organization of African Unity", whatever each word is tagged as
    else if (capitals && (view.upos[to] === ADJ || view.upos[to] === NOUN) && isCapital(view, to)) to++;
    else if (
      to > at &&
      PARTICLE.test(word) &&
      to + 1 < view.length &&
      (isName(view, to + 1) || view.lower[to + 1] === '-' || PARTICLE.test(view.lower[to + 1] ?? ''))
    )
      to++;
    // "al- Jaafari", with a slip of the hand
    else if (word === '-' && to > at && PARTICLE.test(view.lower[to - 1] ?? '') && isName(view, to + 1)) to += 2;
    else if (
      (word === '-' || word === '–') &&
      to > at &&
      view.end[to - 1] === view.start[to] &&
      view.end[to] === view.start[to + 1] &&
      (/\p{Lu}/u.test(view.text.charAt(view.start[to + 1] ?? 0)) || SYLLABLE.test(view.lower[to + 1] ?? ''))
    )
      to += 2;
    else if (to === at && PARTICLE.test(word) && view.lower[to + 1] === '-') to += 2;
    else if (to > at && /^(?:jr\.?|sr\.?|ii|iii)$/.test(word)) to++;
    else if (to > at && POSSESSIVE.has(word)) {
      const end = classBodyEnd(view, to);
      if (end === to) break;
      to = end;
    } else if (to > at && word === '&' && isName(view, to + 1)) to += 2;
    else if (
      to > at &&
      /^(?:of|for)$/.test(word) &&
      BODY_OF.test(view.lower[to - 1] ?? '') &&
      opensName(view, to + 1)
    ) {
      capitals = true;
      ofBody = /^(?:department|ministry|office|bureau|centre|center)$/.test(view.lower[to - 1] ?? '');
      to += 2;
    } else if (to > at && isMatterOf(view, to)) {
      capitals = true;
      ofBody = true;
      to += 2;
    } else if (to > at && word === 'the' && view.lower[to - 1] === 'of') to++;
    // "Department of Forestry and Fire Protection": the body's matter goes on
    else if (ofBody && word === 'and' && isName(view, to + 1) && !endsBody(view, to + 1)) {
      to += 2;
      ofBody = false;
    }
    // "Bureau of Ports, Rail and Roads"
    else if (ofBody && word === ',' && isListed(view, to)) to += 4;
    else if (word === 'and' && to > at) {
      const last = joinedBodyEnd(view, at, to);
      if (last < 0) break;
      to = last;
    } else break;
  }
  return to;
}

/** What the last word of a name is that "and" is part of. */
const JOINED =
  /^(?:services?|administration|league|commission|department|agency|council|board|authority|bureau|committee|association|union|federation|society|ministry|directorate|corps|conference|rescue)$/;

/** "the Fish and Wildlife Service": one past the name of one body, though "and" stands in it; -1 where two are named. */
function joinedBodyEnd(view: TokenView, at: number, and: number): number {
  const { lower } = view;
  let to = and + 1;
  while (to < and + 5 && isName(view, to) && isCapital(view, to) && same(view, at, to)) to++;
  if (to === and + 1 || !JOINED.test(lower[to - 1] ?? '')) return -1;
  if (lower[to - 1] === 'rescue') return lower[and - 1] === 'fire' ? to : -1;
  // an article before it, or one before the land whose it is
  if (to === and + 2 || (lower[at - 1] !== 'the' && (lower[at - 2] !== 'the' || namedAt(view, at - 1) === null))) return -1;
  for (let word = at; word < to - 1; word++) {
    if (word === and) continue;
    if (JOINED.test(lower[word] ?? '') || BODY_ON.test(lower[word] ?? '') || BODY_OF.test(lower[word] ?? '')) return -1;
    if (namedAt(view, word) !== null || titleAt(view, word) !== null) return -1;
    // "the Kurds and Security Council"
    if (word < and && view.tag(word) === 'NNPS') return -1;
  }
  return to;
} // biome-ignore format: long conditions

/** Classes of people that are no plural by an "s". */
const CLASS = /^(?:people|women|men|children)$/;

/** "the Teachers' | Union", "the People's | Alliance": one past the name of a body that a class of people owns, which are no actors of their own; `mark` where none stands there. */
export function classBodyEnd(view: TokenView, mark: number): number {
  const { lower, end, start } = view;
  const of = lower[mark - 1] ?? '';
  if (!POSSESSIVE.has(lower[mark] ?? '') || end[mark - 1] !== start[mark] || !isCapital(view, mark - 1)) return mark;
  const plural = lower[mark]?.length === 1 && of.endsWith('s');
  if (!(plural ? isClass(of.slice(0, -1)) : CLASS.test(of)) || namedAt(view, mark - 1) !== null) return mark;
  let to = mark + 1;
  while (to < mark + 5 && isName(view, to) && same(view, mark, to)) to++;
  if (to === mark + 1) return mark;
  return JOINED.test(lower[to - 1] ?? '') || BODY_ON.test(lower[to - 1] ?? '') ? to : mark;
}

const isClass = (singular: string): boolean =>
  actorLexicon().agents.has(singular) || actorLexicon().titles.has(singular);

/** ", Rail and Roads" of one body: no body or land of their own. */
function isListed(view: TokenView, comma: number): boolean {
  const words = [comma + 1, comma + 3];
  return (
    view.lower[comma + 2] === 'and' &&
    same(view, comma, comma + 3) &&
    words.every(
      (at) => isCapital(view, at) && opensName(view, at) && !endsBody(view, at) && titleAt(view, at) === null,
    ) &&
    words.every((at) => !JOINED.test(view.lower[at] ?? '') && !BODY_ON.test(view.lower[at] ?? ''))
  );
}

/** Heads of names that go on with what the body is for or about: no state, of which others are too ("the Council on Syria"). */
const BODY_ON =
  /^(?:coalition|alliance|commission|committee|council|conference|campaign|cent(?:er|re)|institute|institution|foundation|fund|observatory|network|agency|authority|initiative|organi[sz]ation|association|society|party|movement|front|union|league|forum|trust|mission|republic|administration|academy|federation|confederation|court|department|office|bureau|board|house|army|veterans|mothers|lawyers|doctors|reporters|women|students|scientists|physicians)$/;

/** "National Coalition | for Men", "Commission | on Presidential Debates", "Republic | of Artsakh". */
const isMatterOf = (view: TokenView, at: number): boolean =>
  /^(?:of|for|on|against|without)$/.test(view.lower[at] ?? '') &&
  BODY_ON.test(view.lower[at - 1] ?? '') &&
  isCapital(view, at - 1) &&
  same(view, at - 1, at + 1) &&
  opensName(view, at + 1) &&
  isCapital(view, at + 1) &&
  namedAt(view, at + 1) === null &&
  titleAt(view, at + 1) === null &&
  !DAY.test(view.lower[at + 1] ?? '') &&
  !MONTH.test(view.lower[at + 1] ?? '');

const MONTH =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?$/;

const isCapital = (view: TokenView, i: number): boolean => /^\p{Lu}/u.test(view.text.charAt(view.start[i] ?? 0));

/** A name, or an adjective in capitals before a noun in capitals: "African Unity". */
const opensName = (view: TokenView, i: number): boolean =>
  isName(view, i) ||
  (view.upos[i] === ADJ &&
    isCapital(view, i) &&
    (view.upos[i + 1] === NOUN || view.upos[i + 1] === ADJ) &&
    isCapital(view, i + 1));

/** "Ministry of Defence and Ministry of Justice": another body, not more of the first. */
const endsBody = (view: TokenView, i: number): boolean =>
  BODY_OF.test(view.lower[i] ?? '') || namedAt(view, i) !== null;

export function raw(view: TokenView, from: number, to: number): string {
  return view.text.slice(view.start[from] ?? 0, view.end[to - 1] ?? 0);
}

/** The entity among `holders` named last; null when there is none, or when two are level. */
export function lastMentioned(reader: Reader, holders: readonly Entity[]): Entity | null {
  if (holders.length === 1) return holders[0] ?? null;
  if (holders.length === 0) return null;
  for (let m = reader.mentions.length - 1; m >= 0; m--) {
    const entity = reader.mentions[m]?.entity;
    if (entity && holders.includes(entity)) return entity;
  }
  return null;
}
