// A number of words in, a made reading of a report that long out: paragraphs with statements and figures, for tests of speed.
import type { Reading } from '../../src/reading/schema.ts';
import { madeReading } from './reading.ts';

const LINE =
  'At least 12 people were killed on Thursday near the mill at kilometre %, and the road to the coast stayed shut until the evening. “We will not sign paper number %,” President Ilse Varga said.';

/** About `words` words, with a statement and a figure in each paragraph. */
export function longReading(id: string, words: number, published: string): Reading {
  const each = LINE.split(' ').length;
  const lines: string[] = [];
  const statements: Reading['statements'] = [];
  const figures: Reading['figures'] = [];
  let at = 0;
  const base = madeReading({ id, title: 'A long report', published });
  const [speech] = base.statements;
  const [figure] = base.figures;
  for (let n = 1; (n - 1) * each < words; n++) {
    const line = LINE.replaceAll('%', String(n));
    const span = (text: string) => ({
      start: at + line.indexOf(text),
      end: at + line.indexOf(text) + text.length,
      text,
    });
    if (speech)
      statements.push({
        ...speech,
        id: `s${n}`,
        content: [span(`We will not sign paper number ${n},`)],
        speakerSpan: span('President Ilse Varga'),
        cue: span('said'),
      });
    if (figure) figures.push({ ...figure, id: `f${n}`, span: span('At least 12 people') });
    lines.push(line);
    at += line.length + 1;
  }
  const text = lines.join('\n');
  const [actor] = base.actors;
  const mention = {
    start: text.indexOf('President'),
    end: text.indexOf('President') + 20,
    text: 'President Ilse Varga',
  };
  return {
    ...base,
    report: { ...base.report, text },
    actors: actor ? [{ ...actor, mentions: [mention] }] : [],
    times: [],
    statements,
    figures,
    issues: [],
  };
}
