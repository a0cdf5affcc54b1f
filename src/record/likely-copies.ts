// Readings in, which report repeats another and which is a newer version of a page out: by sentences that stand in both.
import type { Reading } from '../reading/schema.ts';
import { hash } from './incident/signature.ts';
import type { Copies } from './ledger/flag.ts';

/** Letters and digits that a sentence must have to count: short ones stand in any report. */
const LONG = 40;
/** Share of the shorter report's sentences that the other must hold word for word, and how many at least. */
const SHARE = 0.6;
const LEAST = 2;
/** Reports that may hold one sentence before it is taken for a phrase of the outlet's page. */
const MOST = 50;

interface Printed {
  readonly id: string;
  readonly outlet: string;
  readonly published: string;
  readonly text: string;
  readonly sentences: ReadonlySet<number>;
}

/**
 * Copies among readings: of reports that share most of their sentences, the first to be published is the origin; of the
 * same day the one whose outlet the other's text credits, then the longer, then the smaller id. Another outlet's report
 * repeats it; the same outlet's is its next version. The same readings in any order give the same copies.
 */
export function likelyCopies(readings: readonly Reading[]): Copies {
  const printed = readings.map(
    ({ report }): Printed => ({
      id: report.id,
      outlet: report.source ?? '',
      published: report.published ?? '9',
      text: report.text,
      sentences: sentencesOf(report.text),
    }),
  );
  const holders = new Map<number, Printed[]>();
  for (const one of printed)
    for (const sentence of one.sentences) {
      const list = holders.get(sentence);
      if (list) list.push(one);
      else holders.set(sentence, [one]);
    }
  const copyOf = new Map<string, string>();
  const versionOf = new Map<string, string>();
  for (const one of [...printed].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const shared = new Map<Printed, number>();
    for (const sentence of one.sentences) {
      const list = holders.get(sentence) as Printed[];
      if (list.length <= MOST) for (const other of list) shared.set(other, (shared.get(other) ?? 0) + 1);
    }
    let origin: Printed | null = null;
    let version: Printed | null = null;
    for (const [other, count] of shared) {
      if (other === one || count < LEAST || count < SHARE * Math.min(one.sentences.size, other.sentences.size))
        continue;
      if (!before(other, one)) continue;
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
function before(a: Printed, b: Printed): boolean {
  const x = a.published.slice(0, 10);
  const y = b.published.slice(0, 10);
  if (x !== y) return x < y;
  const credited = a.outlet !== '' && credits(b.text, a.outlet);
  const credit = b.outlet !== '' && credits(a.text, b.outlet);
  if (credited !== credit) return credited && !credit;
  if (a.published !== b.published) return a.published < b.published;
  if (a.text.length !== b.text.length) return a.text.length > b.text.length;
  return a.id < b.id;
}

const credits = (text: string, outlet: string): boolean => text.slice(0, 400).includes(`(${outlet})`);

function sentencesOf(text: string): Set<number> {
  const found = new Set<number>();
  for (const sentence of text.split(/\n|(?<=[.!?][”"’']?)\s+/)) {
    const bare = sentence.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
    if (bare.length >= LONG) found.add(hash(bare));
  }
  return found;
}
