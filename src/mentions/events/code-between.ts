// A parsed text and the words of two parties in, the event that its words tell between the two out: coding with the arguments given.
import type { Parsed } from '../../grammar/parsed.ts';
import type { Span } from '../../report/span.ts';
import { findActors } from '../actors/find-actors.ts';
import { ADJ, NOUN, PRON, REL, type TokenView, VERB, viewTokens } from '../actors/token-view.ts';
import { CastGrowth } from './cast-growth.ts';
import { type Coded, Coder } from './coder.ts';
import { announced, foretold, type Operation } from './composed.ts';
import type { Code, Status } from './event.ts';
import { Matcher } from './match.ts';
import { PartyFinder } from './parties.ts';
import { ALLEGED } from './plain-operator.ts';
import { RoleReader } from './roles.ts';
import { isCalledFor, SPOKEN, settle } from './settle-code.ts';
import { TokenKinds } from './token-kinds.ts';
import { isSpokenPurpose } from './verb-forms.ts';

/** What the words tell between two parties. */
export interface Between extends Code {
  readonly status: Status;
  /** The words that name it. */
  readonly trigger: Span;
  /**
   * How the parties stand to it: `both` the first acts upon the second or with it; `swapped` the other way round; `one`
   * of the two is a party as asked, or the other way round (`one, swapped`); `near` neither is by the grammar, and it is
   * the event that stands nearest to both in the sentence's tree.
   */
  readonly how: 'both' | 'swapped' | 'one' | 'one, swapped' | 'near';
  /** The lexicon's words in order, "refuse + meet". */
  readonly path: string;
}

const HOW = ['near', 'one, swapped', 'one', 'swapped', 'both'] as const;
/** What leads from a noun to those whose it is. */
const OWNERS: ReadonlySet<number> = new Set([
  REL['nmod:poss'], REL.amod, REL.compound, REL.nmod, REL.appos, REL.flat, REL.conj, REL.acl, REL['acl:relcl'], REL['obl:agent'],
]); // biome-ignore format: one table
const DEEPEST = 4;
const FAR = 60;

/**
 * The event that holds between the words of `source` (who acts) and those of `target`, by the rules and lists that
 * findEvents codes with; that the two are parties is taken as given, so that nothing needs to know who they are. Spans
 * count code units of the text, several where a party is named in pieces; an empty list asks for one party alone. Null
 * where no word codes an event, or the text was not analysed.
 */
export function codeBetween(parsed: Parsed, source: readonly Span[], target: readonly Span[]): Between | null {
  const view = viewTokens(parsed);
  if (!view.analysed) return null;
  const cast = findActors(parsed);
  const roles = new RoleReader(parsed, view);
  const from = tokensOf(source, view);
  const to = tokensOf(target, view);
  const kinds = new TokenKinds(view, cast, roles, new Set([...given(from, view), ...given(to, view)]));
  const match = new Matcher(parsed, view, roles, kinds);
  const growth = new CastGrowth(view, cast);
  const coder = new Coder(match, growth);
  const parties = new PartyFinder(
    match,
    growth,
    () => null,
    (token) => coder.code(token),
  );
  const of = (tokens: readonly number[]) => parties.of(tokens);
  const coded: Coded[] = [];
  const consumed = new Set<number>();
  for (let token = 0; token < view.length; token++) {
    const pos = view.upos[token];
    if (pos !== VERB && pos !== NOUN && pos !== ADJ) continue;
    const one = coder.code(token);
    if (!one) continue;
    coded.push(one);
    for (const other of one.consumed) if (other !== token) consumed.add(other);
  }
  const candidates: Candidate[] = [];
  const byClause = new Map<number, Candidate>();
  for (const one of coded) {
    if (consumed.has(one.operators[0] ?? one.trigger) || coder.isNone(one.trigger)) continue;
    const meets = (tokens: readonly number[], party: ReadonlySet<number>) =>
      party.size > 0 && tokens.some((token) => reaches(token, party, match, roles, view));
    const as = meets(one.agents, from);
    const rt = meets(one.patients, to);
    const at = meets(one.agents, to);
    const rs = meets(one.patients, from);
    // "A and B signed": what both do together
    const both = (as && rt) || (one.mutual && (as || rs) && (at || rt)) || (as && at && !rt && !rs);
    // "said Dorvanian spies had blown it up": between who says it and who did it, an accusation
    const charged = at && !as && WRONGS.has(one.code.type) && meets(sayerOf(one.clause, match), from);
    const own = both || charged ? 4 : at && rs ? 3 : as || rt ? 2 : at || rs ? 1 : 0;
    const candidate = { one, as, charged, own, rank: own, told: false };
    candidates.push(candidate);
    if ((byClause.get(one.clause)?.own ?? -1) < own) byClause.set(one.clause, candidate);
  }
  for (const candidate of candidates) tellTogether(candidate, byClause, match);
  let best: Between | null = null;
  let rated: readonly number[] = [];
  for (const { one, as, charged, rank, told } of candidates) {
    // who is inside a party's own words only says who that party is
    const inside = (from.has(one.trigger) || to.has(one.trigger)) && !isHead(one.trigger, from, to, view);
    const settled = settle(one, of(one.agents), of(one.patients), { match, coder, cast, of });
    const status = charged ? 'asserted' : settled.status;
    // "may halt the talks", "is considering sanctions": between two parties what one may do is a threat or an offer
    const code = charged
      ? ALLEGED
      : as && status === 'hypothetical' && isWeighed(one, match)
        ? foretold(announced(settled.code))
        : settled.code;
    const away = distance(one.clause, from, view) + distance(one.clause, to, view);
    // what is foretold is coded as the promise of it, which is made
    const made = status === 'asserted' || status === 'future';
    const rating = [rank, inside ? 0 : 1, told ? 1 : 0, made ? 1 : 0, -away, -one.trigger];
    if (best && !isMore(rating, rated)) continue;
    rated = rating;
    best = {
      ...{ type: code.type, mode: code.mode, cameo: code.cameo },
      status,
      trigger: { start: view.start[one.trigger] ?? 0, end: view.end[one.trigger] ?? 0 },
      how: HOW[rank] ?? 'near',
      path: one.path,
    };
  }
  return best;
}

interface Candidate {
  readonly one: Coded;
  /** Those who act are the source. */
  readonly as: boolean;
  /** The source says that the target did it. */
  readonly charged: boolean;
  /** How well the parties fit it by itself, and with what it was done for or by: an index of HOW. */
  readonly own: number;
  rank: number;
  /** It is the more telling of what one clause does for another. */
  told: boolean;
}

/** Of a clause and what it says it was done for, the one that tells what happened gets the parties of both. */
function tellTogether(candidate: Candidate, byClause: ReadonlyMap<number, Candidate>, match: Matcher): void {
  const { view, roles } = match;
  const { clause, trigger, code } = candidate.one;
  const carrier = byClause.get(view.head[clause] ?? -1);
  if (!carrier || carrier === candidate) return;
  const link = view.relation[clause];
  const { type } = carrier.one.code;
  // "talks between the two broke down": what became of them
  if (
    code.type === 'CONSULT' &&
    clause === trigger &&
    view.upos[trigger] === NOUN &&
    (link === REL.nsubj || link === REL['nsubj:pass'])
  )
    carrier.told ||= carrier.own === candidate.own;
  // "agreed to it in a meeting with Holt": with whom
  if (code.type === 'CONSULT' && clause === trigger && link === REL.obl && type === 'AGREE' && carrier.as) {
    carrier.rank = Math.max(carrier.own, candidate.own);
    carrier.told = true;
  }
  if (link !== REL.advcl && !isCalledFor(clause, match)) return;
  const purpose = (link === REL.xcomp || isSpokenPurpose(clause, view, roles)) && view.tag(clause) === 'VB';
  const participle = view.tag(clause) === 'VBG' && roles.caseOf(clause) === '';
  // "called Holt to voice his support", "sent a team to investigate the crash", "arrived seeking refuge": the more telling
  if (
    (purpose && type === 'CONSULT' && SPOKEN.has(code.type)) ||
    (purpose && code.mode === 'investigate' && SENDING.has(type)) ||
    (participle && type === 'CONSULT' && code.type === 'REQUEST' && !candidate.as === !carrier.as)
  ) {
    candidate.rank = Math.max(candidate.own, carrier.own);
    candidate.told = true;
  }
  // "took to the streets to denounce Holt", "walked off the job, accusing Holt of neglect": the topic of a protest
  else if (
    type === 'PROTEST'
      ? purpose || participle
      : purpose && carrier.one.patients.every((one) => one === clause) && carrier.as
  ) {
    carrier.rank = Math.max(carrier.own, candidate.own);
    carrier.told ||= type === 'PROTEST';
  }
}

const WRONGS: ReadonlySet<string> = new Set(['ASSAULT', 'COERCE']);
const SAYING: ReadonlySet<string> = new Set([
  'say',
  'claim',
  'allege',
  'state',
  'insist',
  'maintain',
  'assert',
  'report',
  'find',
  'conclude',
]);

/** Who says that something happened: "the ministry said gunmen had shot them", "gunmen had shot them, the ministry said". */
function sayerOf(clause: number, { view, roles, parsed }: Matcher): number[] {
  const { head, relation, upos } = view;
  const says = (verb: number) => verb >= 0 && upos[verb] === VERB && SAYING.has(parsed.words.lemma(verb));
  const up = head[clause] ?? -1;
  let verb = relation[clause] === REL.ccomp && says(up) ? up : -1;
  if (verb < 0 && says(roles.childBy(clause, REL.parataxis))) verb = roles.childBy(clause, REL.parataxis);
  const sayer = verb < 0 ? -1 : (roles.clauses.subject[verb] ?? -1);
  return sayer < 0 ? [] : [sayer];
} // biome-ignore format: long tables

const SENDING: ReadonlySet<string> = new Set(['CONSULT', 'AID', 'MOBILIZE', 'AGREE']);

/** What somebody may do and says so. */
const MAYBE: ReadonlySet<string> = new Set(['may', 'might', 'could', 'would']);

/** "Wants to improve relations" means to, as "considers improving them" does. */
const INTENDING: ReadonlySet<Operation> = new Set(['maybe', 'plan', 'want']);

/** Whether an event is only weighed or meant by those who would do it: "may impose", "is considering sanctions". */
function isWeighed({ clause, trigger, operators: [verb = -1] }: Coded, match: Matcher): boolean {
  const { view, roles } = match;
  if (verb >= 0 && match.verbOperator(verb, match.verbLemma(verb))?.found.operation === 'maybe') return true;
  for (const word of [verb, clause, trigger]) {
    if (word < 0) continue;
    // "may have launched" tells what happened
    const modal = roles.childBy(word, REL.aux);
    if (MAYBE.has(view.lower[modal] ?? '') && view.lower[modal + 1] !== 'have') return true;
    const up = view.relation[word] === REL.xcomp || view.relation[word] === REL.ccomp ? (view.head[word] ?? -1) : -1;
    if (up < 0 || view.upos[up] !== VERB) continue;
    const operation = match.verbOperator(up, match.verbLemma(up))?.found.operation;
    if (operation !== undefined && INTENDING.has(operation)) return true;
  }
  return false;
} // biome-ignore format: long conditions

function isMore(one: readonly number[], other: readonly number[]): boolean {
  for (let i = 0; i < one.length; i++) if (one[i] !== other[i]) return (one[i] as number) > (other[i] as number);
  return false;
}

function tokensOf(spans: readonly Span[], { length, start, end }: TokenView): ReadonlySet<number> {
  const tokens = new Set<number>();
  for (const span of spans)
    for (let token = 0; token < length; token++)
      if ((start[token] ?? 0) < span.end && (end[token] ?? 0) > span.start) tokens.add(token);
  return tokens;
}

/** Nominal tokens of a party that hang from nothing else of it, and those coordinated with them. */
function heads(tokens: ReadonlySet<number>, { head, relation }: TokenView): number[] {
  return [...tokens].filter((token) => {
    const up = head[token] ?? -1;
    return !tokens.has(up) || relation[token] === REL.conj || relation[token] === REL.flat;
  });
}

/** "[Turkish] officials": the heads of a party's words, and the nouns that only say what of it acts. */
function given(tokens: ReadonlySet<number>, view: TokenView): number[] {
  const all = heads(tokens, view);
  for (const head of [...all]) {
    const up = view.head[head] ?? -1;
    const link = view.relation[head];
    if (up > head && view.upos[up] === NOUN && link === REL.amod) all.push(up);
  }
  return all;
}

function isHead(token: number, from: ReadonlySet<number>, to: ReadonlySet<number>, { head }: TokenView): boolean {
  const up = head[token] ?? -1;
  return from.has(token) ? !from.has(up) : !to.has(up);
}

/** Whether a token, those coordinated with it, or those whose it is are among a party's words. */
function reaches(
  token: number,
  party: ReadonlySet<number>,
  match: Matcher,
  roles: RoleReader,
  view: TokenView,
): boolean {
  if (party.has(token)) return true;
  if (view.upos[token] === PRON) {
    const speaker = roles.speakerOf(token);
    if (speaker >= 0) return party.has(speaker);
  }
  const open = [...match.together(token)];
  const deep = open.map(() => 0);
  for (let i = 0; i < open.length && i < FAR; i++) {
    const at = open[i] as number;
    if (party.has(at)) return true;
    if ((deep[i] as number) >= DEEPEST) continue;
    const { first, next } = roles.children;
    for (let child = first[at] as number; child >= 0; child = next[child] as number)
      if (OWNERS.has(view.relation[child] ?? 0)) {
        open.push(child);
        deep.push((deep[i] as number) + 1);
      }
  }
  return false;
}

/** Steps up and down the tree from a token to the nearest word of a party. */
function distance(token: number, party: ReadonlySet<number>, { head, length }: TokenView): number {
  if (party.size === 0) return 0;
  const up = new Map<number, number>();
  for (let at = token, steps = 0; at >= 0 && steps < length && !up.has(at); at = head[at] ?? -1) up.set(at, steps++);
  let least = FAR;
  for (const word of party)
    for (let at = word, steps = 0; at >= 0 && steps < FAR; at = head[at] ?? -1, steps++) {
      const met = up.get(at);
      if (met === undefined) continue;
      least = Math.min(least, met + steps);
      break;
    }
  return least;
}
