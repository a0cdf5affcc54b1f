// Tokens in, the noun phrases that refer to actors out: names with titles, countries, bodies, described persons and groups.
import type { Cast, Entity, RawMention } from './cast.ts';
import { bodyEntity, isName, MY, nameEnd, type Piece, type Reader, raw, same, stateOf } from './chunk.ts';
import { described, titleOnly } from './described.ts';
import { namedAt, titleAt } from './lexicon.ts';
import { namedWhole, person, properName } from './named.ts';
import { opensPhrase, phraseAfter } from './phrase.ts';
import { ADJ, DET, NOUN, NUM, PART, PRON, PUNCT, type TokenView } from './token-view.ts';

const POSSESSIVE = /^(?:['’]s|['’])$/;

/** Reads the text once from left to right; entities go into `cast`. */
export function readChunks(
  view: TokenView,
  cast: Cast,
  speakers: ReadonlySet<number>,
  published: string | null,
): RawMention[] {
  const reader: Reader = { view, cast, speakers, published, mentions: [] };
  let i = 0;
  while (i < view.length) {
    if (view.upos[i] === PUNCT || !opensPhrase(view, i) || (view.upos[i] === PRON && !MY.has(view.lower[i] ?? ''))) {
      i++;
      continue;
    }
    i = Math.max(readChunk(reader, i), i + 1);
  }
  return reader.mentions;
}

/** Reads the phrase that begins at `i`; returns the token to go on from. */
function readChunk(reader: Reader, i: number): number {
  const { view } = reader;
  let from = i;
  let owner: Entity | null = null;
  let at = i;
  for (let part = 0; part < 4; part++) {
    const piece = readPiece(reader, at, from, owner);
    const end = piece.to;
    // "Trump's special envoy": what stands before the 's is an actor, and the whole may be another.
    if (
      POSSESSIVE.test(view.lower[end] ?? '') &&
      view.end[end - 1] === view.start[end] &&
      view.upos[end] !== PUNCT &&
      end + 1 < view.length &&
      view.sentence[end] === view.sentence[i] &&
      opensPhrase(view, end + 1)
    ) {
      owner = piece.entity;
      at = end + 1;
      continue;
    }
    return end;
  }
  from = at;
  return from;
}

/** One phrase without possessors: modifiers, a title, a name or an agent noun. */
function readPiece(reader: Reader, at: number, from: number, owner: Entity | null): Piece {
  const { view, cast } = reader;
  let k = at;
  let country: string | null = null;
  let sectorOfBody: string | null = null;
  let body: Entity | null = null;
  let state: Entity | null = null;
  let definite = owner !== null;
  let modifier = -1;
  let former = false;
  const limit = phraseAfter(view, at)?.to ?? at + 1;
  // Determiners, numbers and adjectives that name no country.
  for (let steps = 0; steps < 8 && k < view.length && same(view, at, k); steps++) {
    const word = view.lower[k] ?? '';
    if (view.upos[k] === DET || MY.has(word)) {
      if (word === 'the' || word === 'this' || word === 'that' || MY.has(word)) definite = true;
      k++;
      continue;
    }
    if (
      /^(?:former|ex-president|then|late|acting|interim|deputy|incoming|outgoing)$/.test(word) &&
      k + 1 < view.length
    ) {
      const title = titleAt(view, k);
      if (!title) {
        former ||= word === 'former';
        k++;
        continue;
      }
    }
    const named = namedAt(view, k);
    if (named) {
      const next = named.to;
      const { entry } = named;
      const goesOn =
        next < view.length &&
        same(view, at, next) &&
        (next < limit || titleAt(view, next) !== null || isName(view, next)) &&
        view.upos[next] !== PUNCT &&
        view.upos[next] !== PART;
      if (!goesOn) return namedWhole(reader, from, k, named.to, entry, owner);
      if (entry.use === 'body') {
        body = bodyEntity(cast, entry, country);
        sectorOfBody = entry.sector;
        country ??= entry.country;
      } else {
        country = entry.country;
        state = stateOf(cast, entry);
      }
      modifier = k;
      k = next;
      continue;
    }
    if (
      (view.upos[k] === ADJ || view.upos[k] === NUM) &&
      k + 1 < view.length &&
      k + 1 < limit &&
      !titleAt(view, k) &&
      !isName(view, k)
    ) {
      k++;
      continue;
    }
    break;
  }
  if (k >= view.length || !same(view, at, k)) return { to: Math.max(limit, at + 1), entity: null };
  // Titles, one or two: "Foreign Minister", "president".
  let title: ReturnType<typeof titleAt> = titleAt(view, k);
  const titleFrom = k;
  if (title) {
    k = title.to;
    for (let more = titleAt(view, k); more && k < view.length && same(view, at, k); more = titleAt(view, k)) {
      title = { title: { ...more.title, gender: more.title.gender ?? title.title.gender }, to: more.to };
      k = more.to;
    }
  }
  const nameTo = k < view.length && same(view, at, k) ? nameEnd(view, k) : k;
  const context = { owner, country, sectorOfBody, body, state, definite, former };
  if (title && nameTo > k)
    return person(
      reader,
      from,
      k,
      nameTo,
      { title: raw(view, modifier >= 0 ? modifier : titleFrom, k), entry: title.title },
      context,
    );
  if (title) {
    const titled = titleOnly(reader, from, titleFrom, k, title.title, context, modifier);
    if (titled) return titled;
  }
  k = titleFrom;
  const end = nameEnd(view, k);
  if (end > k && (view.upos[end] !== NOUN || !same(view, k, end) || end >= limit))
    return properName(reader, from, k, end, context);
  return described(reader, from, at, Math.max(limit, end), context, modifier);
}
