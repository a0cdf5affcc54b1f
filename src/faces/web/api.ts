// The server's operations as functions: what comes back, or a Failure with the server's own words.
import type { Reading } from '../../reading/schema.ts';

export interface ReportSummary {
  readonly id: string;
  readonly title: string | null;
  readonly source: string | null;
  readonly published: string | null;
  readonly added: string;
  readonly events: number;
  readonly statements: number;
  readonly figures: number;
  readonly times: number;
  readonly places: number;
  readonly unread: number;
}

export interface ReportPage {
  readonly reports: readonly ReportSummary[];
  readonly next: string | null;
  readonly total: number;
}

export interface KeptReading {
  readonly reading: Reading;
  readonly added: string;
  readonly readers: readonly string[];
  /** Reports of the same address, oldest first; empty when this is the only one. */
  readonly versions: readonly { readonly id: string; readonly published: string | null; readonly added: string }[];
}

export interface ParsedWord {
  readonly start: number;
  readonly end: number;
  readonly form: string;
  readonly lemma: string;
  readonly upos: string;
  readonly tag: string;
  /** Place of the head in the sentence; -1 for the root. */
  readonly head: number;
  readonly relation: string;
}

export interface ParsedSentence {
  readonly sentence: number;
  readonly start: number;
  readonly end: number;
  readonly words: readonly ParsedWord[];
}

export interface ParsedReport {
  readonly sentences: readonly ParsedSentence[];
  readonly count: number;
  readonly before: number | null;
  readonly after: number | null;
}

export interface DocumentInput {
  readonly text: string;
  readonly published?: string;
  readonly source?: string;
  readonly title?: string;
}

/** What the server refused, or that it could not be reached (`code` 'network'). */
export class Failure extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

export async function call<T>(path: string, options?: RequestInit): Promise<T> {
  let response: Response;
  try {
    response = await fetch(path, options);
  } catch {
    throw new Failure(
      'network',
      'The server cannot be reached. Is it still running? Nothing you typed is lost; try again.',
    );
  }
  const body: unknown = await response.json().catch(() => null);
  if (response.ok && body !== null) return body as T;
  const error = (body as { error?: { code?: string; message?: string } } | null)?.error;
  throw new Failure(
    error?.code ?? `http/${response.status}`,
    error?.message ?? `The server answered with status ${response.status}.`,
  );
}

export const post = (body: unknown): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

export const listReports = (after: string | null) =>
  call<ReportPage>(`/api/reports?limit=100${after === null ? '' : `&after=${encodeURIComponent(after)}`}`);
export const showReport = (id: string) => call<KeptReading>(`/api/reports/${encodeURIComponent(id)}`);
export const readText = (document: DocumentInput) => call<Reading>('/api/read', post(document));
export const parseSentence = (text: string, at: number) =>
  call<ParsedReport>('/api/parse', post({ text, at, type: 'text/plain' }));
export const addReport = (document: DocumentInput) =>
  call<{ id: string; outcome: 'new' | 'reread' | 'known' }>('/api/reports', post(document));

import type { z } from 'zod';
import type { CommitmentRow, commitments } from '../../operations/commitments.ts';
import type { desk } from '../../operations/desk.ts';
import type { DeskItem } from '../../operations/desk-item.ts';
import type { IncidentDetail } from '../../operations/incident.ts';
import type { IncidentRow } from '../../operations/ledger-shapes.ts';
import type { MeetingRow } from '../../operations/meetings.ts';
import type { SaidRow } from '../../operations/says.ts';

export type { DeskItem, IncidentRow, MeetingRow };
export type Incident = z.infer<typeof IncidentDetail>;
export type Series = Incident['series'][number];
export type Flag = Incident['flags'][number];
export type Said = z.infer<typeof SaidRow>;
export type Commitment = z.infer<typeof CommitmentRow>;
export type Desk = z.infer<(typeof desk)['output']>;
export type Commitments = z.infer<(typeof commitments)['output']>;

/** A query of what is known; fields that are null or empty are left out. */
export function queryOf(fields: Readonly<Record<string, string | number | null | undefined>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(fields))
    if (value !== null && value !== undefined && value !== '') query.set(name, String(value));
  return query.size > 0 ? `?${query}` : '';
}

type Fields = Readonly<Record<string, string | number | null | undefined>>;
export const getDesk = (fields: Fields) => call<Desk>(`/api/desk${queryOf(fields)}`);
export const listIncidents = (fields: Fields) =>
  call<{ incidents: IncidentRow[]; next: string | null; total: number }>(`/api/incidents${queryOf(fields)}`);
export const getIncident = (id: string, fields: Fields) =>
  call<Incident>(`/api/incidents/${encodeURIComponent(id)}${queryOf(fields)}`);
export const getFigures = (fields: Fields) =>
  call<{ incidents: { incident: IncidentRow; series: Series[] }[]; total: number }>(`/api/figures${queryOf(fields)}`);
export const getSayings = (fields: Fields) =>
  call<{ said: Said[]; silent: string[]; next: string | null; total: number }>(`/api/statements${queryOf(fields)}`);
export const getCommitments = (fields: Fields) => call<Commitments>(`/api/commitments${queryOf(fields)}`);
export const getMeetings = (fields: Fields) => call<{ meetings: MeetingRow[] }>(`/api/meetings${queryOf(fields)}`);

export interface DecisionInput {
  readonly act: 'accept' | 'reject' | 'reopen' | 'edit' | 'add' | 'merge' | 'split' | 'link' | 'comment';
  readonly targets?: readonly string[];
  readonly by: string;
  readonly why?: string;
  readonly field?: string;
  readonly value?: unknown;
  readonly into?: string;
  readonly to?: string;
  readonly relation?: string;
  readonly text?: string;
  readonly kind?: string;
  readonly report?: string;
  readonly selections?: readonly { start: number; end: number }[];
  readonly fields?: Readonly<Record<string, unknown>>;
}
export interface Decision {
  readonly id: string;
  readonly at: string;
  readonly by: string;
  readonly why: string | null;
  readonly act: string;
  readonly targets: readonly string[];
  readonly detail: Readonly<Record<string, unknown>>;
  readonly withdrawnBy: string | null;
}
export const decide = (input: DecisionInput) => call<Decision>('/api/decisions', post(input));
export const undo = (input: { ids: readonly string[]; by: string; why?: string; dependants?: boolean }) =>
  call<Decision>('/api/undo', post(input));
export const listDecisions = (fields: Fields) =>
  call<{ decisions: Decision[]; next: string | null }>(`/api/decisions${queryOf(fields)}`);

export interface Claim {
  readonly id: string;
  readonly kind: string;
  readonly type: string;
  readonly report: string;
  readonly source: string | null;
  readonly title: string | null;
  readonly published: string | null;
  readonly status: 'open' | 'accepted' | 'rejected';
  readonly review: boolean;
  /** Null for a claim that somebody added. */
  readonly reader: string | null;
  readonly standing: 'current' | 'merged' | 'superseded';
  readonly edited: readonly string[];
  readonly days: readonly [string, string] | null;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly names: Readonly<Record<string, string>>;
  readonly evidence: readonly {
    readonly role: string;
    readonly start: number;
    readonly end: number;
    readonly quote: string;
  }[];
}
export interface FoundReport {
  readonly id: string;
  readonly title: string | null;
  readonly source: string | null;
  readonly published: string | null;
  readonly extract: string;
}
export interface Count {
  readonly month: string | null;
  readonly source: string | null;
  readonly sourceName: string | null;
  readonly target: string | null;
  readonly targetName: string | null;
  readonly type: string | null;
  readonly count: number;
}
/** Claims by their words, or by the filters alone where no words are given. */
export const findClaims = ({ query, ...fields }: Fields) =>
  query
    ? call<{ claims: Claim[]; reports: FoundReport[]; next: string | null }>(
        `/api/search${queryOf({ query, ...fields })}`,
      )
    : call<{ claims: Claim[]; next: string | null }>(`/api/claims${queryOf(fields)}`);
export const getCounts = (fields: Fields) => call<{ counts: Count[] }>(`/api/counts${queryOf(fields)}`);

export const getClaim = (id: string) => call<Claim>(`/api/claims/${encodeURIComponent(id)}`);
/** Every claim upon one report, rejected and added ones too. */
export async function claimsUpon(report: string): Promise<Claim[]> {
  const claims: Claim[] = [];
  for (let after: string | null = null; ; ) {
    const page: { claims: Claim[]; next: string | null } = await call(
      `/api/claims${queryOf({ report, all: 'true', limit: 1000, after })}`,
    );
    claims.push(...page.claims);
    after = page.next;
    if (after === null) return claims;
  }
}
export const findActors = (name: string) =>
  call<{ actors: { id: string; name: string; kind: string }[] }>(`/api/actors${queryOf({ name, limit: 50 })}`);
export const findPlaces = (name: string) =>
  call<{ places: { id: string; name: string; country: string | null }[] }>(
    `/api/places${queryOf({ name, limit: 50 })}`,
  );

export interface CodebookType {
  readonly type: string;
  readonly quad: string;
  readonly score: number;
  readonly definition: string;
  readonly modes: readonly { readonly mode: string; readonly score: number | null; readonly definition: string }[];
}
export interface CodebookAnswer {
  readonly types: readonly CodebookType[];
  readonly codes: readonly { readonly code: string; readonly label: string; readonly goldstein: number }[];
  readonly contexts: readonly { readonly context: string; readonly definition: string }[];
  readonly examples: readonly { readonly sentence: string; readonly cameo: string }[];
}
export const getCodebook = (of: string | null) => call<CodebookAnswer>(`/api/codebook${queryOf({ of })}`);
