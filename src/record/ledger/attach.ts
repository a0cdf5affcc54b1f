// The figures of a report and its happenings in, which happening each figure counts out, where the words tie it to none.
import type { Reading } from '../../reading/schema.ts';
import type { Happening } from '../incident/happening.ts';
import { paragraphOf, sentenceAround } from '../sentence.ts';
import type { FigureClaim } from './figure-claim.ts';
import type { Denial } from './flag.ts';

/** Counts of people that violence harms: only these are tied to a happening by where they stand. */
const HARMED: ReadonlySet<FigureClaim['measure']> = new Set(['killed', 'injured', 'missing', 'captured']);

/**
 * Claim id of a figure → id of the happening that it counts. A figure that the reading ties to an event goes with it.
 * Another goes with the act of violence of its sentence, else of its paragraph, else with the only one that the report
 * tells of; where several are told of and nothing decides, with none.
 */
export function attachedTo(
  { report }: Reading,
  claims: readonly FigureClaim[],
  happenings: readonly Happening[],
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const byEvent = new Map(happenings.flatMap(({ id, ids }) => ids.map((event) => [event, id] as const)));
  const wide = new Set(claims.filter(({ scope }) => scope !== null).map(({ event }) => event));
  const narrow = new Set(claims.filter(({ scope }) => scope === null).map(({ event }) => event));
  const cumulative = ({ ids }: Happening) => ids.some((one) => wide.has(one)) && !ids.some((one) => narrow.has(one));
  const violent = happenings.filter((one) => one.family === 'violence' && !isBackground(one) && !cumulative(one));
  const [only, second] = violent;
  for (const { id, event, measure, scope, words } of claims) {
    // "since the war began" counts no act of its own: it stands beside the act of the report
    const tied = event === null ? undefined : byEvent.get(event);
    const elsewhere = tied === undefined ? undefined : actElsewhere(report.text, words, tied, violent);
    if (elsewhere !== undefined && HARMED.has(measure)) {
      found.set(id, elsewhere);
      continue;
    }
    const own = tied !== undefined && scope !== null && only && !second && isMain(only) ? undefined : tied;
    if (own !== undefined) found.set(id, own);
    if (own !== undefined || !HARMED.has(measure)) continue;
    const sentence = sentenceAround(report.text, words);
    if (
      HAZARD.test(lead(sentence.text, words.start - sentence.start)) ||
      HAZARD.test(before(report.text, sentence.start))
    ) {
      if (tied !== undefined) found.set(id, tied);
      continue;
    }
    // "in one of several strikes that left 24 dead": the dead of them all
    if (tied === undefined && ONE_OF.test(lead(sentence.text, words.start - sentence.start))) continue;
    const inSentence = told(violent, sentence.start, sentence.end);
    const start = paragraphOf(report.text, words.start);
    const end = report.text.indexOf('\n', words.end);
    const inParagraph = told(violent, start, end < 0 ? report.text.length : end);
    const home =
      inSentence.length === 1
        ? inSentence[0]
        : inSentence.length === 0 && inParagraph.length === 1
          ? inParagraph[0]
          : only && !second && isMain(only)
            ? only
            : undefined;
    if (home) found.set(id, home.id);
    else if (tied !== undefined) found.set(id, tied);
  }
  return found;
}

/**
 * The only act that the sentence of a count tells of, when the act that the count is tied to is told in others and is
 * another place's: "destroyed a depot in the port. … 30 soldiers were killed and six vehicles destroyed in the hills".
 */
function actElsewhere(
  text: string,
  words: { start: number; end: number },
  tied: string,
  violent: readonly Happening[],
): string | undefined {
  const home = violent.find(({ id }) => id === tied);
  const { start, end } = sentenceAround(text, words);
  const [only, other] = told(violent, start, end);
  if (!home?.where || !only?.where || other || only === home || only.where.key === home.where.key) return undefined;
  return only.id;
}

/** What kills without anybody's doing: those whom it harmed are no act's. */
const HAZARD =
  /\b(?:earthquakes?|quakes?|floods?|flooding|floodwaters?|hurricanes?|cyclones?|typhoons?|tornado(?:e?s)?|tsunamis?|landslides?|mudslides?|avalanches?|storms?|heatwaves?|wildfires?)\b/i;
const ONE_OF =
  /\bone of (?:several|many|a (?:series|string|wave|number) of|the \w+|\w+) (?:\w+ )?(?:strikes|attacks|raids|bombings|incidents)\b/i;
const lead = (sentence: string, at: number): string => sentence.slice(0, at);
/** The sentence before, where it names the hazard that this one counts the victims of. */
const before = (text: string, start: number): string => {
  const until = text.slice(Math.max(0, start - 200), start).trimEnd();
  return until.endsWith('.') ? until.slice(until.lastIndexOf('. ') + 1) : '';
};

/** Happenings that a stretch of text tells of. */
const told = (happenings: readonly Happening[], from: number, to: number): Happening[] =>
  happenings.filter(({ events }) => events.some(({ trigger }) => trigger.start >= from && trigger.end <= to));

/** Characters in which a report has said what it is about: an act that comes later is told by the way. */
const OPENING = 700;

const isMain = ({ events }: Happening): boolean => events.some(({ trigger }) => trigger.start < OPENING);

/** Days from which on a window is a time of war and no act. */
const LONG = 40;

/** A war or a year of fighting that a report looks back on: its act is another. */
export function isBackground({ event, window, dated }: Happening): boolean {
  return (
    /^(?:wars?|conflicts?|fighting|fought|invasions?)$/i.test(event.trigger.text) ||
    (dated && window !== null && window[1] - window[0] > LONG)
  );
}

/** The statements of a report that deny an act as a whole, each with the happening it denies, by claim id of the latter. */
export function denialsIn(
  reading: Reading,
  happenings: readonly Happening[],
  idOf: (statement: string) => string,
): { home: string; denial: Denial }[] {
  const violent = happenings.filter((one) => one.family === 'violence' && !isBackground(one));
  const found: { home: string; denial: Denial }[] = [];
  for (const { id, act, content, speaker, speakerSpan } of reading.statements) {
    const [words] = content;
    if (act !== 'deny' || !words) continue;
    // "denies the two explosions are related": what is denied goes on, and is not the act
    if (/\b(?:is|are|was|were|been)\s+(?:related|linked|connected)\b/.test(words.text)) continue;
    if (
      /^\s+(?:is|are|was|were|has|have|had|will|would|could|can)\b/.test(
        reading.report.text.slice(words.end, words.end + 12),
      )
    )
      continue;
    const [near, other] = told(violent, paragraphOf(reading.report.text, words.start), words.end);
    const home = near && !other ? near : violent.length === 1 ? violent[0] : undefined;
    if (!home) continue;
    const who = reading.actors.find((actor) => actor.id === speaker)?.name ?? speakerSpan?.text ?? 'somebody';
    found.push({ home: home.id, denial: { claim: idOf(id), report: reading.report.id, words, who } });
  }
  return found;
}
