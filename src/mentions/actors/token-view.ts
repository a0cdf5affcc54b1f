// A Parsed in; its tokens as the actor and statement rules read them out: words in lower case, parts of speech, relations, quotations.
import type { Parsed } from '../../grammar/parsed.ts';
import { UPOS, type Upos } from '../../grammar/parsed.ts';
import type { Quote, Tokens } from '../../text/text.ts';
import { formsOf, type WordForms } from '../../text/word-forms.ts';
import { marksOf } from '../../text/word-marks.ts';
import { guessUpos } from './guess-upos.ts';
import { namedAt } from './lexicon.ts';
import type { OwnActors } from './own-actors.ts';

const code = (upos: Upos) => UPOS.indexOf(upos);
export const X = code('X');
export const ADJ = code('ADJ');
export const ADP = code('ADP');
export const ADV = code('ADV');
export const AUX = code('AUX');
export const CCONJ = code('CCONJ');
export const DET = code('DET');
export const INTJ = code('INTJ');
export const NOUN = code('NOUN');
export const NUM = code('NUM');
export const PART = code('PART');
export const PRON = code('PRON');
export const PROPN = code('PROPN');
export const PUNCT = code('PUNCT');
export const SCONJ = code('SCONJ');
export const SYM = code('SYM');
export const VERB = code('VERB');

/** Relations the rules ask for; every other one is OTHER. Subtypes count as their own only where listed. */
const RELATIONS = [
  'other', 'nsubj', 'nsubj:pass', 'obj', 'iobj', 'ccomp', 'xcomp', 'advcl', 'acl', 'acl:relcl', 'conj', 'obl', 'obl:agent', 'nmod', 'nmod:poss',
  'appos', 'parataxis', 'aux', 'aux:pass', 'mark', 'case', 'compound', 'flat', 'amod', 'det', 'root', 'csubj', 'obl:tmod', 'advmod', 'punct', 'cc', 'discourse', 'vocative', 'dep',
  'nummod', 'compound:prt', 'cop',
] as const; // biome-ignore format: one table
export const REL = Object.fromEntries(RELATIONS.map((name, index) => [name, index])) as Record<
  (typeof RELATIONS)[number],
  number
>;

const SAME: Record<string, (typeof RELATIONS)[number]> = {
  'nsubj:outer': 'nsubj', 'obl:unmarked': 'obl:tmod', 'nmod:unmarked': 'nmod', 'nmod:desc': 'nmod', 'flat:name': 'flat', 'csubj:outer': 'csubj', 'advcl:relcl': 'advcl', 'det:predet': 'det', 'cc:preconj': 'cc',
}; // biome-ignore format: one table

export interface TokenView {
  readonly parsed: Parsed;
  readonly text: string;
  readonly length: number;
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly sentence: Int32Array;
  /** Words in lower case. */
  readonly lower: readonly string[];
  /** Numbers of the words in lower case, and of the forms as they are printed, in `forms`. */
  readonly word: Int32Array;
  readonly form: Int32Array;
  readonly forms: WordForms;
  /** Bits of what each word may open: see word-marks.ts. */
  readonly marks: Int32Array;
  readonly upos: Uint8Array;
  /** Head token, -1 for a root. */
  readonly head: Int32Array;
  /** Code of REL. */
  readonly relation: Uint8Array;
  /** Whether a parser analysed the text; without one the heads say nothing. */
  readonly analysed: boolean;
  /** Penn tag of a token, '' when not analysed. */
  tag(token: number): string;
  readonly quotes: readonly Quote[];
  /** Index of the outermost quotation (with its marks) that a token stands in, or -1. */
  readonly quoteAt: Int32Array;
  /** Index of the paragraph of a token. */
  readonly paragraph: Int32Array;
  /** Actors that the user added; null without any. */
  readonly own: OwnActors | null;
}

const views = new WeakMap<Parsed, TokenView>();
const relationCodes = new WeakMap<readonly string[], Uint8Array>();

function codesOf(names: readonly string[]): Uint8Array {
  const known = relationCodes.get(names);
  if (known) return known;
  const codes = Uint8Array.from(names, (name) => {
    const direct = REL[(SAME[name] ?? name) as keyof typeof REL];
    return direct ?? REL[name.split(':')[0] as keyof typeof REL] ?? REL.other;
  });
  relationCodes.set(names, codes);
  return codes;
}

/**
 * A word that opens a sentence is capitalised whatever it is, and taggers slip there ("Trump later reiterated"). Where
 * the text has it as a name in the middle of a sentence and never in lower case, it is that name there too.
 */
function namesByCapitals(source: string, tokens: Tokens, lower: readonly string[], word: Int32Array, tagged: Uint8Array): Uint8Array {
  const isCapital = (i: number) => {
    const code = source.charCodeAt(tokens.start[i] ?? 0);
    return code >= 65 && code <= 90;
  };
  const opens = (i: number) =>
    i === 0 ||
    tokens.sentence[i] !== tokens.sentence[i - 1] ||
    lower[i - 1] === '“' ||
    lower[i - 1] === '"' ||
    lower[i - 1] === '‘' ||
    lower[i - 1] === '”';
  /** Words in capitals that are tagged as none that have them. */
  const slips: number[] = [];
  /** By the numbers of these words, whether the text has one as a name in the middle of a sentence. */
  const names = new Map<number, boolean>();
  for (let i = 0; i < lower.length; i++) {
    const upos = tagged[i];
    const isSlip = upos === VERB || upos === NOUN || upos === ADJ || upos === ADV || upos === X || upos === INTJ;
    if (!isSlip || !isCapital(i) || (lower[i] ?? '').length < 3) continue;
    slips.push(i);
    names.set(word[i] as number, false);
  }
  const common = new Set<number>();
  if (names.size > 0)
    for (let i = 0; i < lower.length; i++) {
      const one = word[i] as number;
      if (!names.has(one)) continue;
      const code = source.charCodeAt(tokens.start[i] ?? 0);
      if (code >= 97 && code <= 122) common.add(one);
      else if (tagged[i] === PROPN && isCapital(i) && !opens(i)) names.set(one, true);
    }
  let upos = tagged;
  for (const i of slips) {
    const one = word[i] as number;
    if (!names.get(one) || common.has(one)) continue;
    if (upos === tagged) upos = tagged.slice();
    upos[i] = PROPN;
  }
  return upos;
} // biome-ignore format: long conditions

/**
 * The view of a parsed text; built once and kept as long as the text is. `own` names the actors that a user added; asked
 * without it, the view comes as it was built last.
 */
export function viewTokens(parsed: Parsed, own?: OwnActors | null): TokenView {
  const known = views.get(parsed);
  if (known && (own === undefined || known.own === own)) return known;
  const { text, words } = parsed;
  const { tokens, sentences, quotes } = text;
  const source = text.report.text;
  const length = tokens.length;
  const lower: string[] = new Array(length);
  const { forms, numbers } = formsOf(source, tokens);
  const word = new Int32Array(length);
  for (let i = 0; i < length; i++) {
    const form = numbers[i] as number;
    lower[i] = forms.lower[form] as string;
    word[i] = forms.lowered[form] as number;
  }
  const analysed = words.relations.length > 1;
  const relation = new Uint8Array(length);
  let upos = words.upos;
  if (analysed) {
    const codes = codesOf(words.relations);
    for (let i = 0; i < length; i++) relation[i] = codes[words.relation[i] ?? 0] ?? 0;
    upos = namesByCapitals(source, tokens, lower, word, upos);
  } else upos = guessUpos(source, tokens, lower);
  const paragraph = new Int32Array(length);
  for (let i = 0; i < length; i++) paragraph[i] = sentences.paragraph[tokens.sentence[i] ?? 0] ?? 0;
  const quoteAt = new Int32Array(length).fill(-1);
  let token = 0;
  let reached = 0;
  for (let q = 0; q < quotes.length; q++) {
    const quote = quotes[q];
    if (!quote || quote.depth > 0 || quote.span.start < reached) continue;
    reached = quote.span.end;
    while (token < length && (tokens.end[token] ?? 0) <= quote.span.start) token++;
    for (; token < length && (tokens.start[token] ?? 0) < quote.span.end; token++) quoteAt[token] = q;
  }
  const view: TokenView = {
    parsed, text: source, length, start: tokens.start, end: tokens.end, sentence: tokens.sentence, lower, word, form: numbers, forms, marks: marksOf(forms, numbers), upos,
    head: words.head, relation, analysed, tag: (i) => words.tags[words.tag[i] ?? 0] ?? '', quotes, quoteAt, paragraph, own: own ?? null,
  }; // biome-ignore format: one table
  if (analysed) {
    namesOfLists(view);
    peoplesByAdjective(view);
    adjectivesAsNouns(view);
    cyberIsWhatKind(view);
  }
  views.set(parsed, view);
  return view;
}

/** "United States President", "IS fighters": what the lists know as a name, in the letters they have it, is one whatever the tagger makes of it. */
function namesOfLists(view: TokenView): void {
  const { text, start, end, length, lower } = view;
  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(start[i] ?? 0);
    if (code < 65 || code > 90) continue;
    const tagged = view.upos[i];
    if (
      tagged === PROPN ||
      tagged === NOUN ||
      tagged === ADJ ||
      tagged === DET ||
      tagged === PRON ||
      tagged === NUM ||
      tagged === PUNCT
    )
      continue;
    // a word in capitals among others in capitals says nothing about itself
    if ((end[i] ?? 0) - (start[i] ?? 0) <= 3 && shouted(view, i)) continue;
    const named = namedAt(view, i);
    if (!named || (named.to === i + 1 && lower[i] === 'may')) continue;
    for (let k = i; k < named.to; k++) if (view.upos[k] !== PUNCT) retag(view, k, PROPN);
    // "killed in IS attacks": no verb, but whose attacks they are
    const link = view.relation[i];
    if (named.to === i + 1 && (link === REL.cop || link === REL.aux) && (view.head[i] ?? -1) > i)
      view.relation[i] = REL.compound;
    i = named.to - 1;
  }
}

/** Says another part of speech of a token than the tagger, whose own list stays as it is. */
function retag(view: TokenView, i: number, upos: number): void {
  if (view.upos === view.parsed.words.upos) (view as { upos: Uint8Array }).upos = view.upos.slice();
  view.upos[i] = upos;
}

/** The part of speech behind a token; PUNCT at the end of its sentence. */
const nextUpos = ({ sentence, upos }: TokenView, i: number): number =>
  (sentence[i + 1] === sentence[i] ? upos[i + 1] : PUNCT) ?? PUNCT;

/** Whether a noun, or what stands before one, is that part of speech. */
const isOfNoun = (upos: number): boolean => upos === NOUN || upos === PROPN || upos === ADJ || upos === NUM;

/** Adjectives of lands whose people have no other name: "the British", "the Dutch", "the Portuguese", against "Germans". */
const PEOPLE = /(?:ish|[^a]ch|ese|sh|ss)$/;

/** "The French withdrew", "talks with the Japanese": an adjective behind "the" that no noun follows is the name of a people. */
function peoplesByAdjective(view: TokenView): void {
  const { lower, relation, head, length } = view;
  for (let i = 1; i < length; i++) {
    if (view.upos[i] !== ADJ || lower[i - 1] !== 'the' || !PEOPLE.test(lower[i] ?? '')) continue;
    const code = view.text.charCodeAt(view.start[i] ?? 0);
    const next = nextUpos(view, i);
    if (code < 65 || code > 90 || isOfNoun(next)) continue;
    // "the French for bread", "the French-speaking north"
    if (/^(?:for|word|-)$/.test(lower[i + 1] ?? '')) continue;
    const named = namedAt(view, i);
    if (named?.entry.use !== 'adjective' || named.to !== i + 1) continue;
    const up = head[i] ?? -1;
    const link = relation[i];
    if (link === REL.amod || link === REL.compound) {
      // "the British bombed the port": hung from the verb; "the Dutch shelled positions": from a noun with no other verb
      if (next !== VERB || up <= i) continue;
      if (up === i + 1) relation[i] = REL.nsubj;
      else if (relation[up] !== REL.root || head[i + 1] !== up) continue;
    }
    retag(view, i, PROPN);
  }
}

/** "The injured said", "visited the wounded", "its chief executive called": a subject or an object that no noun follows stands for one. */
function adjectivesAsNouns(view: TokenView): void {
  const { lower, relation, sentence, length } = view;
  for (let i = 1; i < length; i++) {
    const link = relation[i];
    if (link !== REL.nsubj && link !== REL['nsubj:pass'] && link !== REL.obj) continue;
    if (view.upos[i] !== ADJ && !(view.upos[i] === VERB && view.tag(i) === 'VBN')) continue;
    let from = i - 1;
    while (from > 0 && view.upos[from] === ADJ && sentence[from] === sentence[i]) from--;
    if (sentence[from] !== sentence[i] || !/^(?:the|its|their|his|her|our)$/.test(lower[from] ?? '')) continue;
    if (!isOfNoun(nextUpos(view, i))) retag(view, i, NOUN);
  }
}

/** "Launched cyber attacks": taken for a preposition, it says what kind of attacks they are. */
function cyberIsWhatKind({ lower, relation, head, length }: TokenView): void {
  for (let i = 0; i < length; i++) {
    if (lower[i] !== 'cyber' || relation[i] !== REL.case) continue;
    relation[i] = REL.amod;
    const noun = head[i] ?? -1;
    if (noun > i && relation[noun] === REL.obl && (head[noun] ?? -1) === i - 1) relation[noun] = REL.obj;
  }
}

/** Whether the words beside a token are in capitals too. */
function shouted(view: TokenView, i: number): boolean {
  for (const k of [i + 1, i - 1]) {
    if (k < 0 || k >= view.length || view.sentence[k] !== view.sentence[i]) continue;
    const word = view.text.slice(view.start[k], view.end[k]);
    if (word.length > 3 && /^\p{L}+$/u.test(word)) return word === word.toUpperCase();
  }
  return false;
}
