// A noun of saying in, the clause it introduces and whose it is out: "his claim that …", "the announcement that …".
import { phraseAfter, phraseStart } from '../actors/phrase.ts';
import { PART, REL, SCONJ, type TokenView } from '../actors/token-view.ts';
import type { Clauses } from './clauses.ts';
import { contentEnd, trimmed } from './content-edges.ts';
import { cueForms, cueNouns } from './cues.ts';
import { speakerInTree } from './speakers.ts';
import type { Phrase, Utterance } from './utterance.ts';

const MY = new Set(['his', 'her', 'its', 'their', 'my', 'our']);

/** "expressed optimism that …" is the verb's; a noun counts where the verb before it says nothing itself. */
export function findNounCue(view: TokenView, clauses: Clauses, i: number): Utterance | null {
  if (view.lower[i + 1] !== 'that') return null;
  const act = cueNouns().get(view.lower[i] ?? '');
  if (
    !act ||
    (view.analysed && view.upos[i + 1] !== SCONJ) ||
    view.relation[i + 1] === REL.nsubj ||
    view.relation[i + 1] === REL.obj
  )
    return null;
  const governor = view.head[i] ?? -1;
  // "repeated the claim that" is the verb's statement; "rejected his claim that" holds somebody else's.
  if (governor >= 0 && cueForms().get(view.lower[governor] ?? '')?.noun && !possessor(view, i)) return null;
  const end = contentEnd(view, clauses, i);
  const content = trimmed(view, { from: i + 2, to: end });
  if (content.to - content.from < 2) return null;
  return {
    cue: { from: i, to: i + 1 }, head: i, speaker: owner(view, clauses, i), carried: false, content: [content], quoted: false,
    act, addressee: null, rule: 'statements/noun-cue', why: 'a noun of saying with a clause',
  }; // biome-ignore format: one row
}

/** "his claim", "Petrov's claim": whose it is by what stands before it; null where nothing does. */
function possessor(view: TokenView, i: number): Phrase | null {
  const start = phraseStart(view, i);
  for (let k = i - 1; k >= start; k--) {
    if (MY.has(view.lower[k] ?? '')) return { from: k, to: k + 1, head: k };
    if (view.upos[k] === PART && /^['’]s?$/.test(view.lower[k] ?? '') && k > start)
      return { from: start, to: k, head: k - 1 };
  }
  return null;
}

/** Whose words: "his claim", "a claim by Petrov", or the subject of "made the claim". */
function owner(view: TokenView, clauses: Clauses, i: number): Phrase | null {
  const own = possessor(view, i);
  if (own) return own;
  if (view.lower[i + 1] === 'by' || view.lower[i + 1] === 'from') return phraseAfter(view, i + 2);
  const governor = view.head[i] ?? -1;
  if (governor >= 0 && view.relation[i] === REL.obj) return speakerInTree(view, clauses, governor);
  return null;
}
