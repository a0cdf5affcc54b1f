// A reading with its happenings in, what the record writes of them out: all but the numbers that it gives them.
import type { Reading } from '../reading/schema.ts';
import { plansIn } from '../record/diplomacy/plan.ts';
import type { Happening } from '../record/incident/happening.ts';
import { factsOf } from '../record/incident/story.ts';
import { writeGist } from './gist.ts';
import { shownHappening } from './shown-happening.ts';

/** Bodies are JSON. */
export interface Told {
  readonly gist: string;
  /** Words on meetings and promises, in the order of the text. */
  readonly plans: readonly string[];
  /** In the order of the happenings. */
  readonly happenings: readonly ToldHappening[];
}

export interface ToldHappening {
  readonly id: string;
  readonly type: string;
  readonly place: string;
  readonly clause: string;
  readonly body: string;
  /** Its events by claim id. */
  readonly parts: readonly string[];
  readonly actors: readonly string[];
  readonly at: string;
}

/** Of happenings at hand. */
const known = new WeakMap<readonly Happening[], Told>();

/** What another thread has made of them. */
export const rememberTold = (happenings: readonly Happening[], told: Told): void => {
  known.set(happenings, told);
};

export function toldOf(reading: Reading, happenings: readonly Happening[]): Told {
  const held = known.get(happenings) ?? made(reading, happenings);
  known.set(happenings, held);
  return held;
}

function made(reading: Reading, happenings: readonly Happening[]): Told {
  return {
    gist: writeGist(factsOf(reading), happenings),
    plans: plansIn(reading).map((plan) => JSON.stringify(plan)),
    happenings: happenings.map((one) => ({
      id: one.id,
      type: one.event.type,
      place: one.where?.name.toLowerCase() ?? '',
      clause: one.event.evidence.text.toLowerCase(),
      body: JSON.stringify(shownHappening(one, reading.report.text)),
      parts: [...new Set([one.id, ...one.ids])],
      actors: [...new Set([...one.actors, ...one.recipients])],
      at: one.published ?? '9',
    })),
  };
}
