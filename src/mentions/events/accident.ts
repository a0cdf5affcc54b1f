// An event in the making with what its paragraph is about in, whether nobody meant the harm that it tells of out: floods, crashes, fires.
import type { Found as Cast } from '../actors/actor.ts';
import { NOUN, REL, VERB } from '../actors/token-view.ts';
import type { Draft } from './draft.ts';
import { kindMask } from './kinds.ts';
import type { Matcher } from './match.ts';
import { isSoon } from './soon.ts';

const PEACEFUL: ReadonlySet<string> = new Set(['disasters', 'health']);
export const VIOLENT: ReadonlySet<string> = new Set([
  'military',
  'terrorism',
  'crime',
  'repression',
  'human_rights',
  'cbrn',
]);

/** What authorities do in a flood or after a crash, to nobody's harm. */
const PRECAUTIONS: ReadonlySet<string | null> = new Set(['martial-law', 'curfew', 'censor', 'restrict', 'deport']);

/** Deaths that nobody caused, and what is done about them, where the paragraph tells of a flood, a crash or an illness. */
export function isAccident({ coded, actors, recipients, code }: Draft, contexts: readonly string[], { actors: known }: Cast, match: Matcher): boolean {
  if (code.type === 'ASSAULT' && actors.length === 0 && (ACCIDENTS.has(coded.entry.words) || /^(?:rip|tear|rock|shake|blow)\b/.test(coded.entry.words)) && isMishap(coded.trigger, match)) return true;
  if (code.type === 'ASSAULT' && actors.length === 0 && coded.agents.length > 0 && !contexts.some((one) => VIOLENT.has(one)) && coded.agents.every((token) => INCIDENTS.has(match.lemma(token)))) return true;
  // "an army helicopter crashed, killing nine": nobody's blow, whosever it was
  if (code.type === 'ASSAULT' && ACCIDENTS.has(coded.entry.words) && isOfWreck(coded.trigger, match)) return true;
  // "a lorry and ten motorcycles collided. The incident left seven dead"
  if (code.type === 'ASSAULT' && actors.length === 0 && coded.agents.length > 0 && coded.agents.every((token) => INCIDENTS.has(match.lemma(token)) && isBehindWreck(token, match))) return true;
  // "the van failed to yield and was struck", behind a collision
  if (code.type === 'ASSAULT' && actors.length + coded.agents.length === 0 && STRUCK.has(coded.entry.words) && match.roles.isPassive(coded.trigger) && isBehindWreck(coded.trigger, match)) return true;
  // "a market was destroyed in a fire"
  if (code.type === 'ASSAULT' && actors.length === 0 && RUINED.has(coded.entry.words) && isInFire(coded.trigger, match)) return true;
  // "died after being run over": in traffic, unless the paragraph tells of violence
  if (coded.entry.words.startsWith('run ') && code.type === 'ASSAULT' && actors.length === 0 && !contexts.some((one) => VIOLENT.has(one))) return true;
  // "an inquiry was ordered", by and into nobody who is told: only where it is about harm that somebody meant
  if (code.mode === 'investigate' && recipients.length === 0)
    if ((actors.length === 0 && (contexts.includes('disasters') || !contexts.some((one) => VIOLENT.has(one)))) || isOfMishap(coded.trigger, match) || (contexts.includes('disasters') && !contexts.some((one) => VIOLENT.has(one)))) return true;
  if (!contexts.some((one) => PEACEFUL.has(one))) return false;
  const disaster = contexts.includes('disasters');
  const domestic = recipients.every((one) => !known[one]?.country || actors.some((by) => known[by]?.country === known[one]?.country));
  if (code.type === 'COERCE') return disaster && PRECAUTIONS.has(code.mode) && domestic;
  if (code.type === 'AID') return disaster && domestic && RESCUES.has(match.lemma(coded.trigger)) && actors.every((by) => known[by]?.kind !== 'state' && known[by]?.country !== 'IGO');
  return (
    code.type === 'ASSAULT' &&
    !contexts.some((one) => VIOLENT.has(one)) &&
    // "Kestria hit a hospital": a hospital makes no flood of it
    (actors.length === 0 || disaster || !(/^(?:hit|strike)\b/.test(coded.entry.words) || isStateItself(coded, match))) &&
    actors.every((by) => known[by]?.kind === 'state') &&
    // "collapsed after being hit by a missile"
    !(STRUCK.has(coded.entry.words) && coded.agents.some((token) => (match.kinds.of(token) & MEANT) !== 0)) &&
    (code.mode === null || (code.mode === 'explosives' && !isBombTold(coded.trigger, match))) &&
    ACCIDENTS.has(coded.entry.words)
  );
} // biome-ignore format: long conditions

/** "A nurse was killed when a bomb exploded at a clinic": somebody laid it. */
function isBombTold(trigger: number, { view }: Matcher): boolean {
  const { sentence, upos } = view;
  let at = trigger;
  while (at > 0 && sentence[at - 1] === sentence[trigger]) at--;
  for (; at < view.length && sentence[at] === sentence[trigger]; at++)
    if (upos[at] === NOUN && BOMBS.has(view.lower[at] ?? '')) return true;
  return false;
}
const BOMBS: ReadonlySet<string> = new Set(['bomb', 'bombs', 'grenade', 'grenades', 'mine', 'landmine', 'ied']);

const WRECKED = /^(?:collided|collision|crash(?:ed)?|overturned|derailed|capsized|skidded|swerved|veered)$/;

/** "The incident", in the sentence behind one that tells of a crash. */
function isBehindWreck(noun: number, { view: { lower, sentence } }: Matcher): boolean {
  const before = (sentence[noun] ?? 0) - 1;
  for (let at = noun - 1; at >= 0 && (sentence[at] ?? 0) >= before; at--)
    if (WRECKED.test(lower[at] ?? '')) return true;
  return false;
}

const WRECKING: ReadonlySet<string> = new Set(['crash', 'collide', 'overturn', 'derail', 'capsize', 'skid']);
/** What has such mishaps; a drone that crashes into a house was sent there. */
const DRIVEN: ReadonlySet<string> = new Set([
  'helicopter', 'plane', 'jet', 'aircraft', 'chopper', 'gunship', 'tank', 'truck', 'bus', 'vehicle', 'lorry', 'convoy', 'train', 'boat', 'ship',
]); // biome-ignore format: one table

/** "Crashed, killing nine", "overturned and killed nine": what went wrong with what somebody drives or flies. */
function isOfWreck(verb: number, match: Matcher): boolean {
  const { view, roles } = match;
  const up = view.head[verb] ?? -1;
  const how = view.relation[verb];
  if (up < 0 || up > verb || (how !== REL.advcl && how !== REL.conj) || !WRECKING.has(match.lemma(up))) return false;
  if ((roles.clauses.object[up] ?? -1) >= 0) return false;
  const subject = roles.clauses.subject[up] ?? -1;
  return subject >= 0 && DRIVEN.has(match.lemma(subject));
}

/** What a fire, a storm or a crash does to a house. */
const RUINED: ReadonlySet<string> = new Set(['destroy', 'damage', 'wreck', 'gut', 'devastate', 'level', 'raze']);
const RUIN =
  /^(?:fire|blaze|inferno|storm|flood|floods|flooding|crash|collision|quake|earthquake|tornado|hurricane|cyclone|typhoon|landslide|avalanche|wildfires?|hail|lightning|gales?|winds?)$/;

/** "Was destroyed in a fire", "by the flood": right behind the verb, and nobody lit it. */
function isInFire(verb: number, { view: { lower, upos, sentence } }: Matcher): boolean {
  if (upos[verb] !== VERB || (lower[verb + 1] !== 'in' && lower[verb + 1] !== 'by')) return false;
  for (let at = verb + 2; at < verb + 7 && sentence[at] === sentence[verb]; at++) {
    if (RUIN.test(lower[at] ?? '')) return lower[at + 1] !== 'bomb' && lower[at + 1] !== 'started' && lower[at + 1] !== 'set';
    if (upos[at] === VERB) return false;
  }
  return false;
} // biome-ignore format: one line

/** "Norland killed the head of a hospital": the state itself is said to have done it. */
const isStateItself = ({ agents, trigger }: Draft['coded'], { view, kinds }: Matcher): boolean =>
  agents.some((one) => view.head[one] === trigger && view.relation[one] === REL.nsubj && kinds.isState(one));

/** "Investigates the crash", "an inquiry into the derailment": no reproach to anybody. */
const isOfMishap = (trigger: number, { view }: Matcher): boolean =>
  isSoon(WRECKS, trigger, 12, view) || isSoon(UNMEANT, trigger, 4, view);
const UNMEANT: ReadonlySet<string> = new Set(['accidental', 'unintentional']);

/** What leaves people dead and is nobody's doing, unless the paragraph tells of violence. */
const INCIDENTS: ReadonlySet<string> = new Set([
  'incident',
  'accident',
  'crash',
  'collision',
  'derailment',
  'blaze',
  'storm',
  'flood',
  'landslide',
  'avalanche',
  'stampede',
  'collapse',
]);
const WRECKS: ReadonlySet<string> = new Set([
  'crash', 'crashes', 'accident', 'accidents', 'derailment', 'collision', 'mishap', 'outbreak', 'sinking', 'capsizing', 'wreck', 'malfunction',
]); // biome-ignore format: one table

/** What an authority does for its own people. */
const RESCUES: ReadonlySet<string> = new Set([
  'evacuate',
  'rescue',
  'help',
  'assist',
  'aid',
  'move',
  'relocate',
  'shelter',
  'airlift',
  'save',
]);

/** Words of harm that an accident does as well. */
const ACCIDENTS: ReadonlySet<string> = new Set([
  'kill',
  'injure',
  'wound',
  'hurt',
  'maim',
  'explosion',
  'blast',
  'explode',
  'hit',
  'strike',
  'destroy',
  'damage',
  'burn',
  'wreck',
]);

/** What goes wrong with things by themselves. */
const MISHAPS: ReadonlySet<string> = new Set([
  'collapse', 'crash', 'sink', 'capsize', 'plunge', 'overturn', 'derail', 'collide', 'leak', 'topple', 'overheat', 'malfunction', 'explode', 'fall', 'stampede', 'collision',
  'derailment',
]); // biome-ignore format: one table
/** What blows up without anybody's doing. */
const PLANTS: ReadonlySet<string> = new Set([
  'plant', 'factory', 'warehouse', 'pipeline', 'boiler', 'refinery', 'gas', 'transformer', 'cylinder', 'furnace', 'tanker', 'mill', 'firework', 'workshop', 'petroleum', 'chemical',
  'fuel', 'kitchen', 'battery', 'generator',
]); // biome-ignore format: one table
/** What a missile does and a rocket that blows up on its pad does not. */
const STRUCK: ReadonlySet<string> = new Set(['hit', 'strike', 'destroy', 'damage']);
const MEANT = kindMask('weapon') | kindMask('forces');

/** "Six were killed when a chemical plant exploded": the sentence says what went wrong, and nobody who meant it. */
function isMishap(trigger: number, match: Matcher): boolean {
  const { view, kinds } = match;
  const { sentence, upos } = view;
  let from = trigger;
  while (from > 0 && sentence[from - 1] === sentence[trigger]) from--;
  let mishap = false;
  let plant = false;
  let blast = false;
  for (let at = from; at < view.length && sentence[at] === sentence[trigger]; at++) {
    if (upos[at] !== VERB && upos[at] !== NOUN) continue;
    const word = upos[at] === VERB ? match.verbLemma(at) : match.lemma(at);
    if (upos[at] === NOUN && (kinds.of(at) & MEANT) !== 0 && !PLANTS.has(word)) return false;
    if (word.startsWith('explod') || word === 'explosion' || word === 'blast') blast = true;
    else if (MISHAPS.has(word) && (upos[at] === VERB || word.length > 7)) mishap = true;
    if (PLANTS.has(word)) plant = true;
    if (word === 'attack' || word === 'strike' || word === 'raid' || word === 'attacker') return false;
  }
  return mishap || (blast && plant);
}
