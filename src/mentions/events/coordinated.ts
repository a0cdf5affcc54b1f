// A token in, it and those coordinated with it out, also where the parser gave a verb two subjects: "Velmar and the rebels signed".
import { ADJ, NOUN, NUM, PRON, PROPN, REL, type TokenView } from '../actors/token-view.ts';
import type { Children } from './roles.ts';

const MOST = 40;
const nominal = (pos: number | undefined) =>
  pos === NOUN || pos === PROPN || pos === PRON || pos === NUM || pos === ADJ;

/** The token first, then the others as they hang from it. */
export function coordinated(token: number, view: TokenView, { first, next }: Children): readonly number[] {
  const { relation, upos } = view;
  let all: number[] | null = null;
  const other = subjectBeside(token, view, { first, next });
  if (other >= 0) all = [token, other];
  for (let i = 0; i < (all?.length ?? 1); i++) {
    const of = all?.[i] ?? token;
    for (let child = first[of] as number; child >= 0; child = next[child] as number) {
      if (relation[child] !== REL.conj) continue;
      if (upos[child] !== upos[token] && !(nominal(upos[child]) && nominal(upos[token]))) continue;
      all ??= [token];
      if (all.length < MOST && !all.includes(child)) all.push(child);
    }
  }
  return all ?? [token];
}

/** The other subject of the same verb where "and" stands between the two; -1 for none. */
function subjectBeside(token: number, view: TokenView, { first, next }: Children): number {
  const { relation, upos, lower, head } = view;
  if (upos[token] !== NOUN && upos[token] !== PROPN) return -1;
  // "Velmar and Oster's ministers met": the first hangs from the second
  const subject = relation[token] === REL.nsubj || relation[token] === REL['nsubj:pass'];
  if (!subject) return -1;
  const from = head[token] ?? -1;
  for (const up of [from, token]) {
    if (up < 0) continue;
    for (let child = first[up] as number; child >= 0 && child < token; child = next[child] as number) {
      if (child === token || (relation[child] !== REL.nsubj && relation[child] !== REL['nsubj:pass'])) continue;
      if (upos[child] !== NOUN && upos[child] !== PROPN) continue;
      for (let at = child + 1; at < token && at < child + 6; at++) if (lower[at] === 'and') return child;
    }
  }
  return -1;
}
