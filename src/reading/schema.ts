// The public shape of a reading, version 1, as zod schemas: types and JSON Schema come from here.
import { z } from 'zod';

const offset = z.int().min(0);
const text = z.string();
const id = (letter: string, what: string) =>
  z
    .string()
    .regex(new RegExp(`^${letter}\\d+$`))
    .describe(what);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

export const ReadingSpan = z
  .object({
    start: offset.describe('First UTF-16 code unit of `report.text` that is included'),
    end: offset.describe('First UTF-16 code unit after it'),
    text: text.describe('`report.text.slice(start, end)`'),
  })
  .meta({ id: 'Span', description: 'A half-open piece of the report’s text, with its words' });

export const ReadingReport = z
  .object({
    id: text.describe('Hash of what was read'),
    title: text.nullable(),
    source: text.nullable(),
    url: text.nullable(),
    published: text.nullable().describe('ISO date or date-time; null if unknown'),
    language: text,
    text: text.describe('The one string every span points into'),
  })
  .meta({ id: 'Report' });

export const ReadingActor = z
  .object({
    id: id('a', 'Actor within this reading'),
    name: text,
    kind: z.enum(['person', 'state', 'organisation', 'group']),
    country: text.nullable().describe('ISO 3166-1 alpha-3; IGO, NGO, NSA for bodies of no country; null if unknown'),
    sector: text.nullable().describe('PLOVER sector code; null if unknown'),
    title: text.nullable().describe('As last stated; null if none is'),
    mentions: z.array(ReadingSpan),
  })
  .meta({ id: 'Actor' });

export const ReadingPlace = z
  .object({
    id: id('p', 'Place within this reading'),
    name: text,
    country: text.nullable().describe('ISO 3166-1 alpha-3; null if none or unknown'),
    latitude: z.number().min(-90).max(90).nullable(),
    longitude: z.number().min(-180).max(180).nullable(),
    geonames: z.int().nullable().describe('GeoNames identifier where the gazetteer has one'),
    precision: z.enum(['site', 'settlement', 'district', 'province', 'country', 'region']).nullable(),
    relation: text.nullable().optional().describe('How the words place it: "near", "20 km south of", "eastern"'),
    candidates: z.array(text).optional().describe('When the evidence is even: what the name may stand for'),
    why: text.optional().describe('One line: how it was resolved'),
    mentions: z.array(ReadingSpan),
  })
  .meta({ id: 'Place' });

export const ReadingTime = z
  .object({
    id: id('t', 'Time within this reading'),
    span: ReadingSpan,
    type: z.enum(['DATE', 'TIME', 'DURATION', 'SET']),
    value: text.nullable().describe('TIMEX3 value; null where nothing resolves it'),
    interval: z
      .tuple([day, day])
      .nullable()
      .describe('First and last day it covers; null for durations and vague references'),
    basis: z.enum(['stated', 'implied']).optional(),
    why: text.optional().describe('One line: how it was resolved'),
  })
  .meta({ id: 'Time' });

export const Measure = z.enum([
  'killed',
  'injured',
  'missing',
  'captured',
  'displaced',
  'evacuated',
  'detained',
  'troops',
  'fighters',
  'people',
  'attacks',
  'launched',
  'intercepted',
  'vehicles',
  'money',
  'other',
]);

export const ReadingFigure = z
  .object({
    id: id('f', 'Figure within this reading'),
    span: ReadingSpan,
    measure: Measure,
    unit: text.nullable(),
    group: text.nullable().describe('civilians, children, soldiers … when stated'),
    low: z.number().nullable(),
    best: z.number().nullable(),
    high: z.number().nullable(),
    per: text.nullable().describe('"week" in "5000 soldiers a week"'),
    scope: text
      .nullable()
      .optional()
      .describe('What the words say it covers, when they do: "since the start of the war"'),
    minor: z
      .boolean()
      .optional()
      .describe(
        'True for what is told by the way: lengths of time, distances, numbers alone, other things; sheets leave it out',
      ),
    superseded: z.boolean().optional().describe('True where the report itself gives a newer value'),
    event: text.nullable().describe('The event it counts'),
    statement: text.nullable().describe('The statement that claims it'),
    why: text.optional(),
  })
  .meta({ id: 'Figure' });

export const ReadingEvent = z
  .object({
    id: id('e', 'Event within this reading'),
    type: text.describe('PLOVER event type'),
    mode: text.nullable(),
    contexts: z.array(text),
    cameo: text.nullable(),
    quad: z.enum(['verbal cooperation', 'material cooperation', 'verbal conflict', 'material conflict']),
    score: z.number().nullable(),
    status: z.enum(['asserted', 'future', 'hypothetical', 'negated', 'historical']),
    actors: z.array(text),
    recipients: z.array(text),
    place: text.nullable(),
    time: text.nullable(),
    figures: z.array(text),
    statement: text.nullable().describe('The statement that claims it, when the report does not assert it itself'),
    trigger: ReadingSpan,
    evidence: ReadingSpan,
    mentions: z.array(ReadingSpan),
    why: text.optional(),
  })
  .meta({ id: 'Event' });

export const ReadingStatement = z
  .object({
    id: id('s', 'Statement within this reading'),
    speaker: text.nullable().describe('Actor; null only if the text names none'),
    speakerSpan: ReadingSpan.nullable().describe('As printed ("he")'),
    addressee: text.nullable().describe('Actor'),
    channel: ReadingSpan.nullable().describe('"CBS News", "Truth Social"'),
    cue: ReadingSpan.nullable().describe('"said", "according to"; null if none'),
    form: z.enum(['direct', 'indirect', 'mixed']),
    act: text.nullable().optional().describe('What the words do: say, deny, warn, promise …'),
    content: z.array(ReadingSpan).min(1).describe('The words said, without the outer quotation marks or "that"'),
    time: text.nullable(),
    why: text.optional(),
  })
  .meta({ id: 'Statement' });

export const ReadingIssue = z
  .object({ code: text, message: text, span: ReadingSpan.nullable() })
  .meta({ id: 'Issue', description: 'Trouble in the text, told beside the values' });

export const Reading = z
  .object({
    format: z.literal(1),
    recount: text.describe('Version of the reader'),
    report: ReadingReport,
    origins: z
      .partialRecord(z.enum(['title', 'source', 'url', 'published', 'language']), text)
      .optional()
      .describe('Where each field of `report` came from: "given", "json-ld", "header", "dateline" …'),
    actors: z.array(ReadingActor),
    places: z.array(ReadingPlace),
    times: z.array(ReadingTime),
    figures: z.array(ReadingFigure),
    events: z.array(ReadingEvent),
    statements: z.array(ReadingStatement),
    unread: z.array(ReadingSpan).describe('Sentences from which nothing was recorded'),
    issues: z.array(ReadingIssue),
  })
  .meta({ id: 'Reading', description: 'Everything that one report says, each value beside the words that say it' });

export type Reading = z.infer<typeof Reading>;
export type ReadingSpan = z.infer<typeof ReadingSpan>;
export type ReadingActor = z.infer<typeof ReadingActor>;
export type ReadingPlace = z.infer<typeof ReadingPlace>;
export type ReadingTime = z.infer<typeof ReadingTime>;
export type ReadingFigure = z.infer<typeof ReadingFigure>;
export type ReadingEvent = z.infer<typeof ReadingEvent>;
export type ReadingStatement = z.infer<typeof ReadingStatement>;
export type ReadingIssue = z.infer<typeof ReadingIssue>;

/** The JSON Schema (draft 2020-12) of a reading. */
export function readingJsonSchema(): unknown {
  return z.toJSONSchema(Reading, { target: 'draft-2020-12' });
}
