// Two events of a report in, whether the later tells the earlier again in fuller words out: a headline and its first sentences, the same words twice.
import { ADJ, NOUN, NUM, PROPN, REL } from '../actors/token-view.ts';
import type { Draft } from './draft.ts';
import type { Matcher } from './match.ts';
import { isDefinite, ONCE, OTHER } from './same-event.ts';

/** Sentences of a headline and a lead, and how many behind them tell it again. */
const LEAD = 2;
const BEHIND = 4;
/** Words for one deed: a report changes between those of a group. */
const GROUPS: readonly (readonly string[])[] = [
  ['kill', 'killing', 'murder', 'slay', 'slaying', 'death', 'assassinate', 'assassination', 'execute', 'execution', 'claim', 'gun', 'die'],
  ['shoot', 'shooting', 'shot', 'gunfire', 'fire', 'open'],
  ['stab', 'stabbing', 'knife'],
  ['bomb', 'bombing', 'blast', 'explosion', 'explode', 'detonate', 'detonation', 'blow', 'go'],
]; // biome-ignore format: one table
const GROUP: ReadonlyMap<string, number> = new Map(
  GROUPS.flatMap((words, at) => words.map((word) => [word, at] as const)),
);
/** What anybody may be called. */
const ANYBODY: ReadonlySet<string> = new Set([
  'man', 'woman', 'suspect', 'person', 'people', 'individual', 'victim', 'civilian', 'youth', 'teen', 'teenager', 'juvenile', 'resident', 'attacker', 'gunman', 'terrorist', 'militant', 'fighter', 'member',
]); // biome-ignore format: one table
const MALE: ReadonlySet<string> = new Set([
  'man',
  'boy',
  'father',
  'son',
  'brother',
  'husband',
  'stepfather',
  'grandfather',
  'gunman',
]);
const FEMALE: ReadonlySet<string> = new Set([
  'woman',
  'girl',
  'mother',
  'daughter',
  'sister',
  'wife',
  'stepmother',
  'grandmother',
]);
const APART: ReadonlySet<string> = new Set([
  'separate',
  'separately',
  'also',
  'again',
  'another',
  'elsewhere',
  'meanwhile',
  'earlier',
  'later',
  'previously',
  'too',
]);

/** `stateOf`: the country of a state or of the capital that it is called by; null for anybody else. */
export function isRetold(earlier: Draft, later: Draft, match: Matcher, stateOf: (actor: number) => string | null): boolean {
  if (earlier.code.type !== later.code.type || earlier.status !== later.status || earlier.status === 'hypothetical') return false;
  if (earlier.code.mode !== later.code.mode && earlier.code.mode !== null && later.code.mode !== null) return false;
  const { view } = match;
  const [a, b] = [earlier.coded.trigger, later.coded.trigger];
  const [first, second] = [view.sentence[a] ?? 0, view.sentence[b] ?? 0];
  const lead = first < LEAD && second > first && second <= first + BEHIND;
  const words = match.verbLemma(a) === match.verbLemma(b);
  if (!lead && !words) return false;
  if (isHeadlineOf(earlier, later, match)) return true;
  if (!words && !alikeDeeds(earlier, later, match)) return false;
  if (saysOther(b, match)) return false;
  // "one strike" here, "two strikes" there
  const sum = view.upos[b] === NOUN ? countOf(b, match) : '';
  if (sum !== '' && (!lead || sum !== countOf(a, match))) return false;
  const [by] = earlier.actors;
  const state = lead && earlier.actors.length === 1 && later.actors.length === 1 ? stateOf(by as number) : null;
  const capital = state !== null && state === stateOf(later.actors[0] as number);
  const who = capital ? 3 : alike(earlier.actors, later.actors, earlier.coded.agents, later.coded.agents, lead, match);
  const whom = who > 0 ? alike(earlier.recipients, later.recipients, earlier.coded.patients, later.coded.patients, lead, match) : 0;
  // nobody but the open on both sides: nothing says that it is the same
  const many = countOf(a, match);
  if (who > 0 && whom > 0 && many !== '' && later.coded.agents.some((token) => countOf(token, match) === many)) return true;
  if (view.upos[a] === NOUN && whom < 2) return false;
  return whom > 0 && who + whom > 2;
} // biome-ignore format: long conditions

/** What those who take part do together. */
const TOGETHER: ReadonlySet<string | null> = new Set(['meet', 'multilateral']);
const CONTENT = /^NNS?$/;

/** Whether a headline and its lead tell of one deed in words of their own: of the same doers with two nouns in common, of the same kind of doers in one place, or of talks of which the headline names one side. */
function isHeadlineOf(earlier: Draft, later: Draft, match: Matcher): boolean {
  const { view } = match;
  const [a, b] = [earlier.coded.trigger, later.coded.trigger];
  // behind a dateline
  if (view.sentence[a] !== 0 || (view.sentence[b] ?? 0) > 2 || view.paragraph[b] !== (view.paragraph[a] ?? 0) + 1)
    return false;
  const { endToken } = view.parsed.text.sentences;
  if (view.lower[(endToken[0] ?? 1) - 1] === '.' || earlier.code.mode !== later.code.mode || saysOther(b, match))
    return false;
  const { actors } = earlier;
  if (actors.length === 0) return false;
  const same = actors.every((one) => later.actors.includes(one));
  if (same && (later.code.type === 'CONSULT' || TOGETHER.has(later.code.mode)))
    return later.recipients.length + earlier.recipients.length === 0;
  if (same && actors.length === later.actors.length) return commonNouns(b, match) > 1;
  const [one, other] = [earlier.coded.agents[0], later.coded.agents[0]];
  if (match.verbLemma(a) !== match.verbLemma(b) || one === undefined || other === undefined) return false;
  if (earlier.coded.agents.length + later.coded.agents.length > 2 || !alikeWords(one, other, true, match)) return false;
  const places = placesBehind(a, match);
  return placesBehind(b, match).some((name) => places.includes(name));
}

/** How many common nouns the headline has in common with the sentence of a word. */
function commonNouns(word: number, { view }: Matcher): number {
  const head = new Set<string>();
  let common = 0;
  for (let at = 0; at < view.length && (view.sentence[at] ?? 0) <= (view.sentence[word] ?? 0); at++) {
    if (!CONTENT.test(view.tag(at))) continue;
    if (view.sentence[at] === 0) head.add(view.lower[at] ?? '');
    else if (view.sentence[at] === view.sentence[word] && head.delete(view.lower[at] ?? '')) common++;
  }
  return common;
}

function alikeDeeds(earlier: Draft, later: Draft, match: Matcher): boolean {
  if (earlier.code.mode === later.code.mode && ONCE.has(earlier.code.mode)) return true;
  const group = GROUP.get(match.verbLemma(earlier.coded.trigger));
  return group !== undefined && group === GROUP.get(match.verbLemma(later.coded.trigger));
}

/** "Another man was also arrested": words that part it from what was told. */
export function saysOther(trigger: number, { view: { lower, sentence } }: Matcher): boolean {
  for (let at = Math.max(0, trigger - 8); at < lower.length && at < trigger + 8; at++)
    if (sentence[at] === sentence[trigger] && (APART.has(lower[at] ?? '') || OTHER.has(lower[at] ?? ''))) return true;
  return false;
}

/** 0 where the two sides are not the same, 1 where one is open, 2 where they may be, 3 where they are. */
function alike(a: readonly number[], b: readonly number[], one: readonly number[], two: readonly number[], lead: boolean, match: Matcher): number {
  if (a.length === 0 || b.length === 0) return openly(one, two, lead, match);
  if (a.length === b.length && a.every((actor) => b.includes(actor))) return 3;
  // whom only the clause above names: "guilty in the murder of"
  const [told] = [...one, ...two];
  const single = told !== undefined && !match.view.tag(told).endsWith('S') && countOf(told, match) === '';
  if (lead && single && a.length === 1 && b.length === 1 && one.length + two.length === 1) return 2;
  if (one.length !== 1 || two.length !== 1) return 0;
  return alikeWords(one[0] as number, two[0] as number, lead, match) ? 2 : 0;
} // biome-ignore format: long signature

/** Nobody known on one side: the words may still say that it is another thing ("a bus", "a mosque"), or the same. */
function openly(one: readonly number[], two: readonly number[], lead: boolean, match: Matcher): number {
  if (one.length !== 1 || two.length !== 1) return lead || one.length + two.length === 0 ? 1 : 0;
  return alikeWords(one[0] as number, two[0] as number, lead, match) ? 2 : 0;
}

function alikeWords(a: number, b: number, lead: boolean, match: Matcher, once = false): boolean {
  const { view } = match;
  const [left, right] = [match.lemma(a), match.lemma(b)];
  const [named, called] = [isName(a, match), isName(b, match)];
  if (named && called) return left === right && !lead;
  const several = (token: number) => view.tag(token).endsWith('S');
  if (named || called) {
    // "gang member" in the headline, "Andrew Holt" below
    const word = named ? b : a;
    return (
      lead &&
      (view.upos[word] === NOUN || view.upos[word] === PROPN) &&
      !several(word) &&
      match.together(a).length === match.together(b).length
    );
  }
  // "frees 22", "released 22 soldiers"
  if (view.upos[a] === NUM) return lead && figure(view.lower[a] ?? '') === figure(countOf(b, match));
  const noun = (token: number) => view.upos[token] === NOUN || view.upos[token] === PROPN;
  if (!noun(a) || !noun(b) || several(a) !== several(b)) return false;
  if (figure(countOf(a, match)) !== figure(countOf(b, match)) || ofOthers(a, b, match)) return false;
  if (left === right) return (lead && !inTwoPlaces(a, b, match)) || several(a) || isDefinite(b, match);
  if (clash(left, right)) return false;
  return lead && !several(a) && (once || ANYBODY.has(left) || ANYBODY.has(right));
}

/** "A bomb exploded in Lintz", "a bomb went off in Velmar": two that are new, each with a name of its own for where. */
function inTwoPlaces(a: number, b: number, match: Matcher): boolean {
  const { view, roles } = match;
  const isNew = (noun: number) => /^an?$/.test(view.lower[roles.childBy(noun, REL.det)] ?? '');
  if (!isNew(a) || !isNew(b)) return false;
  const [one, two] = [placesBehind(a, match), placesBehind(b, match)];
  return one.length > 0 && two.length > 0 && !one.some((name) => two.includes(name));
}

const WHERE = /^(?:in|at|near)$/;

/** Names behind "in", "at" and "near" in the rest of a sentence. */
export function placesBehind(token: number, { view: { lower, sentence, upos } }: Matcher): string[] {
  const names: string[] = [];
  for (let at = token + 1; at < lower.length && sentence[at] === sentence[token]; at++)
    // "in Mali", "in northern Mali"
    if (upos[at] === PROPN && WHERE.test(lower[upos[at - 1] === ADJ ? at - 2 : at - 1] ?? ''))
      names.push(lower[at] ?? '');
  return names;
}

/** A name; "teenager" that opens a headline with a capital is none. */
const isName = (token: number, match: Matcher): boolean => {
  const lemma = match.lemma(token);
  return match.view.upos[token] === PROPN && !ANYBODY.has(lemma) && !MALE.has(lemma) && !FEMALE.has(lemma);
};

/** A man and a woman. */
export const clash = (a: string, b: string): boolean =>
  (MALE.has(a) && FEMALE.has(b)) || (FEMALE.has(a) && MALE.has(b));

/** "A Hamas commander", "a commander of Islamic Jihad": names that go with the words and are not the same. */
function ofOthers(a: number, b: number, match: Matcher): boolean {
  const [one, two] = [namesOf(a, match), namesOf(b, match)];
  return one.length > 0 && two.length > 0 && !one.some((name) => two.includes(name));
}

function namesOf(noun: number, { view, roles }: Matcher): string[] {
  const names: string[] = [];
  const { first, next } = roles.children;
  for (let child = first[noun] as number; child >= 0; child = next[child] as number)
    if (view.upos[child] === PROPN) names.push(view.lower[child] ?? '');
  return names;
}

const FIGURES: readonly string[] = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']; // biome-ignore format: one table

/** "Four" and "4" alike. */
export function figure(number: string): string {
  const at = FIGURES.indexOf(number);
  return at < 0 ? number : String(at);
}

/** The number that stands before a noun; '' for none. */
function countOf(noun: number, { view, roles }: Matcher): string {
  const number = roles.childBy(noun, REL.nummod);
  return number < 0 || view.upos[number] !== NUM ? '' : (view.lower[number] ?? '');
}

/** Gives the earlier telling the names of the later one. */
export function takeNames(earlier: Draft, later: Draft, match: Matcher): void {
  // "Velmar talks collapse", "talks between Velmar and the rebels broke down"
  if (earlier.recipients.length === 0 && earlier.actors.length > 0 && earlier.actors.length < later.actors.length && earlier.actors.every((one) => later.actors.includes(one))) earlier.actors = [...later.actors];
  const named = (tokens: readonly number[]) => tokens.length > 0 && tokens.every((token) => isName(token, match));
  if (!named(earlier.coded.agents) && named(later.coded.agents) && later.actors.length > 0) earlier.actors = later.actors.filter((one) => !earlier.recipients.includes(one));
  if (!named(earlier.coded.patients) && named(later.coded.patients) && later.recipients.length > 0) earlier.recipients = later.recipients.filter((one) => !earlier.actors.includes(one));
} // biome-ignore format: long conditions
