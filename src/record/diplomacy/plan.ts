// A reading in, what it tells of plans out: words on meetings, promises, and what may become of them.
import type { Reading } from '../../reading/schema.ts';
import { isPromise, isVerdict } from './commitment.ts';
import { stateOf } from './meeting.ts';
import { type Told, toldIn } from './told.ts';

/** Of the events of a reading those by whose words meetings and promises are followed; deeds aside, which are happenings. */
export const plansIn = (reading: Reading): Told[] =>
  toldIn(reading).filter((told) => stateOf(told) !== null || isPromise(told) || isVerdict(told));
