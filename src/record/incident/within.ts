// The events of one report in, those that are one happening put together: "struck the port", "killing nine", its headline.
import type { ReadingEvent } from '../../reading/schema.ts';
import { meansExclude } from './means.ts';

/** An event with what decides whether it is one with another of its report. */
export interface Part {
  readonly event: ReadingEvent;
  readonly family: string;
  /** Key of the place that its own words give; null for none. */
  readonly place: string | null;
  /** First and last day that its own words give; null for none. */
  readonly days: readonly [number, number] | null;
  /** Offset of its sentence. */
  readonly sentence: number;
  /** Ids of the record of those acted upon who are somebody in particular. */
  readonly upon: ReadonlySet<string>;
  readonly by: ReadonlySet<string>;
}

/** Words that tell the harm and not the act: whose act it was stands elsewhere in the report. */
const HARM = /^(?:kill|dead|death|die|dying|injur|wound|hurt|casualt|toll|fatal|slain|slay)/i;

const isHarm = ({ event }: Part): boolean => HARM.test(event.trigger.text);

/**
 * Groups of parts, each in order of the text. Two of one sentence are one unless place, days or means speak against it;
 * so are two that share a place or a party and whose days can be the same; and harm without place and day of its own
 * belongs to the only act of violence that the report tells of. `parted` says which pairs a person has kept apart.
 */
export function partsTogether<P extends Part>(parts: readonly P[], parted: (a: P, b: P) => boolean): P[][] {
  const groups: P[][] = [];
  const fits = (group: readonly P[], one: P) => group.every((other) => compatible(other, one) && !parted(other, one));
  const join = (one: P, why: (other: P) => boolean): boolean => {
    const home = groups.find((group) => group.some(why) && fits(group, one));
    home?.push(one);
    return home !== undefined;
  };
  for (const one of parts) {
    const same = (other: P) => other.family === one.family;
    const near = (other: P) =>
      same(other) &&
      other.sentence === one.sentence &&
      (one.family === 'violence' || other.event.type === one.event.type);
    if (join(one, near)) continue;
    if (one.family === 'violence' && join(one, (other) => same(other) && shares(other, one))) continue;
    groups.push([one]);
  }
  return homed(groups, parted);
}

/** Harm that nothing places goes to the only act there is; a headline to the act that it heads. */
function homed<P extends Part>(groups: P[][], parted: (a: P, b: P) => boolean): P[][] {
  const violent = groups.filter(([first]) => first?.family === 'violence');
  const bare = violent.filter((group) => group.every((one) => one.place === null && one.days === null));
  const acts = violent.filter((group) => !bare.includes(group));
  const [only, second] = acts.length > 0 ? acts : bare.filter((group) => !group.every(isHarm));
  if (!only || second) return groups;
  const kept: P[][] = [];
  for (const group of groups) {
    const home =
      group !== only &&
      bare.includes(group) &&
      (group.every(isHarm) || group.some(({ sentence }) => sentence === 0)) &&
      group.every((one) => only.every((other) => compatible(other, one) && !parted(other, one)));
    if (home) only.push(...group);
    else kept.push(group);
  }
  for (const group of kept) group.sort((a, b) => a.event.trigger.start - b.event.trigger.start);
  return kept;
}

function compatible(a: Part, b: Part): boolean {
  if (a.family !== b.family) return false;
  if (a.place !== null && b.place !== null && a.place !== b.place) return false;
  if (a.days && b.days && (a.days[0] > b.days[1] || b.days[0] > a.days[1])) return false;
  if (a.event.status !== b.event.status) return false;
  return !meansExclude(a.event.mode, b.event.mode);
}

function shares(a: Part, b: Part): boolean {
  if (a.place !== null && a.place === b.place) return true;
  const both = a.days !== null && b.days !== null;
  for (const one of a.upon) if (b.upon.has(one)) return both || a.place === null || b.place === null;
  return false;
}
