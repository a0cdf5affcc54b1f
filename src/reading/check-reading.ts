// A reading in, what is wrong with it out: every span slices to its words, every id exists.
import type { Reading, ReadingSpan } from './schema.ts';

/** One line for each broken span or id; empty when the reading is sound. */
export function checkReading(reading: Reading): string[] {
  const wrong: string[] = [];
  const { text } = reading.report;
  const span = (where: string, value: ReadingSpan | null) => {
    if (value && text.slice(value.start, value.end) !== value.text)
      wrong.push(`${where}: ${value.start}..${value.end} is not ${JSON.stringify(value.text)}`);
    if (value && value.start >= value.end) wrong.push(`${where}: ${value.start}..${value.end} is empty`);
  };
  const ids = new Set<string>();
  for (const list of [
    reading.actors,
    reading.places,
    reading.times,
    reading.figures,
    reading.events,
    reading.statements,
  ]) {
    for (const { id } of list) {
      if (ids.has(id)) wrong.push(`id ${id} twice`);
      ids.add(id);
    }
  }
  const refer = (where: string, id: string | null, letter: string) => {
    if (id !== null && !(id.startsWith(letter) && ids.has(id))) wrong.push(`${where}: there is no ${id}`);
  };
  for (const actor of reading.actors) for (const mention of actor.mentions) span(actor.id, mention);
  for (const place of reading.places) for (const mention of place.mentions) span(place.id, mention);
  for (const time of reading.times) span(time.id, time.span);
  for (const figure of reading.figures) {
    span(figure.id, figure.span);
    refer(figure.id, figure.event, 'e');
    refer(figure.id, figure.statement, 's');
  }
  for (const event of reading.events) {
    for (const piece of [event.trigger, event.evidence, ...event.mentions]) span(event.id, piece);
    for (const actor of [...event.actors, ...event.recipients]) refer(event.id, actor, 'a');
    refer(event.id, event.place, 'p');
    refer(event.id, event.time, 't');
    refer(event.id, event.statement, 's');
    for (const figure of event.figures) refer(event.id, figure, 'f');
  }
  for (const statement of reading.statements) {
    for (const piece of [statement.speakerSpan, statement.channel, statement.cue, ...statement.content])
      span(statement.id, piece);
    refer(statement.id, statement.speaker, 'a');
    refer(statement.id, statement.addressee, 'a');
    refer(statement.id, statement.time, 't');
  }
  for (const sentence of reading.unread) span('unread', sentence);
  for (const issue of reading.issues) span(issue.code, issue.span);
  return wrong;
}
