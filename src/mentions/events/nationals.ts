// The token of an argument in, those of a land who are counted out: "two Moroccans" are no state.
import { namedAt } from '../actors/lexicon.ts';
import { NOUN, NUM, PROPN, REL, type TokenView } from '../actors/token-view.ts';
import type { CastGrowth } from './cast-growth.ts';
import type { Matcher } from './match.ts';
import type { RoleReader } from './roles.ts';
import { isPaper } from './token-kinds.ts';

const QUANTITIES: ReadonlySet<string> = new Set(
  'thousands hundreds dozens tens scores millions number crowd crowds group groups handful'.split(' '),
);

/** Where a phrase for so many people of a land begins: its number, or the people themselves behind "thousands of"; -1 for none. */
function countedFrom(token: number, view: TokenView, roles: RoleReader): number {
  if (view.lower[token - 1] === 'of' && QUANTITIES.has(view.lower[token - 2] ?? '')) return token;
  const number = roles.childBy(token, REL.nummod);
  if (number < 0 || number > token || view.upos[number] !== NUM) return -1;
  // "1.1 million Afghans"
  let from = number;
  while (from > 0 && view.upos[from - 1] === NUM && view.head[from - 1] === from) from--;
  return from;
}

/** "Hundreds of Iranians", "two Iranians". */
export const areCounted = (token: number, view: TokenView, roles: RoleReader): boolean =>
  namedAt(view, token)?.entry.use === 'people' && countedFrom(token, view, roles) >= 0;

const ONE: ReadonlySet<string> = new Set(['a', 'an', 'one', 'another', 'second', 'third', 'fellow']);

/** "The British-Kenyan": where the words for somebody of two lands begin. */
const landFrom = (token: number, { lower, start, end }: TokenView): number =>
  lower[token - 1] === '-' &&
  /(?:an|i|ese|ish)$/.test(lower[token] ?? '') &&
  end[token - 2] === start[token - 1] &&
  end[token - 1] === start[token]
    ? token - 2
    : token;

/** "A Libyan", "another Iraqi": one of the land's people, and not the land. */
function isOneOfLand(token: number, view: TokenView): boolean {
  const before = view.lower[landFrom(token, view) - 1] ?? '';
  // "the Libyan" is one, where "the Dutch" are many
  if (!ONE.has(before) && !(before === 'the' && /(?:an|i)$/.test(view.lower[token] ?? ''))) return false;
  const use = namedAt(view, token)?.entry.use;
  if (use !== 'people' && use !== 'adjective') return false;
  const link = view.relation[token];
  return link !== REL.amod && link !== REL.compound && link !== REL['nmod:poss'];
}

const SOME = /^(?:some|many|several|few|most|other|young|ordinary|elderly|fellow)$/;

/** "Two Moroccans", "six Iraqis": so many people of the land that their name tells; -1 where they are not counted. */
export function nationalsAt(token: number, actor: number, match: Matcher, cast: CastGrowth): number {
  const { view, roles } = match;
  // "a UN report accused": the body whose paper it is
  const up = view.head[token] ?? -1;
  if (up > token && isPaper(view.lower[up] ?? '')) return cast.body(token);
  if (cast.kindOf(actor) !== 'state') return -1;
  if (isOneOfLand(token, view))
    return cast.phrase(landFrom(token, view), token, token + 1, 'person', 'CVL', cast.countryOf(actor));
  // "twenty Chinese" are as many as twenty Kenyans
  const alike =
    /(?:ese|ish|ch|ss)$/.test(view.lower[token] ?? '') &&
    view.upos[token + 1] !== NOUN &&
    view.upos[token + 1] !== PROPN;
  if (!view.tag(token).endsWith('S') && !alike) return -1;
  // "ethnic Albanians": of whatever land they are
  if (view.lower[token - 1] === 'ethnic') return cast.phrase(token - 1, token, token + 1, 'group', 'CVL');
  // "Kosovo Serbs", "Romanian Hungarians": of the land that stands before, and not the state of their name
  const home = namedAt(view, token - 1)?.entry;
  if (
    home?.kind === 'state' &&
    home.country &&
    home.country !== cast.countryOf(actor) &&
    view.head[token - 1] === token &&
    namedAt(view, token)?.entry.use === 'people'
  )
    return cast.phrase(token - 1, token, token + 1, 'group', null, home.country);
  // "some Kenyans", "many Germans"
  if (
    SOME.test(view.lower[token - 1] ?? '') &&
    view.upos[token] === PROPN &&
    namedAt(view, token)?.entry.use === 'people'
  )
    return cast.phrase(token, token, token + 1, 'group', 'CVL', cast.countryOf(actor));
  const from = countedFrom(token, view, roles);
  // "the two Koreas": states that are counted
  if (from < 0 || (from < token && STATES.test(view.lower[token] ?? ''))) return -1;
  return cast.phrase(from, token, token + 1, 'group', 'CVL', cast.countryOf(actor));
}

const STATES = /(?:as|states|nations|kingdoms|emirates|republics)$/;
