// Cues in the reporter's own clauses in; what is reported as said, without or with some of the words themselves, out.

import { firstNot } from '../../text/first-from.ts';
import { isNominal, phraseAfter } from '../actors/phrase.ts';
import { ADP, AUX, NOUN, PRON, PROPN, PUNCT, REL, type TokenView, VERB } from '../actors/token-view.ts';
import { asClause, asideContent } from './asides.ts';
import type { Clauses } from './clauses.ts';
import { sentenceEnd, sentenceStart, trimmed } from './content-edges.ts';
import { type Cue, cueAt, cueForms } from './cues.ts';
import { findNounCue } from './noun-cues.ts';
import type { Quotation } from './quotations.ts';
import { rightContent } from './right-content.ts';
import { hasQuote, onlySomebody, SHOWS, thing } from './somebody.ts';
import { groupStart, isPassive, speakerOf, tellsThat } from './speakers.ts';
import type { Phrase, Range, Utterance } from './utterance.ts';

const NOT = new Set(['not', "n't", 'n’t', 'never']);
const ANYBODY =
  /^(?:those|people|anyone|everyone|someone|somebody|anybody|one|voters|respondents|percent|many|some|all|others)$/;
const GOVERNS = /^(?:for|by|of|after|before|without|in|from|about|at|on|with|despite|toward|towards|against)$/;

/** Utterances whose cue stands in the reporter's words and that are not claimed as plain quotations. */
export function findReported(
  view: TokenView,
  clauses: Clauses,
  quotations: readonly Quotation[],
  taken: Set<number>,
  direct: readonly Utterance[],
): Utterance[] {
  const found: Utterance[] = [];
  const cued = new Set(taken);
  const used = new Set(direct.map((utterance) => utterance.head));
  for (let i = 0; i < view.length; i++) {
    if (view.quoteAt[i] !== -1 || used.has(i)) continue;
    const utterance = reportedAt(view, clauses, i);
    if (!utterance) continue;
    const settled = settle(view, quotations, cued, taken, utterance);
    if (settled) found.push(settled);
  }
  return withoutDoubles(withoutNested(view, cutByAsides(view, found)));
}

/** What the word at `i` reports, where it is a cue. */
function reportedAt(view: TokenView, clauses: Clauses, i: number): Utterance | null {
  const word = view.lower[i] ?? '';
  if (word === 'according' && view.lower[i + 1] === 'to') return accordingTo(view, i);
  if (view.upos[i] === VERB || word === 'said' || word === 'says' || reportsLast(view, i, word)) {
    const cue = cueAt(view, i);
    return cue ? reportedBy(view, clauses, i, cue) : null;
  }
  return view.upos[i] === NOUN ? findNounCue(view, clauses, i) : null;
}

/** "…, The Tarn Journal reports.": the last word of the sentence is a verb, whatever the tagger makes of it. */
const reportsLast = (view: TokenView, i: number, word: string): boolean =>
  word === 'reports' && view.upos[i - 1] === PROPN && i + 1 >= sentenceEnd(view, i);

/** "According to U.S. officials, …" and "…, according to officials". */
function accordingTo(view: TokenView, i: number): Utterance | null {
  const start = sentenceStart(view, i);
  const end = sentenceEnd(view, i);
  const speaker = phraseAfter(view, i + 2) ?? sourceBehind(view, i + 2, end);
  if (!speaker) return null;
  let content: Range;
  // The source may go on: "according to a report by the ministry published on Monday, …".
  let after = speaker.to;
  while (after < end && view.lower[after] !== ',') after++;
  if (i - start <= 1) content = { from: after + 1, to: end };
  else if (view.lower[i - 1] === ',' || after >= end)
    content = { from: start, to: view.lower[i - 1] === ',' ? i - 1 : i };
  else return null;
  const range = trimmed(view, content);
  if (range.to - range.from < 2) return null;
  return make(
    { from: i, to: i + 2 },
    i,
    speaker,
    [range],
    'say',
    'statements/according-to',
    '“according to” names the source of the clause',
  );
}

/** Behind "according to" stands a source, whatever the tagger makes of it ("exit polls", "state and local officials"): up to a mark or a preposition. */
function sourceBehind(view: TokenView, at: number, end: number): Phrase | null {
  let head = -1;
  let i = at;
  for (; i < end && i < at + 10; i++) {
    const upos = view.upos[i];
    if (upos === PUNCT || upos === AUX || view.quoteAt[i] !== view.quoteAt[at]) break;
    if (upos === ADP || (upos === PRON && i > at)) break;
    if (isNominal(view, i)) head = i;
  }
  return head < 0 ? null : { from: at, to: head + 1, head };
}

function make(
  cue: Range,
  head: number,
  speaker: Phrase | null,
  content: readonly Range[],
  act: Utterance['act'],
  rule: string,
  why: string,
  addressee: Phrase | null = null,
): Utterance {
  return { cue, head, speaker, carried: false, content, quoted: false, act, addressee, rule, why };
}

function negated(view: TokenView, verb: number): boolean {
  for (let i = groupStart(view, verb); i < verb; i++) if (NOT.has(view.lower[i] ?? '')) return true;
  return false;
}

/** What one denies in words: anything else is denied to somebody. */
const DENIABLE =
  /^(?:(?:charge|allegation|accusation|claim|report|rumou?r|suggestion|count|crime|role|part|link|tie)s?|wrongdoing|involvement|responsibility|guilt|knowledge|liability|it|them|this|that|everything|anything)$/;

const NAMED = /^(?:called|dubbed|termed|nicknamed|styled)$/;

/** What the verb at `verb` reports; null where it reports nothing that was said. */
export function reportedBy(view: TokenView, clauses: Clauses, verb: number, cue: Cue): Utterance | null {
  const relation = view.relation[verb];
  if (relation === REL.amod || relation === REL.compound) return null;
  const governor = view.head[verb] ?? -1;
  if (view.lower[verb - 1] === '-' && view.end[verb - 1] === view.start[verb]) return null; // so-called, self-described
  const passive = isPassive(view, clauses, verb);
  // "declined to say whether …": one statement, of the verb that governs.
  if (governor >= 0 && governor < verb && relation === REL.xcomp && verb - governor <= 4) {
    const above = cueForms().get(view.lower[governor] ?? '');
    if (above?.infinitive && view.upos[governor] === VERB) return null;
  }
  if (relation === REL.acl && view.tag(verb) === 'VBN' && !tellsThat(view, verb)) return null;
  // "a plant called the tarnwort", "called the Tarn Cup, it opens in May": a name, which nobody is said to give
  const named = NAMED.test(view.lower[verb] ?? '') && (clauses.agent[verb] ?? -1) < 0;
  if (named && (relation === REL.acl || verb === sentenceStart(view, verb))) return null;
  // "the victims were identified as Kern and Dahl": by nobody who is told
  if (passive && cue.lemma === 'identify' && (clauses.agent[verb] ?? -1) < 0) return null;
  // "had been beaten and denied medicine": it was kept from them, and nobody says anything
  const kept = relation === REL.conj && view.tag(verb) === 'VBN' && /^(?:denied|refused)$/.test(view.lower[verb] ?? '');
  if (kept && (clauses.passive[governor] ?? -1) >= 0 && (clauses.subject[verb] ?? -1) < 0)
    if (!DENIABLE.test(view.lower[clauses.object[verb] ?? -1] ?? '')) return null;
  // "Asked whether …, he replied": the question is put to the one who answers; who put it is not said.
  if (passive && view.tag(verb) === 'VBN' && (clauses.agent[verb] ?? -1) < 0 && groupStart(view, verb) === verb)
    return null;
  // "Asked whether …, he replied" opens with a participle, whatever the tagger makes of it.
  if (cue.addresses && verb === sentenceStart(view, verb) && (view.lower[verb] ?? '').endsWith('ed')) return null;
  const gerund = (view.lower[verb] ?? '').endsWith('ing') && GOVERNS.test(view.lower[verb - 1] ?? '');
  // "when asked whether …, Kern said": the question is put to the one who answers
  if (
    cue.addresses &&
    /^(?:when|if|once|after|being|as)$/.test(view.lower[verb - 1] ?? '') &&
    (view.lower[verb] ?? '').endsWith('ed')
  )
    return null;
  const speaker = speakerOf(view, clauses, verb);
  // "No group claimed it", "nobody said that": nothing was said.
  if (speaker && /^(?:no|nobody|none|neither)$/.test(view.lower[speaker.from] ?? '')) return null;
  // "good to know who wrote the plan": a question, and nobody is named
  if (speaker && view.lower[speaker.head] === 'who' && view.upos[speaker.head - 1] === VERB) return null;
  // "voters who said they were poor": who is meant, not what was said
  if (speaker && view.lower[speaker.head] === 'who' && ANYBODY.test(view.lower[speaker.head - 1] ?? '')) return null;
  const act = negated(view, verb) && cue.act !== 'deny' ? 'refuse' : cue.act;
  const cueRange = { from: verb, to: verb + 1 };
  const aside = asideContent(view, verb, cue, speaker);
  if (aside && !(aside.speaker && thing(view, aside.speaker, cue, 'statements/noun')))
    return make(
      cueRange,
      verb,
      aside.speaker,
      aside.content,
      act,
      'statements/aside',
      'the words said stand around a clause that only names who says them',
    );
  const quotedAs = asClause(view, verb, cue, speaker);
  if (quotedAs)
    return make(cueRange, verb, speaker, quotedAs, act, 'statements/aside', '“as” and a cue name who says the clause');
  if (!realised(view, verb, speaker)) return null;
  const right = rightContent(view, clauses, verb, cue, passive);
  // "for refusing to", "by signaling openness": named, not told; with a clause or quoted words of its own it is.
  if (!right || (gerund && right.rule !== 'statements/clause')) return null;
  // "a group calling itself the Tarn Watch": a name, not a statement
  if (
    right.rule === 'statements/about' &&
    view.tag(verb) === 'VBG' &&
    view.lower[verb - 1] !== ',' &&
    /^(?:it|him|her|them)sel(?:f|ves)$/.test(view.lower[right.range.from] ?? '')
  )
    return null;
  if (
    (right.rule === 'statements/about' || /^(?:cite|quote|recall)$/.test(cue.lemma)) &&
    onlySomebody(view, right.range, cue)
  )
    return null;
  let who = speaker;
  if (speaker && !right.agent && !passive && thing(view, speaker, cue, right.rule)) {
    if (clauses.subject[verb] === speaker.head || SHOWS.test(cue.lemma)) return null;
    who = null; // not its own subject, and nothing that speaks: who does is not known
  }
  // "did not unveil plans", "has not published its losses": nothing was said; "did not confirm the strike" is told of one who was asked
  const bare = right.rule === 'statements/noun' || right.rule === 'statements/about';
  if (bare && act === 'refuse' && !/^(?:confirm|admit|accept|support|praise|criticise)$/.test(cue.act)) return null;
  return make(
    cueRange,
    verb,
    passive && !right.addressee ? (right.agent ?? ((clauses.agent[verb] ?? -1) >= 0 ? who : null)) : who,
    right.subject ? [right.subject, right.range].filter(({ from, to }) => to > from) : [right.range],
    cue.lemma === 'call' && right.rule === 'statements/about' ? 'describe' : act,
    right.rule,
    right.why,
    right.addressee,
  );
}

/** Verbs whose infinitive was done, or pointedly not: "continued to warn", "declined to name", "had to admit". */
const GOES_ON =
  /^(?:beg[ai]n|begins|beginning|started|starts|starting|continue[sd]?|continuing|went|goes|going|came|comes|had|has|used|appear(?:s|ed)?|seem(?:s|ed)?|decline[sd]?|declining|refuse[sd]?|refusing|fail(?:s|ed|ing)?|rushed|hastened|managed|proceed(?:s|ed)|hesitate[sd]?)$/;

/**
 * Whether a bare form tells of something said: "did not say", "wanted to warn" do; "the ability to voice an opinion",
 * "gathered to discuss the map", "can you explain", "say the river rose" and "don’t blame him" do not.
 */
function realised(view: TokenView, verb: number, speaker: Phrase | null): boolean {
  if (!view.analysed || view.tag(verb) !== 'VB') return true;
  if (demanded(view, verb)) return false;
  const start = groupStart(view, verb);
  if (speaker && view.lower[speaker.head] === 'you') return false;
  for (let i = start; i < verb; i++) {
    if (view.lower[i] !== 'to') continue;
    const governor = view.head[verb] ?? -1;
    // "went on to explain", "was quick to add"
    if (/^(?:on|quick|first|one)$/.test(view.lower[i - 1] ?? '')) return true;
    return view.relation[verb] === REL.xcomp && governor >= 0 && GOES_ON.test(view.lower[governor] ?? '');
  }
  // "would warn", "may answer": nothing was said yet; "would not say", "could not confirm" is told of those who were asked
  if (!negated(view, verb))
    for (let i = start; i < verb; i++)
      if (/^(?:would|will|could|may|might|can|should|must|shall|'ll|’ll|'d|’d)$/.test(view.lower[i] ?? ''))
        return false;
  return start < verb || (speaker !== null && speaker.head < verb);
}

/** "Demanded that the army withdraw and renounce its claim": what somebody is to do. */
function demanded(view: TokenView, verb: number): boolean {
  let top = verb;
  for (let steps = 0; steps < 4 && view.relation[top] === REL.conj; steps++) top = view.head[top] ?? -1;
  if (view.relation[top] !== REL.ccomp) return false;
  return DEMANDS.test(view.lower[view.head[top] ?? -1] ?? '');
}

const DEMANDS = /^(?:demand|insist|propos|recommend|request|requir|urg|advocat|stipulat|ask|order)(?:e|es|ed|ing|s)?$/;

/** Content that is one whole quotation and nothing else is direct; a quotation inside it is claimed by it. */
function settle(
  view: TokenView,
  quotations: readonly Quotation[],
  cued: ReadonlySet<number>,
  taken: Set<number>,
  utterance: Utterance,
): Utterance | null {
  let content = utterance.content;
  const near = quotationsNear(quotations, content);
  for (const quotation of near) {
    if (!content.some((range) => range.from < quotation.outer.to && quotation.outer.from < range.to)) continue;
    if (cued.has(quotation.quote)) {
      // A quotation with a cue of its own ends the reporter's clause.
      content = content
        .map((range) =>
          range.from < quotation.outer.from && quotation.outer.from < range.to
            ? trimmed(view, { from: range.from, to: quotation.outer.from })
            : range,
        )
        .filter(
          (range) => range.to > range.from && !(range.from >= quotation.outer.from && range.to <= quotation.outer.to),
        );
      continue;
    }
    content = content.map((range) =>
      range.from < quotation.outer.to && quotation.outer.from < range.to
        ? { from: Math.min(range.from, quotation.outer.from), to: Math.max(range.to, quotation.outer.to) }
        : range,
    );
  }
  if (content.length === 0) return null;
  const only = content.length === 1 ? content[0] : undefined;
  if (only) {
    const whole = near.find((quotation) => quotation.outer.from === only.from && quotation.outer.to === only.to);
    if (whole) {
      taken.add(whole.quote);
      return { ...utterance, content: [whole.inner], quoted: whole.whole };
    }
  }
  for (const quotation of near)
    if (content.some((range) => range.from <= quotation.outer.from && quotation.outer.to <= range.to))
      taken.add(quotation.quote);
  return { ...utterance, content };
}

/** The quotations that share words with any of the ranges: they stand in order, so the first is looked up by halves. */
function quotationsNear(quotations: readonly Quotation[], ranges: readonly Range[]): Quotation[] {
  const from = Math.min(...ranges.map((range) => range.from));
  const to = Math.max(...ranges.map((range) => range.to));
  const near: Quotation[] = [];
  for (let q = firstNot(quotations, ({ outer }) => outer.to <= from); q < quotations.length; q++) {
    const quotation = quotations[q];
    if (!quotation || quotation.outer.from >= to) break;
    near.push(quotation);
  }
  return near;
}

/** "The sides agreed to talk, the envoy announced on Thursday": what the sides agreed ends where the aside begins. */
function cutByAsides(view: TokenView, found: readonly Utterance[]): readonly Utterance[] {
  const asides = found.filter(({ rule, content }) => rule === 'statements/aside' && content.length === 1);
  if (asides.length === 0) return found;
  return found.map((one) => {
    const [only] = one.content;
    if (!only || one.content.length > 1 || one.rule === 'statements/aside') return one;
    for (const { content } of asides) {
      const told = content[0] as Range;
      // "Kern said the bridge was hit, which Holt denied": both say of the same words what they say
      const alike = only.from === told.from;
      if ((one.head < told.from && !alike) || one.head >= told.to || only.to <= told.to || only.from >= told.to)
        continue;
      return { ...one, content: [trimmed(view, { from: only.from, to: told.to })] };
    }
    return one;
  });
}

/**
 * "said the army had no plan to discuss the map": a bare noun phrase after a cue inside somebody else's words is part
 * of what that somebody says; so is one that nobody is named to say. Clauses and quoted words inside stay.
 */
function withoutNested(view: TokenView, found: readonly Utterance[]): Utterance[] {
  const inside = new Uint8Array(view.length);
  for (const { content, head } of found)
    for (const range of content) for (let i = range.from; i < range.to; i++) if (i !== head) inside[i] = 1;
  return found.filter(({ rule, head, speaker, content }) => {
    if (rule !== 'statements/noun' && rule !== 'statements/preposition' && rule !== 'statements/about') return true;
    if (content.some((range) => hasQuote(view, range))) return true;
    if (rule === 'statements/noun' && (!speaker || /^(?:who|that|which)$/.test(view.lower[speaker.head] ?? '')))
      return false;
    return inside[head] === 0;
  });
}

/** Two cues with the very same words said: the later one, nearer to the words, stands; a denial of them is another's. */
function withoutDoubles(found: readonly Utterance[]): Utterance[] {
  const words = ({ content, rule }: Utterance) =>
    `${rule === 'statements/aside'} ${content.map((range) => `${range.from}-${range.to}`).join()}`;
  const last = new Map<string, Utterance>();
  for (const utterance of found) last.set(words(utterance), utterance);
  return found.filter((utterance) => last.get(words(utterance)) === utterance);
}
