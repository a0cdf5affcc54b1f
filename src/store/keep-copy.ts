// A report's first reading in, what it is a copy of out: found by its bands, settled by its words, noted for those that come.
import { bandsOf } from '../record/copies/bands.ts';
import { copyKind, likeness } from '../record/copies/compare.ts';
import { type Shingles, shinglesOf } from '../record/copies/shingles.ts';
import type { Writing } from './writing.ts';

/** Candidates whose words are compared: those that share most bands. */
const MOST = 12;
/** Shingles of reports that this process has compared lately, by number. */
const REMEMBERED = 500;

/** What one transaction has found and not yet written; and the shingles of reports compared lately. */
export class CopyCache {
  readonly #shingles = new Map<number, Shingles>();
  remember(report: number, shingles: Shingles): void {
    if (this.#shingles.size >= REMEMBERED) this.#shingles.delete(this.#shingles.keys().next().value as number);
    this.#shingles.set(report, shingles);
  }
  shingles(report: number): Shingles | undefined {
    return this.#shingles.get(report);
  }
  clear(): void {
    this.#shingles.clear();
  }
}

/**
 * Notes whether a report that was just kept is a copy of an earlier one. Its origin is the first that came, so that the
 * same reports in the same order give the same groups.
 */
export async function keepCopy(writing: Writing, report: number, text: string, title: string | null): Promise<void> {
  const shingles = shinglesOf(text, title);
  writing.copies.remember(report, shingles);
  const same = await sameWords(writing, shingles.hash, report);
  if (same !== null) {
    writing.put('copy', { report, hash: shingles.hash, origin: same, kind: 'exact', held: 1 });
    return;
  }
  const bands = bandsOf(shingles);
  const best = await nearest(writing, report, shingles, bands);
  writing.put('copy', {
    report,
    hash: shingles.hash,
    origin: best?.origin ?? null,
    kind: best === null ? null : 'near',
    held: best === null ? null : Math.round(best.held * 1000) / 1000,
  });
  // copies of a copy are copies of its origin: only what holds more than the origin needs bands of its own
  if (best === null || shingles.all.length > best.length * 1.25)
    for (const band of new Set(bands)) writing.put('band', { band, report });
}

/** The origin of the first report with the same words; null when there is none. */
async function sameWords(writing: Writing, hash: string, report: number): Promise<number | null> {
  const waiting = writing.waiting('copy').find((row) => row['hash'] === hash);
  const row =
    (await writing.trx
      .selectFrom('copy')
      .select(['report', 'origin'])
      .where('hash', '=', hash)
      .where('report', '<', report)
      .orderBy('report')
      .limit(1)
      .executeTakeFirst()) ?? (waiting as { report: number; origin: number | null } | undefined);
  return row ? Number(row.origin ?? row.report) : null;
}

async function nearest(writing: Writing, report: number, shingles: Shingles, bands: readonly number[]) {
  if (bands.length === 0) return null;
  const shared = new Map<number, number>();
  const wanted = new Set(bands);
  for (const { report: other } of await writing.trx
    .selectFrom('band')
    .select('report')
    .where('band', 'in', [...wanted])
    .where('report', '<', report)
    .execute())
    shared.set(Number(other), (shared.get(Number(other)) ?? 0) + 1);
  for (const { band, report: other } of writing.waiting('band') as { band: number; report: number }[])
    if (wanted.has(band)) shared.set(other, (shared.get(other) ?? 0) + 1);
  const candidates = [...shared].sort(([a, n], [b, m]) => m - n || a - b).slice(0, MOST);
  let best: { origin: number; held: number; alike: number; length: number } | null = null;
  for (const [other] of candidates) {
    const theirs = await shinglesOfReport(writing, other);
    if (!theirs) continue;
    const like = likeness(shingles, theirs);
    if (copyKind(shingles, theirs, like) === null) continue;
    if (best !== null && like.held + like.alike <= best.held + best.alike) continue;
    best = { origin: other, held: like.held, alike: like.alike, length: theirs.all.length };
  }
  if (best === null) return null;
  const waiting = writing.waiting('copy').find((row) => row['report'] === best.origin);
  const row =
    waiting ??
    (await writing.trx.selectFrom('copy').select('origin').where('report', '=', best.origin).executeTakeFirst());
  const origin = row?.['origin'];
  return { ...best, origin: origin === null || origin === undefined ? best.origin : Number(origin) };
}

async function shinglesOfReport(writing: Writing, report: number): Promise<Shingles | null> {
  const known = writing.copies.shingles(report);
  if (known) return known;
  const waiting = writing.waiting('report').find((row) => row['arrival'] === report);
  const row =
    waiting ??
    (await writing.trx.selectFrom('report').select(['text', 'title']).where('arrival', '=', report).executeTakeFirst());
  if (!row) return null;
  const shingles = shinglesOf(String(row['text']), row['title'] as string | null);
  writing.copies.remember(report, shingles);
  return shingles;
}
