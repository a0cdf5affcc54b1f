// The value of a figure mention: what is counted, the bounds of the count, and the words that tie it to an event.
import type { Issue } from '../../report/issue.ts';
import type { Span } from '../../report/span.ts';
import type { Mention } from '../mention.ts';

/** What a figure counts. 'casualties' are always told as killed or injured; money and other quantities have a unit. */
export const MEASURES = [
  'killed', 'injured', 'missing', 'captured', 'displaced', 'evacuated', 'detained', 'troops', 'fighters', 'people',
  'attacks', 'launched', 'intercepted', 'vehicles', 'money', 'other',
] as const; // biome-ignore format: one table
export type Measure = (typeof MEASURES)[number];

/** Bounds as in docs/figures.md: `low` alone for "at least 12", `high` alone for "up to 40", `best` alone for "about 400". */
export interface Figure {
  readonly measure: Measure;
  /** Plural of what is counted (`people`, `soldiers`, `drones`), an ISO 4217 code for money, or a unit as printed; null if unsaid. */
  readonly unit: string | null;
  /** Who they are, when stated: civilians, children, soldiers, police, journalists …; null otherwise. */
  readonly group: string | null;
  readonly low: number | null;
  readonly best: number | null;
  readonly high: number | null;
  /** `week` in "5000 soldiers a week"; null when it is no rate. */
  readonly per: string | null;
  /** The words that say what it covers ("since the start of the war", "this year"); null when unsaid. */
  readonly scope: Span | null;
  /**
   * True for a quantity told by the way, which no record of a conflict asks for: a length of time, a distance, a number
   * alone, things that are neither weapons, vehicles, buildings nor settlements. Sheets leave it out.
   */
  readonly minor: boolean;
  /** True where the same sentence gives a newer value ("rose to 14 from nine": nine). */
  readonly superseded: boolean;
  /** Token of the counted noun ("people" in "12 people"); null when only the number stands there. */
  readonly noun: number | null;
  /** Token of the verb or noun that says what happened to them ("killing", "toll"); null for a bare count. */
  readonly trigger: number | null;
}

export type FigureMention = Mention<Figure>;

/** Mentions in text order, with what could not be read. */
export interface FoundFigures {
  readonly mentions: readonly FigureMention[];
  readonly issues: readonly Issue[];
}
