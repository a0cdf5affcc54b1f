// The list of operators in, verbs, nouns and adjectives whose complement decides the event out: "agreed to meet", "calls for talks".
import { LexiconError, readList } from '../../lexicon/read-list.ts';
import { WordMap } from '../../lexicon/word-map.ts';
import { OPERATIONS, type Operation } from './composed.ts';

export interface Operator {
  readonly words: string;
  readonly rest: readonly string[];
  /** Preposition that leads the complement or the one told, "for" of "call for"; null for an object or a clause. */
  readonly preposition: string | null;
  readonly operation: Operation;
}

export interface Operators {
  readonly verbs: ReadonlyMap<string, readonly Operator[]>;
  readonly nouns: ReadonlyMap<string, readonly Operator[]>;
  readonly adjectives: ReadonlyMap<string, readonly Operator[]>;
}

const PREPOSITIONS: ReadonlySet<string> = new Set([
  'for', 'on', 'upon', 'to', 'with', 'of', 'from', 'at', 'under', 'against', 'in',
]); // biome-ignore format: one table
let kept: Operators | null = null;

/** Operators by their key word. Throws LexiconError on an unknown class or operation. */
export function operators(): Operators {
  if (kept) return kept;
  const maps: Record<string, Map<string, Operator[]>> = {
    verb: new WordMap(),
    noun: new WordMap(),
    adj: new WordMap(),
  };
  for (const [words = '', kind = '', operation = ''] of readList('en/events/operators').rows) {
    const at = `lexicon/en/events/operators.tsv: "${words}"`;
    const into = maps[kind];
    if (!into) throw new LexiconError(`${at}: class must be verb, noun or adj`);
    if (!OPERATIONS.includes(operation as Operation))
      throw new LexiconError(`${at}: unknown operation "${operation}"; known are ${OPERATIONS.join(', ')}`);
    const [key = '', ...rest] = words.replaceAll('-', ' ').split(' ');
    const last = rest.at(-1);
    const preposition = last !== undefined && PREPOSITIONS.has(last) ? last : null;
    const operator: Operator = {
      words,
      rest: preposition === null ? rest : rest.slice(0, -1),
      preposition,
      operation: operation as Operation,
    };
    const group = into.get(key);
    if (group) group.push(operator);
    else into.set(key, [operator]);
  }
  for (const into of Object.values(maps))
    for (const group of into.values()) group.sort((a, b) => b.words.length - a.words.length);
  kept = {
    verbs: maps['verb'] as Map<string, Operator[]>,
    nouns: maps['noun'] as Map<string, Operator[]>,
    adjectives: maps['adj'] as Map<string, Operator[]>,
  };
  return kept;
}
