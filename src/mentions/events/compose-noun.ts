// A noun that says what is meant with a deed in, the event that both make out: "calls for a ceasefire", "refusal to recognise".
import { eachChild } from '../../grammar/tree.ts';
import { REL, VERB } from '../actors/token-view.ts';
import { isBehest, isLeader } from './at-behest.ts';
import type { Coded, Coder } from './coder.ts';
import { composed, type Operation, READY, ruling } from './composed.ts';
import type { Entry } from './entries.ts';
import type { Matched } from './match.ts';
import { nounRoles } from './noun-roles.ts';
import type { Operator } from './operators.ts';
import { REQUESTED } from './plain-operator.ts';
import { asked } from './purposes.ts';

/** Operations that make an event of their own. */
const OWN: ReadonlySet<Operation> = new Set([
  'agree', 'accept', 'promise', 'invite', 'threaten', 'refuse', 'request', 'want', 'stop', 'cancel', 'violate', 'help', 'force', 'offer',
]); // biome-ignore format: one table

/** "calls for a ceasefire", "refusal to recognise": the noun's complement decides. */
export function composeNoun(
  coder: Coder,
  noun: number,
  { found: operator }: Matched<Operator>,
  matched: Matched<Entry> | null,
  depth: number,
): Coded | null {
  const { operation } = operator;
  const { match } = coder;
  // "are there at the invitation of Velmar to fight the rebels": what they are there for
  if (!OWN.has(operation) || isBehest(noun, match)) return null;
  const candidates: number[] = [];
  eachChild(match.parsed, noun, (child) => {
    if (child <= noun || match.view.relation[child] !== REL.acl || match.view.upos[child] !== VERB) return;
    // "the agreement signed by Velmar": what was done with it, and not what was agreed
    if (match.view.tag(child) !== 'VBN') candidates.push(child);
  });
  // "underlined its commitment to helping them": parsers hang the gerund from the verb above
  const { view } = match;
  if (view.lower[noun + 1] === 'to' && view.tag(noun + 2) === 'VBG' && view.head[noun + 2] === view.head[noun])
    candidates.push(noun + 2);
  for (const preposition of ['for', 'of', 'to', 'against']) {
    const led = match.roles.obliqueOf(noun, preposition);
    if (led >= 0) candidates.push(led);
    // "declared its readiness for an inquiry": hung from the verb above
    const lost = led < 0 && view.lower[noun + 1] === preposition ? (view.head[noun + 1] ?? -1) : -1;
    if (lost > noun && view.head[lost] === view.head[noun]) candidates.push(lost);
  }
  for (const one of candidates)
    for (const part of match.together(one)) {
      const inner = coder.code(part, depth + 1);
      if (!inner) continue;
      const ready = READY.has(operator.words);
      // "its readiness for an open investigation": to submit to somebody else's
      if (ready && inner.code.type === 'ACCUSE') return coder.nothing(noun, [inner.trigger]);
      const code = composed(ruling(operation, inner.code, ready), inner.code);
      if (!code) continue;
      const entry = matched?.found ?? inner.entry;
      const own = nounRoles(coder, noun, entry);
      const isInner = (token: number) => token === inner.trigger || inner.consumed.includes(token);
      const agents = own.agents.filter((token) => !isInner(token));
      let patients = own.patients.filter((token) => !isInner(token));
      if (patients.length === 0)
        patients = [...(part === noun + 2 ? [] : inner.agents), ...inner.patients].filter(
          (token) => !agents.includes(token) && !isLeader(token, view),
        );
      return {
        code, trigger: noun, clause: noun, agents, patients, mutual: false, operators: [noun],
        consumed: [inner.trigger, ...inner.consumed], entry, path: `${operator.words} + ${inner.path}`,
      }; // biome-ignore format: one record
    }
  return operation === 'request' && !matched ? wish(coder, noun, operator.words) : null;
}

/** "Its call for Holt to step aside", "a plea to the world to act": what is asked for is no event of any list. */
function wish(coder: Coder, noun: number, words: string): Coded | null {
  const { match } = coder;
  const whom = asked(match, noun);
  if (whom === null) return null;
  const { agents } = nounRoles(coder, noun, REQUESTED);
  return {
    code: REQUESTED, trigger: noun, clause: noun, agents: agents.filter((one) => !whom.behind.includes(one)), patients: [...whom.told], mutual: false, operators: [],
    consumed: whom.deed < 0 ? [] : [whom.deed], entry: REQUESTED, path: words,
  }; // biome-ignore format: one record
}
