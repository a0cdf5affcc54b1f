// The tags of a sentence in, those of a few set phrases put right in place: "shot dead" is a verb wherever it stands.
import { hashWord, hashWords } from './hash.ts';
import type { TagInput } from './tag-features.ts';

const SHOT = hashWord('shot');
const DEAD = hashWord('dead');
const AND = hashWord('and');
const FREE = hashWord('free');
const LAST = hashWord('last');
const LEFT = hashWord('left');
const STATES = hashWord('states');
/** Before these and one more word there is no verb. */
const SEVERAL: ReadonlySet<number> = hashWords('all both these those several many some other most');
const THINK = hashWord('think');
const TANKS: ReadonlySet<number> = hashWords('tank tanks');
const FOR = hashWord('for');
/** Only an adjective before a noun: "neighbouring Kestria", "the neighbouring towns". */
const NEIGHBOURING: ReadonlySet<number> = hashWords('neighbouring neighboring');
const MILITARY = hashWord('military');
const NATIONAL = hashWord('national');
const HARMED: ReadonlySet<number> = hashWords('killed wounded injured hurt');
const HURT = hashWord('hurt');
const STUN = hashWord('stun');
/** Behind these "stun" is a noun: "stun grenades". */
const STUNNING: ReadonlySet<number> = hashWords('grenade grenades gun guns');
const WERE: ReadonlySet<number> = hashWords('was were been being');
const BE: ReadonlySet<number> = hashWords('was were is are been be being got have has had having');
const NOT_SUBJECT: ReadonlySet<number> = hashWords('the a an of one single first his');

const AT = hashWord('at');
const LEAST = hashWord('least');
const MORE = hashWord('more');
const THAN = hashWord('than');
const UP = hashWord('up');
/** "Shoulder to shoulder", "back to back": the second is no verb. */
const BODY: ReadonlySet<number> = hashWords('shoulder face back head toe');
const TO = hashWord('to');

/** Verbs that look like nouns of several. */
const CALLS: ReadonlySet<number> = hashWords('calls appeals');
const DEMANDS: ReadonlySet<number> = hashWords(
  'demands plans vows promises pledges threatens supports orders requests offers protests welcomes backs',
);
const ON: ReadonlySet<number> = hashWords('on upon');
/** "Ignores threats and calls for talks": calls that one hears. */
const HEARD: ReadonlySet<number> = hashWords(
  'demands appeals pleas threats protests criticism criticisms pressure warnings questions letters requests petitions speeches slogans talk rumours reports',
);

/** Whether two words open a number: what stands before it has an object. */
const isAtLeast = (one: number, other: number): boolean =>
  (one === AT && other === LEAST) || (one === MORE && other === THAN) || (one === UP && other === TO);

/** Those who shoot, before "shot" and whom: "a gunman shot shoppers". */
const SHOOTERS: ReadonlySet<number> = hashWords(
  'gunman gunmen police officer officers policeman policemen soldier soldiers troops militants militant attackers attacker assailants assailant rebels guards snipers sniper deputies deputy',
);

/** Tags of the model, by what they stand for; -1 where it has none. */
export interface VerbTags {
  readonly past: number;
  /** A present of the third person. */
  readonly present: number;
  /** One of all other persons. */
  readonly plain: number;
  readonly participle: number;
  readonly infinitive: number;
  /** "Will", "would" before one. */
  readonly modal: number;
  /** "To" before an infinitive. */
  readonly to: number;
  readonly preposition: number;
  /** A common noun. */
  readonly noun: number;
  /** Common nouns of several. */
  readonly plural: number;
  /** An adverb. */
  readonly adverb: number;
  readonly adjective: number;
  readonly prepositions: ReadonlySet<number>;
  /** Articles and words for whose something is. */
  readonly articles: ReadonlySet<number>;
  readonly names: ReadonlySet<number>;
  /** Common nouns and names. */
  readonly nouns: ReadonlySet<number>;
  readonly verbs: ReadonlySet<number>;
  /** What opens a phrase for somebody and is no plural: articles, numbers, names, pronouns. */
  readonly opening: ReadonlySet<number>;
  /** Numbers: "50". */
  readonly numbers: ReadonlySet<number>;
  /** Verbs with a tense, and auxiliaries. */
  readonly finite: ReadonlySet<number>;
  /** What opens or is a phrase for somebody: articles, numbers, names, plurals, pronouns. */
  readonly somebody: ReadonlySet<number>;
}

export function verbTags(names: readonly string[]): VerbTags {
  const at = (name: string) => names.indexOf(name);
  const of = (pattern: RegExp) => new Set(names.flatMap((name, index) => (pattern.test(name) ? [index] : [])));
  return {
    past: at('VERB VBD'),
    present: at('VERB VBZ'),
    plain: at('VERB VBP'),
    participle: at('VERB VBN'),
    infinitive: at('VERB VB'),
    modal: at('AUX MD'),
    to: at('PART TO'),
    preposition: at('ADP IN'),
    noun: at('NOUN NN'),
    plural: at('NOUN NNS'),
    adverb: at('ADV RB'),
    adjective: at('ADJ JJ'),
    prepositions: of(/^ADP /),
    articles: of(/^(?:DET|PRON PRP\$)/),
    names: of(/^PROPN /),
    nouns: of(/^(?:NOUN|PROPN) /),
    verbs: of(/^VERB /),
    opening: of(/^(?:DET|NUM|PROPN|PRON) /),
    numbers: of(/^NUM /),
    finite: of(/^(?:VERB VB[DPZ]\b|AUX )/),
    somebody: of(/^(?:DET|NUM|PROPN|PRON) |^NOUN NNS\b/),
  };
}

/** "Gunmen shot dead two traders", "shot and killed", "to free 20 hostages", "the military bombed": taggers take the short word for a noun or an adjective. */
export function tagSetPhrases(
  { form }: TagInput,
  tags: Int32Array,
  first: number,
  last: number,
  names: VerbTags,
): void {
  if (names.past < 0 || names.participle < 0 || names.infinitive < 0) return;
  for (let at = first; at + 1 < last; at++) {
    // "agreed to free 20 hostages", "will free 20 hostages"
    const before = at > first ? (tags[at - 1] as number) : -1;
    if (
      form[at] === FREE &&
      (before === names.to || before === names.modal) &&
      before >= 0 &&
      names.somebody.has(tags[at + 1] as number)
    )
      tags[at] = names.infinitive;
    // "stands shoulder to shoulder with Kestria"
    if (
      form[at] === TO &&
      before >= 0 &&
      names.preposition >= 0 &&
      form[at - 1] === form[at + 1] &&
      BODY.has(form[at + 1] as number)
    ) {
      tags[at] = names.preposition;
      tags[at - 1] = names.noun;
      tags[at + 1] = names.noun;
    }
    // "the minister left for Cairo"
    if (
      form[at] === LEFT &&
      form[at + 1] === FOR &&
      before >= 0 &&
      names.nouns.has(before) &&
      tags[at] === names.participle
    )
      tags[at] = names.past;
    // "four soldiers were hurt when rebels attacked"
    if (form[at] === HURT && tags[at] === names.adjective && at > first && WERE.has(form[at - 1] as number))
      tags[at] = names.participle;
    // "a Kestrian national was held"
    if (
      form[at] === NATIONAL &&
      names.noun >= 0 &&
      tags[at] === names.adjective &&
      (before === names.adjective || names.names.has(before)) &&
      tags[at + 1] !== names.adjective &&
      !names.nouns.has(tags[at + 1] as number)
    )
      tags[at] = names.noun;
    // "Kestria's military bombed a town"
    if (form[at] === MILITARY && names.noun >= 0 && names.finite.has(tags[at + 1] as number)) tags[at] = names.noun;
    // "Kestria's military accused Dorvania": no Dorvania that was accused
    if (form[at] === MILITARY && names.noun >= 0 && tags[at + 1] === names.participle && at + 2 < last)
      if (names.opening.has(tags[at + 2] as number)) {
        tags[at] = names.noun;
        tags[at + 1] = names.past;
      }
    if (names.adjective >= 0 && NEIGHBOURING.has(form[at] as number) && names.nouns.has(tags[at + 1] as number))
      tags[at] = names.adjective;
    // "the two sides last held talks in May": not the hostages last seen in May
    if (form[at] === LAST && at > first && names.adverb >= 0 && names.nouns.has(tags[at - 1] as number)) {
      const verb = tags[at + 1] as number;
      const heldWhat =
        at + 2 < last && (names.somebody.has(tags[at + 2] as number) || names.nouns.has(tags[at + 2] as number));
      if ((verb === names.participle || verb === names.past) && heldWhat) {
        tags[at] = names.adverb;
        tags[at + 1] = names.past;
      }
    }
    // "Kestrian fire killed at least 50 guards"
    if (tags[at] === names.participle && names.nouns.has(before))
      if (at + 3 < last && isAtLeast(form[at + 1] as number, form[at + 2] as number))
        if (names.numbers.has(tags[at + 3] as number)) tags[at] = names.past;
    // "urged all Balkan states to sign": nobody says anything
    if (form[at] === STATES && names.verbs.has(tags[at] as number) && at > first + 1 && names.plural >= 0)
      if (SEVERAL.has(form[at - 2] as number) && !names.verbs.has(before)) tags[at] = names.plural;
    if (tags[at] === names.plural && at > first + 2 && form[at - 1] === AND && names.present >= 0)
      if (isSecondVerb(form, tags, first, at, names)) tags[at] = names.present;
    if (form[at] === THINK && names.noun >= 0 && TANKS.has(form[at + 1] as number)) tags[at] = names.noun;
    if (form[at] === STUN && names.noun >= 0 && STUNNING.has(form[at + 1] as number)) tags[at] = names.noun;
    if (form[at] !== SHOT || names.verbs.has(tags[at] as number)) continue;
    const next = form[at + 1] as number;
    if (at > first && SHOOTERS.has(form[at - 1] as number) && names.somebody.has(tags[at + 1] as number)) {
      tags[at] = names.past;
      continue;
    }
    if (next !== DEAD && !(next === AND && at + 2 < last && HARMED.has(form[at + 2] as number))) continue;
    const word = at > first ? (form[at - 1] as number) : 0;
    if (NOT_SUBJECT.has(word)) continue;
    tags[at] = BE.has(word) ? names.participle : names.past;
  }
}

/** "Condemns the raid and calls on all sides to stop", "rejects the claim and demands an apology": taken for nouns. */
function isSecondVerb(form: TagInput['form'], tags: Int32Array, first: number, at: number, names: VerbTags): boolean {
  const word = form[at] as number;
  const next = form[at + 1] as number;
  const opens = CALLS.has(word)
    ? ON.has(next) || (next === FOR && !HEARD.has(form[at - 2] as number))
    : DEMANDS.has(word) && names.articles.has(tags[at + 1] as number);
  if (!opens) return false;
  for (let verb = first + 1; verb < at - 2; verb++) if (tags[verb] === names.present) return true;
  return false;
}
