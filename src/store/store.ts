// What every store does: keep readings and decisions whole, and answer what the record holds, now or at any time before.
import type { Reading } from '../reading/schema.ts';
import type { Decision, NewDecision } from '../record/decision.ts';
import type { Actor, Place } from '../record/entity.ts';
import type { Evidence } from '../record/evidence.ts';
import type { IncidentQueries } from './incident-queries.ts';
import type { Ready } from './prepare.ts';
import type { Team } from './team.ts';

/** One report of the record, as a list shows it. */
export interface ReportRow {
  readonly id: string;
  readonly title: string | null;
  readonly source: string | null;
  readonly url: string | null;
  readonly published: string | null;
  readonly language: string;
  /** ISO instant at which it was first kept. */
  readonly added: string;
  /** Length of its text in characters (code points). */
  readonly length: number;
  /** Claims of its newest reading, by kind. */
  readonly events: number;
  readonly statements: number;
  readonly figures: number;
  readonly times: number;
  readonly places: number;
  readonly unread: number;
  /** The report that it is a copy of: the first that came; null for an origin. */
  readonly copyOf: string | null;
  /** How many copies of it there are. */
  readonly copies: number;
}

/** One report of a group of copies. */
export interface CopyRow {
  readonly id: string;
  readonly title: string | null;
  readonly source: string | null;
  readonly published: string | null;
  /** 'exact': the same words; 'near': cut, re-headlined or edited; null for the origin. */
  readonly kind: 'exact' | 'near' | null;
  /** Share of the shorter's words that the longer has, 0 to 1; null for the origin. */
  readonly held: number | null;
}

export interface Page {
  /** 1 to 1000. */
  readonly limit: number;
  /** What `next` of the page before said; null for the first. */
  readonly after: string | null;
}

export interface ReportPage {
  readonly reports: readonly ReportRow[];
  /** Cursor of the next page; null at the end. */
  readonly next: string | null;
  /** Reports in the record, on all pages. */
  readonly total: number;
  /** Of these, how many are no copies of others. */
  readonly origins: number;
}

export interface Added {
  readonly id: string;
  /** 'new' report, 'reread' by another reader, or 'known' already: then nothing was written. */
  readonly outcome: 'new' | 'reread' | 'known';
}

/** A report that one reader has read already. */
export interface KnownReading {
  readonly id: string;
  readonly title: string | null;
  /** Claims of that reading, by kind. */
  readonly counts: Readonly<Record<string, number>>;
  readonly issues: number;
}

export interface Kept {
  readonly reading: Reading;
  readonly added: string;
  /** Reader versions that have read this report, oldest first. */
  readonly readers: readonly string[];
}

/** A moment of the record: what was held then, or what could have been known then from reports published by then. */
export interface Moment {
  /** ISO instant or day; a day means its end. */
  readonly at: string;
  readonly mode: 'held' | 'knowable';
}

/** What a list of claims is narrowed by; everything given must hold. */
export interface ClaimFilter {
  /** Without it, events, statements and figures; times, places and actors only when they are asked for. */
  readonly kind?: string;
  /** PLOVER type, act of a statement, measure of a figure. */
  readonly type?: string;
  /** Ids of actors, any of them, in any role. Merged actors are found by either id. */
  readonly actors?: readonly string[];
  readonly role?: string;
  /** Ids of places, any of them. */
  readonly places?: readonly string[];
  /** ISO days, both included: the claim's first day, or its report's publication where the words name none. */
  readonly from?: string;
  readonly to?: string;
  readonly report?: string;
  readonly status?: 'open' | 'accepted' | 'rejected';
  /** True for claims that a newer reading changed after somebody had decided upon them. */
  readonly review?: boolean;
  /** Also rejected, merged and superseded claims. */
  readonly all?: boolean;
  /** Words that must be there, as `search` takes them. */
  readonly words?: string;
  readonly asOf?: Moment;
}

/** A claim as the record holds it. */
export interface HeldClaim {
  readonly id: string;
  readonly kind: string;
  readonly type: string;
  readonly report: string;
  /** Of its report. */
  readonly source: string | null;
  readonly title: string | null;
  readonly published: string | null;
  /** Version of the reader; null for a claim that somebody added. */
  readonly reader: string | null;
  readonly status: 'open' | 'accepted' | 'rejected';
  readonly standing: 'current' | 'merged' | 'superseded';
  readonly mergedInto: string | null;
  readonly review: boolean;
  readonly edited: readonly string[];
  /** First and last day; null when the words name none. */
  readonly days: readonly [string, string] | null;
  readonly fields: Readonly<Record<string, unknown>>;
  /** Names of the actors and the place in `fields`, by id. */
  readonly names: Readonly<Record<string, string>>;
  readonly evidence: readonly Evidence[];
}

export interface ClaimPage {
  readonly claims: readonly HeldClaim[];
  readonly next: string | null;
}

/** A report whose words match a search. */
export interface FoundReport {
  readonly id: string;
  readonly title: string | null;
  readonly source: string | null;
  readonly published: string | null;
  /** The first place where the words stand, with some of what surrounds it. */
  readonly extract: string;
}

export interface FoundReports {
  readonly reports: readonly FoundReport[];
  readonly next: string | null;
}

/** How many events there are, by month and by who did it to whom. */
export interface DyadCount {
  readonly month: string | null;
  readonly source: string | null;
  readonly sourceName: string | null;
  readonly target: string | null;
  readonly targetName: string | null;
  readonly type: string | null;
  readonly count: number;
}

export interface CountFilter {
  /** Months, `2026-03`, both included. */
  readonly from?: string;
  readonly to?: string;
  readonly source?: readonly string[];
  readonly target?: readonly string[];
  readonly type?: string;
  readonly by: readonly ('month' | 'source' | 'target' | 'type')[];
  readonly limit: number;
}

export interface EntityRow<T> {
  readonly entity: T;
  /** The one that stands for it; null when it stands for itself. */
  readonly mergedInto: string | null;
}

/** One step of a claim's or report's history. */
export interface HistoryStep {
  /** Place in the order of the record. */
  readonly arrival: number;
  readonly at: string;
  /** 'reading' or a decision. */
  readonly reading: { readonly reader: string; readonly report: string } | null;
  readonly decision: Decision | null;
  /** The withdrawal that has taken the decision back; null when it is in force. */
  readonly withdrawnBy: string | null;
  /** What was held from this step on; null when nothing is held any more, absent when the step changed nothing. */
  readonly held?: HeldClaim | null;
}

export interface Change {
  /** What befell the claim. */
  readonly change: 'added' | 'changed' | 'merged' | 'rejected' | 'superseded' | 'deleted';
  readonly claim: string;
  readonly kind: string;
  readonly into: string | null;
}

/** One entry of the record's order with what it changed. */
export interface ChangeEntry {
  readonly cursor: string;
  readonly at: string;
  readonly by: string;
  readonly act: string;
  /** The report that was read, or null for a decision. */
  readonly report: string | null;
  readonly decision: Decision | null;
  readonly changes: readonly Change[];
}

export interface ChangePage {
  readonly entries: readonly ChangeEntry[];
  /** Where to go on, also when there is nothing more yet. */
  readonly next: string;
  readonly more: boolean;
}

export interface Verified {
  readonly exact: number;
  /** Words that no longer stand where they are said to, but once elsewhere in the same text. */
  readonly changed: readonly Misplaced[];
  readonly lost: readonly Misplaced[];
  /** Reports whose text is not what its hash says. */
  readonly texts: readonly string[];
}

export interface Misplaced {
  readonly claim: string;
  readonly report: string;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  /** Where the words stand now; null when they are lost. */
  readonly found: number | null;
}

export interface Doctor {
  readonly engine: string;
  readonly address: string;
  readonly version: number;
  readonly bytes: number;
  readonly counts: Readonly<Record<string, number>>;
  /** One sentence each; empty when all is well. */
  readonly troubles: readonly string[];
}

/** What a record is opened for: to be asked, or by a job that keeps many reports and is to stay small. */
export type StoreUse = 'ask' | 'keep';

export interface Store {
  /** Where it is: a file path, or a server address without its password. */
  readonly address: string;
  /**
   * Keeps readings, all of one call or none, as they are or as `makeReady` made them ready. Adding the same reading twice
   * writes once. `at` is an ISO instant.
   */
  add(readings: readonly (Reading | Ready)[], at: string): Promise<Added[]>;
  /** A file of which threads may ask by themselves what the record has (`openKnown`); null where only this store answers. */
  readonly file: string | null;
  /** What `reader` found in a report, without its reading; null when it has not read it: then there is work to do. */
  has(id: string, reader: string): Promise<KnownReading | null>;
  /** Newest publication first, unknown dates last. */
  list(page: Page): Promise<ReportPage>;
  /** A report's newest reading, or that of one reader; null when there is no such report or reading. */
  show(id: string, reader?: string): Promise<Kept | null>;
  /** The first `limit` report ids that begin so, in order. */
  startingWith(prefix: string, limit: number): Promise<string[]>;
  /** The origin of this report and all copies of it, the origin first; empty when there is no such report, or it stands alone. */
  copies(id: string): Promise<readonly CopyRow[]>;
  /** Reports of the same address as this one, oldest first: its versions, itself among them. */
  versions(
    id: string,
  ): Promise<readonly { readonly id: string; readonly published: string | null; readonly added: string }[]>;

  /** Makes a decision; waits until it is on the disk. Throws DecisionError. */
  decide(decision: NewDecision): Promise<Decision>;
  /**
   * Takes decisions back. Throws DecisionError 'decision/has-dependants' when others stand on them, unless `dependants` is
   * set: then those are taken back too, in the same withdrawal.
   */
  undo(
    ids: readonly string[],
    who: { by: string; why: string | null; at: string; dependants?: boolean },
  ): Promise<Decision>;
  decisions(page: Page & { readonly target?: string }): Promise<{
    readonly decisions: readonly (Decision & { readonly withdrawnBy: string | null })[];
    readonly next: string | null;
  }>;

  claims(filter: ClaimFilter, page: Page): Promise<ClaimPage>;
  claim(id: string, asOf?: Moment): Promise<HeldClaim | null>;
  /** Reports whose title or text holds the words. */
  searchReports(
    filter: { readonly words: string; readonly from?: string; readonly to?: string },
    page: Page,
  ): Promise<FoundReports>;
  counts(filter: CountFilter): Promise<readonly DyadCount[]>;
  /**
   * Actors whose name holds all the words, or the one with this id; merged ones with who stands for them. Without words, those
   * that claims name most.
   */
  findActors(words: string, limit: number): Promise<readonly EntityRow<Actor>[]>;
  findPlaces(words: string, limit: number): Promise<readonly EntityRow<Place>[]>;
  history(id: string): Promise<readonly HistoryStep[]>;
  changes(page: { readonly after: string | null; readonly limit: number }): Promise<ChangePage>;

  /** Reports that `reader` has not read, in order of arrival, from the one after `after`. */
  unreadBy(
    reader: string,
    after: number,
    limit: number,
  ): Promise<readonly { readonly arrival: number; readonly reading: Reading }[]>;
  /** Number of the newest arrival, a reading or a decision; 0 for an empty record. Nothing changes without a new one. */
  arrival(): Promise<number>;
  /** Reports that both readers have read, in order of arrival, with the older's and the newer's reading. */
  readByBoth(
    older: string,
    newer: string,
    page: { readonly after: number; readonly limit: number; readonly report?: string },
  ): Promise<readonly { readonly arrival: number; readonly readings: readonly [Reading, Reading] }[]>;
  /** Happenings over many reports. */
  readonly incidents: IncidentQueries;
  /** What stands beside the record: accounts, proposals and the like. */
  readonly team: Team;
  verify(): Promise<Verified>;
  doctor(): Promise<Doctor>;
  /** Drops what follows from readings and decisions and makes it again; gives the number of entries. */
  rebuild(progress?: (done: number, total: number) => void): Promise<number>;
  /** SHA-256 over everything the record holds, kept and derived, in one fixed order. */
  hash(): Promise<string>;
  /** Writes a whole, consistent copy while others read and write. Throws StoreError. */
  backup(file: string): Promise<void>;
  close(): Promise<void>;
}

/** Trouble outside: the file, the disk, the server. `cause` holds what the engine said. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly code: 'store/unreadable' | 'store/newer' | 'store/busy' | 'store/full' | 'store/failed';
  constructor(code: StoreError['code'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
