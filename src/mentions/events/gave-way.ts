// A verb of taking back and the law or plan it takes back in, the concession out where the sentence tells of the protests that it follows: "the bill was withdrawn after mass rallies".
import { NOUN, VERB } from '../actors/token-view.ts';
import type { Coded, Coder } from './coder.ts';
import { plainEntry } from './entries.ts';
import type { Matcher } from './match.ts';

const TAKEN_BACK: ReadonlySet<string> = new Set([
  'withdraw', 'shelve', 'scrap', 'drop', 'suspend', 'abandon', 'repeal', 'rescind', 'reverse', 'revoke', 'freeze', 'axe', 'ditch', 'postpone', 'delay', 'retract', 'cancel', 'halt', 'annul', 'cut', 'reduce', 'amend', 'soften', 'dilute', 'pull',
]); // biome-ignore format: one table
/** What those in power mean to put on others. */
const IMPOSED: ReadonlySet<string> = new Set([
  'bill', 'law', 'legislation', 'amendment', 'reform', 'decree', 'tax', 'levy', 'measure', 'decision', 'hike', 'policy', 'curfew', 'regulation', 'ordinance', 'austerity', 'proposal', 'plan', 'quota', 'statute', 'rise', 'increase', 'fee', 'surcharge', 'cut', 'constitution', 'edict', 'ban',
]); // biome-ignore format: one table
/** These are cut or amended every day; only what weighs on people is given way on. */
const LESSENED: ReadonlySet<string> = new Set(['cut', 'reduce', 'delay', 'halt', 'cancel', 'pull', 'postpone']);
const WEIGHING: ReadonlySet<string> = new Set([
  'tax',
  'levy',
  'hike',
  'fee',
  'surcharge',
  'reform',
  'bill',
  'austerity',
  'law',
  'decree',
  'curfew',
]);
const LEADING: ReadonlySet<string> = new Set(['after', 'following', 'amid', 'amidst', 'under']);
const LED_BY_PHRASE: ReadonlySet<string> = new Set([
  'response',
  'face',
  'because',
  'due',
  'owing',
  'wake',
  'bowing',
  'reaction',
  'thanks',
]);
/** How those who are against it made themselves heard. */
const PRESSURE: ReadonlySet<string> = new Set([
  'protest', 'protests', 'demonstration', 'demonstrations', 'strikes', 'rally', 'rallies', 'unrest', 'outcry', 'backlash', 'pressure', 'anger', 'riots', 'rioting', 'uproar', 'fury', 'outrage', 'marches', 'walkout', 'walkouts', 'sit-in',
  'protesters', 'protestors', 'demonstrators', 'strikers', 'rioters', 'uprising', 'revolt', 'blockades',
]); // biome-ignore format: one table
const FIRMS: ReadonlySet<string> = new Set(['company', 'firm', 'operator', 'airline', 'club', 'university']);
const AIR: ReadonlySet<string> = new Set(['air', 'drone', 'missile', 'rocket', 'military', 'lightning', 'artillery']);
/** How far behind the word that leads it the pressure stands: "after two weeks of often violent protests". */
const NEAR = 9;

const GAVE_WAY = plainEntry('CONCEDE', null, '080', { frame: 'direct' });

/** Whether the sentence of a verb says that it was done after or under protests. */
export function isPressed(verb: number, { view: { lower, sentence, length } }: Matcher): boolean {
  const here = sentence[verb];
  let from = verb;
  while (from > 0 && sentence[from - 1] === here) from--;
  for (let at = from; at < length && sentence[at] === here; at++) {
    if (!PRESSURE.has(lower[at] ?? '') || AIR.has(lower[at - 1] ?? '')) continue;
    for (let back = at - 1; back >= from && back >= at - NEAR && back !== verb; back--) {
      const word = lower[back] ?? '';
      if (word === 'despite') break;
      if (LEADING.has(word) || LED_BY_PHRASE.has(word)) return true;
    }
  }
  return false;
}

/** "The government shelved the tax amid protests": null where nothing that weighs on people is taken back, or nobody has protested. */
export function gaveWay({ match }: Coder, verb: number, lemma: string): Coded | null {
  if (!TAKEN_BACK.has(lemma)) return null;
  const { agent, patient, passive } = match.roles.rolesOf(verb);
  if (patient < 0 || match.view.upos[patient] !== NOUN || match.view.upos[verb] !== VERB) return null;
  const what = match.lemma(patient);
  if (!(LESSENED.has(lemma) ? WEIGHING : IMPOSED).has(what)) return null;
  if (agent >= 0 ? !match.kinds.isPower(agent) || FIRMS.has(match.lemma(agent)) : !passive) return null;
  if (!isPressed(verb, match)) return null;
  return {
    code: GAVE_WAY, trigger: verb, clause: verb, agents: agent < 0 ? [] : [agent], patients: [], mutual: false, operators: [], consumed: [], entry: GAVE_WAY, path: `${lemma} ${what}`,
  }; // biome-ignore format: one record
}
