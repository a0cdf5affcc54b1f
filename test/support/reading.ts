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
  readonly url?: string | null;
}

/** One figure, one time and one statement, over the default text or one that holds the same words. */
export function madeReading({
  id = `r${'0'.repeat(23)}1`,
  text = DEFAULT,
  title = 'Envoy doubtful',
  source = 'Meridian Wire',
  published = '2026-03-05',
  reader = '0.1.0',
  url = null,
}: Given = {}): Reading {
  const span = (words: string) => spanOf(text, words);
  return {
    format: 1,
    recount: reader,
    report: { id, title, source, url, published, language: 'en', text },
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

const FULL =
  'Velmar shelled Port Averin, a Torenian town, on Monday, killing 14 people. “Nobody will sign,” President Ilse Varga said.';

/** Every kind of claim, each tied to the others: an event with its parties, place, time and figure, and a statement. */
export function fullReading({ text = FULL, reader = '0.1.0', ...given }: Given = {}): Reading {
  const span = (words: string) => spanOf(text, words);
  const base = madeReading({ ...given, reader, text: `${DEFAULT}`, title: given.title ?? 'Port shelled' });
  return {
    ...base,
    report: { ...base.report, text },
    actors: [
      {
        id: 'a1',
        name: 'Velmar',
        kind: 'state',
        country: 'VLM',
        sector: 'GOV',
        title: null,
        mentions: [span('Velmar')],
      },
      {
        id: 'a2',
        name: 'Torenia',
        kind: 'state',
        country: 'TRN',
        sector: null,
        title: null,
        mentions: [span('Torenian')],
      },
      {
        id: 'a3',
        name: 'Ilse Varga',
        kind: 'person',
        country: 'VLM',
        sector: 'GOV',
        title: 'President',
        mentions: [span('President Ilse Varga')],
      },
    ],
    places: [
      {
        id: 'p1',
        name: 'Port Averin',
        country: 'TRN',
        latitude: 44.5,
        longitude: 21.25,
        geonames: 42,
        precision: 'settlement',
        mentions: [span('Port Averin')],
      },
    ],
    times: [
      { id: 't1', span: span('Monday'), type: 'DATE', value: '2026-03-02', interval: ['2026-03-02', '2026-03-02'] },
    ],
    figures: [
      {
        id: 'f1',
        span: span('14 people'),
        measure: 'killed',
        unit: 'people',
        group: null,
        low: 14,
        best: 14,
        high: 14,
        per: null,
        event: 'e1',
        statement: null,
      },
    ],
    events: [
      {
        id: 'e1',
        type: 'ASSAULT',
        mode: 'artillery',
        contexts: ['military'],
        cameo: '194',
        quad: 'material conflict',
        score: -9,
        status: 'asserted',
        actors: ['a1'],
        recipients: ['a2'],
        place: 'p1',
        time: 't1',
        figures: ['f1'],
        statement: null,
        trigger: span('shelled'),
        evidence: span('Velmar shelled Port Averin, a Torenian town, on Monday'),
        mentions: [],
      },
    ],
    statements: [
      {
        id: 's1',
        speaker: 'a3',
        speakerSpan: span('President Ilse Varga'),
        addressee: null,
        channel: null,
        cue: span('said'),
        form: 'direct',
        act: 'reject',
        content: [span('Nobody will sign,')],
        time: null,
      },
    ],
    issues: [],
  };
}
