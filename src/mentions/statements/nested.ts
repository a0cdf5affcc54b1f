// Quotations in; what their speakers say that others said, out: "“My father told me that the bridge would fall,” she said."
import { type TokenView, VERB } from '../actors/token-view.ts';
import type { Clauses } from './clauses.ts';
import { trimmed } from './content-edges.ts';
import { cueForms } from './cues.ts';
import type { Quotation } from './quotations.ts';
import { reportedBy } from './reported.ts';
import type { Range, Utterance } from './utterance.ts';

/** Who is spoken of in a quotation, not who speaks in it or is spoken to. */
const SELF = /^(?:i|we|you|me|us|one|people|that|which|it|this)$/;
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
      if (SELF.test(view.lower[one.speaker.head] ?? '') || !within(one.speaker, inner)) continue;
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
