// Lines in title case, read by what their words are and not by their capitals.
import { describe, expect, it } from 'vitest';
import { readReport } from '../report/read-report.ts';
import { readText } from '../text/read-text.ts';
import { parse } from './parse.ts';
import { UPOS } from './parsed.ts';

const tagged = (text: string): string => {
  const { text: read, words } = parse(readText(readReport(text, { type: 'text/plain' })));
  return Array.from(
    { length: words.length },
    (_, i) => `${text.slice(read.tokens.start[i], read.tokens.end[i])}/${UPOS[words.upos[i] as number]}`,
  ).join(' ');
};

describe('a line in title case', () => {
  it('has verbs that are written like names', () => {
    expect(tagged('Norland Army Kills over 80 Rebels in Various Towns')).toMatch(/Kills\/VERB/);
    expect(tagged('Russia Accuses Ukraine of Attacking Power Plant')).toMatch(/Accuses\/VERB .*Attacking\/VERB/);
  });

  it('is none where a long word that leads nothing is written small', () => {
    expect(tagged('General Strike Committee Chairman Tarn Holt arrived')).toMatch(/Strike\/PROPN/);
  });

  it('keeps what the text has as a name', () => {
    const text = 'Holt Meets Rally Leaders in Lintz Today\n\nThe leaders of Rally met Vera Holt in Lintz on Monday.';
    expect(tagged(text)).toMatch(/Meets\/VERB .*Rally\/PROPN Leaders/);
  });
});
