// The commands over the ledger added to the program: names, options and examples; their work is in ledger-commands.ts.
import { type Command, Option } from 'commander';
import type { Output } from './output.ts';

type Commands = typeof import('./ledger-commands.ts');

/** Adds the commands; `done` gets each one's exit code. `store` makes the option that says where the record is. */
export function addLedgerCommands(
  program: Command,
  output: Output,
  store: Option,
  example: (command: Command, lines: string) => Command,
  done: (code: number) => void,
): void {
  const command = (name: string, description: string) =>
    program
      .command(name)
      .description(description)
      .option('--as-of <time>', 'only reports published by then, such as 2026-03-03 or 2026-03-03T12:00:00Z')
      .addOption(
        new Option('--knowledge <kind>', 'with --as-of: what was published by then, or what the record held').choices([
          'knowable',
          'held',
        ]),
      )
      .addOption(store)
      .addOption(new Option('--json', 'print JSON instead of text'));
  const load = (): Promise<Commands> => import('./ledger-commands.ts');

  example(
    command('desk', 'what needs a decision now, the most pressing first')
      .option('--limit <number>', 'items at most')
      .option('--after <cursor>', 'go on from the "next" of an earlier page')
      .action(async (options) => done(await (await load()).deskCommand(options, output))),
    'recount desk --limit 20',
  );
  example(
    command(
      'incidents',
      'list happenings over all reports: what, who, whom, when, where, how many, where accounts differ',
    )
      .option('--type <type>', 'event type, such as ASSAULT')
      .option('--actor <name>', 'part of the name of a party')
      .option('--place <name>', 'part of the name of the place')
      .option('--words <words>', 'words of the clauses that tell it')
      .option('--from <day>', 'first day')
      .option('--to <day>', 'last day')
      .option('--flag <flag>', 'only those with this flag, such as DISJOINT')
      .option('--reports <number>', 'only those that so many reports tell, or more')
      .option('--profile <name>', 'count the dead and injured by these rules: acled, ucdp, airwars or house')
      .option('--limit <number>', 'incidents to list')
      .option('--after <cursor>', 'go on from the "next" of an earlier page')
      .action(async (options) => done(await (await load()).incidentsCommand(options, output))),
    'recount incidents --type ASSAULT --reports 2',
  );
  example(
    command('incident', 'show one happening: its reports side by side, its figures under each profile, its flags')
      .argument('<id>', 'id of the incident or of a claim of it, or its beginning')
      .option('--profile <names>', 'acled, ucdp, airwars, house, with commas between')
      .option('--house <file>', 'house rules of your own (docs/ledger.md)')
      .action(async (id: string, options) => done(await (await load()).incidentCommand(id, options, output))),
    'recount incident ir4659930c --profile acled,ucdp',
  );
  example(
    command('figures', 'the figures ledger: how many, according to whom, since when, under each profile of rules')
      .option('--incident <id>', 'only of this incident')
      .option('--measure <measure>', 'killed, injured, missing …')
      .option('--group <group>', 'civilians, children, soldiers …')
      .option('--by <name>', 'part of the name of who says so')
      .option('--place <name>', 'part of the name of the place')
      .option('--profile <names>', 'acled, ucdp, airwars, house, with commas between')
      .option('--house <file>', 'house rules of your own (docs/ledger.md)')
      .option('--limit <number>', 'incidents at most')
      .option('--after <cursor>', 'go on from the "next" of an earlier page')
      .action(async (options) => done(await (await load()).figuresCommand(options, output))),
    'recount figures --measure killed --profile acled,ucdp --as-of 2026-03-03',
  );
  example(
    command('says', 'who said what, in order of time, and where each stands on a topic')
      .argument('[speaker]', 'part of the speaker’s name')
      .option('--about <issue>', 'an issue by id or name (recount issues), else words of the topic with commas between')
      .option('--topics <file>', 'topics of your own by name (docs/ledger.md)')
      .option('--to <name>', 'part of the addressee’s name')
      .option('--stance <stance>', 'accepts, conditional, rejects or unclear')
      .option('--limit <number>', 'statements at most')
      .option('--after <cursor>', 'go on from the "next" of an earlier page')
      .action(async (speaker: string | undefined, options) =>
        done(await (await load()).saysCommand(speaker, options, output)),
      ),
    'recount says Holt --about truce,ceasefire',
  );
  example(
    command('issues', 'what statements are about, by terms and parties, and where each speaker stands on it')
      .option('--party <name>', 'part of the name of a party')
      .option('--speaker <name>', 'part of the name of one who speaks on it')
      .option('--words <words>', 'part of its name or of one of its terms')
      .option('--statements <number>', 'only those with so many statements, or more')
      .option('--limit <number>', 'issues at most')
      .action(async (options) => done(await (await load()).issuesCommand(options, output))),
    'recount issues --party Kestria --statements 3',
  );
  example(
    command('commitments', 'promises and what became of them, with the words on both sides')
      .option('--by <name>', 'part of the name of who promised')
      .option('--fate <fate>', 'open, kept, broken, delayed, withdrawn or unknown')
      .action(async (options) => done(await (await load()).commitmentsCommand(options, output))),
    'recount commitments --fate broken',
  );
  example(
    command('meetings', 'meetings: floated, scheduled, moved, confirmed, held or cancelled, each step with its words')
      .option('--party <name>', 'part of the name of a party')
      .option('--state <state>', 'floated, scheduled, moved, confirmed, held or cancelled')
      .option('--ics', 'print an iCalendar file instead')
      .action(async (options) => done(await (await load()).meetingsCommand(options, output))),
    'recount meetings --ics > meetings.ics',
  );
  example(
    command('flags', 'where accounts differ, by rule, each with the words of both sides')
      .option('--name <flag>', 'only this flag, such as DISJOINT')
      .option('--facts <file>', 'facts of your own to hold reports against (docs/ledger.md)')
      .action(async (options) => done(await (await load()).flagsCommand(options, output))),
    'recount flags --name DISJOINT --facts facts.tsv',
  );
  example(
    command('why', 'why the record holds something: rule and words of a claim, what ties an incident together')
      .argument('<id>', 'id of a claim, an incident, a commitment or a meeting')
      .action(async (id: string, options) => done(await (await load()).whyCommand(id, options, output))),
    'recount why ir4659930c',
  );
}
