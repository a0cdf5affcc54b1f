// A noun for a request in, who did what was asked out: "troops returned at the request of Velmar", "at Kyiv's urging the council met".
import { REL, VERB } from '../actors/token-view.ts';
import type { Matcher } from './match.ts';

const ASKED: ReadonlySet<string> = new Set([
  'request',
  'behest',
  'urging',
  'insistence',
  'bidding',
  'instigation',
  'prompting',
  'invitation',
]);

/** Whether a noun tells at whose wish something was done. */
export const isBehest = (noun: number, { roles, view }: Matcher): boolean =>
  ASKED.has(view.lower[noun] ?? '') && roles.caseOf(noun) === 'at';

/** "Demands for a judge-led inquiry": who is to lead what is asked for, and is not asked. */
export const isLeader = (token: number, { head, lower, relation }: Matcher['view']): boolean =>
  relation[token] === REL.compound && lower[head[token] ?? -1] === 'led';

/** The token of those who did it; -1 where the words tell of nobody. */
export function askedToAct(noun: number, match: Matcher): number {
  const { view, roles } = match;
  if (!isBehest(noun, match)) return heeding(noun, match);
  let verb = view.head[noun] ?? -1;
  // "intervened in Tarn at the request of Velmar": hung from the place
  for (let steps = 0; steps < 3 && verb >= 0 && view.upos[verb] !== VERB; steps++) {
    if (view.relation[verb] !== REL.obl && view.relation[verb] !== REL.nmod && view.relation[verb] !== REL.obj) return -1;
    verb = view.head[verb] ?? -1;
  }
  if (verb < 0 || view.upos[verb] !== VERB || view.sentence[verb] !== view.sentence[noun]) return -1;
  const { agent, passive } = roles.rolesOf(verb);
  // "the town was evacuated at the request of": by whom nobody says
  return passive && agent < 0 ? -1 : agent;
} // biome-ignore format: long conditions

const HEEDING: ReadonlySet<string> = new Set([
  'comply',
  'accede',
  'heed',
  'grant',
  'honour',
  'honor',
  'fulfil',
  'fulfill',
  'obey',
]);
const WISHES: ReadonlySet<string> = new Set(['request', 'appeal', 'demand', 'plea', 'call', 'wish']);

/** "Will comply with the request of the premier", "heeded Velmar's appeal": who does as they were asked; -1 for nobody. */
function heeding(noun: number, { view, roles, parsed }: Matcher): number {
  const verb = view.head[noun] ?? -1;
  if (verb < 0 || verb > noun || view.upos[verb] !== VERB || !WISHES.has(parsed.words.lemma(noun))) return -1;
  const link = view.relation[noun];
  if ((link !== REL.obl && link !== REL.obj) || !HEEDING.has(parsed.words.lemma(verb))) return -1;
  const { agent, passive } = roles.rolesOf(verb);
  return passive ? -1 : agent;
} // biome-ignore format: one table
