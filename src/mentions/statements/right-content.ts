// A cue verb in; what stands to the right of it as what is said out: a clause, an infinitive, a noun phrase, whom it is about.
import { isNominal, opensPhrase, phraseAfter, phraseBefore, phraseOf } from '../actors/phrase.ts';
import { ADP, ADV, AUX, DET, NOUN, NUM, PRON, PROPN, REL, type TokenView, VERB } from '../actors/token-view.ts';
import { skipCircumstances } from './circumstances.ts';
import type { Clauses } from './clauses.ts';
import { contentEnd, trimmed } from './content-edges.ts';
import type { Cue } from './cues.ts';
import { groupStart } from './speakers.ts';
import { spokenBlockEnd } from './spoken-block.ts';
import type { Phrase, Range } from './utterance.ts';

const ASKING = new Set(['whether', 'if', 'how', 'what', 'why', 'when', 'where', 'who', 'which', 'whom', 'whose']);

export interface Right {
  readonly range: Range;
  readonly addressee: Phrase | null;
  /** Of a passive: whom or what it is about, said before the verb. */
  readonly subject?: Range;
  /** Of a passive: who says it, after "by". */
  readonly agent?: Phrase;
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
  const colon = passive || !(cue.quotes || cue.clause) ? -1 : colonAfter(view, verb);
  if (colon > 0) return found(afterColon(view, colon), null, 'colon', 'the words after a cue and a colon');
  if (passive) {
    const told = passiveContent(view, clauses, verb, cue);
    if (told) return told;
  }
  const end = contentEnd(view, clauses, verb);
  let at = verb + 1;
  if (at >= end) return null;
  if (cue.lemma === 'point' && view.lower[at] !== 'out' && view.lower[at] !== 'to') return null;
  // what is called off, up or back, and who is ordered in, is not said; "called out the junta" blames it
  const moved =
    view.relation[at] === REL['compound:prt'] && view.lower[at] !== 'out' && !cue.lemma.endsWith(` ${view.lower[at]}`);
  if (
    view.relation[at] === REL['compound:prt'] ||
    (cue.lemma === 'point' && view.lower[at] === 'out') ||
    cue.lemma.endsWith(` ${view.lower[at]}`)
  )
    at++;
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
  if (/^(?:of|with|by)$/.test(opener) && !cue.prepositions.includes(opener)) return null;
  // "Kestrian claims about the port refuted": a noun taken for a verb; that "about 20 fled" may be claimed
  if (cue.lemma === 'claim' && opener === 'about' && view.upos[start + 1] !== NUM) return null;
  if (/^(?:when|where|as|after|before|while)$/.test(opener) && !asks(view, verb, cue)) return null;
  if (ASKING.has(opener) && cue.clause)
    return found(
      trimmed(view, { from: start, to: end }),
      addressee,
      'clause',
      'a question or relative clause after the cue',
    );
  // "agreed to the truce" names it, "agreed to talk" is to do
  if (opener === 'to' && cue.infinitive && !(cue.prepositions.includes('to') && opensPhrase(view, start + 1))) {
    const from = addressee ? addressee.from : start;
    return found(
      trimmed(view, { from, to: phraseOnly(view, start, end) }),
      addressee,
      'infinitive',
      'an infinitive after the cue',
    );
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
      // "83 were admitted to hospital": nobody admits anything
      if (cue.lemma === 'admit' && isWard(view, from)) return null;
      if (preposition === 'on' && !addressee) {
        const called = phraseAfter(view, from);
        if (called && view.lower[called.to] === 'to') addressee = called;
      }
      return found(
        trimmed(view, { from, to: phraseOnly(view, from, end) }),
        addressee,
        'preposition',
        `the words after “${preposition}”`,
      );
    }
  }
  const complement = clauses.complement[verb] ?? -1;
  const object = clauses.object[verb] ?? -1;
  // "posted one-sided news and presented views": an object with no clause below the verb is what is said.
  // "reported Kern, the mayor, left": a finite verb behind the object makes a clause of it
  const finite = cue.clause && object >= start ? finiteAfter(view, start, end, false) : -1;
  const bare =
    complement < 0 &&
    object >= start &&
    cue.noun &&
    cue.lemma !== 'say' &&
    (finite < 0 || subordinate(view, start, finite));
  if (cue.clause && !cue.thatOnly && !passive && start < end && !bare) {
    const clause = complement > verb ? complement : finiteAfter(view, start, end, !cue.noun);
    const parted = complement > verb || !cue.noun ? false : subordinate(view, start, clause);
    const relative = relativeBefore(view, verb, start);
    if (clause >= 0 && !parted && (relative > 0 || opensClause(view, start, clause)))
      return found(
        trimmed(view, { from: withoutThat(view, start), to: relative > 0 ? closed(view, relative, verb, end) : end }),
        addressee,
        'clause',
        'a clause after the cue',
      );
  }
  if (moved && !cue.clause) return null;
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

const isWard = (view: TokenView, at: number): boolean =>
  /^(?:hospitals?|clinics?|intensive|wards?)$/.test(
    view.lower[opensPhrase(view, at) && view.upos[at] === DET ? at + 1 : at] ?? '',
  );

/** The colon after "added:", "wrote on the network:": only circumstances between; -1 if there is none or a quotation follows. */
function colonAfter(view: TokenView, verb: number): number {
  for (let i = verb + 1; i < view.length && i < verb + 14 && view.paragraph[i] === view.paragraph[verb]; i++) {
    if (view.lower[i] === ':') {
      const next = i + 1;
      if (next >= view.length || view.quoteAt[next] !== -1) return -1;
      if (view.paragraph[next] !== view.paragraph[verb] && spokenBlockEnd(view, next) < 0) return -1;
      return /^\p{Lu}/u.test(view.text.charAt(view.start[next] ?? 0)) ? i : -1;
    }
    if (view.quoteAt[i] !== -1 || view.upos[i] === VERB || view.upos[i] === AUX || /^[,.;]$/.test(view.lower[i] ?? ''))
      return -1;
    if (view.lower[i] === 'that') return -1;
  }
  return -1;
}

/** What stands after a colon goes on to the end of its paragraph, or to a quotation that has a cue of its own; behind a colon that ends its paragraph it is the paragraphs in the first person. */
function afterColon(view: TokenView, colon: number): Range {
  if (view.paragraph[colon + 1] !== view.paragraph[colon])
    return { from: colon + 1, to: spokenBlockEnd(view, colon + 1) };
  let to = colon + 1;
  // bounded, so that a text of nothing but cues and colons is read in its length
  const limit = Math.min(view.length, colon + 500);
  while (to < limit && view.paragraph[to] === view.paragraph[colon] && view.quoteAt[to] === -1) to++;
  return { from: colon + 1, to };
}

/** "was accused of fraud", "were condemned by the bishops": whom it is about stands before the verb. */
function passiveContent(view: TokenView, clauses: Clauses, verb: number, cue: Cue): Right | null {
  const head = clauses.passive[verb] ?? clauses.subject[verb] ?? -1;
  const at = skipAdverbs(view, verb + 1);
  const opener = view.lower[at] ?? '';
  const relative = head >= 0 && /^(?:who|which|that)$/.test(view.lower[head] ?? '');
  const told = head >= 0 && head < verb && view.sentence[head] === view.sentence[verb] ? phraseOf(view, head) : null;
  if (!told || view.quoteAt[told.from] !== -1 || view.upos[told.head] === PRON) {
    if (!cue.about || !told || opener === 'by') return null;
  }
  if (opener === 'by' && (cue.about || cue.noun || cue.clause) && !cue.addresses) {
    const agent = phraseAfter(view, at + 1);
    if (!agent) return null;
    return {
      range: { from: told.from, to: told.to },
      addressee: null,
      agent,
      rule: 'statements/passive',
      why: 'what is said or judged stands before a passive, who does it after “by”',
    };
  }
  if (!cue.about || !/^(?:accuse|criticise|describe)$/.test(cue.act)) return null;
  if (!/^(?:of|for|as|over)$/.test(opener)) return null;
  let to = phraseOnly(view, at + 1, contentEnd(view, clauses, verb));
  // "was identified as a sailor by the spokesman"
  let agent: Phrase | null = null;
  if (opener === 'as')
    for (let i = at + 2; i < to && !agent; i++)
      if (view.lower[i] === 'by') {
        agent = phraseAfter(view, i + 1);
        if (agent) to = i;
      }
  const range = trimmed(view, { from: at + 1, to });
  if (range.to - range.from < 1) return null;
  return {
    range,
    ...(relative ? {} : { subject: { from: told.from, to: told.to } }),
    ...(agent ? { agent } : {}),
    addressee: null,
    rule: 'statements/passive',
    why: `the words after “${opener}” of a passive`,
  };
}

function skipAdverbs(view: TokenView, at: number): number {
  let i = at;
  while (view.upos[i] === ADV && view.sentence[i] === view.sentence[at]) i++;
  return i;
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
    if (view.quoteAt[i] !== -1 || joinsParticiple(view, start, i)) continue;
    const word = view.lower[i] ?? '';
    const next = view.lower[i + 1] ?? '';
    if (word === ',' || word === '-' || word === '–' || word === '—' || word === '--') {
      if (word !== ',' && view.end[i - 1] === view.start[i]) continue;
      if (LEAVES.test(next)) return i;
      if (/^(?:but|and|yet)$/.test(next) && (finiteSoon(view, i + 2, end) || clauseSoon(view, i + 2, end))) return i;
      if (view.tag(i + 1) === 'VBG' && view.upos[i + 1] === VERB && !listed(view, i + 1) && !goesOn(view, start, i + 1))
        return i;
    } else if (/^(?:but|and|yet)$/.test(word) && finiteSoon(view, i + 1, end)) return i;
    else if (/^(?:because|when|while|although|though|whereas)$/.test(word) && i > start + 1) return i;
    else if (/^(?:after|before|as)$/.test(word) && i > start + 1 && clauseSoon(view, i + 1, end)) return i;
    else if (
      /^(?:in|on|at|during)$/.test(word) &&
      circumstance(view, i, end) &&
      (skipCircumstances(view, i, end) > i || phraseAfter(view, i + 1)?.to === end)
    )
      return i;
  }
  return end;
}

/** "To have killed 19 soldiers and captured eight": the auxiliary goes on. */
const joinsParticiple = (view: TokenView, start: number, i: number): boolean =>
  view.lower[i] === 'and' &&
  view.lower[start] === 'to' &&
  view.lower[start + 1] === 'have' &&
  view.upos[i + 1] === VERB &&
  view.relation[i + 1] === REL.conj &&
  (view.head[i + 1] ?? -1) > start;

/** "Executions, looting and rape": a gerund in a list of nouns. */
const listed = (view: TokenView, i: number): boolean =>
  isNominal(view, i - 2) && /^(?:,|and|or)$/.test(view.lower[i + 1] ?? '') && view.upos[i + 2] === NOUN;

/** "Looting shops, killing guards and shelling towns": one of a list of gerunds that began within. */
const goesOn = (view: TokenView, start: number, i: number): boolean =>
  view.relation[i] === REL.conj && (view.head[i] ?? -1) >= start && view.tag(view.head[i] ?? -1) === 'VBG';

/** After a comma these begin what the reporter adds to the thing named. */
const LEAVES =
  /^(?:which|who|whom|whose|where|when|while|although|though|because|since|as|after|before|even|despite|amid|whereas|citing|if)$/;

/** A subject and its verb right behind: a clause of its own. */
function clauseSoon(view: TokenView, at: number, end: number): boolean {
  const phrase = phraseAfter(view, at);
  if (!phrase || phrase.to >= end) return false;
  let i = phrase.to;
  while (i < end && view.upos[i] === ADV) i++;
  return view.upos[i] === AUX || FINITE.test(view.tag(i));
}

const FINITE = /^(?:VBD|VBZ|VBP|MD)$/;

/** A past tense right behind, past adverbs: the reporter goes on to tell what was done. */
function finiteSoon(view: TokenView, at: number, end: number): boolean {
  let i = at;
  while (i < end && view.upos[i] === ADV) i++;
  return i < end && (FINITE.test(view.tag(i)) || view.upos[i] === AUX) && view.quoteAt[i] === -1;
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

/** What can only follow the joining "that": "claimed that the", "said that he". */
const joins = (view: TokenView, i: number): boolean =>
  view.upos[i] === DET || view.upos[i] === PRON || view.quoteAt[i] !== -1 || view.lower[i] === 'there';

/** The "that" that opens the clause of a cue: nothing but its circumstances before it; -1 if there is none. */
function thatAfter(view: TokenView, at: number, end: number): number {
  for (let i = at; i < end && i < at + 18; i++) {
    if (view.quoteAt[i] !== -1) return -1;
    if (
      view.lower[i] === 'that' &&
      ((view.relation[i] !== REL.det && view.relation[i] !== REL.nsubj && view.relation[i] !== REL.obj) ||
        joins(view, i + 1))
    )
      return i;
    if (view.upos[i] === VERB && !(view.lower[i] ?? '').endsWith('ing')) return -1;
    if (view.upos[i] === AUX) return -1;
  }
  return -1;
}

function finiteAfter(view: TokenView, start: number, end: number, loose: boolean): number {
  let participle = -1;
  for (let i = start; i < end; i++) {
    if (view.upos[i] === AUX) return i;
    if (view.upos[i] === VERB && view.lower[i - 1] !== 'to') {
      const tag = view.tag(i);
      if (tag === '' || tag === 'VBD' || tag === 'VBZ' || tag === 'VBP' || tag === 'MD') return i;
      // "said the findings raised questions": past tense and participle look alike
      if (tag === 'VBN' && participle < 0 && i > start && isNominal(view, i - 1)) participle = i;
    }
  }
  return loose ? participle : -1;
}

/** "confirmed the meeting because they were there": the finite verb is not of the thing named but of what comes behind it. */
function subordinate(view: TokenView, start: number, finite: number): boolean {
  for (let i = start + 1; i < finite; i++)
    if (/^(?:because|after|before|when|while|as|who|which|that|where|until|and|but|if)$/.test(view.lower[i] ?? ''))
      return view.quoteAt[i] === -1;
  return false;
}

/** "asked when", "would not say where": a question is what is said; "said when she resigned" only tells when. */
function asks(view: TokenView, verb: number, cue: Cue): boolean {
  if (cue.act === 'ask' || cue.addresses || /^(?:explain|clarify|specify|disclose|reveal)$/.test(cue.lemma))
    return true;
  for (let i = verb - 1; i >= 0 && verb - i < 4; i--)
    if (/^(?:not|n['’]t|never)$/.test(view.lower[i] ?? '')) return true;
  return false;
}

/** "Strikes that officials said killed nine": the "that" where the verb of what is said stands at once behind the cue, its subject before both; 0 for none. */
function relativeBefore(view: TokenView, verb: number, start: number): number {
  if (start !== verb + 1 || !FINITE_OR_PAST.test(view.tag(start))) return 0;
  const sayer = phraseBefore(view, groupStart(view, verb));
  const at = (sayer?.from ?? 0) - 1;
  const opens = /^(?:that|which|who)$/.test(view.lower[at] ?? '') && view.sentence[at] === view.sentence[verb];
  return at > 0 && opens ? at : 0;
}

/** "Kern, who Holt said was ill, left": a clause that a comma opens ends at the next one. */
function closed(view: TokenView, relative: number, verb: number, end: number): number {
  if (view.lower[relative - 1] !== ',') return end;
  for (let i = verb + 1; i < end; i++) if (view.lower[i] === ',' && view.quoteAt[i] === -1) return i;
  return end;
}

const FINITE_OR_PAST = /^(?:VBD|VBZ|VBP|VBN|MD)$/;

/** A clause begins with its subject: a noun phrase, "there", a gerund, or an adverbial with a comma. */
function opensClause(view: TokenView, start: number, clause: number): boolean {
  if (clause === start && view.upos[start] === VERB) return (view.lower[start] ?? '').endsWith('ing');
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
