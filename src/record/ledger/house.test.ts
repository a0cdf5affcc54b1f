// A user's own profile from a file: what it says is taken, the rest stays, and what it cannot mean is refused by name.
import { describe, expect, it } from 'vitest';
import { parseHouse } from './house.ts';

const file = (...rows: string[]) => `# a desk\n# source: our desk\n# columns: rule\tvalue\n${rows.join('\n')}\n`;

describe('a house of one’s own', () => {
  it('takes its rules and keeps the rest', () =>
    expect(parseHouse(file('pick\tlowest', 'dozens\t30', 'trust\tofficial, document'), 'house.tsv')).toMatchObject({
      name: 'house',
      pick: 'lowest',
      trust: ['official', 'document'],
      vague: { dozens: 30 },
      measures: 'all',
      grades: true,
    }));
  it.each(['dozens\tmany', 'pick\thighest', 'trust\trumour', 'weather\tfine'])('refuses %s, by name', (row) =>
    expect(() => parseHouse(file(row), 'house.tsv')).toThrow(/house\.tsv: “\w+”/),
  );
});
