// Quotations in; who says each, where the words before, after or around it settle that, out.
import { opensPhrase, phraseAfter } from '../actors/phrase.ts';
import { AUX, PRON, PUNCT, REL, SCONJ, type TokenView, VERB } from '../actors/token-view.ts';
import type { Clauses } from './clauses.ts';
import { type Cue, cueForms } from './cues.ts';
import type { Quotation } from './quotations.ts';
import { groupStart, isPassive, speakerAfter, speakerBefore, speakerInTree, speakerOf } from './speakers.ts';
import type { Phrase, Range, Utterance } from './utterance.ts';

/** A cue found beside a quotation. */
interface Beside {
  readonly verb: number;
  readonly cue: Range;
  readonly act: Utterance['act'];
  readonly speaker: Phrase | null;
  readonly rule: string;
  readonly why: string;
}

const ENDS = new Set(['.', '!', '?', ';', ':']);

function cueAt(view: TokenView, i: number): Cue | null {
  if (view.upos[i] !== VERB && view.upos[i] !== AUX) {
    // After a quotation taggers take "said" for many things; these forms are nothing else.
    if (!/^(?:said|says|told|asked|replied|added|wrote|tweeted)$/.test(view.lower[i] ?? '')) return null;
  }
  const cue = cueForms().get(view.lower[i] ?? '');
  return cue ?? null;
}

function same(view: TokenView, i: number, quotation: Quotation): boolean {
  return i >= 0 && i < view.length && view.paragraph[i] === quotation.paragraph && view.quoteAt[i] === -1;
}

/** `“…,” said Petrov`, `“…,” Petrov said`, `“…,” according to Petrov`: the words right after a quotation. */
function cueAfter(view: TokenView, clauses: Clauses, quotation: Quotation): Beside | null {
  let at = quotation.outer.to;
  if (!same(view, at, quotation)) return null;
  // "a broadcast of “Fox News Sunday,” Petrov said": a name inside the reporter's clause, not something said.
  if (
    hasWords(view, reporterStart(view, quotation), quotation.outer.from) &&
    !/^(?:[,:;—–]|and|but|that)$/.test(view.lower[quotation.outer.from - 1] ?? '') &&
    !cueAt(view, quotation.outer.from - 1)
  )
    return null;
  const comma = view.lower[at] === ',';
  if (comma || view.lower[at] === '—' || view.lower[at] === '―' || view.lower[at] === '–' || view.lower[at] === '-')
    at++;
  if (!same(view, at, quotation)) return null;
  if (!comma && at > quotation.outer.to) {
    // "“…” — Anna Kern": the name after a dash that ends the line.
    const signed = phraseAfter(view, at);
    if (
      signed &&
      /^\p{Lu}/u.test(view.text.charAt(view.start[signed.from] ?? 0)) &&
      (!same(view, signed.to, quotation) || ENDS.has(view.lower[signed.to] ?? '') || view.lower[signed.to] === ',')
    )
      return {
        verb: at - 1,
        cue: { from: at - 1, to: at },
        act: 'say',
        speaker: signed,
        rule: 'statements/direct',
        why: 'a name after a dash signs the quotation',
      };
  }
  // A full stop inside the marks ends the sentence: what follows begins a new one.
  if (
    quotation.last === '.' &&
    !comma &&
    /\p{Lu}/u.test(view.text.charAt(view.start[at] ?? 0)) &&
    !onlyNamesSpeaker(view, at, quotation)
  )
    return null;
  const inverted = cueAt(view, at);
  if (inverted && (inverted.quotes || inverted.clause)) {
    const speaker = speakerAfter(view, at);
    if (
      speaker &&
      !(
        view.upos[speaker.head] === PRON && /^(?:him|her|them|me|us|it|that|this)$/.test(view.lower[speaker.head] ?? '')
      )
    ) {
      return {
        verb: at,
        cue: { from: at, to: at + 1 },
        act: inverted.act,
        speaker,
        rule: 'statements/direct',
        why: 'the cue and its subject follow the quotation',
      };
    }
    return null;
  }
  if (view.lower[at] === 'according' && view.lower[at + 1] === 'to') {
    const speaker = phraseAfter(view, at + 2);
    return speaker
      ? {
          verb: at,
          cue: { from: at, to: at + 2 },
          act: 'say',
          speaker,
          rule: 'statements/direct',
          why: '“according to” follows the quotation',
        }
      : null;
  }
  if (!opensPhrase(view, at)) return null;
  for (let i = at + 1; i < at + 40 && same(view, i, quotation); i++) {
    // "Dana Ortiz (D-Ore.) said": what a bracket holds ends nothing
    if (view.lower[i] === '(') {
      let close = i + 1;
      while (close < i + 12 && same(view, close, quotation) && view.lower[close] !== ')') close++;
      if (view.lower[close] === ')') i = close;
      continue;
    }
    if (ENDS.has(view.lower[i] ?? '') || view.upos[i] === SCONJ) return null;
    const cue = cueAt(view, i);
    if (!cue) {
      // "…,” Petrov, who leads the party, said": a verb in a relative clause is not yet the main one.
      if (view.upos[i] === VERB && groupStart(view, i) - at <= 12 && !between(view, at, i)) return null;
      continue;
    }
    if (between(view, at, i) && view.lower[groupStart(view, i) - 1] !== ',') continue;
    if (!(cue.quotes || cue.clause || cue.noun)) return null;
    // "Petrov said he would …" after a quotation that has its end: a sentence of its own.
    if (isPassive(view, clauses, i) && view.lower[i + 1] !== 'as') return null;
    const tree = view.analysed ? speakerInTree(view, clauses, i) : null;
    const speaker = tree && tree.from >= at && tree.head < i ? tree : (speakerBefore(view, i) ?? phraseAfter(view, at));
    return {
      verb: i,
      cue: { from: i, to: i + 1 },
      act: cue.act,
      speaker,
      rule: 'statements/direct',
      why: 'subject and cue follow the quotation',
    };
  }
  return null;
}

/** `“… are missing.” Kern said.`: a sentence of a name and a cue only, after a full stop that ought to be a comma. */
function onlyNamesSpeaker(view: TokenView, at: number, quotation: Quotation): boolean {
  for (let i = at; i < at + 24 && same(view, i, quotation) && view.sentence[i] === view.sentence[at]; i++) {
    if (!/^(?:said|says|added|asked|replied|wrote)$/.test(view.lower[i] ?? '')) continue;
    if (i === at || !/^[.!?]$/.test(view.lower[i + 1] ?? '')) return false;
    // "Kern said.", "Kern, the head of the league, added."
    const phrase = phraseAfter(view, at);
    return (
      phrase !== null &&
      (phrase.to === groupStart(view, i) || (view.lower[i - 1] === ',' && view.lower[phrase.to] === ','))
    );
  }
  return false;
}

function hasWords(view: TokenView, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (view.upos[i] !== PUNCT && /[\p{L}\p{N}]/u.test(view.lower[i] ?? '')) return true;
  return false;
}

/** Whether a comma opened after `at` and not closed stands before `i`. */
function between(view: TokenView, at: number, i: number): boolean {
  let commas = 0;
  for (let k = at; k < i; k++) if (view.lower[k] === ',') commas++;
  return commas % 2 === 1;
}

/** First token of the reporter's words before a quotation, in its paragraph and sentence. */
function reporterStart(view: TokenView, quotation: Quotation): number {
  let at = quotation.outer.from;
  while (same(view, at - 1, quotation) && !/^[.!?]$/.test(view.lower[at - 1] ?? '')) at--;
  return at;
}

/** `Petrov said, “…”`, `Petrov told reporters: “…”`, `adding: “…”`: the words right before a quotation. */
function cueBefore(view: TokenView, clauses: Clauses, quotation: Quotation): Beside | null {
  const start = reporterStart(view, quotation);
  let at = quotation.outer.from - 1;
  let colon = false;
  if (at < start) {
    // A quotation that opens its paragraph after a line that ends with a colon.
    const before = quotation.outer.from - 1;
    if (
      before < 0 ||
      view.lower[before] !== ':' ||
      (view.paragraph[before] ?? -1) !== quotation.paragraph - 1 ||
      view.quoteAt[before] !== -1
    )
      return null;
    at = before;
    colon = true;
  }
  if (/^(?:but|and|that)$/.test(view.lower[at] ?? '') && view.lower[at - 1] === ',') at--;
  const mark = view.lower[at] ?? '';
  const parted = mark === ',' || mark === ':' || mark === '—' || mark === '–';
  if (mark === ':') colon = true;
  const sentence = view.sentence[at];
  for (let i = parted ? at - 1 : at; i >= 0 && view.sentence[i] === sentence && view.quoteAt[i] === -1; i--) {
    const cue = cueAt(view, i);
    if (cue) {
      // "spoke to the press: “…”": a colon quotes after any of them
      if (!cue.quotes && !(colon && (cue.clause || cue.noun || cue.about || cue.prepositions.length > 0))) return null;
      if (!parted && at - i > 1) return null;
      const speaker =
        isPassive(view, clauses, i) && cue.addresses ? passiveSpeaker(view, clauses, i) : speakerOf(view, clauses, i);
      return {
        verb: i,
        cue: { from: i, to: i + 1 },
        act: cue.act,
        speaker,
        rule: 'statements/direct',
        why: 'the cue stands before the quotation',
      };
    }
    if (!parted) return null;
    if (colon) continue;
    // Before a comma nothing but circumstances may stand between cue and quotation.
    if (at - i > 18) return null;
    if (
      view.upos[i] === VERB &&
      !(view.lower[i] ?? '').endsWith('ing') &&
      view.relation[i] !== 0 &&
      view.lower[i - 1] !== 'to'
    )
      return null;
    if (/^(?:that|whether|if|because|while|when)$/.test(view.lower[i] ?? '') && view.upos[i] === SCONJ) return null;
  }
  if (!colon) return null;
  // "Kern was blunt: “…”": no verb of saying, but a colon and a subject, best that of the sentence's main verb.
  let main = -1;
  for (let i = at - 1; i >= 0 && view.sentence[i] === sentence; i--) {
    if (view.upos[i] !== VERB || view.quoteAt[i] !== -1) continue;
    if (main < 0) main = i;
    if (view.relation[i] === REL.root) {
      main = i;
      break;
    }
  }
  if (main >= 0) {
    const speaker = speakerOf(view, clauses, main);
    return speaker
      ? {
          verb: at,
          cue: { from: at, to: at + 1 },
          act: 'say',
          speaker,
          rule: 'statements/direct',
          why: 'a colon opens the quotation',
        }
      : null;
  }
  const first = phraseAfter(view, Math.min(start, at));
  return first && first.to <= at
    ? {
        verb: at,
        cue: { from: at, to: at + 1 },
        act: 'say',
        speaker: first,
        rule: 'statements/direct',
        why: 'a name and a colon open the quotation',
      }
    : null;
}

/** `“By locking in the deal,” he said, “we …”` and `…,” he said, but “…`: the second half of a sentence that the cue parts. */
function goesOn(view: TokenView, quotation: Quotation, earlier: Quotation): boolean {
  if (earlier.paragraph !== quotation.paragraph || earlier.last !== ',') return false;
  const before = quotation.outer.from - 1;
  if (before <= earlier.outer.to || quotation.outer.from - earlier.outer.to > 30) return false;
  if (!/^(?:,|but|and|that|—|–)$/.test(view.lower[before] ?? '') || reporterStart(view, quotation) !== earlier.outer.to)
    return false;
  const first = view.text.charAt(view.start[quotation.inner.from] ?? 0);
  return first === first.toLowerCase() || view.lower[quotation.inner.from] === 'i';
}

/** `“A deal is near,” he said. “It needs work.”`: the turn goes on where nothing but the cue's own sentence stands between. */
function keepsTurn(view: TokenView, quotation: Quotation, earlier: Quotation): boolean {
  if (!quotation.whole || earlier.paragraph !== quotation.paragraph) return false;
  const before = quotation.outer.from - 1;
  const from = earlier.outer.to;
  if (before - from > 45) return false;
  if (before >= from && !/^[.!?]$/.test(view.lower[before] ?? '')) return false;
  for (let i = from; i < before; i++) if (/^[.!?]$/.test(view.lower[i] ?? '') && view.quoteAt[i] === -1) return false;
  const after = quotation.outer.to;
  return !same(view, after, quotation) || /[.!?]/.test(quotation.last) || /^[.!?]$/.test(view.lower[after] ?? '');
}

function lastOf(utterance: Utterance | undefined): Range | undefined {
  return utterance?.content.at(-1);
}

/** "was asked by Petrov, “…”": the one who asks; nobody where no "by" names one. */
function passiveSpeaker(view: TokenView, clauses: Clauses, verb: number): Phrase | null {
  return view.analysed ? speakerInTree(view, clauses, verb) : null;
}

/** `He says, “that’s how it works”`: after a cue and a comma a quotation of a few words is what is said, however it begins. */
function followsCue(view: TokenView, quotation: Quotation): boolean {
  const mark = quotation.outer.from - 1;
  if (quotation.inner.to - quotation.inner.from < 3 || !same(view, mark, quotation)) return false;
  if (!/^[,:]$/.test(view.lower[mark] ?? '') || (view.quoteAt[mark - 1] ?? 0) !== -1) return false;
  const from = reporterStart(view, quotation);
  for (let i = mark - 1; i >= from && mark - i < 7; i--) {
    const cue = cueAt(view, i);
    if (cue) return cue.quotes && (i === mark - 1 || cue.addresses);
    if (view.lower[i] === ',') return false;
  }
  return false;
}

/** Every quotation that has a cue beside it, in order, and the indexes of those quotations. */
export function findDirect(
  view: TokenView,
  clauses: Clauses,
  quotations: readonly Quotation[],
): { utterances: Utterance[]; taken: Set<number> } {
  const utterances: Utterance[] = [];
  const taken = new Set<number>();
  const ofVerb = new Map<number, number>();
  let last = -1;
  quotations.forEach((quotation, index) => {
    const earlier = quotations[index - 1];
    if (quotation.continues && earlier && taken.has(earlier.quote) && last >= 0) {
      const open = utterances[last];
      if (open) utterances[last] = { ...open, content: [...open.content, quotation.inner] };
      taken.add(quotation.quote);
      return;
    }
    if (earlier && last >= 0 && goesOn(view, quotation, earlier) && lastOf(utterances[last]) === earlier.inner) {
      const open = utterances[last];
      if (open) utterances[last] = { ...open, content: [...open.content, quotation.inner] };
      taken.add(quotation.quote);
      return;
    }
    const after =
      quotation.whole || quotation.last === ',' || quotation.last === '?' || quotation.last === '!'
        ? cueAfter(view, clauses, quotation)
        : null;
    const before =
      after || !(quotation.whole || followsCue(view, quotation)) ? null : cueBefore(view, clauses, quotation);
    const beside = after ?? before;
    if (!beside) {
      const open = utterances[last];
      if (!open || !earlier || lastOf(open) !== earlier.inner || !keepsTurn(view, quotation, earlier)) return;
      utterances[last] = { ...open, content: [...open.content, quotation.inner] };
      taken.add(quotation.quote);
      return;
    }
    const known = ofVerb.get(beside.verb);
    taken.add(quotation.quote);
    const open = known === undefined ? undefined : utterances[known];
    if (known !== undefined && open) {
      utterances[known] = { ...open, content: [...open.content, quotation.inner] };
      last = known;
      return;
    }
    last = utterances.length;
    ofVerb.set(beside.verb, last);
    utterances.push({
      cue: beside.cue, head: beside.verb, speaker: beside.speaker, carried: false, content: [quotation.inner], quoted: true,
      act: beside.act, addressee: null, rule: beside.rule, why: beside.why,
    }); // biome-ignore format: one row
  });
  return { utterances, taken };
}

/** Whole quotations that no cue claims: said by whoever spoke just before them, in the same or the paragraph before. */
export function findCarried(
  view: TokenView,
  quotations: readonly Quotation[],
  taken: ReadonlySet<number>,
  spoken: readonly Utterance[],
): Utterance[] {
  const found: Utterance[] = [];
  const place = (utterance: Utterance) => Math.max(utterance.head, utterance.content[0]?.from ?? 0);
  const all = spoken.filter((utterance) => utterance.speaker).sort((a, b) => place(a) - place(b));
  let next = 0;
  let source: Utterance | null = null;
  for (const quotation of quotations) {
    for (let one = all[next]; one && place(one) < quotation.outer.from; one = all[++next]) source = one;
    if (taken.has(quotation.quote) || !quotation.whole || !source) continue;
    const before = quotation.outer.from - 1;
    // Inside a reporter's clause a capital may be a name's: only a quotation that begins a sentence stands by itself.
    if (
      before >= 0 &&
      view.paragraph[before] === quotation.paragraph &&
      !(view.upos[before] === PUNCT && /[.!?:”"’»]/.test(view.lower[before] ?? ''))
    )
      continue;
    const after = quotation.outer.to;
    if (
      after < view.length &&
      view.paragraph[after] === quotation.paragraph &&
      !/[.!?]/.test(quotation.last) &&
      !/[.!?]/.test(view.lower[after] ?? '')
    )
      continue;
    const end = Math.max(source.head, (source.content.at(-1)?.to ?? 1) - 1);
    const gap = quotation.paragraph - (view.paragraph[end] ?? 0);
    if (gap > 1 || gap < 0) continue;
    found.push({
      cue: null, head: quotation.inner.from, speaker: source.speaker, carried: true, content: [quotation.inner], quoted: true,
      act: 'say', addressee: null, rule: 'statements/carried', why: 'no cue of its own: whoever spoke just before goes on',
    }); // biome-ignore format: one row
    source = found.at(-1) ?? source;
  }
  return found;
}
