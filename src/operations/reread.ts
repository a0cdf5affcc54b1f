// Kept reports in, read again by this program's reader; and two readers' readings in, what they say differently out.
import { z } from 'zod';
import { version } from '../reading/version.ts';
import { diffReadings } from '../record/diff.ts';
import { operation } from './operation.ts';
import { readDocument } from './read-document.ts';

export const ClaimChangeShape = z
  .object({
    change: z.enum(['added', 'removed', 'changed']),
    claim: z.string(),
    kind: z.string(),
    words: z.string(),
    fields: z
      .record(z.string(), z.tuple([z.unknown(), z.unknown()]))
      .nullable()
      .describe('Fields that differ, each with the older and the newer value'),
  })
  .meta({ id: 'ClaimChange' });

export const reread = operation({
  name: 'reread',
  summary:
    'Read kept reports again that this version has not read; older readings stay, and decisions go with their words.',
  input: z.object({
    limit: z.coerce.number().int().min(1).max(10_000).default(100).describe('Reports a call'),
    after: z.string().optional().describe('The "next" of the call before'),
  }),
  output: z
    .object({
      reader: z.string(),
      reread: z.int().describe('Reports read again'),
      changed: z.int().describe('Of these, such whose claims differ from the reading before'),
      added: z.int().describe('Claims'),
      removed: z.int(),
      altered: z.int(),
      next: z.string().nullable(),
    })
    .meta({ id: 'Reread' }),
  changes: true,
  async run({ limit, after }, context) {
    const store = await context.store();
    const from = after !== undefined && /^\d+$/.test(after) ? Number(after) : 0;
    const found = await store.unreadBy(version, from, limit);
    const counts = { changed: 0, added: 0, removed: 0, altered: 0 };
    for (let at = 0; at < found.length; at += 50) {
      const readings = found.slice(at, at + 50).map(({ reading: older }) => {
        const { id: _, text, ...about } = older.report;
        const known = Object.fromEntries(Object.entries(about).filter(([, value]) => value !== null));
        // the text is kept, not the page it came from: it is read as it stands, and stays the same report
        const newer = { ...readDocument(text, { ...known, type: 'text/plain' }), report: older.report };
        const differ = diffReadings(older, newer);
        if (differ.length > 0) counts.changed++;
        for (const { change } of differ) counts[change === 'changed' ? 'altered' : change]++;
        return newer;
      });
      await store.add(readings, context.now());
    }
    const last = found.at(-1);
    return {
      reader: version,
      reread: found.length,
      ...counts,
      next: found.length === limit && last ? String(last.arrival) : null,
    };
  },
});

export const diff = operation({
  name: 'diff',
  summary: 'List what two versions of the reader say differently, report by report and claim by claim.',
  input: z.object({
    older: z.string().describe('Version of the reader, such as 0.1.0'),
    newer: z.string().describe('Version of the other reader'),
    report: z.string().optional().describe('Only this report'),
    limit: z.coerce.number().int().min(1).max(1000).default(100).describe('Reports a page that both have read'),
    after: z.string().optional().describe('The "next" of the page before'),
  }),
  output: z
    .object({
      compared: z.int().describe('Reports of this page that both have read'),
      reports: z.array(
        z.object({ report: z.string(), title: z.string().nullable(), changes: z.array(ClaimChangeShape) }),
      ),
      next: z.string().nullable(),
    })
    .meta({ id: 'ReaderDiff' }),
  changes: false,
  async run({ older, newer, report, limit, after }, context) {
    const store = await context.store();
    const from = after !== undefined && /^\d+$/.test(after) ? Number(after) : 0;
    const both = await store.readByBoth(older, newer, {
      after: from,
      limit,
      ...(report === undefined ? {} : { report }),
    });
    const last = both.at(-1);
    return {
      compared: both.length,
      reports: both.flatMap(({ readings: [one, two] }) => {
        const changes = diffReadings(one, two);
        return changes.length === 0
          ? []
          : [
              {
                report: one.report.id,
                title: one.report.title,
                changes: changes.map((change) => ({
                  ...change,
                  fields: change.fields as Record<string, [unknown, unknown]> | null,
                })),
              },
            ];
      }),
      next: both.length === limit && last ? String(last.arrival) : null,
    };
  },
});
