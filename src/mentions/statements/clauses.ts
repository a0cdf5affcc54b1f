// A TokenView in; for every token its subject, object and right edge in the tree, filled in one pass, out.
import { ADV, AUX, REL, type TokenView, VERB } from '../actors/token-view.ts';

export interface Clauses {
  /** Subject of a verb, -1 if none; likewise the others. */
  readonly subject: Int32Array;
  readonly passive: Int32Array;
  readonly agent: Int32Array;
  readonly object: Int32Array;
  readonly indirect: Int32Array;
  readonly complement: Int32Array;
  readonly open: Int32Array;
  /** First and last token of everything below a token. */
  readonly left: Int32Array;
  readonly right: Int32Array;
}

/** Verbs that give somebody something: of two objects the first is the one to whom. */
export const GIVING: ReadonlySet<string> = new Set([
  'give', 'grant', 'award', 'offer', 'send', 'hand', 'lend', 'lent', 'pay', 'deny', 'refuse', 'promise', 'pledge', 'supply', 'sell', 'deliver', 'show', 'tell', 'allow', 'issue', 'provide', 'donate', 'guarantee', 'serve',
]); // biome-ignore format: one table

const kept = new WeakMap<TokenView, Clauses>();

/** The clause parts of every token; kept as long as the view is. */
export function viewClauses(view: TokenView): Clauses {
  const known = kept.get(view);
  if (known) return known;
  const { length, head, relation } = view;
  const none = () => new Int32Array(length).fill(-1);
  const clauses: Clauses = {
    subject: none(), passive: none(), agent: none(), object: none(), indirect: none(), complement: none(), open: none(),
    left: new Int32Array(length), right: new Int32Array(length),
  }; // biome-ignore format: one table
  for (let i = 0; i < length; i++) {
    clauses.left[i] = i;
    clauses.right[i] = i;
  }
  if (view.analysed) {
    for (let i = 0; i < length; i++) {
      const h = head[i] ?? -1;
      if (h < 0) continue;
      const at = relation[i];
      // "is due to meet": a clause behind is what the adjective is of
      if (at === REL.nsubj || (at === REL.csubj && i < h)) {
        const verb = verbOf(h, view);
        // A verb with two subjects is a parser's slip: the one before the verb is its own.
        const other = clauses.subject[verb] ?? -1;
        if (other < 0 || (verb === h && i < h)) clauses.subject[verb] = leadOf(i, clauses, view);
      } else if (at === REL['nsubj:pass']) clauses.passive[verbOf(h, view)] = i;
      else if (at === REL['obl:agent']) clauses.agent[h] = i;
      else if (at === REL.obj) {
        // A verb with two objects behind it is another: the nearer is its own, or the one to whom something is given.
        const other = clauses.object[h] ?? -1;
        if (other <= h || i < h) clauses.object[h] = i;
        else if (GIVING.has(view.parsed.words.lemma(h))) {
          if ((clauses.indirect[h] ?? -1) < 0) clauses.indirect[h] = other;
          clauses.object[h] = i;
        }
      } else if (at === REL.iobj) clauses.indirect[h] = i;
      else if (at === REL.ccomp) {
        // "said that it was planned, but its mayor said no": a second one with a "but" of its own is another clause
        if ((clauses.complement[h] ?? -1) <= h || !isJoined(i, h, view)) clauses.complement[h] = i;
      } else if (at === REL.xcomp || (at === REL.conj && clauses.open[h] === -1 && isFarInfinitive(i, h, view)))
        clauses.open[h] = i;
      else if (at === REL.conj && isSaid(i, h, clauses, view)) {
        clauses.subject[i] = clauses.object[h] ?? -1;
        clauses.complement[h] = i;
        clauses.object[h] = -1;
      }
      // The edges climb as far as they widen something: bounded by depth, and a broken tree cannot loop for ever.
      let up = h;
      for (let steps = 0; up >= 0 && steps < 200; steps++) {
        let wider = false;
        if (i < (clauses.left[up] ?? 0)) {
          clauses.left[up] = i;
          wider = true;
        }
        if (i > (clauses.right[up] ?? 0)) {
          clauses.right[up] = i;
          wider = true;
        }
        if (!wider) break;
        up = head[up] ?? -1;
      }
    }
  }
  kept.set(view, clauses);
  return clauses;
}

/** Whether a clause behind the verb `above` has an "and" or a "but" before it that hangs from it. */
function isJoined(clause: number, above: number, { head, relation }: TokenView): boolean {
  for (let at = clause - 1; at > above; at--) {
    const up = head[at] ?? -1;
    // taken for part of its subject, it still joins the clause
    if (relation[at] === REL.cc && up > at && (up === clause || (head[up] === clause && relation[up] === REL.nsubj)))
      return true;
  }
  return false;
}

/** "Holt Radio said rebels from the hills also shelled the town": no "and" and no comma, so that what they did is what is said. */
function isSaid(verb: number, above: number, { object, subject }: Clauses, view: TokenView): boolean {
  const { upos, relation, head, parsed } = view;
  const who = object[above] ?? -1;
  if (who < above || who > verb || upos[verb] !== VERB || (subject[verb] ?? -1) >= 0) return false;
  if (!/^VB[DPZ]$/.test(view.tag(verb)) || parsed.words.lemma(above) !== 'say') return false;
  for (let at = who + 1; at < verb; at++)
    if (head[at] === verb && (relation[at] === REL.cc || relation[at] === REL.punct)) return false;
  return true;
}

/** "The head of the harbour department, Anna Holt, called": a noun behind "of" that has a subject itself is no subject, that one is. */
function leadOf(noun: number, { subject }: Clauses, { lower, relation }: TokenView): number {
  const lead = subject[noun] ?? -1;
  return lead >= 0 && lead < noun && lower[lead + 1] === 'of' && relation[noun] === REL.nsubj ? lead : noun;
}

/** "Asked Kern, who took office in May, to resign": an infinitive is never coordinated with a verb that has a tense. */
const isFarInfinitive = (verb: number, above: number, { lower, upos, tag }: TokenView): boolean =>
  above < verb - 2 &&
  lower[verb - 1] === 'to' &&
  lower[verb - 2] === ',' &&
  tag(verb) === 'VB' &&
  upos[above] === VERB &&
  tag(above) !== 'VB' &&
  tag(above) !== 'VBG';

/** "The Taliban have long refused": a subject that hangs from an auxiliary or an adverb is the verb's above it. */
function verbOf(word: number, { head, relation, upos }: TokenView): number {
  let at = word;
  for (let steps = 0; steps < 3; steps++) {
    const link = relation[at];
    const helps =
      link === REL.aux || link === REL['aux:pass'] || (link === REL.advmod && (upos[at] === ADV || upos[at] === AUX));
    const up = head[at] ?? -1;
    if (!helps || up < 0) break;
    at = up;
  }
  return at;
}
