// Tokens in, the noun phrases that refer to actors out: names with titles, countries, bodies, described persons and groups.

import { joinAppositions } from './apposition.ts';
import type { Cast, Entity, RawMention } from './cast.ts';
import { bodyEntity, isName, MY, nameEnd, type Piece, type Reader, raw, same, stateOf } from './chunk.ts';
import { agentOf, described, titleOnly } from './described.ts';
import { namedAt, titleAt } from './lexicon.ts';
import { namedWhole, person, properName } from './named.ts';
import { opensPhrase, phraseAfter } from './phrase.ts';
import { ADJ, ADV, DET, NOUN, NUM, PART, PRON, PUNCT, type TokenView } from './token-view.ts';

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
  joinAppositions(view, cast, reader.mentions);
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

/** "Mexico" of "New Mexico", "Washington" of "George Washington University": a word inside a longer name. */
function partOfName(view: TokenView, k: number): boolean {
  return (
    k > 0 &&
    same(view, k, k - 1) &&
    view.upos[k - 1] !== PUNCT &&
    isName(view, k - 1) &&
    !namedAt(view, k - 1) &&
    !titleAt(view, k - 1) &&
    view.upos[k - 1] !== NOUN
  );
}

/** Where a name begins that ends the phrase after common nouns, -1 if there is none. */
function nameAfterNouns(view: TokenView, k: number, limit: number): number {
  let at = limit;
  while (at > k && isName(view, at - 1)) at--;
  return at > k && at < limit && view.upos[at - 1] === NOUN ? at : -1;
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
  let bodyTo = 0;
  let consumed = -1;
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
    const named = k !== consumed && partOfName(view, k) ? null : namedAt(view, k);
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
        bodyTo = named.to;
        body = bodyEntity(cast, entry, country);
        sectorOfBody = entry.sector;
        country ??= entry.country;
      } else if (
        !/^(?:war|crisis|conflict|invasion|policy|desk|correspondent|analyst|expert|specialist)$/.test(
          view.lower[next] ?? '',
        )
      ) {
        // "an Iraq War veteran", "our Syria correspondent" are of no such country.
        country = entry.country;
        state = stateOf(cast, entry);
      }
      modifier = k;
      k = next;
      consumed = next;
      continue;
    }
    if (
      (view.upos[k] === ADJ || view.upos[k] === NUM || (view.upos[k] === ADV && view.upos[k + 1] === ADJ)) &&
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
  // "Navy Capt. Anna Kern", "FCO Minister Anna Kern": names before a title belong to it.
  for (let m = k + 1; m <= k + 3 && m < limit && isName(view, m - 1) && !titleAt(view, k); m++) {
    const later = titleAt(view, m);
    if (!later || nameEnd(view, later.to) === later.to || !same(view, at, later.to)) continue;
    modifier = modifier >= 0 ? modifier : k;
    k = m;
    break;
  }
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
  const inner = nameAfterNouns(view, k, limit);
  if (inner >= 0) {
    // "opposition politician Anna Kern", "this morning Anna Kern": the nouns are a title only where they mean somebody.
    const agent = agentOf(view, inner - 1);
    const to = nameEnd(view, inner);
    if (!agent) return properName(reader, inner, inner, to, context);
    const first = modifier >= 0 ? modifier : k;
    const entry = {
      words: view.lower[inner - 1] ?? '',
      sector: agent.sector === 'UNK' ? null : agent.sector,
      rank: '',
      gender: agent.gender,
    };
    if (agent.kind === 'person')
      return person(reader, from, inner, to, { title: raw(view, first, inner), entry }, context);
  }
  const piece = described(reader, from, at, Math.max(limit, end), context, modifier);
  // "an ISIL position": the phrase means nobody, but the body in it is named.
  if (!piece.entity && body && modifier >= 0)
    reader.mentions.push({
      from: modifier,
      to: bodyTo,
      head: bodyTo - 1,
      entity: body,
      manner: 'name',
      rule: 'actors/body',
      why: 'a body of the lexicon, named before a thing',
    });
  return piece;
}
