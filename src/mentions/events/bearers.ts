// Those who act in an event in, the same without reporters that only tell of it and arms that nobody is named behind out.
import { actorLexicon } from '../actors/lexicon.ts';
import type { CastGrowth } from './cast-growth.ts';
import { singular } from './forms.ts';
import { kindBit, kindsOfLemma } from './kinds.ts';

const WEAPON = kindBit('weapon');
const BLOW = kindBit('blow');
const PERSON = kindBit('person');
/** What flies and drives for whoever it belongs to. */
export const CRAFT: ReadonlySet<string> = new Set([
  'aircraft', 'warplane', 'plane', 'airplane', 'jet', 'helicopter', 'chopper', 'gunship', 'drone', 'warship', 'vessel', 'vehicle',
]); // biome-ignore format: one table
/** What newspapers and agencies tell of and do not do. */
const DONE: ReadonlySet<string> = new Set(['ASSAULT', 'MOBILIZE', 'PROTEST', 'RETREAT', 'THREATEN']);

/** What is counted or asked and does nothing to anybody. */
const COUNTS: ReadonlySet<string> = new Set(['estimate', 'poll', 'survey', 'figure', 'number', 'statistic', 'census']);

/** Whether an actor does no deed of a type: "AFP" behind a headline, "warplanes", "polls". */
export function doesNothing(actor: number, type: string, cast: CastGrowth): boolean {
  if (!DONE.has(type) && type !== 'SANCTION') return false;
  const kind = cast.kindOf(actor);
  if (kind === 'organisation') return cast.sectorOf(actor) === 'JRN';
  if (kind === 'state' || kind === null || cast.countryOf(actor) !== null) return false;
  const words = cast.nameOf(actor).toLowerCase().split(' ');
  const last = words.pop() ?? '';
  const noun = singular(last);
  // "Twin Suicide Blasts Target Post", written like a name
  if (kind === 'person') return noun !== last && (kindsOfLemma(noun) & BLOW) !== 0;
  // "government warplanes": theirs
  if (words.some((word) => word !== 'fighter' && actorLexicon().agents.has(word))) return false;
  if (COUNTS.has(noun)) return true;
  if (type === 'SANCTION') return false;
  if (CRAFT.has(noun)) return true;
  const kinds = kindsOfLemma(noun);
  return (kinds & (WEAPON | BLOW)) !== 0 && (kinds & PERSON) === 0;
}
