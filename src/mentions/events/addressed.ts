// A demand in, the one it was put to by the words around it out: "in a letter to the president, senators called for their release".
import { NOUN, PRON, PROPN, REL, VERB } from '../actors/token-view.ts';
import type { CastGrowth } from './cast-growth.ts';
import type { Coded } from './coder.ts';
import type { Matcher } from './match.ts';

/** What is written to somebody. */
const LETTERS: ReadonlySet<string> = new Set([
  'letter', 'message', 'note', 'petition', 'memo', 'email', 'e-mail', 'cable', 'telegram', 'missive', 'telegramme', 'memorandum',
]); // biome-ignore format: one table
/** What is had with somebody. */
const TALKS: ReadonlySet<string> = new Set(['call', 'talk', 'meeting', 'conversation', 'discussion']);
const WITHIN: ReadonlySet<string> = new Set(['in', 'during', 'at']);
/** Those who can do what is demanded. */
const IN_POWER: ReadonlySet<string> = new Set(['GOV', 'MIL', 'LEG', 'OPP', 'REB', 'JUD', 'COP']);

/** The token; -1 where no words say to whom. */
export function addressed({ clause }: Coded, { view, roles }: Matcher, cast: CastGrowth): number {
  const lemma = (token: number) => view.parsed.words.lemma(token);
  const named = (token: number) =>
    token >= 0 && (view.upos[token] === NOUN || view.upos[token] === PROPN || view.upos[token] === PRON) ? token : -1;
  const { first, next } = roles.children;
  for (let noun = first[clause] as number; noun >= 0; noun = next[noun] as number) {
    const led = view.relation[noun] === REL.obl && view.upos[noun] === NOUN ? roles.caseOf(noun) : '';
    if (!WITHIN.has(led)) continue;
    if (led === 'in' && LETTERS.has(lemma(noun))) {
      const to = roles.obliqueOf(noun, 'to');
      return named(to < 0 ? roles.obliqueOf(clause, 'to') : to);
    }
    if (!TALKS.has(lemma(noun))) continue;
    // "in talks with the president", and no "meeting with the victims"
    const other = named(roles.obliqueOf(noun, 'with'));
    const actor = other < 0 ? -1 : cast.at(other);
    return cast.kindOf(actor) === 'state' || IN_POWER.has(cast.sectorOf(actor) ?? '') ? other : -1;
  }
  // "wrote to the president demanding"
  const up = view.head[clause] ?? -1;
  const link = view.relation[clause];
  if (up < 0 || view.upos[up] !== VERB || lemma(up) !== 'write' || (link !== REL.advcl && link !== REL.xcomp))
    return -1;
  return named(roles.obliqueOf(up, 'to'));
}
