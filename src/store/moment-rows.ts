// Incidents as they stood at a moment in, their rows out: as the record keeps those of now, made when they are asked for.
import type { Incident } from '../record/incident/incident-index.ts';
import type { Summary } from '../record/incident/summary.ts';
import { breathe } from './breath.ts';
import type { Db } from './engine.ts';
import type { FlagRow } from './incident-flags.ts';
import type { IncidentFilter } from './incident-list.ts';
import { datesOf, type RowsOfIncident, rowsOf, type ShownFlag } from './incident-rows.ts';
import type { MomentView } from './moment-view.ts';
import { namesOf, partOfRecord } from './part-of-record.ts';

export interface RowThen {
  readonly n: number;
  readonly rows: RowsOfIncident;
  readonly told: readonly {
    readonly type: string;
    readonly place: string;
    readonly clause: string;
    readonly parties: readonly string[];
  }[];
}

/** Incidents that are made together: between them others are served. */
const TOGETHER = 20;

/** Rows of the incidents of a view that stood otherwise than now. */
export class MomentRows {
  readonly #db: Db;
  readonly #view: MomentView;
  readonly #rows = new Map<number, RowThen>();
  /** Names of parties, in lower case. */
  readonly #names = new Map<string, string>();

  constructor(db: Db, view: MomentView) {
    this.#db = db;
    this.#view = view;
  }

  async of(incidents: Iterable<number>): Promise<RowThen[]> {
    const wanted = [...incidents];
    const missing = wanted.filter((n) => !this.#rows.has(n));
    for (let from = 0; from < missing.length; from += TOGETHER) {
      const part = await partOfRecord(this.#db, {
        incidents: missing.slice(from, from + TOGETHER),
        upTo: Number.MAX_SAFE_INTEGER,
        today: null,
        shown: false,
        source: this.#view,
      });
      const dates = await datesOf(this.#db, part.numbers);
      for (const [n, one] of part.incidents)
        this.#rows.set(n, { n, rows: rowsOf(part.record, n, one, dates), told: toldIn(one) });
      await breathe();
    }
    this.#view.forget();
    return wanted.flatMap((n) => this.#rows.get(n) ?? []);
  }

  /** Those that a filter lets through, in no order. */
  async matching(filter: IncidentFilter): Promise<RowThen[]> {
    const all = await this.of(this.#view.groups.keys());
    if (filter.actor !== undefined) {
      const parties = new Set(all.flatMap(({ told }) => told.flatMap((one) => one.parties)));
      const missing = [...parties].filter((id) => !this.#names.has(id));
      for (const [id, name] of await namesOf(this.#db, missing)) this.#names.set(id, name.toLowerCase());
    }
    return all.filter((row) => this.#matches(row, filter));
  }

  async flags(names: readonly string[]): Promise<(FlagRow & { readonly at: string; readonly place: number })[]> {
    return (await this.of(this.#view.groups.keys())).flatMap(({ rows: { incident, flag } }) =>
      flag
        .filter(({ name }) => names.includes(name))
        .map(({ id, name, published, place, body }) => ({
          ...(JSON.parse(body) as ShownFlag),
          id,
          name,
          published: published || null,
          incident: incident[0].id,
          at: incident[0].at,
          place,
        })),
    );
  }

  #matches(
    { rows: { incident, flag: flags, series: all }, told }: RowThen,
    { type, actor, place, words, from, to, flag, reports = 1, series }: IncidentFilter,
  ): boolean {
    const [row] = incident;
    const has = (text: string | undefined, part: string) => text?.includes(part.toLowerCase()) === true;
    return (
      row.reports >= reports &&
      (type === undefined || told.some((one) => one.type === type.toUpperCase())) &&
      (place === undefined || told.some((one) => has(one.place, place))) &&
      (words === undefined || told.some((one) => has(one.clause, words))) &&
      (actor === undefined || told.some(({ parties }) => parties.some((id) => has(this.#names.get(id), actor)))) &&
      (from === undefined || (row.day_to ?? '') >= from) &&
      (to === undefined || (typeof row.day_from === 'string' && row.day_from <= to)) &&
      (flag === undefined || flags.some(({ name }) => name === flag.toUpperCase())) &&
      (series === undefined ||
        all.some(
          (one) =>
            (series.measure === undefined || one.measure === series.measure) &&
            (series.group === undefined || one.people === series.group) &&
            (series.by === undefined || has(one.speakers, series.by)),
        ))
    );
  }
}

const toldIn = ({ happenings }: Incident): RowThen['told'] =>
  happenings.map(({ event, where, actors, recipients }) => ({
    type: event.type,
    place: where?.name.toLowerCase() ?? '',
    clause: event.evidence.text.toLowerCase(),
    parties: [...actors, ...recipients],
  }));

export const summaryOfRow = ({ rows }: RowThen): Summary => JSON.parse(rows.incident[0].body) as Summary;
