// A cue verb in, the phrase of who speaks out: from the tree where it gives one, else from the words beside the verb.
import { isNominal, opensPhrase, phraseAfter, phraseBefore, phraseOf } from '../actors/phrase.ts';
import { ADV, AUX, DET, PART, PRON, PROPN, PUNCT, REL, type TokenView, VERB } from '../actors/token-view.ts';
import type { Clauses } from './clauses.ts';
import { cueForms } from './cues.ts';
import type { Phrase } from './utterance.ts';

const RELATIVE = new Set(['who', 'which', 'that']);

/** Whether everything between a verb and `i` to its left is adverbs and auxiliaries: "has repeatedly not said". */
export function groupStart(view: TokenView, verb: number): number {
  let i = verb;
  while (i > 0 && view.sentence[i - 1] === view.sentence[verb]) {
    const upos = view.upos[i - 1];
    if (upos === AUX || upos === ADV || (upos === PART && view.lower[i - 1] !== "'s" && view.lower[i - 1] !== '’s'))
      i--;
    else break;
  }
  return i;
}

/** The phrase right before a verb group, stepping over "…, a farmer, said" and "…, who lives there, said". */
export function speakerBefore(view: TokenView, verb: number): Phrase | null {
  let at = beforeAside(view, groupStart(view, verb));
  if (at > 0 && view.lower[at - 1] === ',' && view.sentence[at - 1] === view.sentence[verb]) {
    // An apposition or a relative clause between commas: its subject stands before the first of them.
    for (let i = at - 2, steps = 0; i > 0 && steps < 25 && view.sentence[i] === view.sentence[verb]; i--, steps++) {
      if (view.lower[i] === ',' && isNominal(view, i - 1)) {
        at = i;
        break;
      }
      if (view.upos[i] === PUNCT && view.lower[i] !== ',' && view.lower[i] !== '-' && view.lower[i] !== '.') break;
    }
  }
  const phrase = phraseBefore(view, at);
  // "Kern this week also said": a day or a week between the name and its verb
  if (phrase && TIME.test(view.lower[phrase.head] ?? '') && !/^['’]s?$/.test(view.lower[phrase.to] ?? ''))
    return phraseBefore(view, phrase.from) ?? phrase;
  return phrase ? belongingTo(view, phrase) : null;
}

/** "Nikki Holland of the crime agency said": who belongs to the body speaks; the body where what stands before is nobody. */
function belongingTo(view: TokenView, phrase: Phrase): Phrase {
  if (!/^(?:of|from|at|with|for)$/.test(view.lower[phrase.from - 1] ?? '')) return phrase;
  const before = phraseBefore(view, phrase.from - 1);
  if (!before) return phrase;
  return view.upos[before.head] === PROPN && view.upos[before.head - 1] === PROPN && before.to - before.from <= 6
    ? before
    : phrase;
}

/** Where a name ends that a bracket follows: "Dana Ortiz (D-Ore.) said", "the Tarn Bank (TB) says". */
export function beforeAside(view: TokenView, at: number): number {
  if (view.lower[at - 1] !== ')') return at;
  for (let i = at - 2; i > 0 && at - i < 14 && view.sentence[i] === view.sentence[at - 1]; i--)
    if (view.lower[i] === '(') return isNominal(view, i - 1) ? i : at;
  return at;
}

/** Whether the words right after a verb are its subject: "said Petrov", "according to …". */
export function speakerAfter(view: TokenView, verb: number): Phrase | null {
  const at = verb + 1;
  if (at >= view.length || view.sentence[at] !== view.sentence[verb] || !opensPhrase(view, at)) return null;
  // "said one of two witnesses", "said some of them"
  if (
    view.lower[at + 1] === 'of' &&
    /^(?:one|two|three|some|many|most|several|both|each|none)$/.test(view.lower[at] ?? '')
  ) {
    const whole = phraseAfter(view, at + 2);
    return whole ? { from: at, to: whole.to, head: whole.head } : { from: at, to: at + 1, head: at };
  }
  return phraseAfter(view, at);
}

const TIME =
  /^(?:days?|weeks?|months?|years?|hours?|minutes?|mornings?|evenings?|nights?|weekends?|decades?|centur(?:y|ies)|today|yesterday|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|afternoons?)$/;

function usable(view: TokenView, head: number, verb: number): boolean {
  return (
    head >= 0 &&
    head !== verb &&
    view.lower[head] !== 'there' &&
    // "four days after both sides had pledged": a length of time says nothing
    !TIME.test(view.lower[head] ?? '') &&
    view.sentence[head] === view.sentence[verb] &&
    view.quoteAt[head] === view.quoteAt[verb] &&
    (isNominal(view, head) || view.upos[head] === DET || /^\p{Lu}/u.test(view.text.charAt(view.start[head] ?? 0)))
  );
}

function widened(view: TokenView, head: number): Phrase {
  const word = view.lower[head] ?? '';
  if (view.upos[head] === PRON && RELATIVE.has(word)) return { from: head, to: head + 1, head };
  const phrase = phraseOf(view, head);
  return phrase;
}

/** Who says what the verb says, from the tree: subject, agent of a passive, subject of the verb it hangs from; null if none. */
export function speakerInTree(view: TokenView, clauses: Clauses, verb: number): Phrase | null {
  let at = verb;
  for (let steps = 0; steps < 6 && at >= 0; steps++) {
    const agent = clauses.agent[at] ?? -1;
    const passive = clauses.passive[at] ?? -1;
    if (passive >= 0 && at === verb) {
      if (!isPassive(view, clauses, verb)) return usable(view, passive, verb) ? widened(view, passive) : null;
      return usable(view, agent, verb) ? widened(view, agent) : null;
    }
    const subject = clauses.subject[at] ?? -1;
    if (usable(view, subject, verb)) return widened(view, subject);
    if (at !== verb && usable(view, passive, verb)) return widened(view, passive);
    const relation = view.relation[at];
    const up = view.head[at] ?? -1;
    if (up < 0) return null;
    if (relation === REL.acl || relation === REL['acl:relcl'])
      return isNominal(view, up) && view.lower[up] !== 'what' ? widened(view, up) : null;
    if (relation === REL.xcomp) {
      // "asked Petrov to say": whoever is asked speaks; "wanted to say": whoever wants.
      const object = clauses.object[up] ?? -1;
      if (usable(view, object, verb) && object < verb) return widened(view, object);
    } else if (
      relation !== REL.conj &&
      relation !== REL.advcl &&
      relation !== REL.parataxis &&
      relation !== REL.ccomp &&
      relation !== REL.dep &&
      relation !== REL.obl
    )
      return null;
    if (relation === REL.ccomp && at !== verb) return null;
    at = up;
  }
  return null;
}

/** "Fars reported on Monday that", "aides insisted in June that": right after a noun and before a "that" a past form tells, whatever its tag. */
export function tellsThat(view: TokenView, verb: number): boolean {
  if (!isNominal(view, verb - 1) || view.sentence[verb - 1] !== view.sentence[verb]) return false;
  if (/^(?:spoken|written|sworn)$/.test(view.lower[verb] ?? '') || !cueForms().get(view.lower[verb] ?? '')?.clause)
    return false;
  for (let i = verb + 1; i < view.length && i < verb + 10 && view.sentence[i] === view.sentence[verb]; i++) {
    if (view.lower[i] === 'that') return view.upos[i + 1] !== VERB && view.upos[i + 1] !== AUX;
    if (view.upos[i] === VERB || view.upos[i] === AUX || view.upos[i] === PUNCT || view.quoteAt[i] !== -1) return false;
  }
  return false;
}

/** Whether the verb is passive: "was told", "is quoted as". A past form without "be" before it is a past tense, whatever its tag. */
export function isPassive(view: TokenView, clauses: Clauses, verb: number): boolean {
  if ((view.lower[verb] ?? '').endsWith('ing')) return false;
  for (let i = verb - 1; i >= 0 && verb - i <= 4; i--) {
    const aux = view.upos[i] === AUX ? (view.lower[i] ?? '') : '';
    // "he’s said": nobody is said
    if (
      /^['’]s$/.test(aux) &&
      /^(?:said|vowed|pledged|insisted|argued|promised|suggested)$/.test(view.lower[verb] ?? '')
    )
      return false;
    if (aux) return /^(?:be|is|are|was|were|been|being|get|got|'s|’s)$/.test(aux);
    if (view.upos[i] !== ADV && view.upos[i] !== PART) break;
  }
  if (tellsThat(view, verb)) return false;
  const subject = (clauses.subject[verb] ?? -1) >= 0 || (clauses.passive[verb] ?? -1) >= 0;
  return view.tag(verb) === 'VBN' && !subject && groupStart(view, verb) === verb && joinedCue(view, verb) < 0;
}

/** "Following talks in the capital, Anna Kern said": a name or pronoun that opens its clause right before the verb. */
function besideVerb(view: TokenView, verb: number): Phrase | null {
  const phrase = phraseBefore(view, beforeAside(view, groupStart(view, verb)));
  if (!phrase) return null;
  const word = view.lower[phrase.head] ?? '';
  if (view.upos[phrase.head] !== PROPN && !/^(?:he|she|they|it|i|we)$/.test(word)) return null;
  const before = view.lower[phrase.from - 1] ?? '';
  const opens =
    before === ',' ||
    view.sentence[phrase.from - 1] !== view.sentence[verb] ||
    view.quoteAt[phrase.from - 1] !== view.quoteAt[phrase.from];
  return opens ? phrase : null;
}

/** "…, saying" at the end of a clause: who does what the sentence mainly tells, however the tree hangs the participle. */
function trailingParticiple(view: TokenView, clauses: Clauses, verb: number): Phrase | null {
  if (!(view.lower[verb] ?? '').endsWith('ing') || groupStart(view, verb) !== verb) return null;
  let before = verb - 1;
  if (view.lower[before] === 'and' || view.upos[before] === ADV) before--;
  if (view.lower[before] !== ',') return null;
  for (let at = view.head[verb] ?? -1, steps = 0; at >= 0 && steps < 12; at = view.head[at] ?? -1, steps++) {
    const relation = view.relation[at];
    if (at > verb) return null;
    const main =
      relation === REL.root || relation === REL.parataxis || relation === REL.conj || relation === REL['acl:relcl'];
    const close = main ? besideVerb(view, at) : null;
    if (close) return close;
    const subject = clauses.subject[at] ?? clauses.passive[at] ?? -1;
    if (main && usable(view, subject, verb)) return widened(view, subject);
    if (relation === REL['acl:relcl']) return null;
  }
  return null;
}

/**
 * "confirmed that talks were planned and emphasized …": a finite cue right after "and" with no subject of its own goes
 * with the cue before it, where the verb nearer by cannot be what it is joined to. The earlier cue or -1.
 */
export function joinedCue(view: TokenView, verb: number): number {
  const start = groupStart(view, verb);
  if (start !== verb && view.upos[start] === AUX) return -1;
  if (!/^(?:and|but)$/.test(view.lower[start - 1] ?? '')) return -1;
  const tag = view.tag(verb);
  if (tag !== 'VBD' && tag !== 'VBZ' && tag !== 'VBN') return -1;
  const forms = cueForms();
  const present = (view.lower[verb] ?? '').endsWith('s') && tag === 'VBZ';
  const head = view.relation[verb] === REL.conj ? (view.head[verb] ?? -1) : -1;
  for (let i = start - 2; i >= 0 && view.sentence[i] === view.sentence[verb]; i--) {
    if (view.quoteAt[i] !== -1 || view.upos[i] !== VERB) continue;
    const word = view.lower[i] ?? '';
    const own = view.tag(i);
    if (forms.has(word) && (present ? own === 'VBZ' : own === 'VBD') && groupStart(view, i) === i) return i;
    // The tree joins it to a plain past verb inside what is reported: "said he went and told".
    if (i === head && own === 'VBD' && !present) return -1;
  }
  return -1;
}

const WHERE = /^(?:around|at|in|into|through|near|outside|along|across|past|down|up|to|towards?|over)$/;

/** Who speaks, for a verb in the reporter's own clause. */
export function speakerOf(view: TokenView, clauses: Clauses, verb: number): Phrase | null {
  const group = groupStart(view, verb);
  const named = beforeAside(view, group);
  if (named < group) {
    const phrase = phraseBefore(view, named);
    return phrase ? belongingTo(view, phrase) : null;
  }
  // "footage of Kern saying": the name right before a participle
  if (group === verb && (view.lower[verb] ?? '').endsWith('ing') && view.upos[verb - 1] === PROPN) {
    const phrase = phraseBefore(view, verb);
    // "marched around the Tarn Square chanting": where they did
    if (phrase && !WHERE.test(view.lower[phrase.from - 1] ?? '')) return phrase;
  }
  if (view.analysed) {
    const trailing = trailingParticiple(view, clauses, verb);
    if (trailing) return trailing;
    const shared = joinedCue(view, verb);
    if (shared >= 0) return speakerOf(view, clauses, shared);
    const inTree = speakerInTree(view, clauses, verb);
    const close = besideVerb(view, verb);
    if (close && inTree && inTree.head !== close.head && inTree.head < close.from) return close;
    if (inTree && inTree.head > verb && (clauses.subject[verb] ?? -1) !== inTree.head) {
      const beside = speakerBefore(view, verb);
      if (beside) return beside;
    }
    if (inTree) return inTree;
    if (isPassive(view, clauses, verb)) return null;
  }
  const participle = (view.lower[verb] ?? '').endsWith('ing') && groupStart(view, verb) === verb;
  const before = participle
    ? view.lower[verb - 1] === ','
      ? null
      : phraseBefore(view, verb)
    : speakerBefore(view, verb);
  if (before) return before;
  // "…, saying", "and added": the subject of the nearest verb before it.
  for (let i = verb - 1; i > 0 && view.sentence[i] === view.sentence[verb]; i--) {
    if (view.upos[i] === VERB && view.upos[i - 1] !== PART) {
      const phrase = speakerBefore(view, i);
      if (phrase && view.upos[phrase.head] !== PUNCT) return phrase;
    }
  }
  return null;
}
