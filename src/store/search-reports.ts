// Words in, the reports whose title or text holds them out, newest first, each with an extract.
import { type SqlBool, sql } from 'kysely';
import { checkLimit, cursorNumber } from './claim-queries.ts';
import type { Engine } from './engine.ts';
import { firstRowAfter, firstRowOf } from './row-number.ts';
import { kindTag, termsOf } from './search-words.ts';
import type { FoundReports, Page } from './store.ts';

export async function searchReports(
  engine: Engine,
  { words, from, to }: { readonly words: string; readonly from?: string; readonly to?: string },
  { limit, after }: Page,
): Promise<FoundReports> {
  checkLimit(limit);
  const terms = termsOf(words);
  if (terms.length === 0) throw new RangeError(`${JSON.stringify(words)} holds no word to search for`);
  const row = sql.ref<number>('words.rowid');
  let query = engine.db
    .selectFrom('words')
    .innerJoin('prose', 'prose.row', 'words.rowid')
    .innerJoin('report', 'report.arrival', 'prose.report')
    .select(['report.id', 'title', 'source', 'published', 'text', 'prose.row as row'])
    .where(engine.matches({ terms, tags: [[kindTag('report')]] }));
  if (from !== undefined) query = query.where(sql<SqlBool>`${row} >= ${firstRowOf(from)}`);
  if (to !== undefined) query = query.where(sql<SqlBool>`${row} < ${firstRowAfter(to)}`);
  if (after !== null) query = query.where(sql<SqlBool>`${row} < ${cursorNumber(after)}`);
  const rows = await query
    .orderBy(row, 'desc')
    .limit(limit + 1)
    .execute();
  const shown = rows.slice(0, limit);
  const first = terms[0]?.words[0] ?? '';
  return {
    reports: shown.map(({ text, row: _, ...report }) => ({ ...report, extract: extractOf(text, first) })),
    next: rows.length > limit ? String(shown.at(-1)?.row) : null,
  };
}

/** Some 160 characters around the first place where the word's beginning stands; the text's own beginning otherwise. */
function extractOf(text: string, word: string): string {
  const stem = word.slice(0, Math.max(3, word.length - 3)).replace(/[^\p{L}\p{N}]/gu, '');
  const at = stem === '' ? 0 : Math.max(0, text.search(new RegExp(`(?<![\\p{L}\\p{N}])${stem}`, 'iu')));
  const from = Math.max(0, at - 60);
  const piece = text.slice(from, at + 100).replace(/\s+/g, ' ');
  return `${from > 0 ? `…${piece.replace(/^\S*\s/, '')}` : piece}${at + 100 < text.length ? '…' : ''}`.trim();
}
