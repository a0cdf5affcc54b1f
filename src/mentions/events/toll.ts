// An event in the making in, whether it is a sum over a whole war out: "more than 150,000 people have been killed since the conflict began".
import { NUM, REL, VERB } from '../actors/token-view.ts';
import type { Coded } from './coder.ts';
import type { Matcher } from './match.ts';
import { HARMED, LASTING } from './same-event.ts';

const HAVE: ReadonlySet<string> = new Set(['have', 'has', 'had', "'ve", '’ve', "'s", '’s']);
/** What lasts, besides what is fought. */
const SPANS: ReadonlySet<string> = new Set(['crisis', 'fighting', 'war', 'campaign', 'feud', 'coup', 'cycle', 'year']);
/** Fewer may have died in one attack. */
const MANY = 150;
/** So many die in no fight of a day. */
const WAR = 10_000;
const THOUSANDS: ReadonlySet<string> = new Set(['thousands', 'hundreds', 'thousand', 'million', 'millions']);

/** The perfect of a verb that counts so many dead as no one attack has, with the time or the war that it took. */
export function isToll({ code, trigger, patients, agents }: Coded, match: Matcher): boolean {
  if (code.type !== 'ASSAULT' || match.view.upos[trigger] !== VERB) return false;
  const lemma = match.verbLemma(trigger);
  if (!HARMED.has(lemma) && lemma !== 'claim' && lemma !== 'leave') return false;
  const { view, roles } = match;
  // "the war has killed", "the conflict killed"
  const subject = roles.clauses.subject[trigger] ?? -1;
  const byWar = [subject, ...agents].some((token) => token >= 0 && isLasting(token, match));
  // "have been killed", "has killed"
  const perfect = roles.isLedBy(trigger, REL.aux, HAVE);
  // "rebels have killed 1,000 people since May": theirs
  const passive = (roles.clauses.passive[trigger] ?? -1) >= 0;
  // "around 300,000 people were killed in the conflict"
  for (const preposition of ['in', 'during']) {
    const led = roles.obliqueOf(trigger, preposition);
    if (led >= 0 && isLasting(led, match) && patients.some((token) => isMany(token, match, WAR))) return true;
  }
  if (!byWar && (!perfect || (agents.length > 0 && !passive))) return false;
  if (!patients.some((token) => isMany(token, match)) && !(subject >= 0 && isMany(subject, match))) return false;
  if (byWar) return true;
  const at = view.sentence[trigger];
  for (let token = trigger + 1; token < view.length && view.sentence[token] === at; token++) {
    const word = view.lower[token] ?? '';
    if (word === 'since' || (word === 'so' && view.lower[token + 1] === 'far') || isLasting(token, match)) return true;
  }
  for (let token = trigger - 1; token >= 0 && view.sentence[token] === at; token--)
    if (view.lower[token] === 'since') return true;
  return false;
}

const isLasting = (token: number, match: Matcher) => LASTING.has(match.lemma(token)) || SPANS.has(match.lemma(token));

/** "150,000 people", "tens of thousands". */
function isMany(noun: number, { view, roles }: Matcher, least = MANY): boolean {
  if (THOUSANDS.has(view.lower[noun] ?? '')) return true;
  const number = view.upos[noun] === NUM ? noun : roles.childBy(noun, REL.nummod);
  if (number < 0) return false;
  for (let at = number; at >= 0 && at > number - 3; at--) {
    const word = view.lower[at] ?? '';
    if (THOUSANDS.has(word)) return true;
    if (/^\d[\d,. ]*$/.test(word) && Number(word.replace(/[^\d]/g, '')) >= least) return true;
  }
  return false;
}
