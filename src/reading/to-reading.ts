// Mentions in, the one public shape out: ids given, spans with their words, and what was not read.

import { SCALE, scoreOf } from '../mentions/events/scale.ts';
import type { Mentions } from '../mentions/find-mentions.ts';
import { covers, type Span } from '../report/span.ts';
import type {
  Reading,
  ReadingActor,
  ReadingEvent,
  ReadingFigure,
  ReadingPlace,
  ReadingSpan,
  ReadingStatement,
  ReadingTime,
} from './schema.ts';
import { version } from './version.ts';

export function toReading({ parsed, cast, events, figures, places, statements, times }: Mentions): Reading {
  const { report, issues } = parsed.text;
  const span = ({ start, end }: Span): ReadingSpan => ({ start, end, text: report.text.slice(start, end) });
  const dated = times.mentions.map(
    ({ span: words, value: { type, value, interval }, basis, why }, index): ReadingTime => ({
      id: `t${index + 1}`,
      span: span(words),
      type,
      value,
      interval: interval && [interval[0], interval[1]],
      basis,
      why,
    }),
  );
  /** The time whose words lie within the given ones. */
  const timeIn = (words: Span | null): string | null =>
    dated.find((time) => words && words.start <= time.span.start && time.span.end <= words.end)?.id ?? null;
  const said = statements.statements.map(({ value, why }, index): ReadingStatement => {
    return {
      id: `s${index + 1}`,
      speaker: value.speaker === null ? null : `a${value.speaker + 1}`,
      speakerSpan: value.speakerSpan && span(value.speakerSpan),
      addressee: value.addressee === null ? null : `a${value.addressee + 1}`,
      channel: value.channel && span(value.channel),
      cue: value.cue && span(value.cue),
      form: value.form,
      act: value.act,
      content: value.content.map(span),
      time: timeIn(value.when),
      why,
    };
  });
  const eventOf = new Map<number, string>();
  const told = events.mentions.map(({ value, why }, index): ReadingEvent => {
    const { type, mode, cameo, status } = value;
    for (const figure of value.figures) if (!eventOf.has(figure)) eventOf.set(figure, `e${index + 1}`);
    return {
      id: `e${index + 1}`,
      type,
      mode,
      contexts: [...value.contexts],
      cameo,
      quad: SCALE[type].quad,
      score: scoreOf(type, mode),
      status,
      actors: value.actors.map((actor) => `a${actor + 1}`),
      recipients: value.recipients.map((actor) => `a${actor + 1}`),
      place: value.place === null ? null : `p${value.place + 1}`,
      time: value.time === null ? null : `t${value.time + 1}`,
      figures: value.figures.map((figure) => `f${figure + 1}`),
      statement: value.statement === null ? null : `s${value.statement + 1}`,
      trigger: span(value.trigger),
      evidence: span(value.evidence),
      mentions: value.wordings.map(span),
      why,
    };
  });
  const counted = figures.mentions.map(({ span: words, value, why }, index): ReadingFigure => {
    const { measure, unit, group, low, best, high, per, scope, minor, superseded } = value;
    const claimed = statements.statements.findIndex((one) => one.value.content.some((piece) => covers(piece, words)));
    return {
      id: `f${index + 1}`,
      span: span(words),
      measure,
      unit,
      group,
      low,
      best,
      high,
      per,
      scope: scope && report.text.slice(scope.start, scope.end),
      minor,
      superseded,
      event: eventOf.get(index) ?? null,
      statement: claimed < 0 ? null : `s${claimed + 1}`,
      why,
    };
  });
  const reading: Omit<Reading, 'unread'> = {
    format: 1,
    recount: version,
    report: {
      id: report.id,
      title: report.title,
      source: report.source,
      url: report.url,
      published: report.published,
      language: report.language,
      text: report.text,
    },
    origins: report.origins,
    actors: castOf(cast, span),
    places: placesOf(places, span),
    times: dated,
    figures: counted,
    events: told,
    statements: said,
    issues: [
      ...report.issues,
      ...issues,
      ...times.issues,
      ...cast.issues,
      ...places.issues,
      ...figures.issues,
      ...statements.issues,
    ].map((issue) => ({
      code: issue.code,
      message: issue.message,
      span: issue.span && issue.span.start < issue.span.end ? span(issue.span) : null,
    })),
  };
  return { ...reading, unread: unreadOf(reading, parsed.text.sentences, span) };
}

function castOf(cast: Mentions['cast'], span: (words: Span) => ReadingSpan): ReadingActor[] {
  const mentions: ReadingSpan[][] = cast.actors.map(() => []);
  for (const mention of cast.mentions) mentions[mention.value.actor]?.push(span(mention.span));
  return cast.actors.map(({ name, kind, country, sector, title }, index) => ({
    id: `a${index + 1}`,
    name,
    kind,
    country,
    sector,
    title,
    mentions: mentions[index] ?? [],
  }));
}

function placesOf(found: Mentions['places'], span: (words: Span) => ReadingSpan): ReadingPlace[] {
  const mentions: ReadingSpan[][] = found.places.map(() => []);
  for (const mention of found.mentions) mentions[mention.value.place]?.push(span(mention.span));
  return found.places.map(({ candidates, ...place }, index) => ({
    id: `p${index + 1}`,
    ...place,
    candidates: [...candidates],
    mentions: mentions[index] ?? [],
  }));
}

/** Sentences in which no value has its words: actors alone do not count, since a name says nothing yet. */
function unreadOf(
  reading: Omit<Reading, 'unread'>,
  sentences: Mentions['parsed']['text']['sentences'],
  span: (words: Span) => ReadingSpan,
): ReadingSpan[] {
  const read = [
    ...reading.statements.flatMap(({ content, cue, speakerSpan }) => [
      ...content,
      ...(cue ? [cue] : []),
      ...(speakerSpan ? [speakerSpan] : []),
    ]),
    ...reading.figures.map((figure) => figure.span),
    ...reading.events.flatMap((event) => [event.trigger, ...event.mentions]),
    ...reading.times.map((time) => time.span),
    ...reading.places.flatMap((place) => place.mentions),
  ].sort((a, b) => a.start - b.start);
  const unread: ReadingSpan[] = [];
  let at = 0;
  let reach = -1; // the furthest end of what was read so far
  for (let s = 0; s < sentences.length; s++) {
    const start = sentences.start[s] ?? 0;
    const end = sentences.end[s] ?? 0;
    while (at < read.length && (read[at]?.start ?? 0) < end) reach = Math.max(reach, read[at++]?.end ?? 0);
    if (reach <= start) unread.push(span({ start, end }));
  }
  return unread;
}
