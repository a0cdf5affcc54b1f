// Things that come one by one with their ties in, groups out: only what hangs together with the newcomer is grouped anew.
import { averageLinkage, type Link } from './clusters.ts';

/** How strongly two things belong together, and why; `-Infinity` rules it out. */
export interface Likeness {
  readonly points: number;
  /** One line each, strongest first; empty when nothing speaks for it. */
  readonly reasons: readonly string[];
}

/** Two things that were compared and why they belong together, or may. */
export interface Tie extends Likeness {
  readonly a: string;
  readonly b: string;
}

export interface Limits {
  /** From here on two things are grouped. */
  readonly linked: number;
  /** From here on a person is asked. */
  readonly proposed: number;
  /** From here on a tie counts in the average of a group, `proposed` where it is not given; weaker ones count as none. */
  readonly kept?: number;
}

/** What two things that exclude each other weigh against being grouped over others. */
export const EXCLUDED = -20;

/** From so many points on a person has decided, whatever words say. */
export const DECIDED = 500;

/** What a person has decided about two things: a merge keeps what words say of them beside it. */
export const SETTLED = 1000;

/** What a person keeps apart weighs more than the average of any group. */
const APART = -1e9;

/** What ties a happening to the first that was told in the same words: the two are one, and the first stands for both. */
export const RETOLD: Likeness = { points: 100, reasons: ['told in the same words'] };

/** Points of two things as a lot is grouped by them. */
export const weightOf = (points: number): number =>
  points === Number.NEGATIVE_INFINITY ? -DECIDED : points <= -DECIDED ? APART : points;

/** What words say of two that a person has merged. */
function saidOf(points: number): number {
  const said = points - SETTLED;
  return said <= EXCLUDED ? -DECIDED : said;
}

/** Points of two that a person has merged: what excludes each other stays known as such. */
export const mergedPoints = (said: number): number => SETTLED + Math.max(said, EXCLUDED);

/** What people have merged, as the smallest number of each; never two that are apart, and in an order of their own. */
function asDecided(count: number, pairs: readonly Link[]): number[] {
  const one = Array.from({ length: count }, (_, at) => at);
  const apart = pairs.filter(({ points }) => points <= APART);
  for (const { a, b, points } of [...pairs].sort((x, y) => x.a - y.a || x.b - y.b)) {
    const x = one[a] as number;
    const y = one[b] as number;
    if (points < DECIDED || x === y) continue;
    if (apart.some((pair) => (one[pair.a] === x && one[pair.b] === y) || (one[pair.a] === y && one[pair.b] === x)))
      continue;
    join(one, x, y);
  }
  return one;
}

/** Makes two groups one, the smaller number its head. */
function join(heads: number[], x: number, y: number): void {
  const [low, high] = x < y ? [x, y] : [y, x];
  heads.forEach((head, at) => {
    if (head === high) heads[at] = low;
  });
}

/** Links between what is merged: the strongest of its members, unless a person keeps them apart. */
function between(pairs: readonly Link[], one: readonly number[]): Link[] {
  const found = new Map<string, Link>();
  for (const { a, b, points } of pairs) {
    const [x, y] = [one[a] as number, one[b] as number].sort((left, right) => left - right) as [number, number];
    if (x === y) continue;
    const key = `${x} ${y}`;
    const known = found.get(key)?.points ?? -DECIDED;
    found.set(key, { a: x, b: y, points: Math.min(points, known) <= APART ? APART : Math.max(known, points) });
  }
  return [...found.values()];
}

/** What people merge and part among things that words hold together: merged things count as one, by their strongest link. */
function parted(count: number, pairs: readonly Link[], linked: number, sizes: Int32Array): number[] {
  const one = asDecided(count, pairs);
  const heads = averageLinkage(count, between(pairs, one), linked, sizes);
  return one.map((first) => heads[first] as number);
}

/**
 * The head of each of `count` things that hang together, by number: average linkage over what words say of `pairs`; then
 * whatever stands with one that people merged stands with the other too, so that a merge drops nobody. Only where they
 * also keep two apart that would so become one is it settled anew who stands where. Numbers must be in an order of their
 * own (of ids). The smallest number of a group is its head. `sizes` tells for how many each of them stands.
 */
export function headsOf(
  count: number,
  pairs: readonly Link[],
  linked: number,
  sizes: Int32Array = new Int32Array(count).fill(1),
): readonly number[] {
  const merged = pairs.filter(({ points }) => points >= DECIDED);
  if (merged.length === 0) return [...averageLinkage(count, pairs, linked, sizes)];
  const said = pairs.map(({ a, b, points }) => ({ a, b, points: points >= DECIDED ? saidOf(points) : points }));
  const heads = [...averageLinkage(count, said, linked, sizes)];
  for (const { a, b } of merged) join(heads, heads[a] as number, heads[b] as number);
  const torn = new Set(
    pairs.flatMap(({ a, b, points }) => (points <= APART && heads[a] === heads[b] ? [heads[a] as number] : [])),
  );
  for (const head of torn) {
    const members = heads.flatMap((one, at) => (one === head ? [at] : []));
    const number = new Map(members.map((at, place) => [at, place]));
    const own = pairs.flatMap(({ a, b, points }) => {
      const [x, y] = [number.get(a), number.get(b)];
      return x === undefined || y === undefined ? [] : [{ a: x, b: y, points }];
    });
    const some = Int32Array.from(members, (at) => sizes[at] as number);
    const now = parted(members.length, own, linked, some);
    members.forEach((at, place) => {
      heads[at] = members[now[place] as number] as number;
    });
  }
  return heads;
}

/** Ties of some things to others that are wanted, strongest first, none told twice; `of` gives those of one. */
export function tiesFrom(
  ids: readonly string[],
  of: (id: string) => Iterable<readonly [other: string, likeness: Likeness, ...rest: unknown[]]>,
  wanted: (other: string) => boolean,
  least: number,
): Tie[] {
  const found: Tie[] = [];
  const from = new Set(ids);
  for (const a of ids)
    for (const [b, { points, reasons }] of of(a))
      if (points >= least && wanted(b) && !(from.has(b) && b < a)) found.push({ a, b, points, reasons });
  return found.sort((x, y) => y.points - x.points || (x.a + x.b < y.a + y.b ? -1 : 1));
}

/** Groups by id; the same things with the same ties in any order give the same groups. */
export class Groups {
  readonly #limits: Limits;
  readonly #ties = new Map<string, Map<string, Likeness>>();
  /** Head of each thing's group: the smallest id in it of those that stand for themselves. */
  readonly #head = new Map<string, string>();
  readonly #members = new Map<string, readonly string[]>();
  /** By a thing that another stands for, that other; and those that one stands for. */
  readonly #leader = new Map<string, string>();
  readonly #followers = new Map<string, Set<string>>();
  /** Things that have come since anybody asked for groups. */
  readonly #newcomers = new Set<string>();

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  /** Adds a thing beside those it was compared with. */
  add(id: string, compared: readonly (readonly [other: string, likeness: Likeness])[]): void {
    const mine = this.#ties.get(id) ?? new Map<string, Likeness>();
    this.#ties.set(id, mine);
    const least = this.#limits.kept ?? this.#limits.proposed;
    for (const [other, likeness] of compared) {
      if (likeness.points < least && likeness.points > EXCLUDED) continue;
      mine.set(other, likeness);
      const back = this.#ties.get(other);
      if (back) back.set(id, likeness);
      else this.#ties.set(other, new Map([[id, likeness]]));
    }
    this.#newcomers.add(id);
  }

  /** Adds a thing that is grouped with `leader`, whatever else it is like. */
  follow(id: string, leader: string): void {
    this.#leader.set(id, leader);
    this.#followers.set(leader, (this.#followers.get(leader) ?? new Set()).add(id));
    this.#newcomers.add(leader);
  }

  /** Has `next`, which was added, stand for `old` and for all for which that stood. */
  succeed(old: string, next: string): void {
    const head = this.#head.get(old) ?? old;
    for (const id of this.#members.get(head) ?? []) if (!this.#leader.has(id)) this.#newcomers.add(id);
    for (const other of this.#ties.get(old)?.keys() ?? []) {
      this.#ties.get(other)?.delete(old);
      this.#newcomers.add(this.#leader.get(other) ?? other);
    }
    this.#ties.delete(old);
    this.#newcomers.delete(old);
    this.#members.delete(head);
    const followers = this.#followers.get(old) ?? [];
    this.#followers.delete(old);
    for (const id of [old, ...followers]) this.follow(id, next);
  }

  /** What a thing is like, as far as it is kept. */
  *#tiesOf(id: string): Generator<readonly [string, Likeness]> {
    yield* this.#ties.get(id) ?? [];
    const leader = this.#leader.get(id);
    if (leader !== undefined) yield [leader, RETOLD];
    for (const follower of this.#followers.get(id) ?? []) yield [follower, RETOLD];
  }

  /** The ids of a thing's group in code-unit order, itself included; empty for an unknown one. */
  groupOf(id: string): readonly string[] {
    this.#settle();
    const head = this.#head.get(id);
    return (head !== undefined && this.#members.get(head)) || [];
  }

  /** Every group, each in code-unit order. */
  all(): IterableIterator<readonly string[]> {
    this.#settle();
    return this.#members.values();
  }

  /** Ties of some things to others that are wanted, strongest first, none told twice. */
  ties(ids: readonly string[], wanted: (other: string) => boolean): Tie[] {
    return tiesFrom(ids, (id) => this.#tiesOf(id), wanted, this.#limits.proposed);
  }

  /** Groups what hangs together with newcomers, each such lot once, however many of them are in it. */
  #settle(): void {
    for (const id of this.#newcomers) if (this.#newcomers.has(id)) this.#regroup(id);
  }

  #regroup(newcomer: string): void {
    const waiting = [newcomer];
    const reached = new Set(waiting);
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      for (const [other, { points }] of this.#ties.get(id) ?? []) {
        if (points < this.#limits.linked || reached.has(other)) continue;
        reached.add(other);
        waiting.push(other);
      }
    }
    for (const id of reached) this.#newcomers.delete(id);
    const ids = [...reached].sort();
    const number = new Map(ids.map((id, at) => [id, at]));
    const pairs: Link[] = [];
    ids.forEach((id, a) => {
      for (const [other, { points }] of this.#ties.get(id) ?? []) {
        const b = number.get(other);
        if (b !== undefined && a < b) pairs.push({ a, b, points: weightOf(points) });
      }
    });
    const sizes = Int32Array.from(ids, (id) => 1 + (this.#followers.get(id)?.size ?? 0));
    const heads = headsOf(ids.length, pairs, this.#limits.linked, sizes);
    // a group lies in one lot: what its head was is among these
    for (const id of ids) this.#members.delete(id);
    const members = new Map<string, string[]>();
    ids.forEach((id, at) => {
      const head = ids[heads[at] as number] as string;
      const list = members.get(head) ?? [];
      members.set(head, list);
      for (const one of [id, ...(this.#followers.get(id) ?? [])]) {
        this.#head.set(one, head);
        list.push(one);
      }
    });
    for (const [head, list] of members) this.#members.set(head, list.sort());
  }
}
