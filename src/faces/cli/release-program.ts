// `recount release …` added to the program; what it does is loaded when called.
import { type Command, Option } from 'commander';
import { dresser } from './dress.ts';
import type { Output } from './output.ts';

/** Adds the commands; `done` gets each one's exit code. */
export function addReleaseCommands(program: Command, output: Output, done: (code: number) => void): void {
  const dress = dresser(() => import('./release-commands.ts'), done);
  const release = dress(
    program.command('release'),
    'list the releases of the record: named, dated states of it that can be cited',
    'recount release',
    (run, _, options) => run.listCommand(options, output),
  );
  dress(
    release.command('make').argument('<name>', 'such as v0.4'),
    'name the record as it is now; hash, counts, readers, codebook and licence are kept with it for ever',
    'recount release make v0.4 --licence CC-BY-4.0 --author "Ana Kovar" --title "Talks of spring"',
    (run, [name], options) => run.makeCommand(String(name), options, output),
  )
    .requiredOption('--licence <words>', 'a name such as CC-BY-4.0, or @FILE with a text')
    .option('--title <words>', 'what it is called')
    .option('--author <name>', 'whom to cite; may be repeated', (value: string, before: string[] = []) => [
      ...before,
      value,
    ])
    .option('--note <words>', 'what is new')
    .addOption(
      new Option('--by <name>', 'who makes it (default: RECOUNT_BY, else your account’s name)').env('RECOUNT_BY'),
    );
  dress(
    release.command('verify').argument('<name>', 'the release'),
    'check that the record still holds what a release says',
    'recount release verify v0.4',
    (run, [name], options) => run.verifyCommand(String(name), options, output),
  );
  // no operation: over the API the same file is a download, and nothing is written on the server
  dress(
    release.command('export').argument('<name>', 'the release').argument('<file>', 'a ZIP file that is not there yet'),
    'write a release into one file: claims with their words, reports without their texts, decisions, codebook, citation',
    'recount release export v0.4 talks-v0.4.zip',
    (run, [name, file], options) => run.exportCommand(String(name), String(file), options, output),
  );
}
