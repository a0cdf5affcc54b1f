// A word that names an event and what it hangs from in, what the words above say of whether anybody did it out: "no evidence that he fired", "warned against arming them".
import { NOUN, REL, type TokenView, VERB } from '../actors/token-view.ts';
import type { Status } from './event.ts';
import { saysNone } from './none.ts';
import { isAdvice } from './role-words.ts';
import type { RoleReader } from './roles.ts';
import { NEGATIONS } from './undone.ts';

const RUMOURS = /^(?:reports?|claims?|allegations?|rumou?rs?|suggestions?|accusations?|charges?|speculation|notion)$/;
const DENIED: ReadonlySet<string> = new Set(['deny', 'dismiss', 'reject', 'refute', 'rebut', 'dispute']);
/** What nobody has, where there is none of it. */
export const DOUBTED: ReadonlySet<string> = new Set([
  'evidence', 'suggestion', 'indication', 'sign', 'signs', 'proof', 'hint', 'reports', 'risk', 'chance',
]); // biome-ignore format: one table
const SHOWN: ReadonlySet<string> = new Set([
  'evidence',
  'indication',
  'indications',
  'sign',
  'signs',
  'proof',
  'hint',
  'suggestion',
]);
/** What was done to somebody, whoever did it: of "charged with killing her" only who is not sure. */
const BODILY =
  /^(?:kill|murder|shoot|stab|assassinat|slay|strangl|behead|poison|kidnap|abduct|rap|beat|assault|wound|injur|execut|attack|gunn|fir|open|bomb|shell|massacr|slaughter)ing$/;
/** What somebody faces that has yet to come to them. */
const FACED: ReadonlySet<string> = new Set([
  'deportation', 'extradition', 'expulsion', 'eviction', 'execution', 'arrest', 'imprisonment', 'detention', 'dismissal', 'sanctions', 'punishment', 'attack', 'attacks',
]); // biome-ignore format: one table
/** Verbs with "of" before what somebody is found not to have done. */
const CLEARING: ReadonlySet<string> = new Set(['acquit', 'clear', 'absolve', 'exonerate', 'exculpate']);
/** Verbs with "of", "with" or "in" before what somebody is only thought to have done. */
export const SUSPECTING: ReadonlySet<string> = new Set(['suspect', 'accuse', 'charge', 'indict', 'implicate']);
const MEANT: ReadonlySet<string> = new Set([
  'plan',
  'plans',
  'intention',
  'intentions',
  'intent',
  'desire',
  'wish',
  'need',
]);

/** Verbs of telling: what nobody tells of themselves, nobody knows. */
const TELLING: ReadonlySet<string> = new Set([
  'say',
  'claim',
  'admit',
  'announce',
  'confirm',
  'acknowledge',
  'declare',
]);

/**
 * What `up`, from which `at` hangs by `link`, says of `at`; null for nothing. Ends the search upwards. `own` where `at`
 * is the word that names the event, and no verb that carries it.
 */
export function doubtAbove(
  at: number,
  up: number,
  link: number,
  own: boolean,
  view: TokenView,
  roles: RoleReader,
): Status | null {
  const { parsed } = roles;
  if (isClearedOf(at, up, link, view, roles)) return 'negated';
  if (isMatterOf(at, view, roles)) return 'hypothetical';
  if (view.upos[up] === NOUN)
    return isUnconfirmed(at, up, view, roles)
      ? 'hypothetical'
      : isBlocked(at, up, view, roles) || isRumour(at, up, view, roles) || isUnshown(at, up, link, view, roles)
        ? 'negated'
        : isThought(at, up, view)
          ? 'hypothetical'
          : null;
  if (view.upos[up] !== VERB) return null;
  const lemma = parsed.words.lemma(up);
  // "no group has said that it planted the bomb": nobody did
  if (link === REL.ccomp && TELLING.has(lemma)) {
    const subject = roles.clauses.subject[up] ?? -1;
    if (subject >= 0 && view.upos[subject] === NOUN && saysNone(subject, view, roles)) return 'hypothetical';
  }
  // "refused to say whether they had bombed it": nobody knows with that
  if (link === REL.ccomp && view.lower[roles.childBy(at, REL.mark)] === 'whether') return 'hypothetical';
  // "unconfirmed reports said"
  const told = link === REL.ccomp ? (roles.clauses.subject[up] ?? -1) : -1;
  if (told >= 0 && RUMOURS.test(view.lower[told] ?? '') && UNSURE.test(view.lower[roles.childBy(told, REL.amod)] ?? ''))
    return 'hypothetical';
  // "faces deportation"
  if (own && lemma === 'face' && link === REL.obj && FACED.has(view.lower[at] ?? '')) return 'hypothetical';
  const led = roles.caseOf(at);
  if (at > up && isAdvice(lemma, led)) return 'hypothetical';
  // "accused of carrying out the bombing": there was one
  const doing = own && view.tag(at) === 'VBG' && (link === REL.advcl || link === REL.obl || link === REL.acl);
  // "suspected of shelling it", "is accused of it"; whoever accuses makes a statement, to which the deed is tied
  if (
    doing &&
    SUSPECTING.has(lemma) &&
    !BODILY.test(view.lower[at] ?? '') &&
    (led === 'of' || led === 'with' || led === 'in')
  )
    return lemma === 'accuse' && (roles.clauses.subject[up] ?? -1) >= 0 ? null : 'hypothetical';
  // "neither confirmed nor denied striking it"
  if (lemma === 'deny' && (link === REL.xcomp || link === REL.ccomp || link === REL.obj || link === REL.advcl))
    return isNegated(up, roles) ? 'hypothetical' : null;
  // "denied allegations about an attack": hung from the verb
  if (own && link === REL.obl && at > up && (led === 'of' || led === 'about') && DENIED.has(lemma)) {
    const object = roles.clauses.object[up] ?? -1;
    if (object > up && object < at && RUMOURS.test(view.lower[object] ?? ''))
      return isNegated(up, roles) ? null : 'negated';
  }
  // "suspected of ordering the raid"
  if (view.tag(at) === 'VBG' && lemma === 'suspect' && led === 'of') return 'hypothetical';
  return null;
}

/** "Acquitted of killing nine", "not guilty of ordering the raid": what somebody was found not to have done. */
function isClearedOf(at: number, up: number, link: number, view: TokenView, roles: RoleReader): boolean {
  if (view.tag(at) !== 'VBG' || (link !== REL.advcl && link !== REL.obl && link !== REL.acl)) return false;
  const word = view.lower[up] ?? '';
  // "acquitted the general of killing", "cleared last year of killing": hung from what stands between
  const verb = view.upos[up] === VERB ? up : (view.head[up] ?? -1);
  if (verb >= 0 && view.upos[verb] === VERB && CLEARING.has(roles.parsed.words.lemma(verb)))
    return view.lower[at - 1] === 'of';
  if (word === 'innocent') return roles.caseOf(at) === 'of' && !isNegated(up, roles);
  return word === 'guilty' && isNegated(up, roles);
}

/** What those who talk or agree talk or agree about. */
const PAPERS: ReadonlySet<string> = new Set([
  'deal', 'agreement', 'accord', 'pact', 'plan', 'talk', 'negotiation', 'resolution', 'proposal', 'understanding', 'compromise', 'framework', 'vote', 'bill', 'discussion', 'consultation', 'treaty', 'memorandum', 'motion', 'debate', 'decision', 'consensus',
]); // biome-ignore format: one table

/** What is taught, or who knows it. */
const TAUGHT: ReadonlySet<string> = new Set([
  'training', 'expert', 'expertise', 'course', 'advice', 'workshop', 'instruction', 'lesson', 'guidance', 'specialist', 'experience', 'equipment',
]); // biome-ignore format: one table

/** "A deal on ending the raids", "talks about freeing them", "experts in clearing mines": what it is about has yet to be done. */
const isMatterOf = (at: number, view: TokenView, roles: RoleReader): boolean => {
  if (view.tag(at) !== 'VBG' || view.upos[at - 2] !== NOUN) return false;
  const led = view.lower[at - 1] ?? '';
  if (/^(?:on|about|over|for)$/.test(led) && PAPERS.has(roles.parsed.words.lemma(at - 2))) return true;
  return /^(?:on|in|for|at)$/.test(led) && TAUGHT.has(roles.parsed.words.lemma(at - 2));
};

const THOUGHTS =
  /^(?:speculation|rumou?rs?|suspicions?|fears?|possibility|prospect|danger|risk|chance|idea|assumption|theory)$/;

/** "Speculation that they had bombed it", "on the verge of ordering it": thought of, and nobody says that it was. */
const isThought = (at: number, noun: number, { lower, tag, relation }: TokenView): boolean =>
  noun < at &&
  ((lower[noun + 1] === 'that' && relation[at] === REL.acl && THOUGHTS.test(lower[noun] ?? '')) ||
    (tag(at) === 'VBG' && lower[at - 1] === 'of' && lower[noun - 1] === 'the' && lower[noun - 2] === 'on' && /^(?:point|verge|brink|cusp)$/.test(lower[noun] ?? ''))); // biome-ignore format: long condition

const UNSURE = /^(?:unconfirmed|unverified|unsubstantiated|uncorroborated)$/;
const CONFIRMING: ReadonlySet<string> = new Set(['confirm', 'verify', 'corroborate', 'substantiate']);

/** "Almost captured the town", "no longer attack it": an adverb before a verb that says it was not done. */
export const isShortOf = (adverb: number, { lower }: TokenView): boolean =>
  lower[adverb] === 'almost' ||
  lower[adverb] === 'nearly' ||
  (lower[adverb] === 'longer' && lower[adverb - 1] === 'no');

/** "Reports that the rebels had captured the town could not be confirmed". */
function isUnconfirmed(at: number, noun: number, view: TokenView, roles: RoleReader): boolean {
  if (view.lower[noun + 1] !== 'that' || view.relation[at] !== REL.acl || !RUMOURS.test(view.lower[noun] ?? ''))
    return false;
  const verb = view.head[noun] ?? -1;
  const shown = verb >= 0 && (view.relation[noun] === REL['nsubj:pass'] || view.relation[noun] === REL.obj);
  return shown && CONFIRMING.has(roles.parsed.words.lemma(verb)) && isNegated(verb, roles);
}

/** "Denied reports that they had agreed", "dismissed claims of an attack": what they say is not so. */
function isRumour(at: number, noun: number, view: TokenView, roles: RoleReader): boolean {
  if (!RUMOURS.test(view.lower[noun] ?? '')) return false;
  const led = view.upos[at] === NOUN && view.relation[at] === REL.nmod ? roles.caseOf(at) : '';
  const of = led === 'of' || led === 'about';
  if (view.lower[noun + 1] !== 'that' && !of) return false;
  // a clause of its own, against "reports that day of fighters leaving"
  if (view.tag(at) === 'VBG' && roles.childBy(at, REL.aux) < 0) return false;
  const verb = view.head[noun] ?? -1;
  if (verb < 0 || (view.relation[noun] !== REL.obj && !(of && view.relation[noun] === REL['nsubj:pass']))) return false;
  if (isNegated(verb, roles)) return false;
  return (
    DENIED.has(roles.parsed.words.lemma(verb)) ||
    (roles.parsed.words.lemma(verb) === 'throw' && view.lower[verb + 1] === 'out')
  );
}

/** What keeps a paper from being issued. */
const BLOCKING: ReadonlySet<string> = new Set(['block', 'veto', 'thwart', 'scuttle', 'torpedo', 'defeat', 'shelve']);

/** "Blocked a statement condemning the coup": nobody condemned it with that. */
function isBlocked(at: number, paper: number, view: TokenView, roles: RoleReader): boolean {
  const verb = view.head[paper] ?? -1;
  const link = view.relation[paper];
  return (
    verb >= 0 &&
    view.tag(at) === 'VBG' &&
    view.relation[at] === REL.acl &&
    (link === REL.obj || link === REL['nsubj:pass']) &&
    BLOCKING.has(roles.parsed.words.lemma(verb))
  );
}

/** "There is no evidence that they fired", "found no sign that", "has no plans to invade". */
function isUnshown(at: number, noun: number, link: number, view: TokenView, roles: RoleReader): boolean {
  if (link !== REL.acl && link !== REL.ccomp) return false;
  const word = view.lower[noun] ?? '';
  const meant = MEANT.has(word);
  if (!meant && !SHOWN.has(word)) return false;
  // "no evidence that", "no plans to": nothing between but what goes with it
  const mark = roles.childBy(at, REL.mark);
  if (view.lower[mark] !== (meant ? 'to' : 'that') || mark < noun) return false;
  if (view.lower[roles.childBy(noun, REL.det)] === 'no') return true;
  const verb = view.head[noun] ?? -1;
  return verb >= 0 && view.relation[noun] === REL.obj && view.upos[verb] === VERB && isNegated(verb, roles);
}

/** By "not" and the like, or "nor" of a pair: "neither confirmed nor denied". */
const isNegated = (verb: number, roles: RoleReader): boolean =>
  roles.isLedBy(verb, REL.advmod, NEGATIONS) || roles.isLedBy(verb, REL.cc, NEGATIONS);
