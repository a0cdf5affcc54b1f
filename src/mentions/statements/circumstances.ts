// The words around a cue in; to whom, through what and when it was said out.
import { readList } from '../../lexicon/read-list.ts';
import { phraseAfter, phraseStart } from '../actors/phrase.ts';
import { ADJ, ADV, AUX, DET, NOUN, NUM, PROPN, REL, type TokenView, VERB } from '../actors/token-view.ts';
import { cueForms } from './cues.ts';
import type { Phrase, Range, Utterance } from './utterance.ts';

const DAY =
  /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon\.|tue\.|tues\.|wed\.|thu\.|thurs\.|fri\.|sat\.|sun\.|today|yesterday|tomorrow|tonight|overnight)$/;
const MONTH =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|jan\.|feb\.|aug\.|sept\.|oct\.|nov\.|dec\.)$/;
const PART_OF_DAY = /^(?:morning|afternoon|evening|night|noon|midday|midnight|week|month|year|weekend)$/;
const PLACED = /^(?:in|on|at|during|to|after|before|via|through|with|from|over|ahead|following)$/;

let channels: Map<string, string> | null = null;
let longest = 1;

/** Channel words in lower case, with their kind; platforms' names keep their capital in the text ("X"). */
function channelWords(): Map<string, string> {
  if (channels) return channels;
  channels = new Map();
  for (const [words = '', kind = ''] of readList('en/statements/channels').rows) {
    channels.set(kind === 'platform' ? words : words.toLowerCase(), kind);
    longest = Math.max(longest, words.split(' ').length);
  }
  return channels;
}

/** The channel whose last word is token `i`, longest first: its kind and first token; null if it is none. */
function channelEnding(view: TokenView, i: number): { kind: string; from: number } | null {
  const words = channelWords();
  for (let n = longest; n >= 1; n--) {
    const from = i - n + 1;
    if (from < 0) continue;
    const raw = view.text.slice(view.start[from], view.end[i]);
    const kind = words.get(raw) ?? words.get(raw.toLowerCase());
    if (kind && !(kind === 'platform' && !words.has(raw))) return { kind, from };
  }
  return null;
}

/** One past the adverbs, days and "in a statement", "to reporters" that stand at `at`. */
export function skipCircumstances(view: TokenView, at: number, end: number): number {
  let i = at;
  for (let steps = 0; steps < 8 && i < end; steps++) {
    const word = view.lower[i] ?? '';
    if (view.quoteAt[i] !== -1) return i;
    const ago = agoEnd(view, i, end);
    if (ago > i) i = ago;
    else if (DAY.test(word)) {
      i++;
      while (i < end && PART_OF_DAY.test(view.lower[i] ?? '')) i++;
    } else if (MONTH.test(word) && view.upos[i + 1] === NUM) i += 2;
    else if (
      /^(?:last|this|next|earlier|late|early)$/.test(word) &&
      i + 1 < end &&
      (PART_OF_DAY.test(view.lower[i + 1] ?? '') || DAY.test(view.lower[i + 1] ?? '') || view.lower[i + 1] === 'this')
    )
      i += 1;
    else if (PART_OF_DAY.test(word) && i > at) i++;
    else if (
      view.upos[i] === ADV &&
      /(?:ly|later|again|earlier|afterward|afterwards|recently|too|also|instead|back)$/.test(word)
    )
      i++;
    else if (word === ',' && /^(?:however|though|meanwhile|too)$/.test(view.lower[i + 1] ?? ''))
      i += view.lower[i + 2] === ',' ? 3 : 2;
    else if (PLACED.test(word) && view.upos[i + 1] !== VERB) {
      const phrase = phraseAfter(view, i + 1);
      if (!phrase || phrase.to > end) return i;
      let to = phrase.to;
      // "in a post on the platform of his party": nested once or twice.
      while (to < end && /^(?:of|with|on|from|by|to)$/.test(view.lower[to] ?? '') && view.upos[to + 1] !== VERB) {
        const inner = phraseAfter(view, to + 1);
        if (!inner || inner.to > end || view.quoteAt[inner.from] !== -1) break;
        to = inner.to;
      }
      // "said in Ukraine people are dying" would swallow a subject; a verb right after says so.
      if (phrase.to >= end) return i;
      // "after she saw both": a clause, not a phrase
      if (/^(?:after|before)$/.test(word) && (view.upos[to] === VERB || view.upos[to] === AUX)) return i;
      i = to;
    } else break;
  }
  return i;
}

/** One past "two days ago", "a day earlier", "last week"; `i` where none stands there. */
function agoEnd(view: TokenView, i: number, end: number): number {
  for (let k = i; k < Math.min(end, i + 5); k++) {
    if (/^(?:ago|earlier|later|before)$/.test(view.lower[k] ?? '') && k > i + 1) return k + 1;
    if (
      k > i &&
      !/^(?:an?|few|couple|of|several|seconds?|minutes?|hours?|days?|weeks?|months?|years?)$/.test(view.lower[k] ?? '')
    )
      return i;
    if (k === i && view.upos[k] !== DET && view.upos[k] !== NUM && view.upos[k] !== ADJ) return i;
  }
  return i;
}

export interface Around {
  readonly addressee: Phrase | null;
  readonly channel: Range | null;
  readonly when: Range | null;
}

/** The reporter's words around a cue: up to the next cue, the quotation or the content on either side. */
function zones(view: TokenView, utterance: Utterance): Range[] {
  const cue = utterance.cue;
  if (!cue || utterance.carried) return [];
  const inContent = (i: number) =>
    utterance.content.some((range) => range.from <= i && i < range.to) || view.quoteAt[i] !== -1;
  const forms = cueForms();
  let to = cue.to;
  while (
    to < view.length &&
    view.sentence[to] === view.sentence[cue.from] &&
    to - cue.to < 30 &&
    !inContent(to) &&
    !(view.upos[to] === VERB && forms.has(view.lower[to] ?? ''))
  )
    to++;
  const participle = (view.lower[cue.from] ?? '').endsWith('ing');
  let from = cue.from;
  while (
    from > 0 &&
    view.sentence[from - 1] === view.sentence[cue.from] &&
    cue.from - from < 30 &&
    !inContent(from - 1) &&
    !(!participle && view.upos[from - 1] === VERB && forms.has(view.lower[from - 1] ?? ''))
  )
    from--;
  const last = utterance.content.at(-1);
  const behind = last && last.to > to ? trailing(view, last.to, cue.from) : null;
  return [{ from: cue.to, to }, { from, to: cue.from }, ...(behind ? [behind] : [])];
}

/** "described the pact as dead in an interview on Sunday": the words behind what was said, up to the next comma or verb. */
function trailing(view: TokenView, at: number, cue: number): Range | null {
  if (!PLACED.test(view.lower[at] ?? '') || view.sentence[at] !== view.sentence[cue]) return null;
  let to = at;
  while (
    to < view.length &&
    to - at < 12 &&
    view.sentence[to] === view.sentence[cue] &&
    view.quoteAt[to] === -1 &&
    view.upos[to] !== VERB &&
    view.lower[to] !== ','
  )
    to++;
  return { from: at, to };
}

/** To whom, through what and when, from the words beside the cue. */
export function circumstances(view: TokenView, utterance: Utterance): Around {
  let addressee: Phrase | null = null;
  let channel: Range | null = null;
  let when: Range | null = null;
  let platform = false;
  const cue = utterance.cue ? cueForms().get(view.lower[utterance.head] ?? '') : undefined;
  for (const zone of zones(view, utterance)) {
    const after = zone.from === utterance.cue?.to;
    for (let i = zone.from; i < zone.to; i++) {
      const word = view.lower[i] ?? '';
      if (!when && (DAY.test(word) || (MONTH.test(word) && view.upos[i + 1] === NUM))) {
        let to = i + (MONTH.test(word) ? 2 : 1);
        while (to < zone.to && PART_OF_DAY.test(view.lower[to] ?? '')) to++;
        when = { from: i, to };
      }
      const speaks = utterance.speaker;
      if (speaks && speaks.from <= i && i < speaks.to) continue; // "according to the bishops’ conference"
      if ((!channel || !platform) && (view.upos[i] === NOUN || view.upos[i] === PROPN || view.upos[i] === ADJ)) {
        const found = channelAt(view, i, zone);
        if (found && (!channel || found.platform)) {
          channel = found.range;
          if (!addressee && found.met) addressee = found.met;
          platform = found.platform;
        }
      }
      if (!addressee && after && word === 'to' && i === zone.from && view.upos[i + 1] !== VERB)
        addressee = phraseAfter(view, i + 1);
    }
    if (after && !addressee && cue?.addresses && zone.from < zone.to) {
      const phrase = phraseAfter(view, zone.from);
      if (phrase && phrase.to <= zone.to && !DAY.test(view.lower[phrase.from] ?? '')) addressee = phrase;
    }
  }
  return { addressee: addressee ?? utterance.addressee ?? vocative(view, utterance), channel, when };
}

/** "in an interview with CBS News" names the outlet; "in a statement from the White House" is itself the channel. */
function channelAt(view: TokenView, i: number, zone: Range): { range: Range; platform: boolean; met?: Phrase } | null {
  const ending = channelEnding(view, i);
  if (!ending) return null;
  if (ending.kind === 'platform') return { range: { from: ending.from, to: i + 1 }, platform: true };
  // Back over "a sharply worded" to the preposition.
  let start = Math.min(phraseStart(view, ending.from), ending.from);
  while (
    start > zone.from &&
    ending.from - start < 5 &&
    !/^(?:in|on|at|during|via|through|by|with|to|from|,)$/.test(view.lower[start - 1] ?? '')
  )
    start--;
  if (!/^(?:in|on|at|during|via|through|by|with|to|from)$/.test(view.lower[start - 1] ?? '')) return null;
  const next = view.lower[i + 1] ?? '';
  if (/^(?:with|from|on|to|in)$/.test(next)) {
    const phrase = phraseAfter(view, i + 2);
    if (phrase && phrase.to <= zone.to) {
      const platform = channelEnding(view, phrase.to - 1);
      if (platform?.kind === 'platform') return { range: { from: platform.from, to: phrase.to }, platform: true };
      // "in a call with the premier": whom it was said to, not an outlet
      if (next === 'with' && /^(?:call|meeting|conversation|talks)$/.test(view.lower[i] ?? ''))
        return { range: { from: start, to: phrase.to }, platform: false, met: phrase };
      if ((next === 'with' || next === 'to') && view.upos[phrase.head] === PROPN)
        return { range: { from: phrase.from, to: phrase.to }, platform: true };
      if (next === 'from' || next === 'in') return { range: { from: start, to: phrase.to }, platform: false };
    }
  }
  return { range: { from: start, to: i + 1 }, platform: false };
}

/** "“Vladimir, STOP!”": a name and a comma that open a sentence of the quotation. */
function vocative(view: TokenView, utterance: Utterance): Phrase | null {
  if (!utterance.quoted) return null;
  for (const range of utterance.content) {
    for (let i = range.from; i + 2 < range.to; i++) {
      const opens = i === range.from || view.sentence[i] !== view.sentence[i - 1];
      if (!opens || view.upos[i] !== PROPN || view.lower[i + 1] !== ',') continue;
      if (
        view.upos[i + 2] === VERB ||
        view.relation[i] === REL.vocative ||
        /^\p{Lu}+$/u.test(view.text.slice(view.start[i + 2], view.end[i + 2]))
      )
        return { from: i, to: i + 1, head: i };
    }
  }
  return null;
}
