// A pronoun for the one who was arrested, hurt or freed in, whom it means out: the lawyer's client, not the lawyer; the man told of, not the spokesman.
import { PRON, PROPN, REL } from '../actors/token-view.ts';
import type { CastGrowth } from './cast-growth.ts';
import type { Coded } from './coder.ts';
import type { Matcher } from './match.ts';

/** What befalls a person. */
const BEFALLS: ReadonlySet<string | null> = new Set([
  'arrest',
  'convict',
  'deport',
  'release',
  'investigate',
  'allege',
]);
const ONE: ReadonlySet<string> = new Set(['he', 'him', 'his', 'she', 'her']);
const LAWYERS: ReadonlySet<string> = new Set(['attorney', 'lawyer', 'counsel', 'solicitor', 'barrister', 'advocate']);
/** Who tells what befell others. */
const TELLING: ReadonlySet<string | null> = new Set(['COP', 'JUD', 'MIL', 'GOV']);
/** How far back a client or a suspect is looked for, in tokens. */
const BACK = 60;

/** The actor whom the pronoun means instead of `found`; -1 where nothing says so. */
export function suffererOf({ code, patients }: Coded, found: number, match: Matcher, cast: CastGrowth): number {
  if (!BEFALLS.has(code.mode) || patients.length !== 1 || cast.kindOf(found) !== 'person') return -1;
  const pronoun = patients[0] as number;
  const { view } = match;
  if (view.upos[pronoun] !== PRON || !ONE.has(view.lower[pronoun] ?? '')) return -1;
  const client = clientOf(pronoun, found, match, cast);
  if (client >= 0) return client;
  // "a police spokesman said the FBI arrested Holt as he was about to be freed"
  const sayer = match.roles.speakerOf(pronoun);
  if (sayer < 0 || sayer > pronoun || cast.at(sayer) !== found || !TELLING.has(cast.sectorOf(found))) return -1;
  for (let at = pronoun - 1; at > sayer; at--) {
    const other = cast.at(at);
    if (other >= 0 && other !== found && view.upos[at] === PROPN && cast.kindOf(other) === 'person') return other;
  }
  return -1;
}

/** "His attorney said the man lost his job after his arrest": the one whose lawyer it is. */
function clientOf(pronoun: number, found: number, { view, roles }: Matcher, cast: CastGrowth): number {
  for (let at = pronoun - 1; at >= 0 && at > pronoun - BACK; at--) {
    if (cast.at(at) !== found || !LAWYERS.has(view.lower[at] ?? '')) continue;
    const whose = roles.childBy(at, REL['nmod:poss']);
    const client = whose < 0 ? -1 : cast.at(whose);
    if (client >= 0 && client !== found && cast.kindOf(client) === 'person') return client;
  }
  return -1;
}
