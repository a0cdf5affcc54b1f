// Readings in, which report repeats another and which is a newer version of a page out: by words that stand in both.
import type { Reading } from '../../reading/schema.ts';
import type { Copies } from '../ledger/flag.ts';
import { push } from '../lists.ts';
import { bandsOf } from './bands.ts';
import { copyKind } from './compare.ts';
import { type Shingles, shinglesOf } from './shingles.ts';

/** Reports that may share one band before it is taken for a phrase of the outlet's page. */
const MOST = 50;

/** What decides who printed first. */
export interface Printing {
  readonly id: string;
  /** '' when unknown. */
  readonly outlet: string;
  /** '9' when unknown. */
  readonly published: string;
  /** The text, or its beginning. */
  readonly text: string;
  readonly length: number;
}

interface Printed extends Printing {
  readonly shingles: Shingles;
}

/**
 * Copies among readings, found as the store finds them (shingles, bands, `copyKind`): of reports that are copies of each
 * other the first to be published is the origin; of the same day the one whose outlet the other's text credits, then the
 * longer, then the smaller id. Another outlet's report repeats it; the same outlet's is its next version. The store tells
 * who came first to the record, this who printed first: the same readings in any order give the same copies.
 */
export function likelyCopies(readings: readonly Reading[]): Copies {
  const printed = readings.map(
    ({ report }): Printed => ({
      id: report.id,
      outlet: report.source ?? '',
      published: report.published ?? '9',
      text: report.text,
      length: report.text.length,
      shingles: shinglesOf(report.text, report.title),
    }),
  );
  const holders = new Map<number | string, Printed[]>();
  const keys = new Map<Printed, ReadonlySet<number | string>>();
  for (const one of printed) {
    // reports too short for bands are found by their whole words
    const mine = new Set<number | string>([...bandsOf(one.shingles), one.shingles.hash]);
    keys.set(one, mine);
    for (const key of mine) push(holders, key, one);
  }
  const copyOf = new Map<string, string>();
  const versionOf = new Map<string, string>();
  for (const one of printed) {
    const near = new Set<Printed>();
    for (const key of keys.get(one) ?? []) {
      const list = holders.get(key) as Printed[];
      if (list.length > 1 && list.length <= MOST) for (const other of list) near.add(other);
    }
    let origin: Printed | null = null;
    let version: Printed | null = null;
    for (const other of near) {
      if (other === one || !before(other, one) || copyKind(one.shingles, other.shingles) === null) continue;
      if (other.outlet === one.outlet && one.outlet !== '') {
        if (!version || before(version, other)) version = other;
      } else if (!origin || before(other, origin)) origin = other;
    }
    if (origin) copyOf.set(one.id, origin.id);
    if (version) versionOf.set(one.id, version.id);
  }
  return { copyOf, versionOf };
}

/** Whether `a` was there before `b`. */
export function before(a: Printing, b: Printing): boolean {
  const x = a.published.slice(0, 10);
  const y = b.published.slice(0, 10);
  if (x !== y) return x < y;
  const credited = a.outlet !== '' && credits(b.text, a.outlet);
  const credit = b.outlet !== '' && credits(a.text, b.outlet);
  if (credited !== credit) return credited && !credit;
  if (a.published !== b.published) return a.published < b.published;
  if (a.length !== b.length) return a.length > b.length;
  return a.id < b.id;
}

const credits = (text: string, outlet: string): boolean => text.slice(0, 400).includes(`(${outlet})`);
