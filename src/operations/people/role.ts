// A role and what it wants to do in, whether it may out: the one place where roles are told from each other.
import { z } from 'zod';
import type { Context, Operation } from '../operation.ts';
import { OperationError } from '../operation.ts';

/** Each may do what those before it may. */
export const ROLES = ['viewer', 'coder', 'reviewer', 'lead'] as const;
export const Role = z.enum(ROLES).meta({ id: 'Role' });
export type Role = z.infer<typeof Role>;

/** Who asks; a face over which nobody signs in has none, and nothing is then refused. */
export interface Person {
  readonly name: string;
  readonly role: Role;
  /** Whether a program asks with a token, and nobody has signed in. */
  readonly byToken: boolean;
}

export const atLeast = (role: Role, needed: Role): boolean => ROLES.indexOf(role) >= ROLES.indexOf(needed);
export const isRole = (role: string): role is Role => (ROLES as readonly string[]).includes(role);
/** The lesser of two. */
export const lesser = (a: Role, b: Role): Role => (atLeast(a, b) ? b : a);

/** The least role that may run each operation; one that is missing here is a failing test. */
export const NEEDS: Readonly<Record<string, Role>> = {
  read: 'viewer',
  who: 'viewer',
  parse: 'viewer',
  add: 'coder',
  list: 'viewer',
  show: 'viewer',
  desk: 'viewer',
  incidents: 'viewer',
  incident: 'viewer',
  figures: 'viewer',
  says: 'viewer',
  issues: 'viewer',
  commitments: 'viewer',
  meetings: 'viewer',
  flags: 'viewer',
  why: 'viewer',
  words: 'viewer',
  'as-of': 'viewer',
  codebook: 'viewer',
  search: 'viewer',
  claims: 'viewer',
  claim: 'viewer',
  counts: 'viewer',
  actors: 'viewer',
  places: 'viewer',
  decide: 'coder',
  propose: 'coder',
  undo: 'coder',
  decisions: 'viewer',
  history: 'viewer',
  changes: 'viewer',
  reread: 'lead',
  diff: 'viewer',
  verify: 'viewer',
  doctor: 'viewer',
  rebuild: 'lead',
  saved: 'viewer',
  'saved-add': 'viewer',
  'saved-look': 'viewer',
  'saved-remove': 'viewer',
  release: 'viewer',
  'release-make': 'lead',
  'release-verify': 'viewer',
  coding: 'coder',
  'coding-start': 'reviewer',
  'coding-judge': 'coder',
  'coding-done': 'coder',
  agreement: 'viewer',
  people: 'lead',
  'people-add': 'lead',
  'people-role': 'lead',
  'people-password': 'viewer',
  'people-remove': 'lead',
  'people-token': 'viewer',
  'people-revoke': 'viewer',
};

/** Acts of a decision that change how many happenings or actors there are. */
const REVIEWED: ReadonlySet<unknown> = new Set(['merge', 'split']);

const refusal = (person: Person, role: Role, what: string) =>
  new OperationError('role/refused', `${person.name} is a ${person.role}; ${what} takes a ${role}.`);

/** Throws OperationError 'role/refused' where the role is too little, whatever is asked for. */
export function mayRun(name: string, person: Person | null | undefined): void {
  const needed = NEEDS[name] ?? 'lead';
  if (person && !atLeast(person.role, needed)) throw refusal(person, needed, `“${name}”`);
}

/**
 * Gives the input as this person may send it: in the person's own name. Throws OperationError 'role/refused' with what is
 * needed.
 */
export async function permitted(
  operation: Operation,
  input: Record<string, unknown>,
  context: Context,
): Promise<Record<string, unknown>> {
  const { person } = context;
  if (!person) return input;
  const { name } = operation;
  mayRun(name, person);
  const refuse = (role: Role, what: string) => refusal(person, role, what);
  if (person.byToken && operation.changes && name.startsWith('people-'))
    throw new OperationError('role/refused', 'A token cannot change accounts; sign in for that.');
  const given =
    operation.changes && 'by' in (operation.input as z.ZodObject).shape ? { ...input, by: person.name } : input;
  // whoever codes sees the own work alone, whatever name is asked for
  if (name === 'saved') return { ...given, by: person.name };
  if (name === 'coding' && input['coder'] !== undefined) return { ...given, coder: person.name };
  if (name === 'decide' && REVIEWED.has(input['act']) && !atLeast(person.role, 'reviewer'))
    throw refuse('reviewer', `to ${input['act']}`);
  if (name === 'decide' && !atLeast(person.role, 'reviewer') && onProposal(input))
    throw refuse('reviewer', 'to decide upon a proposal');
  if (name === 'undo' && !atLeast(person.role, 'reviewer')) {
    // a coder takes back what is the coder's own, and nothing of others' that stands on it
    if (!(await allBy(context, input['ids'] as string[], person.name)))
      throw refuse('reviewer', 'to take back what somebody else decided');
    return { ...given, dependants: false };
  }
  if (OWN.has(name) && !atLeast(person.role, 'lead') && !(await isOwn(context, input, person.name)))
    throw refuse('lead', 'to change the account of somebody else');
  return given;
}

const onProposal = ({ targets }: Record<string, unknown>) =>
  Array.isArray(targets) && targets.some((id) => String(id).startsWith('proposal:'));

/** Operations that everybody may run upon the own account. */
const OWN: ReadonlySet<string> = new Set(['people-password', 'people-token', 'people-revoke']);

async function isOwn(context: Context, { name, token }: Record<string, unknown>, own: string): Promise<boolean> {
  if (token === undefined) return name === own;
  const people = await (await context.store()).team.people.list();
  return people.some((one) => one.name === own && one.tokens.some(({ id }) => id === token));
}

async function allBy(context: Context, ids: readonly string[], name: string): Promise<boolean> {
  const store = await context.store();
  for (const id of ids) {
    const number = Number(/^d(\d{1,15})$/.exec(id)?.[1] ?? Number.NaN);
    if (Number.isNaN(number)) continue; // the record says what is wrong with it
    const [entry] = (await store.changes({ after: String(number - 1), limit: 1 })).entries;
    if (entry?.decision?.id === id && entry.decision.by !== name) return false;
  }
  return true;
}
