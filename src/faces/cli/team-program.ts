// The commands around the record added to the program: agents, moments, exact words; what they do is loaded when called.
import { type Command, Option } from 'commander';
import { dresser, storeOption } from './dress.ts';
import type { McpCommandOptions } from './mcp-command.ts';
import type { Output } from './output.ts';

/** Adds the commands; `done` gets each one's exit code. */
export function addTeamCommands(program: Command, output: Output, done: (code: number) => void): void {
  const dress = dresser(() => import('./team-commands.ts'), done);

  program
    .command('mcp')
    .description('serve the record to agents by the Model Context Protocol: they read, and propose where you let them')
    .addOption(storeOption())
    .option('--http', 'over HTTP instead of standard input and output')
    .option('--port <number>', 'with --http: port; 0 takes a free one', '4748')
    .option('--host <address>', 'with --http: address to listen on', '127.0.0.1')
    .option('--propose', 'let the agent put proposals onto the Desk')
    .option('--agent <name>', 'with --propose: under which name', 'mcp')
    .addHelpText('after', '\nExample:\n  recount mcp --store record.db')
    .action(async (options: McpCommandOptions) => {
      const { mcpCommand } = await import('./mcp-command.ts');
      done(await mcpCommand(options, output));
    });
  dress(
    program.command('words'),
    'print the exact words behind a value, with what stands around them',
    'recount words r1a2b3c.e41-87',
    (run, [id], options) => run.wordsCommand(String(id), options, output),
  )
    .argument('<id>', 'id of a claim, an incident, a commitment, a meeting or a report')
    .option('--start <number>', 'of a report: first code unit of the words')
    .option('--end <number>', 'of a report: first one after them')
    .option('--around <number>', 'characters of context on each side');
  dress(
    program.command('as-of'),
    'tell what was known at a moment, and what changed from then until another, or until now',
    'recount as-of 2026-03-03 --until 2026-03-05',
    (run, [at], options) => run.asOfCommand(String(at), options, output),
  )
    .argument('<moment>', 'a day or an instant, such as 2026-03-03 or 2026-03-03T12:00:00Z')
    .option('--until <time>', 'the later moment; now without')
    .option('--limit <number>', 'changes at most')
    .addOption(
      new Option('--knowledge <kind>', 'what was published by then, or what the record held').choices([
        'knowable',
        'held',
      ]),
    );
  dress(
    program.command('propose'),
    'put a decision that somebody else should make onto the Desk; the record stays as it is',
    'recount propose reject r1a2b3c.f90-99 --by checker --why "the ministry withdrew the number"',
    (run, [act, targets], options) => run.proposeCommand(String(act), targets as string[], options, output),
  )
    .argument('<act>', 'accept, reject, reopen, edit, add, merge, split, link, comment')
    .argument('[targets...]', 'ids of claims, actors, places, reports')
    .requiredOption('--by <name>', 'who proposes; kept as agent:NAME')
    .requiredOption('--why <words>', 'the reason, for whoever decides')
    .option('--field <name>', 'edit: which field')
    .option('--value <value>', 'edit: its new value, as JSON or as it is')
    .option('--into <id>', 'merge, split: what the others become part of')
    .option('--to <id>', 'link: to what')
    .option('--relation <words>', 'link: how')
    .option('--text <words>', 'comment: what is said')
    .option('--kind <kind>', 'add: event, statement, figure …')
    .option('--report <id>', 'add: in which report')
    .option('--words <words>', 'add, edit: the words that say it');
}
