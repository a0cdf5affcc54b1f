// What `recount people …` does: options in, an operation run, lines or JSON out; passwords are asked for without echo.
import process from 'node:process';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import {
  people,
  peopleAdd,
  peoplePassword,
  peopleRemove,
  peopleRevoke,
  peopleRole,
  peopleToken,
} from '../../operations/people/people.ts';
import { table } from './list-command.ts';
import { type Output, UsageError } from './output.ts';
import { run } from './run-record.ts';

type Given = Record<string, unknown>;

export function listCommand(options: Given, output: Output): Promise<number> {
  return run(people, {}, options, output, ({ people: all }) => {
    if (all.length === 0)
      output.out('No accounts: whoever reaches the record may do everything. recount people add NAME --role lead\n');
    else
      output.out(
        table(
          ['name', 'role', 'signs in', 'tokens', 'since'],
          all.map(({ name, role, signsIn, tokens, added, removed }) => [
            name,
            removed === null ? role : 'closed',
            signsIn && removed === null ? 'yes' : 'no',
            tokens
              .filter(({ revoked }) => revoked === null)
              .map(
                ({ id, label, role: most, used }) =>
                  `${id} ${label} (${most}, ${used === null ? 'never used' : `used ${used}`})`,
              )
              .join('; '),
            added.slice(0, 10),
          ]),
          output.width,
        ),
      );
    return 0;
  });
}

export async function addCommand(
  name: string,
  { role, password, passwordStdin, ...options }: Given,
  output: Output,
): Promise<number> {
  const given = password === false ? null : await passwordFrom(passwordStdin === true, output);
  return run(
    peopleAdd,
    { name, role, ...(given === undefined ? {} : { password: given }) },
    options,
    output,
    (added) => {
      output.out(`${name} is a ${added.person.role}.\n`);
      tell(added.password, output);
      return 0;
    },
  );
}

export async function passwordCommand(
  name: string,
  { passwordStdin, ...options }: Given,
  output: Output,
): Promise<number> {
  const password = await passwordFrom(passwordStdin === true, output);
  return run(peoplePassword, { name, password }, options, output, (set) => {
    output.out(`${name} has another password.\n`);
    tell(set.password, output);
    return 0;
  });
}

function tell(password: string | null, output: Output): void {
  if (password !== null) output.out(`Password, told this once: ${password}\n`);
}

export function roleCommand(name: string, role: string, options: Given, output: Output): Promise<number> {
  return run(peopleRole, { name, role }, options, output, (person) => {
    output.out(`${name} is a ${person.role}.\n`);
    return 0;
  });
}

export function removeCommand(name: string, { reopen, ...options }: Given, output: Output): Promise<number> {
  return run(peopleRemove, { name, reopen }, options, output, ({ removed }) => {
    output.out(removed === null ? `The account ${name} is open again.\n` : `The account ${name} is closed.\n`);
    return 0;
  });
}

export function tokenCommand(name: string, { label, role, ...options }: Given, output: Output): Promise<number> {
  return run(peopleToken, { name, label, role }, options, output, ({ id, token, role: most }) => {
    output.out(`${id}, a ${most} in the name of ${name}. Told this once:\n${token}\n`);
    return 0;
  });
}

export function revokeCommand(token: string, options: Given, output: Output): Promise<number> {
  return run(peopleRevoke, { token }, options, output, () => {
    output.out(`${token} holds no more.\n`);
    return 0;
  });
}

/** The password from standard input or a terminal; undefined where there is neither: one is then made up. */
async function passwordFrom(stdin: boolean, output: Output): Promise<string | undefined> {
  if (stdin) return (await text(process.stdin)).replace(/\r?\n$/, '');
  if (!process.stdin.isTTY || !output.live) return undefined;
  // what is typed is not shown: the line editor writes into nothing
  const lines = createInterface({
    input: process.stdin,
    output: new Writable({ write: (_chunk, _encoding, done) => done() }),
    terminal: true,
  });
  try {
    const ask = async (what: string) => {
      output.err(what);
      const answer = await lines.question('');
      output.err('\n');
      return answer;
    };
    const first = await ask('Password (empty: one is made up): ');
    if (first === '') return undefined;
    if ((await ask('Once more: ')) !== first) throw new UsageError('the two passwords differ; nothing was changed.');
    return first;
  } finally {
    lines.close();
  }
}
