// An event in the making with the cast and what its paragraph is about in, whether it is none after all out: interviews, diseases, takeover battles, what stands ready.
import type { Found as Cast } from '../actors/actor.ts';
import { ADJ, NOUN, NUM, PROPN, REL, VERB } from '../actors/token-view.ts';
import { VIOLENT } from './accident.ts';
import type { Draft } from './draft.ts';
import { isSeveral } from './idle.ts';
import { kindMask } from './kinds.ts';
import type { Matcher } from './match.ts';
import { INTRANSITIVE } from './role-words.ts';
import { HARMED, LASTING } from './same-event.ts';
import { isSoon, sentenceHas } from './soon.ts';

/** What kills without meaning it, by any word of its name. */
const PLAGUE =
  /^(?:\p{L}*virus|covid|sars|mers|ebola|hiv|aids|malaria|cholera|h\dn\d|zika|dengue|measles|influenza|flu|polio|typhoid|tuberculosis|anthrax|hurricane|cyclone|typhoon|tsunami|earthquake|quake|tornado|storm|flood|wildfire|avalanche|landslide|mudslide|blizzard|heatwave)s?$/u;
/** Bodies that look into things: their name is no inquiry of its own. */
const BODIES: ReadonlySet<string> = new Set(['commission', 'committee', 'panel']);
const FOUNDING: ReadonlySet<string> = new Set([
  'set', 'establish', 'create', 'form', 'appoint', 'launch', 'convene', 'begin', 'start', 'open', 'order', 'announce', 'demand', 'propose',
]); // biome-ignore format: one table
/** "Evading arrest": what one keeps out of the way of. */
const EVADING: ReadonlySet<string> = new Set(['evade', 'resist', 'avoid', 'escape', 'elude', 'dodge', 'evading']);
const BOUGHT =
  /^(?:payments?|salar(?:y|ies)|wages?|fees?|rents?|royalt(?:y|ies)|dividends?|bonus(?:es)?|commissions?|proceeds)$/;
const RAZED: ReadonlySet<string> = new Set(['demolish', 'raze', 'dismantle', 'bulldoze']);
const CHARGED: ReadonlySet<string> = new Set([
  'count',
  'counts',
  'charge',
  'charges',
  'suspicion',
  'allegation',
  'allegations',
  'accusation',
  'accusations',
]);
const FIGHTS: ReadonlySet<string> = new Set(['fight', 'battle', 'war', 'fighting', 'clash']);
const LAW: ReadonlySet<string> = new Set([
  'court',
  'courts',
  'ideological',
  'political',
  'legal',
  'bureaucratic',
  'parliamentary',
  'electoral',
  'diplomatic',
]);
const MEN = kindMask('forces') | kindMask('weapon');
const LAND = kindMask('place') | kindMask('state');
/** What people hold besides a post: "the trade and industry commissioner". */
const POST = kindMask('person');

export function isHollow(
  draft: Draft,
  contexts: readonly string[],
  { actors: known }: Cast,
  index: (actor: number) => number,
  match: Matcher,
): boolean {
  const { coded, code, status } = draft;
  const { view } = match;
  const { trigger } = coded;
  const noun = view.upos[trigger] === NOUN;
  // "the mayor will hold a press conference": alone
  if (coded.entry.words === 'hold conference' && draft.actors.length + draft.recipients.length < 2 && isPressOnly(coded, match)) return true;
  // "escaped being kidnapped": they were not
  if (!noun && view.lower[trigger - 1] === 'being' && EVADING.has(match.lemma(trigger - 2))) return true;
  switch (code.type) {
    case 'CONSULT':
      // "hospital visits by residents": nobody who speaks for anybody
      if (noun && code.mode === 'visit' && draft.actors.length > 0 && draft.actors.every((one) => isPublic(known[index(one)]))) return true;
      // "called upon by the governor", a witness whom prosecutors call
      if (code.mode === 'phone' && ((!noun && match.lemma(trigger) === 'call' && /^(?:on|upon|for|out|off)$/.test(view.lower[trigger + 1] ?? '')) || (draft.actors.length > 0 && known[index(draft.actors[0] as number)]?.sector === 'JUD'))) return true;
      // "telephoned the police": somebody in need
      if (code.mode === 'phone' && [...draft.actors, ...draft.recipients].some((one) => known[index(one)]?.sector === 'COP')) return true;
      // "received the first call": with whom nobody says
      if ((code.mode === 'phone' || match.lemma(trigger) === 'call') && draft.actors.length + draft.recipients.length < 2 && !(!noun && isSeveral(draft, match))) return true;
      // "was greeted with applause"
      if (code.mode === 'visit' && /^(?:greet|welcome|receive)$/.test(match.lemma(trigger)) && /^(?:applause|cheers|boos|jeers|chants|laughter|ovation)$/.test(view.lower[match.roles.obliqueOf(trigger, 'with')] ?? '')) return true;
      // "hosting service": whom it hosts nobody says
      if (code.mode === 'visit' && match.lemma(trigger) === 'host' && draft.recipients.length === 0) return true;
      // "gave an address to a conference"
      if (noun && GATHERINGS.has(match.lemma(trigger)) && draft.actors.length + draft.recipients.length < 2 && draft.actors.every((one) => known[index(one)]?.kind === 'person')) return true;
      // "calling himself a king"
      if (code.mode === 'phone' && [...coded.patients, match.roles.clauses.indirect[trigger] ?? -1].some((token) => /sel(?:f|ves)$/.test(view.lower[token] ?? ''))) return true;
      // "spoke to CNN": an interview
      return (draft.actors.length + draft.recipients.length < 3 || /^(?:speak|talk|interview)/.test(coded.entry.words)) && [...draft.actors, ...draft.recipients].some((one) => isPress(known[index(one)]));
    case 'ASSAULT':
      // "the heads of military operations": an office
      if (noun && DUTIES.has(match.lemma(trigger)) && match.roles.caseOf(trigger) === 'of' && CHIEFS.has(lemmaAbove(trigger, match)) && draft.others.length === 0) return true;
      if (coded.agents.length > 0 && coded.agents.every((token) => isPlague(token, match))) return true;
      // "was hit by an earthquake", whoever the parser makes do it
      if (!noun && view.lower[trigger + 1] === 'by' && [2, 3, 4, 5].some((step) => PLAGUE.test(view.lower[trigger + step] ?? ''))) return true;
      // "we are targeting suppliers of oil", says a minister: no man in office strikes by himself
      if (!noun && match.lemma(trigger) === 'target' && code.mode === null && draft.actors.length > 0 && draft.actors.every((one) => known[index(one)]?.kind === 'person' && OFFICES.has(known[index(one)]?.sector ?? ''))) return true;
      // "targeted nine officials, freezing their assets": by measures
      if (!noun && match.lemma(trigger) === 'target' && code.mode === null && sentenceHas(MEASURE, trigger, view)) return true;
      // "the civil war": nobody's blow upon nobody, against "heavy fighting killed a dozen"
      if (noun && LASTING.has(match.lemma(trigger)) && draft.actors.length + draft.recipients.length === 0 && lemmaAbove(trigger, match) !== 'die' && !draft.others.some((token) => HARMED.has(match.verbLemma(token)))) return true;
      // "a killer bee attack", "was bitten by a dog"
      if (isOfAnimals(trigger, coded.agents, match)) return true;
      // "in addition to military action": an adjective is nobody who acts
      if (noun && draft.actors.length + draft.recipients.length === 0 && coded.agents.length > 0 && coded.agents.every((token) => view.relation[token] === REL.amod)) return true;
      // "taken to hospital with a gunshot wound"
      if (view.lower[trigger] === 'gunshot' && view.lower[trigger + 1]?.startsWith('wound')) return true;
      // "fought in court to keep the boy"
      if (draft.status !== 'negated' && FIGHTS.has(match.lemma(trigger)) && isAtLaw(trigger, match)) return true;
      // "on five counts of rape": what somebody is charged with
      if (noun && CHARGED.has(view.lower[view.head[trigger] ?? -1] ?? '') && match.roles.caseOf(trigger) === 'of') return true;
      // "is to be torn down": nobody is told to do it by force
      if (code.mode === 'destroy' && status === 'future' && draft.actors.length === 0 && RAZED.has(match.lemma(trigger))) return true;
      if (isQuarrel(draft, contexts, known, index, match)) return true;
      return isRivalry(draft, contexts, known, index, match);
    case 'REJECT':
      // "had no objections"
      if (noun && status === 'negated' && match.lemma(trigger) === 'objection') return true;
      // "charged with robbery and with violating the Access Act"
      if (code.cameo.startsWith('128') && !noun && view.lower[trigger - 1] === 'with') return true;
      // "did not violate the law", "declined requests for an interview"
      if (code.cameo.startsWith('128') && (status === 'negated' || coded.patients.some((token) => TERMS.has(match.lemma(token))))) return true;
      return match.verbLemma(trigger) === 'decline' && isSoon(ASKED, trigger, 8, view);
    case 'CONCEDE':
      // "the rebels accepted responsibility for the bombings", against a prince who did; "may go free if forgiven by the family": what a rule says
      if (coded.entry.words.includes('responsibility') && draft.actors.every((one) => known[index(one)]?.kind !== 'person') && coded.patients.some((token) => BLAMED.test(view.lower[token] ?? ''))) return true;
      return status === 'hypothetical' && view.tag(trigger) === 'VBN' && view.lower[trigger - 1] === 'if';
    case 'COOPERATE':
      return noun && isPost(trigger, match);
    case 'ACCUSE':
      // "was questioned about the case while speaking to the press"
      if (match.lemma(trigger) === 'question' && draft.actors.length === 0 && match.roles.obliqueOf(trigger, 'about') >= 0) return true;
      // "was suspected to have the virus"
      if (match.lemma(trigger) === 'suspect' && match.roles.clauses.open[trigger] !== -1 && match.lemma(match.roles.clauses.open[trigger] ?? 0) === 'have') return true;
      // "is held accountable": nobody does so
      if (coded.entry.words === 'hold accountable' && draft.actors.length === 0 && match.roles.isPassive(trigger)) return true;
      // "the “bombing outrages”": deeds, and no word against them
      if (noun && view.lower[trigger] === 'outrages') return true;
      // "charging students more than $30,000"
      if (match.lemma(trigger) === 'charge' && isPriced(trigger, match)) return true;
      // "the UN commission of inquiry published": a body
      return noun && BODIES.has(match.lemma(trigger)) && !FOUNDING.has(lemmaAbove(trigger, match)) && view.relation[trigger] !== REL.obj && !isBegun(trigger, match);
    case 'COERCE':
      // "“Moon Rock” was held in Velmar": a title holds no prisoner
      if (!noun && coded.entry.words === 'hold' && coded.patients.some((token) => isQuoted(token, match))) return true;
      return noun && code.mode === 'arrest' && EVADING.has(lemmaAbove(trigger, match)) && view.relation[trigger] === REL.obj;
    case 'MOBILIZE':
      // "terrorists positioned in the town": where they are
      if (INTRANSITIVE.has(match.lemma(trigger)) || (match.roles.clauses.object[trigger] ?? -1) >= 0) return false;
      return view.upos[trigger] === VERB && view.relation[trigger] === REL.acl && view.tag(trigger) === 'VBN' && coded.agents.includes(view.head[trigger] ?? -1);
    case 'SUPPORT':
      // "recognised the general's face"
      if (!noun && /^recogni[sz]e$/.test(coded.entry.words) && coded.patients.some((token) => SEEN.test(view.lower[token] ?? ''))) return true;
      // "a soldier who was supporting the operation"
      return (draft.recipients.length === 0 && coded.patients.some((token) => DUTIES.has(match.lemma(token)))) || (draft.recipients.length > 0 && draft.recipients.every((one) => /^Operation /.test(known[index(one)]?.name ?? '')));
    case 'AID':
      // "received mortgage payments from her clients": what was bought
      if (/^(?:receive|get|accept)/.test(coded.entry.words) && BOUGHT.test(view.lower[match.roles.clauses.object[trigger] ?? -1] ?? '')) return true;
      // "to protect us": nobody is told of
      return draft.recipients.length === 0 && coded.patients.some((token) => /^(?:us|me|you|them|it)$/.test(view.lower[token] ?? ''));
    case 'PROTEST':
      // "a prayer vigil", "a vigil for the dead of the fire": in mourning
      if (isMourning(coded, match)) return true;
      // "the advert agitated him": no crowd
      if (!noun && coded.entry.words === 'agitate' && (match.roles.clauses.object[trigger] ?? -1) > trigger) return true;
      // "struck the teenager": no walkout
      if (!noun && coded.entry.words === 'strike' && (match.roles.clauses.object[trigger] ?? -1) > trigger) return true;
      // "the capital was barricaded": by nobody who is told to protest
      if (!noun && code.mode === 'obstruct' && draft.actors.length === 0 && match.roles.isPassive(trigger)) return true;
      // "their march toward Lintz": of an army
      return coded.entry.words.includes('march') && draft.actors.length > 0 && draft.actors.every((one) => ARMIES.has(known[index(one)]?.sector ?? ''));
    case 'REQUEST':
      // "the network called Ohio for Holt"
      if (!noun && match.lemma(trigger) === 'call' && view.upos[trigger + 1] === PROPN && view.lower[trigger + 2] === 'for' && draft.actors.length > 0 && draft.actors.every((one) => isPress(known[index(one)]))) return true;
      // "his appeal to white men", of a candidate: what draws them
      if (noun && match.lemma(trigger) === 'appeal' && contexts.includes('election') && draft.recipients.length > 0 && draft.recipients.every((one) => isPublic(known[index(one)])) && match.roles.obliqueOf(trigger, 'for') < 0 && match.roles.childBy(trigger, REL.acl) < 0) return true;
      // "advising and assisting local forces"
      if (match.lemma(trigger) === 'advise' && view.lower[trigger + 1] === 'and' && view.lower[trigger + 2]?.startsWith('assist')) return true;
      // "pushing the rebels back"
      // "pushing the rebels out of nine districts": by force
      return match.lemma(trigger) === 'push' && !noun && [1, 2, 3, 4].some((step) => view.sentence[trigger + step] === view.sentence[trigger] && ((view.lower[trigger + step] === 'back' && step < 4) || (view.lower[trigger + step] === 'out' && view.lower[trigger + step + 1] === 'of')));
    case 'SANCTION':
    case 'RETREAT':
      // "a resolution on a Velmar ceasefire": what it is about
      if (noun && match.roles.caseOf(trigger) === 'on' && PAPERS.has(lemmaAbove(trigger, match))) return true;
      // "asking for his release"
      if (noun && match.roles.caseOf(trigger) === 'for' && ASKING.has(lemmaAbove(trigger, match))) return true;
      // "returned home"
      if (!noun && match.lemma(trigger) === 'return' && draft.recipients.length === 0 && coded.patients.length === 0 && ((match.roles.clauses.object[trigger] ?? -1) < 0 || view.lower[trigger + 1] === 'home')) return true;
      // "a goal-setting retreat" of a council: a stay in the country
      if (noun && match.lemma(trigger) === 'retreat' && (match.roles.childBy(trigger, REL.compound) >= 0 || HELD.has(lemmaAbove(trigger, match))) && draft.actors.every((one) => known[index(one)]?.kind !== 'state' && !ARMIES.has(known[index(one)]?.sector ?? '') && known[index(one)]?.sector !== 'UAF')) return true;
      // "returned a stolen violin to its owner", "the files that he returned to the department"
      if (!noun && coded.entry.words === 'return' && code.type === 'RETREAT' && isOfThing(trigger, match) && draft.actors.every((one) => !RULING.has(known[index(one)]?.sector ?? '')) && [...draft.actors, ...draft.recipients].every((one) => known[index(one)]?.kind !== 'state')) return true;
      // "has not released the statistics"
      return (code.cameo === '0841' && !noun && draft.recipients.length === 0 && !coded.patients.some((token) => view.upos[token] === NUM)) || leavesDead(trigger, match);
    case 'AGREE':
      // "who protect us every day": nobody is told of
      if (coded.code.type === 'AID' && draft.recipients.length === 0 && coded.patients.some((token) => /^(?:us|me|you|them|it)$/.test(view.lower[token] ?? ''))) return true;
      // "offers its guests a pool": nothing that one power holds out to another
      if (!noun && coded.entry.words === 'offer' && draft.recipients.length === 0) return true;
      return isOpinion(trigger, match);
    default:
      return false;
  }
} // biome-ignore format: one rule a line

/** "Charged them $30", "charged fees", "charges more": a sum and no "with" behind the verb. */
function isPriced(verb: number, { view: { lower, upos, sentence, text, start } }: Matcher): boolean {
  if (upos[verb] !== VERB) return false;
  for (let at = verb + 1; at < verb + 8 && sentence[at] === sentence[verb]; at++) {
    if (lower[at] === 'with' || lower[at] === 'over') return false;
    if (/[$€£¥]/.test(text[start[at] ?? 0] ?? '')) return true;
    if (at < verb + 5 && PRICED.test(lower[at] ?? '')) return true;
    if (lower[at] === 'more' && (lower[at + 1] === 'than' || upos[at + 1] !== NOUN)) return true;
  }
  return false;
}

const PRICED = /^(?:fees?|fares?|rents?|tolls?|tuition|interest|premiums?|surcharges?|prices?|double|extra)$/;

const ANIMALS =
  /^(?:bee|wasp|hornet|dog|shark|bear|alligator|crocodile|snake|lion|tiger|elephant|wol(?:f|ve)|coyote|leopard|hippo|monkey|pitbull|mosquito|jellyfish|cougar|panther)s?$/;

function isOfAnimals(trigger: number, agents: readonly number[], { view, roles }: Matcher): boolean {
  if (agents.length > 0 && agents.every((token) => view.upos[token] === NOUN && ANIMALS.test(view.lower[token] ?? '')))
    return true;
  return view.upos[trigger] === NOUN && ANIMALS.test(view.lower[roles.childBy(trigger, REL.compound)] ?? '');
}

const isPressOnly = ({ agents, consumed }: Draft['coded'], match: Matcher): boolean =>
  agents.every((token) => match.together(token).length === 1) &&
  consumed.some((token) => /^(?:press|news)$/.test(match.view.lower[token - 1] ?? ''));

const PAPERS: ReadonlySet<string> = new Set([
  'resolution',
  'draft',
  'text',
  'motion',
  'proposal',
  'talk',
  'negotiation',
  'debate',
  'discussion',
  'vote',
  'referendum',
  'report',
  'statement',
  'decision',
]);
const ASKING: ReadonlySet<string> = new Set([
  'ask',
  'call',
  'appeal',
  'plead',
  'press',
  'push',
  'petition',
  'pray',
  'hope',
  'wait',
  'campaign',
  'beg',
  'lobby',
]);
/** A verb whose object is a thing: no person, no body, no land and no part of one. */
function isOfThing(verb: number, { view, roles, kinds }: Matcher): boolean {
  const object = roles.clauses.object[verb] ?? -1;
  if (object < 0 || view.upos[object] !== NOUN) return false;
  return (kinds.of(object) & (POST | LAND | MEN)) === 0 && !REMAINS.test(view.lower[object] ?? '');
}
const REMAINS =
  /^(?:bod(?:y|ies)|remains|corpses?|captives?|hostages?|territor(?:y|ies)|land|power|rule|control|children|crew|artefacts?|artifacts?|mandate|skulls?|bones|relics?|icons?|treasures?|loot|weapons?|assets|funds)$/;
/** Those who give back what they have taken, and not what they have borrowed. */
const RULING: ReadonlySet<string> = new Set(['GOV', 'LEG', 'IGO', 'MIL', 'REB']);

/** A vigil that is held for somebody and against nobody. */
function isMourning({ trigger, consumed }: Draft['coded'], match: Matcher): boolean {
  const { view, roles } = match;
  for (const token of [trigger, ...consumed]) {
    if (view.lower[token] !== 'vigil' && view.lower[token] !== 'vigils') continue;
    if (/^(?:prayer|memorial|mourning)$/.test(view.lower[token - 1] ?? '') || isSoon(MOURNED, token, 6, view)) return true;
    const whom = roles.obliqueOf(token, 'for');
    if (whom >= 0 && (match.kinds.of(whom) & POST) !== 0) return true;
  }
  return false;
} // biome-ignore format: long condition
const MOURNED: ReadonlySet<string> = new Set([
  'honoring', 'honouring', 'honor', 'honour', 'memory', 'remembrance', 'remember', 'remembering', 'mourn', 'mourning', 'commemorate', 'victim', 'victims',
]); // biome-ignore format: one table

const OFFICES: ReadonlySet<string> = new Set(['GOV', 'LEG', 'JUD', 'PTY', 'IGO']);
const ARMIES: ReadonlySet<string> = new Set(['MIL', 'REB', 'PRM', 'SEP']);
const GATHERINGS: ReadonlySet<string> = new Set(['conference', 'convention', 'seminar', 'forum', 'symposium']);
const TERMS: ReadonlySet<string> = new Set(['policy', 'term', 'guideline', 'standard', 'norm', 'trust', 'etiquette']);
const BLAMED = /^(?:bombings?|attacks?|blasts?|explosions?|killings?|shootings?|strikes?|assaults?|murders?)$/;

const HELD: ReadonlySet<string> = new Set(['hold', 'attend', 'host', 'organise', 'organize', 'plan']);

/** What somebody is known by. */
const SEEN =
  /^(?:faces?|voices?|profiles?|handwriting|smiles?|car|van|photos?|photographs?|pictures?|names?|features|accents?)$/;

/** "Declined a request for an interview". */
const ASKED: ReadonlySet<string> = new Set(['interview', 'interviews', 'comment']);

const CHIEFS: ReadonlySet<string> = new Set(['head', 'chief', 'director', 'commander', 'deputy', 'coordinator']);
const DUTIES: ReadonlySet<string> = new Set(['operation', 'mission', 'deployment', 'exercise']);

/** "Left 40 soldiers dead", "leaving thousands homeless": what became of them, and nobody went. */
function leavesDead(verb: number, match: Matcher): boolean {
  const { view, roles } = match;
  if (view.upos[verb] !== VERB || match.lemma(verb) !== 'leave') return false;
  const { first, next } = roles.children;
  for (let child = first[verb] as number; child >= 0; child = next[child] as number)
    if (child > verb && view.relation[child] === REL.xcomp && (view.upos[child] === ADJ || view.tag(child) === 'VBN'))
      return true;
  const object = roles.clauses.object[verb] ?? -1;
  return (
    object > verb && /^(?:dead|homeless|wounded|injured|stranded|without|destroyed)$/.test(view.lower[object + 1] ?? '')
  );
}

/** A name with a quotation mark right behind it. */
const isQuoted = (token: number, { view: { upos, text, end } }: Matcher): boolean =>
  upos[token] === PROPN && /["”’']/.test(text[end[token] ?? 0] ?? '');

const isPress = (actor: Cast['actors'][number] | undefined): boolean =>
  actor?.sector === 'JRN' ||
  (actor !== undefined &&
    actor.kind !== 'state' &&
    actor.sector === null &&
    /(?:[a-z]news|News|Times|Post|Herald|Tribune|Radio|Journal|Telegraph|Gazette|TV|Television|Broadcasting)$/.test(
      actor.name,
    ));

/** People who hold no post and are of no country. */
const isPublic = (actor: Cast['actors'][number] | undefined): boolean =>
  actor?.kind === 'group' &&
  actor.country === null &&
  (actor.sector === null || actor.sector === 'CVL' || actor.sector === 'MED');

/** "Fight in federal court", "an ideological battle": with words before the bench. */
function isAtLaw(word: number, { view, roles }: Matcher): boolean {
  if (LAW.has(view.lower[roles.obliqueOf(word, 'in')] ?? '')) return true;
  const { first, next } = roles.children;
  for (let child = first[word] as number; child >= 0 && child < word; child = next[child] as number)
    if (view.relation[child] === REL.amod && LAW.has(view.lower[child] ?? '')) return true;
  return false;
}

const MODAL: ReadonlySet<string> = new Set([
  'will',
  'would',
  'should',
  'must',
  'could',
  'can',
  'may',
  'might',
  'shall',
  'be',
  'to',
  "'ll",
  '’ll',
  "'d",
]);

/** "Agreed that the law was unjust": a view that is shared, and nothing that anybody will do. */
function isOpinion(verb: number, { view, roles }: Matcher): boolean {
  if (view.upos[verb] !== VERB || view.lower[verb + 1] !== 'that' || !view.lower[verb]?.startsWith('agree'))
    return false;
  const clause = roles.clauses.complement[verb] ?? -1;
  if (clause <= verb) return false;
  const { first, next } = roles.children;
  let finite = view.tag(clause) === 'VBD' || view.tag(clause) === 'VBZ' || view.tag(clause) === 'VBP';
  for (let child = first[clause] as number; child >= 0 && child < clause; child = next[child] as number) {
    const link = view.relation[child];
    if (link !== REL.aux && link !== REL['aux:pass'] && link !== REL.cop && link !== REL.mark) continue;
    if (MODAL.has(view.lower[child] ?? '')) return false;
    if (link !== REL.mark) finite = true;
  }
  return finite;
}

/** The lemma of the word that another hangs from; '' for none. */
const lemmaAbove = (token: number, match: Matcher): string => {
  const up = match.view.head[token] ?? -1;
  return up < 0 ? '' : match.lemma(up);
};

/** "The commission of inquiry began": its work is told. */
const isBegun = (noun: number, match: Matcher) =>
  match.view.relation[noun] === REL.nsubj && FOUNDING.has(lemmaAbove(noun, match));

/** "Ebola has killed", "SARS-CoV-2", "Hurricane Nadia": any word of the name that stands there. */
function isPlague(token: number, { view }: Matcher): boolean {
  const { lower, upos, sentence } = view;
  const word = (at: number) => PLAGUE.test(lower[at] ?? '');
  // "a strike of lightning"
  if (lower[token + 1] === 'of' && /^(?:lightning|hail|wind|heat|fate)$/.test(lower[token + 2] ?? '')) return true;
  if (word(token)) return true;
  for (let at = token - 1; at >= 0 && at > token - 5 && sentence[at] === sentence[token]; at--) {
    if (upos[at] !== PROPN && upos[at] !== NOUN && lower[at] !== '-') break;
    if (word(at)) return true;
  }
  return false;
}

const RIVALRY: ReadonlySet<string> = new Set([
  'salvo', 'battle', 'clash', 'foray', 'fight', 'war', 'fighting', 'skirmish', 'duel', 'showdown', 'feud', 'defeat', 'defend',
]); // biome-ignore format: one table

/** "A battle against Ford for control of the carmaker": firms, in a paragraph on business without violence. */
function isRivalry(
  { actors, recipients, coded }: Draft,
  contexts: readonly string[],
  known: Cast['actors'],
  index: (actor: number) => number,
  match: Matcher,
): boolean {
  const battle = RIVALRY.has(match.lemma(coded.trigger));
  if (!contexts.includes('economic') || contexts.some((one) => VIOLENT.has(one) && !(battle && one === 'military')))
    return false;
  const all = [...actors, ...recipients].map((one) => known[index(one)]);
  if (all.length === 0 || coded.agents.some((token) => (match.kinds.of(token) & MEN) !== 0)) return false;
  return all.every((one) => one?.sector === 'BUS' || (one?.kind === 'organisation' && one.sector === null));
}

/** "The two states clashed over border checks": with words, where the paragraph tells of no violence and no land is fought over. */
function isQuarrel({ actors, recipients, coded: { trigger } }: Draft, contexts: readonly string[], known: Cast['actors'], index: (actor: number) => number, match: Matcher): boolean {
  if (match.lemma(trigger) !== 'clash' || contexts.some((one) => VIOLENT.has(one))) return false;
  const matter = match.roles.obliqueOf(trigger, 'over');
  if (matter < 0 || (match.kinds.of(matter) & LAND) !== 0) return false;
  return [...actors, ...recipients].every((one) => {
    const actor = known[index(one)];
    return actor?.kind === 'state' || (actor?.kind === 'person' && OFFICES.has(actor.sector ?? ''));
  });
} // biome-ignore format: one line

/** "The trade and industry commissioner": the first half of what somebody is in charge of. */
function isPost(noun: number, match: Matcher): boolean {
  const { lower, upos } = match.view;
  let at = noun + 1;
  while (lower[at] === 'and' || lower[at] === ',' || (upos[at] === NOUN && (match.kinds.of(at) & POST) === 0)) at++;
  return at > noun + 1 && at < noun + 6 && upos[at] === NOUN && (match.kinds.of(at) & POST) !== 0;
}

const MEASURE = /^(?:sanctions?|assets|visas?|blacklist(?:ed|ing)?|tariffs?|designat(?:ed|ing|ions?))$/;
