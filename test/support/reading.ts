// A small, sound reading made by hand, for tests of what stands right of reading/.
import type { Reading, ReadingSpan } from '../../src/reading/schema.ts';

const DEFAULT =
  'Envoy doubtful\nAt least 12 people were killed on Thursday. “We will not sign,” President Ilse Varga said.';

/** The first place where `words` stand in `text`, as a span. Throws when they do not. */
export function spanOf(text: string, words: string): ReadingSpan {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`“${words}” is not in the text`);
  return { start, end: start + words.length, text: words };
}

export interface Given {
  readonly id?: string;
  readonly text?: string;
  readonly title?: string | null;
  readonly source?: string | null;
  readonly published?: string | null;
  readonly reader?: string;
}

/** One figure, one time and one statement, over the default text or one that holds the same words. */
export function madeReading({
  id = `r${'0'.repeat(23)}1`,
  text = DEFAULT,
  title = 'Envoy doubtful',
  source = 'Meridian Wire',
  published = '2026-03-05',
  reader = '0.1.0',
}: Given = {}): Reading {
  const span = (words: string) => spanOf(text, words);
  return {
    format: 1,
    recount: reader,
    report: { id, title, source, url: null, published, language: 'en', text },
    actors: [
      {
        id: 'a1',
        name: 'Ilse Varga',
        kind: 'person',
        country: null,
        sector: null,
        title: 'President',
        mentions: [span('President Ilse Varga')],
      },
    ],
    places: [],
    times: [
      { id: 't1', span: span('Thursday'), type: 'DATE', value: '2026-03-05', interval: ['2026-03-05', '2026-03-05'] },
    ],
    figures: [
      {
        id: 'f1',
        span: span('At least 12 people'),
        measure: 'killed',
        unit: 'people',
        group: null,
        low: 12,
        best: null,
        high: null,
        per: null,
        event: null,
        statement: null,
      },
    ],
    events: [],
    statements: [
      {
        id: 's1',
        speaker: 'a1',
        speakerSpan: span('President Ilse Varga'),
        addressee: null,
        channel: null,
        cue: span('said'),
        form: 'direct',
        content: [span('We will not sign,')],
        time: null,
      },
    ],
    unread: [],
    issues: [{ code: 'time/vague', message: 'a vague time', span: null }],
  };
}
