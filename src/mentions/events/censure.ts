// A word in, what it says of those whom it is said of out: that they do wrong, are a liar, are not fair.
import { Filed } from '../../lexicon/filed.ts';
import { LexiconError, readList } from '../../lexicon/read-list.ts';

const SORTS = [
  'wrong', 'blaming', 'person', 'right', 'wanted', 'misdeed', 'owed', 'wrongly', 'doer', 'mishap', 'trying', 'unmet', 'shortfall', 'scheme',
] as const; // biome-ignore format: one table
export type Censure = (typeof SORTS)[number];

/** The bit of a sort. */
export const censureBit = (sort: Censure): number => 1 << SORTS.indexOf(sort);

const LIST = new Filed<number>(
  'events/censure',
  function* () {
    for (const [words = '', says = ''] of readList('en/events/censure').rows) {
      for (const sort of says.split(' '))
        if (!SORTS.includes(sort as Censure))
          throw new LexiconError(`lexicon/en/events/censure.tsv: "${words}" says "${sort}", which is none of ${SORTS.join(', ')}`);
      yield [words, [says]] as const;
    }
  },
  ([[says = ''] = []]) => says.split(' ').reduce((mask, sort) => mask | censureBit(sort as Censure), 0),
); // biome-ignore format: long message

/** Bits of a lemma, or of a verb with its object ("abuse power"); 0 where the list does not know it. */
export const censureOf = (words: string): number => LIST.get(words) ?? 0;

/** Whether a word says one of the sorts in `mask`. */
export const says = (words: string, mask: number): boolean => (censureOf(words) & mask) !== 0;
