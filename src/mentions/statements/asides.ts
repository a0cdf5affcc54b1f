// A cue in the reporter's own words in; what is said around a clause that only names who says it ("…, officials said, …", "as Kern said, …"), out.
import { opensPhrase, phraseAfter } from '../actors/phrase.ts';
import { ADP, AUX, PRON, REL, type TokenView, VERB } from '../actors/token-view.ts';
import { skipCircumstances } from './circumstances.ts';
import { sentenceEnd, sentenceStart, trimmed } from './content-edges.ts';
import { type Cue, cueAt } from './cues.ts';
import { groupStart, speakerAfter } from './speakers.ts';
import type { Phrase, Range } from './utterance.ts';

/** "As Kern pointed out, the bridge is old", "The bridge, as Kern said, is old": the clause around or behind; null if it is none. */
export function asClause(view: TokenView, verb: number, cue: Cue, speaker: Phrase | null): Range[] | null {
  if (!(cue.quotes || cue.clause) || !speaker || speaker.head > verb) return null;
  const as = speaker.from - 1;
  const start = sentenceStart(view, verb);
  const end = sentenceEnd(view, verb);
  if (view.lower[as] !== 'as' || as < start || (as > start && view.lower[as - 1] !== ',')) return null;
  let after = verb + 1;
  if (/^(?:out|it)$/.test(view.lower[after] ?? '')) after++;
  after = skipCircumstances(view, after, end);
  if (after < end && view.lower[after] !== ',') return null;
  const first = trimmed(view, { from: start, to: as });
  const second = trimmed(view, { from: Math.min(after + 1, end), to: end });
  const told = first.to - first.from >= 3 && (hasVerb(view, first) || second.to - second.from < 3);
  const goesOn = second.to - second.from >= 3 && hasVerb(view, second);
  if (!told) return goesOn ? (first.to - first.from >= 2 ? [first, second] : [second]) : null;
  return goesOn && (view.upos[second.from] === AUX || view.upos[second.from] === VERB) ? [first, second] : [first];
}

/** "…, he said.", "…, officials said on Monday, …": what is said stands before (and after) the clause of the cue. */
export function asideContent(
  view: TokenView,
  verb: number,
  cue: Cue,
  speaker: Phrase | null,
): { content: Range[]; speaker: Phrase | null } | null {
  if (!(cue.quotes || cue.clause)) return null;
  const start = sentenceStart(view, verb);
  const end = sentenceEnd(view, verb);
  let who = speaker;
  let from = speaker && speaker.head < verb ? speaker.from : groupStart(view, verb);
  let after = verb + 1;
  const group = groupStart(view, verb);
  // "the state of siege, which was declared in 2021": what was declared is the siege, not the clause before
  if (view.lower[group - 1] === 'which' && /^(?:was|were|is|are|had|has|have)$/.test(view.lower[group] ?? ''))
    return null;
  if (!speaker || speaker.head > verb || partedBefore(view, group)) {
    const inverted = speakerAfter(view, verb);
    if (
      inverted &&
      !(view.upos[inverted.head] === PRON && !/^(?:he|she|they|i|we)$/.test(view.lower[inverted.head] ?? '')) &&
      partedBefore(view, group)
    ) {
      who = inverted;
      from = groupStart(view, verb);
      after = inverted.to;
      // "stated Minister of Information Anna Kern, and …".
      while (/^(?:of|for)$/.test(view.lower[after] ?? '') && after < end) {
        const more = phraseAfter(view, after + 1);
        if (!more || more.to > end) break;
        after = more.to;
      }
    }
  }
  if (from > start && !partedBefore(view, from)) {
    const wide = wideSubject(view, start, groupStart(view, verb));
    if (wide) {
      who = wide;
      from = wide.from;
    }
  }
  if (from <= start || !partedBefore(view, from)) {
    // "Petrov, an engineer, said" has a comma too, but its subject opens the sentence.
    return null;
  }
  if (cue.addresses && after === verb + 1 && opensPhrase(view, after)) after = phraseAfter(view, after)?.to ?? after;
  after = skipCircumstances(view, after, end);
  const whole = trimmed(view, { from: start, to: view.lower[from - 1] === ',' ? from - 1 : from });
  const first = view.lower[from] === 'which' || view.lower[from - 1] === 'which' ? saidBefore(view, whole) : whole;
  // "People like Kern, he said.": a whole sentence of few words, though not "In Vienna, he said."
  const told = first.to - first.from >= 3 && (hasVerb(view, first) || (after >= end && view.upos[first.from] !== ADP));
  const only = told ? { content: [first], speaker: who } : null;
  if (after >= end) return only;
  // "…, the envoy announced after meeting the president."
  // "said one farmer in the hall."
  if (view.lower[after] !== ',')
    return /^(?:after|before|while|when|as|during|following|without|in|at|on|from|near|outside|inside)$/.test(
      view.lower[after] ?? '',
    )
      ? only
      : null;
  // "…, said Petrov, who leads the party", "…, Petrov said, adding that": nothing more is said with this cue.
  const next = view.lower[after + 1] ?? '';
  const inverted = who !== null && who.head > verb;
  if (/^(?:who|which|whose|citing|referring|adding|noting|saying|speaking|describing|according)$/.test(next))
    return only;
  if (inverted && /^(?:a|an|the|and|but|while|as|in|at|on|after|during|one|his|her|its|their)$/.test(next)) return only;
  if (told && tellsOn(view, after + 1)) return only;
  const second = trimmed(view, { from: after + 1, to: end });
  if (!hasVerb(view, second) || second.to - second.from < (told ? 3 : 2)) return only;
  // "The museum, Kern said, would open": what stands before the cue may be no clause, but then what follows goes on with it.
  if (
    !told &&
    first.to - first.from > 5 &&
    view.upos[first.from] !== ADP &&
    view.upos[second.from] !== AUX &&
    view.upos[second.from] !== VERB
  )
    return null;
  return { content: [first, second], speaker: who };
}

const WEIGHS =
  /^(?:raising|marking|underscoring|underlining|highlighting|signall?ing|deepening|fuell?ing|stoking|casting|dealing|ending|escalating|dashing|complicating|reviving|paving|capping|heightening|intensifying|prompting|drawing|ratcheting|reigniting|testing|joining|following|becoming|bringing)$/;

/** "…, Holt said, sharply raising tensions", "…, as rivals threatened", "…, in a move that": what the reporter makes of it. */
function tellsOn(view: TokenView, at: number): boolean {
  const first = view.lower[at] ?? '';
  if (/^(?:as|amid|despite)$/.test(first)) return true;
  if (first === 'in' && /^(?:a|what|an)$/.test(view.lower[at + 1] ?? ''))
    return (
      /^(?:move|step|sign|blow|bid|apparent|setback|boost|rare|shift)$/.test(view.lower[at + 2] ?? '') ||
      view.lower[at + 1] === 'what'
    );
  const verb = first.endsWith('ly') ? at + 1 : at;
  return view.tag(verb) === 'VBG' && WEIGHS.test(view.lower[verb] ?? '');
}

/** "…, aides and union officials said", "…, a source close to him said": the subject goes back to the comma where no verb of its own stands between. */
function wideSubject(view: TokenView, start: number, group: number): Phrase | null {
  for (let i = group - 1; i > start && group - i < 20; i--) {
    if (partedBefore(view, i)) {
      const phrase = phraseAfter(view, i);
      // what stands before must be a clause: "In the city, a man from the port said" is none
      if (!phrase || phrase.to > group || !opensPhrase(view, i)) return null;
      for (let k = Math.max(start, i - 80); k < i - 1; k++)
        if (view.quoteAt[k] !== -1 || view.upos[k] === AUX || /^(?:VBD|VBZ|VBP)$/.test(view.tag(k)))
          return { from: i, to: group, head: phrase.head };
      return null;
    }
    if (view.upos[i] === AUX || view.quoteAt[i] !== -1) return null;
    if (view.upos[i] === VERB && !/^(?:VBN|VBG)$/.test(view.tag(i))) return null;
    if (/^(?:who|which|that|whom)$/.test(view.lower[i] ?? '')) return null;
  }
  return null;
}

/** "Kern said the bridge was hit, which Holt denied": what Kern said is denied, not that he said it. The range itself otherwise. */
function saidBefore(view: TokenView, range: Range): Range {
  for (let i = range.from + 1; i < range.to - 1; i++) {
    if (view.upos[i] !== VERB || view.quoteAt[i] !== -1) continue;
    const cue = cueAt(view, i);
    if (!cue || !(cue.clause || cue.about) || view.relation[i] === REL['acl:relcl']) continue;
    let from = i + 1;
    if (cue.addresses && opensPhrase(view, from) && !cue.about) from = phraseAfter(view, from)?.to ?? from;
    if (view.lower[from] === 'that') from++;
    return range.to - from >= 3 ? { from, to: range.to } : range;
  }
  return range;
}

/** A comma before token `i`, also one inside closing marks: "…,” said". */
function partedBefore(view: TokenView, i: number): boolean {
  return (
    view.lower[i - 1] === ',' ||
    ((view.quoteAt[i - 1] ?? -1) !== -1 && view.quoteAt[i] === -1 && view.lower[i - 2] === ',')
  );
}

function hasVerb(view: TokenView, range: Range): boolean {
  for (let i = range.from; i < range.to; i++) if (view.upos[i] === VERB || view.upos[i] === AUX) return true;
  return !view.analysed;
}
