// The tokens of a report in, which sentences tell of sport, stage, page or laboratory out: words of war mean something else there.
import { readList } from '../../lexicon/read-list.ts';
import { WordMap } from '../../lexicon/word-map.ts';
import { FormTable } from '../../text/word-forms.ts';
import { mark } from '../../text/word-marks.ts';
import type { TokenView } from '../actors/token-view.ts';

interface Entry {
  /** Words after the first; hyphens are left out, as in the text. */
  readonly rest: readonly string[];
  readonly weight: number;
}

let kept: ReadonlyMap<string, readonly Entry[]> | null = null;

function index(): ReadonlyMap<string, readonly Entry[]> {
  if (kept) return kept;
  const byFirst = new WordMap<Entry[]>();
  for (const [words = '', weight = ''] of readList('en/pastimes').rows) {
    const [first = '', ...rest] = words.split(/[ -]/);
    const entry: Entry = { rest, weight: Number(weight) };
    const group = byFirst.get(first);
    if (group) group.push(entry);
    else byFirst.set(first, [entry]);
    // “semi-final” may also stand as one token
    if (words.includes('-')) byFirst.set(words, [...(byFirst.get(words) ?? []), { rest: [], weight: entry.weight }]);
  }
  kept = byFirst;
  return kept;
}

const openedBy = new FormTable((word) => index().get(word) ?? null);
const OPENS = mark((_, word) => index().has(word));

/** A report is about pastimes when this share of its sentences are, and at least two. */
const MOSTLY = 0.4;

/**
 * By sentence, 1 where it tells of a pastime: its words say so, or most of the report does; and nothing in it is in
 * earnest (police, soldiers, ministers).
 */
export function pastimesOf(view: TokenView): Uint8Array {
  const { sentence, length, marks, word, forms } = view;
  const sentences = length === 0 ? 0 : (sentence[length - 1] ?? 0) + 1;
  const score = new Uint8Array(sentences);
  const earnest = new Uint8Array(sentences);
  const sure = new Uint8Array(sentences);
  for (let token = 0; token < length; token++) {
    if (((marks[token] as number) & OPENS) === 0) continue;
    const group = openedBy.of(forms, word[token] as number);
    if (!group) continue;
    const at = sentence[token] ?? 0;
    for (const { rest, weight } of group) {
      if (!stands(rest, token, view)) continue;
      if (weight === 0) earnest[at] = 1;
      // "in the last scene the rebels": a story, whoever is in it
      else if (weight > 2) sure[at] = 1;
      else score[at] = Math.min(9, (score[at] ?? 0) + weight);
    }
  }
  let idle = 0;
  for (let at = 0; at < sentences; at++) if ((score[at] ?? 0) > 1 && earnest[at] === 0) idle++;
  const mostly = idle > 1 && idle >= sentences * MOSTLY;
  const pastimes = new Uint8Array(sentences);
  for (let at = 0; at < sentences; at++)
    if (sure[at] === 1 || (earnest[at] === 0 && (mostly || (score[at] ?? 0) > 1))) pastimes[at] = 1;
  return pastimes;
}

function stands(rest: readonly string[], token: number, { lower, sentence }: TokenView): boolean {
  let at = token;
  for (const word of rest) {
    at++;
    if (lower[at] === '-') at++;
    if (lower[at] !== word || sentence[at] !== sentence[token]) return false;
  }
  return true;
}
