// The value of a time mention: TIMEX3 type and value, and the days it covers.
import type { Issue } from '../../report/issue.ts';
import type { Mention } from '../mention.ts';

export type TimeType = 'DATE' | 'TIME' | 'DURATION' | 'SET';

export interface Time {
  readonly type: TimeType;
  /** TIMEX3 value; `X` stands for what nothing settles (`XXXX-03-02`). */
  readonly value: string;
  /** First and last day covered, ISO; null for durations, sets, vague references and what is unresolved. */
  readonly interval: readonly [string, string] | null;
}

export type TimeMention = Mention<Time>;

export interface FoundTimes {
  readonly mentions: readonly TimeMention[];
  readonly issues: readonly Issue[];
}
