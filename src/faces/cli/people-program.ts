// `recount people …` added to the program: accounts, roles, tokens; what it does is loaded when called.
import { type Command, Option } from 'commander';
import { dresser } from './dress.ts';
import type { Output } from './output.ts';

/** Adds the commands; `done` gets each one's exit code. */
export function addPeopleCommands(program: Command, output: Output, done: (code: number) => void): void {
  const role = () => new Option('--role <role>', 'what it may do').choices(['viewer', 'coder', 'reviewer', 'lead']);
  const dress = dresser(() => import('./people-commands.ts'), done);
  const people = dress(
    program.command('people'),
    'list the accounts of the record; with the first one, everybody who asks over the network signs in',
    'recount people --store record.db',
    (run, _, options) => run.listCommand(options, output),
  );
  dress(
    people.command('add').argument('<name>', 'as decisions will say who decided'),
    'open an account; the first is a lead. Its password is asked for, or made up and printed once',
    'recount people add "Ana Kovar" --role reviewer',
    (run, [name], options) => run.addCommand(String(name), options, output),
  )
    .addOption(role().default('coder'))
    .option('--password-stdin', 'read the password from standard input')
    .option('--no-password', 'an account for programs: tokens only');
  dress(
    people.command('role').argument('<name>', 'the account').argument('<role>', 'viewer, coder, reviewer or lead'),
    'give an account another role; its sessions end',
    'recount people role "Ana Kovar" lead',
    (run, [name, to], options) => run.roleCommand(String(name), String(to), options, output),
  );
  dress(
    people.command('password').argument('<name>', 'the account'),
    'give an account another password; its sessions end',
    'recount people password "Ana Kovar"',
    (run, [name], options) => run.passwordCommand(String(name), options, output),
  ).option('--password-stdin', 'read the password from standard input');
  dress(
    people.command('remove').argument('<name>', 'the account'),
    'close an account; its decisions and its name stay',
    'recount people remove "Ana Kovar"',
    (run, [name], options) => run.removeCommand(String(name), options, output),
  ).option('--reopen', 'open it again');
  dress(
    people.command('token').argument('<name>', 'the account in whose name the program asks'),
    'make a token for a program; it is printed once',
    'recount people token "Ana Kovar" --label "nightly export"',
    (run, [name], options) => run.tokenCommand(String(name), options, output),
  )
    .requiredOption('--label <words>', 'what it is for')
    .addOption(role().default('viewer'));
  dress(
    people.command('revoke').argument('<token>', 'its id, such as token:3'),
    'revoke a token, at once and for good',
    'recount people revoke token:3',
    (run, [token], options) => run.revokeCommand(String(token), options, output),
  );
}
