// Incidents that have changed in, their lines, flags and series as lists show them out, in the record.

import type { Insertable } from 'kysely';
import type { Incident } from '../record/incident/incident-index.ts';
import { summaryOf } from '../record/incident/summary.ts';
import type { Flag } from '../record/ledger/flag.ts';
import type { Ledger } from '../record/ledger/ledger.ts';
import { seriesOf } from '../record/ledger/series.ts';
import { sentenceAround } from '../record/sentence.ts';
import type { Db, Rows } from './engine.ts';
import { reportOfHappening } from './gist.ts';
import { inChunks } from './in-chunks.ts';
import { ledgerPart, type Member, membersOf } from './part-of-record.ts';
import type { ShownWords } from './shown-happening.ts';
import type { Tables } from './tables.ts';
import type { Writing } from './writing.ts';

export interface ShownFlag {
  readonly reason: string;
  /** "killed, Port Averin". */
  readonly title: string;
  /** `cell`: the cell of the incident that the count fills; null for none. */
  readonly words: readonly (ShownWords & { readonly cell: string | null })[];
}

/** Writes incidents anew, by number; `gone` are those whose rows go, of these all that may have any. */
export async function writeIncidents(
  writing: Writing,
  incidents: readonly number[],
  gone: readonly number[],
  upTo: number,
): Promise<void> {
  const { trx, engine } = writing;
  for (const some of inChunks(gone)) {
    await trx.deleteFrom('incident').where('n', 'in', some).execute();
    await trx.deleteFrom('flag').where('incident', 'in', some).execute();
    await trx.deleteFrom('series').where('incident', 'in', some).execute();
  }
  // some at a time: their reports are in memory together
  for await (const members of fewReports(writing, incidents)) {
    const part = await ledgerPart(writing, members, upTo);
    const dates = await datesOf(trx, part.numbers);
    const rows = [...part.incidents].map(([n, one]) => rowsOf(part.ledger, n, one, dates));
    for (const table of ['incident', 'flag', 'series'] as const) {
      const some: readonly object[] = rows.flatMap((each): readonly object[] => each[table]);
      if (some.length > 0) await engine.insert(trx, table, some as Rows);
    }
  }
}

/** Incidents that are written together at most, and reports that tell of them unless one alone has more. */
const TOGETHER = 100;
const REPORTS = 60;

/** The members of incidents, in stretches that few reports tell of. */
async function* fewReports({ trx }: Writing, incidents: readonly number[]): AsyncGenerator<readonly Member[]> {
  for (let from = 0; from < incidents.length; from += TOGETHER) {
    const all = incidents.slice(from, from + TOGETHER);
    const reports = Map.groupBy(await membersOf(trx, all), ({ incident }) => incident);
    let some: Member[] = [];
    let told = new Set<number>();
    for (const incident of all) {
      const members = reports.get(incident) ?? [];
      const mine = members.map(({ n }) => reportOfHappening(n));
      const together = new Set([...told, ...mine]);
      if (some.length > 0 && together.size > REPORTS) {
        yield some;
        some = [];
        told = new Set(mine);
      } else told = together;
      some.push(...members);
    }
    yield some;
  }
}

/** When a report was published, '9' when unknown, and when it came. */
export interface Dates {
  readonly published: string;
  readonly added: string;
}

/** By the reports' ids; their numbers are given. */
export async function datesOf(db: Db, numbers: ReadonlyMap<string, number>): Promise<ReadonlyMap<string, Dates>> {
  const byNumber = new Map<number, Dates>();
  for (const some of inChunks([...numbers.values()]))
    for (const { report, published, added } of await db
      .selectFrom('dated')
      .selectAll()
      .where('report', 'in', some)
      .execute())
      byNumber.set(report, { published, added });
  return new Map(
    [...numbers].flatMap(([id, number]) => {
      const dates = byNumber.get(number);
      return dates ? [[id, dates] as const] : [];
    }),
  );
}

export interface RowsOfIncident {
  readonly incident: readonly [Insertable<Tables['incident']>];
  readonly flag: readonly Insertable<Tables['flag']>[];
  readonly series: readonly Insertable<Tables['series']>[];
}

export function rowsOf(record: Ledger, n: number, one: Incident, dates: ReadonlyMap<string, Dates>): RowsOfIncident {
  const summary = summaryOf(record, one);
  const { id, when, where, reports, status } = summary;
  const told = [...new Set(one.happenings.map(({ report }) => report))].flatMap((report) => dates.get(report) ?? []);
  const added = told.map((each) => each.added).sort();
  return {
    incident: [
      {
        n,
        id,
        at: one.happenings[0].published ?? '9',
        day_from: when?.from ?? null,
        day_to: when?.to ?? null,
        reports,
        disputed: status === 'disputed' ? 1 : 0,
        last:
          told
            .map(({ published }) => published)
            .sort()
            .at(-1) ?? '9',
        came: added[0] ?? '9',
        came_last: added.at(-1) ?? '9',
        body: JSON.stringify(summary),
      },
    ],
    flag: record.flagsOf(one).map((flag, place) => ({
      incident: n,
      place,
      name: flag.name,
      id: `flag:${flag.name}:${flag.words.map(({ claim }) => claim).join('|')}`,
      published: newest(flag.words.map(({ report }) => record.reportOf(report)?.published ?? null)) ?? '',
      body: JSON.stringify(shownFlag(record, one, flag, summary.type, where?.name ?? null)),
    })),
    series: seriesOf(record.figuresOf(one)).map(({ measure, group, claims }, place) => ({
      incident: n,
      place,
      measure,
      people: group,
      speakers: claims.map(({ chain }) => `${chain.speaker ?? ''} ${chain.printed ?? ''}`.toLowerCase()).join('\n'),
    })),
  };
}

function shownFlag(
  record: Ledger,
  one: Incident,
  { reason, words }: Flag,
  type: string,
  place: string | null,
): ShownFlag {
  const claims = record.figuresOf(one);
  const measureOf = (claim: string) => claims.find(({ id }) => id === claim)?.measure;
  return {
    reason,
    title: `${measureOf(words[0].claim) ?? type.toLowerCase()}, ${place ?? 'place unknown'}`,
    words: words.map(({ claim, report, words: span }) => {
      const measure = measureOf(claim);
      const text = record.reportOf(report)?.text;
      return {
        claim,
        report,
        ...span,
        sentence: text === undefined ? span.text : sentenceAround(text, span).text,
        cell: measure === 'killed' || measure === 'injured' ? `incident:${measure}:${claim}` : null,
      };
    }),
  };
}

const newest = (dates: readonly (string | null)[]): string | null =>
  dates.reduce((a, b) => ((a ?? '') < (b ?? '') ? b : a), null);
