// A word in, whether those it means are hurt, arrested or tried by its verb out: "Holt was shot", "charged Holt", "Holt pleaded guilty".
import { REL, type TokenView } from '../actors/token-view.ts';
import type { Clauses } from '../statements/clauses.ts';

/** What is done to victims and suspects. */
const DONE: ReadonlySet<string> = new Set([
  'arrest', 'charge', 'detain', 'jail', 'sentence', 'convict', 'indict', 'acquit', 'imprison', 'arraign', 'extradite', 'apprehend', 'hospitalize', 'hospitalise', 'shoot', 'kill', 'wound', 'injure', 'stab', 'murder', 'airlift',
  'pronounce', 'suspect', 'book', 'handcuff', 'abduct', 'kidnap', 'beat', 'bury', 'deport', 'identify',
]); // biome-ignore format: one table
/** What suspects do. */
const DOING: ReadonlySet<string> = new Set(['plead', 'surrender', 'flee', 'confess', 'die']);
/** What one does to somebody "for" or "over" what that one did. */
const FAULTING: ReadonlySet<string> = new Set([
  'criticise', 'criticize', 'condemn', 'attack', 'blast', 'slam', 'blame', 'denounce', 'rebuke', 'chide', 'fault', 'praise', 'thank', 'commend', 'applaud', 'punish', 'sanction', 'sue', 'assail', 'chastise', 'mock', 'ridicule', 'censure',
]); // biome-ignore format: one table

/** What one does to somebody in what is that one's: "helped Holt in his bid". */
const HELPING: ReadonlySet<string> = new Set([
  'help',
  'assist',
  'aid',
  'support',
  'back',
  'join',
  'advise',
  'hinder',
  'thwart',
]);

/** What is done to the dead: they are not charged behind it. */
const DEAD: ReadonlySet<string> = new Set([
  'kill',
  'murder',
  'die',
  'bury',
  'pronounce',
  'abduct',
  'kidnap',
  'beat',
  'stab',
]);
const HARM: ReadonlySet<string> = new Set([
  ...DEAD,
  'shoot',
  'wound',
  'injure',
  'airlift',
  'hospitalize',
  'hospitalise',
  'identify',
]);

export function isSuffering({ relation, head, parsed }: TokenView, token: number): boolean {
  const link = relation[token];
  const verb = head[token] ?? -1;
  if (verb < 0) return false;
  if (link === REL['nsubj:pass'] || link === REL.obj) return DONE.has(parsed.words.lemma(verb));
  return link === REL.nsubj && DOING.has(parsed.words.lemma(verb));
}

/** What is done to suspects, and to hardly anybody else. */
const SEIZING: ReadonlySet<string> = new Set([
  'arrest', 'detain', 'charge', 'jail', 'convict', 'sentence', 'shoot', 'shot', 'kill', 'wound', 'capture', 'seize', 'handcuff', 'deport', 'expel', 'release', 'free', 'acquit', 'dismiss', 'fire', 'sack', 'suspend', 'tackle', 'subdue', 'overpower',
]); // biome-ignore format: one table
const MEANWHILE: ReadonlySet<string> = new Set(['as', 'when', 'while', 'after', 'because', 'where', 'once', 'until']);

/**
 * "Police shot Holt when he drew a knife": the object of what is done to suspects, where a pronoun is the subject of the clause
 * that tells when or why; -1 for none.
 */
export function seizedAs(view: TokenView, { object }: Clauses, pronoun: number): number {
  const { relation, head, lower, parsed } = view;
  if (relation[pronoun] !== REL.nsubj && relation[pronoun] !== REL['nsubj:pass']) return -1;
  let verb = head[pronoun] ?? -1;
  // "as he was about to be freed"
  if (verb >= 0 && relation[verb] === REL.xcomp) verb = head[verb] ?? -1;
  const first = lower[pronoun - 1] ?? '';
  if (verb < 0 || relation[verb] !== REL.advcl || !MEANWHILE.has(first)) return -1;
  const up = head[verb] ?? -1;
  if (up < 0 || up > pronoun || !SEIZING.has(parsed.words.lemma(up))) return -1;
  const whom = object[up] ?? -1;
  return whom > up && whom < pronoun ? whom : -1;
}

/** Whether those whose words stand from `from` up to `to` may be the ones to whom the other is done: who died is tried for nothing. */
export function goesOn(view: TokenView, from: number, to: number, other: number): boolean {
  // the words of a name hang from each other in more than one way
  let first = from;
  while (first < to && !isSuffering(view, first)) first++;
  if (first === to) return false;
  const [before, now] = [first, other].map((token) => view.parsed.words.lemma(view.head[token] ?? 0));
  return HARM.has(now ?? '') || !DEAD.has(before ?? '');
}

/** "Criticised Kern on Monday for his call": the object of the verb, where a pronoun says whose it is what that is for; -1 for none. */
export function faultedFor({ relation, head, lower, parsed }: TokenView, { object }: Clauses, pronoun: number): number {
  if (relation[pronoun] !== REL['nmod:poss']) return -1;
  const led = lower[pronoun - 1];
  if (led !== 'for' && led !== 'over' && led !== 'in') return -1;
  let verb = head[pronoun] ?? -1;
  for (let steps = 0; steps < 4 && verb >= 0; steps++) {
    const link = relation[verb];
    if (link !== REL.obl && link !== REL.nmod) break;
    verb = head[verb] ?? -1;
  }
  if (verb < 0 || verb > pronoun || !(led === 'in' ? HELPING : FAULTING).has(parsed.words.lemma(verb))) return -1;
  const whom = object[verb] ?? -1;
  return whom < pronoun ? whom : -1;
}

/** Whether those whose words stand from `from` up to `to` are said to have died, where a pronoun is the object of a verb of speech: nobody accuses or urges the dead. */
export function isDeadAddressed(view: TokenView, from: number, to: number, pronoun: number): boolean {
  const { relation, head, lower } = view;
  if (relation[pronoun] !== REL.obj && relation[pronoun] !== REL.iobj) return false;
  if (!ADDRESSING.test(lower[head[pronoun] ?? -1] ?? '')) return false;
  for (let at = from; at < to; at++)
    if (isSuffering(view, at) && DEAD.has(view.parsed.words.lemma(head[at] ?? 0))) return true;
  return false;
}

/** What is said to somebody alive. */
const ADDRESSING =
  /^(?:accus|urg|warn|ask|tell|told|blam|thank|prais|promis|order|beg|invit|offer)(?:e[sd]?|s|ed|ing)?$/;

/** "Took a stance toward Kern, calling him": the verb above the participle whose object a pronoun is; -1 for none. */
export function participleAbove({ relation, head, tag }: TokenView, pronoun: number): number {
  const verb = head[pronoun] ?? -1;
  const object = relation[pronoun] === REL.obj || relation[pronoun] === REL.iobj;
  if (!object || verb < 0 || verb > pronoun || relation[verb] !== REL.advcl || tag(verb) !== 'VBG') return -1;
  const above = head[verb] ?? -1;
  return above < verb ? above : -1;
}
