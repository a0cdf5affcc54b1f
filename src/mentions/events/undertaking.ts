// An infinitive behind a noun for what somebody undertakes, plans or rules in, who is to do it out: "Turkey's plan to invade", "voted on a resolution to expel", "began the effort to isolate the town".
import { namedAt } from '../actors/lexicon.ts';
import { AUX, NOUN, PROPN, PUNCT, REL, type TokenView, VERB } from '../actors/token-view.ts';
import type { RoleReader } from './roles.ts';

/** Undertakings whose owner, or whoever is the subject of the verb above, does what they are for. */
const UNDERTAKEN: ReadonlySet<string> = new Set([
  'operation', 'operations', 'offensive', 'mission', 'push', 'drive', 'effort', 'efforts',
]); // biome-ignore format: one table
/** What one means to do: its owner does it, or who is told to make or weigh it. */
const MEANT: ReadonlySet<string> = new Set([
  'plan', 'plans', 'bid', 'bids', 'attempt', 'attempts', 'campaign', 'decision', 'scheme', 'plot', 'plots', 'intention', 'intentions', 'readiness', 'determination', 'vow', 'threat', 'threats', 'order', 'orders', 'move', 'moves',
]); // biome-ignore format: one table
/** What one does something else in. */
const TRIED: ReadonlySet<string> = new Set(['effort', 'efforts', 'attempt', 'bid', 'move', 'push', 'drive']);
/** What a house rules by. */
const RULED: ReadonlySet<string> = new Set([
  'resolution', 'bill', 'motion', 'law', 'legislation', 'decree', 'measure', 'proposal', 'amendment', 'act', 'order', 'plan', 'plans', 'decision',
]); // biome-ignore format: one table
/** Those who begin what is meant are those who do it; those who speak of it may be others. */
const BEGINNING: ReadonlySet<string> = new Set([
  'begin',
  'launch',
  'start',
  'resume',
  'lead',
  'mount',
  'step',
  'intensify',
  'make',
  'pursue',
  'announce',
  'unveil',
  'continue',
]);
const RULING: ReadonlySet<string> = new Set([
  'pass', 'adopt', 'approve', 'introduce', 'propose', 'table', 'debate', 'consider', 'discuss', 'weigh', 'mull', 'draft', 'prepare', 'submit', 'sign', 'issue', 'enact', 'finalise', 'finalize', 'devise', 'hatch', 'make', 'take', 'have', 'pursue',
  'unveil', 'announce', 'begin', 'launch', 'start', 'resume', 'lead', 'mount', 'step',
]); // biome-ignore format: one table
/** "The third phase of the effort": parts of an undertaking. */
const PARTS: ReadonlySet<string> = new Set(['phase', 'stage', 'part', 'round', 'day', 'week', 'series']);

/** "Holt to visit Velmar": whether a name with an infinitive is a headline of what is to come. */
export const leadsHeadline = (name: number, verb: number, { relation, upos }: TokenView): boolean =>
  name >= 0 && name < verb && relation[name] === REL.root && upos[name] === PROPN;

/** The token that stands for who is to do it: a subject, or the noun itself where its owner stands at it; -1 for nobody. */
export function undertaker(verb: number, view: TokenView, roles: RoleReader, depth: number): number {
  const { lower, upos, head, relation } = view;
  const noun = verb - 2;
  if (noun < 0 || lower[verb - 1] !== 'to') return -1;
  const named = byWhom(noun, view);
  if (named >= 0) return named;
  const headed = head[verb] ?? -1;
  if (leadsHeadline(headed, verb, view)) return headed;
  if (upos[noun] !== NOUN) return -1;
  const word = lower[noun] ?? '';
  const deed = UNDERTAKEN.has(word);
  const meant = MEANT.has(word);
  const ruled = RULED.has(word);
  if (!deed && !meant && !ruled) return -1;
  // "Turkey's plan", "the army's bid"; "an extradition bill" is not extradition's
  const owner = ownerOf(noun, view, roles, deed);
  if (owner >= 0 && meant) return owner;
  let top = noun;
  if (relation[noun] === REL.nmod && PARTS.has(lower[head[noun] ?? -1] ?? '')) top = head[noun] ?? -1;
  const up = head[top] ?? -1;
  const hung = relation[top] === REL.obl || (relation[top] === REL.nmod && upos[up] === PROPN);
  if (owner < 0 && hung && TRIED.has(word) && roles.caseOf(top) === 'in') return engaged(up, view, roles, depth);
  if (up >= 0 && up !== verb && upos[up] === VERB) {
    const lemma = roles.parsed.words.lemma(up);
    const voted = relation[top] === REL.obl && lemma === 'vote';
    if (voted || (relation[top] === REL.obj && (deed || (ruled ? RULING : BEGINNING).has(lemma))))
      return roles.rolesOf(up, depth + 1).agent;
  }
  return owner >= 0 && deed ? noun : landOf(noun, view, roles);
}

/** "Turkish efforts to mediate", "the American bid to oust him": whose land's they are; -1 for none. */
function landOf(noun: number, view: TokenView, { children }: RoleReader): number {
  for (let one = children.first[noun] as number; one >= 0 && one < noun; one = children.next[one] as number)
    if (view.relation[one] === REL.amod && namedAt(view, one)?.entry.kind === 'state') return one;
  return -1;
}

/** "Was engaged in an effort to broker a truce", "flew to Velmar in a bid to end it": who is at it by the verb above; -1 for nobody. */
function engaged(up: number, { upos, lower }: TokenView, roles: RoleReader, depth: number): number {
  // "is in Velmar in a bid to"
  if (upos[up] !== VERB) return roles.childBy(up, REL.cop) < 0 ? -1 : (roles.clauses.subject[up] ?? -1);
  const { agent, patient, passive } = roles.rolesOf(up, depth + 1);
  // "the town was shelled in a bid to take it": by others
  return !passive ? agent : ENGAGED.has(lower[up] ?? '') ? patient : -1;
}
const ENGAGED: ReadonlySet<string> = new Set(['engaged', 'involved', 'locked']);

/** How many words those who decide may take: "by the foreign minister of Norway last week". */
const LONGEST = 9;

/** "The decision by Chad to expel them", "the move of the junta to lift the ban": the one that "by" or "of" leads; -1 for nobody. */
function byWhom(last: number, { lower, upos, head, relation, sentence }: TokenView): number {
  for (let at = last - 1; at > 0 && at > last - LONGEST && sentence[at] === sentence[last]; at--) {
    const pos = upos[at];
    if (pos === VERB || pos === AUX || pos === PUNCT) return -1;
    const by = lower[at] === 'by';
    if ((!by && lower[at] !== 'of') || !MEANT.has(lower[at - 1] ?? '')) continue;
    const who = head[at] ?? -1;
    if (who < at || who > last || head[who] !== at - 1 || relation[who] !== REL.nmod) return -1;
    // "the plan of action to expel them": what a plan is of may be no party
    return upos[who] === PROPN || (by && upos[who] === NOUN) ? who : -1;
  }
  return -1;
}

/** Whose name or word stands before a noun: "rebel operations", "the general's order"; -1 for nobody's. */
function ownerOf(noun: number, { relation }: TokenView, { children }: RoleReader, compound: boolean): number {
  for (let child = children.first[noun] as number; child >= 0 && child < noun; child = children.next[child] as number)
    if (relation[child] === REL['nmod:poss'] || (compound && relation[child] === REL.compound)) return child;
  return -1;
}
