// The claims of a list in, a file of them with their words out: what `E` carries away.
import { type Claim, findClaims } from './api.ts';
import { csvOf, download, type Row } from './copied.ts';
import { columnsNow } from './work.ts';

/** Claims that one file holds at most; more belong to the command line. */
const MOST = 20_000;
const PAGE = 1000;

/** One claim as a row: codes, parties by name, days, bounds, and the words with where they stand. */
export function rowOf({
  id,
  kind,
  type,
  fields,
  names,
  days,
  evidence,
  report,
  source,
  published,
  status,
}: Claim): Row {
  const words = evidence.find(({ role }) => role === 'clause' || role === 'content' || role === 'words') ?? evidence[0];
  const name = (ref: unknown) => (typeof ref === 'string' ? (names[ref] ?? ref) : ref);
  const many = (refs: unknown) => (Array.isArray(refs) ? refs.map(name) : name(refs));
  return {
    claim: id, kind, type, mode: fields['mode'], cameo: fields['cameo'], event_status: fields['status'], group: fields['group'],
    actors: many(fields['actors']), recipients: many(fields['recipients']), speaker: name(fields['speaker']), addressee: name(fields['addressee']),
    place: name(fields['place']), from: days?.[0], to: days?.[1], low: fields['low'], best: fields['best'], high: fields['high'],
    source, published, words: words?.quote, report, start: words?.start, end: words?.end, decided: status,
  }; // biome-ignore format: one row
}

/** Fetches every claim of a search and saves them as a file; gives how many, and whether there are more. */
export async function carryAway(
  search: Readonly<Record<string, string | null>>,
  name: string,
): Promise<{ count: number; more: boolean }> {
  const rows: Row[] = [];
  let after: string | null = null;
  do {
    const page: { claims: Claim[]; next: string | null } = await findClaims({ ...search, after, limit: PAGE });
    rows.push(...page.claims.map(rowOf));
    after = page.next;
  } while (after !== null && rows.length < MOST);
  download(name, csvOf(columnsNow(), rows));
  return { count: rows.length, more: after !== null };
}
