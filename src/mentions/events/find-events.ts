// A parsed text with its cast, statements, figures and times in, its events out: coded, with parties, status and links.
import type { Parsed } from '../../grammar/parsed.ts';
import type { Span } from '../../report/span.ts';
import type { Actor, Found as Cast } from '../actors/actor.ts';
import { ADJ, NOUN, REL, type TokenView, VERB, viewTokens } from '../actors/token-view.ts';
import type { FoundFigures } from '../figures/figure.ts';
import type { Mention } from '../mention.ts';
import type { FoundPlaces } from '../places/place.ts';
import type { Found as Statements } from '../statements/statement.ts';
import type { FoundTimes } from '../times/time.ts';
import { addRiders } from './aboard.ts';
import { absorbContents } from './absorb.ts';
import { isAccident } from './accident.ts';
import { isAhead } from './ahead.ts';
import { withAnswerer } from './answerer.ts';
import { givenCrowd } from './at-rally.ts';
import { attributed, isToldAlready } from './attributive.ts';
import { doesNothing } from './bearers.ts';
import { blameDoers } from './blamed.ts';
import { isBusinessReport, isDealing } from './business.ts';
import { isByLaw } from './by-law.ts';
import { isCampaigning, isElectoral, isVerbal, toneOf, VERBAL_ATTACK } from './campaign.ts';
import { CastGrowth } from './cast-growth.ts';
import { clauseSpan } from './clause-span.ts';
import { type Coded, Coder } from './coder.ts';
import { announced } from './composed.ts';
import { contextsOf } from './contexts.ts';
import { isCrime } from './crime.ts';
import { addDispersed, crowdAround, crowdNear, crowdOf, isScene } from './crowd.ts';
import { isLater } from './dated.ts';
import { addDead } from './died-in.ts';

import { type Draft, toldDraft } from './draft.ts';
import { foldEchoes } from './echoes.ts';
import type { EventValue, FoundEvents } from './event.ts';
import { stands } from './false-alarm.ts';
import { isFigurative } from './figurative.ts';
import { countOf, foldCounts, sidesOf, tollOf } from './fold-counts.ts';
import { foldRepeats } from './fold-repeats.ts';
import { Former } from './former.ts';
import { isFurniture } from './furniture.ts';
import { isGoneAbroad } from './gone-abroad.ts';
import { foldHeadline } from './headline-lead.ts';
import { isHollow } from './hollow.ts';
import { isHomely, isInEarnest } from './homely.ts';
import { isInPassing } from './in-passing.ts';
import { linksOf } from './links.ts';
import { agePastOfTheDead } from './long-dead.ts';
import { Matcher } from './match.ts';
import { meantDeeds } from './meant-deed.ts';
import { isMereWords } from './mere-words.ts';
import { mergeWordings } from './merge.ts';
import { metBefore } from './met-before.ts';
import { isOfSelf } from './mortal.ts';
import { withoutMoved } from './moved-forces.ts';
import { isNoDeed } from './no-deed.ts';
import { foldIncident } from './one-incident.ts';
import { isOfNobodyKnown, isOnlyAlleged } from './only-alleged.ts';
import { addOpposed } from './opposed.ts';
import { PartyFinder } from './parties.ts';
import { pastimesOf } from './pastimes.ts';
import { disowned } from './peaceful-subject.ts';
import { isPrivateLife } from './private-life.ts';
import { censuredIn } from './quoted-censure.ts';
import { recallParties } from './recalled.ts';
import { recipientsOf } from './recipients.ts';
import { claimedLater } from './responsible.ts';
import { RoleReader } from './roles.ts';
import type { Whereabouts } from './same-event.ts';
import { settle, strikersOf, WALKOUT } from './settle-code.ts';
import { settleSought } from './sought.ts';
import { spokenActs } from './spoken-acts.ts';
import { inheritStriker } from './striker.ts';
import { addStruckState, isUnowned } from './struck.ts';
import { withStruck } from './struck-back.ts';
import { suffererOf } from './sufferer.ts';
import { isTalk } from './talk.ts';
import { isThin } from './thin.ts';
import { throughEvents } from './through.ts';
import { TokenKinds } from './token-kinds.ts';
import { isToll } from './toll.ts';
import { doersOf } from './trailing-speech.ts';
import { turnedDown } from './turned-down.ts';
import { unmeantOf } from './unmeant.ts';
import { urgedWithin } from './urged-within.ts';
import { withVictims } from './victims.ts';
import { Whither } from './where.ts';
import { withDoer } from './whose-deed.ts';

export interface Around {
  readonly cast: Cast;
  readonly statements: Statements;
  readonly figures: FoundFigures;
  readonly times: FoundTimes;
  readonly places: FoundPlaces;
}

/** Events, and the cast with the states that only their words name. */
export interface FoundWithCast {
  readonly events: FoundEvents;
  readonly cast: Cast;
}

/** Every event that the text reports. Never throws on what the text holds; without grammar there are none. */
export function findEvents(parsed: Parsed, around: Around): FoundWithCast {
  const view = viewTokens(parsed);
  if (!view.analysed) return { events: { mentions: [] }, cast: around.cast };
  const roles = new RoleReader(parsed, view);
  const kinds = new TokenKinds(view, around.cast, roles);
  const match = new Matcher(parsed, view, roles, kinds);
  const growth = new CastGrowth(view, around.cast);
  const coder = new Coder(match, growth);
  const parties = new PartyFinder(match, growth, countries(view.length, around.places, parsed), (token) => {
    const below = coder.code(token);
    return below && withoutMoved(below, match);
  });

  const coded: Coded[] = [];
  const consumed = new Uint8Array(view.length);
  const asked: Coded[] = [];
  const { upos, lower } = view;
  for (let token = 0; token < view.length; token++) {
    const pos = upos[token];
    if (pos !== VERB && pos !== NOUN && pos !== ADJ) continue;
    const named = coder.code(token);
    const done = named && withDoer(named, coder);
    const one = done && withoutMoved(withStruck(withAnswerer(done, match), coder), match);
    if (!one) continue;
    coded.push(one);
    for (const other of one.consumed) if (other !== token) consumed[other] = 1;
    const answered = turnedDown(one, coder);
    if (answered) asked.push(answered);
  }
  for (const one of asked) {
    consumed[one.trigger] = 0;
    const at = coded.findIndex(({ trigger }) => trigger === one.trigger);
    if (at >= 0) coded[at] = one;
  }
  // "the military campaign": what the noun is called by its adjective acts for nobody
  const isItself = (actor: number, one: Coded) =>
    upos[one.trigger] === NOUN &&
    one.entry.words !== '' &&
    around.cast.actors[actor]?.name.toLowerCase().endsWith(one.entry.words) === true;
  // "President Holt said they had fired": no single one of a name does so
  const isOneOf = (actor: number, { code, agents }: Coded) =>
    code.type === 'ASSAULT' &&
    growth.kindOf(actor) === 'person' &&
    /^\p{Lu}/u.test(growth.nameOf(actor)) &&
    agents.every((token) => lower[token] === 'they');
  const settling = { match, coder, cast: around.cast, of: (tokens: readonly number[]) => parties.of(tokens) };
  const drafts: Draft[] = [];
  const byToken = new Map<number, Draft>();
  for (const one of coded) {
    const own = one.operators[0] ?? one.trigger;
    if (consumed[own]) continue;
    const doers = disowned(one, coder, match)
      ? []
      : parties.of(doersOf(one, match)).filter((actor) => !isItself(actor, one) && !isOneOf(actor, one));
    if (
      isInPassing(one, coder) ||
      coder.isNone(one.trigger) ||
      isOfSelf(one, match) ||
      isToll(one, match) ||
      isCrime(one, match) ||
      isByLaw(one, match)
    )
      continue;
    const rise = doers.some((actor) => AGAINST.has(growth.sectorOf(actor) ?? ''));
    const recipients = recipientsOf(one, doers, parties, coder).filter(
      // "rebels fought an insurgency": theirs
      (actor) => !isItself(actor, one) && !(rise && RISING.test(growth.nameOf(actor))),
    );
    const actors = doers.filter((actor) => !doesNothing(actor, one.code.type, growth));
    // "warplanes struck near the town": no walkout
    if (one.code.type === 'PROTEST' && actors.length < doers.length && actors.length === 0) continue;
    const sufferer = recipients.length === 1 ? suffererOf(one, recipients[0] as number, match, growth) : -1;
    if (sufferer >= 0 && !actors.includes(sufferer)) recipients[0] = sufferer;
    const settled = settle(one, actors, recipients, settling);
    const ahead = settled.status === 'asserted' && isAhead(one.clause, match);
    // "demanded that the boy be returned": a bare "be" tells of nothing that was
    const bare =
      settled.status === 'asserted' && view.tag(one.trigger) === 'VBN' && view.lower[one.trigger - 1] === 'be';
    // "agreed to Velmar's request to free them": it was made
    const status = asked.includes(one) ? 'asserted' : ahead ? 'future' : bare ? 'hypothetical' : settled.status;
    if (status === 'asserted' && isOfNobodyKnown(own, match)) actors.length = 0;
    const code = asked.includes(one) ? one.code : ahead ? announced(settled.code) : settled.code;
    // those who met are all actors; who is to meet whom is a promise to somebody, made by the host of a visit
    const host = code.type === 'AGREE' && one.code.type === 'CONSULT' && one.entry.frame === 'received';
    const all = (one.mutual && code.type === one.code.type) || (code.type === 'CONSULT' && TOGETHER.has(code.mode));
    const draft: Draft = {
      coded: one,
      code,
      status,
      actors: all ? [...actors, ...recipients] : host ? recipients : actors,
      recipients: all ? [] : host ? actors : recipients,
      others: [],
      into: null,
      absorbed: false,
      alleged: actors.length > 0 && isOnlyAlleged(one.trigger, match),
    };
    draft.actors = crowdOf(draft, match, parties, around.cast, growth).filter((one) => !draft.recipients.includes(one));
    // "the president flew to the flooded north": nobody visits their own country
    // "is to travel to a town of the land"; whose an unnamed chancellor is who will visit a land, no word tells
    const land = around.cast.actors[draft.recipients[0] ?? -1]?.name ?? '';
    const within =
      one.code.mode === 'visit' && !one.patients.some((token) => land.toLowerCase().includes(lower[token] ?? ''));
    if ((draft.code.mode === 'visit' || within) && draft.recipients.length === 1 && sameCountry(draft, around.cast))
      if (!isGoneAbroad(draft, match, around.cast)) continue;
    // "Ukrainian troops entered Kherson": nobody moves against their own country
    const advance =
      one.entry.words.startsWith('advance') && !draft.actors.some((actor) => AGAINST.has(growth.sectorOf(actor) ?? ''));
    const into = draft.code.type === 'MOBILIZE' || advance ? draft.recipients : [];
    if (into.length === 1 && growth.kindOf(into[0] as number) === 'state')
      if (draft.actors.some((one) => growth.countryOf(one) === growth.countryOf(into[0] as number)))
        draft.recipients = [];
    drafts.push(draft);
    byToken.set(one.trigger, draft);
  }
  spokenActs(around.statements, drafts, match, parties, around.cast);
  censuredIn(around.statements, drafts, match, parties, around.cast);
  urgedWithin(around.statements, drafts, match, parties, around.cast);
  const whither = new Whither(view, roles, drafts, around.places, around.times);
  const whereabouts = whereaboutsOf(view, roles, around, whither);
  metBefore(drafts, match);
  addDead(
    drafts,
    match,
    (token) => parties.of([token], true),
    (actor) => growth.kindOf(actor) === 'state' || growth.isGuess(actor),
  );
  mergeWordings(drafts, match, whereabouts, (actor) => isSomebody(around.cast.actors[actor]));
  claimedLater(drafts, match, parties);
  meantDeeds(drafts, match, (actor) => isSomebody(around.cast.actors[actor]));
  throughEvents(drafts, byToken, match, growth);
  absorbContents(drafts, view, roles);
  let links = linksOf(view, roles, drafts, around);
  const isNameless = (actor: number) => !/^\p{Lu}/u.test(around.cast.actors[actor]?.name ?? '');
  const sides = (draft: Draft) => sidesOf(draft, match, growth);
  if (foldCounts(drafts, links.figures, around.figures, whereabouts, isNameless, sides))
    links = linksOf(view, roles, drafts, around);
  const pastimes = pastimesOf(view);
  let standing = drafts.filter(
    (draft) =>
      !draft.into &&
      !draft.absorbed &&
      // "bombs went off at the marathon, killing three": no game
      (pastimes[view.sentence[draft.coded.trigger] ?? 0] === 0 ||
        (draft.code.mode === 'explosives' && links.figures(draft).length > 0)) &&
      !isFurniture(draft.coded.trigger, view) &&
      stands(draft, match, links),
  );
  const deadOf = (draft: Draft) => countOf(links.figures(draft), around.figures.mentions, true);
  const contexts = standing.length > 0 ? contextsOf(view) : [];
  const tolls = (draft: Draft) => tollOf(links.figures(draft), around.figures.mentions);
  const repeated = foldRepeats(standing, match, whereabouts, deadOf, tolls, around.cast, sides);
  const echoed = foldEchoes(standing, match);
  const headed = foldHeadline(standing, match, whereabouts, deadOf, around.cast);
  if (
    foldIncident(standing, match, whereabouts, deadOf, around.cast, contexts, sides) ||
    repeated ||
    echoed ||
    headed
  ) {
    standing = standing.filter(({ into, absorbed }) => into === null && !absorbed);
    links = linksOf(view, roles, drafts, around);
  }
  // "the murdered soldier": told by a participle alone
  const isNamed = (actor: number) => around.cast.actors[actor]?.kind === 'person' && !isNameless(actor);
  for (let token = 0; token < view.length; token++) {
    if (view.relation[token] !== REL.amod) continue;
    const one = attributed(token, match);
    if (!one) continue;
    const recipients = parties.of(one.patients);
    if (recipients.length === 0 || isToldAlready(one, recipients, [...drafts, ...standing], match, isNamed)) continue;
    standing.push(toldDraft(one, [], recipients));
  }
  inheritStriker(standing, growth, match);
  const unmeant = unmeantOf(standing, match, around.cast);
  if (unmeant.size > 0) standing = standing.filter((draft) => !unmeant.has(draft));
  const countryOf = (actor: number) => around.cast.actors[actor]?.country ?? null;
  const isAgainst = (actor: number) => AGAINST.has(around.cast.actors[actor]?.sector ?? '');
  addRiders(standing, match, parties, growth);
  for (const draft of standing) {
    addDispersed(draft, standing, match, (token) => crowdAround(token, match, parties, around.cast));
    const protest = draft.code.type === 'PROTEST' && draft.recipients.length === 0;
    if (!protest && !isUnowned(draft, match)) continue;
    const { clause, trigger } = draft.coded;
    const found = around.places.mentions[whither.placeMention(draft, clauseSpan(clause, trigger, view, roles))];
    if (protest) {
      const country = around.places.places[found?.value.place ?? -1]?.country ?? null;
      addOpposed(draft, country, around.cast, growth, view);
    } else if (found)
      addStruckState(
        draft,
        around.places.places[found.value.place]?.country ?? null,
        found.head,
        growth,
        countryOf,
        isAgainst,
      );
  }
  givenCrowd(standing, match, growth);
  withVictims(drafts, match, growth);
  recallParties(standing, match, growth);
  blameDoers(standing, match, settling.of, growth);
  settleSought(standing, match, growth, parties);
  const used = new Set<number>();
  const told = new Set<number>();
  // who marched where only a noun tells of a protest: said of those that stand without it
  const crowds = new Map<Draft, number>();
  for (const draft of standing) {
    const crowd = crowdNear(draft, match, parties, around.cast);
    if (crowd >= 0) crowds.set(draft, crowd);
  }
  for (const draft of standing)
    for (const actor of [...draft.actors, ...draft.recipients, crowds.get(draft) ?? -1]) {
      if (actor < 0) continue;
      used.add(actor);
      told.add(actor * view.length + (view.sentence[draft.coded.trigger] ?? 0));
    }
  const { cast, index } = growth.grown(used, (actor, token) =>
    told.has(actor * view.length + (view.sentence[token] ?? 0)),
  );
  const tone = toneOf(contexts);
  const business = standing.length > 0 && isBusinessReport(view);
  const statementOf = (said: number | null) => around.statements.statements[said ?? -1]?.value ?? null;
  // whether the report tells of a like deed in words of its own
  const isToldOutside = (draft: Draft) =>
    standing.some(
      (one) =>
        one.code.type === draft.code.type && one !== draft && statementOf(links.statement(one))?.form !== 'direct',
    );
  const earnest = isInEarnest(contexts, standing, view, cast, index);
  const former = new Former(view, roles, whither, around.times, parsed.text.report.published);
  const mentions: Mention<EventValue>[] = [];
  for (const draft of standing) {
    const about = contexts[view.paragraph[draft.coded.trigger] ?? -1] ?? [];
    if (isAccident(draft, about, cast, match) || isCampaigning(draft, about, tone, cast, index)) continue;
    if (business && isDealing(draft, about, cast, index, match)) continue;
    const said = links.statement(draft);
    if (isTalk(draft, statementOf(said), cast, index, match, () => isToldOutside(draft))) continue;
    if (isThin(draft, standing, cast, index, match)) continue;
    if (isHomely(draft, about, earnest, cast, index, view)) continue;
    if (isElectoral(draft, about, tone, match) || isHollow(draft, about, cast, index, match)) continue;
    if (
      isNoDeed(draft, cast, index, match) ||
      isPrivateLife(draft, cast, index, match) ||
      isFigurative(draft, cast, index, match) ||
      isMereWords(draft, (actor) => cast.actors[index(actor)]?.sector ?? null, match)
    )
      continue;
    if (isVerbal(draft, about, tone, cast, index, match)) draft.code = VERBAL_ATTACK;
    const strikers = strikersOf(draft, match, (actor) => cast.actors[index(actor)]?.sector ?? null);
    if (strikers) {
      draft.code = WALKOUT;
      draft.recipients = draft.recipients.filter((one) => !strikers.includes(one));
      draft.actors = [...strikers];
    }
    const crowd = crowds.get(draft);
    if (crowd !== undefined) draft.actors = [crowd];
    else if (isScene(draft, match, growth)) draft.actors = [];
    const { trigger, entry, path, clause } = draft.coded;
    const span: Span = { start: view.start[trigger] ?? 0, end: view.end[trigger] ?? 0 };
    const evidence = clauseSpan(clause, trigger, view, roles);
    const at = whither.placeMention(draft, evidence);
    const place = at < 0 ? null : (around.places.mentions[at]?.value.place ?? null);
    const when = whither.timeMention(draft, evidence);
    const time = when < 0 ? null : when;
    // "at the NATO summit on April 24", told in February: it has yet to come
    if (draft.status === 'asserted' && isToCome(draft, time, around.times, parsed.text.report.published, view)) {
      draft.status = 'future';
      draft.code = announced(draft.code);
    }
    mentions.push({
      span,
      head: trigger,
      value: {
        ...codeOf(draft, place === null ? null : (around.places.places[place]?.country ?? null), cast),
        // what did not happen then is no history
        status: draft.status !== 'negated' && former.has(draft, time, evidence) ? 'historical' : draft.status,
        actors: draft.actors.map(index),
        recipients: draft.recipients.map(index),
        trigger: span,
        evidence,
        wordings: draft.others.map((token) => ({ start: view.start[token] ?? 0, end: view.end[token] ?? 0 })),
        contexts: contexts[view.paragraph[trigger] ?? -1] ?? [],
        figures: links.figures(draft),
        time,
        place,
        statement: said,
      },
      basis: 'stated',
      rule: `events/${entry.kind}`,
      why: `“${path}” of the list ${entry.type.toLowerCase()}, frame ${entry.frame}${pathOf('who', draft.coded.agents, view)}${pathOf('whom', draft.coded.patients, view)}`,
      from: [],
    });
  }
  mentions.sort((a, b) => a.span.start - b.span.start);
  return {
    events: { mentions: agePastOfTheDead(mentions, cast.actors, around.times, (token) => match.lemma(token)) },
    cast,
  };
}

/** Somebody with a country or a name: whose side a victim was on is told. */
const isSomebody = (actor: Actor | undefined): boolean =>
  actor !== undefined && (actor.country !== null || (actor.kind !== 'group' && /^\p{Lu}/u.test(actor.name)));

/** Modes of talking in which nobody does it to another: "held talks with". */
const TOGETHER: ReadonlySet<string | null> = new Set([null, 'multilateral']);

const RISING = /\b(?:insurgency|rebellion|uprising|insurrection)$/i;
/** Sectors of those who fight the state that they are of. */
const AGAINST: ReadonlySet<string> = new Set(['REB', 'UAF', 'SEP']);

/** Day and town that the words of a draft give; worked out when first asked for. */
function whereaboutsOf(view: TokenView, roles: RoleReader, { times, places }: Around, whither: Whither): Whereabouts {
  const known = new Map<Draft, ReturnType<Whereabouts>>();
  return (draft) => {
    const kept = known.get(draft);
    if (kept) return kept;
    const { clause, trigger } = draft.coded;
    const evidence = clauseSpan(clause, trigger, view, roles);
    const time = whither.timeMention(draft, evidence);
    const place = places.mentions[whither.placeMention(draft, evidence)]?.value.place ?? null;
    const found = {
      time: times.mentions[time]?.value ?? null,
      place: place !== null && places.places[place]?.precision === 'settlement' ? place : null,
    };
    known.set(draft, found);
    return found;
  };
}

/** The code; talks of two countries in a third are CAMEO's 044. `where` is the country of the place. */
function codeOf({ code: { type, mode, cameo }, actors }: Draft, where: string | null, { actors: known }: Cast) {
  if (type !== 'CONSULT' || mode !== null || where === null) return { type, mode, cameo };
  const countries = new Set(actors.map((one) => known[one]?.country));
  if (countries.size < 2 || countries.has(null) || countries.has(where)) return { type, mode, cameo };
  return { type, mode: 'third-party', cameo: cameo === '040' ? '044' : cameo };
}

/** The country of the place whose words a token is in. */
function countries(
  length: number,
  { places, mentions }: FoundPlaces,
  parsed: Parsed,
): (token: number) => string | null {
  if (mentions.length === 0) return () => null;
  const at = new Int32Array(length).fill(-1);
  const { tokens } = parsed.text;
  for (const { span, head, value } of mentions) {
    at[head] = value.place;
    for (let token = head; token >= 0 && (tokens.start[token] ?? 0) >= span.start; token--) at[token] = value.place;
    for (let token = head + 1; token < length && (tokens.end[token] ?? 0) <= span.end; token++) at[token] = value.place;
  }
  return (token) => places[at[token] ?? -1]?.country ?? null;
}

/** "; who: Russia (nsubj of launched)": the words of a party with what the tree makes of them. */
function pathOf(role: string, tokens: readonly number[], view: TokenView): string {
  const { words } = view.parsed;
  let path = '';
  for (const token of tokens) {
    const up = view.head[token] ?? -1;
    const word = view.text.slice(view.start[token], view.end[token]);
    path += `${path ? ', ' : ''}${word} (${words.relations[words.relation[token] ?? 0] ?? ''}${up < 0 ? '' : ` of ${view.lower[up]}`})`;
  }
  return path ? `; ${role}: ${path}` : '';
}

function sameCountry({ actors, recipients }: Draft, { actors: known }: Cast): boolean {
  const host = known[recipients[0] ?? -1];
  return Boolean(host?.country) && actors.length > 0 && actors.every((one) => known[one]?.country === host?.country);
}

/** Whether a noun that tells of what several do together is dated behind the day of the report. */
function isToCome(
  { coded: { trigger }, code }: Draft,
  time: number | null,
  { mentions }: FoundTimes,
  published: string | null,
  view: TokenView,
): boolean {
  if (code.type !== 'CONSULT' || view.upos[trigger] !== NOUN) return false;
  if (isLater(trigger, view)) return true;
  if (time === null || published === null) return false;
  const first = mentions[time]?.value.interval?.[0];
  return first !== undefined && first.slice(0, 10) > published.slice(0, 10);
}
