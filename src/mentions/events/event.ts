// What an event is: one reported interaction, coded, with its words, its parties and how sure the words are of it.
import type { Span } from '../../report/span.ts';
import type { Mention } from '../mention.ts';

/** The PLOVER event types. */
export const EVENT_TYPES = [
  'AGREE', 'CONSULT', 'SUPPORT', 'CONCEDE', 'COOPERATE', 'AID', 'RETREAT', 'REQUEST', 'ACCUSE', 'REJECT', 'THREATEN',
  'PROTEST', 'SANCTION', 'MOBILIZE', 'COERCE', 'ASSAULT',
] as const; // biome-ignore format: one table
export type EventType = (typeof EVENT_TYPES)[number];
/** What one does for others or with them, and what gives way to them. */
export const PEACEABLE: ReadonlySet<EventType> = new Set([
  'AGREE', 'CONSULT', 'SUPPORT', 'CONCEDE', 'COOPERATE', 'AID', 'RETREAT',
]); // biome-ignore format: one table

export type Status = 'asserted' | 'future' | 'hypothetical' | 'negated' | 'historical';

/** A code before it has parties: what words name. */
export interface Code {
  readonly type: EventType;
  /** PLOVER mode of that type; null where the words settle none. */
  readonly mode: string | null;
  /** CAMEO code of three or four digits. */
  readonly cameo: string;
}

export interface EventValue extends Code {
  readonly status: Status;
  /** Indices into the cast's actors. All parties of a mutual event are here. */
  readonly actors: readonly number[];
  readonly recipients: readonly number[];
  /** The word that names it, with its particles. */
  readonly trigger: Span;
  /** The clause that says it. */
  readonly evidence: Span;
  /** Other wordings of the same event in this report. */
  readonly wordings: readonly Span[];
  /** PLOVER contexts of its paragraph. */
  readonly contexts: readonly string[];
  /** Index of the figures that count its victims, forces or things. */
  readonly figures: readonly number[];
  /** Index of the time that its clause gives; null for none. */
  readonly time: number | null;
  /** Index of the place that its clause gives; null for none. */
  readonly place: number | null;
  /** Index of the statement that claims it; null where the report says so itself. */
  readonly statement: number | null;
}

/** Events in the order of their triggers; a mention's head is the trigger's token. */
export interface FoundEvents {
  readonly mentions: readonly Mention<EventValue>[];
}
