// Events whose own party is an event ("condemned the strike", "the operation was condemned") in; whoever did that deed made their recipient, out.
import { DET } from '../actors/token-view.ts';
import type { CastGrowth } from './cast-growth.ts';
import { type Draft, settled } from './draft.ts';
import type { Matcher } from './match.ts';
import { PRAISING } from './recalled.ts';

/** Nouns that go on with a deed of violence told before. */
const DEED: ReadonlySet<string> = new Set([
  'operation', 'offensive', 'incursion', 'invasion', 'assault', 'attack', 'strike', 'raid', 'bombing', 'killing', 'crackdown', 'aggression', 'bombardment', 'airstrike', 'shelling', 'intervention', 'campaign', 'massacre', 'shooting', 'bombings',
]); // biome-ignore format: one table
/** Types by which one judges what another did. */
const JUDGING: ReadonlySet<string> = new Set(['ACCUSE', 'REJECT', 'SUPPORT', 'PROTEST']);
/** How many events before it such a deed is looked for among. */
const BACK = 12;

/** "Condemned the strike", "drew a rebuke": what an event's own party is when the words name an event there. */
export function throughEvents(
  drafts: readonly Draft[],
  byToken: ReadonlyMap<number, Draft>,
  match: Matcher,
  cast: CastGrowth,
): void {
  for (let i = 0; i < drafts.length; i++) {
    const draft = drafts[i] as Draft;
    if (draft.recipients.length > 0 || draft.coded.mutual) continue;
    const { patients, consumed } = draft.coded;
    // "rejected the appeal": what the code is made of
    // "praised the release of the hostages by the Front": the Front
    const praised = draft.code.type === 'SUPPORT' && patients.length === 0 && PRAISING.test(draft.coded.entry.words);
    for (const token of patients.length > 0 ? patients : praised ? [...consumed, objectOf(draft, match)] : consumed) {
      if (token < 0) continue;
      const other = patients.length > 0 || praised ? byToken.get(token) : undefined;
      const own = other ? settled(other) : null;
      const through = own && own.actors.length > 0 ? own : (toldBefore(token, i, drafts, draft, match) ?? own);
      if (!through || through === draft) continue;
      draft.recipients = judgedFor(through, draft, token, match, cast).filter((actor) => !draft.actors.includes(actor));
      if (draft.recipients.length > 0) break;
    }
  }
}

/** What is praised, active or passive; -1 for none. */
const objectOf = ({ coded: { clause } }: Draft, { roles: { clauses } }: Matcher): number =>
  Math.max(clauses.object[clause] ?? -1, clauses.passive[clause] ?? -1);

const ORDER: ReadonlySet<string> = new Set(['COP', 'MIL', 'PRM']);
/** Who are of one of the lands, though no word may say of which. */
const OFFICIAL: ReadonlySet<string> = new Set(['GOV', 'LEG', 'MIL', 'JUD']);

/** Those whom a judgement of a deed falls on: of police and a crowd that clashed “the use of force” is the police's, and of two lands that fight neither condemns itself. */
export function judgedFor(deed: Draft, draft: Draft, token: number, { roles, view }: Matcher, cast: CastGrowth): readonly number[] {
  const { actors } = deed;
  if (actors.length < 2) return actors;
  if (view.lower[roles.obliqueOf(token, 'of')] === 'force') {
    const keepers = actors.filter((one) => ORDER.has(cast.sectorOf(one) ?? ''));
    return keepers.length > 0 ? keepers : actors;
  }
  if (!actors.every((one) => cast.kindOf(one) === 'state')) return actors;
  const own = draft.actors.filter((one) => OFFICIAL.has(cast.sectorOf(one) ?? ''));
  if (own.some((one) => cast.kindOf(one) !== 'state' && cast.countryOf(one) === null)) return [];
  return actors.filter((one) => !own.some((other) => cast.countryOf(other) === cast.countryOf(one)));
} // biome-ignore format: long signature

/** What one says or does, and the types, with their modes, of the events that tell of it. */
const SAYINGS: Readonly<Record<string, readonly string[]>> = {
  call: ['REQUEST'], appeal: ['REQUEST'], demand: ['REQUEST'], request: ['REQUEST'], offer: ['AGREE'], pledge: ['AGREE'], promise: ['AGREE'], threat: ['THREATEN'], warning: ['THREATEN'],
  claim: ['ACCUSE'], accusation: ['ACCUSE'], allegation: ['ACCUSE'], criticism: ['ACCUSE'], refusal: ['REJECT'], rejection: ['REJECT'], sanction: ['COERCE', 'SANCTION'], ban: ['COERCE'], expulsion: ['SANCTION'],
  launch: ['MOBILIZE/weapons'], test: ['MOBILIZE/weapons'], exercise: ['MOBILIZE/troops', 'COOPERATE/military'], drill: ['MOBILIZE/troops', 'COOPERATE/military'], manoeuvre: ['MOBILIZE/troops'], maneuver: ['MOBILIZE/troops'],
  closure: ['COERCE/restrict'], verdict: ['SANCTION/convict'], sentence: ['SANCTION/convict', 'COERCE/arrest'], order: [],
}; // biome-ignore format: one table

/** "Turkey began an offensive. The operation was condemned": the last deed of violence of which it is told who did it; "the call was seconded": who called. */
function toldBefore(token: number, i: number, drafts: readonly Draft[], draft: Draft, match: Matcher): Draft | null {
  const { view } = match;
  const lemma = match.lemma(token);
  const said = Object.hasOwn(SAYINGS, lemma) ? SAYINGS[lemma] : undefined;
  if (!JUDGING.has(draft.code.type) || (!said && !DEED.has(lemma)) || !isBareDefinite(token, match)) return null;
  for (let k = i - 1; k >= 0 && k > i - BACK; k--) {
    const earlier = settled(drafts[k] as Draft);
    if (earlier.coded.trigger > token || earlier.status !== 'asserted' || earlier.actors.length === 0) continue;
    if (said ? !tellsOf(earlier, lemma, said, match) : earlier.code.type !== 'ASSAULT') continue;
    // one's own call is not seconded by oneself
    if (earlier === draft || earlier.actors.every((actor) => draft.actors.includes(actor))) continue;
    const near = (view.paragraph[token] ?? 0) - (view.paragraph[earlier.coded.trigger] ?? 0) < (said ? 2 : 4);
    return near ? earlier : null;
  }
  return null;
}

/** Whether an event is of one of the types, or its own words say it: "ordered their release … the order". */
function tellsOf({ code: { type, mode }, coded }: Draft, lemma: string, types: readonly string[], match: Matcher): boolean {
  if (types.includes(type) || types.includes(`${type}/${mode}`)) return true;
  return [coded.trigger, ...coded.operators, ...coded.consumed].some((token) => match.verbLemma(token) === lemma);
} // biome-ignore format: long signature

/** "The operation", and nothing that says which. */
function isBareDefinite(token: number, { view: { lower, upos } }: Matcher): boolean {
  const before = lower[token - 1] ?? '';
  return upos[token - 1] === DET && (before === 'the' || before === 'this') && lower[token + 1] !== 'of' && lower[token + 1] !== 'on';
} // biome-ignore format: one condition
