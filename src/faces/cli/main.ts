// Command-line arguments in, an exit code out: 0 done, 1 trouble in what was given, 2 wrong use, 3 trouble outside.
import { Command, CommanderError, Option } from 'commander';
import { version } from '../../reading/version.ts';
import type { AddCommandOptions } from './add-command.ts';
import { addCodingCommands } from './coding-program.ts';
import { jsonOption, storeOption } from './dress.ts';
import { failure, type Output, terminal } from './output.ts';
import { addPeopleCommands } from './people-program.ts';
import type { QueueOptions, WorkerOptions } from './queue-commands.ts';
import { recordCommands } from './record-commands.ts';
import { addReleaseCommands } from './release-program.ts';
import { addSavedCommands } from './saved-program.ts';
import { addTeamCommands } from './team-program.ts';
import type { WatchCommandOptions } from './watch-command.ts';

interface ReadOptions {
  published?: string;
  source?: string;
  title?: string;
  zone?: string;
  type?: string;
  actors?: string;
  only?: string;
  json?: boolean;
  jsonl?: boolean;
}

interface KeepOptions extends ReadOptions {
  store?: string;
}

/** An option that may be repeated. */
const collect = (value: string, before: readonly string[] = []): string[] => [...before, value];

/** Runs one command. Each command's code is loaded only when it is called, so that `read` starts quickly. */
export async function main(args: readonly string[], output: Output = terminal()): Promise<number> {
  let code = 0;
  const program = new Command('recount')
    .description(
      'Reads news reports of a conflict and keeps a checkable record: every value opens the words that say it.',
    )
    .version(version, '-V, --version')
    .exitOverride()
    .configureOutput({ writeOut: (text) => output.out(text), writeErr: (text) => output.err(text) })
    .showSuggestionAfterError()
    .addHelpText(
      'after',
      '\nExit codes: 0 done, 1 trouble in what was given, 2 wrong use, 3 trouble outside (file, network, store).',
    );

  const json = jsonOption();
  const store = storeOption();
  const about = (command: Command) =>
    command
      .option(
        '--published <date>',
        'date of publication, such as 2025-04-24; without it relative dates stay unresolved',
      )
      .option('--source <name>', 'the outlet')
      .option('--title <words>', 'the headline, when the text does not hold it')
      .option('--zone <zone>', 'offset in which its clock times are meant, such as +03:00')
      .option('--type <media-type>', 'media type, such as text/html; recognised from the bytes when absent');
  const actors = () =>
    new Option('--actors <file>', 'your own list of actors, in the format that docs/actors.md describes');
  const example = (command: Command, lines: string) => command.addHelpText('after', `\nExample:\n  ${lines}`);

  example(
    about(program.command('read').argument('[input]', 'a file, - for standard input, or an http(s) address'))
      .description('read one report and print what it says; nothing is kept')
      .addOption(json)
      .addOption(actors())
      .option('--only <kinds>', 'show only these: actors, events, figures, places, statements, times')
      .option('--codebook <name>', 'codes of the events: plover or cameo', 'plover')
      .option('--why', 'tell of each event which entry and rule read it')
      .option('--jsonl', 'filter: one JSON object a line in, one reading a line out')
      .action(async (input: string | undefined, options: ReadOptions) => {
        if (options.jsonl) {
          const { filter } = await import('./filter.ts');
          const { actorsFile } = await import('./actors-file.ts');
          code = await filter(process.stdin, output, await actorsFile(options.actors));
        } else {
          const { readCommand } = await import('./read-command.ts');
          code = await readCommand(input, options, output);
        }
      }),
    'recount read report.txt --published 2025-04-24',
  );
  example(
    about(program.command('who').argument('<input>', 'a file, - for standard input, or an http(s) address'))
      .description('print the cast of one report: everybody in it, with all the words that refer to them')
      .addOption(json)
      .addOption(actors())
      .action(async (input: string, options: ReadOptions) => {
        const { whoCommand } = await import('./who-command.ts');
        code = await whoCommand(input, options, output);
      }),
    'recount who report.txt --published 2025-04-24',
  );
  example(
    program
      .command('parse')
      .argument('<input>', 'a file, - for standard input, or an http(s) address')
      .description('draw the grammar of each sentence: part of speech, relation, head')
      .option('--conllu', 'print CoNLL-U instead')
      .option('--type <media-type>', 'media type, such as text/html')
      .addOption(json)
      .action(async (input: string, options: { conllu?: boolean; json?: boolean; type?: string }) => {
        const { parseCommand } = await import('./parse-command.ts');
        code = await parseCommand(input, options, output);
      }),
    'recount parse report.txt --conllu',
  );
  example(
    about(
      program
        .command('add')
        .argument('<inputs...>', 'files of any format, folders, - for standard input, or http(s) addresses'),
    )
      .description('read reports and keep them in the record')
      .addOption(store)
      .addOption(json)
      .option('--map <columns>', 'columns of a table: text=body,published=date,source=outlet')
      .option('--jobs <number>', 'threads, of which one keeps what the others read (default: as many as cores)')
      .option('--no-ask', 'do not ask for missing dates on a terminal; they stay unknown')
      .option('--queue', 'leave the reading to workers ("recount worker"); needs a record in PostgreSQL')
      .option('--allow-host <name>', 'fetch from this host even if it is inside this network; may be repeated', collect)
      .action(async (inputs: string[], options: AddCommandOptions) => {
        const { addCommand } = await import('./add-command.ts');
        code = await addCommand(inputs, options, output);
      }),
    'recount add reports/*.txt --source "Our desk" --store record.db',
  );
  example(
    program
      .command('watch')
      .argument('<feeds...>', 'an OPML list, or addresses of feeds')
      .description('visit feeds again and again, and keep their new reports')
      .addOption(store)
      .addOption(json)
      .option('--every <minutes>', 'minutes between two visits of a feed', '15')
      .option('--delay <seconds>', 'seconds between two requests to a host', '2')
      .option('--once', 'visit each feed that is due once, then end')
      .option('--no-pages', 'keep a summary as it is instead of fetching its page')
      .option('--state <file>', 'where to remember what was seen (default: beside the record)')
      .option('--jobs <number>', 'threads that read (default: as many as cores)')
      .option('--allow-host <name>', 'fetch from this host even if it is inside this network; may be repeated', collect)
      .action(async (feeds: string[], options: WatchCommandOptions) => {
        const { watchCommand } = await import('./watch-command.ts');
        code = await watchCommand(feeds, options, output);
      }),
    'recount watch feeds.opml --every 10 --store record.db',
  );
  example(
    program
      .command('worker')
      .description('read what waits in the queue of a team’s record, on any number of machines')
      .addOption(store)
      .addOption(json)
      .option('--jobs <number>', 'threads that read (default: as many as cores)')
      .option('--until-empty', 'end when nothing waits and nobody reads')
      .option('--lease <seconds>', 'silence after which a worker’s batch goes to another; 10 or more', '30')
      .action(async (options: WorkerOptions) => {
        const { workerCommand } = await import('./queue-commands.ts');
        code = await workerCommand(options, output);
      }),
    'recount worker --store postgres://recount@db.example/recount',
  );
  example(
    program
      .command('queue')
      .description('show what waits in the queue, and the reports that were given up, with the reason')
      .addOption(store)
      .addOption(json)
      .option('--limit <number>', 'reports given up to list', '50')
      .option('--retry', 'put all that was given up back into the queue')
      .option('--forget', 'forget all that was given up')
      .action(async (options: QueueOptions) => {
        const { queueCommand } = await import('./queue-commands.ts');
        code = await queueCommand(options, output);
      }),
    'recount queue --store postgres://recount@db.example/recount',
  );
  example(
    program
      .command('list')
      .description('list the reports of the record, newest first')
      .option('--limit <number>', 'reports to list', '50')
      .option('--after <cursor>', 'go on from the "next" of an earlier page')
      .addOption(store)
      .addOption(json)
      .action(async (options: KeepOptions & { limit: string; after?: string }) => {
        const { listCommand } = await import('./list-command.ts');
        code = await listCommand(options, output);
      }),
    'recount list --limit 20 --store record.db',
  );
  example(
    program
      .command('show')
      .argument('<id>', 'the report’s id, or a beginning of it that only one has')
      .description('print what one report of the record says')
      .addOption(store)
      .addOption(json)
      .action(async (id: string, options: KeepOptions) => {
        const { showCommand } = await import('./show-command.ts');
        code = await showCommand(id, options, output);
      }),
    'recount show r1a2b3c --store record.db',
  );
  example(
    program
      .command('codebook')
      .argument('[what]', 'an event type, a CAMEO code or a context; without it, an overview')
      .description('tell what types, codes and contexts mean, with examples')
      .addOption(json)
      .action(async (what: string | undefined, options: { json?: boolean }) => {
        const { codebookCommand } = await import('./codebook-command.ts');
        code = await codebookCommand(what, options, output);
      }),
    'recount codebook ASSAULT',
  );
  const { addLedgerCommands } = await import('./ledger-program.ts');
  addLedgerCommands(program, output, store, example, (result) => {
    code = result;
  });
  example(
    program
      .command('serve')
      .description('serve the record as a web page and an HTTP API')
      .option('--port <number>', 'port; 0 takes a free one', '4747')
      .option('--host <address>', 'address to listen on; only this machine by default', '127.0.0.1')
      .addOption(store)
      .option('--public <url>', 'where people reach it through a proxy, such as https://recount.example.org')
      .option('--propose', 'let assistants that ask over /mcp put proposals onto the Desk')
      .action(async (options: { port: string; host: string; store?: string; public?: string; propose?: boolean }) => {
        const { serveCommand } = await import('./serve-command.ts');
        code = await serveCommand(options, output);
      }),
    'recount serve --port 4747 --store record.db',
  );
  example(
    program
      .command('demo')
      .description('read the sample reports into a record of their own and open the workbench on it')
      .option('--port <number>', 'port; another free one where it is taken', '4747')
      .option('--store <file>', 'where the samples are kept, and what you decide upon them', 'recount-demo.db')
      .option('--no-open', 'open no browser; the address is printed')
      .action(async (options: { port: string; store: string; open: boolean }) => {
        const { demoCommand } = await import('./demo-command.ts');
        code = await demoCommand(options, output);
      }),
    'recount demo',
  );

  addPeopleCommands(program, output, (given) => {
    code = given;
  });
  addSavedCommands(program, output, (given) => {
    code = given;
  });
  addReleaseCommands(program, output, (given) => {
    code = given;
  });
  addCodingCommands(program, output, (given) => {
    code = given;
  });
  addTeamCommands(program, output, (given) => {
    code = given;
  });
  recordCommands(program, output, (given) => {
    code = given;
  });

  try {
    await program.parseAsync(['node', 'recount', ...args]);
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    return failure(error, output, args.includes('--json'));
  }
}
