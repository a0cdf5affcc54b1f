// A phrase without a name in; who it describes ("the president", "two gunmen", "U.S. officials") out.

import { FormTable } from '../../text/word-forms.ts';
import type { Entity } from './cast.ts';
import { CHARGE, type Context, DAY, MY, type Piece, push, type Reader, raw, same } from './chunk.ts';
import { describedSector, isFeast } from './described-sector.ts';
import { type Agent, actorLexicon, type ByWords, namedAt, titleAt } from './lexicon.ts';
import { isMovement, isStateForce } from './movement.ts';
import { namesakeCountry } from './namesake.ts';
import { isInsideWord, joinedFrom, POSSESSIVE, phraseAfter } from './phrase.ts';
import { namedOf } from './same-office.ts';
import { ADJ, AUX, DET, NOUN, NUM, PROPN, PUNCT, REL, type TokenView, VERB } from './token-view.ts';

const GENERIC_STATE = /^(?:officials?|authorities|government|administration|regime)$/;

const ACTING: ReadonlySet<number> = new Set([REL.nsubj, REL['nsubj:pass'], REL['obl:agent']]);

/** Whom every state and army has: "their citizens" are not those who were named before. */
const OWN =
  /^(?:citizens|nationals|people|diplomats|ambassadors|troops|forces|soldiers|governments|leaders|ministers|officials|ministry|army|military|parliament|police)$/;

/** "U.S. officials", "two gunmen", "a coalition spokesman", "residents": who they are by their noun. */
export function described(
  reader: Reader,
  from: number,
  at: number,
  to: number,
  context: Context,
  modifier: number,
): Piece {
  const { view, cast } = reader;
  const head = to - 1;
  if (head < at || view.upos[head] === PUNCT) return { to, entity: null };
  // "took guests hostage": what they were made is none of their name
  if (head > at && view.relation[head] === REL.xcomp && view.upos[head - 1] === NOUN)
    return described(reader, from, at, head, context, modifier);
  const word = view.lower[head] ?? '';
  const agent = agentOf(view, head) ?? (isMission(reader, head, context) ? MISSION : undefined);
  const speaks = reader.speakers.has(head);
  // "the Hamas militant group": the body itself
  if (
    context.body &&
    context.body.kind !== 'state' &&
    view.lower[at] !== 'a' &&
    /^(?:group|movement|organi[sz]ation|network)$/.test(word)
  ) {
    push(reader, from, to, head, context.body, 'name', 'body', 'a body of the lexicon, with what it is');
    return { to, entity: context.body };
  }
  if (!agent && (!speaks || context.owner?.kind === 'person' || !mayAct(word))) return { to, entity: null };
  // "an air campaign", "the military campaign": what is fought; "the Holt campaign" acts
  if (
    /^campaigns?$/.test(word) &&
    !speaks &&
    !context.owner &&
    !MY.has(view.lower[head - 1] ?? '') &&
    view.upos[head - 1] !== PROPN &&
    view.lower[head - 1] !== 'the' &&
    view.upos[head - 1] !== DET
  )
    return { to, entity: null };
  if (isFeast(view, head)) return { to, entity: null };
  // "the frog's head", "their heads": parts of bodies, where nothing says what they are the head of or who it is
  if (/^heads?$/.test(word) && view.lower[to] !== 'of' && !namedBehind(view, to)) return { to, entity: null };
  if (view.upos[head] !== NOUN && view.upos[head] !== PROPN && !speaks) return { to, entity: null };
  // A hospital or a court acts where it is the subject; elsewhere it is a place.
  if (
    agent &&
    !speaks &&
    PLACES.test(word) &&
    view.relation[head] !== REL.nsubj &&
    view.relation[head] !== REL['nsubj:pass'] &&
    view.relation[head] !== REL['obl:agent']
  )
    return { to, entity: null };
  const plural = agent ? agent.kind === 'group' : word.endsWith('s');
  // "the Velmari side said", against "on the Velmari side of the river"
  const isSide = word === 'side' && view.lower[to] !== 'of' && ACTING.has(view.relation[head] as number);
  if (
    agent &&
    agent.sector === 'UNK' &&
    !speaks &&
    !(isSide && context.state) &&
    !(context.definite && COLLECTIVE.test(word))
  )
    return { to, entity: null };
  const country = context.country ?? context.owner?.country ?? context.body?.country ?? null;
  const state = context.state ?? (context.owner?.kind === 'state' ? context.owner : null);
  if (
    state &&
    ((agent?.sector === 'GOV' && plural && GENERIC_STATE.test(word)) || (isSide && state === context.state))
  ) {
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
  let begin = context.owner || isOwned(view, from, at) ? from : at;
  while (
    begin < head &&
    (view.upos[begin] === DET ||
      MY.has(view.lower[begin] ?? '') ||
      /^(?:least|most|than|about|some|many|other|several)$/.test(view.lower[begin] ?? '')) &&
    // "several hundred miners" are no hundred
    !(view.lower[begin] === 'several' && (LARGE.test(view.lower[begin + 1] ?? '') || view.lower[begin + 1] === '-'))
  )
    begin++;
  // "the so-called Tarn group": what it is called
  if (view.lower[begin] === 'so' && view.lower[begin + 2] === 'called' && begin + 3 < head) begin += 3;
  // "set free twelve soldiers"
  if (view.lower[begin] === 'free' && /^sets?$|^setting$/.test(view.lower[begin - 1] ?? '') && begin < head) begin++;
  // "image caption Federal troops": what stands before a caption
  for (let at = begin; at < head; at++) if (view.lower[at] === 'caption') begin = at + 1;
  // "on Friday rebels fired": the day is none of their name
  while (begin < head && DAY.test(view.lower[begin] ?? '')) begin++;
  if (begin > from && DAY.test(view.lower[begin - 1] ?? '')) from = begin;
  while (begin < head && view.tag(begin) === 'VBG' && view.lower[begin + 1] !== '-' && begin === at) begin++;
  if (begin === at && view.lower[begin] === 'duty' && view.lower[begin - 1] === 'off') {
    if (from === begin) from--;
    begin--;
  }
  // "an off-duty policeman": whatever its first half is, the word is one
  for (let first = at; begin === first && isInsideWord(view, begin); first -= 2) {
    if (from === begin) from -= 2;
    begin -= 2;
  }
  const first = country === null && !namedAt(view, begin - 2) ? joinedFrom(view, begin, head) : begin;
  if (first < from) from = first;
  const name = raw(view, modifier >= 0 && modifier < begin ? modifier : first, to);
  while (from < begin && /^(?:least|most|than)$/.test(view.lower[from] ?? '')) from++;
  // "advised their citizens": not the citizens that were named before; "the police in Lintz": those of the town
  const whose =
    (OWN.test(word) && begin > from && MY.has(view.lower[from] ?? '')) || isOfTown(view, to, agent, country);
  const known =
    cast.find(name) ??
    (context.definite ? namedOf(reader, begin, head) : null) ??
    (context.definite && !whose
      ? later(
          reader,
          // "Kern's campaign" is not "Holt's campaign", though both are of one country
          sameHead(reader, word, begin, head, context.owner?.kind === 'person' ? null : country),
          context.country || context.owner ? null : collective(reader, word, begin, head),
        )
      : null);
  if (known) {
    push(reader, from, to, head, known, 'description', 'described', 'the same description as before');
    return { to, entity: known };
  }
  const kind = plural
    ? 'group'
    : agent?.kind === 'person' || (!agent && /(?:[^v]er|or|ist|man|woman|ian|person)$/.test(word))
      ? 'person'
      : 'organisation';
  const sector = describedSector(view, head, agent, context);
  // "the National Transport Board … the board": the only body before that is called so
  const full = begin === head && context.definite && SHORTENED.has(word) ? calledSo(cast.entities, word) : null;
  if (full) {
    push(reader, from, to, head, full, 'description', 'described', 'the noun of the only body named so before');
    return { to, entity: full };
  }
  const entity = cast.add({
    name,
    kind,
    country: country ?? namesakeCountry(reader, begin, head),
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

/** "The police in Lintz", which may be another land's than the police told of before. */
const isOfTown = ({ lower, upos }: TokenView, to: number, agent: Agent | undefined, country: string | null): boolean =>
  agent?.sector === 'COP' && country === null && lower[to] === 'in' && upos[to + 1] === PROPN;

/** "Kern's lawyer": whose somebody is, by a name that stands for no actor. */
const isOwned = ({ lower, upos }: TokenView, from: number, at: number): boolean =>
  from < at - 1 && upos[from] === PROPN && POSSESSIVE.has(lower[at - 1] ?? '');

const LARGE = /^(?:dozen|hundred|thousand|million)$/;

/** Nouns for bodies that stand for their whole name. */
const SHORTENED: ReadonlySet<string> = new Set([
  'commission', 'committee', 'council', 'court', 'tribunal', 'ministry', 'department', 'agency', 'authority', 'association', 'federation', 'party', 'front', 'league', 'movement', 'bureau', 'board', 'foundation', 'embassy', 'consulate', 'coalition', 'confederation', 'directorate', 'secretariat',
]); // biome-ignore format: one table

/** The only body of several words whose noun this is; null where there is none or another. */
function calledSo(entities: readonly Entity[], word: string): Entity | null {
  let found: Entity | null = null;
  for (const entity of entities) {
    if (!entity.named || (entity.kind !== 'organisation' && entity.kind !== 'group')) continue;
    const name = ` ${entity.name.toLowerCase()} `;
    const at = name.indexOf(` ${word} `);
    if (at < 1 && !name.startsWith(` ${word} of `)) continue;
    const behind = name.slice(at + word.length + 2);
    if (behind !== '' && !/^(?:of|for|on) /.test(behind)) continue;
    if (found) return null;
    found = entity;
  }
  return found;
}

/** A being by the ending of its noun: "operator", "violinist". */
export const isBeing = (word: string): boolean => /(?:[^v]er|or|ist|man|woman|ian)$/.test(word) && !THING.test(word);

/** A common noun that is in no list but may speak: a being by its ending, or what people say things through. */
export function mayAct(word: string): boolean {
  return (
    (/(?:[^v]er|or|ist|man|men|woman|women|ian|person|ee|ant)s?$/.test(word) && !THING.test(word)) || SOURCE.test(word)
  );
}

const THING =
  /^(?:number|paper|letter|order|matter|power|river|water|weather|corner|center|quarter|chapter|disaster|murder|border|winter|summer|factor|sector|error|terror|horror|motor|harbor|harbour|labor|labour|list|mist|other|another|member|computer|shelter|theater|theatre|tower|answer|offer|transfer|order|trigger|tanker|freighter|helicopter|container|bunker|crater|filter|meter|liter|register|newsletter|twitter|afternoon|moment|ten|employment|garden|plant|restaurant|grant|warrant|covenant|want|fee|committee|coffee|degree|tree|knee)s?$/;

/** What words come from without a person named: "the report said", "polls show". */
export const SOURCE =
  /^(?:reports?|statements?|polls?|surveys?|stud(?:y|ies)|documents?|letters?|e-?mails?|data|figures|results|sources?|records?|analys[ie]s|memos?|rulings?|filings?|indictments?|complaints?|laws?|bills?|constitution|charter|treaty|resolutions?|articles?|editorials?|columns?|stor(?:y|ies)|accounts?|papers?|books?|website|sites?|posts?|tweets?|messages?|notes?|texts?|transcripts?|ads?|advertisements?|releases?|communiqu[eé]s?|declarations?|agreements?|deals?|decisions?|headlines?|magazines?|newspapers?|agenc(?:y|ies)|broadcasters?|outlets?|media|press|stations?|channels?|blogs?|signs?|banners?|posters?|palace|panel|teams?|sides?|camps?|offices?|estimates?|evidence|testimony|notices?|leaflets?|videos?|footage|manifesto|paper|plaintiffs?|lawsuits?|suit|affidavits?|summary|projections?|forecasts?|assessments?|findings|intelligence|leaks?|cables?|dispatch(?:es)?|firm|ministry|club|federation|family|households?|council)$/;

export function singular(agents: ByWords<Agent>, word: string): Agent | undefined {
  if (!word.endsWith('s')) return undefined;
  const one = agents.get(word.slice(0, -1)) ?? (word.endsWith('ies') ? agents.get(`${word.slice(0, -3)}y`) : undefined);
  return one ? { ...one, kind: 'group' } : undefined;
}

/** "the general secretary of the union (NUR), Mick Kern": the name that follows says who it is. */
export function namedBehind(view: TokenView, to: number): boolean {
  if (!/^(?:of|for|at|in)$/.test(view.lower[to] ?? '') && view.lower[to] !== ',') return false;
  for (let i = to; i < to + 14 && i + 1 < view.length && same(view, to, i); i++) {
    if (view.lower[i] === ',') return view.upos[i + 1] === PROPN && view.upos[i + 2] === PROPN && !namedAt(view, i + 1);
    if (view.upos[i] === VERB || view.upos[i] === AUX) return false;
  }
  return false;
}

const MISSION: Agent = { kind: 'group', sector: 'GOV', gender: null };

/** "The U.N. mission", and "the mission" behind one that acts: "a rescue mission", "his mission" are what somebody does. */
function isMission(reader: Reader, head: number, { body, owner, definite }: Context): boolean {
  if (reader.view.lower[head] !== 'mission') return false;
  return (body ?? owner)?.country === 'IGO' || (definite && sameHead(reader, 'mission') !== null);
}

/** The state or body that a title is of: "of France", "for the Israeli army"; null if the lists know none. */
export function ofWhat(reader: Reader, end: number): { country: string | null; sector: string | null } | null {
  const { view } = reader;
  const to = sharedEnd(view, end);
  if (!/^(?:of|for)$/.test(view.lower[to] ?? '')) return null;
  let i = to + 1;
  while (i < to + 3 && (view.upos[i] === DET || view.lower[i] === 'the')) i++;
  const named = i < view.length && same(view, to, i) ? namedAt(view, i) : null;
  if (!named) return chargedIn(view, to, i);
  if (named.entry.use === 'body') return { country: named.entry.country, sector: named.entry.sector };
  const phrase = phraseAfter(view, i);
  const last = phrase ? phrase.to - 1 : named.to;
  const body = last > named.to - 1 ? (namedAt(view, named.to)?.entry.sector ?? agentOf(view, last)?.sector) : undefined;
  return { country: named.entry.country, sector: body ?? null };
}

/** "The president | and prime minister | of France": where the words begin that say of what all of them are; `end` where no other office follows. */
function sharedEnd(view: TokenView, end: number): number {
  let to = end;
  while (view.lower[to] === ',' || view.lower[to] === 'and') {
    const other = same(view, end, to + 1) ? titleAt(view, to + 1) : null;
    if (!other) break;
    to = other.to;
  }
  return to > end && view.lower[to] === 'of' ? to : end;
}

/** "Minister of Foreign Affairs | of Iraq": the land behind what somebody is charged with. */
function chargedIn(view: TokenView, to: number, i: number): { country: string | null; sector: null } | null {
  let at = i;
  while (at < i + 7 && CHARGE.test(view.lower[at] ?? '')) at++;
  if (at < i + 2 || !same(view, to, at) || !/^(?:of|the)$/.test(view.lower[at - 1] ?? '')) return null;
  const entry = namedAt(view, at)?.entry;
  return entry?.kind === 'state' && entry.use !== 'adjective' ? { country: entry.country, sector: null } : null;
}

const PLACES =
  /^(?:hospital|clinic|school|university|mosque|church|bank|court|embassy|consulate|institute|website|radio|television|newspaper|magazine)$/;
const COLLECTIVE =
  /^(?:group|movement|militia|organisation|organization|alliance|party|bloc|network|faction|charity|agency)$/;

/**
 * "The group" after "Hamas": the armed group, party or body named last; null when none was, or where the words between give
 * another name ("the opposition Velo party").
 */
function collective(reader: Reader, word: string, begin: number, head: number): Entity | null {
  if (begin === head && MILITANTS.test(word)) return onlyArmed(reader.cast.entities);
  // "Chad and the Tarn Front met. The rebels said": those just named, where no others have a name
  if (begin === head && word === 'rebels' && reader.view.lower[head - 1] === 'the') {
    const armed = onlyArmed(reader.cast.entities);
    return armed && isJustNamed(reader, armed, head) && !hasOthers(reader.view) ? armed : null;
  }
  if (!COLLECTIVE.test(word)) return null;
  // "the news agency", "the intelligence agency": one of that kind
  if (word === 'agency' && !/^(?:the|aid|relief|humanitarian|un|u\.n\.)$/.test(reader.view.lower[head - 1] ?? ''))
    return null;
  const names = namesAmong(reader.view, begin, head);
  for (let m = reader.mentions.length - 1; m >= 0 && m > reader.mentions.length - 30; m--) {
    const entity = reader.mentions[m]?.entity;
    if (!entity?.named || entity.kind === 'person' || entity.kind === 'state') continue;
    // a regiment or a ministry is no movement
    if (/^(?:MIL|COP|GOV|LEG|JUD)$/.test(entity.sector ?? '') && word !== 'alliance') continue;
    if (!isCalled(entity, word)) continue;
    const own = entity.name.toLowerCase();
    return names.every((name) => own.includes(name)) ? entity : null;
  }
  return null;
}

/** Whether "the group" at a token means one told of before. */
export function isGroupMeant(reader: Reader, head: number): boolean {
  const word = reader.view.lower[head] ?? '';
  if (!COLLECTIVE.test(word) || reader.view.lower[head - 1] !== 'the') return false;
  return (collective(reader, word, head, head) ?? sameHead(reader, word, head, head)) !== null;
}

/** Whether a report tells of rebels whom it does not take for known. */
const hasOthers = ({ lower }: TokenView): boolean =>
  lower.some((word, at) => word === 'rebels' && lower[at - 1] !== 'the');

/** Whether an actor is mentioned in the sentence of a word or in the one before. */
function isJustNamed({ mentions, view }: Reader, entity: Entity, word: number): boolean {
  for (let m = mentions.length - 1; m >= 0; m--) {
    const one = mentions[m];
    if (!one || (view.sentence[word] ?? 0) - (view.sentence[one.head] ?? 0) > 1) return false;
    if (one.entity === entity) return true;
  }
  return false;
}

/** What those of an armed group are called in one report after another; rebels and fighters may be anybody's. */
const MILITANTS = /^(?:militants|jihadists|jihadis|extremists|insurgents|guerrillas)$/;
const ARMED: ReadonlySet<string | null> = new Set(['REB', 'UAF', 'PRM']);

/** "The militants" after "ISIL": the one armed group with a name that the text has told of; null where it told of none or of several. */
function onlyArmed(entities: readonly Entity[]): Entity | null {
  let found: Entity | null = null;
  for (const entity of entities) {
    if (!entity.named || entity.kind === 'person' || entity.kind === 'state' || !ARMED.has(entity.sector)) continue;
    if (found) return null;
    found = entity;
  }
  return found;
}

/** "The group": of one described so before and a body with a name the one that was mentioned last. */
function later({ mentions }: Reader, one: Entity | null, other: Entity | null): Entity | null {
  if (!one || !other) return one ?? other;
  for (let m = mentions.length - 1; m >= 0; m--) {
    const entity = mentions[m]?.entity;
    if (entity === one || entity === other) return entity;
  }
  return one;
}

/** Whether a body may be meant by a noun for several: nobody calls an alliance of states a party, or a party a charity. */
function isCalled({ kind, country, name, sector }: Entity, word: string): boolean {
  if (word === 'charity') return country === 'NGO';
  if (word === 'agency')
    return country === 'NGO' || (country === 'IGO' && !/^(?:united nations|european union)$/i.test(name));
  // of states, or of parties in a parliament
  if (word === 'bloc')
    return country === 'IGO' ? name !== 'United Nations' : sector === 'PTY' || /bloc|alliance|coalition/i.test(name);
  if (word === 'party')
    return (
      sector === 'PTY' ||
      sector === 'OPP' ||
      sector === null ||
      (sector === 'REB' && /part(?:y|ei)|front|hezbollah|hamas/i.test(name))
    );
  // a news agency is no group that acts
  if (sector === 'JRN') return word === 'network' || /^organi[sz]ation$/.test(word);
  // the United Nations and a union of states are none
  if (word === 'alliance') return kind === 'group' || /alliance|coalition|\bnato\b|\bpact\b|league|front/i.test(name);
  // "the Orlec Front", which no list knows
  if (kind === 'organisation' && country !== 'IGO' && isMovement(name)) return true;
  return kind === 'group' || /^(?:organi[sz]ation|alliance|bloc|network)$/.test(word);
}

/** The words written as names from `begin` to `head`, in lower case. */
function namesAmong(view: TokenView, begin: number, head: number): string[] {
  const names: string[] = [];
  for (let at = begin; at < head; at++) {
    const code = view.text.charCodeAt(view.start[at] ?? 0);
    if (code > 64 && code < 91) names.push(view.lower[at] ?? '');
  }
  return names;
}

const agentBy = new FormTable((word) => {
  const { agents } = actorLexicon();
  return agents.get(word) ?? singular(agents, word) ?? null;
});
const opensAgent = new FormTable((word) => actorLexicon().agentOpenings.has(word));

/** The agent noun at a token, with the word before it where two words say more ("rescue workers"). */
export function agentOf(view: TokenView, head: number): Agent | undefined {
  const { forms, word, lower } = view;
  const number = word[head];
  if (number === undefined) return undefined;
  const before = word[head - 1];
  const two =
    before !== undefined && opensAgent.of(forms, before)
      ? actorLexicon().agents.get(`${lower[head - 1]} ${lower[head]}`)
      : undefined;
  return two ?? agentBy.of(forms, number) ?? undefined;
}

/** "The army" after "Sudan's military": the same nouns, or those for the forces of a state. */
const isSame = (roles: readonly string[], word: string): boolean =>
  roles.includes(word) ||
  (STATE_FORCES.has(word) && roles.some((role) => STATE_FORCES.has(role))) ||
  (word === 'alliance' && roles.includes('coalition'));
const STATE_FORCES: ReadonlySet<string> = new Set(['army', 'military']);

/** What a ministry is for, by the noun or adjective before its head: "foreign"; '' where none stands there. */
const ministryOf = ({ upos, lower }: TokenView, head: number): string =>
  upos[head - 1] === NOUN || upos[head - 1] === ADJ ? (lower[head - 1] ?? '') : '';

/** A name that begins with a number of people. */
const COUNTED =
  /^(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|dozens?)\b/;

/** The number in a phrase, as written; '' where there is none. */
function numberAmong(view: TokenView, from: number, head: number): string {
  for (let at = from; at < head; at++) if (view.upos[at] === NUM) return view.lower[at] ?? '';
  return '';
}

/**
 * "the group", "the minister" after "an armed group": the last described one with the same head noun. "The Kurdish fighters"
 * are not "three fighters" of whom nothing says that they are Kurdish: names among the words from `begin` on must agree.
 */
export function sameHead(
  reader: Reader,
  word: string,
  begin = 0,
  head = 0,
  country: string | null = null,
): Entity | null {
  const { view } = reader;
  const names = namesAmong(view, begin, head);
  const number = numberAmong(view, begin, head);
  const ministry = word === 'ministry' ? ministryOf(view, head) : '';
  for (let m = reader.mentions.length - 1; m >= 0 && m > reader.mentions.length - 60; m--) {
    const mention = reader.mentions[m];
    const entity = mention?.entity;
    if (!mention || !entity || ((entity.named || !isSame(entity.roles, word)) && !isStateForce(view, mention, word)))
      continue;
    // "Sudan's military" is not South Sudan's army
    if (country !== null && entity.country !== null && entity.country !== country) continue;
    const own = entity.name.toLowerCase();
    // "the three soldiers" are not the "500 soldiers" before
    if (number !== '' && COUNTED.test(own) && !own.startsWith(`${number} `)) continue;
    // "the foreign ministry" is not the defence ministry
    if (!own.includes(ministry)) continue;
    if (
      names.length === 0 ||
      (country !== null && entity.country === country) ||
      names.some((name) => own.includes(name))
    )
      return entity;
  }
  return null;
}
