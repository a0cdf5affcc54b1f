// A command of the program in, the same with what every command over the record has: words, example, options, action out.
import { type Command, Option } from 'commander';

export type Given = Record<string, unknown>;

/** What is done with a command's arguments and options; gives the exit code. */
type Run<Commands> = (commands: Commands, args: unknown[], options: Given) => Promise<number>;

export const storeOption = (): Option =>
  new Option(
    '--store <place>',
    'file of the record, or postgres://… (default: RECOUNT_STORE, else recount.db here)',
  ).env('RECOUNT_STORE');

export const jsonOption = (): Option => new Option('--json', 'print JSON instead of text');

/** `load` brings what the commands do, when one is called; `done` gets its exit code. */
export const dresser =
  <Commands>(load: () => Promise<Commands>, done: (code: number) => void) =>
  (command: Command, says: string, example: string, run: Run<Commands>): Command =>
    command
      .description(says)
      .addHelpText('after', `\nExample:\n  ${example}`)
      .addOption(storeOption())
      .addOption(jsonOption())
      .action(async (...all: unknown[]) => {
        const self = all.pop() as Command;
        all.pop(); // its own options, without those of the commands above it
        done(await run(await load(), all, self.optsWithGlobals()));
      });

/** “1 report”, “2 reports”. */
export const count = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`;
