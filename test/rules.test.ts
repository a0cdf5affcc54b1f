// Every value names its rule and says how it was reached; every rule fires in a case, and there are near misses.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from '../src/grammar/parse.ts';
import { findMentions } from '../src/mentions/find-mentions.ts';
import { readReport } from '../src/report/read-report.ts';
import type { About } from '../src/report/report.ts';
import { readText } from '../src/text/read-text.ts';
import { readCases } from './support/cases.ts';

const root = resolve(import.meta.dirname, '..');
const mentions = resolve(root, 'src/mentions');

/** Every value of a text with its rule. */
function valuesOf(input: Uint8Array | string, about: About) {
  const { times, figures, places, statements, events } = findMentions(parse(readText(readReport(input, about))));
  return [...times.mentions, ...figures.mentions, ...places.mentions, ...statements.statements, ...events.mentions];
}

const rules = new Set<string>();
const unexplained: string[] = [];
for (const name of readdirSync(resolve(root, 'samples')).filter((one) => /\.(txt|html)$/.test(one))) {
  for (const { rule, why, span } of valuesOf(readFileSync(resolve(root, 'samples', name)), {
    published: '2026-03-10',
    name,
  })) {
    rules.add(rule);
    if (why.trim() === '') unexplained.push(`${name} ${span.start}`);
  }
}

const fired = new Set<string>();
const misses = new Map<string, number>();
for (const file of readdirSync(mentions, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.cases'),
)) {
  for (const { text, settings, expected } of readCases(readFileSync(resolve(mentions, file), 'utf8'), file)) {
    const published = settings['published'];
    for (const { rule } of valuesOf(
      text,
      published === undefined ? { type: 'text/plain' } : { type: 'text/plain', published },
    ))
      fired.add(rule);
    if (expected.length === 0) misses.set(file, (misses.get(file) ?? 0) + 1);
  }
}

describe('rules', () => {
  it('are many, and each value says how it was reached', () => {
    expect(rules.size).toBeGreaterThan(12);
    expect(unexplained).toEqual([]);
  });
  it.each([...rules].sort())('%s fires in a case', (rule) => expect(fired.has(rule)).toBe(true));
  it.each([...rules].sort().filter((rule) => existsSync(resolve(mentions, `${rule}.cases`))))(
    '%s has near misses',
    (rule) => expect(misses.get(`${rule}.cases`) ?? 0).toBeGreaterThan(0),
  );
});
