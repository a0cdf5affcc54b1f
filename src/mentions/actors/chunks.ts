// Tokens in, the noun phrases that refer to actors out: names with titles, countries, bodies, described persons and groups.

import { joinAppositions } from './apposition.ts';
import type { Cast, Entity, RawMention } from './cast.ts';
import {
  behindRank,
  bodyEntity,
  classBodyEnd,
  DAY,
  isName,
  isSecondHalf,
  KIN_OR_CLERIC,
  MY,
  nameEnd,
  PARTICLE,
  type Piece,
  type Reader,
  raw,
  same,
  stateOf,
} from './chunk.ts';
import { isDayBefore, isMonthBefore, pastDate } from './day-before.ts';
import { agentOf, described, isBeing, isGroupMeant } from './described.ts';
import { halfLand } from './half-land.ts';
import { actorLexicon, namedAt, titleAt } from './lexicon.ts';
import { body as bodyOf, namedWhole, PLACE_WORD, person, properName, stateBehind } from './named.ts';
import { holderBehind, officeOf, regimeEnd, severalTitled } from './offices.ts';
import { opensPhrase, POSSESSIVE, phraseAfter } from './phrase.ts';
import { settleCountry } from './settle-country.ts';
import { isSurname } from './shared-surname.ts';
import { titleOnly } from './title-only.ts';
import { ADJ, ADV, DET, NOUN, NUM, PART, PRON, PROPN, PUNCT, REL, type TokenView, VERB } from './token-view.ts';

/** Reads the text once from left to right; entities go into `cast`. */
export function readChunks(
  view: TokenView,
  cast: Cast,
  speakers: ReadonlySet<number>,
  published: string | null,
): RawMention[] {
  const reader: Reader = {
    view,
    cast,
    speakers,
    published,
    mentions: [],
    alone: aloneAsSubject(view),
    countries: new Map(),
    shared: null,
  };
  let i = 0;
  while (i < view.length) {
    // "28-year-old Anna Kern": the name begins behind the age
    if (isAgeBefore(view, i)) {
      i += 5;
      continue;
    }
    // "25-12-2014 30 militants"
    const past = pastDate(i, view);
    if (past > i) {
      i = past;
      continue;
    }
    // "shot dead two traders": what became of them is none of their name
    const dead = view.lower[i] === 'dead' && view.upos[i - 1] === VERB;
    if (
      dead ||
      isDayBefore(view, i) ||
      view.upos[i] === PUNCT ||
      !opensPhrase(view, i) ||
      (view.upos[i] === PRON && !MY.has(view.lower[i] ?? ''))
    ) {
      i++;
      continue;
    }
    i = Math.max(readChunk(reader, i), i + 1);
  }
  joinAppositions(view, cast, reader.mentions);
  settleCountry(reader);
  return reader.mentions;
}

const isAgeBefore = ({ upos, lower }: TokenView, i: number): boolean =>
  upos[i] === NUM && lower[i + 2] === 'year' && lower[i + 4] === 'old' && lower[i + 3] === '-' && upos[i + 5] === PROPN;

/** Names of one word that do something or own something: the surnames of the people in a report, among others. */
function aloneAsSubject(view: TokenView): ReadonlySet<string> {
  const found = new Set<string>();
  for (let i = 0; i < view.length; i++) {
    if (view.upos[i] !== PROPN || view.upos[i - 1] === PROPN || view.upos[i + 1] === PROPN) continue;
    const verb = view.head[i] ?? -1;
    if (view.relation[i] === REL.nsubj && verb > i && view.upos[verb] === VERB && view.lower[i - 1] !== 'the')
      found.add(view.lower[i] ?? '');
  }
  return found;
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
      POSSESSIVE.has(view.lower[end] ?? '') &&
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
    !isMonthBefore(view, k - 1) &&
    !namedAt(view, k - 1) &&
    !titleAt(view, k - 1) &&
    view.upos[k - 1] !== NOUN
  );
}

/** One past "US-backed", "Kurdish-led", "Geneva-based": a name, a hyphen and a participle written together; `k` if none stands there. */
function compoundEnd(view: TokenView, k: number): number {
  const mark = view.lower[k + 1];
  if ((mark !== '-' && mark !== '–') || view.end[k] !== view.start[k + 1] || view.end[k + 1] !== view.start[k + 2])
    return k;
  return /^(?:led|backed|based|supported|allied|aligned|trained|funded|controlled|born|dominated|linked|affiliated|sponsored|brokered|mediated|held|run|owned|appointed|speaking|majority|inspired|armed|flagged|registered|operated|chartered|managed|made|built|supplied|educated|licensed|listed|administered|occupied|annexed|installed|hosted|organi[sz]ed|chaired|sanctioned|designated|claimed|facing|bound|friendly|leaning)$/.test(
    view.lower[k + 2] ?? '',
  )
    ? k + 3
    : k;
}

/** The last word of the name that begins at `k`: "Qaeda" of "al Qaeda-linked"; `k` where none does. */
function lastOfName(view: TokenView, k: number): number {
  const named = namedAt(view, k);
  return named && named.to > k + 1 && compoundEnd(view, named.to - 1) > named.to ? named.to - 1 : k;
}

/** Sectors of those whose deeds are told as theirs. */
const FORCES: ReadonlySet<string> = new Set(['MIL', 'COP', 'REB', 'UAF', 'PRM', 'SPY']);

/** One past the words of the owner in "the army's four air strikes"; -1 where there is none. */
function ownerEnd({ lower }: TokenView, at: number, to: number): number {
  for (let i = at + 1; i < to - 1; i++) if (POSSESSIVE.has(lower[i] ?? '')) return i;
  return -1;
}

const opensSentence = ({ sentence, upos }: TokenView, at: number): boolean =>
  sentence[at - 1] !== sentence[at] || (upos[at - 1] === PUNCT && sentence[at - 2] !== sentence[at]);

/** A particle before a name, or the hyphen between a particle and a name. */
const isInsideName = (view: TokenView, at: number): boolean =>
  PARTICLE.test(view.lower[at] ?? '') ||
  (view.lower[at] === '-' && view.end[at - 1] === view.start[at] && PARTICLE.test(view.lower[at - 1] ?? ''));

/** Where a name begins that ends the phrase after common nouns, -1 if there is none. */
function nameAfterNouns(view: TokenView, k: number, limit: number): number {
  let at = limit;
  // "reporter Karim al-Basri", "teacher Anna van Holt": a particle and its hyphen are inside the name
  while (
    at > k &&
    (isName(view, at - 1) || isSecondHalf(view, at - 1) || (at < limit && at - 2 >= k && isInsideName(view, at - 1)))
  )
    at--;
  return at > k && at < limit && view.upos[at - 1] === NOUN ? at : -1;
}

const OPENS_BODY =
  /^(?:General (?:Assembly|Staff|Election|Elections|Council|Secretariat|Directorate|Hospital|Motors|Electric|Confederation|Union|Workers|Command|Authority|Strike|Court|Prosecution|Intelligence|Security|Services|Accounting)|Major League|Private (?:Eye|Bank)|Justice (?:Department|Ministry|and)|Governor (?:General's|State)|Judge Advocate|King (?:George|Abdullah) (?:Hospital|University|Center|Street)|Queen (?:Mary|Elizabeth) (?:University|Hospital)|Prince George's|Chancellor House|Captain America|Doctor Who)/;

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
  let bodyFrom = 0;
  let bodyTo = 0;
  let consumed = -1;
  let coalition = -1;
  let limit = phraseAfter(view, at)?.to ?? at + 1;
  // "shot four men Friday": when, and none of their name
  if (limit > at + 1 && DAY.test(view.lower[limit - 1] ?? '') && view.upos[limit - 2] === NOUN) limit--;
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
    // "Kurdish-led forces", "US-backed fighters": led or backed by a country is not of it
    const compound = compoundEnd(view, lastOfName(view, k));
    if (compound > k && compound < view.length && same(view, at, compound)) {
      const led = namedAt(view, k);
      if (led?.entry.kind === 'state' && view.lower[compound - 1] === 'led') country = led.entry.country;
      k = compound;
      // "US-backed and Kurdish-led militias": both
      if (view.lower[k] === 'and' && compoundEnd(view, k + 1) > k + 1 && same(view, at, k + 1)) {
        k++;
        country = null;
        limit = Math.max(limit, phraseAfter(view, k)?.to ?? 0);
      }
      consumed = k;
      continue;
    }
    // "Coalition military forces": a common noun, however it is written
    if (
      word === 'coalition' &&
      k + 1 < limit &&
      (view.upos[k + 1] === ADJ || view.upos[k + 1] === NOUN) &&
      same(view, at, k + 1)
    ) {
      if (modifier < 0) modifier = k;
      coalition = k;
      k++;
      continue;
    }
    const known = k !== consumed && partOfName(view, k) ? null : namedAt(view, k);
    const named = known ?? halfLand(view, cast, k);
    if (named && !isSurname(reader, k, named)) {
      const next = named.to;
      const { entry } = named;
      if (entry.kind === 'state' && entry.country)
        reader.countries.set(entry.country, (reader.countries.get(entry.country) ?? 0) + 1);
      const goesOn =
        next < view.length &&
        same(view, at, next) &&
        (next < limit || titleAt(view, next) !== null || isName(view, next)) &&
        view.upos[next] !== PUNCT &&
        view.upos[next] !== PART;
      const kind = entry.use === 'body' && /^(?:group|movement|organi[sz]ation|network)$/.test(view.lower[next] ?? '');
      if (goesOn && kind && next + 1 >= limit) return namedWhole(reader, from, k, next + 1, entry, owner);
      if (!goesOn) return namedWhole(reader, from, k, named.to, entry, owner);
      if (entry.use === 'body') {
        bodyFrom = k;
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
      (view.upos[k] === ADJ ||
        view.upos[k] === NUM ||
        (view.upos[k] === ADV && view.upos[k + 1] === ADJ && k + 1 < limit)) &&
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
  // "General Assembly", "Private Eye": the first word of a body's name
  if (title && title.to === k + 1 && OPENS_BODY.test(raw(view, k, Math.min(k + 2, view.length)))) title = null;
  // "his father", "the boy's sister": of a family, and no cleric
  const owned = owner !== null || MY.has(view.lower[at] ?? '') || POSSESSIVE.has(view.lower[at - 1] ?? '');
  // "his mother and sister", "the father of two"
  const kin = owned || !definite || view.lower[title?.to ?? 0] === 'of';
  if (title && kin && KIN_OR_CLERIC.test(raw(view, k, title.to)) && nameEnd(view, title.to) === title.to) title = null;
  // "the Catholic Bishops' Conference": a body, and none of those who have a title
  const several = title || classBodyEnd(view, k + 1) > k + 1 ? null : severalTitled(reader, at, k);
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
  if (several) {
    const to = nameEnd(view, several.to);
    const of = stateBehind(reader, to);
    // "Presidents": of each of them "President"
    const printed =
      several.from < several.to ? raw(view, several.from, several.to).slice(0, -1) : (reader.shared?.printed ?? '');
    reader.shared = { title: several.title, printed, to };
    return person(
      reader,
      from,
      several.to,
      to,
      { title: printed, entry: several.title },
      { ...context, country: of ?? country },
    );
  }
  // "met President Holt and Defence Minister, Anna Kern": a title in capitals, and its holder behind the comma
  const holder = title && nameTo === k && !definite && !former ? holderBehind(view, titleFrom, k) : -1;
  if (title && holder > k) {
    const printed = raw(view, modifier >= 0 ? modifier : titleFrom, k);
    return person(reader, from, k + 1, holder, { title: printed, entry: title.title }, context);
  }
  if (title && nameTo === k) {
    const charge = officeOf(view, k);
    if (charge) {
      const { from: first, named } = charge;
      const posted = view.lower[k] === 'to' || view.lower[k] === 'from'; // "US ambassador to the United Nations Anna Kern"
      const of = named?.use === 'body' && !posted ? { sectorOfBody: named.sector } : {};
      const whole = raw(view, modifier >= 0 ? modifier : titleFrom, first);
      return person(
        reader,
        from,
        first,
        nameEnd(view, first),
        { title: whole, entry: title.title },
        {
          ...context,
          ...of,
          country: country ?? (posted ? null : (named?.country ?? null)),
        },
      );
    }
  }
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
  // "Photojournalist Karim al-Basri was": what somebody is, in a capital because it opens the sentence
  const calling = end >= k + 3 && opensSentence(view, k) ? agentOf(view, k) : undefined;
  if (calling?.kind === 'person' && actorLexicon().firstNames.has(raw(view, k + 1, k + 2))) {
    const sector = calling.sector === 'UNK' ? null : calling.sector;
    const entry = { words: view.lower[k] ?? '', sector, rank: '', gender: calling.gender };
    return person(reader, from, k + 1, end, { title: raw(view, k, k + 1), entry }, context);
  }
  const regime = end > k ? regimeEnd(view, k, end) : -1;
  if (regime > 0) return described(reader, from, k, regime, context, modifier);
  if (end > k && (view.upos[end] !== NOUN || !same(view, k, end) || end >= limit))
    return properName(reader, from, k, end, context);
  const inner = nameAfterNouns(view, k, limit);
  if (inner >= 0) {
    // "opposition politician Anna Kern", "this morning Anna Kern": the nouns are a title only where they mean somebody.
    const agent = agentOf(view, inner - 1);
    // "the party convention Sen. Anna Kern said": a title opens another phrase
    if (!agent && titleAt(view, inner)) return { to: inner, entity: null };
    const to = nameEnd(view, inner);
    const first = modifier >= 0 ? modifier : k;
    if (!agent) {
      // "alleged operator Jong Woo Son": a being by its ending, and a name of several words
      const word = view.lower[inner - 1] ?? '';
      if (to - inner >= 2 && to - inner <= 4 && isBeing(word) && !PLACE_WORD.test(raw(view, inner, to))) {
        const entry = { words: word, sector: null, rank: '', gender: null };
        return person(reader, from, inner, to, { title: raw(view, first, inner), entry }, context);
      }
      return properName(reader, inner, inner, to, context);
    }
    const entry = {
      words: view.lower[inner - 1] ?? '',
      sector: agent.sector === 'UNK' ? null : agent.sector,
      rank: '',
      gender: agent.gender,
    };
    if (agent.kind === 'person') {
      const name = behindRank(view, inner, to);
      return person(reader, from, name, to, { title: raw(view, first, name), entry }, context);
    }
    // "state-owned Iranian news agency Fars": a noun for a body and its name
    const known = namedAt(view, inner);
    if (known && known.to === to) return namedWhole(reader, from, inner, to, known.entry, owner);
    // "told reporters Anna Kern had left": several people are not one of that name
    if (entry.words.endsWith('s') && actorLexicon().agents.get(entry.words.slice(0, -1))?.kind === 'person')
      return properName(reader, inner, inner, to, { ...context, definite: false, country: null, state: null });
    if (agent.kind === 'group' && view.lower[inner - 1] !== 'forces' && !PLACE_WORD.test(raw(view, inner, to))) {
      const piece = bodyOf(reader, from, inner, to, raw(view, inner, to), context);
      // the noun says more than the name: "the rebel group Tarn Watch"
      if (piece.entity && entry.sector) piece.entity.sector = entry.sector;
      return piece;
    }
  }
  const piece = described(reader, from, at, Math.max(limit, end), context, modifier);
  // "the Norland-led coalition's four air strikes": whose they are
  const whose = piece.entity ? -1 : ownerEnd(view, at, limit);
  const force = whose < 0 ? undefined : agentOf(view, whose - 1);
  if (force?.kind === 'group' && (FORCES.has(force.sector) || (country && force.sector === 'GOV')))
    described(reader, from, at, whose, context, modifier);
  // "the group's posts": whichever it is
  else if (whose === at + 2 && isGroupMeant(reader, at + 1)) described(reader, from, at, whose, context, modifier);
  // "the Coalition campaign": what the phrase means is nobody, but the coalition is named
  if (!piece.entity && coalition >= 0) {
    const first = view.upos[at] === NUM ? coalition : at;
    described(reader, first === at ? from : first, first, coalition + 1, context, -1);
  }
  // "an ISIL position": the phrase means nobody, but the body in it is named.
  // "the World Wildlife Fund Mexico": a modifier may stand behind the body
  if (!piece.entity && body && bodyTo > bodyFrom)
    reader.mentions.push({
      from: bodyFrom,
      to: bodyTo,
      head: bodyTo - 1,
      entity: body,
      manner: 'name',
      rule: 'actors/body',
      why: 'a body of the lexicon, named before a thing',
    });
  return piece;
}
