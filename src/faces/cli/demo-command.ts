// `recount demo`: the sample reports read into a record of their own, and the workbench opened on a conflict between them.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { desk } from '../../operations/desk.ts';
import { readDocument } from '../../operations/read-document.ts';
import { type Served, startServer } from '../api/server.ts';
import { type OpenContext, openContext } from './context.ts';
import { table } from './list-command.ts';
import { portOf } from './mcp-command.ts';
import type { Output } from './output.ts';
import { startProgress } from './progress.ts';

export interface DemoOptions {
  readonly port: string;
  readonly host?: string;
  /** The file that the samples are kept in. */
  readonly store: string;
  /** Whether a browser is opened; where there is none, the printed address has to do. */
  readonly open: boolean;
}

const SAMPLES = fileURLToPath(new URL('../../../samples/', import.meta.url));

export async function demoCommand(options: DemoOptions, output: Output): Promise<number> {
  const port = portOf(options.port);
  const context = openContext(options.store);
  let served: Served | null = null;
  try {
    const { total } = await (await context.store()).list({ limit: 1, after: null });
    if (total === 0) await addSamples(context, options.store, output);
    else output.out(`${total} reports are in ${options.store} from before; remove the file to begin anew.\n`);
    served = await serveSomewhere(context, options.host ?? '127.0.0.1', port, output);
    const begin = `${served.url}${await conflictOf(context)}`;
    output.out(`\nThe record is served at ${served.url}\nBegin at ${begin}\nStop it with Ctrl+C.\n`);
    if (options.open) openBrowser(begin);
    await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
    return 0;
  } finally {
    await served?.close();
    await context.close();
  }
}

async function addSamples(context: OpenContext, file: string, output: Output): Promise<void> {
  const about = JSON.parse(readFileSync(`${SAMPLES}reports.json`, 'utf8')) as { reports: { file: string }[] };
  const known = new Map(about.reports.map(({ file: name, ...given }) => [name, given]));
  const names = readdirSync(SAMPLES)
    .filter((name) => known.has(name))
    .sort();
  const actors = { content: readFileSync(`${SAMPLES}actors.tsv`, 'utf8'), file: 'samples/actors.tsv' };
  const sizes = names.map((name) => statSync(SAMPLES + name).size);
  const bar = startProgress(
    output,
    sizes.reduce((sum, size) => sum + size, 0),
    !process.stderr.isTTY,
  );
  const store = await context.store();
  const started = performance.now();
  const rows: string[][] = [];
  for (const [index, name] of names.entries()) {
    const reading = readDocument(readFileSync(SAMPLES + name), known.get(name) ?? {}, actors);
    await store.add([reading], context.now());
    const { report, statements, events, figures, times, places, unread } = reading;
    rows.push([
      report.published?.slice(0, 10) ?? 'no date',
      ...[statements, events, figures, times, places, unread].map((list) => String(list.length)),
      report.source ?? '',
      report.title ?? name,
    ]);
    bar.bytes(sizes[index] ?? 0);
    bar.reports(1);
  }
  bar.stop();
  const seconds = ((performance.now() - started) / 1000).toFixed(2);
  const head = ['published', 'said', 'events', 'figures', 'times', 'places', 'unread', 'source', 'title'];
  output.out(`${table(head, rows, process.stdout.columns ?? 120)}\n`);
  output.out(`${rows.length} sample reports read and kept in ${seconds} s, in ${file}.\n`);
}

/** On the port that is asked for, or on a free one where another program listens there. */
async function serveSomewhere(context: OpenContext, host: string, port: number, output: Output): Promise<Served> {
  const log = (error: unknown) => output.err(`recount: ${error instanceof Error ? error.message : String(error)}\n`);
  try {
    return await startServer({ context, host, port, log });
  } catch (error) {
    if ((error as { code?: string }).code !== 'serve/address') throw error;
    output.out(`${(error as Error).message} A free port was taken instead.\n`);
    return startServer({ context, host, port: 0, log });
  }
}

/** Where the Desk opens: at two counts that one report gives and that cannot both be right, with the first steps beside. */
async function conflictOf(context: OpenContext): Promise<string> {
  const { items } = await desk.run(desk.input.parse({ flag: 'DISJOINT' }), context);
  const one = items.find(
    ({ words: [first, ...others] }) => first && others.some(({ report }) => report === first.report),
  );
  return `desk?tour=1${one ? `#${encodeURIComponent(one.id)}` : ''}`;
}

function openBrowser(address: string): void {
  const [command = '', ...parameters] =
    process.platform === 'darwin'
      ? ['open', address]
      : process.platform === 'win32'
        ? ['cmd', '/c', 'start', '', address.replaceAll('&', '^&')]
        : ['xdg-open', address];
  spawn(command, parameters, { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref();
}
