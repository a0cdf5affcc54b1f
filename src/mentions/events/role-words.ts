// The words by which roles are read: verbs of control, verbs without a passive, days, relatives.
import type { TokenView } from '../actors/token-view.ts';
/** Operators whose object does what the infinitive says: "urged Holt to halt", against "promised Holt to halt". */
export const SUBJECT_CONTROL: ReadonlySet<string> = new Set([
  'promise',
  'vow',
  'threaten',
  'pledge',
  'agree',
  'refuse',
  'offer',
  'swear',
  'decline',
  // "telephoned him to express condolences"
  'telephone',
  'phone',
  'visit',
  'meet',
  'contact',
]);
/** Verbs whose bare participle behind a subject is a past tense: headlines leave no auxiliary of theirs out, or nothing is done to anybody by them. */
export const ACTIVE: ReadonlySet<string> = new Set([
  'call', 'warn', 'vow', 'pledge', 'agree', 'promise', 'insist', 'appeal', 'explode', 'slam', 'crash', 'march', 'rally', 'protest', 'demonstrate', 'gather', 'surrender', 'resign',
  'retreat', 'flee', 'advance', 'arrive', 'clash', 'riot', 'shuttle', 'collaborate', 'cooperate', 'apologise', 'apologize', 'land', 'erupt', 'detonate', 'roll',
  'press', 'plead', 'lobby', 'petition', 'campaign', 'complain', 'object', 'react', 'respond', 'retaliate',
]); // biome-ignore format: one table
/** Verbs that nothing is done to by: a participle of theirs behind a noun is its past tense. */
export const INTRANSITIVE: ReadonlySet<string> = new Set([
  'confer',
  'rip',
  'explode',
  'erupt',
  'clash',
  'rally',
  'riot',
  'flee',
  'slam',
  'march',
  'retreat',
  'arrive',
  'protest',
  'demonstrate',
  'converge',
  'defect',
  'cross',
]);
export const PARTICLES: ReadonlySet<string> = new Set(['down', 'up', 'off']);
export const SAME: ReadonlySet<string> = new Set(['it', 'they', 'he', 'she', 'we', 'i']);
export const BEFORE_DAY: ReadonlySet<string> = new Set(['last', 'this', 'on', 'late', 'early', 'earlier']);
export const RELATIVES: ReadonlySet<string> = new Set(['who', 'which', 'that', 'whom', 'whose']);
/** What is put out, passed or signed and speaks for those who do so. */
const ISSUED: ReadonlySet<string> = new Set(
  'report statement letter resolution bill motion petition decree order lawsuit complaint tweet post message document note memo declaration communique law sign signs banner banners placard placards speech address interview sermon op-ed'.split(
    ' ',
  ),
);
export const isIssued = (word: string): boolean => ISSUED.has(word);
/** Words of time that stand behind a verb without a preposition. */
export const DAYS: ReadonlySet<string> = new Set(
  'monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight week month year night morning afternoon evening weekend time day days hours minute minutes second seconds decade decades january february march april may june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec jan. feb. mar. apr. aug. sept. oct. nov. dec. mon tue tues wed thu thur thurs fri sat sun'.split(
    ' ',
  ),
);
/** Whether a token is one: “March”, against “the march”. */
export const isDay = (token: number, { lower, text, start }: TokenView): boolean => {
  const word = lower[token] ?? '';
  return DAYS.has(word) && !(word === 'march' && text.startsWith('m', start[token]));
};
/** Participles that say whose a thing is. */
export const TIED: ReadonlySet<string> = new Set([
  'associated',
  'linked',
  'affiliated',
  'belonging',
  'connected',
  'tied',
  'aligned',
]);
/** Participles that say for whom a thing is. */
export const MEANT_FOR: ReadonlySet<string> = new Set(['intended', 'destined', 'meant', 'bound', 'earmarked']);
/** Those who are somebody's and not that one. */
const KIN: ReadonlySet<string> = new Set(
  'friend brother sister wife husband son daughter mother father cousin nephew niece uncle aunt widow relative roommate neighbour neighbor girlfriend boyfriend friends brothers sisters wives sons daughters relatives cousins parents'.split(
    ' ',
  ),
);
export const isKin = (word: string): boolean => KIN.has(word);
/** "The blast came a day after …": verbs that only place what happened beside something else. */
export const FOLLOWING: ReadonlySet<string> = new Set(['come', 'follow', 'happen', 'occur']);
export const FOLLOWED: ReadonlySet<string> = new Set(['after', 'before', 'as']);

/** Before a noun, what says that it is one told of or known. */
export const POINTING: ReadonlySet<string> = new Set(['the', 'this', 'that', 'these', 'those']);

/** Verbs with "against" before what they would not have done. */
const ADVISING: ReadonlySet<string> = new Set([
  'warn', 'caution', 'advise', 'counsel', 'argue', 'recommend', 'speak', 'campaign', 'guard', 'plead', 'lobby',
]); // biome-ignore format: one table
/** "Warned against": of a verb's lemma and the preposition behind it. */
export const isAdvice = (lemma: string, led: string): boolean => led === 'against' && ADVISING.has(lemma);
/** Pronouns that count some of those behind "of": "one of two men". */
export const COUNTED: ReadonlySet<string> = new Set([
  'one', 'some', 'many', 'most', 'all', 'both', 'several', 'none', 'others', 'few',
]); // biome-ignore format: one table

/** What one speaks by. */
export const isLine = (word: string): boolean => /^(?:tele)?phones?$|^(?:video|radio|e-?mail|letter)$/.test(word);
