// A report's first reading in, what it is a copy of out: found by its bands, settled by its words, noted for those that come.
import { copyKind, likeness } from '../record/copies/compare.ts';
import { type Shingles, shinglesOf } from '../record/copies/shingles.ts';
import { Lately } from './held-readings.ts';
import { inChunks } from './in-chunks.ts';
import type { Wording } from './prepare.ts';
import type { Writing } from './writing.ts';

/** Candidates whose words are compared: those that share most bands. */
const MOST = 12;
/**
 * Reports with a band in common of which none is a copy of another: as many share what an outlet prints around every
 * report, or a form that is filled in. The band tells no copies any more, and looking through its reports would cost more
 * with each that comes.
 */
const MOST_HOLDERS = 64;
/** Shingles of reports that this process has compared lately, by number. */
const REMEMBERED = 3000;

/** Shingles of reports compared lately; and what the record has of the words of those that are being kept. */
export class CopyCache {
  readonly #shingles: Lately<Shingles>;
  /** The origin of the first report with these words, by their hash. */
  readonly origins = new Map<string, number>();
  /** Reports that hold a band, with their origins. */
  readonly holders = new Map<number, { readonly report: number; readonly origin: number }[]>();
  constructor(most = REMEMBERED) {
    this.#shingles = new Lately(most);
  }
  remember(report: number, shingles: Shingles): void {
    this.#shingles.set(report, shingles);
  }
  shingles(report: number): Shingles | undefined {
    return this.#shingles.get(report);
  }
  hold(band: number, report: number, origin: number): void {
    const known = this.holders.get(band);
    if (known) known.push({ report, origin });
    else this.holders.set(band, [{ report, origin }]);
  }
  forgetCompared(): void {
    this.origins.clear();
    this.holders.clear();
  }
  clear(): void {
    this.#shingles.clear();
    this.forgetCompared();
  }
}

/** Looks up, for reports that are about to be kept, what the record has of their words: for all of them at once. */
export async function expectCopies(writing: Writing, wordings: readonly Wording[]): Promise<void> {
  const { trx, copies } = writing;
  copies.forgetCompared();
  for (const some of inChunks([...new Set(wordings.map(({ shingles }) => shingles.hash))]))
    for (const { report, origin, hash } of await trx
      .selectFrom('copy')
      .select(['report', 'origin', 'hash'])
      .where('hash', 'in', some)
      .orderBy('report', 'desc')
      .execute())
      copies.origins.set(hash, Number(origin ?? report)); // the first that came stays
  for (const some of inChunks([...new Set(wordings.flatMap(({ bands }) => bands))]))
    for (const { band, report, origin } of await trx
      .selectFrom('band')
      .innerJoin('copy', 'copy.report', 'band.report')
      .select(['band', 'band.report', 'origin'])
      .where('band', 'in', some)
      .execute())
      copies.hold(Number(band), Number(report), Number(origin ?? report));
}

/**
 * Notes whether a report that was just kept is a copy of an earlier one. Its origin is the first that came, so that the
 * same reports in the same order give the same groups. Its words must have been expected.
 */
export async function keepCopy(writing: Writing, report: number, { shingles, bands }: Wording): Promise<void> {
  const { copies } = writing;
  const { hash } = shingles;
  copies.remember(report, shingles);
  const same = copies.origins.get(hash);
  if (same !== undefined) {
    writing.put('copy', { report, hash, origin: same, kind: 'exact', held: 1 });
    writing.alone.delete(same);
    return;
  }
  const best = await nearest(writing, shingles, bands);
  const origin = best?.origin ?? null;
  if (origin === null) writing.alone.add(report);
  else writing.alone.delete(origin);
  writing.put('copy', {
    report,
    hash,
    origin,
    kind: best === null ? null : 'near',
    held: best === null ? null : Math.round(best.held * 1000) / 1000,
  });
  // copies of a copy are copies of its origin: only what holds more than the origin needs bands of its own
  const own = best === null || shingles.all.length > best.length * 1.25 ? bands : [];
  for (const band of own) {
    if ((copies.holders.get(band)?.length ?? 0) >= MOST_HOLDERS) continue;
    writing.put('band', { band, report });
    copies.hold(band, report, origin ?? report);
  }
  copies.origins.set(hash, origin ?? report);
}

async function nearest(writing: Writing, shingles: Shingles, bands: readonly number[]) {
  const shared = new Map<number, { readonly origin: number; count: number }>();
  for (const band of bands)
    for (const { report, origin } of writing.copies.holders.get(band) ?? []) {
      const known = shared.get(report);
      if (known) known.count++;
      else shared.set(report, { origin, count: 1 });
    }
  const candidates = [...shared].sort(([a, one], [b, two]) => two.count - one.count || a - b).slice(0, MOST);
  const known = await shinglesFor(
    writing,
    candidates.map(([other]) => other),
  );
  let best: { origin: number; held: number; alike: number; length: number } | null = null;
  for (const [other, { origin }] of candidates) {
    const theirs = known.get(other);
    if (!theirs) continue;
    const like = likeness(shingles, theirs);
    if (copyKind(shingles, theirs, like) === null) continue;
    if (best !== null && like.held + like.alike <= best.held + best.alike) continue;
    best = { origin, held: like.held, alike: like.alike, length: theirs.all.length };
  }
  return best;
}

/** The shingles of these reports, a dozen at most: what is looked up for one must not go before it is compared. */
async function shinglesFor(writing: Writing, reports: readonly number[]): Promise<ReadonlyMap<number, Shingles>> {
  const { copies, trx } = writing;
  const found = new Map<number, Shingles>();
  const put = (report: number, text: string, title: string | null) => {
    const shingles = shinglesOf(text, title);
    found.set(report, shingles);
    copies.remember(report, shingles);
  };
  const missing: number[] = [];
  for (const report of reports) {
    const shingles = copies.shingles(report);
    if (shingles) found.set(report, shingles);
    else missing.push(report);
  }
  const waiting = missing.length > 0 ? writing.waiting('report') : [];
  const kept = missing.filter((report) => {
    const row = waiting.find(({ arrival }) => arrival === report);
    if (row) put(report, String(row['text']), row['title'] as string | null);
    return !row;
  });
  if (kept.length === 0) return found;
  for (const { arrival, text, title } of await trx
    .selectFrom('report')
    .select(['arrival', 'text', 'title'])
    .where('arrival', 'in', kept)
    .execute())
    put(arrival, text, title);
  return found;
}
