// `recount saved …` added to the program; what it does is loaded when called.
import { type Command, Option } from 'commander';
import { dresser } from './dress.ts';
import type { Output } from './output.ts';

/** Adds the commands; `done` gets each one's exit code. */
export function addSavedCommands(program: Command, output: Output, done: (code: number) => void): void {
  const plain = dresser(() => import('./saved-commands.ts'), done);
  const dress = (...given: Parameters<typeof plain>): Command =>
    plain(...given).addOption(
      new Option('--by <name>', 'whose (default: RECOUNT_BY, else your account’s name)').env('RECOUNT_BY'),
    );
  const saved = dress(
    program.command('saved'),
    'list your saved searches, each with how much has come to match it since the last look',
    'recount saved',
    (run, _, options) => run.listCommand(options, output),
  );
  dress(
    saved
      .command('add')
      .argument('<name>', 'what it shall be called')
      .argument('[query]', 'words, as search takes them'),
    'keep a search; from now on it tells what comes to match it',
    'recount saved add "Strikes on Halvorsk" strike --place Halvorsk',
    (run, [name, query], options) => run.addCommand(String(name), query as string | undefined, options, output),
  )
    .option('--kind <kind>', 'event, statement, figure, time, place or actor')
    .option('--type <type>', 'PLOVER type, act of a statement, measure of a figure')
    .option('--actor <name>', 'a name, or the id of an actor')
    .option('--place <name>', 'a name, or the id of a place')
    .option('--from <day>', 'first day')
    .option('--to <day>', 'last day, included');
  dress(
    saved.command('look').argument('[ids...]', 'such as saved:3; all of yours without'),
    'print what has come to match since the last look, and count it as seen',
    'recount saved look',
    (run, [ids], options) => run.lookCommand(ids as string[], options, output),
  ).option('--keep', 'leave it unseen');
  dress(
    saved.command('remove').argument('<id>', 'such as saved:3'),
    'forget a saved search',
    'recount saved remove saved:3',
    (run, [id], options) => run.removeCommand(String(id), options, output),
  );
}
