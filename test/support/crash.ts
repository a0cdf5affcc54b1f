// Kills a writer at random moments until it has done all its work; gives the record's hash.
import { spawn, spawnSync } from 'node:child_process';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { isServer, openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { TOGETHER } from './crash-child.ts';
import { gathered } from './gathered.ts';

const CHILD = fileURLToPath(new URL('./crash-child.ts', import.meta.url));

/** The writer, as one file that starts quickly; made in `folder`, where what Node compiles of it is kept as well. */
export async function writerIn(folder: string): Promise<string> {
  const writer = await gathered(CHILD, folder);
  // Node keeps what it compiled when a process ends, which one that is killed does not
  spawnSync(process.execPath, ['--no-warnings', writer, ':memory:'], { env: environment(writer) });
  return writer;
}

const environment = (writer: string): NodeJS.ProcessEnv => ({
  ...process.env,
  NODE_COMPILE_CACHE: dirname(writer),
});

export interface Crashed {
  readonly kills: number;
  readonly hash: string;
  /** What was wrong with the record after any kill or at the end. */
  readonly troubles: readonly string[];
  /** Kills that came while the record was being written, not before or after. */
  readonly midway: number;
}

/**
 * Runs the `writer` on `address`, killing it with SIGKILL between 0 and 150 ms after it has opened the record, `most`
 * times at most, since it may be done before; then lets it end. After each kill the record is opened and looked through:
 * it holds whole steps, all that the writer had called done, and nothing less than before.
 */
export async function crash(
  writer: string,
  address: string,
  most: number,
  steps: number,
  seed: number,
): Promise<Crashed> {
  let state = seed;
  const random = () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return state / 4_294_967_296;
  };
  let kills = 0;
  let midway = 0;
  let before = 0;
  const troubles: string[] = [];
  const server = await watched(address);
  // a file is mended by who opens it next; a server mends by itself, and each new connection costs it dearly
  let kept: Promise<Store> | undefined;
  const looked = async () => {
    if (server) {
      kept ??= openStore(address);
      return (await kept).doctor();
    }
    const store = await openStore(address);
    const found = await store.doctor();
    await store.close();
    return found;
  };
  for (let ended = false; !ended; ) {
    // it goes over its last step again; one that is let be, over all of them
    const back = kills < most ? 1 : steps;
    const child = spawn(process.execPath, ['--no-warnings', writer, address, String(steps), String(back)], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: environment(writer),
    });
    let said = '';
    let complaint = '';
    child.stderr.on('data', (data) => {
      complaint += data;
    });
    const opened = new Promise<void>((resolve) => {
      child.stdout.on('data', (data) => {
        said += data;
        resolve();
      });
      child.once('exit', () => resolve());
    });
    // what it said last is heard before its streams close
    const dead = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));
    await opened;
    if (kills < most) {
      await new Promise((resolve) => setTimeout(resolve, random() * 150));
      if (!said.includes('all') && child.kill('SIGKILL')) kills++;
    }
    const code = await dead;
    if (code !== null && code !== 0) throw new Error(`the writer failed: ${complaint.slice(-2000)}`);
    if (code === null && said.trim().endsWith('begin')) midway++;
    ended = said.includes('all');
    await server?.finished();
    const { troubles: found, counts } = await looked();
    const reports = counts['report'] ?? 0;
    const done = said.split('end').length - 1;
    troubles.push(...found);
    if (reports % TOGETHER !== 0 || reports < Math.max(before, done * TOGETHER))
      troubles.push(`${reports} reports after kill ${kills}: ${before} before it, ${done} steps called done`);
    before = reports;
  }
  await server?.close();
  const store = await (kept ?? openStore(address));
  const hash = await store.hash();
  await store.close();
  return { kills, hash, troubles, midway };
}

/**
 * A server finishes what a dead writer had asked it to commit. Who goes on asks only then what is done: every writer locks
 * the one row of `head` first, so that getting that lock means that nobody is at it. Null for a file.
 */
async function watched(address: string) {
  if (!isServer(address)) return null;
  const url = new URL(address);
  const schema = url.searchParams.get('schema');
  url.search = '';
  const client = new pg.Client({ connectionString: url.toString() });
  await client.connect();
  return {
    async finished(): Promise<void> {
      try {
        await client.query('BEGIN');
        await client.query(`SELECT 1 FROM "${schema}".head FOR UPDATE`);
      } catch {
        // killed before the tables were there
      } finally {
        await client.query('ROLLBACK');
      }
    },
    close: () => client.end(),
  };
}
