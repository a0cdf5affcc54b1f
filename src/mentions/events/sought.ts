// The events of a report in; those who are to be freed or helped taken from whom it is demanded of, and who holds or is to yield put there, out.
import { NOUN, PRON, REL, VERB } from '../actors/token-view.ts';
import { addressed } from './addressed.ts';
import type { CastGrowth } from './cast-growth.ts';
import { conditioned } from './conditioned.ts';
import type { Draft } from './draft.ts';
import { kindBit } from './kinds.ts';
import type { Matcher } from './match.ts';
import type { PartyFinder } from './parties.ts';

/** What befalls those whose freedom is asked for. */
const FREEING: ReadonlySet<string> = new Set([
  'release',
  'free',
  'freeing',
  'freedom',
  'liberate',
  'liberation',
  'return',
  'pardon',
  'spare',
]);
/** What is asked for people. */
const HELP: ReadonlySet<string> = new Set([
  'support',
  'help',
  'aid',
  'assistance',
  'protection',
  'compensation',
  'care',
  'relief',
]);
/** What those who hold somebody did. */
const HOLDING: ReadonlySet<string | null> = new Set(['arrest', 'abduct', 'convict']);
const PERSON = kindBit('person');
/** What opens the terms on which one will not yield. */
const TERMS = /^(?:until|unless|till|before)$/;
const BODY: ReadonlySet<string | null> = new Set(['state', 'organisation']);

/** Changes recipients of demands, refusals and threats: those to whom they were put, or on whose deed they hang, where no other is told. */
export function settleSought(drafts: readonly Draft[], match: Matcher, cast: CastGrowth, parties: PartyFinder): void {
  for (const draft of drafts) {
    const { type } = draft.code;
    if (type === 'REQUEST') withoutSought(draft, drafts, match, parties);
    else if ((type === 'REJECT' || type === 'THREATEN') && draft.recipients.length === 0)
      draft.recipients = termsFor(draft, match, cast, parties);
    if (draft.recipients.length > 0 || draft.into !== null) continue;
    // "in a letter to the president, senators called for their release"
    const other =
      type === 'REQUEST'
        ? addressed(draft.coded, match, cast)
        : type === 'THREATEN'
          ? conditioned(draft.coded, match)
          : -1;
    if (other >= 0) draft.recipients = parties.of([other]).filter((one) => !draft.actors.includes(one));
  }
}

/** "Demanded the release of Kern", whom Velmar jailed: of Velmar; "demanded support for the family": of nobody who is told. */
function withoutSought(draft: Draft, drafts: readonly Draft[], match: Matcher, parties: PartyFinder): void {
  const { coded } = draft;
  const { view } = match;
  // "demanded their release"
  const patients = coded.patients.map((token) => (FREEING.has(match.lemma(token)) ? ownerOf(token, match) : token));
  const freed = patients.filter((token) => isFreed(token, match));
  const sought = patients.filter((token) => freed.includes(token) || isHelped(token, match));
  if (sought.length === 0) return;
  const gone = parties.of(sought, true, true);
  draft.recipients = draft.recipients.filter((one) => !gone.includes(one));
  if (draft.recipients.length > 0 || freed.length === 0) return;
  const others = (found: readonly number[]) =>
    found.filter((one) => !draft.actors.includes(one) && !gone.includes(one));
  const held = others(parties.of(freed.flatMap((token) => holderOf(token, match))));
  if (held.length > 0) {
    draft.recipients = held;
    return;
  }
  for (const other of drafts) {
    const { mode } = other.code;
    if (other === draft || !HOLDING.has(mode) || other.status === 'negated' || other.actors.length === 0) continue;
    // "rebels abducted nine. The council demanded their release": of the rebels, whichever of the two "their" was taken to mean
    const holds = other.actors.every((one) => gone.includes(one)) && freed.every((token) => view.upos[token] === PRON);
    if (!holds && !other.recipients.some((one) => gone.includes(one))) continue;
    if (holds) {
      draft.recipients = other.actors.filter((one) => !draft.actors.includes(one));
      return;
    }
    draft.recipients = others(other.actors);
    return;
  }
}

/** "The release of Kern", "her release", "that Kern be freed", "that Velmar free Kern". */
function isFreed(token: number, match: Matcher): boolean {
  const { view, roles } = match;
  const up = view.head[token] ?? -1;
  if (up < 0 || !FREEING.has(match.lemma(up))) return false;
  const link = view.relation[token];
  // "that Velmar release Kern", taken for a noun
  if (view.upos[up] === NOUN)
    return link === REL['nmod:poss'] || link === REL.obj || (link === REL.nmod && roles.caseOf(token) === 'of');
  return view.upos[up] === VERB && (link === REL.obj || link === REL['nsubj:pass']);
}

/** "Support for the family". */
function isHelped(token: number, match: Matcher): boolean {
  const { view, roles, kinds } = match;
  const up = view.head[token] ?? -1;
  if (up < 0 || view.upos[up] !== NOUN || view.upos[token] !== NOUN || !HELP.has(match.lemma(up))) return false;
  return (
    view.relation[token] === REL.nmod &&
    roles.caseOf(token) === 'for' &&
    (kinds.of(token) & PERSON) !== 0 &&
    !kinds.isPower(token)
  );
}

/** "Their" of "their release"; the token itself where nobody's is told. */
const ownerOf = (noun: number, { roles, view }: Matcher): number => {
  const owner = view.upos[noun] === NOUN ? roles.childBy(noun, REL['nmod:poss']) : -1;
  return owner < 0 ? noun : owner;
};

/** "Hostages held by the Front": the Front. */
function holderOf(token: number, { roles, view }: Matcher): number[] {
  const held = roles.childBy(token, REL.acl);
  if (held < token || view.tag(held) !== 'VBN') return [];
  const by = roles.rolesOf(held).agent;
  return by > held ? [by] : [];
}

/** "Will not end the strike until the government pays": the government, which is to yield. */
function termsFor(
  { coded: { trigger, clause }, actors }: Draft,
  { view, roles }: Matcher,
  cast: CastGrowth,
  parties: PartyFinder,
): number[] {
  const { first, next } = roles.children;
  for (const verb of new Set([trigger, clause, roles.clauses.open[trigger] ?? -1]))
    for (let child = verb < 0 ? -1 : (first[verb] as number); child >= 0; child = next[child] as number) {
      if (
        child < verb ||
        view.relation[child] !== REL.advcl ||
        view.upos[child] !== VERB ||
        !TERMS.test(roles.caseOf(child))
      )
        continue;
      const { agent, passive } = roles.rolesOf(child);
      if (agent < 0 || (passive && agent < child) || view.upos[agent] === PRON) continue;
      const own = roles.clauses.subject[child] ?? -1;
      if (!passive && own < 0) continue;
      const found = parties.of([agent]).filter((one) => !actors.includes(one) && isAnswerable(one, cast));
      if (found.length > 0) return found;
    }
  return [];
}

/** Those who can give what is asked for: powers, not "the workers". */
const isAnswerable = (actor: number, cast: CastGrowth): boolean =>
  BODY.has(cast.kindOf(actor)) || cast.sectorOf(actor) === 'GOV';
