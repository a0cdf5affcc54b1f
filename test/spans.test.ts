// One string: every span of every sample's reading points into its text, and nothing edits that text.
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkReading } from '../src/reading/check-reading.ts';
import { read } from '../src/reading/read.ts';
import { Reading } from '../src/reading/schema.ts';
import { madeReading } from './support/reading.ts';

const samples = resolve(import.meta.dirname, '../samples');
const files = readdirSync(samples).filter((name) => /\.(txt|html)$/.test(name));

describe('the samples', () => {
  it('are twelve or more', () => expect(files.length).toBeGreaterThanOrEqual(12));
  it.each(files)('%s is read soundly, in the published shape', (name) => {
    const bytes = readFileSync(resolve(samples, name));
    const reading = read(bytes, { published: '2026-03-10', name });
    expect(checkReading(reading)).toEqual([]);
    expect(Reading.parse(reading)).toEqual(reading);
    if (name.endsWith('.txt')) expect(reading.report.text).toBe(bytes.toString('utf8'));
  });
});

describe('checkReading', () => {
  it('finds a span that is not its words, an empty one, an id twice and an id of nothing', () => {
    const reading = madeReading();
    expect(checkReading(reading)).toEqual([]);
    const [time] = reading.times;
    const [figure] = reading.figures;
    const wrong = {
      ...reading,
      times: [
        { ...time!, span: { start: 0, end: 6, text: 'Enemy!' } },
        { ...time!, span: { start: 3, end: 3, text: '' } },
      ],
      figures: [{ ...figure!, event: 'e9', statement: 's9' }],
    };
    expect(checkReading(wrong).sort()).toEqual([
      'f1: there is no e9',
      'f1: there is no s9',
      'id t1 twice',
      't1: 0..6 is not "Enemy!"',
      't1: 3..3 is empty',
    ]);
  });
});
