// An event in the making with what its paragraph and its report are about in, whether it is the ordinary business of one land out: bills, campaigns, appeals to motorists.
import type { Found as Cast } from '../actors/actor.ts';
import type { TokenView } from '../actors/token-view.ts';
import type { Draft } from './draft.ts';

/** What is only said or arranged: between those of one land in peace it is politics, law and daily life. */
const SAID: ReadonlySet<string> = new Set([
  'AGREE', 'SUPPORT', 'REQUEST', 'REJECT', 'CONSULT', 'CONCEDE', 'COOPERATE', 'AID', 'THREATEN',
]); // biome-ignore format: one table
/** What a paragraph is about in which those of one land face each other in earnest, or face others. */
const EARNEST: ReadonlySet<string> = new Set([
  'military', 'terrorism', 'human_rights', 'repression', 'diplomatic', 'peacekeeping', 'territory', 'asylum', 'cbrn', 'intelligence', 'migration', 'cyber', 'trafficking', 'pro_democracy', 'pro_autocracy', 'religion_ethnicity',
]); // biome-ignore format: one table
/** Those who fight, watch over others or stand against who governs: nothing that they say is daily business. */
const FACING: ReadonlySet<string> = new Set([
  'MIL', 'REB', 'UAF', 'SEP', 'PRM', 'SPY', 'IGO', 'NGO', 'OPP', 'REL', 'REF', 'LAB', 'CRM',
]); // biome-ignore format: one table
const BINDING = /^(?:order|demand|reject|dismiss|rule|overturn|strike down|refuse|deny)\b/;
const COURTS = /\b(?:court|judge|tribunal|magistrate|prosecutor|jury)s?\b/i;
const isCourt = (actor: Cast['actors'][number] | undefined): boolean =>
  actor?.sector === 'JUD' && COURTS.test(`${actor.title ?? ''} ${actor.name}`);
/** Sentences of a report that tells what it is about. */
const FEWEST = 3;
/** One paragraph in so many that is in earnest makes the report so. */
const ONE_IN = 4;

export type Contexts = readonly (readonly string[] | undefined)[];

/** Whether a report tells of protest, arms or dealings between lands: what is said in it then belongs to that. */
export function isInEarnest(
  contexts: Contexts,
  drafts: readonly Draft[],
  { sentence, length }: TokenView,
  cast: Cast,
  index: (actor: number) => number,
): boolean {
  // a sentence or two do not tell what they stand in
  if (length === 0 || (sentence[length - 1] ?? 0) < FEWEST) return true;
  let about = 0;
  let earnest = 0;
  for (const one of contexts) {
    if (!one || one.length === 0) continue;
    about++;
    if (one.some((context) => EARNEST.has(context))) earnest++;
  }
  if (earnest > 0 && earnest * ONE_IN >= about) return true;
  return drafts.some(
    ({ code, actors }) =>
      code.type === 'PROTEST' ||
      (code.type === 'MOBILIZE' && code.mode !== 'police') ||
      // "the premier filed his resignation": who governs a land is at stake
      (code.mode === 'resign' && actors.some((one) => isHeadOfGovernment(cast.actors[index(one)]))),
  );
}

const HEADS = /^(?:acting |interim |caretaker )?(?:prime minister|premier|president|chancellor|taoiseach)\b/i;

/** Whoever bears such a title of a land that is known. */
const isHeadOfGovernment = (actor: Cast['actors'][number] | undefined): boolean =>
  actor !== undefined && actor.sector === 'GOV' && actor.country !== null && HEADS.test(actor.title ?? '');

/**
 * "Holt endorsed Kern", "the governor urged lawmakers to pass the bill", "officials warned motorists": all of one land, none
 * of whom fights or rules another, and nothing abroad is named beside it.
 */
export function isHomely(
  { code, coded, status, actors, recipients }: Draft,
  contexts: readonly string[],
  earnest: boolean,
  cast: Cast,
  index: (actor: number) => number,
  view: TokenView,
): boolean {
  // a pardon is the state's; "apologised for the remark" is not
  if (code.type === 'CONCEDE' && !/apolog|sorry|forgiv|regret/.test(coded.entry.words)) return false;
  // a leader's journey is told for its own sake
  if (code.mode === 'violence' || code.mode === 'territory' || code.mode === 'visit') return false;
  if (earnest || !SAID.has(code.type) || contexts.some((one) => EARNEST.has(one))) return false;
  // "the court ordered them to pay", "prosecutors demanded": what is said at law binds
  if (BINDING.test(coded.entry.words) && actors.length > 0 && actors.every((one) => isCourt(cast.actors[index(one)])))
    return false;
  const parties = [...actors, ...recipients];
  // "the governor urged the president to go": between those in office it is politics of that land
  if (
    FACED.has(code.type) &&
    status === 'asserted' &&
    actors.length > 0 &&
    parties.length > 1 &&
    !WISHED.test(coded.path)
  )
    if (
      parties.every((one) => isInOffice(cast.actors[index(one)])) &&
      (code.type !== 'CONSULT' || TALKED.test(coded.path))
    )
      return false;
  let country: string | null = null;
  for (const one of parties) {
    const actor = cast.actors[index(one)];
    if (!actor || actor.kind === 'state' || FACING.has(actor.sector ?? '')) return false;
    if (actor.country === null) continue;
    if (country !== null && actor.country !== country) return false;
    country = actor.country;
  }
  // nothing says which land it is, nor what it is about
  if (country === null && contexts.length === 0 && parties.some((one) => isNamed(cast.actors[index(one)])))
    return false;
  return !namesAbroad(coded.trigger, country, cast, view);
}

/** What those in office do to each other by saying it; whom they back for an office is campaigning. */
const FACED: ReadonlySet<string> = new Set(['REQUEST', 'REJECT', 'THREATEN', 'CONCEDE', 'CONSULT', 'SUPPORT']);
const TALKED = /^(?:meet|talk|speak|consult|confer|discuss)/;
/** What somebody says another should do, or owes to another. */
const WISHED = /^(?:say \+ must|said \+|credit)/;

/** They govern, make the laws or judge, or are the parties of those who do. */
const OFFICES: ReadonlySet<string> = new Set(['GOV', 'LEG', 'JUD', 'PTY']);
/** Somebody in office, or an office, by name. */
const isInOffice = (actor: Cast['actors'][number] | undefined): boolean =>
  actor !== undefined && OFFICES.has(actor.sector ?? '') && /\p{Lu}/u.test(actor.name);

/** A body of a name that no list knows: it may be of any land. */
const isNamed = (actor: Cast['actors'][number] | undefined): boolean =>
  actor?.kind === 'organisation' && actor.sector === null;

/** Whether the sentence of a token names a state, or somebody of another land than `home`. */
function namesAbroad(token: number, home: string | null, { actors, mentions, mentionAt }: Cast, view: TokenView): boolean {
  const at = view.sentence[token];
  const isAbroad = (one: number) => {
    const actor = actors[mentions[mentionAt[one] ?? -1]?.value.actor ?? -1];
    return actor !== undefined && actor.country !== null && actor.country !== home && (home !== null || actor.kind === 'state');
  };
  for (let one = token; one >= 0 && view.sentence[one] === at; one--) if (isAbroad(one)) return true;
  for (let one = token + 1; one < view.length && view.sentence[one] === at; one++) if (isAbroad(one)) return true;
  return false;
} // biome-ignore format: long signature
