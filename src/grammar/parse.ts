// A Text in, its grammar out: part of speech, lemma, head and relation of every word.
import type { Text } from '../text/text.ts';
import { enterSentence, tagSentence } from './analyse.ts';
import { hangOpenedClauses, type OpenerNames, openerNames } from './clause-openers.ts';
import { type ClauseSubjectNames, clauseSubjectNames, hangClauseSubjects } from './clause-subjects.ts';
import { type DayNames, dayNames, hangBehindDays } from './days-before.ts';
import { hashWord } from './hash.ts';
import { type HyphenNames, hangHyphened, hyphenNames } from './hyphens.ts';
import { hangJoined, type JoinedNames, joinedNames } from './joined-phrases.ts';
import { plain, ruleLemma } from './lemma.ts';
import { type Grammar, loadModel } from './load-model.ts';
import { hangLists, type ListNames, listNames } from './name-lists.ts';
import { hangNamed, type NamedNames, namedNames } from './named-after-noun.ts';
import { hangNamings, type NamingNames, namingNames } from './namings.ts';
import { hangOpened, type OpenedNames, openedNames } from './opened-subjects.ts';
import { hangOpeningPlaces, type OpeningNames, openingNames } from './opening-places.ts';
import { hangOrdered, type OrderedNames, orderedNames } from './ordered.ts';
import { makeState } from './parse-state.ts';
import { type Parsed, UPOS, type Upos } from './parsed.ts';
import { hangParticiples, type ParticipleNames, participleNames } from './participles.ts';
import { hangPassives, type PassiveNames, passiveNames } from './passives.ts';
import { hangPunctuation } from './punctuation.ts';
import { hangRelatives, type RelativeNames, relativeNames } from './relatives.ts';
import { readTree } from './sentence-tree.ts';
import { tagSetPhrases, type VerbTags, verbTags } from './set-phrases.ts';
import { hangBeforeTimes, type TimeNames, timeNames } from './times-behind.ts';
import { hangLedNames, hangTitlesLed, type TitleNames, titleNames } from './titles-led.ts';
import { hangToldBefore, type ToldNames, toldNames } from './told-before.ts';
import { wordHashes } from './word-hashes.ts';

/**
 * Tags and parses every sentence; linear in the length of the text. Never throws on a text. `grammar` is another
 * model than the shipped English one.
 */
export function parse(text: Text, grammar: Grammar = loadModel()): Parsed {
  const { tokens, sentences, report } = text;
  const { length } = tokens;
  const tables = tablesOf(grammar);
  const input = wordHashes(report.text, tokens, grammar.known);
  const tag = new Int32Array(length);
  const head = new Int32Array(length).fill(-1);
  const relation = new Uint8Array(length);
  let longest = 1;
  for (let s = 0; s < sentences.length; s++)
    longest = Math.max(longest, (sentences.endToken[s] as number) - (sentences.firstToken[s] as number));
  const state = makeState(longest);
  for (let s = 0; s < sentences.length; s++) {
    const first = sentences.firstToken[s] as number;
    const last = sentences.endToken[s] as number;
    tagSentence(grammar, input, first, last, tag);
    tagSetPhrases(input, tag, first, last, tables.verbs);
    enterSentence(state, input, tag, tables.upos, first, last);
    readTree(grammar, state, input, tag, first, last);
    if (tables.participles) hangParticiples(state, tables.participles);
    if (tables.openings) hangOpeningPlaces(state, tag, first, tables.openings);
    if (tables.titles) {
      hangTitlesLed(state, tables.titles);
      hangLedNames(state, tables.titles);
    }
    if (tables.opened) hangOpened(state, tables.opened);
    if (tables.clauses) hangClauseSubjects(state, tables.clauses);
    if (tables.named) hangNamed(state, tables.named);
    if (tables.hyphens) hangHyphened(state, tables.hyphens);
    if (tables.relatives) hangRelatives(state, tables.relatives);
    if (tables.times) hangBeforeTimes(state, tables.times);
    if (tables.days) hangBehindDays(state, tables.days);
    if (tables.lists) hangLists(state, tables.lists);
    if (tables.openers) hangOpenedClauses(state, tables.openers);
    if (tables.told) hangToldBefore(state, tables.told);
    if (tables.joined) hangJoined(state, tables.joined);
    if (tables.ordered) hangOrdered(state, tables.ordered);
    if (tables.passives) hangPassives(state, tables.passives);
    if (tables.namings) hangNamings(state, tables.namings);
    hangPunctuation(state, PUNCT, tables.punct, (i) => {
      const at = tokens.start[first + i] as number;
      return (tokens.end[first + i] as number) - at === 1 ? report.text.charCodeAt(at) : 0;
    });
    for (let i = first; i < last; i++) {
      const h = state.head[i - first] as number;
      head[i] = h === state.length ? -1 : h + first;
      relation[i] = state.label[i - first] as number;
    }
  }
  const upos = new Uint8Array(length);
  const penn = new Uint8Array(length);
  for (let i = 0; i < length; i++) {
    upos[i] = tables.upos[tag[i] as number] as number;
    penn[i] = tables.penn[tag[i] as number] as number;
  }
  const isKnown = (word: string, bits: number) => (grammar.lexicon(hashWord(word)) & bits) !== 0;
  const lemmas: string[] = new Array(length);
  const lemma = (index: number): string => {
    let known = lemmas[index];
    if (known === undefined) {
      const start = tokens.start[index];
      if (start === undefined) throw new RangeError(`token ${index} of ${length}`);
      const form = report.text.slice(start, tokens.end[index]);
      const xpos = penn[index] as number;
      known =
        tables.lemmas[xpos]?.get(plain(form)) ??
        ruleLemma(form, UPOS[upos[index] as number] as string, tables.pennNames[xpos] as string, isKnown);
      lemmas[index] = known;
    }
    return known;
  };
  return {
    text,
    words: {
      length,
      upos,
      tag: penn,
      head,
      relation,
      tags: tables.pennNames,
      relations: grammar.names.relations,
      features: (index) => tables.features[tag[index] as number] ?? '',
      lemma,
    },
  };
}

interface Tables {
  /** UPOS number and Penn tag number by the model's tag. */
  readonly upos: Uint8Array;
  readonly penn: Uint8Array;
  readonly pennNames: readonly string[];
  readonly features: readonly string[];
  /** What of Grammar.lemmas is of each Penn tag. */
  readonly lemmas: readonly (ReadonlyMap<string, string> | undefined)[];
  readonly hyphens: HyphenNames | null;
  readonly verbs: VerbTags;
  readonly relatives: RelativeNames | null;
  readonly times: TimeNames | null;
  readonly days: DayNames | null;
  readonly lists: ListNames | null;
  readonly openers: OpenerNames | null;
  readonly openings: OpeningNames | null;
  readonly told: ToldNames | null;
  readonly ordered: OrderedNames | null;
  readonly joined: JoinedNames | null;
  readonly passives: PassiveNames | null;
  readonly namings: NamingNames | null;
  readonly named: NamedNames | null;
  readonly clauses: ClauseSubjectNames | null;
  readonly opened: OpenedNames | null;
  readonly titles: TitleNames | null;
  readonly participles: ParticipleNames | null;
  /** The relation of punctuation. */
  readonly punct: number;
}

const PUNCT = UPOS.indexOf('PUNCT');

const tables = new WeakMap<Grammar, Tables>();

function tablesOf(grammar: Grammar): Tables {
  let known = tables.get(grammar);
  if (!known) {
    const pennNames: string[] = [];
    const upos: number[] = [];
    const penn: number[] = [];
    for (const name of grammar.names.tags) {
      const [universal = 'X', own = '_'] = name.split(' ');
      upos.push(Math.max(0, UPOS.indexOf(universal as Upos)));
      let at = pennNames.indexOf(own);
      if (at < 0) at = pennNames.push(own) - 1;
      penn.push(at);
    }
    known = {
      upos: Uint8Array.from(upos),
      penn: Uint8Array.from(penn),
      pennNames,
      features: grammar.names.features,
      lemmas: pennNames.map((name) => grammar.lemmas.get(name)),
      verbs: verbTags(grammar.names.tags),
      hyphens: hyphenNames(grammar.names.tags, grammar.names.relations),
      relatives: relativeNames(grammar.names.tags, grammar.names.relations),
      times: timeNames(grammar.names.tags, grammar.names.relations),
      days: dayNames(grammar.names.tags, grammar.names.relations),
      lists: listNames(grammar.names.tags, grammar.names.relations),
      openers: openerNames(grammar.names.tags, grammar.names.relations),
      openings: openingNames(grammar.names.tags, grammar.names.relations),
      told: toldNames(grammar.names.relations),
      namings: namingNames(grammar.names.tags, grammar.names.relations),
      passives: passiveNames(grammar.names.tags, grammar.names.relations),
      joined: joinedNames(grammar.names.tags, grammar.names.relations),
      ordered: orderedNames(grammar.names.tags, grammar.names.relations),
      named: namedNames(grammar.names.tags, grammar.names.relations),
      clauses: clauseSubjectNames(grammar.names.relations),
      opened: openedNames(grammar.names.tags, grammar.names.relations),
      participles: participleNames(grammar.names.tags, grammar.names.relations),
      titles: titleNames(grammar.names.tags, grammar.names.relations),
      punct: Math.max(0, grammar.names.relations.indexOf('punct')),
    };
    tables.set(grammar, known);
  }
  return known;
}
