// What a decision is: one human (or agent's) act upon the record, kept for ever and taken back by another decision.
import type { ClaimKind, Fields } from './claim.ts';

export const ACTS = [
  'accept',
  'reject',
  'reopen',
  'edit',
  'add',
  'merge',
  'split',
  'link',
  'comment',
  'withdraw',
] as const;
export type Act = (typeof ACTS)[number];

/** Words that somebody selected: half-open, in UTF-16 code units of the report's text. */
export interface Selection {
  readonly start: number;
  readonly end: number;
}

/** What an act needs to know besides its targets. */
export type Detail =
  | { readonly act: 'accept' | 'reject' | 'reopen' }
  /** Sets one field of each target; `before` holds, target by target, what stood there. */
  | {
      readonly act: 'edit';
      readonly field: string;
      readonly value: unknown;
      readonly before?: readonly unknown[];
      /** Words that support the new value. */
      readonly selection?: Selection;
    }
  /** A new claim from selected words; `claim` is the id that it got. */
  | {
      readonly act: 'add';
      readonly kind: ClaimKind;
      readonly report: string;
      readonly selections: readonly [Selection, ...Selection[]];
      readonly fields: Fields;
      readonly claim?: string;
    }
  /** The targets say the same as `into`: claims of one happening, or actors or places that are one. */
  | { readonly act: 'merge'; readonly into: string }
  /** Takes the targets out of what they were merged into; `into` keeps two or more of them together. */
  | { readonly act: 'split'; readonly into: string | null }
  /** Ties each target to `to`: answers, part-of, fulfils, denies, … */
  | { readonly act: 'link'; readonly to: string; readonly relation: string }
  | { readonly act: 'comment'; readonly text: string }
  /** Takes decisions back; withdrawing a withdrawal brings them back. */
  | { readonly act: 'withdraw' };

export interface Decision {
  /** `d` and its place in the order of the whole record. */
  readonly id: string;
  readonly arrival: number;
  /** ISO instant. */
  readonly at: string;
  /** Who: a person's name or `agent:<name>`. */
  readonly by: string;
  readonly why: string | null;
  /** Claims, reports, actors, places, incidents; decisions for `withdraw`. Many at once are one decision. */
  readonly targets: readonly string[];
  /** What each target said when it was decided on: a hash, so that a newer reading that differs is seen. Null for no claim. */
  readonly contents: readonly (string | null)[];
  readonly detail: Detail;
}

/** A decision as a caller asks for it. */
export interface NewDecision {
  readonly targets: readonly string[];
  readonly detail: Detail;
  readonly by: string;
  readonly why: string | null;
  readonly at: string;
}

/** A decision that cannot be made; `code` for programs, `message` for people. */
export class DecisionError extends Error {
  override readonly name = 'DecisionError';
  readonly code:
    | 'decision/malformed'
    | 'decision/unknown-target'
    | 'decision/unknown-field'
    | 'decision/has-dependants'
    | 'decision/already-withdrawn';
  /** Decisions that stand on the one to be withdrawn. */
  readonly dependants: readonly string[];
  constructor(code: DecisionError['code'], message: string, dependants: readonly string[] = []) {
    super(message);
    this.code = code;
    this.dependants = dependants;
  }
}

/** Of `decisions` (any order), those that are in force: not withdrawn by one that is itself in force. */
export function inForce(decisions: readonly Decision[]): Decision[] {
  const off = new Set<string>();
  const newestFirst = [...decisions].sort((a, b) => b.arrival - a.arrival);
  for (const decision of newestFirst)
    if (decision.detail.act === 'withdraw' && !off.has(decision.id))
      for (const target of decision.targets) off.add(target);
  return newestFirst.filter(({ id }) => !off.has(id)).reverse();
}
