// An event in the making with the cast in, whether only people of no office are in it out: visits of tourists, rescuers who free somebody from a car, one man who walks out of a shop.
import type { Found as Cast } from '../actors/actor.ts';
import { NOUN, REL } from '../actors/token-view.ts';
import type { Draft } from './draft.ts';
import type { Matcher } from './match.ts';
import { sentenceHas } from './soon.ts';

type Actor = Cast['actors'][number];

/** Sectors of people who speak for nobody but themselves. */
const PLAIN: ReadonlySet<string | null> = new Set(['CVL', 'MED', 'EDU', 'AGR']);
/** What such people do among themselves is no dealing of powers, and nobody gives way or comes to help. */
const DEALINGS: ReadonlySet<string> = new Set(['AGREE', 'CONSULT', 'CONCEDE', 'COOPERATE', 'AID', 'SUPPORT']);
/** Going off, as anybody does, and holding what is no war. */
const GOING = /^(?:flee|leave|surrender|pull out|put down|hold fire|depart)\b/;
const AUDIENCE = /\b(?:fans?|passengers?|viewers?|shoppers?|listeners?|gamers?|users?|guests?|diners?)$/i;
const POSTS =
  /^(?:executive|chairman|chairwoman|ceo|cfo|coach|manager|conductor|editor|anchor|rector|headmaster|principal|curator)$/;
const OFFICES =
  /^(?:minister|ministers|president|governor|senator|mayor|commissioner|secretary|generals|party|government|parliament|cabinet|premier|chancellor|ambassador|congress|council|police)$/;
/** Those whose flight gives up no land. */
const OFF: ReadonlySet<string | null> = new Set([null, 'CVL', 'CRM', 'UAF', 'COP']);
/** What it takes several to do. */
const TOGETHER: ReadonlySet<string | null> = new Set(['strike', 'riot', 'obstruct']);
/** Those who come because something has happened, or go where they are sent: no guests. */
const NO_GUESTS: ReadonlySet<string | null> = new Set(['COP', 'UAF', 'CRM', 'MIL', 'PRM', 'REB', ...PLAIN]);
const RESCUERS =
  /(?:^|\b)(?:firefighters?|fire(?:men|man)|fire crews?|paramedics?|rescuers?|crew(?:s|men)?|lifeboats?|lifeguards?|medics?|ambulances?|engineers?|divers?)$/i;
/** A study and no inquest. */
const FEELING =
  /\b(?:worried|worry|concern(?:ed)?|outraged?|angry|upset|dismay(?:ed)?|alarmed|proud|pleased|happy|delighted|heartened?|glad|sad|fear(?:ful)?)\b/;
const SCHOLARS: ReadonlySet<string | null> = new Set(['EDU', 'MED']);

const PRIVATE: ReadonlySet<string | null> = new Set([null, 'BUS', 'JRN', ...PLAIN]);

/** Whether a sentence tells of a post in a firm, a club or a school, and of none in a state. */
const isOfFirm = (token: number, { view }: Matcher): boolean =>
  sentenceHas(POSTS, token, view) && !sentenceHas(OFFICES, token, view);

/** Words and no name: "residents", "a man". */
const isDescribed = ({ name }: Actor): boolean => /^.\P{Lu}*$/u.test(name);

/** People who hold no post, are of no country and have no name. */
export const isCommoner = (actor: Actor | undefined): boolean =>
  actor !== undefined &&
  actor.country === null &&
  isDescribed(actor) &&
  // "its Western backers": states, as often as not
  !/(?:backers|allies|donors|patrons|sponsors|partners)$/.test(actor.name) &&
  ((actor.kind === 'group' && PLAIN.has(actor.sector)) ||
    (actor.kind === 'person' && (PLAIN.has(actor.sector) || (actor.sector === null && /^\p{Ll}/u.test(actor.name)))));

/** A person by name, of whom no post is told. */
const isPrivate = (actor: Actor | undefined): boolean =>
  actor?.kind === 'person' && actor.country === null && (actor.sector === null || PLAIN.has(actor.sector));

const SENT =
  /\b(?:delegations?|delegates|officials|leaders|representatives|negotiators|envoys|emissaries|mediators|ministers|diplomats)$/i;

/** Those who speak for the armed, and come as guests: "a Taliban delegation", "Hamas officials". */
export const isEnvoy = (actor: Actor | undefined): boolean => actor !== undefined && SENT.test(actor.name);

/** Whether those who come are sent by somebody: "a delegation from Hamas". */
export const areSent = (tokens: readonly number[], { view: { lower } }: Matcher): boolean =>
  tokens.some((one) => SENT.test(lower[one] ?? ''));

const isGuestless = (actor: Actor | undefined): boolean =>
  isCommoner(actor) ||
  ((actor?.kind === 'organisation' || actor?.kind === 'group') && actor.sector === 'BUS') ||
  (actor?.kind === 'group' && isDescribed(actor) && NO_GUESTS.has(actor.sector) && !isEnvoy(actor)) ||
  (actor?.kind === 'person' && isDescribed(actor) && (actor.sector === 'UAF' || actor.sector === 'CRM'));

const isMaker = (actor: Actor | undefined): boolean =>
  actor?.kind === 'organisation' && actor.country === null && (actor.sector === null || actor.sector === 'BUS');

export function isPrivateLife(
  { coded, code, actors, recipients }: Draft,
  cast: Cast,
  index: (actor: number) => number,
  match: Matcher,
): boolean {
  // "version nine was released": what somebody makes, and no prisoner
  if (actors.length === 0)
    return (
      code.mode === 'release' &&
      coded.entry.words === 'release' &&
      recipients.length > 0 &&
      recipients.every((one) => isMaker(cast.actors[index(one)]))
    );
  const who = (one: number) => cast.actors[index(one)];
  const every = (holds: (actor: Actor | undefined) => boolean) => actors.every((one) => holds(who(one)));
  switch (code.type) {
    case 'COERCE':
      // "the airline seized a third of the market"
      return code.mode === 'seize' && recipients.length === 0 && every((one) => one?.sector === 'BUS');
    case 'PROTEST':
      // "fans protested online"
      if (recipients.length === 0 && coded.entry.words === 'protest' && every((one) => one !== undefined && AUDIENCE.test(one.name))) return true;
      // "walked out with a ticket", "struck a lamp post": one person is no crowd
      return TOGETHER.has(code.mode) && every((one) => one?.kind === 'person');
    case 'MOBILIZE':
      // "fire crews were sent"
      return every((one) => one !== undefined && one.sector !== 'MIL' && RESCUERS.test(one.name));
    case 'ACCUSE':
      // "scientists launched a probe into how"
      // "outraged delegates said": what they are like who do something else
      if (FEELING.test(coded.entry.words) && match.view.relation[coded.trigger] === REL.amod) return true;
      // "residents are worried about the future": what they feel
      if (FEELING.test(coded.entry.words) && every((one) => isCommoner(one) || isPrivate(one))) return recipients.every((one) => who(one)?.kind !== 'state' && who(one)?.sector !== 'GOV');
      return code.mode === 'investigate' && recipients.length === 0 && every((one) => isCommoner(one) && SCHOLARS.has(one?.sector ?? null));
    case 'REQUEST':
      // "the gunman told him to run", "neighbours called for help"
      if (every((one) => one?.kind === 'person' && isDescribed(one) && (one.sector === 'UAF' || one.sector === 'CRM')))
        return recipients.every((one) => isPrivate(who(one)) || isCommoner(who(one)) || who(one)?.sector === 'UAF');
      // asylum is asked of a state
      return code.mode === 'assist' && recipients.length === 0 && every(isCommoner) && !/asylum|refug|sanctuary|request|appeal/.test(coded.entry.words);
    case 'SANCTION':
      // "the airline cancelled twelve flights", "schools cancelled classes"
      return code.mode === 'discontinue' && recipients.length === 0 && every((one) => one?.sector === 'BUS' || isCommoner(one) || SCHOLARS.has(one?.sector ?? null));
    case 'RETREAT':
      // "the judge released the jury for lunch"
      if (recipients.length > 0 && recipients.every((one) => /\bjur(?:y|ies|ors?)$/i.test(who(one)?.name ?? ''))) return true;
      // "the network let him go", "the bank restored access"
      if ((code.mode === 'release' || code.mode === 'access') && every((one) => one?.kind !== 'state' && (one?.sector === 'BUS' || one?.sector === 'JRN')) && recipients.every((one) => who(one)?.kind !== 'state')) return true;
      // "the chief executive resigned"
      if (code.mode === 'resign') return every((one) => one?.kind === 'person' && one.country === null && PRIVATE.has(one.sector)) && isOfFirm(coded.trigger, match);
      // "paramedics freed her from a fence"
      if (code.mode === 'release') return every((one) => one !== undefined && isDescribed(one) && RESCUERS.test(one.name));
      // "the suspect fled on foot"
      if (/^flee\b/.test(coded.entry.words) && every((one) => one?.kind === 'person' && OFF.has(one.sector))) return true;
      return GOING.test(coded.entry.words) && every(isCommoner) && recipients.every((one) => isCommoner(who(one)) || who(one)?.sector === 'COP');
    default:
      if (!DEALINGS.has(code.type)) return false;
      if (FEELING.test(coded.entry.words) && every(isPrivate)) return recipients.every((one) => who(one)?.kind !== 'state' && who(one)?.sector !== 'GOV');
      // "officers arrived in the area", "the airline flies to Velmar", "Tebbit visited Lorne in hospital"
      // "a delegation from Hamas arrived": whoever sends envoys
      if (code.mode === 'visit' && match.view.upos[coded.trigger] !== NOUN && every(isGuestless)) return !areSent(coded.agents, match);
      if (code.mode === 'visit' && recipients.length > 0 && every(isPrivate)) return recipients.every((one) => isPrivate(who(one)));
      // people who pay tribute are many as often as not
      // "teachers called off their strike": they give way
      if (code.type === 'CONCEDE' && !/regret|sorry|apolog|forg[ai]v|back down/.test(coded.entry.words)) return false;
      return code.type !== 'SUPPORT' && every(isCommoner) && recipients.every((one) => isCommoner(who(one)) || isPrivate(who(one)));
  }
} // biome-ignore format: one rule a line
