// A reading in, its events out, ready to be followed over reports: parties by name, days and words, whatever the status.
import type { Reading, ReadingActor, ReadingEvent, ReadingSpan, ReadingStatement } from '../../reading/schema.ts';
import { claimId, claimIdsOf } from '../claims-of.ts';
import { actorId } from '../entity.ts';
import { dayOf } from '../incident/day.ts';
import type { Window } from '../incident/happening.ts';
import { matchesOf } from '../matches.ts';
import { sentenceAround } from '../sentence.ts';

/** One event as a report tells it. */
export interface Told {
  /** Claim id of the event. */
  readonly id: string;
  readonly report: string;
  readonly published: string | null;
  readonly event: ReadingEvent;
  /** The record's ids of those who act, and of those acted upon. */
  readonly actors: readonly string[];
  readonly recipients: readonly string[];
  /** Countries of all of them, sorted. */
  readonly countries: readonly string[];
  /** Days that the words give; null where they give none. */
  readonly window: Window | null;
  /** Name of the place that the words give; null where they give none. */
  readonly place: string | null;
  /** The statement that claims it; null where the report says so itself. */
  readonly statement: ReadingStatement | null;
  /** The clause that says it. */
  readonly words: ReadingSpan;
  /** The sentence around it, for what stands beside the clause. */
  readonly sentence: ReadingSpan;
  /** Days and towns that the sentence names behind the event's word, in its order: where a meeting was moved to. */
  readonly behind: { readonly windows: readonly Window[]; readonly places: readonly string[] };
}

/** All events of a reading, in its order. */
export function toldIn(reading: Reading): Told[] {
  const { report } = reading;
  const actors = new Map(reading.actors.map((actor) => [actor.id, actor]));
  const places = new Map(reading.places.map(({ id, name }) => [id, name]));
  const times = new Map(reading.times.map(({ id, interval }) => [id, interval]));
  const statements = new Map(reading.statements.map((one) => [one.id, one]));
  const ids = claimIdsOf(reading);
  const keys = new Map(reading.actors.map((actor) => [actor.id, actorId(actor)]));
  const pair = pairOf(reading);
  const parties = new Map(reading.actors.map((actor) => [actor.id, membersOf(reading, actor, pair)]));
  const known = (list: readonly string[]) => [
    ...new Set(list.flatMap((id) => (parties.get(id) ?? [id]).map((one) => keys.get(one) ?? one))),
  ];
  return [...reading.events, ...putOff(reading), ...pledgesIn(reading)].map((event): Told => {
    const pledge = event.statement === null ? pledgeOf(reading, event) : null;
    const words = pledge === null ? event.evidence : spanning(report.text, event.evidence, pledge.content.at(-1));
    const interval =
      event.time === null
        ? ((pledge && dueIn(reading, pledge)) ?? dayAhead(reading, event))
        : (times.get(event.time) ?? null);
    const from = interval && dayOf(interval[0]);
    const to = interval && dayOf(interval[1]);
    const sentence = sentenceAround(report.text, event.trigger);
    const behind = ({ start }: ReadingSpan) => start > event.trigger.start && start < sentence.end;
    const home = event.place === null ? null : (reading.places.find(({ id }) => id === event.place)?.country ?? null);
    // whose town it is takes no part by that alone; a day is nobody
    const takesPart = (id: string) => {
      const actor = actors.get(id);
      if (!actor || DAY.test(actor.name)) return false;
      return !(home !== null && actor.kind === 'state' && actor.country === home && event.type !== 'ASSAULT');
    };
    const they =
      (event.type === 'CONSULT' || event.type === 'AGREE') && pair.length === 2 && /^they\b/i.test(event.evidence.text);
    const acting = they
      ? pair
      : event.actors.filter(
          (id) => takesPart(id) || (event.recipients.length === 0 && !DAY.test(actors.get(id)?.name ?? '')),
        );
    const upon = they ? [] : event.recipients.filter(takesPart);
    const countries = [...acting, ...upon]
      .flatMap((id) => parties.get(id) ?? [id])
      .map((id) => actors.get(id)?.country ?? null)
      .filter((code): code is string => code !== null && !/^(?:IGO|NGO|NSA)$/.test(code));
    return {
      id: ids.get(event.id) ?? claimId(report.id, 'event', event.trigger),
      report: report.id,
      published: report.published,
      event,
      actors: known(acting),
      recipients: known(upon),
      countries: [...new Set(countries)].sort(),
      window: from !== null && to !== null ? [from, to] : null,
      place: event.place === null ? null : (places.get(event.place) ?? null),
      statement: event.statement === null ? pledge : (statements.get(event.statement) ?? null),
      words,
      sentence,
      behind: {
        windows: reading.times
          .filter((time) => time.type !== 'DURATION' && time.interval !== null && behind(time.span))
          .map(
            ({ interval }): Window => [
              dayOf((interval as readonly string[])[0] as string) as number,
              dayOf((interval as readonly string[])[1] as string) as number,
            ],
          ),
        places: reading.places
          .filter(({ precision, mentions }) => precision === 'settlement' && mentions.some(behind))
          .map(({ name }) => name),
      },
    };
  });
}

const PUT_OFF =
  /\b(?:talks|meeting|summit|negotiations|conference)\b[^.;!?\n]{0,120}?\b(?:(?:has|have|had|was|were|is|are|will be)\s+(?:been\s+)?(put off|postponed|moved|rescheduled|delayed|pushed back))\b/gi;

/** Whether a sentence says that talks were put off or moved. */
export const isPutOff = (sentence: string): boolean => sentence.search(PUT_OFF) >= 0;

/** Talks that a sentence says were put off or moved, where the reading has no event for it. */
function putOff(reading: Reading): ReadingEvent[] {
  const { text } = reading.report;
  const found: ReadingEvent[] = [];
  for (const match of matchesOf(PUT_OFF, text)) {
    const words = match[1] as string;
    const start = match.index + match[0].lastIndexOf(words);
    const sentence = sentenceAround(text, { start, end: start + words.length });
    const inside = ({ start: at }: ReadingSpan) => at >= sentence.start && at < sentence.end;
    if (
      reading.events.some(
        ({ type, trigger }) => (type === 'CONSULT' || type === 'REJECT' || type === 'AGREE') && inside(trigger),
      )
    )
      continue;
    const trigger = { start, end: start + words.length, text: words };
    const actors = reading.actors
      .filter(({ kind, mentions }) => kind === 'state' && mentions.some((one) => inside(one) && one.start < start))
      .map(({ id }) => id);
    const { start: from } = sentence;
    const evidence = { start: from, end: trigger.end, text: text.slice(from, trigger.end) };
    found.push({
      id: '', type: 'CONSULT', mode: null, contexts: [], cameo: null, quad: 'verbal cooperation', score: null, status: 'future',
      actors, recipients: [], place: null, time: null, figures: [], statement: null, trigger, evidence, mentions: [trigger],
    }); // biome-ignore format: one row
  }
  return found;
}

/** Promises that are statements and no event: "Both sides promised to refrain from strikes". */
function pledgesIn({ statements, events, report }: Reading): ReadingEvent[] {
  return statements.flatMap(({ id, act, speaker, cue, content, time }) => {
    const [first] = content;
    if (act !== 'promise' || speaker === null || !first || !cue || cue.start > first.start) return [];
    if (events.some(({ trigger }) => trigger.start >= cue.start && trigger.end <= first.end)) return [];
    const evidence = { start: cue.start, end: first.end, text: report.text.slice(cue.start, first.end) };
    return [{
      id: '', type: 'AGREE', mode: null, contexts: [], cameo: null, quad: 'verbal cooperation' as const, score: null, status: 'asserted' as const,
      actors: [speaker], recipients: [], place: null, time, figures: [], statement: id, trigger: cue, evidence, mentions: [cue],
    }]; // biome-ignore format: one row
  });
}

/** The statement whose word is the event's own: "promised that the state would rebuild". */
const pledgeOf = ({ statements }: Reading, { trigger }: ReadingEvent): ReadingStatement | null =>
  statements.find(({ act, cue, content }) => act === 'promise' && cue?.start === trigger.start && content.length > 0) ??
  null;

function spanning(text: string, one: ReadingSpan, other: ReadingSpan | undefined): ReadingSpan {
  const end = Math.max(one.end, other?.end ?? 0);
  return { start: one.start, end, text: text.slice(one.start, end) };
}

/** The last day that the words of a promise name. */
function dueIn({ times }: Reading, { content }: ReadingStatement): readonly [string, string] | null {
  const inside = times.filter(
    ({ span, type, interval }) =>
      type !== 'DURATION' && interval && content.some(({ start, end }) => span.start >= start && span.end <= end),
  );
  return inside.at(-1)?.interval ?? null;
}

/** "Have agreed to resume talks on Tuesday, the ministry said on Friday": the first day to come behind an agreement, in its sentence. */
function dayAhead({ report, times }: Reading, { type, trigger }: ReadingEvent): readonly [string, string] | null {
  const today = dayOf(report.published);
  if (type !== 'AGREE' || today === null) return null;
  const { end } = sentenceAround(report.text, trigger);
  const ahead = times.find(
    ({ span, type: kind, interval }) =>
      (kind === 'DATE' || kind === 'TIME') &&
      interval !== null &&
      span.start > trigger.end &&
      span.start < end &&
      (dayOf(interval[0]) ?? today) > today,
  );
  return ahead?.interval ?? null;
}

const DAY = /^(?:next |last |this )?(?:mon|tues|wednes|thurs|fri|satur|sun)day$/i;
const SIDES =
  /\b(?:both|two)\s+(?:sides|countries|governments|parties|neighbou?rs|nations|ministers|foreign ministers|leaders|presidents|delegations)\b|^(?:the\s+)?(?:foreign |defen[cs]e )?(?:ministers|delegations|sides|leaders|negotiators|presidents)$/i;
/** Mentions that make a state one of those that a report is about. */
const OFTEN = 2;

/** The two states that a report is about, as ids of its actors; empty when it is about one, or about several. */
function pairOf({ actors }: Reading): readonly string[] {
  const states = actors.filter(({ kind, mentions }) => kind === 'state' && mentions.length >= OFTEN);
  const [first, second, third] = [...states].sort((a, b) => b.mentions.length - a.mentions.length);
  if (!first || !second) return [];
  return third && third.mentions.length >= second.mentions.length ? [] : [first.id, second.id];
}

/** Who an actor stands for: "the foreign ministers of Kestria and Dorvania" and "both sides" are the two states; else itself. */
function membersOf({ actors, report }: Reading, actor: ReadingActor, pair: readonly string[]): readonly string[] {
  if (actor.kind !== 'group' || actor.country !== null) return [actor.id];
  const [first] = actor.mentions;
  if (first && /^\s+(?:of|from)\s/.test(report.text.slice(first.end, first.end + 8))) {
    const named = actors.filter(
      ({ kind, mentions }) =>
        kind === 'state' && mentions.some(({ start }) => start > first.end && start - first.end < 40),
    );
    const between = report.text.slice(first.end, first.end + 60);
    if (named.length === 2 && /\band\b/.test(between)) return named.map(({ id }) => id);
  }
  const words = first?.text ?? actor.name;
  return pair.length === 2 && (SIDES.test(words) || SIDES.test(actor.name)) ? pair : [actor.id];
}

/** By publication, undated last, then by report and place in its text: the order in which a record is followed. */
export function inOrder(a: Told, b: Told): number {
  const x = a.published ?? '9';
  const y = b.published ?? '9';
  if (x !== y) return x < y ? -1 : 1;
  if (a.report !== b.report) return a.report < b.report ? -1 : 1;
  return a.words.start - b.words.start || a.event.trigger.start - b.event.trigger.start;
}
