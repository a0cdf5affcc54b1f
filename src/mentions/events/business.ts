// The tokens of a report in, whether it is news of firms and markets out; and which of its events are only what firms do with each other.
import { FormTable } from '../../text/word-forms.ts';
import type { Found as Cast } from '../actors/actor.ts';
import { NOUN, PROPN, REL, type TokenView } from '../actors/token-view.ts';
import { VIOLENT } from './accident.ts';
import type { Draft } from './draft.ts';
import type { Matcher } from './match.ts';

/** Words that reports on firms are full of, and others not. */
const TRADE: ReadonlySet<string> = new Set([
  'share', 'shares', 'shareholder', 'shareholders', 'stockholder', 'stockholders', 'stock', 'stocks', 'profit', 'profits', 'earnings', 'revenue', 'revenues', 'dividend', 'dividends', 'takeover', 'merger', 'acquisition',
  'acquire', 'tender', 'stake', 'buyout', 'bidder', 'bidders', 'subsidiary', 'retailer', 'sales', 'quarter', 'investors', 'inc', 'inc.', 'corp', 'corp.', 'ltd', 'ltd.', 'plc', 'llc', 'nasdaq', 'bondholders', 'debentures',
  'creditors', 'securities', 'company', 'companies', 'firm', 'firms', 'market', 'billion', 'million', 'analysts', 'ceo', 'executive', 'startup', 'ipo', 'stores', 'customers', 'supermarket', 'brand', 'airline', 'automaker', 'carmaker',
]); // biome-ignore format: one table
/** Of these a report on firms has at least so many, and so many in a hundred words. */
const FEWEST = 5;
const SHARE = 0.035;

const isTrade = new FormTable((word) => TRADE.has(word));

export function isBusinessReport({ word, forms, length }: TokenView): boolean {
  let words = 0;
  for (let token = 0; token < length; token++) if (isTrade.of(forms, word[token] as number)) words++;
  return words >= FEWEST && words >= length * SHARE;
}

/** Sectors of those who hold power or arms, or speak for many. */
const PUBLIC: ReadonlySet<string> = new Set([
  'GOV', 'MIL', 'REB', 'LEG', 'JUD', 'COP', 'SPY', 'PTY', 'OPP', 'IGO', 'NGO', 'UAF', 'SEP', 'PRM', 'LAB', 'CVL', 'CRM', 'REL', 'REF',
]); // biome-ignore format: one table
/** Who runs a firm; a government has such people too. */
const OFFICERS: ReadonlySet<string> = new Set([
  'director', 'committee', 'board', 'official', 'executive', 'representative', 'president', 'chairman', 'chairwoman', 'chairperson', 'officer', 'manager', 'spokesman', 'spokeswoman', 'adviser', 'advisor',
]); // biome-ignore format: one table
const DEALINGS: ReadonlySet<string> = new Set([
  'AGREE', 'REJECT', 'COOPERATE', 'CONSULT', 'SUPPORT', 'RETREAT', 'CONCEDE', 'REQUEST', 'THREATEN', 'AID', 'SANCTION', 'ACCUSE', 'ASSAULT', 'COERCE', 'PROTEST',
]); // biome-ignore format: one table

/** "Holt Corp. rejected the bid of Mead Inc.", "the firm's chief executive resigned", where the report is on firms and no party holds power. */
export function isDealing(draft: Draft, contexts: readonly string[], { actors: known }: Cast, index: (actor: number) => number, match: Matcher): boolean {
  const { actors, recipients, coded, code } = draft;
  if (!DEALINGS.has(code.type) || contexts.some((one) => VIOLENT.has(one))) return false;
  const officers = [...coded.agents, ...coded.patients].filter((token) => isOfficer(token, match));
  const all = [...actors, ...recipients];
  let owed = officers.length;
  for (const one of all) {
    const actor = known[index(one)];
    if (!actor || actor.kind === 'state') return false;
    if (!PUBLIC.has(actor.sector ?? '')) continue;
    // "the two directors", whom their word alone makes officials
    if (actor.kind === 'organisation' || owed === 0) return false;
    owed--;
  }
  return true;
} // biome-ignore format: long signature

/** An officer of nobody that governs: "independent directors", "the company's president", against "White House officials". */
function isOfficer(token: number, match: Matcher): boolean {
  const { view, roles } = match;
  if (view.upos[token] !== NOUN || !OFFICERS.has(match.lemma(token))) return false;
  const { first, next } = roles.children;
  for (let child = first[token] as number; child >= 0; child = next[child] as number) {
    const link = view.relation[child];
    // "Mead's directors", against "Norland's"
    const named = view.upos[child] === PROPN && !match.kinds.isState(child) && BOARD.has(match.lemma(token));
    if (link === REL['nmod:poss'] && !named && !FIRM.has(view.lower[child] ?? '')) return false;
    if (link === REL.amod && GOVERNING.has(view.lower[child] ?? '')) return false;
  }
  return true;
}

const BOARD: ReadonlySet<string> = new Set(['director', 'board', 'executive', 'chairman', 'committee', 'manager']);
const FIRM: ReadonlySet<string> = new Set([
  'company',
  'firm',
  'bank',
  'airline',
  'group',
  'its',
  'his',
  'her',
  'their',
  'retailer',
  'maker',
]);
const GOVERNING: ReadonlySet<string> = new Set([
  'federal',
  'state',
  'senior',
  'local',
  'european',
  'american',
  'chinese',
  'russian',
]);
