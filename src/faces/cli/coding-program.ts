// `recount coding …` and `recount agreement` added to the program; what they do is loaded when called.
import { type Command, Option } from 'commander';
import { dresser } from './dress.ts';
import type { Output } from './output.ts';

/** Adds the commands; `done` gets each one's exit code. */
export function addCodingCommands(program: Command, output: Output, done: (code: number) => void): void {
  const dress = dresser(() => import('./coding-commands.ts'), done);
  const by = () =>
    new Option('--by <name>', 'who codes (default: RECOUNT_BY, else your account’s name)').env('RECOUNT_BY');
  const coding = dress(
    program.command('coding').argument('[coding]', 'its name; all of them without'),
    'list double codings and how far each coder is; of one, what you still have to judge',
    'recount coding March --by "Ana Kovar"',
    (run, [name], options) => run.listCommand(name as string | undefined, options, output),
  )
    .addOption(by())
    .option('--limit <number>', 'claims at most');
  dress(
    coding.command('start').argument('<name>', 'what it shall be called').argument('[reports...]', 'ids of reports'),
    'give the same reports to two people or more, who judge them without seeing what the others say',
    'recount coding start March --coder "Ana Kovar" --coder "Bo Lind" --share 0.15',
    (run, [name, reports], options) => run.startCommand(String(name), reports as string[], options, output),
  )
    .requiredOption('--coder <name>', 'who judges; twice or more', (value: string, before: string[] = []) => [
      ...before,
      value,
    ])
    .option('--share <share>', 'instead of reports: this share of the record, such as 0.15')
    .addOption(by());
  dress(
    coding
      .command('judge')
      .argument('<name>', 'the coding')
      .argument('<claim>', 'id of the claim')
      .argument('<verdict>', 'right, wrong or unclear'),
    'say whether a report says what a claim holds',
    'recount coding judge March r1a2b3c.e41-87 right',
    (run, [name, claim, verdict], options) =>
      run.judgeCommand(String(name), String(claim), String(verdict), options, output),
  )
    .option('--type <type>', 'the type that it should have')
    .option('--note <words>', 'why')
    .addOption(by());
  dress(
    coding.command('done').argument('<name>', 'the coding'),
    'close your part; once everybody has, the agreement is told',
    'recount coding done March',
    (run, [name], options) => run.doneCommand(String(name), options, output),
  ).addOption(by());
  dress(
    program.command('agreement').argument('<coding>', 'name of a double coding'),
    'tell how far people agree who judged the same reports, and where they do not',
    'recount agreement March',
    (run, [name], options) => run.agreementCommand(String(name), options, output),
  );
}
