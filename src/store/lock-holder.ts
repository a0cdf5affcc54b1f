// An SQLite file in, the process that holds its write lock out, where the system tells: Linux lists every lock.
import { readFileSync, statSync } from 'node:fs';

export interface Holder {
  readonly pid: number;
  /** Its command line, cut at 120 characters and without passwords; null where it may not be read. */
  readonly command: string | null;
  /** ISO instant at which the process was started; null where that is not told. */
  readonly since: string | null;
}

/** Bytes of the file `-shm` that a writer and one who brings the log into the file lock. */
const WRITERS = [120, 121];
/** Bytes of the file itself that are locked by whoever writes without a log. */
const RESERVED = [0x40000000, 0x40000001];

/** Null where nobody holds it any more, or the system does not say who. Never throws. */
export function holderOf(file: string): Holder | null {
  try {
    const locks = readFileSync('/proc/locks', 'utf8');
    const pid = lockedBy(locks, inodeOf(`${file}-shm`), WRITERS) ?? lockedBy(locks, inodeOf(file), RESERVED);
    return pid === null ? null : { pid, command: commandOf(pid), since: startOf(pid) };
  } catch {
    return null; // another system, or one that shows its locks to nobody
  }
}

/** `1: POSIX  ADVISORY  WRITE 4942 fe:00:2149266 120 120`: the process, the file, the bytes. */
function lockedBy(locks: string, inode: number | null, bytes: readonly number[]): number | null {
  if (inode === null) return null;
  for (const line of locks.split('\n')) {
    const [, pid, at, from, to] = /\bWRITE\s+(\d+)\s+[0-9a-f]+:[0-9a-f]+:(\d+)\s+(\d+)\s+(\d+|EOF)/.exec(line) ?? [];
    if (pid === undefined || Number(at) !== inode) continue;
    const end = to === 'EOF' ? Number.POSITIVE_INFINITY : Number(to);
    if (bytes.some((byte) => byte >= Number(from) && byte <= end)) return Number(pid);
  }
  return null;
}

function inodeOf(file: string): number | null {
  return statSync(file, { throwIfNoEntry: false })?.ino ?? null;
}

function commandOf(pid: number): string | null {
  try {
    const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').filter(Boolean).join(' ');
    const safe = words.replace(/(:\/\/[^\s/@:]*):[^\s/@]*@/g, '$1@');
    return safe === '' ? null : safe.length > 120 ? `${safe.slice(0, 119)}…` : safe;
  } catch {
    return null;
  }
}

/** Ticks of a hundredth of a second since the system came up, and when that was. */
function startOf(pid: number): string | null {
  try {
    const status = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const ticks = Number(status.slice(status.lastIndexOf(')') + 2).split(' ')[19]);
    const up = Number(/^btime (\d+)$/m.exec(readFileSync('/proc/stat', 'utf8'))?.[1]);
    const at = new Date((up + ticks / 100) * 1000);
    return Number.isNaN(at.getTime()) ? null : `${at.toISOString().slice(0, 19)}Z`;
  } catch {
    return null;
  }
}
