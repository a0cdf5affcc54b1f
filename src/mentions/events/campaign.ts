// An event in the making with what its paragraph is about in, whether candidates and critics only spoke out: rallies and attacks in words.
import type { Found as Cast } from '../actors/actor.ts';
import { NOUN, PROPN, REL, VERB } from '../actors/token-view.ts';
import { VIOLENT } from './accident.ts';
import type { Draft } from './draft.ts';
import type { Matcher } from './match.ts';
import { isDay } from './role-words.ts';
import { sentenceHas } from './soon.ts';

export const VERBAL_ATTACK = { type: 'ACCUSE', mode: 'disapprove', cameo: '111' } as const;
/** Words for what is done to rivals with the tongue as well as with arms. */
const ATTACKS: ReadonlySet<string> = new Set([
  'attack',
  'broadside',
  'swipe',
  'jab',
  'salvo',
  'cross',
  'assault',
  'blow',
]);
/** What is written or said against somebody. */
const TELLING: ReadonlySet<string> = new Set(['message', 'letter', 'speech', 'statement', 'article', 'video', 'tweet', 'post', 'editorial', 'column', 'sermon', 'address', 'interview', 'leaflet', 'pamphlet', 'advert', 'ad', 'advertisement', 'commentary', 'remark', 'comment', 'tirade', 'rant', 'song', 'book', 'report', 'resolution', 'petition']); // biome-ignore format: one table
/** Sectors of those who hit with more than words. */
const ARMED: ReadonlySet<string> = new Set(['MIL', 'REB', 'UAF', 'COP', 'PRM', 'SPY', 'CRM', 'SEP']);

/** Whether a report is about a campaign: a third of its paragraphs that are about anything tell of an election. */
function isElection(contexts: readonly (readonly string[] | undefined)[]): boolean {
  let about = 0;
  let election = 0;
  for (const one of contexts) {
    if (!one || one.length === 0) continue;
    about++;
    if (one.includes('election')) election++;
  }
  return election > 1 && election * 3 >= about;
}

/** What a report as a whole is about. */
export interface Tone {
  /** A campaign. */
  readonly campaign: boolean;
  /** Some paragraph tells of an election. */
  readonly voting: boolean;
  /** No paragraph tells of war, terror or crime. */
  readonly peaceful: boolean;
}

export const toneOf = (contexts: readonly (readonly string[] | undefined)[]): Tone => ({
  campaign: isElection(contexts),
  voting: contexts.some((one) => one?.includes('election')),
  peaceful: !contexts.some((one) => one?.some((about) => VIOLENT.has(about))),
});

/** "Holt held a rally in Velmar" where the paragraph tells of an election: a candidate who speaks protests against nobody. */
export const isCampaigning = (
  { code, coded, actors, recipients }: Draft,
  contexts: readonly string[],
  { campaign, voting }: Tone,
  { actors: known }: Cast,
  index: (actor: number) => number,
): boolean => {
  if (code.type !== 'PROTEST' || !coded.entry.words.split(' ').includes('rally')) return false;
  // "the rally started at six": told of in a report on a campaign, of nobody and against nobody
  if (actors.length === 0) return campaign && recipients.every((one) => known[index(one)]?.kind !== 'state');
  return (
    (contexts.includes('election') || voting) &&
    actors.every((one) => {
      const actor = known[index(one)];
      return actor?.kind === 'person' && (actor.sector === 'GOV' || actor.name.includes(' '));
    })
  );
};

/** What one party does to another at the polls. */
const BEATING: ReadonlySet<string> = new Set([
  'oust',
  'unseat',
  'topple',
  'defeat',
  'beat',
  'crush',
  'rout',
  'trounce',
  'fight',
  'battle',
  'overthrow',
  'drub',
  'thrash',
  'fend',
  'whip',
  'thump',
  'wallop',
]);

/** "Candidates of the opposition won, ousting nine ministers": seats that are lost hurt nobody. */
export const isElectoral = (
  { code, coded }: Draft,
  contexts: readonly string[],
  { campaign }: Tone,
  match: Matcher,
): boolean =>
  (code.type === 'ASSAULT' || code.type === 'COERCE') &&
  (BEATING.has(match.lemma(coded.trigger)) || isDebate(coded, match)) &&
  (contexts.includes('election') || campaign) &&
  !contexts.some((one) => VIOLENT.has(one));

/** "Kern and Holt clashed on the stage": persons by name. */
const isDebate = ({ trigger, agents, patients }: Draft['coded'], match: Matcher): boolean =>
  match.lemma(trigger) === 'clash' &&
  match.view.upos[trigger] === VERB &&
  agents.length > 0 &&
  [...agents, ...patients].every((token) => match.view.upos[token] === PROPN && !match.kinds.isState(token));

/** "Kern attacked Holt" between two persons where the paragraph tells of an election and of no violence. */
export function isVerbal(
  { coded, code, actors, recipients }: Draft,
  contexts: readonly string[],
  { campaign, peaceful }: Tone,
  { actors: known }: Cast,
  index: (actor: number) => number,
  match: Matcher,
): boolean {
  const lemma = match.lemma(coded.trigger);
  if (code.type !== 'ASSAULT') return false;
  const all = [...actors, ...recipients].map((one) => known[index(one)]);
  const persons = all.every((one) => one?.kind === 'person' && !ARMED.has(one.sector ?? ''));
  // "lashed out at the critics"
  if (lemma === 'lash' && coded.entry.words.startsWith('lash out')) return !contexts.some((one) => VIOLENT.has(one));
  // "Kern trashes Holt"
  if (lemma === 'trash') return recipients.length > 0 && persons;
  if (code.mode !== null || !ATTACKS.has(lemma)) return false;
  // "posted a message attacking the minister", "in a speech that attacked Velmar"
  const told = match.view.relation[coded.trigger];
  if (
    lemma === 'attack' &&
    (told === REL.acl || told === REL['acl:relcl']) &&
    TELLING.has(match.lemma(match.view.head[coded.trigger] ?? 0))
  )
    return true;
  // "attacked him with words"
  if (lemma === 'attack' && WORDS.has(match.view.lower[match.roles.obliqueOf(coded.trigger, 'with')] ?? ''))
    return true;
  // "launched an attack on the government for granting approval"
  if (lemma === 'attack' && (isReproach(coded.trigger, match) || isForDoing(coded.trigger, match))) return true;
  // "mounted a public attack on Holt over her sales"
  if (lemma === 'attack' && isSpokenAttack(coded.trigger, match))
    return !sentenceHas(HURTING, coded.trigger, match.view);
  // "pressed his attack that Holt was unfit"
  if (hasContent(coded.trigger, match)) return true;
  if (persons && actors.length > 0 && recipients.length > 0 && isOverWords(coded.trigger, match)) return true;
  // "amounted to attacks on Kern", in a report on a campaign
  if (
    campaign &&
    lemma === 'attack' &&
    match.view.upos[coded.trigger] === NOUN &&
    recipients.length > 0 &&
    all.every((one) => isSpeaker(one))
  )
    return true;
  if (
    lemma === 'attack' &&
    isPolemic(coded.trigger, all, actors.length, campaign || contexts.includes('election'), match)
  )
    return true;
  if (contexts.some((one) => VIOLENT.has(one))) return false;
  if (actors.length > 0 && recipients.length > 0 && persons && (contexts.includes('election') || campaign)) return true;
  // "Kern's biggest attack yet", "sharpened his attacks on migrants": of a politician, where nothing tells of arms
  if (!campaign && !peaceful) return false;
  const speaks = actors.length > 0 && actors.every((one) => isSpeaker(known[index(one)]));
  return speaks && all.every((one) => one?.kind !== 'state' && !ARMED.has(one?.sector ?? ''));
}

const SPEAKING: ReadonlySet<string> = new Set(['GOV', 'LEG', 'PTY', 'ELI', 'JRN', 'OPP']);
const isSpeaker = (actor: Cast['actors'][number] | undefined): boolean =>
  actor?.kind === 'person' && SPEAKING.has(actor.sector ?? '');

/** What is told beside blows that hurt. */
const HURTING =
  /^(?:kill|killed|killing|dead|died|death|wound|wounded|injured|injuring|hurt|hospital|stabbed|shot|shooting|gunman|gunmen|bomb|bombing|knife|weapons?|armed|blood|punched|beaten|arrested|physically|soldiers?|troops|militants?|rebels?)$/;

/**
 * "The party attacked Holt on his taxes", "attacked Kern": one politician by another, in a sentence that tells of nobody
 * hurt; by whom nobody says only in a report on a campaign.
 */
function isPolemic(
  trigger: number,
  all: readonly (Cast['actors'][number] | undefined)[],
  attackers: number,
  campaign: boolean,
  { view }: Matcher,
): boolean {
  if ((view.upos[trigger] !== VERB && !campaign) || all.length < 2 - (campaign ? 1 : 0) || all.length === attackers)
    return false;
  if (attackers === 0 && !campaign) return false;
  const speaks = (one: Cast['actors'][number] | undefined) =>
    isSpeaker(one) || (one?.sector === 'PTY' && one.kind !== 'state');
  return all.every(speaks) && !sentenceHas(HURTING, trigger, view);
}

/** "The attack that she was unqualified": a clause that says what was said. */
const hasContent = (noun: number, { view }: Matcher): boolean =>
  view.upos[noun] === NOUN && view.lower[noun + 1] === 'that' && view.tag(noun + 1) === 'IN';

/** "The attack on the government for granting approval": with what it is for before the next verb. */
function isForDoing(noun: number, { view: { lower, upos, sentence, length, tag } }: Matcher): boolean {
  if (upos[noun] !== NOUN) return false;
  for (let at = noun + 1; at + 1 < length && at < noun + 10 && sentence[at] === sentence[noun]; at++) {
    if (upos[at] === VERB) return false;
    if (lower[at] === 'for') return tag(at + 1) === 'VBG';
  }
  return false;
}

/** "Attacked him for failing to act", "for the remark": what somebody is attacked for is held against them in words. */
function isReproach(verb: number, { view, roles }: Matcher): boolean {
  const { first, next } = roles.children;
  for (let child = first[verb] as number; child >= 0; child = next[child] as number)
    if (
      child > verb &&
      view.relation[child] === REL.advcl &&
      view.tag(child) === 'VBG' &&
      roles.caseOf(child) === 'for'
    )
      return true;
  return false;
}

/** "A public attack", "a scathing attack": as words may be and blows are not; "attacks on her character". */
function isSpokenAttack(noun: number, { view, roles }: Matcher): boolean {
  if (view.upos[noun] !== NOUN) return false;
  if (CHARACTER.test(view.lower[roles.obliqueOf(noun, 'on')] ?? '')) return true;
  const { first, next } = roles.children;
  for (let child = first[noun] as number; child >= 0 && child < noun; child = next[child] as number)
    if (view.relation[child] === REL.amod && SPOKEN.test(view.lower[child] ?? '')) return true;
  return false;
}
const SPOKEN =
  /^(?:public|verbal|scathing|stinging|blistering|withering|veiled|rhetorical|outspoken|vitriolic|personal|sharp|partisan)$/;
/** What words alone can hurt. */
const CHARACTER =
  /^(?:character|integrity|credibility|reputation|honesty|honou?r|patriotism|competence|motives|records?|legacy|legitimacy|judgement|judgment|policy|policies|views|values|beliefs)$/;

const WORDS: ReadonlySet<string> = new Set([
  'words',
  'word',
  'criticism',
  'insults',
  'questions',
  'tirade',
  'jibes',
  'taunts',
]);

/** "Attacked Holt for the remark", "as a liar": no time that it lasted, and nothing to hit with. */
function isOverWords(verb: number, { view, roles }: Matcher): boolean {
  if (view.upos[verb] !== VERB) return false;
  for (const preposition of ['for', 'over', 'as']) {
    const led = roles.obliqueOf(verb, preposition);
    if (led >= 0 && view.upos[led] === NOUN && !isDay(led, view)) return true;
  }
  return false;
}
