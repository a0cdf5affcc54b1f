// A Text in, its grammar out: part of speech, lemma, head and relation of every word.
import type { Text } from '../text/text.ts';
import { FormTable, formsOf } from '../text/word-forms.ts';
import { enterSentence, tagSentence } from './analyse.ts';
import { auxiliaryNames, hangAuxiliarySubjects } from './aux-subjects.ts';
import { gerundNames, hangBegun } from './begun-gerunds.ts';
import { betweenNames, hangBetween } from './between-both.ts';
import { blamedNames, hangBlamedEach } from './blamed-each.ts';
import { hangOpenedClauses, openerNames } from './clause-openers.ts';
import { clauseSubjectNames, hangClauseSubjects } from './clause-subjects.ts';
import { countedNames, hangCounted } from './counted-lists.ts';
import { hangCountedObjects, roughNames } from './counted-objects.ts';
import { datedNames, hangDatedClauses } from './dated-clauses.ts';
import { enumeratedNames, hangEnumerated } from './enumerated.ts';
import { gapNames, hangFilledGaps } from './filled-gaps.ts';
import { forNames, hangForParticiples } from './for-participles.ts';
import { hashWord } from './hash.ts';
import { tagHeadlines } from './headline-lines.ts';
import { tagHiddenVerbs } from './headline-verbs.ts';
import { hangHyphened, hangHyphenVerbs, hyphenNames, hyphenVerbNames } from './hyphens.ts';
import { hangJoined, joinedNames } from './joined-phrases.ts';
import { plain, ruleLemma } from './lemma.ts';
import { hangListed, listedNames } from './listed-subjects.ts';
import { type Grammar, loadModel } from './load-model.ts';
import { hangModifiers, modifierNames } from './lost-modifiers.ts';
import { hangMet, metNames } from './met-objects.ts';
import { hangNamed, namedNames } from './named-after-noun.ts';
import { hangCalled, hangNamings, namingNames } from './namings.ts';
import { hangOpened, openedNames } from './opened-subjects.ts';
import { hangOrdered, orderedNames } from './ordered.ts';
import { makeState, type ParseState } from './parse-state.ts';
import { type Parsed, UPOS, type Upos } from './parsed.ts';
import { hangParticiples, type ParticipleNames, participleNames } from './participles.ts';
import { hangPassives, passiveNames } from './passives.ts';
import { tagPastForms } from './past-forms.ts';
import { hangPunctuation } from './punctuation.ts';
import { hangRelatives, relativeNames } from './relatives.ts';
import { hangResults, resultNames } from './result-clauses.ts';
import { hangSaidWithin, saidNames } from './said-within.ts';
import { parseSentence } from './search.ts';
import { tagSetPhrases, type VerbTags, verbTags } from './set-phrases.ts';
import { hangTailSayers, sayerNames } from './tail-sayers.ts';
import { hangHostages, hostageNames } from './taken-hostage.ts';
import { existentialNames, hangExistential } from './there-were.ts';
import { lowerTitles } from './title-case.ts';
import { hangTitlesLed, titleNames } from './titles-led.ts';
import { hangTrailing, trailingNames } from './trailing-words.ts';
import { hangUnlike, unlikeNames } from './unlike-conjuncts.ts';
import { hangVerbLists, verbListNames } from './verb-lists.ts';
import { unhangWeekdays, weekdayNames } from './weekday-objects.ts';
import { hangWhatCalled, whatNames } from './what-called.ts';
import { hangWho, whoNames } from './who-of-places.ts';
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
  lowerTitles(input, sentences);
  const tag = new Int32Array(length);
  const head = new Int32Array(length).fill(-1);
  const relation = new Uint8Array(length);
  let longest = 1;
  for (let s = 0; s < sentences.length; s++)
    longest = Math.max(longest, (sentences.endToken[s] as number) - (sentences.firstToken[s] as number));
  const state = makeState(longest);
  // one stage after the other, each over all sentences: the tables of one would push those of the next out of the caches
  for (let s = 0; s < sentences.length; s++) {
    const first = sentences.firstToken[s] as number;
    const last = sentences.endToken[s] as number;
    tagSentence(grammar, input, first, last, tag);
    tagSetPhrases(input, tag, first, last, tables.verbs);
    tagHiddenVerbs(input, tag, first, last, tables.verbs);
    tagHeadlines(input, tag, first, last, tables.verbs);
    tagPastForms(input, tag, first, last, tables.verbs);
  }
  grammar.trees?.(input, tag, sentences, head, relation);
  for (let s = 0; s < sentences.length; s++) {
    const first = sentences.firstToken[s] as number;
    const last = sentences.endToken[s] as number;
    enterSentence(state, input, tag, tables.upos, first, last);
    if (grammar.trees) {
      state.head.set(head.subarray(first, last));
      state.label.set(relation.subarray(first, last));
    } else parseSentence(grammar, state);
    if (tables.participles) hangParticiples(state, tables.participles);
    for (const mend of tables.menders) mend(state);
    hangPunctuation(state, PUNCT, tables.punct, (i) => {
      const at = tokens.start[first + i] as number;
      return (tokens.end[first + i] as number) - at === 1 ? report.text.charCodeAt(at) : 0;
    });
    for (let i = first; i < last; i++) {
      const h = state.head[i - first] as number;
      head[i] = h === state.length ? -1 : h + first;
      tag[i] = state.tag[i - first] as number;
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
  const { forms, numbers } = formsOf(report.text, tokens);
  const lemma = (index: number): string => {
    let known = lemmas[index];
    if (known === undefined) {
      const number = numbers[index];
      if (number === undefined) throw new RangeError(`token ${index} of ${length}`);
      const kept = tables.lemmatised.of(forms, number);
      if (kept.tag !== tag[index]) {
        const form = forms.printed[number] as string;
        const xpos = penn[index] as number;
        kept.tag = tag[index] as number;
        kept.lemma =
          tables.lemmas[xpos]?.get(plain(form)) ??
          ruleLemma(form, UPOS[upos[index] as number] as string, tables.pennNames[xpos] as string, isKnown);
      }
      known = kept.lemma;
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
  /** Of each form the lemma under the tag of the model that it was last asked for with. */
  readonly lemmatised: FormTable<{ tag: number; lemma: string }>;
  readonly verbs: VerbTags;
  readonly participles: ParticipleNames | null;
  /** What puts right where words hang, one after the other. */
  readonly menders: readonly Mender[];
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
      lemmatised: new FormTable(() => ({ tag: -1, lemma: '' })),
      verbs: verbTags(grammar.names.tags),
      participles: participleNames(grammar.names.tags, grammar.names.relations),
      menders: mendersOf(grammar.names),
      punct: Math.max(0, grammar.names.relations.indexOf('punct')),
    };
    tables.set(grammar, known);
  }
  return known;
}

type Mender = (state: ParseState) => void;

/** The rules whose names a model has, in the order in which they build on each other. */
function mendersOf({ tags, relations }: Grammar['names']): readonly Mender[] {
  const menders: Mender[] = [];
  const add = <Names>(names: Names | null, hang: (state: ParseState, names: Names) => void) => {
    if (names) menders.push((state) => hang(state, names));
  };
  add(titleNames(tags, relations), hangTitlesLed);
  add(listedNames(tags, relations), hangListed);
  add(openedNames(tags, relations), hangOpened);
  add(clauseSubjectNames(relations), hangClauseSubjects);
  add(datedNames(tags, relations), hangDatedClauses);
  add(auxiliaryNames(tags, relations), hangAuxiliarySubjects);
  add(sayerNames(tags, relations), hangTailSayers);
  add(resultNames(tags, relations), hangResults);
  add(countedNames(tags, relations), hangCounted);
  add(namedNames(tags, relations), hangNamed);
  add(hyphenNames(tags, relations), hangHyphened);
  add(hyphenVerbNames(tags, relations), hangHyphenVerbs);
  add(relativeNames(tags, relations), hangRelatives);
  add(whoNames(tags, relations), hangWho);
  add(gerundNames(tags, relations), hangBegun);
  add(saidNames(tags, relations), hangSaidWithin);
  add(openerNames(tags, relations), hangOpenedClauses);
  add(enumeratedNames(tags, relations), hangEnumerated);
  add(joinedNames(tags, relations), hangJoined);
  add(roughNames(tags, relations), hangCountedObjects);
  add(metNames(relations), hangMet);
  add(weekdayNames(tags, relations), unhangWeekdays);
  add(betweenNames(tags, relations), hangBetween);
  add(orderedNames(tags, relations), hangOrdered);
  add(existentialNames(relations), hangExistential);
  add(hostageNames(tags, relations), hangHostages);
  add(passiveNames(tags, relations), hangPassives);
  add(namingNames(tags, relations), hangNamings);
  add(namingNames(tags, relations), hangCalled);
  add(whatNames(tags, relations), hangWhatCalled);
  add(trailingNames(tags, relations), hangTrailing);
  add(blamedNames(tags, relations), hangBlamedEach);
  add(verbListNames(tags, relations), hangVerbLists);
  add(unlikeNames(tags, relations), hangUnlike);
  add(gapNames(tags, relations), hangFilledGaps);
  add(forNames(tags, relations), hangForParticiples);
  add(modifierNames(tags, relations), hangModifiers);
  return menders;
}
