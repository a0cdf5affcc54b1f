// Contexts: every word of the list is found in text, case and pairs are minded, ordinary prose has few.
import { describe, expect, it } from 'vitest';
import { parse } from '../../grammar/parse.ts';
import { codebook } from '../../lexicon/codebook.ts';
import { readList } from '../../lexicon/read-list.ts';
import { readReport } from '../../report/read-report.ts';
import { readText } from '../../text/read-text.ts';
import { viewTokens } from '../actors/token-view.ts';
import { contextsOf, findContexts } from './contexts.ts';

const view = (text: string) => viewTokens(parse(readText(readReport(text, { type: 'text/plain' }))));
const of = (text: string) => contextsOf(view(text)).flat();

describe('contexts', () => {
  const rows = readList('en/contexts').rows;

  it('are all in the list, with many words each', () => {
    for (const { context } of codebook().contexts)
      expect(rows.filter((row) => row[1] === context).length, context).toBeGreaterThan(11);
  });

  it('are found by each word of the list', () => {
    const lost: string[] = [];
    for (const { context } of codebook().contexts) {
      const alone = rows.filter(([, name, weight]) => name === context && weight === '2');
      const text = alone.map(([words]) => `It was about ${words} again.`).join('\n\n');
      contextsOf(view(text)).forEach((contexts, i) => {
        if (!contexts.includes(context)) lost.push(`${alone[i]?.[0]} (${context})`);
      });
    }
    expect(lost).toEqual([]);
  });

  it('take one strong word or two different weak ones', () => {
    expect(of('Peacekeepers drove by.')).toEqual(['peacekeeping']);
    expect(of('The chips were cold.')).toEqual([]);
    expect(of('The drug was a good drug, and drugs are dear.')).toEqual([]);
    expect(of('Engineers showed the satellite.')).toEqual(['technology']);
  });

  it('mind capitals where the list has them', () => {
    expect(of('The WHO sent doctors.')).toContain('health');
    expect(of('Those who sent it know who they are.')).toEqual([]);
    expect(of('She aids her neighbours.')).toEqual([]);
  });

  it('belong to their paragraph', () => {
    expect(contextsOf(view('The army waited.\n\nIt rained.\n\nAmbassadors met.'))).toEqual([
      ['military'],
      [],
      ['diplomatic'],
    ]);
  });

  it('say by which words', () => {
    expect(findContexts(view('The women’s rights group met the election observers.'))[0]).toContainEqual({
      context: 'gender',
      words: ["women's rights"],
    });
  });

  it('leave small talk alone', () => {
    expect(of('She baked a cake for the neighbours and they sang until ten in the garden.')).toEqual([]);
    expect(of('The winger ran on to a long pass and scored before half-time.')).toEqual([]);
  });
});
