// A parsed sentence in, what somebody is told to do made the verb's own clause: “ordered the paper to close”, read as an order given in order to close.
import { hasDependant } from './dependants.ts';
import { hashWord, hashWords } from './hash.ts';
import type { ParseState } from './parse-state.ts';

/** Numbers of a model's tags and relations that the rule goes by; see `orderedNames`. */
export interface OrderedNames {
  /** By tag: 1 a verb, 2 an infinitive. */
  readonly kind: Uint8Array;
  /** By relation: 1 an adverbial clause, 2 an object, 3 an open clause. */
  readonly use: Uint8Array;
  readonly open: number;
}

const VERB = 1;
const INFINITIVE = 2;
const CLAUSE = 1;
const OBJECT = 2;
const OPEN = 3;
const USES: Readonly<Record<string, number>> = { advcl: CLAUSE, obj: OBJECT, iobj: OBJECT, xcomp: OPEN };

const TO = hashWord('to');
/** Verbs whose object is to do what the infinitive behind it says. */
const TELLING = hashWords(
  'order ordered orders ordering urge urged urges urging ask asked asks asking tell told tells telling allow allowed allows allowing permit permitted permits permitting instruct instructed instructs instructing compel compelled compels compelling encourage encouraged encourages encouraging persuade persuaded persuades persuading advise advised advises advising warn warned warns warning invite invited invites inviting enable enabled enables enabling command commanded commands commanding implore implored beg begged oblige obliged pressure pressured force forced forces forcing require required requires requiring forbid forbade forbids forbidding authorize authorized authorizes authorise authorised authorises direct directed directs directing',
);

/** What the rule needs of a model's names; null where its treebank does not tell open clauses from adverbial ones. */
export function orderedNames(tags: readonly string[], relations: readonly string[]): OrderedNames | null {
  const open = relations.indexOf('xcomp');
  if (open < 0 || !relations.includes('advcl') || !relations.includes('obj')) return null;
  return {
    kind: Uint8Array.from(tags, (name) => (name === 'VERB VB' ? INFINITIVE : name.startsWith('VERB ') ? VERB : 0)),
    use: Uint8Array.from(relations, (name) => USES[name] ?? 0),
    open,
  };
}

/** Behind the one who is told, no comma between, an infinitive with “to” is what they are told. */
export function hangOrdered(state: ParseState, { kind, use, open }: OrderedNames): void {
  const { form, head, label, tag, length } = state;
  for (let clause = 3; clause < length; clause++) {
    if (use[label[clause] as number] !== CLAUSE || form[clause - 1] !== TO) continue;
    const verb = head[clause] as number;
    if (verb >= clause || !TELLING.has(form[verb] as number) || kind[tag[verb] as number] === 0) continue;
    if (kind[tag[clause] as number] !== INFINITIVE) continue;
    const told = hasDependant(state, verb, use, OBJECT, verb + 1, clause);
    if (told && !hasDependant(state, verb, use, OPEN, verb + 1, length)) label[clause] = open;
  }
}
