// A cue verb in; what stands to the right of it as what is said out: a clause, an infinitive, a noun phrase, whom it is about.
import { opensPhrase, phraseAfter } from '../actors/phrase.ts';
import { ADP, ADV, AUX, NOUN, PROPN, REL, type TokenView, VERB } from '../actors/token-view.ts';
import { skipCircumstances } from './circumstances.ts';
import type { Clauses } from './clauses.ts';
import { contentEnd, trimmed } from './content-edges.ts';
import type { Cue } from './cues.ts';
import type { Phrase, Range } from './utterance.ts';

const ASKING = new Set(['whether', 'if', 'how', 'what', 'why', 'when', 'where', 'who', 'which', 'whom', 'whose']);

export interface Right {
  readonly range: Range;
  readonly addressee: Phrase | null;
  readonly rule: string;
  readonly why: string;
}

function found(range: Range, addressee: Phrase | null, rule: string, why: string): Right | null {
  return range.to > range.from ? { range, addressee, rule: `statements/${rule}`, why } : null;
}

/** What stands to the right of a cue: a clause, an infinitive, a noun phrase, or what it is about. */
export function rightContent(
  view: TokenView,
  clauses: Clauses,
  verb: number,
  cue: Cue,
  passive: boolean,
): Right | null {
  const end = contentEnd(view, clauses, verb);
  let at = verb + 1;
  if (at >= end) return null;
  if (view.relation[at] === REL['compound:prt'] || (cue.lemma === 'point' && view.lower[at] === 'out')) at++;
  let that = thatAfter(view, at, end);
  let addressee: Phrase | null = null;
  if (
    cue.addresses &&
    !passive &&
    opensPhrase(view, at) &&
    !ASKING.has(view.lower[at] ?? '') &&
    view.lower[at] !== 'that'
  ) {
    const object = clauses.object[verb] ?? -1;
    const indirect = clauses.indirect[verb] ?? -1;
    const phrase = toldOnly(view, upTo(phraseAfter(view, at), indirect));
    const next = phrase ? (view.lower[phrase.to] ?? '') : '';
    if (
      phrase &&
      (cue.lemma === 'tell' ||
        (phrase.head === object && /^(?:to|that|about|of|not|,|:|if|whether|how|what)$/.test(next)) ||
        phrase.head === indirect ||
        /^(?:that|to|if|whether|:)$/.test(next))
    )
      addressee = phrase;
    // "told an invited crowd in the hall that": a participle in the phrase is no clause of its own
    if (addressee && that < 0) that = thatAfter(view, addressee.to, end);
  }
  if (passive && !cue.about && that < 0 && view.lower[at] !== 'as' && !cue.addresses) return null;
  if (cue.clause && that >= 0)
    return found(trimmed(view, { from: that + 1, to: end }), addressee, 'clause', 'a clause with “that” after the cue');
  if (addressee) at = addressee.to;
  const start = skipCircumstances(view, at, end);
  const opener = view.lower[start] ?? '';
  if (ASKING.has(opener) && cue.clause)
    return found(
      trimmed(view, { from: start, to: end }),
      addressee,
      'clause',
      'a question or relative clause after the cue',
    );
  if (opener === 'to' && cue.infinitive) {
    const from = addressee ? addressee.from : start;
    return found(trimmed(view, { from, to: end }), addressee, 'infinitive', 'an infinitive after the cue');
  }
  if (opener === 'not' && view.lower[start + 1] === 'to' && cue.infinitive)
    return found(
      trimmed(view, { from: addressee ? addressee.from : start, to: end }),
      addressee,
      'infinitive',
      'an infinitive after the cue',
    );
  for (const preposition of cue.prepositions) {
    if (opener === preposition || (view.lower[at] === preposition && at < end)) {
      const from = (opener === preposition ? start : at) + 1;
      if (preposition === 'on' && !addressee) {
        const called = phraseAfter(view, from);
        if (called && view.lower[called.to] === 'to') addressee = called;
      }
      return found(trimmed(view, { from, to: end }), addressee, 'preposition', `the words after “${preposition}”`);
    }
  }
  const complement = clauses.complement[verb] ?? -1;
  const object = clauses.object[verb] ?? -1;
  // "posted one-sided news and presented views": an object with no clause below the verb is what is said.
  const bare = complement < 0 && object >= start && cue.noun && cue.lemma !== 'say';
  if (cue.clause && !passive && start < end && !bare) {
    const clause = complement > verb ? complement : finiteAfter(view, start, end);
    if (clause >= 0 && opensClause(view, start, clause))
      return found(
        trimmed(view, { from: withoutThat(view, start), to: end }),
        addressee,
        'clause',
        'a clause after the cue',
      );
  }
  if (cue.about && !passive && opensPhrase(view, start))
    return found(
      trimmed(view, { from: start, to: phraseOnly(view, start, quotedEnd(view, start, end)) }),
      addressee,
      'about',
      'whom or what the cue is about',
    );
  if (cue.noun && !passive && (opensPhrase(view, start) || view.tag(start) === 'VBG' || view.quoteAt[start] !== -1))
    return found(
      trimmed(view, { from: start, to: phraseOnly(view, start, end) }),
      addressee,
      'noun',
      'a noun phrase after the cue',
    );
  if (view.quoteAt[start] !== -1 && (cue.quotes || cue.clause || cue.about))
    return found(trimmed(view, { from: start, to: end }), addressee, 'clause', 'quoted words after the cue');
  return null;
}

/** "told local media Kern’s house …": where the tree says who is told, the phrase ends there. */
const upTo = (phrase: Phrase | null, head: number): Phrase | null =>
  phrase && head >= phrase.from && head < phrase.head ? { from: phrase.from, to: head + 1, head } : phrase;

/** The same by the words: a verb right behind the phrase wants its subject, so a name after a common noun is that. */
function toldOnly(view: TokenView, phrase: Phrase | null): Phrase | null {
  if (!phrase || (view.upos[phrase.to] !== VERB && view.upos[phrase.to] !== AUX)) return phrase;
  for (let k = phrase.from; k < phrase.head; k++)
    if (view.upos[k] === NOUN && view.upos[k + 1] === PROPN) return { from: phrase.from, to: k + 1, head: k };
  return phrase;
}

/** "said on Tuesday that 14 people …": the joining word is no word said, unless it is what acts ("that is wrong"). */
function withoutThat(view: TokenView, start: number): number {
  const next = view.upos[start + 1];
  return view.lower[start] === 'that' && next !== VERB && next !== AUX && next !== ADV ? start + 1 : start;
}

/**
 * What a cue names ends where its own clause goes on: "praised the deal but also …", "dismissed it, and left", "described
 * the pact as dead in an interview", "endorsed Kern on Thursday".
 */
function phraseOnly(view: TokenView, start: number, end: number): number {
  for (let i = start + 1; i < end; i++) {
    if (view.quoteAt[i] !== -1) continue;
    const word = view.lower[i] ?? '';
    const next = view.lower[i + 1] ?? '';
    if (word === ',' && /^(?:but|and)$/.test(next) && finiteSoon(view, i + 2, end)) return i;
    if (/^(?:but|and)$/.test(word) && finiteSoon(view, i + 1, end)) return i;
    if (/^(?:in|on|at|during)$/.test(word) && skipCircumstances(view, i, end) > i && circumstance(view, i, end))
      return i;
  }
  return end;
}

/** A past tense right behind, past adverbs: the reporter goes on to tell what was done. */
function finiteSoon(view: TokenView, at: number, end: number): boolean {
  let i = at;
  while (i < end && view.upos[i] === ADV) i++;
  return i < end && view.tag(i) === 'VBD' && view.quoteAt[i] === -1;
}

/** "on Thursday", "in an interview": words of when and where it was said, at the end of the clause. */
function circumstance(view: TokenView, i: number, end: number): boolean {
  for (let k = i + 1; k < Math.min(end, i + 6); k++)
    if (
      /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|interview|statement|speech|tweet|letter|article|address|post|news|press)$/.test(
        view.lower[k] ?? '',
      )
    )
      return true;
  return false;
}

/** What a thing is called ends with the quotation that calls it so: "him a “dictator” in earlier remarks". */
function quotedEnd(view: TokenView, start: number, end: number): number {
  for (let i = end - 1; i > start; i--) {
    if (view.quoteAt[i] === -1) continue;
    return /^(?:amid|in|at|on|during|after|before|while|as|over|when)$/.test(view.lower[i + 1] ?? '') ? i + 1 : end;
  }
  return end;
}

/** The "that" that opens the clause of a cue: nothing but its circumstances before it; -1 if there is none. */
function thatAfter(view: TokenView, at: number, end: number): number {
  for (let i = at; i < end && i < at + 18; i++) {
    if (view.quoteAt[i] !== -1) return -1;
    if (
      view.lower[i] === 'that' &&
      view.relation[i] !== REL.det &&
      view.relation[i] !== REL.nsubj &&
      view.relation[i] !== REL.obj
    )
      return i;
    if (view.upos[i] === VERB && !(view.lower[i] ?? '').endsWith('ing')) return -1;
    if (view.upos[i] === AUX) return -1;
  }
  return -1;
}

function finiteAfter(view: TokenView, start: number, end: number): number {
  for (let i = start; i < end; i++) {
    if (view.upos[i] === AUX) return i;
    if (view.upos[i] === VERB && view.lower[i - 1] !== 'to') {
      const tag = view.tag(i);
      if (tag === '' || tag === 'VBD' || tag === 'VBZ' || tag === 'VBP' || tag === 'MD') return i;
    }
  }
  return -1;
}

/** A clause begins with its subject: a noun phrase, "there", a gerund, or an adverbial with a comma. */
function opensClause(view: TokenView, start: number, clause: number): boolean {
  if (clause === start) return (view.lower[start] ?? '').endsWith('ing');
  return (
    opensPhrase(view, start) ||
    view.upos[start] === ADV ||
    view.upos[start] === VERB ||
    view.upos[start] === ADP ||
    view.quoteAt[start] !== -1 ||
    view.lower[start] === 'there' ||
    /^(?:although|while|because|when|as|even|if|neither|either|both)$/.test(view.lower[start] ?? '')
  );
}
