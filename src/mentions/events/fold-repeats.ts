// The events of a report, wordings joined, in; what is told a second time with the same parties and code joined to the first telling.
import type { Draft } from './draft.ts';
import type { Matcher } from './match.ts';
import { apart, isDefinite, isNewSum, join, type Whereabouts } from './merge.ts';

/** How many events back a telling is looked for: it keeps the work linear. */
const BACK = 60;
/** Deeds that the same forces do in many places: where nobody is told whom they met, nothing tells two of them apart. */
const DEEDS: ReadonlySet<string> = new Set(['ASSAULT', 'COERCE', 'MOBILIZE']);

const within = (a: readonly number[], b: readonly number[]) => a.every((one) => b.includes(one));

/**
 * Whether any were joined. Coding teams count what the same actor does to the same target under the same code on the same day
 * once. So does a row here: the second telling is a wording of the first. What is told of another day or town stays apart.
 */
export function foldRepeats(drafts: readonly Draft[], match: Matcher, at: Whereabouts): boolean {
  let folded = false;
  for (let i = 1; i < drafts.length; i++) {
    const later = drafts[i] as Draft;
    for (let k = i - 1; k >= 0 && k >= i - BACK; k--) {
      const earlier = drafts[k] as Draft;
      if (earlier.into || !isRepeat(earlier, later, match) || apart(earlier, later, at)) continue;
      join(later, earlier);
      folded = true;
      break;
    }
  }
  return folded;
}

function isRepeat(earlier: Draft, later: Draft, match: Matcher): boolean {
  if (isProtestTopic(earlier, later, match)) return true;
  if (earlier.code.type !== later.code.type || earlier.status !== later.status) return false;
  const known = later.actors.length + later.recipients.length;
  if (known === 0) return isNameless(earlier, later, match);
  if (pointsBack(earlier, later, match)) return true;
  if (!sameCode(earlier, later) || isNewSum(later.coded.trigger, match)) return false;
  // nobody new may come in: neither among those who act nor among those acted upon
  if (!within(later.actors, earlier.actors) || !within(later.recipients, earlier.recipients)) return false;
  if (later.actors.length === 0) return later.recipients.length === earlier.recipients.length;
  return later.recipients.length > 0 || later.coded.mutual || !DEEDS.has(later.code.type);
}

function sameCode({ code: a }: Draft, { code: b }: Draft): boolean {
  if (a.mode !== null && b.mode !== null && a.mode !== b.mode) return false;
  return a.cameo.slice(0, 3) === b.cameo.slice(0, 3) || a.mode === b.mode || a.type === 'ASSAULT';
}

const VICTIMS: ReadonlySet<string> = new Set(['victim', 'dead', 'casualty', 'fatality', 'deceased']);
const ATTACKERS: ReadonlySet<string> = new Set([
  'attacker', 'assailant', 'gunman', 'shooter', 'bomber', 'perpetrator', 'raider', 'killer', 'assassin',
]); // biome-ignore format: one table
/** How many sentences behind an attack its victims and attackers are called by what it made of them. */
const NEAR = 5;

/** "The victims were shot", "the attackers killed": those whom only the attack told before makes what they are called. */
function pointsBack(earlier: Draft, later: Draft, match: Matcher): boolean {
  if (earlier.code.type !== 'ASSAULT' || later.status !== 'asserted') return false;
  const { agents, patients, trigger } = later.coded;
  if ((match.view.sentence[trigger] ?? 0) - (match.view.sentence[earlier.coded.trigger] ?? 0) > NEAR) return false;
  const known = (token: number, called: ReadonlySet<string>) =>
    called.has(match.lemma(token)) && isDefinite(token, match);
  const hurt = patients.length > 0 && patients.every((token) => known(token, VICTIMS));
  if (hurt) return later.actors.length === 0 || within(later.actors, earlier.actors);
  const attackers = agents.length > 0 && agents.every((token) => known(token, ATTACKERS));
  return attackers && (later.recipients.length === 0 || within(later.recipients, earlier.recipients));
}

const PROTESTERS: ReadonlySet<string> = new Set([
  'protester', 'protestor', 'demonstrator', 'marcher', 'striker', 'rally', 'demonstration', 'protest', 'march',
]); // biome-ignore format: one table

/** "Thousands marched, demanding elections": what a protest is for is the protest, no demand of its own. */
function isProtestTopic(earlier: Draft, later: Draft, match: Matcher): boolean {
  if (later.code.type !== 'REQUEST' || earlier.code.type !== 'PROTEST' || earlier.status !== later.status) return false;
  const { agents, trigger } = later.coded;
  const apart = (match.view.sentence[trigger] ?? 0) - (match.view.sentence[earlier.coded.trigger] ?? 0);
  if (agents.length > 0 && agents.every((token) => PROTESTERS.has(match.lemma(token)))) return apart <= NEAR;
  return apart === 0 && later.actors.length > 0 && within(later.actors, earlier.actors);
}

/** "The three were arrested": an arrest of nobody new, told after one. */
function isNameless(earlier: Draft, later: Draft, match: Matcher): boolean {
  return (
    later.code.mode === 'arrest' &&
    earlier.code.mode === 'arrest' &&
    later.status === 'asserted' &&
    (match.view.sentence[later.coded.trigger] ?? 0) - (match.view.sentence[earlier.coded.trigger] ?? 0) <= 6
  );
}
