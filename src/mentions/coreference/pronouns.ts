// Mentions and pronouns in, whom each pronoun means out: by number, gender, role, quotation and recency; level candidates stay unresolved.

import type { Issue } from '../../report/issue.ts';
import { mark } from '../../text/word-marks.ts';
import type { Entity, RawMention } from '../actors/cast.ts';
import { isBeing } from '../actors/described.ts';
import { ADV, AUX, PRON, REL, type TokenView } from '../actors/token-view.ts';
import { type Clauses, viewClauses } from '../statements/clauses.ts';
import { CHARGE, DENIES } from '../statements/denied.ts';
import type { Range, Utterance } from '../statements/utterance.ts';
import { alsoFaulted, answerer, doneTo } from './answering.ts';
import { isCalled } from './called.ts';
import { fits, isBody, isOneBody, type Kind } from './number.ts';
import { ownWords } from './own-words.ts';
import { type Count, coordinated, coveredBy, isMain, isOutdone, sayerAbove, toldSubject } from './rivals.ts';
import { isKeeper, type Joined, joinedActors, joinsStates } from './several.ts';
import { faultedFor, goesOn, isDeadAddressed, isSuffering, participleAbove, seizedAs } from './suffering.ts';
import { clauseSubject, clientOf, isOwnerBefore } from './whose.ts';

const KINDS = new Map<string, Kind>([
  ...['he', 'him', 'his', 'himself'].map((w) => [w, 'he'] as const),
  ...['she', 'her', 'hers', 'herself'].map((w) => [w, 'she'] as const),
  ...['it', 'its', 'itself'].map((w) => [w, 'it'] as const),
  ...['they', 'them', 'their', 'theirs', 'themselves'].map((w) => [w, 'they'] as const),
  ...['i', 'me', 'my', 'mine', 'myself'].map((w) => [w, 'i'] as const),
  ...['we', 'us', 'our', 'ours', 'ourselves'].map((w) => [w, 'we'] as const),
  ...['who', 'whom', 'whose'].map((w) => [w, 'who'] as const),
]);

const MEANS = mark((_, word) => KINDS.has(word));

/** For every token the utterance whose quotation it stands in, by index, or -1: the first person inside is its speaker. */
function quotedBy(length: number, utterances: readonly Utterance[]): Int32Array {
  const by = new Int32Array(length).fill(-1);
  utterances.forEach((utterance, index) => {
    // a transcript's turn and what stands after "said:" are the words themselves, without marks
    const verbatim = /^statements\/(?:colon|labelled)$/.test(utterance.rule);
    if (utterance.quoted || verbatim) for (const range of utterance.content) by.fill(index, range.from, range.to);
  });
  return by;
}

/** Of every token the speaker's head where a noun or name behind its sentence's words tells who says them; -1 elsewhere. */
function namedBehind({ length, upos, sentence }: TokenView, utterances: readonly Utterance[]): Int32Array {
  const by = new Int32Array(length).fill(-1);
  for (const { speaker, carried, content } of utterances) {
    if (!speaker || carried || upos[speaker.head] === PRON) continue;
    for (const { from, to } of content)
      for (let i = from; i < to && i < speaker.head; i++)
        if (sentence[i] === sentence[speaker.head]) by[i] = speaker.head;
  }
  return by;
}

/**
 * Resolves in order of the text, so that a resolved pronoun carries its entity on. Those that mean several who were named one
 * by one are no mentions; `several` takes them.
 */
export function resolvePronouns(
  view: TokenView,
  named: readonly RawMention[],
  utterances: readonly Utterance[],
  issues: Issue[],
  several: Map<number, readonly number[]>,
): RawMention[] {
  const found: RawMention[] = [];
  const inOrder = [...named].sort((a, b) => a.head - b.head);
  const turns = turnsOf(view);
  const speaks = new Set(utterances.map((utterance) => utterance.speaker?.head ?? -1));
  const clauses = viewClauses(view);
  const words = new Map<number, readonly Range[]>();
  for (const { speaker, carried, content } of utterances) if (speaker && !carried) words.set(speaker.head, content);
  const speakerOf = new Map<number, Entity>();
  // Every token of a mention leads to its actor; the shortest mention wins ("Trump" in "Trump's envoy"), its head last of all.
  const mentionOf = new Map<number, RawMention>();
  for (const mention of [...inOrder].sort((a, b) => b.to - b.from - (a.to - a.from)))
    for (let i = mention.from; i < mention.to; i++) {
      speakerOf.set(i, mention.entity);
      mentionOf.set(i, mention);
    }
  for (const mention of inOrder) speakerOf.set(mention.head, mention.entity);
  const joined = joinedActors(view, (token) => mentionOf.get(token));
  const joinedBy = new Map(joined.map((one) => [one.mention.entity, one]));
  const members = new Set(joined.flatMap((one) => one.members));
  const candidates = [...inOrder, ...joined.map(({ mention }) => mention)].sort((a, b) => a.head - b.head);
  const by = quotedBy(view.length, utterances);
  const covered = coveredBy(view.length, named);
  const isPerson = (token: number) => speakerOf.get(token)?.kind === 'person';
  const given: Given = {
    view,
    clauses,
    turns,
    speaks,
    joined: joinedBy,
    members,
    saidBefore: namedBehind(view, utterances),
    sayerOf: (pronoun) => speakerOf.get(sayerAbove(view, clauses, pronoun)),
    stays: (kind, i, mention, back) => {
      // what one official says "they" did is their own people's, whom no words name
      if ((kind === 'they' || kind === 'it') && isPerson(sayerAbove(view, clauses, i))) {
        const told = back === 0 && stands(view, mention, isObject);
        if (!told && (back > 1 || !stands(view, mention, isSubject))) return false;
      }
      // "rallied against EU entry talks … to disperse them": what only says of what kind something is is not meant
      if (
        kind === 'they' &&
        !mention.entity.plural &&
        stands(view, mention, isKind) &&
        !stands(view, mention, isSubject)
      )
        return false;
      // "They tried to kill me", said behind "the anniversary of the Guard": whoever the speaker means
      if (
        kind === 'they' &&
        view.quoteAt[i] !== -1 &&
        view.quoteAt[mention.head] !== view.quoteAt[i] &&
        !stands(view, mention, isSubject) &&
        !stands(view, mention, isObject)
      )
        return false;
      // "“I lost two sons to his men. They killed them,” Holt said": those of whom the same words tell
      if (kind === 'they' && view.quoteAt[i] !== -1 && view.quoteAt[mention.head] !== view.quoteAt[i])
        if (hasManyBefore(i, view)) return false;
      return !isOutdone(view, clauses, covered, i, NUMBER[kind] ?? 'one', mention);
    },
  };
  const later: { i: number; kind: 'i' | 'we'; utterance: Utterance }[] = [];
  const resolved: RawMention[] = [];
  let issuer: Entity | typeof NOBODY | null = null;
  let next = 0;
  for (let i = 0; i < view.length; i++) {
    while (next < candidates.length && (candidates[next]?.head ?? 0) < i) {
      const mention = candidates[next++];
      if (mention) resolved.push(mention);
    }
    const kind = ((view.marks[i] as number) & MEANS) === 0 ? undefined : KINDS.get(view.lower[i] ?? '');
    if (!kind || view.text.slice(view.start[i], view.end[i]) === 'US') continue;
    const inside = utterances[by[i] ?? -1] ?? null;
    if (kind === 'i' || kind === 'we') {
      // what is done to "us", or is "ours", is not the speaker's own
      if (inside && (kind === 'i' || view.lower[i] === 'we')) later.push({ i, kind, utterance: inside });
      else if (view.lower[i] === 'we' && view.quoteAt[i] === -1) {
        issuer ??= ownWords(view, named, utterances) ?? NOBODY;
        if (issuer !== NOBODY) found.push(firstPerson(i, issuer, 'the one in whose name the report speaks'));
      }
      continue;
    }
    const pick = meantBy(given, kind, i, resolved, speakerOf, inside, words.get(i));
    if (!pick) continue;
    if (pick === 'level') {
      issues.push({
        code: 'actors/unresolved',
        span: { start: view.start[i] ?? 0, end: view.end[i] ?? 0 },
        message: `“${view.text.slice(view.start[i], view.end[i])}” may mean two actors that the words do not tell apart`,
      });
      continue;
    }
    const mention: RawMention = {
      from: i,
      to: i + 1,
      head: i,
      entity: pick,
      manner: 'pronoun',
      rule: 'coreference/pronoun',
      why: 'the nearest actor that fits in number, gender and role',
    };
    if (kind === 'he' || kind === 'she') pick.gender ??= kind === 'he' ? 'm' : 'f';
    resolved.push(mention);
    const parts = joinedBy.get(pick);
    if (parts) {
      several.set(i, parts.tokens);
      continue;
    }
    found.push(mention);
    speakerOf.set(i, pick);
  }
  for (const { i, kind, utterance } of later) {
    const entity = utterance.speaker ? speakerOf.get(utterance.speaker.head) : undefined;
    if (entity && (kind === 'we' ? speaksForMany(entity) : entity.kind === 'person' || !entity.named))
      found.push(firstPerson(i, entity, 'the first person inside a quotation is its speaker'));
  }
  return found;
}

/** Whether the words of a quotation before a pronoun tell of several people. */
function hasManyBefore(i: number, { quoteAt, sentence, tag, lower, parsed }: TokenView): boolean {
  for (let at = i - 1; at >= 0 && quoteAt[at] === quoteAt[i]; at--)
    if (
      sentence[at] !== sentence[i] &&
      tag(at) === 'NNS' &&
      (MANY.test(lower[at] ?? '') || isBeing(parsed.words.lemma(at)))
    )
      return true;
  return false;
}

const MANY = /^(?:men|people|soldiers|troops|fighters|police|rebels|gunmen|guards|forces|militants|children|women)$/;

const NOBODY = Symbol('nobody');

const firstPerson = (i: number, entity: Entity, why: string): RawMention => ({
  from: i,
  to: i + 1,
  head: i,
  entity,
  manner: 'pronoun',
  rule: 'coreference/first-person',
  why,
});

/** Whom a pronoun of the third person, or "who", at `i` means; `inside` is the quotation it stands in, `said` what it says itself. */
function meantBy(
  given: Given,
  kind: Exclude<Kind, 'i' | 'we'>,
  i: number,
  resolved: readonly RawMention[],
  speakerOf: ReadonlyMap<number, Entity>,
  inside: Utterance | null,
  said: readonly Range[] | undefined,
): Entity | 'level' | null {
  const { view, clauses } = given;
  if (kind === 'who') return antecedent(given, resolved, i);
  // "love their parents and have forgiven them": what both verbs are done to
  const taken = coordinated(view, clauses, i);
  const both = taken < 0 ? undefined : speakerOf.get(taken);
  if (both && fits(kind, both)) return both;
  const answering = kind === 'they' || kind === 'it' ? answerer(view, clauses, i, (at) => speakerOf.has(at)) : -1;
  const answers = answering < 0 ? undefined : speakerOf.get(answering);
  if (answers && fits(kind, answers)) return answers;
  // "Kestria blamed the party for the riots, and Velmar accused it": the one whom the first blames too
  const faulted = speakerOf.get(alsoFaulted(view, clauses, i));
  if (faulted && kind !== 'he' && kind !== 'she' && fits(kind, faulted)) return faulted;
  const client = speakerOf.get(clientOf(view, clauses, i));
  if (client && (kind === 'he' || kind === 'she') && fits(kind, client)) return client;
  if (kind === 'they' && joinsStates(sayerAbove(view, clauses, i), view, (at) => speakerOf.get(at))) return null;
  const accuser = accuserOf(view, clauses, i);
  const accused = accuser < 0 ? undefined : speakerOf.get(clauses.object[view.head[accuser] ?? -1] ?? -1);
  if (accused && fits(kind, accused)) return accused;
  const barred = [
    inside ? speakerOf.get(inside.speaker?.head ?? -1) : undefined,
    speakerOf.get(subjectAbove(view, clauses, i)),
    speakerOf.get(accuser),
    // "the agency said nine of them had died": none of its own
    ...(kind === 'they' && view.lower[i - 1] === 'of' ? tellers(view, clauses, i).map((at) => speakerOf.get(at)) : []),
    // "He was shot in the leg, Kern said": whoever is named behind the words is none of those whom they call "he"
    kind === 'he' || kind === 'she' ? speakerOf.get(given.saidBefore[i] ?? -1) : undefined,
    ...(kind === 'they' ? fellows(speakerOf.get(doneTo(view, clauses, i)), resolved) : []),
  ];
  const chosen = choose(given, kind, resolved, i, barred, said);
  // "It accused the bank": whom a verb names as its object does not do it, and who else does is not told
  return chosen !== null && chosen === speakerOf.get(objectOf(view, clauses, i)) ? null : chosen;
}

/** Of "the agency told reporters that nine of them had died": the agency and those whom it is its work to tell. */
function tellers(view: TokenView, clauses: Clauses, i: number): readonly number[] {
  const sayer = sayerAbove(view, clauses, view.head[i] ?? -1);
  const verb = sayer < 0 ? -1 : (view.head[sayer] ?? -1);
  const heard = Math.max(clauses.object[verb] ?? -1, clauses.indirect[verb] ?? -1);
  return heard >= 0 && HEARERS.test(view.lower[heard] ?? '') ? [sayer, heard] : [sayer];
}
const HEARERS = /^(?:lawmakers|legislators|parliament|senators|deputies|reporters|journalists|media|press)$/;

/** Of "they threw stones at the officers": the officers, and the police that were told of before. */
const fellows = (upon: Entity | undefined, resolved: readonly RawMention[]): readonly (Entity | undefined)[] =>
  upon?.sector === 'COP' && upon.kind !== 'person'
    ? resolved.slice(-12).flatMap(({ entity }) => (entity.sector === 'COP' ? [entity] : []))
    : [];

/** "Velmar accuses Kestria of arming them, which it denies", "…, a charge it rejects": who says it is not who denies it; -1 where nothing is denied. */
function accuserOf({ lower, upos, head, relation }: TokenView, clauses: Clauses, i: number): number {
  if (lower[i - 1] !== 'which' && !CHARGE.test(lower[i - 1] ?? '')) return -1;
  let verb = i + 1;
  while (upos[verb] === AUX || upos[verb] === ADV) verb++;
  if (!DENIES.test(lower[verb] ?? '')) return -1;
  for (let steps = 0, at = verb; at >= 0 && steps < 6; steps++) {
    const subject = at < i ? (clauses.subject[at] ?? -1) : -1;
    if (subject >= 0 && subject < i && relation[at] !== REL.advcl) return subject;
    at = head[at] ?? -1;
  }
  return -1;
}

/** Who holds an office, or fights, speaks for a body: "we" is whoever speaks in its name. Of others nobody knows who is meant. */
const speaksForMany = ({ kind, sector, country }: Entity): boolean =>
  kind !== 'person' || (sector !== null && OFFICES.has(sector)) || country === 'IGO';

const OFFICES: ReadonlySet<string> = new Set(['GOV', 'MIL', 'REB', 'LEG', 'COP', 'SPY', 'PTY', 'PRM', 'OPP', 'IGO']);

/** The subject of the clause whose object a pronoun is, -1 if it is none: "he … calling him" are two. */
function subjectAbove(view: TokenView, clauses: Clauses, i: number): number {
  const relation = view.relation[i];
  if (relation !== REL.obj && relation !== REL.iobj && relation !== REL.obl && relation !== REL.nmod) return -1;
  let verb = view.head[i] ?? -1;
  for (let steps = 0; verb >= 0 && steps < 4; steps++) {
    const subject = clauses.subject[verb] ?? -1;
    const passive = clauses.passive[verb] ?? -1;
    if (subject >= 0 && subject !== i) return subject;
    if (passive >= 0) return passive;
    const up = view.relation[verb];
    if (up !== REL.xcomp && up !== REL.advcl && up !== REL.conj && up !== REL.obj && up !== REL.obl) return -1;
    verb = view.head[verb] ?? -1;
  }
  return -1;
}

/** The object of the verb whose subject a pronoun is; -1 where there is none. */
const objectOf = ({ relation, head }: TokenView, { object }: Clauses, i: number): number =>
  relation[i] === REL.nsubj ? (object[head[i] ?? -1] ?? -1) : -1;

/** "Petrov, who said": the noun right before, over a comma. */
function antecedent({ view, joined }: Given, resolved: readonly RawMention[], i: number): Entity | null {
  const end = view.lower[i - 1] === ',' ? i - 1 : i;
  const near = resolved
    .slice(-12)
    .filter(({ entity }) => !joined.has(entity))
    .reverse();
  for (const mention of near)
    if (mention.to === end && view.sentence[mention.head] === view.sentence[i]) return mention.entity;
  const verb = view.head[i] ?? -1;
  if (verb >= 0 && view.relation[verb] === REL['acl:relcl']) {
    let noun = view.head[verb] ?? -1;
    for (let steps = 0; noun >= 0 && steps < 4; steps++) {
      for (const mention of near) if (mention.head === noun) return mention.entity;
      // a tree hangs things on the first word of a name, whose last one stands for it here
      for (const mention of near)
        if (mention.entity.named && mention.from === noun && noun < mention.to) return mention.entity;
      // "Mark Orsk, a farmer and trader in the valley, who said": what somebody is called is that one
      const relation = view.relation[noun];
      if (relation !== REL.appos && relation !== REL.conj) break;
      noun = view.head[noun] ?? -1;
    }
  }
  return null;
}

/** Whether any word of a mention stands in a relation: a name's words hang from each other in more than one way. */
function stands(view: TokenView, mention: RawMention, test: (relation: number | undefined) => boolean): boolean {
  for (let i = mention.from; i < mention.to; i++) if (test(view.relation[i])) return true;
  return false;
}

/** Whether a mention is the speaker of something. */
function isSpeaker(mention: RawMention, speaks: ReadonlySet<number>): boolean {
  for (let i = mention.from; i < mention.to; i++) if (speaks.has(i)) return true;
  return false;
}

const isSubject = (relation: number | undefined): boolean => relation === REL.nsubj || relation === REL['nsubj:pass'];
const isKind = (relation: number | undefined): boolean => relation === REL.compound || relation === REL.amod;
const isObject = (relation: number | undefined): boolean => relation === REL.obj || relation === REL['nmod:poss'];

/** The number of each token's sentence, counting only the reporter's: a long quotation does not make its speaker distant. */
function turnsOf(view: TokenView): Int32Array {
  const turns = new Int32Array(view.length);
  let turn = 0;
  for (let i = 1; i < view.length; i++) {
    if (
      view.sentence[i] !== view.sentence[i - 1] &&
      !(view.quoteAt[i] !== -1 && view.quoteAt[i] === view.quoteAt[i - 1])
    )
      turn++;
    turns[i] = turn;
  }
  return turns;
}

/** Whom a sentence is about comes before whom a clause inside it is about. */
function subjectRole(view: TokenView, mention: RawMention): number {
  for (let i = mention.from; i < mention.to; i++) if (isSubject(view.relation[i]) && isMain(view, i)) return 4;
  return 3;
}

const NUMBER: Partial<Record<Kind, Count>> = { it: 'one', they: 'several', he: 'he', she: 'he' };

interface Given {
  readonly view: TokenView;
  readonly clauses: Clauses;
  readonly turns: Int32Array;
  readonly speaks: ReadonlySet<number>;
  /** Those whom "and" joins, by the one that stands for them all. */
  readonly joined: ReadonlyMap<Entity, Joined>;
  /** Mentions of those who are joined to others. */
  readonly members: ReadonlySet<RawMention>;
  /** The word behind its clause that names who says what a token stands in; -1 for none. */
  readonly saidBefore: Int32Array;
  /** Who says the clause in which a pronoun stands. */
  readonly sayerOf: (pronoun: number) => Entity | undefined;
  /** Whether the actor of a mention, so many sentences back, may be taken for the pronoun at `i`. */
  readonly stays: (kind: Kind, i: number, mention: RawMention, back: number) => boolean;
}

/** Candidates of this and the three sentences before, scored; 'level' when the two best tie. */
function choose(
  { view, clauses, turns, speaks, stays, sayerOf, joined, members }: Given,
  kind: Kind,
  resolved: readonly RawMention[],
  i: number,
  barred: readonly (Entity | undefined)[],
  said: readonly Range[] = [],
): Entity | 'level' | null {
  const turn = turns[i] ?? 0;
  const paragraph = view.paragraph[i] ?? 0;
  const scores = new Map<Entity, number>();
  const sayer = sayerOf(i);
  const own = clauseSubject(view, clauses, i, kind === 'he' || kind === 'she');
  const told = kind === 'he' || kind === 'she' ? toldSubject(view, clauses, i) : -1;
  const faulted = view.lower[i - 1] === 'in' && kind !== 'he' && kind !== 'she' ? -1 : faultedFor(view, clauses, i);
  const seized = kind === 'he' || kind === 'she' ? seizedAs(view, clauses, i) : -1;
  const seizer = seized < 0 ? -1 : (clauses.subject[view.head[seized] ?? -1] ?? -1);
  const suffers = (kind === 'he' || kind === 'she') && isSuffering(view, i);
  const beside = kind === 'he' || kind === 'she' ? participleAbove(view, i) : -1;
  const by = new Map<Entity, { mention: RawMention; back: number }>();
  for (let m = resolved.length - 1; m >= 0 && m > resolved.length - 80; m--) {
    const mention = resolved[m];
    if (!mention) continue;
    const quoted = view.quoteAt[i] !== -1 && view.quoteAt[i] === view.quoteAt[mention.head];
    const back = quoted
      ? (view.sentence[i] ?? 0) - (view.sentence[mention.head] ?? 0)
      : turn - (turns[mention.head] ?? 0);
    if (back > 3 || mention.head >= i) {
      if (back > 3) break;
      continue;
    }
    const { entity } = mention;
    // "Holt and Kern fled. They": both
    const parts = joined.get(entity);
    const owns = view.relation[i] === REL['nmod:poss'];
    if (parts && kind !== 'they') continue;
    if (kind === 'they' && (owns ? parts : members.has(mention) || isKeeper(view, i, entity))) continue;
    if (parts?.members.some((part) => barred.includes(part.entity))) continue;
    if (barred.includes(entity) || !(fits(kind, entity) || (kind === 'it' && isOneBody(view, mention)))) continue;
    if (view.quoteAt[mention.head] !== -1 && view.quoteAt[i] === -1) continue;
    // "labelled Kern a terrorist and froze his assets": what somebody is called is nobody besides
    if (isCalled(view, mention)) continue;
    // "Kern will lead the talks, he said": the one who speaks is named before, not in his own words
    if (said.some((range) => range.from <= mention.head && mention.head < range.to)) continue;
    const role = stands(view, mention, isSubject)
      ? subjectRole(view, mention)
      : stands(view, mention, isObject)
        ? 1
        : 0;
    let score = 10 - 3 * back + role + (entity.named ? 1 : 0);
    if ((view.paragraph[mention.head] ?? 0) !== paragraph) score -= 2;
    if ((kind === 'he' && entity.gender === 'm') || (kind === 'she' && entity.gender === 'f')) score += 2;
    if (mention.manner === 'pronoun') score += 1;
    // "the council met farmers. They": the farmers, whom the noun tells to be many
    else if (kind === 'they' && back === 1 && (owns || isSubject(view.relation[i])) && isBody(view, mention))
      score -= 4;
    // "police killed 20 people. Neighbours accused them": the police
    if (isDeadAddressed(view, mention.from, mention.to, i)) score -= 8;
    // "Police shot Holt, Sheriff Kern said. He was charged": he to whom it was done, and not who tells of it
    if (suffers) score += goesOn(view, mention.from, mention.to, i) ? 2 : isSpeaker(mention, speaks) ? -2 : 0;
    // "the minister wrote he had ordered it": who says what one did says it of himself
    if (entity === sayer && back === 0) score += role < 3 ? 6 : 2;
    // "Kern had been killed within a week of his capture": whose clause it is
    if (own >= mention.from && own < mention.to) score += isSuffering(view, own) ? 7 : 3;
    // "Kern said police shot Holt when he drew a knife": Holt, unless he that shot may be meant as well
    if (seized >= mention.from && seized < mention.to) score += 9;
    if (seizer >= mention.from && seizer < mention.to) score += 4;
    // "Kern said the minister resigned because he was ill": whom the saying is about
    if (told >= mention.from && told < mention.to) score += 5;
    if (mention.to === i - 1 && isOwnerBefore(view, i, mention)) score += 5;
    // "criticised Kern in parliament over his call": the one who is criticised, whatever stands between
    else if (faulted >= mention.from && faulted < mention.to) score += 5;
    // "while his tone to Holt stayed mild, he took a harsh stance toward Kern, calling him": Kern
    if (beside >= 0 && mention.head > beside && back === 0) score += 1;
    // Who spoke just before goes on speaking: "…,” Kern said. She added".
    if (back < 2 && speaks.has(i) && isSpeaker(mention, speaks)) score += 2;
    // Two subjects of one clause are not each other: "he told Petrov that he".
    if (score <= (scores.get(entity) ?? Number.NEGATIVE_INFINITY)) continue;
    scores.set(entity, score);
    by.set(entity, { mention, back });
  }
  let best: Entity | null = null;
  let top = Number.NEGATIVE_INFINITY;
  let second = Number.NEGATIVE_INFINITY;
  for (const [entity, score] of scores) {
    if (score > top) {
      second = top;
      top = score;
      best = entity;
    } else if (score > second) second = score;
  }
  if (!best) return null;
  if (second === top) return 'level';
  const found = by.get(best);
  // "Holt said police shot a man when he drew a knife": somebody whom no name tells
  if (seized >= 0 && !resolved.some(({ from, to }) => seized >= from && seized < to)) return null;
  // whom the words themselves say that it is
  if (found && faulted >= found.mention.from && faulted < found.mention.to) return best;
  return found && !stays(kind, i, found.mention, found.back) ? null : best;
}
