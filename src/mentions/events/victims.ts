// The events of a report in; those who were hurt told beside the state whose town was struck, out, or in its place where its own forces struck it.
import { eachChild } from '../../grammar/tree.ts';
import { NOUN, REL, VERB } from '../actors/token-view.ts';
import type { CastGrowth } from './cast-growth.ts';
import { blowUpon, DEEP } from './contact.ts';
import { type Draft, settled } from './draft.ts';
import { kindBit } from './kinds.ts';
import type { Matcher } from './match.ts';
import { HARMED } from './same-event.ts';

const PLACE = kindBit('place') | kindBit('state');
const WEAPON = kindBit('weapon');
/** Sectors of those who act for the state that they are of. */
const STATE: ReadonlySet<string | null> = new Set(['GOV', 'MIL', 'COP', 'SPY', 'PRM']);

/**
 * "Rebels fired on a town, wounding four": Dorvania, whose town it is, and the four. "Army jets struck a town, killing four": the
 * four, for no state strikes itself. "Dorvania struck a town in Velmar, killing four" is between the two states.
 */
export function withVictims(drafts: readonly Draft[], match: Matcher, cast: CastGrowth): void {
  const isRest = ({ recipients }: Draft) =>
    recipients.length > 0 && recipients.every((one) => REST.test(cast.nameOf(one)));
  // "nine civilians were killed, while 44 others were hurt": the nine before the others
  const inOrder = drafts.some(isRest) ? [...drafts.filter((one) => !isRest(one)), ...drafts.filter(isRest)] : drafts;
  for (const draft of inOrder) {
    if (draft.into === null) continue;
    const whole = settled(draft);
    const { recipients, actors, code, status } = whole;
    if (code.type !== 'ASSAULT' || status === 'negated' || recipients.length === 0) continue;
    const struck = recipients[0] as number;
    if (recipients.every((one) => cast.isGuess(one))) {
      // "nine men were killed in raids on Tarnovo": the men, whatever Tarnovo is
      const dead = victimsOf(draft, whole, struck, match, cast);
      // "bombed the headquarters of the Tarn Workers' Federation, killing nine": both
      const bodies = recipients.filter((one) => BODY.test(cast.nameOf(one)));
      if (dead.length > 0) whole.recipients = [...bodies, ...dead];
      continue;
    }
    if (recipients.length !== 1) continue;
    if (cast.kindOf(struck) !== 'state') {
      // "nine civilians were killed when jets struck a village held by rebels": not the rebels
      const others = isHeldTown(whole, match) ? victimsOf(draft, whole, struck, match, cast) : [];
      if (others.length > 0) whole.recipients = others;
      continue;
    }
    const country = cast.countryOf(struck);
    const own = actors.length > 0 && actors.every((one) => isOwn(one, country, cast));
    if (!own && actors.some((one) => isForeign(one, country, cast))) continue;
    const victims = victimsOf(draft, whole, struck, match, cast);
    // "nine died in a raid on a town in Velmar": in a war at home as often as not
    const alone = own || (actors.length === 0 && !isNamedLand(whole, match));
    if (victims.length > 0) whole.recipients = alone ? victims : [struck, ...victims];
  }
}

const REST = /\bothers$/;
const BODY =
  /\b(?:federation|union|party|front|movement|brigades?|army|organi[sz]ation|league|council|committee|agency|confederation|alliance|company|corporation|group)$/i;

/** Those of a wording that says that people were killed or hurt: people of no state, and nobody who did it. */
function victimsOf(draft: Draft, { actors }: Draft, struck: number, match: Matcher, cast: CastGrowth): number[] {
  const { trigger, entry } = draft.coded;
  if (match.view.upos[trigger] !== VERB || !(HARMED.has(match.lemma(trigger)) || LEFT.test(entry.words))) return [];
  return draft.recipients.filter((one) => one !== struck && !actors.includes(one) && cast.kindOf(one) !== 'state');
}

/** "An attack on the Dorvanian embassy", "strikes on Velmar": a land by its own name or adjective. */
export const isNamedLand = ({ coded }: Draft, { view, kinds, parsed }: Matcher): boolean =>
  coded.patients.some((token) => {
    let named = kinds.isState(token);
    if (
      view.upos[token] === NOUN &&
      /^(?:embass(?:y|ies)|consulates?|base|tanker|ship|warship)$/.test(view.lower[token] ?? '')
    )
      eachChild(parsed, token, (child) => {
        if (child < token && kinds.isState(child)) named = true;
      });
    return named;
  });

/** "Left nine people dead". */
const LEFT = /^leave (?:dead|wounded|injured)/;
const HOLDING: ReadonlySet<string> = new Set(['held', 'controlled', 'occupied', 'ruled', 'run', 'besieged']);

/** "The village of Tarn, held by rebels": whoever holds it, the town was struck. */
const isHeldTown = ({ coded }: Draft, { view, kinds, roles }: Matcher): boolean =>
  coded.patients.some(
    (token) =>
      // "a raid on an opposition-held town": the holder before the hyphen
      (view.lower[token + 1] === '-' && HOLDING.has(view.lower[token + 2] ?? '')) ||
      ((kinds.of(token) & PLACE) !== 0 &&
        // "an opposition-held town"
        (HOLDING.has(view.lower[roles.childBy(token, REL.acl)] ?? '') ||
          (view.lower[token - 2] === '-' && HOLDING.has(view.lower[token - 1] ?? '')))),
  );

/** "The army", "regime warplanes", of the state itself or of none that is told. */
const isOwn = (actor: number, country: string | null, cast: CastGrowth) =>
  cast.countryOf(actor) === country
    ? cast.kindOf(actor) === 'state' || STATE.has(cast.sectorOf(actor))
    : cast.countryOf(actor) === null && STATE.has(cast.sectorOf(actor));
const isForeign = (actor: number, country: string | null, cast: CastGrowth) => {
  const own = cast.countryOf(actor);
  return own !== null && own !== country;
};

/** "Targeted it with a shell killing one": the verb above the weapon, or above the place, that the parser hung the participle from; -1 for none. */
export function blowAbove(participle: number, { view, kinds, roles }: Matcher): number {
  const { head, relation, upos } = view;
  const hung = head[participle] ?? -1;
  if (view.tag(participle) !== 'VBG' || relation[participle] !== REL.acl || hung < 0) return -1;
  const upon = blowUpon(participle, view, (noun) => roles.caseOf(noun));
  if (upon >= 0 || (kinds.of(hung) & WEAPON) === 0) return upon;
  let at = hung;
  for (let steps = 0; steps < DEEP && upos[at] === NOUN; steps++) {
    const link = relation[at];
    // "a missile wounding four landed": what wounded them is the subject
    if (link !== REL.obl && link !== REL.nmod && link !== REL.conj && link !== REL.obj) return -1;
    at = head[at] ?? -1;
  }
  return at >= 0 && at < participle && upos[at] === VERB ? at : -1;
}
