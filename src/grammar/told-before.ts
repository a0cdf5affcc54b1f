// A parsed sentence in, words of what is told hung on its verb and not on the saying behind it: “hurt when troops fired, he said”.
import { below } from './below.ts';
import { hashWord } from './hash.ts';
import type { ParseState } from './parse-state.ts';

/** Numbers of a model's relations that the rule goes by; see `toldNames`. */
export interface ToldNames {
  /** By relation: 1 what is told, 2 a clause or phrase beside a verb. */
  readonly use: Uint8Array;
}

const TOLD = 1;
const BESIDE = 2;
const USES: Readonly<Record<string, number>> = {
  ccomp: TOLD, advcl: BESIDE, obl: BESIDE, 'obl:unmarked': BESIDE,
}; // biome-ignore format: one table

const COMMA = hashWord(',');

/** What the rule needs of a model's names; null where its treebank does not tell what is told. */
export function toldNames(relations: readonly string[]): ToldNames | null {
  if (!relations.includes('ccomp') || !relations.includes('advcl')) return null;
  return { use: Uint8Array.from(relations, (name) => USES[name] ?? 0) };
}

/** Between what is told and the comma before who tells it nothing hangs on the verb of telling. */
export function hangToldBefore({ form, head, label, length }: ParseState, { use }: ToldNames): void {
  for (let told = 0; told < length; told++) {
    if (use[label[told] as number] !== TOLD) continue;
    const telling = head[told] as number;
    if (telling <= told + 2 || telling >= length) continue;
    const comma = commaBefore(telling, told, form, head, length);
    for (let at = told + 1; at < comma; at++)
      if (head[at] === telling && use[label[at] as number] === BESIDE) head[at] = told;
  }
}

/** The comma right before who tells it, or before an inverted “said the ministry”; `told` where there is none. */
function commaBefore(telling: number, told: number, form: Int32Array, head: Int32Array, length: number): number {
  let comma = telling - 1;
  while (comma > told && form[comma] !== COMMA) if (!below(head, comma--, telling, length)) return told;
  return comma;
}
