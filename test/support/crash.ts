// Kills a writer at random moments until it has done all its work; gives the record's hash.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { openStore } from '../../src/store/open-store.ts';

const CHILD = fileURLToPath(new URL('./crash-child.ts', import.meta.url));

export interface Crashed {
  readonly kills: number;
  readonly hash: string;
  readonly troubles: readonly string[];
  /** Kills that came while the record was being written, not before or after. */
  readonly midway: number;
}

/**
 * Runs the child on `address`, killing it with SIGKILL between 0 and 400 ms after it has opened the record, `kills` times
 * at most, since it may be done before; then lets it end.
 */
export async function crash(
  address: string,
  kills: number,
  steps: number,
  seed: number,
  cache: string,
): Promise<Crashed> {
  let state = seed;
  const random = () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return state / 4_294_967_296;
  };
  let killed = 0;
  let midway = 0;
  for (let ended = false; !ended; ) {
    const child = spawn(process.execPath, ['--no-warnings', CHILD, address, String(steps)], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NODE_COMPILE_CACHE: cache },
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
    const dead = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
    await opened;
    if (killed < kills) {
      await new Promise((resolve) => setTimeout(resolve, random() * 400));
      if (!said.includes('all')) {
        if (child.kill('SIGKILL')) killed++;
        if (said.trim().endsWith('begin')) midway++;
      }
    }
    const code = await dead;
    await finished(address);
    if (code !== null && code !== 0) throw new Error(`the writer failed: ${complaint.slice(-2000)}`);
    ended = said.includes('all');
  }
  const store = await openStore(address);
  const { troubles } = await store.doctor();
  const hash = await store.hash();
  await store.close();
  return { kills: killed, hash, troubles, midway };
}

/**
 * A server finishes what a dead writer had asked it to commit. Who goes on asks only then what is done: every writer locks
 * the one row of `head` first, so that getting that lock means that nobody is at it.
 */
async function finished(address: string): Promise<void> {
  if (!address.startsWith('postgres')) return;
  const url = new URL(address);
  const schema = url.searchParams.get('schema');
  url.search = '';
  const client = new pg.Client({ connectionString: url.toString() });
  await client.connect();
  try {
    await client.query('BEGIN');
    await client.query(`SELECT 1 FROM "${schema}".head FOR UPDATE`);
  } catch {
    // killed before the tables were there
  } finally {
    await client.query('ROLLBACK');
    await client.end();
  }
}
