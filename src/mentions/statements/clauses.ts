// A TokenView in; for every token its subject, object and right edge in the tree, filled in one pass, out.
import { REL, type TokenView } from '../actors/token-view.ts';

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

const kept = new WeakMap<TokenView, Clauses>();

/** The clause parts of every token; kept as long as the view is. */
export function viewClauses(view: TokenView): Clauses {
  const known = kept.get(view);
  if (known) return known;
  const { length, head, relation } = view;
  const none = () => new Int32Array(length).fill(-1);
  const clauses: Clauses = {
    subject: none(), passive: none(), agent: none(), object: none(), indirect: none(), complement: none(), open: none(),
    left: Int32Array.from({ length }, (_, i) => i), right: Int32Array.from({ length }, (_, i) => i),
  }; // biome-ignore format: one table
  if (view.analysed) {
    for (let i = 0; i < length; i++) {
      const h = head[i] ?? -1;
      if (h < 0) continue;
      const at = relation[i];
      if (at === REL.nsubj || at === REL.csubj) {
        // A verb with two subjects is a parser's slip: the one before the verb is its own.
        const other = clauses.subject[h] ?? -1;
        if (other < 0 || (other > h && i < h) || (other < h && i < h)) clauses.subject[h] = i;
      } else if (at === REL['nsubj:pass']) clauses.passive[h] = i;
      else if (at === REL['obl:agent']) clauses.agent[h] = i;
      else if (at === REL.obj) clauses.object[h] = i;
      else if (at === REL.iobj) clauses.indirect[h] = i;
      else if (at === REL.ccomp) clauses.complement[h] = i;
      else if (at === REL.xcomp) clauses.open[h] = i;
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
