// A parsed sentence in, “killing nine” hung on the blow right before it: “were eating when a shell hit the house, killing nine”, read as what those who ate did; “beat two men who had blocked a road, drawing protests” hung on the beating, and “listed two men accused of shelling it, freezing their assets” on the listing.
import { hasDependant } from './dependants.ts';
import { hashWords } from './hash.ts';
import type { ParseState } from './parse-state.ts';

/** Numbers of a model's tags and relations that the rule goes by; see `resultNames`. */
export interface ResultNames {
  /** By tag: 1 a comma, 2 a gerund, 3 a past tense or participle. */
  readonly kind: Uint8Array;
  /** By relation: 1 a clause beside a verb, 2 a subject, 3 a relative clause, 4 a clause beside a noun. */
  readonly use: Uint8Array;
}

const COMMA = 1;
const GERUND = 2;
const PAST = 3;
const BESIDE = 1;
const SUBJECT = 2;
const RELATIVE = 3;
const OF_NOUN = 4;
const USES: Readonly<Record<string, number>> = { advcl: BESIDE, 'acl:relcl': RELATIVE, acl: OF_NOUN };
/** What a deed does to those who hear of it. */
const ECHOES = hashWords('drawing prompting sparking triggering provoking earning');
/** What those do who punish, and hardly those whom they punish. */
const PENALTIES = hashWords('freezing banning barring prohibiting forbidding stripping fining blacklisting');
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
    use: Uint8Array.from(relations, (name) => (/^nsubj/.test(name) ? SUBJECT : (USES[name] ?? 0))),
  };
}

/** A gerund of harm behind a comma, beside a verb that deals no blow, goes with the blow of the clause that ends at the comma. */
export function hangResults(state: ParseState, names: ResultNames): void {
  const { head, label, tag, form, length } = state;
  const { kind, use } = names;
  for (let harm = 4; harm < length; harm++) {
    if (ECHOES.has(form[harm] as number)) hangEcho(state, names, harm);
    if (PENALTIES.has(form[harm] as number)) hangPenalty(state, names, harm);
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

/** "Listed two men accused of shelling it, freezing their assets": by whoever listed them. */
function hangPenalty({ head, label, tag }: ParseState, { kind, use }: ResultNames, penalty: number): void {
  if (kind[tag[penalty] as number] !== GERUND || kind[tag[penalty - 1] as number] !== COMMA) return;
  let above = head[penalty] as number;
  if (use[label[penalty] as number] !== BESIDE || above >= penalty) return;
  while (use[label[above] as number] === BESIDE && (head[above] as number) < above) above = head[above] as number;
  const within = use[label[above] as number];
  if (within !== OF_NOUN && within !== RELATIVE) return;
  // over "sanctions on two men" to the verb
  for (let up = head[above] as number, steps = 0; up > 0 && steps < 4; up = head[up] as number, steps++)
    if (kind[tag[up] as number] === PAST) {
      head[penalty] = up;
      return;
    }
}
