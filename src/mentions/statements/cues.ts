// The lexicon of saying in; every form of every cue verb and noun, with its act and frames, out.
import { readList } from '../../lexicon/read-list.ts';
import { WordMap } from '../../lexicon/word-map.ts';
import type { TokenView } from '../actors/token-view.ts';
import type { Act } from './statement.ts';

/** One verb of saying: what its words do and how content is joined to it. */
export interface Cue {
  readonly lemma: string;
  readonly act: Act;
  /** A quotation may be its content. */
  readonly quotes: boolean;
  /** A clause may be. */
  readonly clause: boolean;
  /** The clause needs its "that": "maintains the road" is no clause. */
  readonly thatOnly: boolean;
  /** A noun phrase may be. */
  readonly noun: boolean;
  /** An infinitive may be. */
  readonly infinitive: boolean;
  /** Its object is the one addressed. */
  readonly addresses: boolean;
  /** Its object is whom or what it is about: everything after the verb is the content. */
  readonly about: boolean;
  /** Prepositions after which the content stands. */
  readonly prepositions: readonly string[];
}

export type VerbForm = 'plain' | 'present' | 'past' | 'participle' | 'gerund';

let forms: Map<string, Cue> | null = null;
/** Cues that a particle makes, by the verb's form and the particle: "ruled" and "out". */
let particles: Map<string, Map<string, Cue>> = new Map();
let nouns: Map<string, Act> | null = null;

const VOWEL = /[aeiou]/;

/** The regular forms of an English verb: -s, -ed, -ing with their spellings. */
function inflect(lemma: string): string[] {
  const y = lemma.endsWith('y') && !VOWEL.test(lemma.at(-2) ?? '');
  const stem = lemma.endsWith('e') ? lemma.slice(0, -1) : lemma;
  // A final consonant after one stressed vowel doubles; which verbs stress it is not in the spelling.
  const double =
    /(?:admit|rebut|slam|pan|rip|brag|quip|snap|tip|swear|concur|refer|dub|cry)$/.test(lemma) &&
    !/(?:swear|cry)$/.test(lemma)
      ? (lemma.at(-1) ?? '')
      : '';
  const s = y ? `${lemma.slice(0, -1)}ies` : /(?:s|x|z|ch|sh|o)$/.test(lemma) ? `${lemma}es` : `${lemma}s`;
  const ed = y ? `${lemma.slice(0, -1)}ied` : lemma.endsWith('e') ? `${lemma}d` : `${lemma}${double}ed`;
  const ing = lemma.endsWith('ee') ? `${lemma}ing` : `${stem}${double}ing`;
  return [lemma, s, ed, ing];
}

/** Every form of every cue verb, in lower case. */
export function cueForms(): Map<string, Cue> {
  if (forms) return forms;
  const map = new WordMap<Cue>();
  particles = new WordMap();
  for (const [lemma = '', act = '', frames = '', irregular = ''] of readList('en/statements/verbs').rows) {
    const has = (frame: string) => ` ${frames} `.includes(` ${frame} `);
    const cue: Cue = {
      lemma,
      act: act as Act,
      quotes: has('q'),
      clause: has('c') || has('t'),
      thatOnly: has('t'),
      noun: has('n'),
      infinitive: has('i'),
      addresses: has('a'),
      about: has('w'),
      prepositions: frames.split(' ').flatMap((frame) => (frame.startsWith('P:') ? [frame.slice(2)] : [])),
    };
    const [verb = '', particle] = lemma.split(' ');
    const regular = inflect(verb);
    const past = irregular === '' ? [] : irregular.split(',');
    for (const form of past.length > 0 ? [regular[0], regular[1], regular[3], ...past] : regular)
      if (form && particle === undefined) map.set(form, cue);
      else if (form && particle) {
        const own = particles.get(form) ?? new Map<string, Cue>();
        particles.set(form, own.set(particle, cue));
      }
  }
  forms = map;
  return map;
}

/** What the form at `i` is a cue of, its particle heard: "ruled out" is not "ruled". Undefined where it is none. */
export function cueAt(view: TokenView, i: number): Cue | undefined {
  const word = view.lower[i] ?? '';
  const plain = cueForms().get(word);
  return particles.get(word)?.get(view.lower[i + 1] ?? '') ?? plain;
}

/** Cue nouns, singular and plural, with their act. */
export function cueNouns(): Map<string, Act> {
  if (nouns) return nouns;
  const map = new WordMap<Act>();
  for (const [noun = '', act = ''] of readList('en/statements/nouns').rows) {
    map.set(noun, act as Act);
    map.set(
      noun.endsWith('y') && !VOWEL.test(noun.at(-2) ?? '')
        ? `${noun.slice(0, -1)}ies`
        : /(?:s|x|z|ch|sh)$/.test(noun)
          ? `${noun}es`
          : `${noun}s`,
      act as Act,
    );
  }
  nouns = map;
  return map;
}
