// A reading in, its figure claims out: who says how many, by which words, through whom and when.
import type { Reading, ReadingFigure, ReadingSpan, ReadingStatement } from '../../reading/schema.ts';
import { claimIdsOf } from '../claims-of.ts';
import { type Chain, chainOf, partiesOf } from '../origin.ts';
import { sentenceAround } from '../sentence.ts';

/** How loosely the words count: what a rule of another house may read otherwise. */
export type Vague = 'couple' | 'few' | 'several' | 'tens' | 'dozens' | 'scores' | 'hundreds' | 'thousands';

export interface FigureClaim {
  /** Claim id of the figure. */
  readonly id: string;
  readonly report: string;
  /** Claim id of the event it counts; null where the words tie it to none. */
  readonly event: string | null;
  readonly measure: ReadingFigure['measure'];
  /** civilians, children, soldiers …; null for all. */
  readonly group: string | null;
  /** What the words say it covers; null for this event. */
  readonly scope: string | null;
  readonly low: number | null;
  readonly best: number | null;
  readonly high: number | null;
  readonly vague: Vague | null;
  readonly per: string | null;
  /** The report itself gives a newer value, or says that this one was said before. */
  readonly superseded: boolean;
  /** Some of those that another count covers ("two of them", "three more bodies"): never held against a whole. */
  readonly partial: boolean;
  readonly chain: Chain;
  /** When the report that says so came out, an ISO date or instant; null if unknown. */
  readonly asserted: string | null;
  readonly words: ReadingSpan;
  /** The sentence around them, for rules that need what stands beside the number. */
  readonly sentence: ReadingSpan;
  /** Whether the words deny it. */
  readonly denied: boolean;
}

const VAGUE: readonly [RegExp, Vague][] = [
  [/\bcouple\b/i, 'couple'],
  [/\bfew\b|\bhandful\b/i, 'few'],
  [/\bseveral\b/i, 'several'],
  [/\btens\b/i, 'tens'],
  [/\bdozens\b/i, 'dozens'],
  [/\bscores\b/i, 'scores'],
  [/\bhundreds\b/i, 'hundreds'],
  [/\bthousands\b/i, 'thousands'],
];

/** The figures of a reading that the ledger keeps: counts of people harmed, moved, held or sent, and of attacks. */
export function figureClaimsOf(reading: Reading): FigureClaim[] {
  const parties = partiesOf(reading);
  const statements = new Map(reading.statements.map((one) => [one.id, one]));
  const ids = claimIdsOf(reading);
  const { text } = reading.report;
  const claims = reading.figures
    .filter(({ minor, measure }) => !minor && measure !== 'money' && measure !== 'other')
    .map((figure): FigureClaim => {
      const statement =
        (figure.statement === null ? null : statements.get(figure.statement)) ?? besideSpeaker(reading, figure.span);
      return {
        id: ids.get(figure.id) as string,
        report: reading.report.id,
        event: figure.event === null ? null : (ids.get(figure.event) ?? null),
        measure: figure.measure,
        group: figure.group,
        scope: figure.scope ?? null,
        low: figure.low,
        best: figure.best,
        high: figure.high,
        vague: VAGUE.find(([words]) => words.test(figure.span.text))?.[1] ?? null,
        per: figure.per,
        superseded: figure.superseded === true || isEarlier(text, figure.span) || isRevised(text, figure.span),
        partial: isPartial(text, figure),
        chain: chainOf(reading, statement, parties),
        asserted: reading.report.published,
        words: figure.span,
        sentence: sentenceAround(reading.report.text, figure.span),
        denied:
          (statement?.act === 'deny' &&
            figure.measure !== 'detained' &&
            !RELATED.test(text.slice(figure.span.end, figure.span.end + 40))) ||
          isDenied(text, figure.span),
      };
    });
  return claims.map((claim) => echoOf(claim, claims));
}

/** ", police said." and "according to the hospital" behind a count, "The ministry lowered the toll to" before it. */
const TAIL =
  /(?:[,”"]\s+(?<who>[^,.;:“”"]{2,70}?)\s+(?:said|says|reported|announced|confirmed|added)\b|\baccording to\s+(?<by>[^,.;:“”"]{2,70}))/;
const COUNTED =
  /(?<who>[^,.;:“”"]{2,70}?)\s+(?:has |have |had |later |also |since )*(?:lowered|raised|revised|reduced|corrected|cut|updated|put|set|gave|counted|reported|confirmed)\b[^.;]{0,100}$/;

/** "An article about the strike on the port gave": what stands behind a preposition counts nothing. */
const UNDER = /\b(?:on|in|at|about|near|from|against|for|with)\s+(?:the\s+)?(?:\p{Lu}[\p{L}’'-]*\s+)*$/u;

/** The speaker who stands beside a count that no statement holds, as a statement without words of its own; else null. */
function besideSpeaker(reading: Reading, span: ReadingSpan): ReadingStatement | null {
  const { text } = reading.report;
  const sentence = sentenceAround(text, span);
  const tail = TAIL.exec(text.slice(span.end, sentence.end));
  const head = COUNTED.exec(text.slice(sentence.start, span.start));
  const found = tail ?? head;
  if (!found) return null;
  const printed = (found.groups?.['who'] ?? found.groups?.['by'] ?? '').trimEnd();
  const from = (found === tail ? span.end : sentence.start) + found.index + found[0].indexOf(printed);
  const to = from + printed.length;
  const speaker = reading.actors.find(
    ({ kind, mentions }) =>
      kind !== 'state' &&
      mentions.some(({ start, end }) => end === to && start >= from - 4 && !UNDER.test(text.slice(from, start))),
  );
  if (!speaker) return null;
  const speakerSpan = { start: from, end: to, text: printed };
  return { id: '', speaker: speaker.id, speakerSpan, addressee: null, channel: null, cue: null, form: 'indirect', act: 'say', content: [span], time: null }; // biome-ignore format: one row
}

/** What the report itself says as the named say it has their word for it: a headline is no second origin. */
function echoOf(claim: FigureClaim, claims: readonly FigureClaim[]): FigureClaim {
  if (claim.chain.class !== 'own reporting') return claim;
  const said = claims.filter(
    (one) =>
      one.chain.class !== 'own reporting' &&
      one.measure === claim.measure &&
      one.group === claim.group &&
      !one.superseded &&
      !one.denied &&
      !one.partial &&
      (one.best ?? one.low ?? one.high) === (claim.best ?? claim.low ?? claim.high),
  );
  const [first] = said;
  return first ? { ...claim, chain: first.chain } : claim;
}

const EARLIER_BEFORE =
  /\b(?:(?:had|has|have|who)\s+(?:earlier|previously|initially|at first)|(?:earlier|previously|initially)\s+(?:said|reported|spoke|put|gave|announced|estimated|claimed|counted)|(?:an?\s+)?(?:earlier|previous|initial|first)\s+(?:count|toll|figure|estimate|report|number|tally)(?:\s+of)?|(?:down|up|lowered|raised|revised|reduced|corrected)\s+from|(?:instead of|and not|rather than|fewer than the|more than the))\b[^.;]{0,40}$/i;
const EARLIER_AFTER =
  /^[^.;,]{0,30}\b(?:reported|announced|given|counted|it had reported)\s+(?:earlier|previously|a day earlier|the day before|before)\b/i;

function isEarlier(text: string, { start, end }: ReadingSpan): boolean {
  const sentence = sentenceAround(text, { start, end });
  return EARLIER_BEFORE.test(text.slice(sentence.start, start)) || EARLIER_AFTER.test(text.slice(end, sentence.end));
}

/** "… as 41. The ministry has since revised the number to": what the next sentence counts anew. */
const REVISED_NEXT =
  /^[^.;]{0,60}[.;]\s[^.;]{0,90}\b(?:revised|corrected|lowered|raised|reduced|cut|updated)\s+(?:the|its|their|that)\s+(?:number|toll|figure|count|total|tally)\s+(?:to|from)\b/;

const isRevised = (text: string, { end }: ReadingSpan): boolean => REVISED_NEXT.test(text.slice(end, end + 240));

const DENIED_BEFORE =
  /\b(?:den(?:y|ies|ied|ying)|refut\w+|dismiss\w*|reject\w*|disput\w+|contradict\w+|contrary to)\s+(?:\S+\s+){0,4}?(?:reports?|claims?|allegations?|suggestions?|rumou?rs|assertions?|accounts?|that|having|(?:figure|toll|count|number|talk)s?)\b[^.;]{0,80}$/i;
const DENIED_AFTER =
  /^[^.;“"]{0,60}?(?:\b(?:is|was|were|are|as)\s+[“"]?(?:an?\s+)?(?:false|untrue|fabricat\w+|invent\w+|exaggerat\w+|fantasy|lies?|baseless|pure fiction|fiction)|\s[“"](?:false|untrue|fantasy|lies?|fiction|invention))\b/i;

/** "Denies the two explosions are related": not that there were two. */
const RELATED =
  /^\s+(?:is|are|was|were|had|have|has)\s+(?:been\s+)?(?:related|linked|connected|caused|due|the (?:work|result)|its|their|deliberate|intentional|planned)\b/i;

function isDenied(text: string, { start, end }: ReadingSpan): boolean {
  const sentence = sentenceAround(text, { start, end });
  return DENIED_BEFORE.test(text.slice(sentence.start, start)) || DENIED_AFTER.test(text.slice(end, sentence.end));
}

const PART_SPAN = /\b(?:of (?:them|whom|those|these|its|his|her|their|the)|half|third|quarter)\b/i;
const PART_AFTER =
  /^\s*(?:of (?:the|them|those|whom|its|his|her|these|their)\b|[^.;,]{0,60}\b(?:(?:is|are|was|were) )?among (?:the|those) (?:dead|killed|injured|wounded|victims)\b)/i;
const PART_BEFORE =
  /\b(?:including|among them|among whom|(?:pull|recover|retriev|drag|dig|lift)\w*|dug|found)(?:\s+(?:at least|the bodies of|the remains of|up to|about|an?|out))?\s*$/i;
const MORE = /\b(?:more|others?|another|additional|further)\b/i;
const MORE_BEFORE = /\b(?:another|additional|a further)\s+$/i;

function isPartial(text: string, { span, measure, best, low }: ReadingFigure): boolean {
  const before = text.slice(Math.max(0, span.start - 60), span.start);
  const after = text.slice(span.end, span.end + 90);
  if (PART_SPAN.test(span.text) || PART_AFTER.test(after) || PART_BEFORE.test(before)) return true;
  // "injuring dozens more" are others than the dead; "three more were killed" come to those before
  const more = MORE.test(span.text) || MORE_BEFORE.test(before) || /^\s*(?:more|others?)\b/i.test(after);
  if (more && measure === 'killed') return true;
  return best !== null && low !== null && best > 0 && best < 1;
}

/** Lowest and highest value that a claim's own words allow; null for an open end. */
export function boundsOf({ low, best, high }: Pick<FigureClaim, 'low' | 'best' | 'high'>): [number, number | null] {
  const least = low ?? best ?? 0;
  return [least, high ?? (low === null || best !== null ? best : null)];
}
