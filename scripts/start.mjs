// `npm start`: the sample reports read into a fresh record, a summary, and the page opened in a browser.
import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startServer } from '../dist/faces/api/server.js';
import { openContext } from '../dist/faces/cli/context.js';
import { table } from '../dist/faces/cli/list-command.js';
import { terminal } from '../dist/faces/cli/output.js';
import { startProgress } from '../dist/faces/cli/progress.js';
import { readDocument } from '../dist/operations/read-document.js';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: process.env.RECOUNT_PORT ?? '4747' },
    host: { type: 'string', default: '127.0.0.1' },
  },
});
const root = fileURLToPath(new URL('..', import.meta.url));
const samples = `${root}samples`;
mkdirSync(`${root}.scratch`, { recursive: true });
const file = `${root}.scratch/samples.db`;
for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true });

const context = openContext(file);
const store = await context.store();
const about = JSON.parse(readFileSync(`${samples}/reports.json`, 'utf8'));
const known = new Map(about.reports.map((one) => [one.file, one]));
const names = readdirSync(samples)
  .filter((name) => known.has(name))
  .sort();
const actors = { content: readFileSync(`${samples}/actors.tsv`, 'utf8'), file: 'samples/actors.tsv' };
const size = names.reduce((sum, name) => sum + statSync(`${samples}/${name}`).size, 0);
const bar = startProgress(terminal(), size, !process.stderr.isTTY);
const started = performance.now();
const rows = [];
for (const name of names) {
  const { file: _, ...given } = known.get(name);
  const reading = readDocument(readFileSync(`${samples}/${name}`), given, actors);
  await store.add([reading], context.now());
  const { report, statements, events, figures, times, places, unread } = reading;
  rows.push([
    report.published?.slice(0, 10) ?? 'no date',
    ...[statements, events, figures, times, places, unread].map((list) => String(list.length)),
    report.source ?? '',
    report.title ?? name,
  ]);
  bar.bytes(statSync(`${samples}/${name}`).size);
  bar.reports(1);
}
bar.stop();
const seconds = (performance.now() - started) / 1000;
console.log(
  table(
    ['published', 'said', 'events', 'figures', 'times', 'places', 'unread', 'source', 'title'],
    rows,
    process.stdout.columns ?? 120,
  ),
);
console.log(`${rows.length} sample reports read and kept in ${seconds.toFixed(2)} s, in ${file.slice(root.length)}.`);

let served;
try {
  served = await startServer({
    context,
    host: values.host,
    port: Number(values.port),
    log: (error) => console.error(error),
  });
} catch (error) {
  if (error.code !== 'serve/address') throw error;
  served = await startServer({ context, host: values.host, port: 0, log: (problem) => console.error(problem) });
  console.log(`${error.message} A free port was taken instead.`);
}
console.log(`\nThe record is served at ${served.url}\nStop it with Ctrl+C.`);
if (process.env.RECOUNT_OPEN !== '0' && !process.env.CI) open(`${served.url}desk`);

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, async () => {
    await served.close();
    await context.close();
    process.exit(0);
  });
}

/** Opens the system's browser; where there is none, the printed address has to do. */
function open(url) {
  const [command, ...parameters] =
    process.platform === 'darwin'
      ? ['open', url]
      : process.platform === 'win32'
        ? ['cmd', '/c', 'start', '', url]
        : ['xdg-open', url];
  spawn(command, parameters, { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref();
}
