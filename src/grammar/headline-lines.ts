// The tags of a line without a stop in, its verb put right where it looks like a noun out: "Rebel gangs attack prison", "Air strikes on market kill 20".
import { hashWord, hashWords } from './hash.ts';
import { hasVerb } from './headline-verbs.ts';
import type { VerbTags } from './set-phrases.ts';
import type { TagInput } from './tag-features.ts';

/** Those of whom a headline tells what they do; several each. */
const SEVERAL: ReadonlySet<number> = hashWords(
  'gangs rivals rebels police troops militants gunmen soldiers protesters protestors demonstrators forces taliban jihadists jihadis insurgents separatists militias militiamen fighters pirates lawmakers ministers leaders officers farmers workers students teachers villagers residents settlers hackers bandits islamists guerrillas kidnappers factions talibans prosecutors lawyers activists presidents jets warplanes drones tanks warships',
);
/** What those do in headlines, each a noun as well. */
const DO: ReadonlySet<number> = hashWords(
  'attack arrest ban sign storm raid kill kidnap block clash ambush torch execute seize loot burn target demand back detain release bomb shell shoot hold reach veto halt protest strike join blame fight capture abduct rescue surround swap',
);
/** Behind these words of that kind there is only more of a name: "police arrest warrant". */
const ONLY_NAMED: ReadonlySet<number> = hashWords(
  'warrant warrants record records rate rates video videos footage team teams squad squads unit units plan plans bid attempt attempts force forces victim victims survivor survivors suspect toll tolls order orders plot plots zone zones talks deal deals claim claims threat threats case cases trial death deaths',
);
/** Of two that a comma joins these are verbs. */
const BOTH_DO: ReadonlySet<number> = hashWords('hold reach sign agree near');
/** An adjective as well, "police free phone line": a verb before how many or several. */
const FREE = hashWord('free');
/** "Traded fire": nobody trades that in goods. */
const TRADE = hashWord('trade');
const TRADED: ReadonlySet<number> = hashWords(
  'fire blows barbs blame accusations insults threats strikes shots gunfire charges airstrikes salvos missiles',
);
const SWAP = hashWord('swap');
const EXCHANGE = hashWord('exchange');
/** What kills and hurts, before how many. */
const HARM: ReadonlySet<number> = hashWords('kill kills injure injures wound wounds');
const HARMS: ReadonlySet<number> = hashWords('kills injures wounds');
const MANY: ReadonlySet<number> = hashWords('dozens scores hundreds thousands several');
const AT = hashWord('at');
const LEAST = hashWord('least');
/** "Drone attack sparks blaze". */
const SETS: ReadonlySet<number> = hashWords('sparks ignites sets triggers');
const ABLAZE: ReadonlySet<number> = hashWords('fire fires blaze blazes inferno explosion explosions');
/** Verbs that look like nouns of several, of one whom a title names: "Pope calls for peace". */
const CALLS = hashWord('calls');
const FOR = hashWord('for');
const ONE: ReadonlySet<number> = hashWords(
  'pope chief president minister premier leader envoy senator governor mayor bishop archbishop patriarch cardinal king general commander ambassador chancellor opposition junta',
);
const VETOES = hashWord('vetoes');
const FIRES = hashWord('fires');
const TEST = hashWord('test');
const HYPHEN = hashWord('-');
const COMMA = hashWord(',');
const STOPS: ReadonlySet<number> = hashWords('. ? ! ; :');
/** Longer than any headline. */
const LONGEST = 18;
/** How many words may stand before its verb. */
const FAR = 6;

/** Tags nothing where a model has no such tags. */
export function tagHeadlines(input: TagInput, tags: Int32Array, first: number, last: number, names: VerbTags): void {
  if (names.present < 0 || names.plain < 0 || names.noun < 0 || names.plural < 0 || names.adjective < 0) return;
  const { form } = input;
  if (last - first < 3 || last - first > LONGEST || STOPS.has(form[last - 1] as number)) return;
  for (let at = first + 1; at + 1 < last; at++) {
    const word = form[at] as number;
    const next = form[at + 1] as number;
    const tag = tags[at] as number;
    const told = names.verbs.has(tag);
    // "Air strikes on market kill 20"
    if (HARM.has(word) && !told && names.nouns.has(tags[at - 1] as number) && (names.numbers.has(tags[at + 1] as number) || MANY.has(next) || (next === AT && form[at + 2] === LEAST)) && !hasVerb(tags, first, at, names.finite))
      tags[at] = HARMS.has(word) ? names.present : names.plain;
    // "Drone attack sparks fire at depot": the fire is no verb
    if (SETS.has(word) && !told && ABLAZE.has(next) && names.nouns.has(tags[at - 1] as number) && !hasVerb(tags, first, at, names.finite) && !hasVerb(tags, at + 2, last, names.finite)) {
      tags[at] = names.present;
      if (names.verbs.has(tags[at + 1] as number)) tags[at + 1] = names.noun;
    }
    if (told) continue;
    // "Norland test-fires missile"
    if (word === FIRES && form[at - 1] === HYPHEN && form[at - 2] === TEST) tags[at] = names.present;
    if (at - first > FAR) continue;
    if (word === VETOES && names.nouns.has(tags[at - 1] as number) && !names.prepositions.has(tags[at + 1] as number) && !hasVerb(tags, first, last, names.finite)) tags[at] = names.present;
    if (word === CALLS && next === FOR && ONE.has(form[at - 1] as number) && !hasVerb(tags, first, last, names.finite)) tags[at] = names.present;
    if (opensWhom(tags[at + 1] as number, names)) {
      if (isDoneByBoth(word, next, tags[at + 1] as number, names) && isBehindTwo(input, tags, at, first, names) && !hasVerb(tags, at + 1, last, names.finite)) tags[at] = names.plain;
      else if ((DO.has(word) || (word === FREE && isCounted(tags[at + 1] as number, names))) && !ONLY_NAMED.has(next) && SEVERAL.has(form[at - 1] as number) && isSubject(form, tags, first, at - 1, names) && !hasVerb(tags, at + 1, last, names.finite)) {
        tags[at - 1] = names.plural;
        tags[at] = names.plain;
      }
    }
  }
} // biome-ignore format: long conditions

/** Whether what follows is somebody or something that a verb is done to. */
const opensWhom = (tag: number, names: VerbTags): boolean =>
  names.somebody.has(tag) || names.nouns.has(tag) || tag === names.adjective;

function isDoneByBoth(word: number, next: number, tag: number, names: VerbTags): boolean {
  if (BOTH_DO.has(word)) return true;
  if ((word === TRADE || word === EXCHANGE) && TRADED.has(next)) return true;
  return (word === SWAP || word === EXCHANGE) && isCounted(tag, names);
}

const isCounted = (tag: number, names: VerbTags): boolean => names.numbers.has(tag) || tag === names.plural;

/** Whether a line opens with two that one comma joins, the first of them written large, right before the word: "Tarn army, Oster". */
function isBehindTwo({ form, shape }: TagInput, tags: Int32Array, word: number, first: number, names: VerbTags): boolean {
  let comma = -1;
  for (let at = word - 1; at >= first; at--) {
    if (form[at] === COMMA) {
      if (comma >= 0 || at === first || at === word - 1) return false;
      comma = at;
    } else if (names.finite.has(tags[at] as number) || names.prepositions.has(tags[at] as number)) return false;
  }
  const isLarge = (at: number) => ((shape[at] as number) & 1) !== 0;
  return comma > 0 && isLarge(first) && isLarge(comma + 1);
} // biome-ignore format: long signature

/** Whether only names, adjectives and numbers stand before those who act; they themselves may be taken for a verb. */
function isSubject(form: TagInput['form'], tags: Int32Array, first: number, who: number, names: VerbTags): boolean {
  for (let at = first; at < who; at++) {
    const tag = tags[at] as number;
    if (form[at] !== COMMA && !names.nouns.has(tag) && !names.numbers.has(tag) && tag !== names.adjective) return false;
  }
  return true;
}
