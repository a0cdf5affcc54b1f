// Verbs of headlines that look like nouns, with the shipped model.
import { describe, expect, it } from 'vitest';
import { readReport } from '../report/read-report.ts';
import { readText } from '../text/read-text.ts';
import { parse } from './parse.ts';
import { UPOS } from './parsed.ts';

/** The part of speech of one word of a line. */
function posOf(word: string, line: string): string | undefined {
  const { text, words } = parse(readText(readReport(line)));
  for (let i = 0; i < words.length; i++)
    if (line.slice(text.tokens.start[i], text.tokens.end[i]) === word) return UPOS[words.upos[i] as number];
  return undefined;
}

describe('verbs of headlines', () => {
  it.each([
    ['attack', 'Tarn gangs attack prison'],
    ['arrest', 'Tarn police arrest protest leaders'],
    ['ban', 'Taliban ban women from universities'],
    ['sign', 'Tarn rivals sign ceasefire'],
    ['kill', 'Airstrikes on clinic kill 5'],
    ['sparks', 'Drone attack sparks fire at oil depot'],
    ['sets', 'Drone strike sets fire to refinery'],
    ['hold', 'Biden, Xi hold talks'],
    ['Reach', 'Russia, Turkey Reach Deal on Grain'],
    ['trade', 'Tarn army, Red Dawn trade fire in Orlo'],
    ['swap', 'Ukraine, Russia swap 100 prisoners'],
    ['vetoes', 'Hungary vetoes EU aid to Ukraine'],
    ['calls', 'Pope calls for peace in Ukraine'],
    ['fires', 'North Korea test-fires long-range missile'],
  ])('%s is one: %s', (word, line) => expect(posOf(word, line)).toBe('VERB'));
  it.each([
    ['trade', 'US, China trade talks'],
    ['trade', 'Russia, Turkey trade deal near'],
    ['peace', 'Rebel leaders peace talks'],
    ['fire', 'Drone attack sparks fire at oil depot'],
    ['kill', 'Road kill near Tarn'],
    ['free', 'Soldiers free kick routine'],
    ['gangs', 'Tarn gangs attack prison'],
  ])('%s is none: %s', (word, line) => expect(posOf(word, line)).not.toBe('VERB'));
});
