// Tokens in, the noun phrases that refer to actors out: names with titles, countries, bodies, described persons and groups.
import type { Gender } from './actor.ts';
import type { Cast, Entity, RawMention } from './cast.ts';
import { knownTerm } from './leaders.ts';
import { type Agent, actorLexicon, namedAt, surnameOf, titleAt } from './lexicon.ts';
import { actsAsState } from './metonymy.ts';
import { opensPhrase, phraseAfter } from './phrase.ts';
import { ADJ, DET, NOUN, NUM, PART, PRON, PROPN, PUNCT, type TokenView } from './token-view.ts';

const BODY_HEAD =
  /^(?:ministry|party|army|front|university|institute|council|court|agency|committee|association|union|organisation|organization|brigade|brigades|force|forces|movement|department|office|bank|company|corp|corporation|inc|group|foundation|centre|center|commission|congress|parliament|assembly|senate|administration|authority|service|services|bureau|board|club|network|news|times|post|tribune|herald|journal|guardian|telegraph|press|radio|tv|television|magazine|college|school|hospital|church|league|alliance|coalition|federation|society|fund|program|programme|project|battalion|regiment|division|corps|command|police|guard|guards|militia|observatory|embassy|house|cabinet|staff|secretariat|tribunal|syndicate|initiative|campaign|pac|caucus|conference|today|daily|weekly|gazette|chronicle|mirror|sun|star|globe|watch|international|airlines|airways)$/;
const SECTOR_OF: readonly (readonly [RegExp, string])[] = [
  [/\b(?:ministry|department|government|administration|office|agency|embassy|cabinet|commission|authority)\b/, 'GOV'],
  [/\b(?:army|navy|air force|military|brigade|regiment|battalion|command|guards?|corps|defen[cs]e forces?)\b/, 'MIL'],
  [/\b(?:police|sheriff)\b/, 'COP'],
  [/\b(?:court|tribunal)\b/, 'JUD'],
  [/\b(?:parliament|congress|senate|assembly|council)\b/, 'LEG'],
  [/\b(?:party|caucus|campaign|pac)\b/, 'PTY'],
  [/\b(?:university|college|school|institute)\b/, 'EDU'],
  [/\b(?:times|post|tribune|herald|journal|news|press|radio|tv|television|magazine|network|gazette|telegraph|guardian|daily|weekly|today|globe|chronicle)\b/, 'JRN'],
  [/\b(?:bank|company|corp|corporation|inc|airlines|airways)\b/, 'BUS'],
  [/\b(?:hospital)\b/, 'MED'],
  [/\b(?:foundation|association|society|watch|observatory|initiative|international)\b/, 'SOC'],
  [/\b(?:church)\b/, 'REL'],
]; // biome-ignore format: one table
const POSSESSIVE = /^(?:['’]s|['’])$/;
const MY = new Set(['my', 'your', 'his', 'her', 'its', 'our', 'their']);
const GENERIC_STATE = /^(?:officials?|authorities|government|administration|officials)$/;

interface Reader {
  readonly view: TokenView;
  readonly cast: Cast;
  readonly speakers: ReadonlySet<number>;
  readonly published: string | null;
  readonly mentions: RawMention[];
}

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

interface Piece {
  readonly to: number;
  readonly entity: Entity | null;
}

function same(view: TokenView, a: number, b: number): boolean {
  return view.sentence[a] === view.sentence[b] && view.quoteAt[a] === view.quoteAt[b];
}

function isName(view: TokenView, i: number): boolean {
  const first = view.text.charAt(view.start[i] ?? 0);
  if (first === first.toLowerCase()) return false;
  return (
    view.upos[i] === PROPN ||
    (view.upos[i] === ADJ && view.upos[i - 1] === PROPN) ||
    (view.upos[i] === NOUN && view.upos[i - 1] === PROPN)
  );
}

const PARTICLE = /^(?:al|el|bin|ibn|von|van|der|den|de|da|di|del|la|le|abu|ben|dos|du)$/;

/** One past the words of a person's or body's name that begins at `at`. */
function nameEnd(view: TokenView, at: number): number {
  let to = at;
  while (to < view.length && same(view, at, to)) {
    const word = view.lower[to] ?? '';
    if (isName(view, to)) to++;
    else if (
      to > at &&
      PARTICLE.test(word) &&
      to + 1 < view.length &&
      (isName(view, to + 1) || view.lower[to + 1] === '-' || PARTICLE.test(view.lower[to + 1] ?? ''))
    )
      to++;
    else if (
      (word === '-' || word === '–') &&
      to > at &&
      view.end[to - 1] === view.start[to] &&
      view.end[to] === view.start[to + 1] &&
      /\p{Lu}/u.test(view.text.charAt(view.start[to + 1] ?? 0))
    )
      to += 2;
    else if (to === at && PARTICLE.test(word) && view.lower[to + 1] === '-') to += 2;
    else if (to > at && /^(?:jr\.?|sr\.?|ii|iii)$/.test(word)) to++;
    else if (to > at && word === '&' && isName(view, to + 1)) to += 2;
    else break;
  }
  return to;
}

function raw(view: TokenView, from: number, to: number): string {
  return view.text.slice(view.start[from] ?? 0, view.end[to - 1] ?? 0);
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
      if (!goesOn) return named_(reader, from, k, named.to, entry, owner);
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

interface Context {
  readonly owner: Entity | null;
  readonly country: string | null;
  readonly sectorOfBody: string | null;
  readonly body: Entity | null;
  readonly state: Entity | null;
  readonly definite: boolean;
  readonly former: boolean;
}

function push(
  reader: Reader,
  from: number,
  to: number,
  head: number,
  entity: Entity,
  manner: RawMention['manner'],
  rule: string,
  why: string,
): void {
  reader.mentions.push({ from, to, head, entity, manner, rule: `actors/${rule}`, why });
}

function stateOf(cast: Cast, entry: { readonly name: string; readonly country: string | null }): Entity {
  return (
    cast.find(entry.name) ??
    cast.add({
      name: entry.name,
      kind: 'state',
      country: entry.country,
      sector: 'GOV',
      title: null,
      gender: null,
      named: true,
      plural: false,
      roles: [],
    })
  );
}

function bodyEntity(
  cast: Cast,
  entry: {
    readonly name: string;
    readonly kind: Entity['kind'];
    readonly country: string | null;
    readonly sector: string | null;
  },
  country: string | null,
): Entity {
  const key = entry.country === null && country ? `${entry.name} (${country})` : entry.name;
  const known = cast.find(key);
  if (known) return known;
  const entity = cast.add({
    name: entry.name,
    kind: entry.kind,
    country: entry.country ?? country,
    sector: entry.sector,
    title: null,
    gender: null,
    named: true,
    plural: entry.kind === 'group',
    roles: [],
  });
  cast.alias(entity, key);
  return entity;
}

/** A country, capital, people or body that is the whole phrase. */
function named_(
  reader: Reader,
  from: number,
  k: number,
  to: number,
  entry: {
    readonly words: string;
    readonly name: string;
    readonly kind: Entity['kind'];
    readonly country: string | null;
    readonly sector: string | null;
    readonly use: string;
  },
  owner: Entity | null,
): Piece {
  const { view, cast } = reader;
  if (entry.use === 'body') {
    const entity = bodyEntity(cast, entry, owner?.country ?? null);
    push(reader, from, to, to - 1, entity, 'name', 'body', 'a body of the lexicon');
    return { to, entity };
  }
  const known = cast.find(entry.name);
  if (entry.use === 'adjective' && view.upos[k] === ADJ) return { to, entity: known };
  if (!actsAsState(view, k, to, entry.use)) return { to, entity: known };
  const entity = stateOf(cast, entry);
  const manner = entry.use === 'name' ? 'name' : entry.use === 'people' ? 'description' : 'place';
  push(
    reader,
    entry.use === 'people' || entry.use === 'seat' ? from : k,
    to,
    to - 1,
    entity,
    manner,
    'state',
    entry.use === 'capital' || entry.use === 'seat'
      ? 'a seat of government that acts stands for its government'
      : 'a country that acts or is acted upon',
  );
  return { to, entity };
}

function person(
  reader: Reader,
  from: number,
  k: number,
  to: number,
  title: {
    readonly title: string;
    readonly entry: {
      readonly sector: string | null;
      readonly rank: string;
      readonly gender: Gender | null;
      readonly words: string;
    };
  } | null,
  context: Context,
): Piece {
  const { view, cast } = reader;
  const name = raw(view, k, to);
  const entity = personEntity(reader, name, context.country ?? context.owner?.country ?? null);
  entity.kind = 'person';
  const { firstNames } = actorLexicon();
  entity.gender ??= title?.entry.gender ?? firstNames.get(name.split(/[ -]/)[0] ?? '') ?? null;
  if (title) {
    const courtesy = /^(?:mr|mrs|ms|miss|dr|sir)\.?$/.test(title.entry.words);
    if (!courtesy) {
      entity.title = title.title;
      if (!entity.roles.includes(title.entry.words)) entity.roles.push(title.entry.words);
    }
    if (title.entry.sector || context.sectorOfBody) {
      const own = title.entry.sector;
      // "NATO Secretary-General", "Hamas leader", "Pentagon spokesman": the body's sector; "army general" its own.
      entity.sector = context.former
        ? 'ELI'
        : context.sectorOfBody && (own === 'GOV' || own === null)
          ? context.sectorOfBody
          : own;
    }
    if (context.country) entity.country = context.country;
    else if (context.body?.country) entity.country = context.body.country;
    else if (context.owner?.country) entity.country ??= context.owner.country;
  } else if (context.country) entity.country ??= context.country;
  leaderFacts(reader, entity);
  push(reader, from, to, to - 1, entity, 'name', 'person', title ? 'a title and a name' : 'a name');
  return { to, entity };
}

/** Country, sector and gender of a holder of office, where the text has not said them. */
function leaderFacts(reader: Reader, entity: Entity): void {
  const term = knownTerm(entity.name, entity.country, reader.published);
  if (!term) return;
  entity.gender ??= term.gender;
  entity.country ??= term.country;
  entity.sector ??= term.sector;
  if (!entity.roles.includes(term.office) && term.current) entity.roles.push(term.office);
}

function personEntity(reader: Reader, name: string, country: string | null): Entity {
  const { cast } = reader;
  const known = cast.find(name);
  if (known && known.kind === 'person') return known;
  const last = surnameOf(name);
  const single = !name.includes(' ');
  const shared = cast.findPerson(single ? name.replace(/^(?:al|el|Al|El)-/, '') : last);
  if (shared && (single || !shared.name.includes(' ') || sameFirst(shared.name, name))) {
    cast.rename(shared, name);
    return shared;
  }
  return cast.add({
    name,
    kind: 'person',
    country,
    sector: null,
    title: null,
    gender: null,
    named: true,
    plural: false,
    roles: [],
  });
}

/** "Volodymyr Zelensky" and "V. Zelensky", or one a prefix of the other. */
function sameFirst(a: string, b: string): boolean {
  const x = (a.split(' ')[0] ?? '').replace('.', '');
  const y = (b.split(' ')[0] ?? '').replace('.', '');
  return x.startsWith(y) || y.startsWith(x);
}

/** "the president", "the Ukrainian foreign minister", "Syria's president": somebody known by office, or a described person. */
function titleOnly(
  reader: Reader,
  from: number,
  titleFrom: number,
  to: number,
  title: {
    readonly words: string;
    readonly sector: string | null;
    readonly rank: string;
    readonly gender: Gender | null;
  },
  context: Context,
  modifier: number,
): Piece | null {
  const { view, cast } = reader;
  // "president of the bank", "leader in": the phrase may go on with a noun: then the title only modifies it.
  if (view.upos[to] === NOUN && same(view, titleFrom, to)) return null;
  const country = context.country ?? context.owner?.country ?? null;
  const role = title.words;
  if (context.definite && !context.former) {
    const holders = cast.entities.filter(
      (entity) => entity.kind === 'person' && entity.roles.includes(role) && (!country || entity.country === country),
    );
    const recent = lastMentioned(reader, holders);
    if (recent) {
      push(reader, from, to, to - 1, recent, 'title', 'title', 'the only one so far with this title');
      return { to, entity: recent };
    }
  }
  if (!(context.definite || reader.speakers.has(to - 1) || view.upos[titleFrom] === NOUN)) return null;
  if (!title.sector && !reader.speakers.has(to - 1)) return { to, entity: null };
  const name = raw(view, context.owner ? from : modifier >= 0 ? modifier : titleFrom, to);
  const known = context.definite ? cast.find(name) : null;
  const sector =
    context.sectorOfBody && title.sector === 'GOV' ? context.sectorOfBody : context.former ? 'ELI' : title.sector;
  const entity =
    known ??
    cast.add({
      name,
      kind: 'person',
      country: country ?? context.body?.country ?? null,
      sector,
      title: raw(view, titleFrom, to),
      gender: title.gender,
      named: false,
      plural: false,
      roles: [role],
    });
  push(reader, from, to, to - 1, entity, 'description', 'described', 'a title without a name');
  return { to, entity };
}

/** The entity among `holders` named last; null when there is none, or when two are level. */
function lastMentioned(reader: Reader, holders: readonly Entity[]): Entity | null {
  if (holders.length === 1) return holders[0] ?? null;
  if (holders.length === 0) return null;
  for (let m = reader.mentions.length - 1; m >= 0; m--) {
    const entity = reader.mentions[m]?.entity;
    if (entity && holders.includes(entity)) return entity;
  }
  return null;
}

/** A sequence of capitals without a title: a person known or likely, else a body by its head word or as an acronym. */
function properName(reader: Reader, from: number, k: number, to: number, context: Context): Piece {
  const { view, cast } = reader;
  const name = raw(view, k, to);
  const words = name.split(' ');
  const { firstNames, leaders } = actorLexicon();
  const known = cast.find(name);
  if (known) {
    push(reader, known.kind === 'person' ? k : from, to, to - 1, known, 'name', 'again', 'a name met before');
    return { to, entity: known };
  }
  const last = view.lower[to - 1] ?? '';
  const first = words[0] ?? '';
  if (words.length >= 2 && (leaders.has(name) || (firstNames.has(first) && !BODY_HEAD.test(last))))
    return person(reader, k, k, to, null, context);
  if (words.length === 1 || (words.length === 2 && PARTICLE.test((words[0] ?? '').toLowerCase()))) {
    const someone = cast.findPerson(name.replace(/^(?:al|el|Al|El)-/, ''));
    if (someone) {
      cast.alias(someone, name);
      push(reader, from, to, to - 1, someone, 'name', 'again', 'part of a name met before');
      return { to, entity: someone };
    }
  }
  if (words.length >= 2 && BODY_HEAD.test(last)) return body(reader, from, k, to, name, context);
  const speaks = reader.speakers.has(to - 1);
  const acronym = words.length === 1 && /^\p{Lu}{2,6}$/u.test(name);
  if (acronym) {
    const full = cast.entities.find(
      (entity) => entity.named && entity.kind !== 'person' && initials(entity.name) === name,
    );
    if (full) {
      cast.alias(full, name);
      push(reader, from, to, to - 1, full, 'name', 'acronym', 'the initials of a name met before');
      return { to, entity: full };
    }
    if (speaks) return body(reader, from, k, to, name, context);
    return { to, entity: null };
  }
  const term = words.length === 1 ? knownTerm(name, context.country, reader.published) : null;
  if (term?.current && view.upos[to - 1] === PROPN) return person(reader, k, k, to, null, context);
  if (speaks && !/^(?:the)$/.test(view.lower[from] ?? '')) return person(reader, k, k, to, null, context);
  if (speaks) return body(reader, from, k, to, name, context);
  return { to, entity: null };
}

function initials(name: string): string {
  return name
    .split(/[ -]/)
    .map((word) => (/^\p{Lu}/u.test(word) ? word.charAt(0) : ''))
    .join('');
}

function body(reader: Reader, from: number, k: number, to: number, name: string, context: Context): Piece {
  const { cast } = reader;
  const lower = name.toLowerCase();
  const sector = SECTOR_OF.find(([pattern]) => pattern.test(lower))?.[1] ?? null;
  const entity = cast.add({
    name,
    kind: 'organisation',
    country: context.country ?? context.owner?.country ?? null,
    sector,
    title: null,
    gender: null,
    named: true,
    plural: false,
    roles: [],
  });
  push(reader, from, to, to - 1, entity, 'name', 'body', 'a capitalised name of a body');
  if (k < from) return { to, entity };
  return { to, entity };
}

/** "U.S. officials", "two gunmen", "a coalition spokesman", "residents": who they are by their noun. */
function described(reader: Reader, from: number, at: number, to: number, context: Context, modifier: number): Piece {
  const { view, cast } = reader;
  const head = to - 1;
  if (head < at || view.upos[head] === PUNCT) return { to, entity: null };
  const { agents } = actorLexicon();
  const word = view.lower[head] ?? '';
  let agent: Agent | undefined;
  // "rescue workers" before "workers": two words say more.
  if (head - 1 >= at) agent = agents.get(`${view.lower[head - 1] ?? ''} ${word}`);
  agent ??= agents.get(word) ?? singular(agents, word);
  const speaks = reader.speakers.has(head);
  if (!agent && !speaks) return { to, entity: null };
  if (view.upos[head] !== NOUN && view.upos[head] !== PROPN && !speaks) return { to, entity: null };
  const plural = agent ? agent.kind === 'group' : word.endsWith('s');
  if (agent && agent.sector === 'UNK' && !speaks) return { to, entity: null };
  const country = context.country ?? context.owner?.country ?? context.body?.country ?? null;
  const state = context.state ?? (context.owner?.kind === 'state' ? context.owner : null);
  if (state && agent?.sector === 'GOV' && plural && GENERIC_STATE.test(word)) {
    push(
      reader,
      from,
      to,
      head,
      state,
      'description',
      'officials',
      'officials and the government of a country stand for it',
    );
    return { to, entity: state };
  }
  let begin = context.owner ? from : at;
  while (begin < head && (view.upos[begin] === DET || MY.has(view.lower[begin] ?? ''))) begin++;
  const name = raw(view, modifier >= 0 && modifier < begin ? modifier : begin, to);
  const known = cast.find(name) ?? (context.definite ? sameHead(reader, word) : null);
  if (known) {
    push(reader, from, to, head, known, 'description', 'described', 'the same description as before');
    return { to, entity: known };
  }
  const kind = plural
    ? 'group'
    : agent?.kind === 'person' || (!agent && /(?:er|or|ist|man|woman|ian|ant|one|person)$/.test(word))
      ? 'person'
      : 'organisation';
  const sector =
    agent && agent.sector !== 'UNK'
      ? context.sectorOfBody && agent.sector === 'GOV'
        ? context.sectorOfBody
        : agent.sector
      : (context.sectorOfBody ?? null);
  const entity = cast.add({
    name,
    kind,
    country,
    sector,
    title: null,
    gender: agent?.gender ?? null,
    named: false,
    plural,
    roles: [word],
  });
  push(
    reader,
    from,
    to,
    head,
    entity,
    'description',
    'described',
    agent ? 'a noun for people or bodies that act' : 'it speaks',
  );
  return { to, entity };
}

function singular(agents: Map<string, Agent>, word: string): Agent | undefined {
  if (!word.endsWith('s')) return undefined;
  const one = agents.get(word.slice(0, -1)) ?? (word.endsWith('ies') ? agents.get(`${word.slice(0, -3)}y`) : undefined);
  return one ? { ...one, kind: 'group' } : undefined;
}

/** "the group", "the minister" after "an armed group": the last described one with the same head noun. */
function sameHead(reader: Reader, word: string): Entity | null {
  for (let m = reader.mentions.length - 1; m >= 0 && m > reader.mentions.length - 60; m--) {
    const entity = reader.mentions[m]?.entity;
    if (entity && !entity.named && entity.roles.includes(word)) return entity;
  }
  return null;
}
