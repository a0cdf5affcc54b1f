// A parsed text and the words of two parties in, the event that its words tell between the two out: coding with the arguments given.
import type { Parsed } from '../../grammar/parsed.ts';
import type { Span } from '../../report/span.ts';
import { findActors } from '../actors/find-actors.ts';
import { ADJ, NOUN, PRON, REL, type TokenView, VERB, viewTokens } from '../actors/token-view.ts';
import { CastGrowth } from './cast-growth.ts';
import { type Coded, Coder } from './coder.ts';
import type { Code, Status } from './event.ts';
import { Matcher } from './match.ts';
import { PartyFinder } from './parties.ts';
import { RoleReader } from './roles.ts';
import { SPOKEN, settle } from './settle-code.ts';
import { isSpokenPurpose } from './status.ts';
import { TokenKinds } from './token-kinds.ts';

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
  const kinds = new TokenKinds(view, cast, roles, new Set([...heads(from, view), ...heads(to, view)]));
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
  /** How well the parties fit the event of a clause. */
  const ranks = new Map<number, number>();
  for (let token = 0; token < view.length; token++) {
    const pos = view.upos[token];
    if (pos !== VERB && pos !== NOUN && pos !== ADJ) continue;
    const one = coder.code(token);
    if (!one) continue;
    coded.push(one);
    for (const other of one.consumed) if (other !== token) consumed.add(other);
  }
  let best: Between | null = null;
  let rated: readonly number[] = [];
  for (const one of coded) {
    if (consumed.has(one.operators[0] ?? one.trigger) || coder.isNone(one.trigger)) continue;
    // who is inside a party's own words only says who that party is
    const inside = (from.has(one.trigger) || to.has(one.trigger)) && !isHead(one.trigger, from, to, view);
    const meets = (tokens: readonly number[], party: ReadonlySet<number>) =>
      party.size > 0 && tokens.some((token) => reaches(token, party, match, roles, view));
    const as = meets(one.agents, from);
    const rt = meets(one.patients, to);
    const at = meets(one.agents, to);
    const rs = meets(one.patients, from);
    // "A and B signed": what both do together
    const both = (as && rt) || (one.mutual && (as || rs) && (at || rt)) || (as && at && !rt && !rs);
    const own = both ? 4 : at && rs ? 3 : as || rt ? 2 : at || rs ? 1 : 0;
    ranks.set(one.clause, Math.max(own, ranks.get(one.clause) ?? 0));
    // "called Holt to voice his support": what the call was for is the more telling, between those who called
    const carrier = isSpokenPurpose(one.clause, view, roles) ? (view.head[one.clause] ?? -1) : -1;
    const spoken = carrier >= 0 && SPOKEN.has(one.code.type) && coder.code(carrier)?.code.type === 'CONSULT';
    const rank = spoken ? Math.max(own, ranks.get(carrier) ?? 0) : own;
    const { code, status } = settle(one, of(one.agents), of(one.patients), { match, coder, cast, of });
    const away = distance(one.clause, from, view) + distance(one.clause, to, view);
    const rating = [rank, inside ? 0 : 1, status === 'asserted' ? 1 : 0, spoken ? 1 : 0, -away, -one.trigger];
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
