// Quotations in; what their speakers say that others said, out: "“My father told me that the bridge would fall,” she said."
import { agentOf } from '../actors/described.ts';
import { titleAt } from '../actors/lexicon.ts';
import { PRON, PROPN, type TokenView, VERB } from '../actors/token-view.ts';
import type { Clauses } from './clauses.ts';
import { trimmed } from './content-edges.ts';
import { cueForms } from './cues.ts';
import type { Quotation } from './quotations.ts';
import { reportedBy } from './reported.ts';
import type { Phrase, Range, Utterance } from './utterance.ts';

/** Who is spoken of in a quotation, not who speaks in it or is spoken to. */
const SELF = /^(?:people|person|man|woman|voters?|bible)$/;

/** A name, "he" or "she", a noun for people who speak: what a law, a book or a lot of people say is the speaker's own way of putting it. */
function somebody(view: TokenView, { head }: Phrase): boolean {
  const word = view.lower[head] ?? '';
  if (SELF.test(word)) return false;
  if (view.upos[head] === PRON) return word === 'he' || word === 'she';
  return view.upos[head] === PROPN || agentOf(view, head) !== undefined || titleAt(view, head) !== null;
}

const FINITE = /^(?:VBD|VBZ|VBP|VBN)$/;

/** Clauses only, with somebody else for a speaker: a noun phrase inside a quotation belongs to the one who is quoted. */
export function findNested(view: TokenView, clauses: Clauses, quotations: readonly Quotation[]): Utterance[] {
  if (!view.analysed || quotations.length === 0) return [];
  const found: Utterance[] = [];
  const forms = cueForms();
  let open: TokenView | null = null;
  for (const { inner } of quotations) {
    if (inner.to - inner.from < 6) continue;
    for (let i = inner.from; i < inner.to; i++) {
      if (view.upos[i] !== VERB || !FINITE.test(view.tag(i))) continue;
      const cue = forms.get(view.lower[i] ?? '');
      if (!cue?.clause) continue;
      // within the marks the quoted words are read as the reporter's own are
      open ??= { ...view, quoteAt: new Int32Array(view.length).fill(-1) };
      const one = reportedBy(open, clauses, i, cue);
      const content = one?.content[0];
      if (!one?.speaker || !content || one.rule !== 'statements/clause' || one.content.length > 1) continue;
      if (!somebody(view, one.speaker) || !within(one.speaker, inner)) continue;
      const range = trimmed(open, { from: content.from, to: Math.min(content.to, inner.to) });
      if (range.to - range.from < 3 || !within(range, inner)) continue;
      found.push({
        ...one,
        content: [range],
        rule: 'statements/nested',
        why: 'words inside a quotation that tell what somebody else said',
      });
    }
  }
  return found;
}

const within = (range: Range, outer: Range): boolean => outer.from <= range.from && range.to <= outer.to;
