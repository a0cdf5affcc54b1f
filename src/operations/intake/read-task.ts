// One piece with what is known about it in, its reading or why there is none out; what every worker runs.
import type { Reading } from '../../reading/schema.ts';
import type { Piece } from '../../report/formats/piece.ts';
import { readPiece } from '../../report/formats/read-piece.ts';
import type { Ready } from '../../store/prepare.ts';
import type { KnownReading } from '../../store/store.ts';
import { type AboutInput, stated } from '../about.ts';
import { readOpened } from '../read-document.ts';
import { describeTrouble } from './trouble.ts';

/** Plain data: it is handed to threads and to a queue. */
export interface Task {
  readonly piece: Piece;
  readonly about: AboutInput;
}

export type Answer =
  /** With what a thread has made ready for the record. */
  | { readonly reading: Reading; readonly ready?: Ready }
  | { readonly known: KnownReading }
  | { readonly error: { readonly code: string; readonly message: string } };

/** Asked once a report is opened and before it is read: opening it costs little, reading it is the work. */
export type AskKnown = (report: string) => Promise<KnownReading | null>;

/** How it is asked: a thread asks the record's file by itself where there is one. */
export interface Asking {
  readonly known: AskKnown;
  readonly file: string | null;
}

/** Never throws: whatever goes wrong with one report is its answer. */
export async function readTask({ piece, about }: Task, ask?: AskKnown): Promise<Answer> {
  try {
    const report = await readPiece(piece, stated(about));
    const known = (await ask?.(report.id)) ?? null;
    return known === null ? { reading: readOpened(report) } : { known };
  } catch (error) {
    return { error: describeTrouble(error) };
  }
}
