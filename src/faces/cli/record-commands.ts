// The commands over a record in, registered with their options and examples; what they do is loaded when one is called.
import { type Command, Option } from 'commander';
import { jsonOption, storeOption } from './dress.ts';
import type { Output } from './output.ts';

type Given = Record<string, unknown>;

/** Registers search, claims, decide and the like; `done` is told each command's exit code. */
export function recordCommands(program: Command, output: Output, done: (code: number) => void): void {
  const json = jsonOption();
  const store = storeOption();
  const by = new Option('--by <name>', 'who decides (default: RECOUNT_BY, else your account’s name)').env('RECOUNT_BY');
  const command = (
    name: string,
    says: string,
    example: string,
    run: (commands: typeof import('./run-record.ts'), args: unknown[], options: Given) => Promise<number>,
  ): Command =>
    program
      .command(name)
      .description(says)
      .addHelpText('after', `\nExample:\n  ${example}`)
      .addOption(store)
      .addOption(json)
      .action(async (...all: unknown[]) => {
        all.pop(); // the command itself
        const options = all.pop() as Given;
        done(await run(await import('./run-record.ts'), all, options));
      });
  const page = (one: Command, limit = '50') =>
    one
      .option('--limit <number>', 'how many a page', limit)
      .option('--after <cursor>', 'go on from the "next" of an earlier page');
  const filtered = (one: Command) =>
    page(one)
      .option('--kind <kind>', 'event, statement, figure, time, place or actor')
      .option('--type <type>', 'PLOVER type, act of a statement, measure of a figure')
      .option('--actor <name>', 'a name, or the id of an actor')
      .option('--role <role>', 'as what: actor, recipient, speaker, addressee')
      .option('--place <name>', 'a name, or the id of a place')
      .option('--from <day>', 'first day: 2025, 2025-04 or 2025-04-24')
      .option('--to <day>', 'last day, included')
      .option('--report <id>', 'of one report')
      .option('--status <status>', 'open, accepted or rejected')
      .option('--review', 'only what a newer reader changed after somebody had decided')
      .option('--all', 'also rejected, merged and superseded claims')
      .option('--as-of <time>', 'the record as it was on a day or at an instant')
      .option('--mode <mode>', 'with --as-of: held, or knowable from reports published by then');

  filtered(
    command(
      'search',
      'find claims, or reports, by their words',
      'recount search "ceasefire" --from 2025-04 --actor "Lavrov"',
      (run, [query], options) => run.searchCommand(String(query), options, output),
    ).argument('<query>', 'words that all must be there; "in quotes" next to each other; a star* for a beginning'),
  ).option('--reports', 'find whole reports instead');
  filtered(
    command(
      'claims',
      'list the claims of the record, newest day first',
      'recount claims --kind event --type ASSAULT --from 2025-04',
      (run, _, options) => run.claimsCommand(options, output),
    ),
  );
  command('claim', 'print one claim with its words', 'recount claim r1a2b3c.e41-87', (run, [id], options) =>
    run.claimCommand(String(id), options, output),
  )
    .argument('<id>', 'the claim’s id; of its report’s part a beginning will do')
    .option('--as-of <time>', 'as it was on a day or at an instant')
    .option('--mode <mode>', 'with --as-of: held or knowable');
  command(
    'counts',
    'count asserted events by month and by who did it to whom',
    'recount counts --by month,source,target --from 2025-01',
    (run, _, options) => run.countsCommand(options, output),
  )
    .option('--by <columns>', 'month, source, target, type; commas between', 'month,source,target')
    .option('--from <month>', 'first month')
    .option('--to <month>', 'last month, included')
    .option('--source <name>', 'who did it')
    .option('--target <name>', 'to whom')
    .option('--type <type>', 'PLOVER type')
    .option('--limit <number>', 'rows, most events first', '1000');
  command(
    'actors',
    'find actors of the record by name; without one, list those named most',
    'recount actors "defence ministry"',
    (run, [name], options) => run.entitiesCommand('actors', String(name ?? ''), options, output),
  )
    .argument('[name]', 'words of the name, or the id')
    .option('--limit <number>', 'how many', '20');
  command(
    'places',
    'find places of the record by name; without one, list those named most',
    'recount places averin',
    (run, [name], options) => run.entitiesCommand('places', String(name ?? ''), options, output),
  )
    .argument('[name]', 'words of the name, or the id')
    .option('--limit <number>', 'how many', '20');
  command(
    'decide',
    'accept, reject, edit, add, merge, split, link or comment',
    `recount decide accept r1a2b3c.e41-87 r1a2b3c.f90-99 --why "both seen"
  recount decide edit r1a2b3c.e41-87 --field mode --value rockets
  recount decide merge r9f8e7d.e10-18 --into r1a2b3c.e41-87
  recount decide add --report r1a2b3c --kind figure --words "killing 14 people" --set measure=killed --set best=14`,
    (run, [act, targets], options) => run.decideCommand(String(act), targets as string[], options, output),
  )
    .argument('<act>', 'accept, reject, reopen, edit, add, merge, split, link, comment')
    .argument('[targets...]', 'ids of claims, actors, places, reports')
    .addOption(by)
    .option('--why <words>', 'the reason')
    .option('--field <name>', 'edit: which field')
    .option('--value <value>', 'edit: its new value, as JSON or as it is')
    .option('--into <id>', 'merge, split: what the others become part of')
    .option('--to <id>', 'link: to what')
    .option('--relation <words>', 'link: how, such as “answers”')
    .option('--text <words>', 'comment: what is said')
    .option('--kind <kind>', 'add: event, statement, figure …')
    .option('--report <id>', 'add: in which report')
    .option('--words <words>', 'add, edit: the words that say it')
    .option('--set <field=value>', 'add: a value; may be repeated', (value: string, before: string[] = []) => [
      ...before,
      value,
    ]);
  command('undo', 'take decisions back, in any order', 'recount undo d17 --why "wrong report"', (run, [ids], options) =>
    run.undoCommand(ids as string[], options, output),
  )
    .argument('<ids...>', 'decisions, such as d17')
    .addOption(by)
    .option('--why <words>', 'the reason')
    .option('--with-dependants', 'take back too what stands on them');
  page(
    command(
      'decisions',
      'list the decisions of the record, newest first',
      'recount decisions --limit 20',
      (run, _, options) => run.decisionsCommand(options, output),
    ).option('--target <id>', 'only those upon this'),
  );
  command(
    'history',
    'tell everything that befell a claim, report, actor or place',
    'recount history r1a2b3c.e41-87',
    (run, [id], options) => run.historyCommand(String(id), options, output),
  ).argument('<id>', 'its id');
  page(
    command('changes', 'follow what changes in the record', 'recount changes --after 1200 --json', (run, _, options) =>
      run.changesCommand(options, output),
    ),
    '100',
  );
  command(
    'reread',
    'read kept reports again that this version has not read',
    'recount reread --store record.db',
    (run, _, options) => run.rereadCommand(options, output),
  ).option('--limit <number>', 'at most so many reports');
  page(
    command(
      'diff',
      'list what two versions of the reader say differently',
      'recount diff --reader 0.1.0 0.2.0',
      (run, _, options) => run.diffCommand(options, output),
    )
      .requiredOption('--reader <versions...>', 'the older and the newer version')
      .option('--report <id>', 'only this report'),
    '100',
  );
  command(
    'verify',
    'check the words of every claim against the text they were taken from',
    'recount verify --store record.db',
    (run, _, options) => run.verifyCommand(options, output),
  );
  command(
    'doctor',
    'look the record over and tell what is wrong',
    'recount doctor --store record.db',
    (run, _, options) => run.doctorCommand(options, output),
  );
  command(
    'rebuild',
    'make again whatever follows from readings and decisions',
    'recount rebuild --store record.db',
    (run, _, options) => run.rebuildCommand(options, output),
  );
  // no operation: over the API it would write a file on the server's machine for whoever asks
  command(
    'backup',
    'write a whole copy of the record into a new file, also while it is in use',
    'recount backup monday.db --store record.db',
    (run, [file], options) => run.backupCommand(String(file), options, output),
  ).argument('<file>', 'a file that is not there yet');
}
