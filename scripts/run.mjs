// Runs a task with the checkout's own Node, on whatever Node npm itself runs; installs what is missing first.
// Written for any Node from 12 on, so that an old one gets a plain message.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const [task, ...args] = process.argv.slice(2);
const major = Number(process.versions.node.split('.')[0]);
if (major < 20) {
  console.error(
    `recount: npm runs on Node ${process.versions.node} here; please use Node 20 or later (22.13 or later to use the package itself).`,
  );
  process.exit(1);
}

const bin = join(root, 'node_modules', '.bin');
const windows = process.platform === 'win32';
const env = Object.assign({}, process.env, { PATH: bin + delimiter + (process.env.PATH || '') });

function run(command, parameters, options) {
  const result = spawnSync(
    command,
    parameters,
    Object.assign({ cwd: root, env, stdio: 'inherit', shell: windows }, options),
  );
  if (result.error) {
    console.error(`recount: ${command} could not be started: ${result.error.message}`);
    process.exit(1);
  }
  return result.status === null ? 1 : result.status;
}

function must(command, parameters) {
  const status = run(command, parameters);
  if (status !== 0) process.exit(status);
}

/** Installs from the lock file when it is not what was installed last. */
function install() {
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8');
  const stamp = join(root, 'node_modules', '.recount-installed');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  console.log('Installing packages (once) …');
  must('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error', '--include=dev']);
  writeFileSync(stamp, lock);
}

const node = join(bin, windows ? 'node.cmd' : 'node');
const tool = (name) => join(bin, windows ? `${name}.cmd` : name);

function build() {
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  must(tool('tsc'), ['-p', 'tsconfig.build.json']);
  must(node, ['scripts/finish-build.mjs']);
  must(tool('vite'), ['build', '--config', 'scripts/program.config.ts', '--logLevel', 'warn']);
  must(tool('vite'), ['build', '--config', 'src/faces/web/vite.config.ts', '--logLevel', 'warn']);
}

const tasks = {
  build,
  start() {
    build();
    return run(node, ['scripts/start.mjs', ...args]);
  },
  test() {
    build();
    env.RECOUNT_BUILT = '1';
    return run(node, [
      join('node_modules', 'vitest', 'vitest.mjs'),
      'run',
      '--reporter=default',
      '--reporter=./scripts/totals.mjs',
      ...args,
    ]);
  },
  check: () => run(node, ['scripts/check.mjs', ...args]),
  bench: () => run(node, ['bench/bench.ts', ...args]),
  train: () => run(node, ['train/train.ts', ...args]),
  screenshots() {
    build();
    return run(node, ['scripts/screenshots.ts', ...args]);
  },
  gazetteer: () => run(node, ['train/gazetteer.ts', ...args]),
  kernel: () => run(node, ['scripts/kernel.ts']),
  snap: () =>
    run(node, [
      join('node_modules', 'vitest', 'vitest.mjs'),
      'run',
      'test/reports.test.ts',
      'test/codebook.test.ts',
      '-u',
      ...args,
    ]),
  format: () => run(tool('biome'), ['check', '--write', ...args]),
};

if (!Object.hasOwn(tasks, task)) {
  console.error(`recount: no task “${task}”. Known: ${Object.keys(tasks).join(', ')}`);
  process.exit(2);
}
install();
process.exit(tasks[task]() || 0);
