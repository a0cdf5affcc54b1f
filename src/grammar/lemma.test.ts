// Lemmas by rule, and by rule with a word list.
import { describe, expect, it } from 'vitest';
import { ruleLemma } from './lemma.ts';
import { ADJECTIVE, VERB } from './word-list.ts';

const VERBS = new Set([
  'cancel',
  'call',
  'explode',
  'fine',
  'fin',
  'visit',
  'combat',
  'free',
  'stop',
  'resolve',
  'can',
  'cane',
]);
const isKnown = (word: string, bits: number) =>
  bits === VERB ? VERBS.has(word) : bits === ADJECTIVE && word === 'large';
const lemma = (form: string, tag: string) => ruleLemma(form, 'VERB', tag, isKnown);

describe('a lemma by rule', () => {
  it('is a word that the list has, with or without an e', () => {
    for (const [form, tag, wanted] of [
      ['exploded', 'VBD', 'explode'],
      ['exploding', 'VBG', 'explode'],
      ['resolved', 'VBN', 'resolve'],
      ['visited', 'VBD', 'visit'],
      ['combated', 'VBD', 'combat'],
      ['freed', 'VBN', 'free'],
      ['stopped', 'VBD', 'stop'],
      ['larger', 'JJR', 'large'],
    ] as const)
      expect(lemma(form, tag)).toBe(wanted);
  });

  it('has the e that a doubled letter would show to be missing', () => {
    expect(lemma('fined', 'VBD')).toBe('fine');
    expect(lemma('caned', 'VBD')).toBe('cane');
    expect(lemma('canned', 'VBD')).toBe('can');
  });

  it('is that of a past which no rule gives', () => {
    expect(lemma('bore', 'VBD')).toBe('bear');
    expect(lemma('forsaken', 'VBN')).toBe('forsake');
    // of "lie", or of itself
    expect(lemma('lay', 'VBD')).toBe('lay');
  });

  it('has one l where a list has it so, and a man for many men', () => {
    expect(lemma('cancelled', 'VBD')).toBe('cancel');
    expect(lemma('cancelling', 'VBG')).toBe('cancel');
    expect(lemma('called', 'VBD')).toBe('call');
    expect(ruleLemma('gunmen', 'NOUN', 'NNS')).toBe('gunman');
    expect(ruleLemma('men', 'NOUN', 'NNS')).toBe('men');
  });

  it('goes by spelling where no list knows the word', () => {
    expect(ruleLemma('stopped', 'VERB', 'VBD')).toBe('stop');
    expect(ruleLemma('stating', 'VERB', 'VBG')).toBe('state');
    expect(lemma('blorped', 'VBD')).toBe('blorp');
    expect(ruleLemma('Averin', 'PROPN', 'NNP')).toBe('Averin');
  });
});
