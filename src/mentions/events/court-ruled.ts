// A verb by which courts find and the clause it leads in, the ruling that sets aside what the clause tells of out: "ruled that the decree was unconstitutional".
import { ADJ, NOUN, REL } from '../actors/token-view.ts';
import type { Coded, Coder } from './coder.ts';
import { isDenied, UNSURE } from './decried.ts';
import { plainEntry } from './entries.ts';
import { kindBit } from './kinds.ts';

const RULING: ReadonlySet<string> = new Set(['rule', 'find', 'hold', 'declare', 'decide', 'conclude', 'determine']);
const COURTS: ReadonlySet<string> = new Set(['judge', 'court', 'tribunal', 'magistrate', 'bench', 'justice']);
/** What cannot stand in law. */
const UNSOUND: ReadonlySet<string> = new Set([
  'unconstitutional', 'unlawful', 'illegal', 'invalid', 'void', 'illegitimate', 'impermissible',
]); // biome-ignore format: one table
const SET_ASIDE = plainEntry('REJECT', null, '120');
/** What those in power set down or want; what was done to somebody is blamed on whoever did it (`deed-judged.ts`). */
const SET_DOWN = kindBit('law') | kindBit('demand') | kindBit('accord') | kindBit('abstract');
const BLOW = kindBit('blow');
const PEOPLE = kindBit('person') | kindBit('body') | kindBit('actor') | kindBit('state') | kindBit('name');
/** "The suspension", "the dismissal", "the appointment": what somebody in office did. */
const DONE = /(?:[ts]ion|ment|issal|oval|usal|gation|roval)$/;

/** Null where no court finds so. */
export function courtRuled({ match, cast }: Coder, verb: number, lemma: string): Coded | null {
  if (!RULING.has(lemma)) return null;
  const { view, roles, kinds } = match;
  const clause = roles.clauses.complement[verb] ?? -1;
  if (clause < 0 || view.upos[clause] !== ADJ || !UNSOUND.has(view.lower[clause] ?? '')) return null;
  if (roles.childBy(clause, REL.cop) < 0 || isDenied(clause, match) || isDenied(verb, match)) return null;
  if (roles.isLedBy(clause, REL.mark, UNSURE) || roles.isLedBy(clause, REL.aux, UNSURE)) return null;
  const court = roles.clauses.subject[verb] ?? -1;
  const act = roles.clauses.subject[clause] ?? -1;
  if (court < 0 || act < 0 || view.upos[act] !== NOUN) return null;
  if (!COURTS.has(match.lemma(court)) && cast.sectorOf(cast.at(court)) !== 'JUD') return null;
  const of = kinds.of(act);
  if ((of & BLOW) !== 0 && (of & SET_DOWN) === 0) return null;
  if ((of & SET_DOWN) === 0 && ((of & PEOPLE) !== 0 || !DONE.test(match.lemma(act)))) return null;
  return {
    code: SET_ASIDE, trigger: clause, clause: verb, agents: [court], patients: [act], mutual: false, operators: [], consumed: [], entry: SET_ASIDE, path: `${lemma} + ${view.lower[clause]}`,
  }; // biome-ignore format: one record
}
