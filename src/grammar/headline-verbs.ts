// The tags of a sentence in, those of verbs put right that headlines and days hide: "Norland Lifts Ban", "will on Monday lead talks".
import { hashWord, hashWords } from './hash.ts';
import type { VerbTags } from './set-phrases.ts';
import type { TagInput } from './tag-features.ts';

/** Before whatever is written large these are verbs in a line that has no other. */
const DOES: ReadonlySet<number> = hashWords(
  'lifts bans slams hails vows jails halts eases seeks sues launches opens signs cuts probes bars imposes rejects frees',
);
/** Nouns as well: verbs before a name or a number. */
const DOES_TO: ReadonlySet<number> = hashWords('raids bombs shells attacks visits hits strikes charges orders');
/** "Bomb Attacks Kill 50": the verb of those nouns. */
const THEIRS: ReadonlySet<number> = hashWords(
  'kill kills killed hit injure wound injured wounded leave target destroy rock claim continue begin resume end',
);
/** The same behind two names, nouns as well: "Norland, Oster veto resolution". */
const DO: ReadonlySet<number> = hashWords('veto hail slam vow blame welcome hold exchange seek launch resume reject');
/** "The resolution calls for a truce": what calls are papers, and nobody's. */
const PAPERS: ReadonlySet<number> = hashWords(
  'resolution plan bill draft motion proposal agreement accord treaty roadmap measure law statement petition letter report declaration deal charter text document amendment communique pact manifesto blueprint initiative legislation framework order mandate constitution protocol',
);
const CALLS = hashWord('calls');
const FOR = hashWord('for');
/** Nouns as well: "Man Shot in Lintz", "Two shot at market", "Lintz hit by drones". */
const STRUCK: ReadonlySet<number> = hashWords('shot hurt hit');
const HIT = hashWord('hit');
const BY = hashWord('by');
const PERSONS: ReadonlySet<number> = hashWords(
  'man woman boy girl teen teenager child toddler student driver men women teens people students children two three four five six seven eight nine ten dozens several',
);
const WHERE: ReadonlySet<number> = hashWords('in near at outside inside by while during on after as');
/** What a headline tells of those who undergo it: nobody does it "with", "of" or "over" anything. */
const UNDERGONE: ReadonlySet<number> = hashWords(
  'charged convicted sentenced indicted acquitted jailed imprisoned detained arrested accused killed injured wounded kidnapped abducted murdered sent freed released deported extradited impeached sacked expelled ousted barred banned executed hanged stabbed rescued evacuated displaced suspended',
);
const LEADS: ReadonlySet<number> = hashWords('with of over in for by after on at near during to from');
const STOP = hashWord('.');
const COMMA = hashWord(',');
const AND = hashWord('and');
/** How many tokens a day may take behind "will". */
const FAR = 6;

/** Tags nothing where a model has no such tags. */
export function tagHiddenVerbs({ form, shape }: TagInput, tags: Int32Array, first: number, last: number, names: VerbTags): void {
  if (names.present < 0 || names.plain < 0 || names.infinitive < 0 || names.noun < 0 || names.modal < 0) return;
  const isLarge = (at: number) => ((shape[at] as number) & 1) !== 0;
  for (let at = first + 1; at + 1 < last; at++) {
    const tag = tags[at] as number;
    const word = form[at] as number;
    // "Shooter Vera Holt charged with two counts of murder"
    if (
      tag === names.past &&
      names.participle >= 0 &&
      UNDERGONE.has(word) &&
      LEADS.has(form[at + 1] as number) &&
      form[last - 1] !== STOP &&
      !hasVerb(tags, first, at, names.finite)
    )
      tags[at] = names.participle;
    if (names.verbs.has(tag)) continue;
    const next = tags[at + 1] as number;
    if (word === CALLS && form[at + 1] === FOR && PAPERS.has(form[at - 1] as number)) tags[at] = names.present;
    // "Norland Lifts Travel Ban", "Norland Raids Four Camps"
    if (names.names.has(tags[at - 1] as number)) {
      const told = DOES.has(word)
        ? !names.prepositions.has(next)
        : DOES_TO.has(word) && (names.names.has(next) || names.numbers.has(next));
      if (told && isLarge(at + 1) && !THEIRS.has(form[at + 1] as number) && !hasVerb(tags, first, last, names.finite)) tags[at] = names.present;
    }
    if (DO.has(word) && !names.prepositions.has(next) && isBehindTwo(form, tags, at, first, names) && !hasVerb(tags, first, last, names.finite))
      tags[at] = names.plain;
    // "Man shot in Lintz", "30 hurt in raid", "Lintz hit by drones"
    if (
      STRUCK.has(word) &&
      tag === names.noun &&
      names.participle >= 0 &&
      (form[at + 1] === BY
        ? names.names.has(tags[at - 1] as number) || names.nouns.has(tags[at - 1] as number)
        : word !== HIT &&
          (PERSONS.has(form[at - 1] as number) || names.numbers.has(tags[at - 1] as number)) &&
          WHERE.has(form[at + 1] as number)) &&
      !hasVerb(tags, first, at, names.finite)
    )
      tags[at] = names.participle;
    // "will on Monday, 3 May, lead a delegation"
    if (tag === names.noun && names.articles.has(next) && isBehindDay(form, tags, at, first, names)) tags[at] = names.infinitive;
  }
} // biome-ignore format: long conditions

/** Whether a finite verb stands from `first` up to `last`. */
export function hasVerb(tags: Int32Array, first: number, last: number, finite: ReadonlySet<number>): boolean {
  for (let at = first; at < last; at++) if (finite.has(tags[at] as number)) return true;
  return false;
}

/** Whether a line opens with two names that a comma or “and” joins, right before the word. */
function isBehindTwo(form: Int32Array, tags: Int32Array, word: number, first: number, { names }: VerbTags): boolean {
  let joined = false;
  for (let at = word - 1; at >= first; at--) {
    const joins = form[at] === COMMA || form[at] === AND;
    if (joins ? joined || at === first || at === word - 1 : !names.has(tags[at] as number)) return false;
    joined ||= joins;
  }
  return joined;
}

/** Whether only a preposition, names, numbers and commas stand between a modal and the word. */
function isBehindDay(
  form: Int32Array,
  tags: Int32Array,
  word: number,
  first: number,
  { names, numbers, prepositions, modal }: VerbTags,
): boolean {
  for (let at = word - 1; at >= first && at >= word - FAR; at--) {
    const tag = tags[at] as number;
    if (prepositions.has(tag)) return at < word - 1 && at > first && tags[at - 1] === modal;
    if (!names.has(tag) && !numbers.has(tag) && form[at] !== COMMA) return false;
  }
  return false;
}
