// The tables of the record as Kysely sees them. Kept: report, reading, decision. Derived, and rebuilt: all others.
import type { TeamTables } from './team-schema.ts';

export interface Tables extends TeamTables {
  report: ReportTable;
  reading: ReadingTable;
  decision: DecisionTable;
  decision_target: DecisionTargetTable;
  head: HeadTable;
  actor: ActorTable;
  place: PlaceTable;
  claim: ClaimTable;
  evidence: EvidenceTable;
  party: PartyTable;
  tally: TallyTable;
  dyad: DyadTable;
  carried: CarriedTable;
  withdrawal: WithdrawalTable;
  prose: ProseTable;
  copy: CopyTable;
  band: BandTable;
  words: WordsTable;
  gist: GistTable;
  dated: DatedTable;
  spot: SpotTable;
  happening: HappeningTable;
  part: PartTable;
  concern: ConcernTable;
  plan: PlanTable;
  tie: TieTable;
  incident: IncidentTable;
  flag: FlagTable;
  series: SeriesTable;
  upon: UponTable;
}

export interface ReportTable {
  id: string;
  title: string | null;
  source: string | null;
  url: string | null;
  published: string | null;
  language: string;
  text: string;
  added: string;
  /** The report's number inside this record; other tables point here. */
  arrival: number;
  /** Its address without what changes from click to click: reports that share it are versions of one. Null without an address. */
  identity: string | null;
  /** Instant in UTC by which it had surely been published: a day's end for a day. Null when unknown. */
  known: string | null;
  /** SHA-256 of the text, hexadecimal. */
  hash: string;
  /** Code points of the text. */
  length: number;
}

export interface ReadingTable {
  report: string;
  reader: string;
  /** The reading as JSON without its `report`. */
  body: string;
  made: string;
  /** Counts as JSON, so that a list needs no claim. */
  counts: string;
  /** Place in the one order of readings and decisions. */
  arrival: number;
}

export interface DecisionTable {
  arrival: number;
  at: string;
  by: string;
  why: string | null;
  act: string;
  detail: string;
}

export interface DecisionTargetTable {
  decision: number;
  place: number;
  target: string;
  content: string | null;
}

/** One row: what the next reading or decision counts on from. Locked first by every writer. */
export interface HeadTable {
  one: number;
  arrival: number;
  reports: number;
  /** Derived: rows of claims made so far. */
  version: number;
  actors: number;
  places: number;
  /** Version of the rules that the derived tables were built by; 0 when they have to be rebuilt. */
  built: number;
}

export interface ActorTable {
  n: number;
  id: string;
  kind: string;
  name: string;
  country: string | null;
  sector: string | null;
  merged_into: string | null;
}

export interface PlaceTable {
  n: number;
  id: string;
  name: string;
  country: string | null;
  latitude: number | null;
  longitude: number | null;
  geonames: number | null;
  precision: string | null;
  merged_into: string | null;
}

/**
 * One row for each state in which a claim was ever held. `row` sorts by the claim's day, so that every index that ends in
 * it is a list by day; `since` and `until` are places in the order of readings and decisions.
 */
export interface ClaimTable {
  row: number;
  id: string;
  since: number;
  until: number | null;
  /** The row whose evidence this state has. */
  base: number;
  kind: string;
  type: string;
  /** `report.arrival`. */
  report: number;
  /** `reading.arrival`; null for a claim that somebody added. */
  reading: number | null;
  status: string;
  /** current, merged into another, or superseded by a later version of its report. */
  standing: string;
  merged_into: string | null;
  review: number;
  /** Names of edited fields with commas between; '' for none. */
  edited: string;
  day_from: string | null;
  day_to: string | null;
  place: number | null;
  /** Hash of what the reader said, before decisions. */
  content: string;
  fields: string;
}

export interface EvidenceTable {
  claim: number;
  place: number;
  role: string;
  start: number;
  end: number;
  cp_start: number;
  cp_end: number;
  quote: string;
  prefix: string;
  suffix: string;
}

export interface PartyTable {
  actor: number;
  row: number;
  kind: string;
  type: string;
  /** Each role with a comma after it: `actor,recipient,`. */
  roles: string;
}

export interface TallyTable {
  /** `2026-03`. */
  month: string;
  /** `actor.n`; 0 where the words name nobody. */
  source: number;
  target: number;
  type: string;
  n: number;
}

/** `tally` over all types. */
export type DyadTable = Omit<TallyTable, 'type'>;

export interface CarriedTable {
  id: string;
  former: string;
  /** Contents of `former` and `id` with `=` between, where both say the same in the same words; null where not. */
  same: string | null;
}

export interface WithdrawalTable {
  decision: number;
  by: number;
}

/** Where a report's words stand in the search index. */
export interface ProseTable {
  report: number;
  row: number;
}

/** The search index: FTS5 or a tsvector; `Engine.matches` asks it. */
export interface WordsTable {
  rowid: number;
}

interface CopyTable {
  report: number;
  /** Of its words, whatever their case, marks and spacing. */
  hash: string;
  /** The first report that it is a copy of; null for an origin. */
  origin: number | null;
  /** 'exact' or 'near'; null for an origin. */
  kind: string | null;
  /** Share of the shorter's shingles that the longer has. */
  held: number | null;
}

interface BandTable {
  band: number;
  report: number;
}

/** What a report is compared by; src/store/gist.ts writes and reads it. */
interface GistTable {
  report: number;
  body: string;
}

/** When a report was published and came, and how much is said in it, as people want it read. */
interface DatedTable {
  report: number;
  /** '9' when unknown. */
  published: string;
  added: string;
  /** Statements. */
  said: number;
}

/** By what a report may be found that tells of the same: a place or party with a stretch of time (src/record/incident/blocks.ts). */
interface SpotTable {
  key: number;
  report: number;
}

export interface HappeningTable {
  /** Its report's number and its place in the report (src/store/gist.ts). */
  n: number;
  /** Claim id of its main event. */
  id: string;
  /** `n` of its incident's first happening. */
  incident: number;
  type: string;
  /** In lower case; '' for none. */
  place: string;
  /** The clause that tells it, in lower case. */
  clause: string;
  /** `ShownHappening` as JSON. */
  body: string;
}

/** The happening that an event belongs to, by the event's claim id. */
interface PartTable {
  id: string;
  happening: number;
}

interface ConcernTable {
  /** The record's id of who acts or is acted upon. */
  actor: string;
  /** Of the happening's main event. */
  type: string;
  /** Publication of its report, '9' when unknown. */
  at: string;
  happening: number;
}

/** Words of a report on a meeting or a promise. */
interface PlanTable {
  /** Its report's number and its place among those of the report, as happenings are numbered. */
  n: number;
  /** `Told` as JSON. */
  body: string;
}

export interface TieTable {
  a: number;
  b: number;
  points: number;
  /** 1 while the two stand in different incidents and may be one. */
  open: number;
  /** A list as JSON. */
  reasons: string;
}

export interface IncidentTable {
  n: number;
  id: string;
  /** Publication of its first report, '9' when unknown. */
  at: string;
  day_from: string | null;
  day_to: string | null;
  reports: number;
  disputed: number;
  /** Publication of its newest report, '9' when unknown. */
  last: string;
  /** When the first and the last of its reports came to the record. */
  came: string;
  came_last: string;
  /** `Summary` as JSON. */
  body: string;
}

export interface FlagTable {
  incident: number;
  place: number;
  name: string;
  /** What a decision upon it targets. */
  id: string;
  /** Publication of the newest of its reports; '' when unknown. */
  published: string;
  /** `ShownFlag` as JSON. */
  body: string;
}

interface SeriesTable {
  incident: number;
  place: number;
  measure: string;
  /** civilians, children …; null for all. */
  people: string | null;
  /** Who says so, in lower case, one a line. */
  speakers: string;
}

interface UponTable {
  report: number;
  decision: number;
}
