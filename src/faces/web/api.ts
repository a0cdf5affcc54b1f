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

async function call<T>(path: string, options?: RequestInit): Promise<T> {
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

const post = (body: unknown): RequestInit => ({
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
