// A cue in, where the words it reports begin and end out: the sentence's edges, drawn in by the next cue and the tree.
import { phraseAfter, phraseBefore } from '../actors/phrase.ts';
import { ADV, AUX, CCONJ, NOUN, PUNCT, REL, type TokenView, VERB } from '../actors/token-view.ts';
import type { Clauses } from './clauses.ts';
import { cueForms } from './cues.ts';
import { CHARGE, DENIES } from './denied.ts';
import { groupStart, joinedCue } from './speakers.ts';
import type { Range } from './utterance.ts';

/** First token of the sentence of `i`, past an opening conjunction mark or dateline dash. */
export function sentenceStart(view: TokenView, i: number): number {
  let start = view.parsed.text.sentences.firstToken[view.sentence[i] ?? 0] ?? i;
  while (start < i && view.upos[start] === PUNCT && view.quoteAt[start] === -1) start++;
  return start;
}

/** One past the last token of the sentence of `i`; a quotation that opens in it and runs on is inside. */
export function sentenceEnd(view: TokenView, i: number): number {
  let end = view.parsed.text.sentences.endToken[view.sentence[i] ?? 0] ?? i + 1;
  const open = view.quoteAt[end - 1] ?? -1;
  if (open !== -1 && view.quoteAt[i] !== open)
    while (end < view.length && view.quoteAt[end] === open && view.paragraph[end] === view.paragraph[i]) end++;
  while (end > i + 1 && view.quoteAt[end - 1] === -1 && view.upos[end - 1] === PUNCT) end--;
  return end;
}

/** A range without the commas, dashes and full stops at its edges; marks of quotation stay. */
export function trimmed(view: TokenView, range: Range): Range {
  let { from, to } = range;
  while (
    from < to &&
    view.quoteAt[from] === -1 &&
    view.upos[from] === PUNCT &&
    !/[(["“‘«]/.test(view.lower[from] ?? '')
  )
    from++;
  while (
    to > from &&
    view.quoteAt[to - 1] === -1 &&
    view.upos[to - 1] === PUNCT &&
    !/[)\]"”’»]/.test(view.lower[to - 1] ?? '')
  )
    to--;
  return { from, to };
}

/** One past the last token that can belong to what `verb` reports. */
export function contentEnd(view: TokenView, clauses: Clauses, verb: number): number {
  const limit = sentenceEnd(view, verb);
  let end = limit;
  // A cue in a clause that stands before or inside another one ends with its own clause.
  if (view.analysed) {
    let top = verb;
    // "…, saying it will be": a participle behind a comma has nothing after it to belong to
    const trails = view.lower[verb - 1] === ',' && (view.lower[verb] ?? '').endsWith('ing');
    for (let steps = 0; steps < 10 && !trails; steps++) {
      const relation = view.relation[top];
      const up = view.head[top] ?? -1;
      if (up < 0) break;
      if (up > top || relation === REL['acl:relcl'] || relation === REL.acl || relation === REL.advcl) {
        const right = (clauses.right[top] ?? top) + 1;
        // Only where the governing clause goes on: its verb, or a comma, comes after.
        if (up > top || view.lower[right] === ',' || view.upos[right] === VERB) {
          if (right > verb + 1 && right < end && view.quoteAt[right] === -1) end = right;
        }
        break;
      }
      if (relation !== REL.conj && relation !== REL.xcomp && relation !== REL.ccomp && relation !== REL.parataxis)
        break;
      if (relation === REL.ccomp) break;
      top = up;
    }
  }
  end = Math.min(end, mainClauseStart(view, clauses, verb, end));
  end = Math.min(end, newSentence(view, verb, end));
  end = Math.min(end, openingClause(view, verb, end));
  const forms = cueForms();
  for (let i = verb + 2; i < end; i++) {
    if (view.quoteAt[i] !== -1) continue;
    const word = view.lower[i] ?? '';
    // "…, a charge it denies": the reporter's word for what was said
    if (
      CHARGE.test(word) &&
      view.upos[i] === NOUN &&
      view.lower[i - 2] === ',' &&
      view.lower.slice(i + 1, limit).some((later) => DENIES.test(later))
    )
      return i - 2;
    // "…, adding that", "“…,” referring to": a participle of saying after a comma is a statement of its own.
    if (word.endsWith('ing') && forms.has(word) && view.upos[i] === VERB) {
      if (/^(?:,|—|–|--)$/.test(view.lower[i - 1] ?? '')) return i - 1;
      if ((view.quoteAt[i - 1] ?? -1) !== -1 && view.lower[i - 2] === ',') return i;
    }
    if (view.lower[i - 1] === ',' && word === 'according' && view.lower[i + 1] === 'to') return i - 1;
    // "said … and added …": a second verb of saying joined to the first.
    if (view.upos[i] === VERB && forms.has(word) && i > verb + 2) {
      const turned = turnOf(view, clauses, i);
      if (turned >= 0) return turnAt(view, turned);
      const joined = (view.relation[i] === REL.conj && sameChain(view, i, verb)) || joinedCue(view, i) === verb;
      if (!joined) continue;
      let cut = groupStart(view, i);
      const subject = clauses.subject[i] ?? -1;
      if (subject >= 0 && subject < cut && subject > verb) cut = clauses.left[subject] ?? subject;
      // "said it was a mistake and that the union would defend itself": still what was said
      if (view.lower[cut - 1] === 'that' && view.upos[cut - 2] === CCONJ) continue;
      while (cut > verb + 1 && (view.upos[cut - 1] === CCONJ || view.lower[cut - 1] === ',')) cut--;
      if (cut > verb + 1) return cut;
    }
  }
  return end;
}

/**
 * "After saying he was unwell, the man sat down", "While Kern said that talks went on, she left": a cue in a clause that opens the
 * sentence ends where the main clause begins, at the first comma with a subject and its verb behind.
 */
function openingClause(view: TokenView, verb: number, end: number): number {
  const start = sentenceStart(view, verb);
  const opener = view.lower[start] ?? '';
  const gerund = (view.lower[verb] ?? '').endsWith('ing') || opener === 'having';
  if (gerund ? verb - start > 3 : !/^(?:while|although|though|after|when|as|since|because|if)$/.test(opener))
    return end;
  if (!gerund) for (let i = start; i < verb; i++) if (view.lower[i] === ',' || view.quoteAt[i] !== -1) return end;
  for (let i = verb + 2; i + 1 < end; i++) {
    const closed = (view.quoteAt[i] ?? -1) !== -1 && view.quoteAt[i + 1] === -1 && view.lower[i - 1] === ',';
    if (!closed && (view.lower[i] !== ',' || view.quoteAt[i] !== -1)) continue;
    const phrase = phraseAfter(view, i + 1);
    if (!phrase || phrase.to >= view.length) continue;
    let at = phrase.to;
    while (view.upos[at] === ADV) at++;
    if (view.upos[at] === AUX || /^(?:VBD|VBZ|VBP|MD)$/.test(view.tag(at))) return closed ? i + 1 : i;
  }
  return end;
}

/** A semicolon outside quotations begins a sentence of its own, unless its words go on with "that". */
function newSentence(view: TokenView, verb: number, end: number): number {
  for (let i = verb + 2; i < end; i++)
    if (view.lower[i] === ';' && view.quoteAt[i] === -1 && !/^(?:that|and|or)$/.test(view.lower[i + 1] ?? '')) return i;
  return end;
}

/** Where "…, though he noted …" turns from one cue to the next: the token of the comma or of the joining word. */
function turnAt(view: TokenView, turned: number): number {
  let cut = turned - 1;
  if (view.lower[cut - 1] === ',' && view.quoteAt[cut - 1] === -1) cut--;
  return cut;
}

/**
 * Where the subject of a later cue begins that stands after "but", "though", "while" and a comma, so that its words are
 * another statement: with all that is said of it ("but their minister, Anna Holt, said"). -1 for any other cue.
 */
function turnOf(view: TokenView, clauses: Clauses, i: number): number {
  const near = phraseBefore(view, groupStart(view, i))?.from ?? -1;
  if (near >= 0 && behindTurn(view, near)) return near;
  const subject = clauses.subject[i] ?? -1;
  let whole = subject >= 0 && subject < i ? (clauses.left[subject] ?? subject) : -1;
  if (whole > 0 && TURNS.test(view.lower[whole] ?? '')) whole++;
  return whole > 0 && behindTurn(view, whole) ? whole : -1;
}

const TURNS = /^(?:but|though|although|while|and|yet)$/;

function behindTurn(view: TokenView, from: number): boolean {
  if (!TURNS.test(view.lower[from - 1] ?? '')) return false;
  const before = from - 2;
  if (/^(?:[,;–—―-]|--)$/.test(view.lower[before] ?? '')) return true;
  // The comma may stand inside the marks: "…,” though".
  return (view.quoteAt[before] ?? -1) !== -1 && view.quoteAt[before + 1] === -1;
}

/** "While he refers to it as a slip, he has …": where the main clause begins after a cue in the clause before it. */
function mainClauseStart(view: TokenView, clauses: Clauses, verb: number, end: number): number {
  if (!view.analysed) return end;
  let top = verb;
  for (let steps = 0; steps < 30 && (view.head[top] ?? -1) >= 0; steps++) {
    const up = view.head[top] ?? -1;
    // Once the chain runs through what is said, the main verb is the one that says it.
    if (
      up > top &&
      up > verb &&
      (view.relation[top] === REL.advcl || view.relation[top] === REL.obl || view.relation[top] === REL.parataxis)
    ) {
      const subject = clauses.subject[up] ?? clauses.passive[up] ?? -1;
      const from = subject > verb ? (clauses.left[subject] ?? subject) : up;
      for (let i = Math.min(from, up); i > verb + 1; i--) {
        if (view.lower[i - 1] === ',' && view.quoteAt[i - 1] === -1) return i - 1;
        if (view.lower[i - 2] === ',' && (view.quoteAt[i - 1] ?? -1) !== -1 && view.quoteAt[i] === -1) return i;
      }
      return end;
    }
    top = up;
  }
  return end;
}

function sameChain(view: TokenView, i: number, verb: number): boolean {
  let at = i;
  for (let steps = 0; steps < 5 && at >= 0; steps++) {
    if (at === verb) return true;
    if (view.relation[at] !== REL.conj) return false;
    at = view.head[at] ?? -1;
  }
  return false;
}
