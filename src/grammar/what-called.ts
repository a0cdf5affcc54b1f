// A parsed sentence in, the noun that “what they called” leads up to hung where “what” hung: “killed in what police called a raid”.
import { hashWord, hashWords } from './hash.ts';
import type { ParseState } from './parse-state.ts';

/** Numbers of a model's tags and relations that the rule goes by; see `whatNames`. */
export interface WhatNames {
  /** By tag: 1 a noun, 2 a verb, 3 a preposition. */
  readonly kind: Uint8Array;
  /** By relation: 1 a subject, 2 a copula or an auxiliary, 3 a preposition or conjunction, 4 an auxiliary of the passive. */
  readonly use: Uint8Array;
  readonly subject: number;
  readonly object: number;
  readonly oblique: number;
  readonly agent: number;
  readonly ofNoun: number;
  readonly preposition: number;
  readonly relative: number;
  readonly mark: number;
}

const NOUN = 1;
const VERB = 2;
const LED = 3;
const SUBJECT = 1;
const BEING = 2;
const LEADING = 3;
const PASSIVE = 4;
const USES: Readonly<Record<string, number>> = {
  nsubj: SUBJECT, 'nsubj:pass': SUBJECT, cop: BEING, aux: BEING, 'aux:pass': PASSIVE, case: LEADING, mark: LEADING,
}; // biome-ignore format: one table
const WHAT = hashWord('what');
const BY = hashWord('by');
/** What a writer leaves to others, or to how it looks. */
const CALLING: ReadonlySet<number> = hashWords(
  'called calls call described describes describe termed terms dubbed deemed labelled labeled considered said says say believed believe appeared appears seemed seems',
);
/** How many tokens who calls it so may take, and how many the noun behind. */
const FAR = 8;

/** What the rule needs of a model's names; null where its treebank lacks one. */
export function whatNames(tags: readonly string[], relations: readonly string[]): WhatNames | null {
  const at = (name: string) => relations.indexOf(name);
  const [subject, object, oblique, agent, ofNoun, preposition, relative, mark] = [
    'nsubj', 'obj', 'obl', 'obl:agent', 'nmod', 'case', 'acl:relcl', 'mark',
  ].map(at) as [number, number, number, number, number, number, number, number]; // biome-ignore format: one table
  if (Math.min(subject, object, oblique, agent, ofNoun, preposition, relative, mark) < 0) return null;
  return {
    kind: Uint8Array.from(tags, (name) =>
      /^(?:NOUN|PROPN) /.test(name) ? NOUN : name.startsWith('VERB ') ? VERB : /^ADP (?!RP)/.test(name) ? LED : 0,
    ),
    use: Uint8Array.from(relations, (name) => USES[name] ?? 0),
    subject, object, oblique, agent, ofNoun, preposition, relative, mark,
  }; // biome-ignore format: one record
}

/** What is so called is what the sentence tells of; who calls it so, and that it only seems so, hangs below. */
export function hangWhatCalled(state: ParseState, names: WhatNames): void {
  const { form, head, label, tag, length } = state;
  const { kind, use } = names;
  for (let what = 1; what + 2 < length; what++) {
    if (form[what] !== WHAT) continue;
    let verb = what + 1;
    while (verb < length && verb <= what + FAR && !(CALLING.has(form[verb] as number) && kind[tag[verb] as number] === VERB)) verb++;
    if (verb >= length || verb > what + FAR) continue;
    let noun = verb + 1;
    while (noun < length && noun <= verb + FAR && !(head[noun] === verb && kind[tag[noun] as number] === NOUN)) noun++;
    if (noun >= length || noun > verb + FAR) continue;
    // "what he said on Monday": a day is led by another preposition than "as"
    if (label[noun] === names.oblique && !isLedByAs(state, noun, verb)) continue;
    let above = head[what] as number;
    for (let steps = 0; steps < 4 && above > what && above < length; steps++) above = head[above] as number;
    if (above >= what) continue;
    const led = kind[tag[what - 1] as number] === LED && above !== what - 1;
    const ofVerb = kind[tag[above] as number] === VERB;
    if (!led && !ofVerb) continue;
    // what stands between who calls it so and the verb hangs from the verb
    for (let at = what + 1; at < verb; at++) {
      const up = head[at] as number;
      if (up >= what && up <= verb && up !== what) continue;
      head[at] = verb;
      label[at] = names.subject;
    }
    for (let at = verb + 1; at < noun; at++)
      if (head[at] === noun && (use[label[at] as number] === BEING || use[label[at] as number] === LEADING || use[label[at] as number] === PASSIVE)) {
        head[at] = verb;
        label[at] = names.mark;
      }
    // "its toughest sanctions yet on Iran": upon whom they are, and not whom it called
    for (let at = noun + 1; at < length; at++)
      if (head[at] === verb && label[at] === names.oblique) {
        head[at] = noun;
        label[at] = names.ofNoun;
      }
    head[noun] = above;
    label[noun] = !led ? names.object : !ofVerb ? names.ofNoun : form[what - 1] === BY && isPassive(state, above, use) ? names.agent : names.oblique;
    if (led) {
      head[what - 1] = noun;
      label[what - 1] = names.preposition;
    }
    head[what] = verb;
    label[what] = names.object;
    head[verb] = noun;
    label[verb] = names.relative;
  }
} // biome-ignore format: long conditions

const AS = hashWord('as');
const isLedByAs = ({ form, head }: ParseState, noun: number, verb: number): boolean => {
  for (let at = verb + 1; at < noun; at++) if (head[at] === noun && form[at] === AS) return true;
  return false;
};

function isPassive({ head, label }: ParseState, verb: number, use: Uint8Array): boolean {
  for (let at = 0; at < verb; at++) if (head[at] === verb && use[label[at] as number] === PASSIVE) return true;
  return false;
}
