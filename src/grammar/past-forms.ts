// Words and tags in, “beat”, “cut”, “hit” made past tenses out where the verb before them is one: “police fired tear gas, beat marchers”, tagged as an infinitive or an adjective.
import { hashWord, hashWords } from './hash.ts';
import type { VerbTags } from './set-phrases.ts';
import type { TagInput } from './tag-features.ts';

/** Verbs whose past looks like their infinitive. */
const SAME: ReadonlySet<number> = hashWords('beat cut hit put set shut hurt burst cast spread split quit shed thrust');
const BEAT = hashWord('beat');
const JOINING: ReadonlySet<number> = hashWords(', and but');
const LATER: ReadonlySet<number> = hashWords('then later also');
const DO: ReadonlySet<number> = hashWords("did do does to not n't");
/** How many words back the verb before is looked for. */
const FAR = 16;

/** Tags nothing where a model has no such tags. */
export function tagPastForms({ form }: TagInput, tags: Int32Array, first: number, last: number, names: VerbTags): void {
  if (names.past < 0 || names.infinitive < 0 || names.adjective < 0) return;
  for (let at = first + 1; at + 1 < last; at++) {
    if (!SAME.has(form[at] as number)) continue;
    const tag = tags[at] as number;
    const adjective = tag === names.adjective && form[at] === BEAT;
    if (!adjective && tag !== names.infinitive && tag !== names.plain) continue;
    const next = tags[at + 1] as number;
    if (!names.somebody.has(next) && !names.nouns.has(next)) continue;
    const before = LATER.has(form[at - 1] as number) ? at - 2 : at - 1;
    const joins = before > first && JOINING.has(form[before] as number);
    // "the police beat marchers"
    const alone = adjective && names.nouns.has(tags[at - 1] as number);
    if (joins ? isBehindPast(form, tags, first, before, names) : alone && isAlone(tags, first, at, names))
      tags[at] = names.past;
  }
}

/** Whether the verb before is a past tense and nothing asks for an infinitive since. */
function isBehindPast(form: TagInput['form'], tags: Int32Array, first: number, from: number, names: VerbTags): boolean {
  for (let at = from - 1; at >= first && at > from - FAR; at--) {
    const tag = tags[at] as number;
    if (tag === names.past) return !DO.has(form[at] as number);
    if (names.verbs.has(tag) || names.finite.has(tag) || tag === names.modal || tag === names.to) return false;
    if (DO.has(form[at] as number)) return false;
  }
  return false;
}

/** Whether no verb stands before in the sentence. */
function isAlone(tags: Int32Array, first: number, verb: number, names: VerbTags): boolean {
  for (let at = first; at < verb; at++)
    if (names.verbs.has(tags[at] as number) || names.finite.has(tags[at] as number)) return false;
  return true;
} // biome-ignore format: long signature
