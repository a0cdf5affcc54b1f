// Verbs that headlines and days hide, with the shipped model.
import { describe, expect, it } from 'vitest';
import { readReport } from '../report/read-report.ts';
import { readText } from '../text/read-text.ts';
import { parse } from './parse.ts';
import { UPOS } from './parsed.ts';

/** The part of speech of one word of a sentence. */
function posOf(word: string, sentence: string): string | undefined {
  const { text, words } = parse(readText(readReport(sentence)));
  for (let i = 0; i < words.length; i++)
    if (sentence.slice(text.tokens.start[i], text.tokens.end[i]) === word) return UPOS[words.upos[i] as number];
  return undefined;
}

/** The Penn tag of one word of a sentence. */
function tagOf(word: string, sentence: string): string | undefined {
  const { text, words } = parse(readText(readReport(sentence)));
  for (let i = 0; i < words.length; i++)
    if (sentence.slice(text.tokens.start[i], text.tokens.end[i]) === word) return words.tags[words.tag[i] as number];
  return undefined;
}

describe('hidden verbs', () => {
  it.each([
    ['Lifts', 'Norland Lifts Travel Ban'],
    ['Raids', 'Norland Raids Oster Camps'],
    ['veto', 'Norland, Oster veto draft on Velmar'],
    ['raids', 'Norland raids Oster camps'],
    ['Kills', 'Norland Army Kills over 80 Rebels in Various Towns'],
    ['Rally', 'Thousands Rally in Lintz Over Fuel Prices'],
    ['Claims', 'Red Dawn Claims Responsibility for Attack on Mosque'],
    ['lead', 'Holt will on Tuesday lead a delegation to Velmar.'],
  ])('%s is a verb: %s', (word, sentence) => expect(posOf(word, sentence)).toBe('VERB'));
  it.each([
    ['Attacks', 'Twin Bomb Attacks Kill Nine'],
    ['Strikes', 'Norland Strikes: What We Know'],
    ['veto', 'Norland, Oster veto angers Velmar'],
    ['hit', 'The film was a big hit by the end.'],
    ['Strike', 'The miners of Tarn met General Strike Committee leaders on Monday.'],
    ['Attack', 'Terrorist Attack on Lintz Kills 5'],
    ['lead', 'They will take the lead a day later.'],
  ])('%s is none: %s', (word, sentence) => expect(posOf(word, sentence)).not.toBe('VERB'));

  it.each([
    ['Charged', 'Shooter Vera Holt Charged with Two Counts of Murder'],
    ['hit', 'Lintz hit by Norland drones'],
    ['hurt', '12 dead, 30 hurt in Tarn bombing'],
    ['convicted', 'Former mayor Vera Holt convicted of fraud'],
  ])('%s is what somebody underwent: %s', (word, sentence) => expect(tagOf(word, sentence)).toBe('VBN'));
  it('what somebody did is none', () =>
    expect(tagOf('charged', 'Holt charged in a speech that nobody had paid.')).toBe('VBD'));
});
