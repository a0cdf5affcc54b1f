// A deadly deed of “they” in with the events before it, the attack in the sentence before that it is the toll of out: “attacked a base. They killed nine”.
import { PRON, VERB } from '../actors/token-view.ts';
import { type Draft, settled } from './draft.ts';
import { kindBit } from './kinds.ts';
import type { Matcher } from './match.ts';
import { DEADLY } from './same-event.ts';

const LIVING = kindBit('person') | kindBit('forces');
const THEY: ReadonlySet<string> = new Set(['they', 'he', 'she', 'it']);
/** Verbs of an attack that leave open whom it hurt. */
const ATTACKS: ReadonlySet<string> = new Set(['attack', 'storm', 'raid', 'strike', 'assault', 'hit', 'shell', 'bomb']);

/** Null where the deed stands by itself: another side's, upon others than were told, or long after. */
export function attackBefore(drafts: readonly Draft[], i: number, match: Matcher): Draft | null {
  const draft = drafts[i] as Draft;
  const { trigger, agents } = draft.coded;
  const { view } = match;
  const who = agents[0] ?? -1;
  if (draft.code.type !== 'ASSAULT' || draft.status !== 'asserted' || !DEADLY.has(match.lemma(trigger))) return null;
  if (agents.length !== 1 || view.upos[who] !== PRON || !THEY.has(view.lower[who] ?? '')) return null;
  for (let k = i - 1; k >= 0; k--) {
    const earlier = drafts[k] as Draft;
    const told = earlier.coded.trigger;
    const apart = (view.sentence[trigger] ?? 0) - (view.sentence[told] ?? 0);
    if (apart > 1 || view.paragraph[told] !== view.paragraph[trigger]) return null;
    if (apart < 1 || earlier.code.type !== 'ASSAULT' || settled(earlier) !== earlier) continue;
    const attacked = view.upos[told] === VERB && ATTACKS.has(match.lemma(told)) && earlier.status === 'asserted';
    const same = earlier.actors.length > 0 && earlier.actors.every((one) => draft.actors.includes(one));
    const named = earlier.coded.patients.some((token) => (match.kinds.of(token) & LIVING) !== 0);
    return attacked && same && !named ? earlier : null;
  }
  return null;
}

/** "Attacked an army base. They killed nine villagers": both; of a place alone those who died. */
export function addToll(attack: Draft, { recipients }: Draft, placed: boolean): void {
  const hit = placed ? [] : attack.recipients.filter((one) => !recipients.includes(one));
  attack.recipients = [...hit, ...recipients];
}
