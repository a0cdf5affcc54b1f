// A name in the text in; the state, person or body it means, new or met before, out.
import type { Gender } from './actor.ts';
import type { Entity } from './cast.ts';
import { bodyEntity, type Context, PARTICLE, type Piece, push, type Reader, raw, stateOf } from './chunk.ts';
import { agentOf } from './described.ts';
import { knownTerm } from './leaders.ts';
import { actorLexicon, namedAt, surnameOf, titleAt } from './lexicon.ts';
import { actsAsState } from './metonymy.ts';
import { POSSESSIVE, phraseAfter } from './phrase.ts';
import { bearerOf } from './shared-surname.ts';
import { ADJ, DET, NUM, PROPN, REL, type TokenView, VERB } from './token-view.ts';

const BODY_HEAD =
  /^(?:ministry|party|army|front|university|institute|council|court|agency|committee|association|union|organisation|organization|brigade|brigades|force|forces|movement|department|office|bank|company|corp|corporation|inc|group|foundation|centre|center|commission|congress|parliament|assembly|senate|administration|authority|service|services|bureau|board|club|network|news|times|post|tribune|herald|journal|guardian|telegraph|press|radio|tv|television|magazine|college|school|hospital|church|league|alliance|coalition|federation|society|fund|program|programme|project|battalion|regiment|division|corps|command|police|patrol|guard|guards|militia|observatory|embassy|house|cabinet|staff|secretariat|tribunal|syndicate|initiative|campaign|pac|caucus|conference|today|daily|weekly|gazette|chronicle|mirror|sun|star|globe|watch|international|airlines|airways|rescue)$/;
const FORCE_HEAD = /^(?:police|army|navy|gendarmerie|patrol|guards?)$/;
const SECTOR_OF: readonly (readonly [RegExp, string])[] = [
  [/\b(?:sheriff|police (?:department|office|authority|agency))\b/, 'COP'],
  [/\b(?:attorney|prosecutor)\b/, 'JUD'],
  [/\b(?:ministry|department|government|administration|office|agency|embassy|cabinet|commission|authority)\b/, 'GOV'],
  [/\b(?:army|navy|air force|military|brigade|regiment|battalion|command|guards?|corps|defen[cs]e forces?)\b/, 'MIL'],
  [/\bpolice\b/, 'COP'],
  [/\b(?:court|tribunal)\b/, 'JUD'],
  [/\b(?:parliament|congress|senate|assembly|council)\b/, 'LEG'],
  [/\b(?:party|caucus|campaign|pac)\b/, 'PTY'],
  [/\b(?:university|college|school|institute)\b/, 'EDU'],
  [
    /\b(?:times|post|tribune|herald|journal|news|press|radio|tv|television|magazine|network|gazette|telegraph|guardian|daily|weekly|today|globe|chronicle)\b/,
    'JRN',
  ],
  [/\b(?:bank|company|corp|corporation|inc|airlines|airways)\b/, 'BUS'],
  [/\b(?:hospital)\b/, 'MED'],
  [/\b(?:foundation|association|society|watch|observatory|initiative|international)\b/, 'SOC'],
  [/\b(?:church)\b/, 'REL'],
];

/** A country, capital, people or body that is the whole phrase. */
export function namedWhole(
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
    const entity = bodyEntity(cast, entry, owner?.country ?? stateBehind(reader, to) ?? null);
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

/** "Parliament of Iraq", "the Interior Ministry in Tunis": the country of a body by what stands right behind it; null if nothing does. */
export function stateBehind(reader: Reader, to: number): string | null {
  const { view } = reader;
  if (!/^(?:of|in)$/.test(view.lower[to] ?? '')) return null;
  const at = view.lower[to + 1] === 'the' ? to + 2 : to + 1;
  const named = at < view.length && view.sentence[at] === view.sentence[to] ? namedAt(view, at) : null;
  return named && named.entry.kind === 'state' && named.entry.use !== 'adjective' ? named.entry.country : null;
}

export function person(
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
  const { view } = reader;
  const name = raw(view, k, to).replace(RANK, '');
  const entity = personEntity(
    reader,
    name,
    context.country ?? context.owner?.country ?? null,
    title?.entry.gender ?? null,
    REIGNING.has(title?.entry.words ?? ''),
    to - 1,
  );
  entity.kind = 'person';
  entity.gender ??= title?.entry.gender ?? null;
  if (title) {
    const courtesy = /^(?:mr|mrs|ms|miss|dr|sir)\.?$/.test(title.entry.words);
    if (!courtesy) {
      // "a spokesman for the Citadel, Pavel Orsic"
      entity.title = title.title.replace(/[\s,;:–—-]+$/, '');
      if (!entity.roles.includes(title.entry.words)) entity.roles.push(title.entry.words);
    }
    if (title.entry.sector || context.sectorOfBody) {
      const own =
        title.entry.words === 'chief executive' && context.country && !context.body ? 'GOV' : title.entry.sector;
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
  // "Crown Prince Omar Kern of Kestria"
  if (title?.entry.sector === 'GOV' && view.lower[to] === 'of') entity.country ??= stateBehind(reader, to);
  leaderFacts(reader, entity);
  // Ilham is a woman's name more often than not, but not Aliyev's: what is known of the person comes first.
  entity.gender ??= actorLexicon().firstNames.get(name.split(/[ -]/)[0] ?? '') ?? null;
  if (title) adoptTitle(reader, entity, title.entry.words, from);
  push(reader, from, to, to - 1, entity, 'name', 'person', title ? 'a title and a name' : 'a name');
  return { to, entity };
}

/** "Chief Kern", who was named Anna Kern before: a rank that is in no list of titles, and no first name. */
const RANK = /^(?:Chief|Officer|Trooper|Constable|Patrolman|Coach) (?=[^ ]+$)/;

/** "The mayor said … Mayor Josip Adler told": the only one known by an office so far is who bears it with a name. */
function adoptTitle(reader: Reader, entity: Entity, role: string, at: number): void {
  const holders = reader.cast.entities.filter(
    (one) => one.kind === 'person' && one !== entity && one.roles.includes(role),
  );
  const unnamed = holders[0];
  if (holders.length !== 1 || !unnamed || unnamed.named || !unnamed.definite) return;
  if (unnamed.country && entity.country && unnamed.country !== entity.country) return;
  // "the Kestrian president met President Holt": another one
  const { sentence } = reader.view;
  if (unnamed.country && reader.mentions.some((one) => one.entity === unnamed && sentence[one.head] === sentence[at]))
    return;
  entity.country ??= unnamed.country;
  unnamed.roles = [];
  reader.mentions.forEach((mention, index) => {
    if (mention.entity === unnamed) reader.mentions[index] = { ...mention, entity };
  });
}

/** Country, sector and gender of a holder of office, where the text has not said them. */
export function leaderFacts(reader: Reader, entity: Entity): void {
  const term = knownTerm(entity.name, entity.country, reader.published, reader.view.own);
  if (!term) return;
  entity.gender ??= term.gender;
  entity.country ??= term.country;
  entity.sector ??= term.sector;
  if (!entity.roles.includes(term.office) && term.current) entity.roles.push(term.office);
}

export function personEntity(
  reader: Reader,
  name: string,
  country: string | null,
  gender: Gender | null,
  reigns: boolean,
  at: number,
): Entity {
  const { cast } = reader;
  const single = !name.includes(' ');
  const alone = single ? bearerOf(reader, name, at, gender) : null;
  if (alone && mayBe(alone, name, reigns)) return alone;
  const known = cast.find(name);
  if (known && known.kind === 'person' && mayBe(known, name, reigns)) return known;
  const last = surnameOf(name);
  const shared = cast.findPerson(single ? name.replace(/^(?:al|el|Al|El)-/, '') : last);
  if (shared && mayBe(shared, name, reigns) && (single || !shared.name.includes(' ') || sameFirst(shared.name, name))) {
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

const REIGNING: ReadonlySet<string> = new Set(['king', 'queen', 'pope', 'emir', 'sultan', 'emperor']);

/** "King Hussein" is called by a first name: he is not Saddam Hussein, whoever of the two was met before. */
function mayBe(entity: Entity, name: string, reigns: boolean): boolean {
  const crowned = entity.roles.some((role) => REIGNING.has(role));
  if (name.includes(' ')) return !crowned || reigns || entity.name.includes(' ');
  return !reigns || crowned || !entity.name.includes(' ');
}

/** "Bin Laden" after "Osama bin Laden": the one whose name ends with it; null otherwise. */
const ofParticle = (entity: Entity | null, name: string): Entity | null =>
  entity?.name.toLowerCase().endsWith(` ${name.toLowerCase()}`) ? entity : null;

/** "Volodymyr Zelensky" and "V. Zelensky", or one a prefix of the other. */
export function sameFirst(a: string, b: string): boolean {
  const x = (a.split(' ')[0] ?? '').replace('.', '');
  const y = (b.split(' ')[0] ?? '').replace('.', '');
  return x.startsWith(y) || y.startsWith(x);
}

/** A sequence of capitals without a title: a person known or likely, else a body by its head word or as an acronym. */
export function properName(reader: Reader, from: number, k: number, to: number, context: Context): Piece {
  const { view, cast } = reader;
  const name = raw(view, k, to);
  const words = name.split(' ');
  const { firstNames, leaders } = actorLexicon();
  // "This past Friday": a day is nobody
  if (words.length === 1 && (TIME_NAME.test(name) || isMay(view, k))) return { to, entity: null };
  if (name === 'West Bank') return { to, entity: null };
  const known = (words.length === 1 ? bearerOf(reader, name, to - 1, null) : null) ?? cast.find(name);
  if (known) {
    push(reader, known.kind === 'person' ? k : from, to, to - 1, known, 'name', 'again', 'a name met before');
    return { to, entity: known };
  }
  // "Institute of Volcanology": the word before "of" tells what it is.
  const last = (name.split(/ (?:of|for|on|against|without) /)[0] ?? name).split(' ').at(-1)?.toLowerCase() ?? '';
  const first = words[0] ?? '';
  if (
    words.length >= 2 &&
    (leaders.has(name) ||
      view.own?.leaders.has(name) ||
      (firstNames.has(first) && !BODY_HEAD.test(last) && !PLACE_WORD.test(name)))
  )
    return person(reader, k, k, to, null, context);
  if (words.length === 1 || (words.length === 2 && PARTICLE.test((words[0] ?? '').toLowerCase()))) {
    const someone =
      cast.findPerson(name.replace(/^(?:al|el|Al|El)-/, '')) ?? ofParticle(cast.findPerson(words[1] ?? ''), name);
    if (someone) {
      cast.alias(someone, name);
      push(reader, from, to, to - 1, someone, 'name', 'again', 'part of a name met before');
      return { to, entity: someone };
    }
  }
  // "Nairobi Police": of that land, and not the land
  const ofLand = context.country !== null && (reader.speakers.has(to - 1) || FORCE_HEAD.test(last));
  // "the Tarn County Sheriff's Office": whose it is, is part of what it is called
  const office = name === 'Office' || name === 'Department' ? ownedOffice(reader, from, k, context) : null;
  if (office) return office;
  if ((words.length >= 2 || ofLand) && BODY_HEAD.test(last)) return body(reader, from, k, to, name, context);
  // "Radio Velmar said": a station, and nobody of that name
  if (words.length >= 2 && STATION.test(first)) return body(reader, from, k, to, name, context);
  let speaks = false;
  for (let i = k; i < to; i++) speaks ||= reader.speakers.has(i);
  if (
    words.length >= 2 &&
    words.length <= 4 &&
    !PLACE_WORD.test(name) &&
    (standsAsPerson(reader, from, to) || comesBack(reader, from, to))
  )
    return person(reader, k, k, to, null, context);
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
  const term = words.length === 1 ? knownTerm(name, context.country, reader.published, reader.view.own) : null;
  const acts = view.relation[to - 1] === REL.nsubj || view.relation[to - 1] === REL['nmod:poss'];
  if (term && (term.current || acts) && view.upos[to - 1] === PROPN) return person(reader, k, k, to, null, context);
  // "Karim smiled": a first name alone that does something.
  if (
    words.length === 1 &&
    acts &&
    firstNames.has(name) &&
    view.upos[to - 1] === PROPN &&
    view.upos[view.head[to - 1] ?? -1] === VERB
  )
    return person(reader, k, k, to, null, context);
  if (speaks && (/\.(?:com|org|net|ru|ua|co|info)$/i.test(name) || ABSTRACT.test(name)))
    return body(reader, from, k, to, name, context);
  if (speaks && !/^(?:the)$/.test(view.lower[from] ?? '')) return person(reader, k, k, to, null, context);
  if (speaks) return body(reader, from, k, to, name, context);
  const agent = agentOf(view, to - 1);
  if (agent?.kind === 'group' && view.lower[from] === 'the') {
    // "the Coalition", "the Army": a common noun made a name.
    const whole = raw(view, adjectiveBefore(view, k), to);
    const met = whole === name ? null : cast.find(whole);
    if (met) {
      push(reader, from, to, to - 1, met, 'name', 'again', 'a name met before');
      return { to, entity: met };
    }
    const entity = cast.add({
      name: whole,
      kind: 'organisation',
      country: context.country,
      sector: agent.sector === 'UNK' ? null : agent.sector,
      title: null,
      gender: null,
      named: true,
      plural: false,
      roles: [],
    });
    push(reader, from, to, to - 1, entity, 'name', 'body', 'a noun for a body, written as its name');
    return { to, entity };
  }
  return { to, entity: null };
}

const BEFORE_MONTH = /^(?:in|since|until|till|last|next|this|late|early|mid|during)$/;

/** "May 3", "3 May", "in May": the month, and nobody of that name. */
function isMay({ lower, upos }: TokenView, at: number): boolean {
  if (lower[at] !== 'may') return false;
  return upos[at + 1] === NUM || upos[at - 1] === NUM || BEFORE_MONTH.test(lower[at - 1] ?? '');
}

export /** Words of places' names: "New York", "Port Averin", "Palm Beach". */
const PLACE_WORD =
  /^(?:New|San|Santa|Saint|St\.?|Port|Fort|Mount|Mt\.?|Lake|Cape|North|South|East|West|Northern|Southern|Eastern|Western|Central|Upper|Lower|Los|Las|El|La|Gulf|Tel|Den)\b|\b(?:City|Beach|River|Street|Road|Avenue|Square|Airport|Island|Islands|County|Province|Valley|Sea|Ocean|Bay|Bridge|Mountains?|Desert|Strait|Peninsula|Heights|Hills|Park|Hall|Stadium|Region|District|Camp|Strip|Bank|Canal|Coast|Springs|Hotel|Mosque|Avenue|Lane|Boulevard|Ave\.?|Blvd\.?|Tower|Towers|Building|Palace|Prison|Jail|Station|Plaza|Market|Museum|Monument|Memorial|Cathedral|Temple|Synagogue|Gate|Barracks|Base|Mall|Junction|Crossing|Checkpoint|Neighbou?rhood|Village|Town|Governorate|Oblast|Creek|Reservoir|Dam|Forest|Highway|Terminal|Center|Centre|Day|Eve|Week|Act|Agreement|Accords?|Treaty|Plan|Prize|Award|War|Summit|Olympics|Cup|Games|Times|Resolution|Constitution)$/;

const TIME_NAME =
  /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|June|July|August|September|October|November|December|Today|Yesterday|Tomorrow|Tonight)s?$/;
/** Last words of names that are no person's, though they speak. */
const ABSTRACT =
  /\b(?:Science|Sciences|Education|Protection|Research|Security|Justice|Affairs|Defen[cs]e|Health|Energy|Technology|Technologies|Group|Team|Project|Systems|Partners|Media|Studio|Studios|Magazine|Online|Weekly|Union|Peace|Analytics|Strategies|Airlines|Motors|Bank|Capital|Holdings|Energy|Oil|Gas)$/;

/** "Abboud Qanbar … Qanbar was": a name whose last word comes back alone and does something. */
function comesBack(reader: Reader, from: number, to: number): boolean {
  const { view } = reader;
  if (view.lower[from - 1] === 'the' || view.lower[from] === 'the') return false;
  if (/^(?:hurricane|typhoon|cyclone|storm|operation|project|mount|camp)$/.test(view.lower[from] ?? '')) return false;
  return reader.alone.has(view.lower[to - 1] ?? '');
}

/** "The Tarn County Sheriff's Office": by all its words; null where no owner stands before it. */
function ownedOffice(reader: Reader, from: number, k: number, context: Context): Piece | null {
  const { view, cast } = reader;
  if (from >= k - 1 || !POSSESSIVE.has(view.lower[k - 1] ?? '')) return null;
  const first = from + (view.upos[from] === DET ? 1 : 0);
  const name = raw(view, first, k + 1);
  const known = cast.find(name);
  if (!known) return body(reader, from, k, k + 1, name, context);
  push(reader, from, k + 1, k, known, 'name', 'again', 'a name met before');
  return { to: k + 1, entity: known };
}

const STATION = /^(?:Radio|Televisi[oó]n|TV|Agence|Agencia)$/;

const AGE = /^(?:[1-9]|[1-9]\d|10\d)$/;

/** "19-year-old Tarn Vell", "Tarn Vell, 19, of Leeds": whoever has an age is a being. */
const isAged = ({ lower, upos }: TokenView, from: number, to: number): boolean =>
  (lower[from - 1] === 'old' && lower[from - 3] === 'year' && upos[from - 5] === NUM) ||
  (lower[to] === ',' && lower[to + 2] === ',' && AGE.test(lower[to + 1] ?? ''));

/** What is done to people alone. */
const OF_PEOPLE: ReadonlySet<string> = new Set([
  'convicted', 'sentenced', 'jailed', 'imprisoned', 'arrested', 'detained', 'charged', 'acquitted', 'pardoned', 'wounded', 'injured', 'killed', 'murdered', 'beaten', 'tortured', 'abducted', 'kidnapped',
  'hospitalised', 'hospitalized', 'appointed', 'elected', 'sworn', 'married', 'born', 'buried', 'deported', 'extradited', 'assassinated', 'executed', 'indicted', 'accused', 'survived', 'pronounced',
]); // biome-ignore format: one table

/** "Its secretary-general, Dirk Maas,", "the head of the commission, Dirk Maas,": a nameless person in the phrase that the comma ends. */
function isDescribedBefore({ view, mentions }: Reader, comma: number): boolean {
  for (let m = mentions.length - 1; m >= 0 && m >= mentions.length - 3; m--) {
    const last = mentions[m];
    if (!last || view.sentence[last.head] !== view.sentence[comma] || comma - last.to > 8) return false;
    if (last.entity.kind !== 'person') continue;
    if (last.entity.named) return false;
    for (let i = last.to; i < comma; i++)
      if (view.upos[i] === VERB || view.lower[i] === ',' || view.lower[i] === 'and') return false;
    return last.to === comma || m === mentions.length - 1 || OF_BODY.test(view.lower[last.to] ?? '');
  }
  return false;
}
const OF_BODY = /^(?:of|for|at|in)$/;

/** Whether a sequence of capitals does or is said to be what persons are: a subject of a verb, or described after a comma. */
function standsAsPerson(reader: Reader, from: number, to: number): boolean {
  const { view } = reader;
  if (view.lower[from - 1] === 'the' || view.lower[from] === 'the') return false;
  if (isAged(view, from, to)) return true;
  if (
    view.lower[to] === ',' &&
    titleAt(view, to + 1) &&
    /^(?:of|for)$/.test(view.lower[titleAt(view, to + 1)?.to ?? 0] ?? '')
  )
    return true; // "Budi Gunawan, chief of the agency"
  if (view.lower[to] === ',' && /^(?:a|an|the|his|her)$/.test(view.lower[to + 1] ?? '')) {
    // "Youssef Chahed, the prime minister of …": described as somebody.
    const phrase = phraseAfter(view, to + 1);
    if (
      phrase &&
      (agentOf(view, phrase.head)?.kind === 'person' || titleAt(view, phrase.head) || titleAt(view, phrase.from + 1))
    )
      return true;
  }
  if (view.lower[from - 1] === ',' && isDescribedBefore(reader, from - 1)) return true;
  for (const token of [to - 1, from]) {
    const undergoes = view.relation[token] === REL['nsubj:pass'];
    if (view.relation[token] !== REL.nsubj && !undergoes) continue;
    const verb = view.head[token] ?? -1;
    if (verb <= to - 1 || view.upos[verb] !== VERB) continue;
    // "Tarn Vell was convicted", against "Tarn Hall was rebuilt"
    if (!undergoes || OF_PEOPLE.has(view.lower[verb] ?? '')) return true;
  }
  return false;
}

function initials(name: string): string {
  return name
    .split(/[ -]/)
    .map((word) => (/^\p{Lu}/u.test(word) ? word.charAt(0) : ''))
    .join('');
}

/** First token of the country adjective right before a name: "Syrian" of "Syrian Army"; `k` if there is none. */
function adjectiveBefore(view: TokenView, k: number): number {
  for (let i = Math.max(0, k - 2); i < k; i++) {
    const named = view.sentence[i] === view.sentence[k] ? namedAt(view, i) : null;
    if (named && named.to === k && named.entry.use !== 'body' && named.entry.use !== 'people') return i;
  }
  return k;
}

export function body(reader: Reader, from: number, k: number, to: number, bare: string, context: Context): Piece {
  const { cast, view } = reader;
  // "the UK Government", "the Syrian Administration" stand for their state
  if (context.state && /^(?:Government|Administration|Authorities)$/.test(bare)) {
    push(
      reader,
      from,
      to,
      to - 1,
      context.state,
      'description',
      'officials',
      'the government of a country stands for it',
    );
    return { to, entity: context.state };
  }
  // "the Syrian Army", "American Civil Liberties Union": the country's adjective, written before it, is part of the name
  const first = adjectiveBefore(view, k);
  const name = first < k ? raw(view, first, to) : bare;
  const known = first < k ? cast.find(name) : null;
  if (known) {
    push(reader, from, to, to - 1, known, 'name', 'again', 'a name met before');
    return { to, entity: known };
  }
  const lower = name.toLowerCase();
  let country = context.country ?? context.owner?.country ?? stateBehind(reader, to);
  for (let i = k + 1; i + 1 < to && !country; i++) if (view.lower[i] === 'of') country = stateBehind(reader, i);
  const sector = SECTOR_OF.find(([pattern]) => pattern.test(lower))?.[1] ?? context.sectorOfBody ?? null;
  const entity = cast.add({
    name,
    kind: 'organisation',
    country: country ?? null,
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
