// Whole reports and the sheet that a reader of the terminal gets of each: a change of the reading shows in the diff.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sheet } from '../src/faces/cli/sheet.ts';
import { read } from '../src/reading/read.ts';

const folder = join(import.meta.dirname, 'reports');
const slugs = readdirSync(folder)
  .filter((file) => file.endsWith('.txt'))
  .map((file) => file.slice(0, -4));

describe('a whole report', () => {
  it('is there', () => expect(slugs.length).toBeGreaterThan(3));
  it.each(slugs)('%s reads as it did; if the change is better, run "npm run snap"', async (slug) => {
    // its first line says when it was published: no report is read against the day of the test
    const [head = '', ...lines] = readFileSync(join(folder, `${slug}.txt`), 'utf8').split('\n');
    const published = /^published (\d{4}-\d{2}-\d{2})$/.exec(head)?.[1];
    expect(published, `${slug}.txt begins with "published YYYY-MM-DD"`).toBeDefined();
    const shown = sheet(read(lines.join('\n'), { published: published as string }), { width: 120, colour: false });
    await expect(shown).toMatchFileSnapshot(join(folder, `${slug}.sheet`));
  });
});
