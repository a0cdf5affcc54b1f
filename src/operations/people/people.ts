// Accounts in and out: who may sign in, with what role, and the tokens by which programs ask in their name.
import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { PersonRow } from '../../store/people.ts';
import type { Store } from '../../store/store.ts';
import { OperationError, operation } from '../operation.ts';
import { isRole, lesser, Role } from './role.ts';
import { hashOf, isPassword, newToken, secretOf } from './secret.ts';

const TokenShape = z
  .object({
    id: z.string(),
    label: z.string(),
    role: Role.describe('The most that it may do'),
    added: z.string(),
    used: z.string().nullable().describe('Day of its last use'),
    revoked: z.string().nullable(),
  })
  .meta({ id: 'Token', description: 'By which a program asks; the token itself is kept nowhere' });

export const PersonShape = z
  .object({
    name: z.string(),
    role: Role,
    signsIn: z.boolean().describe('Whether there is a password'),
    added: z.string(),
    removed: z.string().nullable().describe('When the account was closed'),
    tokens: z.array(TokenShape),
  })
  .meta({ id: 'Person' });

/** Names stand on decisions: one line, no tricks of direction, not an agent's. */
const Name = z
  .string()
  .min(1)
  .max(80)
  .regex(/^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N} .'’_@-]*[\p{L}\p{M}\p{N}.])?$/u, 'use letters, digits, spaces and . - _ @')
  .describe('As decisions will say who decided; it stays so');
const Password = z.string().min(10, 'a password has 10 characters or more').max(200);

/** Throws OperationError for nobody of that name. */
async function personOf(store: Store, name: string): Promise<PersonRow> {
  const person = (await store.team.people.list()).find((one) => one.name === name);
  if (!person) throw new OperationError('people/unknown', `There is no account “${name}”.`);
  return person;
}

const shown = (person: PersonRow) => PersonShape.parse(person);

/** One who can sign in and give roles must be left, or nobody could any more. */
async function checkLeads(store: Store, without: string): Promise<void> {
  const leads = (await store.team.people.list()).filter(
    ({ name, role, removed, signsIn }) => name !== without && role === 'lead' && removed === null && signsIn,
  );
  if (leads.length === 0)
    throw new OperationError(
      'people/last-lead',
      `“${without}” is the last lead who can sign in; make another one first.`,
    );
}

export const people = operation({
  name: 'people',
  summary: 'List the accounts of the record with their roles and tokens.',
  input: z.object({}),
  output: z.object({ people: z.array(PersonShape) }).meta({ id: 'People' }),
  changes: false,
  async run(_, context) {
    return { people: (await (await context.store()).team.people.list()).map(shown) };
  },
});

export const peopleAdd = operation({
  name: 'people-add',
  summary: 'Open an account; the first one is a lead. With the first account, everybody who asks must sign in.',
  input: z.object({
    name: Name,
    role: Role.default('coder'),
    password: Password.nullable()
      .optional()
      .describe('Without it one is made up and told once; null for an account that has tokens only'),
  }),
  output: z
    .object({
      person: PersonShape,
      password: z.string().nullable().describe('The one that was made up; told this once'),
    })
    .meta({ id: 'PersonAdded' }),
  changes: true,
  async run({ name, role, password }, context) {
    const store = await context.store();
    if (!(await store.team.people.any()) && (role !== 'lead' || password === null))
      throw new OperationError(
        'people/first-lead',
        'The first account must be a lead with a password: nobody else could open accounts.',
      );
    const made = password === undefined ? randomBytes(12).toString('base64url') : null;
    const secret = password === null ? null : await secretOf(password ?? (made as string));
    if (!(await store.team.people.add({ name, role, secret, at: context.now() })))
      throw new OperationError('people/taken', `The name “${name}” is taken; a name is never given twice.`);
    return { person: shown(await personOf(store, name)), password: made };
  },
});

export const peopleRole = operation({
  name: 'people-role',
  summary: 'Give an account another role; its sessions end.',
  input: z.object({ name: z.string().min(1), role: Role }),
  output: PersonShape,
  changes: true,
  async run({ name, role }, context) {
    const store = await context.store();
    await personOf(store, name);
    if (role !== 'lead') await checkLeads(store, name);
    await store.team.people.change(name, { role, at: context.now() });
    return shown(await personOf(store, name));
  },
});

export const peoplePassword = operation({
  name: 'people-password',
  summary: 'Give an account another password; its sessions end.',
  input: z.object({
    name: z.string().min(1),
    password: Password.optional().describe('Without it one is made up'),
    current: z
      .string()
      .max(200)
      .optional()
      .describe('The password so far, for whoever has signed in and changes the own'),
  }),
  output: z.object({ person: PersonShape, password: z.string().nullable() }).meta({ id: 'PasswordSet' }),
  changes: true,
  async run({ name, password, current }, context) {
    const store = await context.store();
    await personOf(store, name);
    if (context.person?.name === name) {
      const { secret = null } = (await store.team.people.secretOf(name)) ?? {};
      if (!(await isPassword(current ?? '', secret)))
        throw new OperationError('people/password', 'The password so far is not the one; say it as “current”.');
    }
    const made = password === undefined ? randomBytes(12).toString('base64url') : null;
    await store.team.people.change(name, { secret: await secretOf(password ?? (made as string)), at: context.now() });
    return { person: shown(await personOf(store, name)), password: made };
  },
});

export const peopleRemove = operation({
  name: 'people-remove',
  summary: 'Close an account: its sessions end, its tokens are revoked, its decisions and its name stay.',
  input: z.object({ name: z.string().min(1), reopen: z.boolean().optional().describe('Open it again instead') }),
  output: PersonShape,
  changes: true,
  async run({ name, reopen }, context) {
    const store = await context.store();
    await personOf(store, name);
    if (!reopen) await checkLeads(store, name);
    await store.team.people.change(name, { removed: reopen ? null : context.now(), at: context.now() });
    return shown(await personOf(store, name));
  },
});

export const peopleToken = operation({
  name: 'people-token',
  summary: 'Make a token by which a program asks in the name of an account; it is told this once.',
  input: z.object({
    name: z.string().min(1).describe('The account'),
    label: z.string().min(1).max(100).describe('What it is for'),
    role: Role.default('viewer').describe('The most that it may do, whatever the account may'),
  }),
  output: z.object({ token: z.string(), id: z.string(), role: Role }).meta({ id: 'TokenMade' }),
  changes: true,
  async run({ name, label, role }, context) {
    const store = await context.store();
    const person = await personOf(store, name);
    const most = lesser(role, isRole(person.role) ? person.role : 'viewer');
    const token = newToken();
    const id = await store.team.people.addToken({ name, hash: hashOf(token), label, role: most, at: context.now() });
    if (id === null) throw new OperationError('people/closed', `The account “${name}” is closed.`);
    return { token, id, role: most };
  },
});

export const peopleRevoke = operation({
  name: 'people-revoke',
  summary: 'Revoke a token, at once and for good.',
  input: z.object({ token: z.string().min(1).describe('Its id, such as token:3') }),
  output: z.object({ token: z.string() }).meta({ id: 'TokenRevoked' }),
  changes: true,
  async run({ token }, context) {
    const store = await context.store();
    if (!(await store.team.people.revokeToken(token, context.now())))
      throw new OperationError('people/unknown', `There is no token “${token}” that still holds.`);
    return { token };
  },
});
