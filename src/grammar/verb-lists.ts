// A parsed sentence in, the verbs of a list hung together out: “had stabbed herders, torched barns and abducted girls”, read as abducted girls that were torched; “accused them of looting shops, killing guards and shelling towns”, read as what the accuser killed.
import { hasDependant } from './dependants.ts';
import { hashWord, hashWords } from './hash.ts';
import type { ParseState } from './parse-state.ts';

/** Numbers of a model's tags and relations that the rule goes by; see `verbListNames`. */
export interface VerbListNames {
  /** By tag: 1 a gerund, 2 a past participle, 3 a past tense, 4 a noun, 5 what may stand between a verb and its noun. */
  readonly kind: Uint8Array;
  /** By relation: see the numbers below. */
  readonly use: Uint8Array;
  readonly conjunct: number;
  readonly object: number;
  readonly joining: number;
  readonly beside: number;
  readonly mark: number;
  /** A noun's own gerund has this tag once it is found to be one. */
  readonly gerund: number;
  readonly participle: number;
}

const GERUND = 1;
const PERFECT = 2;
const PAST = 3;
const NOUN = 4;
const BEFORE_NOUN = 5;
const KINDS: Readonly<Record<string, number>> = { 'VERB VBG': GERUND, 'VERB VBN': PERFECT, 'VERB VBD': PAST };

const CONJUNCT = 1;
const OBJECT = 2;
const LIKE = 3;
const JOINING = 4;
const BESIDE = 5;
const MARK = 6;
const SUBJECT = 7;
const OF_NOUN = 8;
const AUXILIARY = 9;
const OBLIQUE = 10;
const CASE = 11;
const TOLD = 12;
const USES: Readonly<Record<string, number>> = {
  conj: CONJUNCT, obj: OBJECT, amod: LIKE, compound: LIKE, cc: JOINING, advcl: BESIDE, mark: MARK, nsubj: SUBJECT, 'nsubj:pass': SUBJECT, acl: OF_NOUN, aux: AUXILIARY, 'aux:pass': AUXILIARY, obl: OBLIQUE, nmod: OBLIQUE, case: CASE, ccomp: TOLD,
}; // biome-ignore format: one table

const COMMA = hashWord(',');
const AND = hashWords('and or');
const OF = hashWord('of');
const LED = hashWords('of for by after before without while despite');
/** Deeds that taggers take for a noun before another: "shelling towns". */
const DEEDS = hashWords(
  'shelling bombing killing looting raping burning torching shooting beating kidnapping abducting stabbing torturing recruiting arming funding financing harbouring harboring smuggling attacking detaining arresting seizing',
);
/** What is said of the rest, by whoever tells of it. */
const SPEECH = hashWords(
  'calling saying urging adding describing warning citing noting demanding vowing branding dubbing insisting stressing pledging promising asking',
);
const BLAMING = hashWords(
  'accused accuse accuses accusing suspected suspects convicted guilty blamed blames blame blaming condemned condemns condemn condemning criticised criticized charged',
);
const TELLING = hashWords('said reported told claimed alleged testified added confirmed recalled');
/** What those who tell of violence tell of others, and do not go on to do. */
const HARM = hashWords(
  'shot killed abducted kidnapped burned burnt looted beat stabbed raped wounded injured torched bombed shelled attacked destroyed executed tortured robbed beheaded ransacked ambushed stormed',
);
/** Participles that are no past tense. */
const BROKEN = hashWords(
  'beaten stolen taken driven given shown broken torn thrown frozen shaken hidden risen withdrawn overthrown overrun',
);
const HAD = hashWords("had has have having 'd 've");
/** How far the noun may stand behind its verb. */
const REACH = 5;

/** What the rule needs of a model's names; null where its treebank has no conjuncts, objects or marks. */
export function verbListNames(tags: readonly string[], relations: readonly string[]): VerbListNames | null {
  const [conjunct, object, joining, beside, mark] = ['conj', 'obj', 'cc', 'advcl', 'mark'].map((name) =>
    relations.indexOf(name),
  ) as [number, number, number, number, number];
  const [gerund, participle] = [tags.indexOf('VERB VBG'), tags.indexOf('VERB VBN')];
  if (Math.min(conjunct, object, joining, beside, mark, gerund, participle) < 0) return null;
  return {
    kind: Uint8Array.from(tags, (name) =>
      /^(?:NOUN|PROPN) /.test(name)
        ? NOUN
        : /^(?:DET|NUM|ADJ|PRON PRP\$)/.test(name)
          ? BEFORE_NOUN
          : (KINDS[name] ?? 0),
    ),
    use: Uint8Array.from(relations, (name) => USES[name] ?? 0),
    conjunct,
    object,
    joining,
    beside,
    mark,
    gerund,
    participle,
  };
}

/** Puts the verbs of lists right; a sentence without a comma or “and” before a verb costs one walk. */
export function hangVerbLists(state: ParseState, names: VerbListNames): void {
  const { form, head, label, tag, length } = state;
  const { kind, use } = names;
  for (let verb = 3; verb + 1 < length; verb++) {
    const before = form[verb - 1] as number;
    const joined = AND.has(before);
    if (!joined && before !== COMMA && before !== OF) continue;
    const own = kind[tag[verb] as number];
    if (BROKEN.has(form[verb] as number) && use[label[verb] as number] === CONJUNCT) hangBroken(state, names, verb);
    if (own === PAST && use[label[verb] as number] === CONJUNCT) {
      hangUndergone(state, names, verb);
      if (HARM.has(form[verb] as number) && before === COMMA) hangTold(state, names, verb);
    }
    if (own === GERUND && before === OF && use[label[verb] as number] === CONJUNCT) hangSecondOf(state, names, verb);
    if (own === NOUN && DEEDS.has(form[verb] as number) && use[label[verb] as number] === CONJUNCT)
      retag(state, names, verb);
    const isLike = use[label[verb] as number] === LIKE && (head[verb] as number) > verb;
    const deed = own === GERUND || own === PERFECT || DEEDS.has(form[verb] as number);
    if (isLike && joined && deed) hangLast(state, names, verb);
    if (before !== COMMA) continue;
    if (own === GERUND && use[label[verb] as number] === BESIDE) hangAccused(state, names, verb);
    if (own === GERUND && use[label[verb] as number] === CONJUNCT) hangNounless(state, names, verb);
    if (isLike && deed && own !== PERFECT) hangMiddle(state, names, verb);
  }
}

/** "Had stabbed herders, torched barns and abducted girls": a list without “and” goes on with a verb behind it. */
function hangLast(state: ParseState, names: VerbListNames, verb: number): void {
  const { form, head, label, tag } = state;
  const { kind, use } = names;
  const noun = head[verb] as number;
  if (noun > verb + REACH || use[label[noun] as number] !== CONJUNCT) return;
  const perfect = kind[tag[verb] as number] === PERFECT;
  let beside = head[noun] as number;
  // the nouns before, up to the object of the verb before
  let steps = 0;
  while (use[label[beside] as number] === CONJUNCT && kind[tag[beside] as number] === NOUN && steps++ < 4)
    beside = head[beside] as number;
  if (beside >= verb || use[label[beside] as number] !== OBJECT) return;
  const last = head[beside] as number;
  const before = kind[tag[last] as number];
  if (last >= beside || !(perfect ? before === PERFECT || before === PAST : before === GERUND)) return;
  // "killing monks, burning churches and shelling towns": verbs before nouns in the middle of the list
  const middle = perfect ? -1 : middleOf(state, names, last, beside, verb);
  const listed = middle >= 0 || isListed(state, names, last, verb);
  if (!listed) return;
  if (middle >= 0) join(state, names, middle, last);
  join(state, names, verb, use[label[last] as number] === CONJUNCT && middle < 0 ? (head[last] as number) : last);
  if (!perfect) state.tag[verb] = names.gerund;
  if (AND.has(form[verb - 1] as number)) {
    head[verb - 1] = verb;
    label[verb - 1] = names.joining;
  }
}

/** Makes what stood before a noun a verb with that noun as its object, joined to another. */
function join(
  { head, label, tag }: ParseState,
  { conjunct, object, gerund, kind }: VerbListNames,
  verb: number,
  to: number,
): void {
  const noun = head[verb] as number;
  for (let at = 0; at < verb; at++) if (head[at] === noun) head[at] = verb;
  head[noun] = verb;
  label[noun] = object;
  head[verb] = to;
  label[verb] = conjunct;
  if (kind[tag[verb] as number] === NOUN) tag[verb] = gerund;
}

/** "Killing civilians and shelling its towns": a noun with an object that is joined to a gerund is one. */
function retag({ head, tag, label, length }: ParseState, { kind, use, gerund }: VerbListNames, deed: number): void {
  if (kind[tag[head[deed] as number] as number] !== GERUND) return;
  for (let at = deed + 1; at < length && at < deed + REACH; at++)
    if (head[at] === deed && use[label[at] as number] === OBJECT) tag[deed] = gerund;
}

/** Whether a verb goes on a list behind a comma, with no “and” between it and the next: itself joined to another, or beside one that is blamed. */
function isListed(state: ParseState, { use, kind }: VerbListNames, last: number, verb: number): boolean {
  const { form, head, label, tag } = state;
  if (form[last - 1] !== COMMA) return false;
  for (let at = last + 1; at < verb - 1; at++) if (AND.has(form[at] as number) || form[at] === COMMA) return false;
  const link = use[label[last] as number];
  if (link === CONJUNCT) {
    const up = head[last] as number;
    return up < last && !hasDependant(state, last, use, SUBJECT, up, last) && !hasDependant(state, last, use, JOINING, up, last);
  }
  return link === BESIDE && kind[tag[last] as number] === GERUND && !hasDependant(state, last, use, MARK, 0, last);
} // biome-ignore format: long conditions

/** The gerund right behind a comma before a noun that is joined to a gerund's object; -1 for none or for other nouns among them. */
function middleOf({ form, head, label, tag }: ParseState, { use, kind }: VerbListNames, first: number, object: number, last: number): number {
  for (let at = object + 1; at < last - 1; at++) {
    if (form[at - 1] !== COMMA) continue;
    const noun = head[at] as number;
    const gerund = kind[tag[at] as number] === GERUND || DEEDS.has(form[at] as number);
    const within = noun > at && noun < last - 1 && use[label[at] as number] === LIKE;
    return gerund && within && first < object && head[noun] === object ? at : -1;
  }
  return -1;
} // biome-ignore format: long signature

/** "For killing monks, burning shrines and raping nuns": the last was found to be joined to the first. */
function hangMiddle(state: ParseState, names: VerbListNames, verb: number): void {
  const { head, label } = state;
  const noun = head[verb] as number;
  const object = head[noun] as number;
  if (noun > verb + REACH || names.use[label[noun] as number] !== CONJUNCT || object >= verb) return;
  const first = gerundOver(state, names, object);
  if (first >= 0 && endsList(state, names, noun, first)) join(state, names, verb, first);
}

/** The same where it was joined to the noun before it. */
function hangNounless(state: ParseState, names: VerbListNames, verb: number): void {
  const { head, label, tag, length } = state;
  const above = head[verb] as number;
  const [object, first] =
    names.kind[tag[above] as number] === GERUND
      ? [-1, above]
      : [above, above < verb ? gerundOver(state, names, above) : -1];
  if (first < 0 || first > verb) return;
  let noun = verb + 1;
  while (noun < length && noun < verb + REACH && names.kind[tag[noun] as number] === BEFORE_NOUN) noun++;
  if (names.kind[tag[noun] as number] !== NOUN) return;
  // the noun behind is either one more of them or a second object
  const more = head[noun] === object && names.use[label[noun] as number] === CONJUNCT;
  const second = head[noun] === first && names.use[label[noun] as number] === OBJECT;
  if ((more || second) && endsList(state, names, noun, first)) {
    head[noun] = verb;
    label[noun] = names.object;
    head[verb] = first;
  }
}

/** The gerund whose object a noun is; -1 for none. */
function gerundOver({ head, label, tag }: ParseState, { use, kind }: VerbListNames, object: number): number {
  const first = use[label[object] as number] === OBJECT ? (head[object] as number) : -1;
  return first >= 0 && first < object && kind[tag[first] as number] === GERUND ? first : -1;
}

/** Whether “and” and a gerund joined to the first one stand behind, with no other comma between. */
function endsList({ form, head, label, tag, length }: ParseState, { use, kind }: VerbListNames, from: number, first: number): boolean {
  for (let at = from + 1; at < length; at++) {
    if (use[label[at] as number] !== CONJUNCT || head[at] !== first || kind[tag[at] as number] !== GERUND) continue;
    return AND.has(form[at - 1] as number);
  }
  return false;
} // biome-ignore format: long signature

/** "Accused the army of looting shops, killing guards": what the one blamed did, and not the one who blames. */
function hangAccused(state: ParseState, names: VerbListNames, verb: number): void {
  const { form, head, label, tag, length } = state;
  const { kind, use } = names;
  const blame = head[verb] as number;
  if (blame >= verb || !BLAMING.has(form[blame] as number) || SPEECH.has(form[verb] as number)) return;
  for (let first = verb - 2; first > blame; first--) {
    if (kind[tag[first] as number] !== GERUND || !LED.has(form[first - 1] as number)) continue;
    const up = head[first] as number;
    const like = form[first - 1] === OF && use[label[first] as number] === LIKE && up > first && up < verb;
    if (like) lead(state, names, first, blame);
    else if (up !== blame && !(up < first && head[up] === blame)) return;
    // “for” also leads why, of which whoever blames tells more
    let ends = form[first - 1] === OF;
    for (let at = verb + 1; at < length && !ends; at++)
      ends = use[label[at] as number] === CONJUNCT && head[at] === verb && kind[tag[at] as number] === GERUND && AND.has(form[at - 1] as number) && !SPEECH.has(form[at] as number);
    if (!ends) return;
    head[verb] = first;
    label[verb] = names.conjunct;
    return;
  }
} // biome-ignore format: long conditions

/** "Of | recruiting minors", taken for minors that recruit: the gerund is what “of” leads. */
function lead(
  { head, label }: ParseState,
  { beside, mark, object }: VerbListNames,
  gerund: number,
  verb: number,
): void {
  const noun = head[gerund] as number;
  for (let at = verb + 1; at < gerund; at++) if (head[at] === noun) head[at] = gerund;
  head[gerund] = verb;
  label[gerund] = beside;
  head[gerund - 1] = gerund;
  label[gerund - 1] = mark;
  head[noun] = gerund;
  label[noun] = object;
}

/** "Of recruiting minors and of carrying out raids": two of one kind. */
function hangSecondOf(state: ParseState, names: VerbListNames, verb: number): void {
  const { form, head, label, tag } = state;
  const { kind, use } = names;
  const above = head[verb] as number;
  if (above >= verb || !AND.has(form[verb - 2] as number)) return;
  for (let first = verb - 3; first > above; first--) {
    if (form[first - 1] !== OF) continue;
    const gerund = kind[tag[first] as number] === GERUND;
    const up = head[first] as number;
    if (gerund && use[label[first] as number] === LIKE && up > first && head[up] === above && use[label[up] as number] === OBLIQUE) {
      lead(state, names, first, above);
    } else if (!gerund || (up !== above && head[up] !== above)) continue;
    head[verb] = first;
    return;
  }
} // biome-ignore format: long conditions

/** "Was captured, disarmed and handed over": a past tense between two participles with one subject is none. */
function hangUndergone(
  { head, label, tag, form, length }: ParseState,
  { use, kind, participle }: VerbListNames,
  verb: number,
): void {
  const above = head[verb] as number;
  if (above >= verb || kind[tag[above] as number] !== PERFECT) return;
  const broken = BROKEN.has(form[verb] as number);
  let helped = false;
  for (let at = above - 1; at >= 0 && at > above - 5 && !helped; at--)
    helped = head[at] === above && use[label[at] as number] === AUXILIARY && !HAD.has(form[at] as number);
  if (!helped) return;
  let last = broken;
  for (let at = above + 1; at < length; at++) {
    const link = use[label[at] as number];
    if (head[at] === verb && (link === OBJECT || link === SUBJECT)) return;
    if (at <= verb || link !== CONJUNCT || (head[at] !== above && head[at] !== verb)) continue;
    last ||= at <= verb + 3 && AND.has(form[at - 1] as number) && kind[tag[at] as number] === PERFECT;
  }
  if (last) tag[verb] = participle;
}

/** "Residents said gunmen had ringed the market, shot two traders and taken a girl": those told of go on, and not those who tell. */
function hangTold(state: ParseState, names: VerbListNames, verb: number): void {
  const { form, head, label, tag, length } = state;
  const { kind, use } = names;
  const teller = head[verb] as number;
  if (teller >= verb || !TELLING.has(form[teller] as number) || hasDependant(state, verb, use, SUBJECT, teller, verb)) return;
  for (let told = verb - 1; told > teller; told--) {
    if (head[told] !== teller || use[label[told] as number] !== TOLD) continue;
    if (kind[tag[told] as number] !== PERFECT || !hasDependant(state, told, use, SUBJECT, teller, told)) return;
    let had = false;
    for (let at = told - 1; at > teller && at > told - 4 && !had; at--) had = HAD.has(form[at] as number) && head[at] === told;
    let ends = false;
    for (let at = verb + 1; at < length && !ends; at++)
      ends = use[label[at] as number] === CONJUNCT && (head[at] === verb || head[at] === teller) && AND.has(form[at - 1] as number) && HARM.has(form[at] as number);
    if (!had || !ends) return;
    for (let at = verb + 1; at < length; at++)
      if (head[at] === teller && use[label[at] as number] === CONJUNCT && HARM.has(form[at] as number)) head[at] = told;
    head[verb] = told;
    return;
  }
} // biome-ignore format: long conditions

/** "Denied that his men had entered the camp, beaten refugees": no past tense, but what “had” helps. */
function hangBroken(state: ParseState, names: VerbListNames, verb: number): void {
  const { form, head, label, tag } = state;
  const { kind, use } = names;
  const above = head[verb] as number;
  if (above >= verb || kind[tag[above] as number] === PERFECT || hasDependant(state, verb, use, AUXILIARY, above, verb)) return;
  if (hasDependant(state, verb, use, SUBJECT, above, verb)) return;
  for (let perfect = verb - 1; perfect > above; perfect--) {
    if (kind[tag[perfect] as number] !== PERFECT || use[label[perfect] as number] === LIKE) continue;
    for (let at = perfect - 1; at > above && at > perfect - 4; at--)
      if (HAD.has(form[at] as number) && head[at] === perfect && use[label[at] as number] === AUXILIARY) {
        head[verb] = perfect;
        tag[verb] = names.participle;
        return;
      }
  }
} // biome-ignore format: long conditions
