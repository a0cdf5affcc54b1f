// The event lists in, entries ready to be matched out, found by the word that must be there: a verb, an adjective, or the last noun.
import { Filed, type Filing, type Row } from '../../lexicon/filed.ts';
import { LexiconError, readList } from '../../lexicon/read-list.ts';
import { type Code, EVENT_TYPES, type EventType } from './event.ts';
import { kindMask } from './kinds.ts';
import { SCALE } from './scale.ts';

/**
 * How an entry's parties stand to it. Of verbs and adjectives:
 * `agent` the subject acts, nothing is acted upon (`s`); `direct` the subject acts upon the object (`s>o`);
 * `oblique` upon what a preposition leads (`s>on`); `mutual` subject and what a preposition or the object names act
 * together (`s+with`, `s+o`); `received` the object, or what a preposition leads, is the one that acts: a host's guest
 * (`o>s`), those to whom a town falls (`to>s`); `weapon` the subject is what it was done with (`w`).
 * Of nouns: `directed` an attack by A on B (what "of" leads acts or is acted upon as the type has it), `acts` what "of"
 * leads is who acts ("the visit of"), `done` what "of" leads is acted upon ("the bombing of"), `mutual` talks between
 * A and B.
 */
export type Frame = 'agent' | 'direct' | 'oblique' | 'mutual' | 'received' | 'weapon' | 'directed' | 'acts' | 'done';

/** One demand on a party, "o:!weapon": whom it is about and what they must be able to be. */
export interface Need {
  /** `target` what the frame acts upon; `s` the subject; `o` the object; `x` what is said of the object; `bare` nothing else hangs there; `passive` it was done to them; else the preposition that leads it. */
  readonly of: string;
  readonly not: boolean;
  /** Bits of kinds, any of which will do. */
  readonly mask: number;
}

export interface Entry extends Code {
  /** As in the list. */
  readonly words: string;
  readonly kind: 'verb' | 'noun' | 'adj';
  /** Words besides the key, in order, without the preposition that leads the party. */
  readonly rest: readonly string[];
  readonly frame: Frame;
  /** Preposition that leads the party acted upon; null for an object. */
  readonly preposition: string | null;
  /** The preposition is part of the words: without it the entry does not match. */
  readonly bound: boolean;
  /** The object is a party of a mutual act. */
  readonly object: boolean;
  readonly needs: readonly Need[];
  /** Its words only sound like an event ("heart attack"): it matches, and nothing is coded. Its code means nothing. */
  readonly none: boolean;
}

/** An entry of no list, for what a rule makes out by itself: a verb that its agent does, but for what `other` says. */
export const plainEntry = (type: EventType, mode: string | null, cameo: string, other: Partial<Entry> = {}): Entry => ({
  type, mode, cameo, words: '', kind: 'verb', rest: [], frame: 'agent', preposition: null, bound: false, object: false, needs: [], none: false, ...other,
}); // biome-ignore format: one record

/** What a list has of one word. */
interface OfWord {
  readonly rows: readonly Row[];
  made: readonly Entry[] | null;
  seconds: Seconds | null;
}

/** Entries by the word that must be there; a word's rows become entries when it is first met, as a report meets few. */
export class EntriesByWord {
  readonly #words: Filed<OfWord>;

  /** Rows are those of the lists behind the type, '' for what is none. */
  constructor(name: string, rows: () => Filing) {
    this.#words = new Filed(name, rows, (rows) => ({ rows, made: null, seconds: null }));
  }

  has(word: string): boolean {
    return this.#words.has(word);
  }

  words(): Iterable<string> {
    return this.#words.words();
  }

  /** Those that demand most first. Throws LexiconError on an entry that says nothing. */
  get(word: string): readonly Entry[] | undefined {
    const of = this.#words.get(word);
    if (!of) return undefined;
    of.made ??= of.rows
      .map(([name, ...row]) => {
        const type = (name || null) as EventType | null;
        return entryOf(type, row, () => `lexicon/${listOf(type)}.tsv: ${JSON.stringify(row.join(' | '))}`);
      })
      // the more words an entry demands the more it knows; then the more it demands of its parties
      .sort(
        (a, b) => b.rest.length + Number(b.bound) - a.rest.length - Number(a.bound) || b.needs.length - a.needs.length,
      );
    return of.made;
  }

  /** Where the entries of a word stand in its list, by the first of their further words, in order; '' for those without. */
  seconds(word: string): Seconds {
    const entries = this.get(word) ?? [];
    const of = this.#words.get(word);
    if (of?.seconds) return of.seconds;
    const seconds = new Map<string, number[]>();
    entries.forEach(({ rest: [first = ''] }, i) => {
      const places = seconds.get(first);
      if (places) places.push(i);
      else seconds.set(first, [i]);
    });
    if (of) of.seconds = seconds;
    return seconds;
  }
}

export type Seconds = ReadonlyMap<string, readonly number[]>;

export interface Entries {
  readonly verbs: EntriesByWord;
  readonly nouns: EntriesByWord;
  readonly adjectives: EntriesByWord;
}

const listOf = (type: EventType | null) => `en/events/${(type ?? 'none').toLowerCase()}`;

/** The rows of one class of word, each under the word that must be there. */
function* rowsOf(wanted: Entry['kind']): Filing {
  for (const type of [...EVENT_TYPES, null])
    for (const row of readList(listOf(type)).rows) {
      const [words = '', kind, , , frame = ''] = row;
      // a class that is none is told when the word is met, and by the check of the lexicon
      if (wanted !== (kind === 'noun' || kind === 'adj' ? kind : 'verb')) continue;
      const word =
        kind === 'noun' ? nounKey(words) : kind === 'adj' ? adjectiveKey(words, frame) : (pieces(words)[0] as string);
      yield [word, [type ?? '', ...row]];
    }
}

const ENTRIES: Entries = {
  verbs: new EntriesByWord('events/verbs', () => rowsOf('verb')),
  nouns: new EntriesByWord('events/nouns', () => rowsOf('noun')),
  adjectives: new EntriesByWord('events/adjectives', () => rowsOf('adj')),
};

/** The entries of the lists, read at first asking. */
export const eventEntries = (): Entries => ENTRIES;

/** Tokens end at hyphens: "cease-fire" is "cease", "-", "fire" and may be written "cease fire". */
const pieces = (words: string) => words.split(/[- ]/);

function nounKey(words: string): string {
  const all = pieces(words);
  // "threat of force": the first noun heads the words
  const of = all.indexOf('of');
  return (of > 0 ? all[of - 1] : all.at(-1)) as string;
}

function adjectiveKey(words: string, frame: string): string {
  const all = pieces(words);
  return (all.length > 1 && all.at(-1) === leadOf(SHAPE.exec(frame)) ? all.at(-2) : all.at(-1)) as string;
}

const SHAPE =
  /^(?:(s)|(s>o)|s>([a-z]+)|s\+([a-z]+)|(o>s)|(w)|w>([a-z]+)|(directed)|(acts)|(done)|(mutual)|([a-z]{2,})>s)$/;

/** The preposition that leads the party acted upon. */
const leadOf = (shape: RegExpExecArray | null): string | null => {
  const together = shape?.[4];
  return shape?.[3] ?? shape?.[7] ?? shape?.[12] ?? (together !== undefined && together !== 'o' ? together : null);
};

/** One row of a list as an entry, `type` null for the list of what is none; `at` names it in messages. Throws LexiconError. */
export function entryOf(type: EventType | null, row: readonly string[], at: () => string): Entry {
  const [words = '', kind, mode = '-', cameo = '', frame = '', needs = '-'] = row;
  if (kind !== 'verb' && kind !== 'noun' && kind !== 'adj')
    throw new LexiconError(`${at()}: class must be verb, noun or adj`);
  if (!/^\d{3,4}$/.test(cameo)) throw new LexiconError(`${at()}: cameo must have three or four digits`);
  if (mode !== '-' && (type === null || !(mode in SCALE[type].modes)))
    throw new LexiconError(
      `${at()}: ${type} has no mode "${mode}"; its modes are ${type === null ? 'none' : Object.keys(SCALE[type].modes).join(', ') || 'none'}`,
    );
  const shape = SHAPE.exec(frame);
  if (!shape) throw new LexiconError(`${at()}: unknown frame "${frame}"`);
  const [, agent, direct, toward, together, received, weapon, weaponAt, directed, acts, done, mutual, receivedBy] =
    shape;
  const nominal = Boolean(directed || acts || done || mutual);
  if (nominal !== (kind === 'noun')) throw new LexiconError(`${at()}: frame "${frame}" does not go with a ${kind}`);
  const preposition = leadOf(shape);
  const all = pieces(words);
  const bound = all.length > 1 && preposition !== null && all.at(-1) === preposition;
  const own = bound ? all.slice(0, -1) : all;
  let rest = own.slice(1);
  if (kind === 'adj') rest = own.slice(0, -1);
  if (kind === 'noun') {
    const of = own.indexOf('of');
    rest = of > 0 ? own.slice(of) : own.slice(0, -1);
  }
  return {
    type: type ?? 'ASSAULT',
    none: type === null,
    mode: mode === '-' ? null : mode,
    cameo,
    words,
    kind,
    rest,
    frame: agent
      ? 'agent'
      : direct
        ? 'direct'
        : toward
          ? 'oblique'
          : together
            ? 'mutual'
            : received || receivedBy
              ? 'received'
              : weapon || weaponAt
                ? 'weapon'
                : directed
                  ? 'directed'
                  : acts
                    ? 'acts'
                    : done
                      ? 'done'
                      : 'mutual',
    preposition,
    bound,
    object: together === 'o',
    needs: needs === '-' ? [] : needsOf(needs, at),
  };
}

/** Demands by their words: thousands of entries make a few hundred different ones. */
const demands = new Map<string, readonly Need[]>();

function needsOf(text: string, at: () => string): readonly Need[] {
  const known = demands.get(text);
  if (known) return known;
  const needs = text.split(' ').map((one) => needOf(one, at));
  demands.set(text, needs);
  return needs;
}

function needOf(text: string, at: () => string): Need {
  if (text === 'bare' || text === 'passive') return { of: text, not: false, mask: 0 };
  if (text === '!passive') return { of: 'passive', not: true, mask: 0 };
  const shape = /^(?:([a-z]+):)?(!)?([a-z/-]+)$/.exec(text);
  if (!shape) throw new LexiconError(`${at()}: need "${text}" is not of the form person, s:forces or o:!talks/accord`);
  const [, of = 'target', not, names = ''] = shape;
  let mask = 0;
  for (const name of names.split('/')) {
    const one = kindMask(name);
    if (one === 0) throw new LexiconError(`${at()}: unknown kind "${name}"; lexicon/en/events/objects.tsv has them`);
    mask |= one;
  }
  return { of, not: not !== undefined, mask };
}
