// A parsed sentence in, “killing nine” hung on the blow right before it: “were eating when a shell hit the house, killing nine”, read as what those who ate did; “beat two men who had blocked a road, drawing protests” hung on the beating.
import { hasDependant } from './dependants.ts';
import { hashWords } from './hash.ts';
import type { ParseState } from './parse-state.ts';

/** Numbers of a model's tags and relations that the rule goes by; see `resultNames`. */
export interface ResultNames {
  /** By tag: 1 a comma, 2 a gerund, 3 a past tense or participle. */
  readonly kind: Uint8Array;
  /** By relation: 1 a clause beside a verb, 2 a subject, 3 a relative clause. */
  readonly use: Uint8Array;
}

const COMMA = 1;
const GERUND = 2;
const PAST = 3;
const BESIDE = 1;
const SUBJECT = 2;
const RELATIVE = 3;
/** What a deed does to those who hear of it. */
const ECHOES = hashWords('drawing prompting sparking triggering provoking earning');
const RESULTS = hashWords('killing wounding injuring maiming destroying damaging burying trapping');
const BLOWS = hashWords(
  'hit struck bombed shelled attacked targeted exploded detonated rammed ambushed blown blew landed slammed crashed collapsed torched stormed raided',
);

/** What the rule needs of a model's names; null where its treebank has no clauses beside a verb. */
export function resultNames(tags: readonly string[], relations: readonly string[]): ResultNames | null {
  if (!relations.includes('advcl') || !relations.includes('nsubj')) return null;
  return {
    kind: Uint8Array.from(tags, (name) =>
      name === 'PUNCT ,' ? COMMA : name === 'VERB VBG' ? GERUND : /^VERB VB[DN]$/.test(name) ? PAST : 0,
    ),
    use: Uint8Array.from(relations, (name) =>
      name === 'advcl' ? BESIDE : /^nsubj/.test(name) ? SUBJECT : name === 'acl:relcl' ? RELATIVE : 0,
    ),
  };
}

/** A gerund of harm behind a comma, beside a verb that deals no blow, goes with the blow of the clause that ends at the comma. */
export function hangResults(state: ParseState, names: ResultNames): void {
  const { head, label, tag, form, length } = state;
  const { kind, use } = names;
  for (let harm = 4; harm < length; harm++) {
    if (ECHOES.has(form[harm] as number)) hangEcho(state, names, harm);
    if (!RESULTS.has(form[harm] as number) || kind[tag[harm] as number] !== GERUND) continue;
    if (use[label[harm] as number] !== BESIDE || kind[tag[harm - 1] as number] !== COMMA) continue;
    const above = head[harm] as number;
    if (above >= harm || BLOWS.has(form[above] as number)) continue;
    for (let blow = harm - 2; blow > above; blow--) {
      if (!BLOWS.has(form[blow] as number) || kind[tag[blow] as number] !== PAST) continue;
      const beside = use[label[blow] as number] === BESIDE && head[blow] === above;
      if (beside && hasDependant(state, blow, use, SUBJECT, above + 1, blow)) head[harm] = blow;
      break;
    }
  }
}

/** "Beat two men who had blocked a road, drawing protests": by whoever beat them. */
function hangEcho({ head, label, tag }: ParseState, { kind, use }: ResultNames, echo: number): void {
  if (kind[tag[echo] as number] !== GERUND || kind[tag[echo - 1] as number] !== COMMA) return;
  const above = head[echo] as number;
  if (use[label[echo] as number] !== BESIDE || above >= echo || use[label[above] as number] !== RELATIVE) return;
  const verb = head[head[above] as number] as number;
  if (verb > 0 && verb < above && kind[tag[verb] as number] === PAST) head[echo] = verb;
}
