// Whatever was thrown in, status, code and message for the client out; never a stack trace.
import { HTTPException } from 'hono/http-exception';

export interface Failure {
  readonly status: 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 429 | 500 | 503;
  readonly code: string;
  readonly message: string;
  /** Seconds after which to try again. */
  readonly wait?: number;
}

const UNKNOWN = new Set([
  'report/unknown',
  'claim/unknown',
  'incident/unknown',
  'people/unknown',
  'coding/unknown',
  'release/unknown',
  'saved/unknown',
  'coding/unknown-claim',
  'decision/unknown-target',
]);
const CONFLICTS = new Set([
  'report/ambiguous',
  'decision/settled',
  'incident/ambiguous',
  'people/taken',
  'coding/taken',
  'release/taken',
  'coding/open',
  'coding/left',
  'coding/done',
  'decision/has-dependants',
  'decision/already-withdrawn',
]);

const STATUSES: Readonly<Record<string, Failure['status']>> = {
  'session/needed': 401,
  'session/refused': 401,
  'session/origin': 403,
  'role/refused': 403,
  'coding/not-yours': 403,
  'limit/too-many': 429,
};

export function failureOf(error: unknown): Failure {
  if (error instanceof HTTPException) {
    return {
      status: error.status === 415 ? 415 : 400,
      code: 'input/malformed',
      message: error.message || 'the request is malformed: is its body JSON?',
    };
  }
  const { name, code, message } = (error ?? {}) as { name?: string; code?: string; message?: string };
  if (name === 'OperationError' && code !== undefined) {
    const wait = (error as Error & { cause?: { seconds?: number } }).cause?.seconds;
    return {
      status: STATUSES[code] ?? (UNKNOWN.has(code) ? 404 : CONFLICTS.has(code) ? 409 : 422),
      code,
      message: message ?? '',
      ...(wait === undefined ? {} : { wait }),
    };
  }
  if (name === 'RangeError' && code === undefined) return { status: 422, code: 'input/range', message: message ?? '' };
  if (name === 'StoreError' && code !== undefined) {
    return {
      status: code === 'store/busy' ? 503 : 500,
      code,
      message:
        code === 'store/busy'
          ? 'the record is busy; try again'
          : 'the record cannot be used; its keeper’s log says why',
    };
  }
  return { status: 500, code: 'program/failed', message: 'something failed on this side; its log says what' };
}
