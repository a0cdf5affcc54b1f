// The open record in, what its first screens are made of put together before anybody asks for it.
import { dayOf } from '../record/incident/day.ts';
import { followed } from './followed.ts';
import type { Context } from './operation.ts';
import { sayings } from './sayings.ts';

/** Takes a breath again and again: whoever asks for something meanwhile is served. Throws StoreError, as when the record is closed. */
export async function warm(context: Context): Promise<void> {
  await followed(context, dayOf(context.now()));
  await sayings(context, {});
}
