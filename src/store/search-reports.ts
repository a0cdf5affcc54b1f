// Words in, the reports whose title or text holds them out, newest first, each with an extract.
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
  const page = {
    from: from === undefined ? null : firstRowOf(from),
    below: Math.min(
      to === undefined ? Number.MAX_SAFE_INTEGER : firstRowAfter(to),
      after === null ? Number.MAX_SAFE_INTEGER : cursorNumber(after),
    ),
    limit: limit + 1,
    of: 'reports' as const,
  };
  const found = await engine.search(engine.db, { terms, tags: [[kindTag('report')]] }, page);
  const rows =
    found.length === 0
      ? []
      : await engine.db
          .selectFrom('prose')
          .innerJoin('report', 'report.arrival', 'prose.report')
          .select(['report.id', 'title', 'source', 'published', 'text', 'prose.row as row'])
          .where('prose.row', 'in', found)
          .orderBy('prose.row', 'desc')
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
