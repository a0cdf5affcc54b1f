// A parsed text in, everything that its words say out: the order of the stages is read here.
import type { Parsed } from '../grammar/parsed.ts';

export interface Mentions {
  readonly parsed: Parsed;
}

export function findMentions(parsed: Parsed): Mentions {
  return { parsed };
}
