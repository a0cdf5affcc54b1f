// A noun in, what can be done to the thing it names out: harmed, deployed, signed, met. Kinds are bits of one number.
import { Filed } from '../../lexicon/filed.ts';
import { LexiconError, readList } from '../../lexicon/read-list.ts';
import { WordMap } from '../../lexicon/word-map.ts';

/** Bits that the cast and the grammar give rather than a list. */
const GIVEN = ['name', 'actor', 'state', 'number', 'anything', 'power', 'money'] as const;

/** What a need may name besides the kinds of `objects.tsv`: several kinds together. */
const TOGETHER: Readonly<Record<string, readonly string[]>> = {
  harm: ['person', 'place', 'thing', 'forces', 'name', 'state', 'number', 'anything'],
  person: ['person', 'name', 'number', 'forces'],
  // a name that nothing knows may be anybody's
  power: ['power', 'name'],
  place: ['place', 'state', 'name'],
  thing: ['thing', 'weapon', 'place', 'name', 'anything'],
  party: ['actor', 'person', 'body', 'name', 'state', 'forces'],
  body: ['body'],
};

/** The mask of `any`: something must be there, whatever it is. */
export const ANY = 0x7fffffff;

interface Kinds {
  /** Bit of each kind. */
  readonly bits: ReadonlyMap<string, number>;
  readonly lemmas: ReadonlyMap<string, number>;
}

let kept: Kinds | null = null;

function kinds(): Kinds {
  if (kept) return kept;
  const bits = new Map<string, number>();
  const lemmas = new WordMap<number>();
  const bit = (name: string): number => {
    const known = bits.get(name);
    if (known) return known;
    if (bits.size >= 31)
      throw new LexiconError(`lexicon/en/events/objects.tsv: "${name}" is one kind too many; thirty-one is the most`);
    const next = 1 << bits.size;
    bits.set(name, next);
    return next;
  };
  for (const name of GIVEN) bit(name);
  const add = (word: string, mask: number) => lemmas.set(word, (lemmas.get(word) ?? 0) | mask);
  for (const [lemma = '', names = ''] of readList('en/events/objects').rows)
    for (const name of names.split(' ')) add(lemma, bit(name));
  for (const [word = ''] of readList('en/figures/people').rows) add(word, bit('person'));
  // "called the vote a sham": what blames is an insult too
  for (const [words = '', says = ''] of readList('en/events/censure').rows)
    if (/\b(?:wrong|blaming|person)\b/.test(says) && !words.includes(' ')) add(words, bit('insult'));
  kept = { bits, lemmas };
  return kept;
}

const numbers = (name: string, of: () => ReadonlyMap<string, number>) =>
  new Filed<number>(
    name,
    function* () {
      for (const [word, number] of of()) yield [word, [String(number)]] as const;
    },
    ([row]) => Number(row?.[0]),
  );
const BITS = numbers('events/kinds', () => kinds().bits);
const LEMMAS = numbers('events/kinds-of-lemmas', () => kinds().lemmas);

/** The bits of what a need names; 0 for an unknown name. */
export function kindMask(name: string): number {
  if (name === 'any') return ANY;
  let mask = 0;
  for (const one of TOGETHER[name] ?? [name]) mask |= BITS.get(one) ?? 0;
  return mask;
}

/** The bit of one kind alone. Throws RangeError when there is none. */
export function kindBit(name: string): number {
  const bit = BITS.get(name);
  if (bit === undefined) throw new RangeError(`no kind "${name}"`);
  return bit;
}

/** What a noun can be by itself, by lemma; 0 when the lists do not know it. */
export const kindsOfLemma = (lemma: string): number => LEMMAS.get(lemma) ?? 0;

/** What those in power do or set down, and others are for or against. */
export const DEEDS =
  kindMask('law') |
  kindMask('demand') |
  kindMask('accord') |
  kindMask('talks') |
  kindMask('blow') |
  kindMask('rally') |
  kindMask('crime');
