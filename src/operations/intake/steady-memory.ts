// A job about to begin, its memory bounded from then on: of a long one, garbage that Node would let grow by hundreds of megabytes is collected, and code is compiled once; a short one touches no more memory than it needs.
import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';

/** Bytes of the space of new objects at which it stops growing, in MiB; V8 itself goes on to 128. */
const YOUNG = 8;
/** Percent by which old objects may outgrow what was alive among them before they are collected; V8 itself allows up to 300. */
const GROWTH = 10;
/**
 * Calls of a function before V8's quick compiler takes it; V8 itself says 400, and 3000 for the slow one. So many more functions
 * are compiled only where they are worth the slow one at once: a long job does not pay for both, nor for what the quick one
 * guessed from too few calls, and the memory of its compilers is not taken.
 */
const CALLS = 4000;
/** From Node 24 on, where this was measured: V8 complains of a flag that it does not know. */
const COMPILES_TWICE = Number.parseInt(process.versions.node, 10) >= 24;
/** Lists of 16 kB that are held at most to make the space grow: 64 MB, and as a rule a third of it. */
const MOST = 4000;

const young = (): number =>
  (getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space')?.space_size ?? 0) / 1024 / 1024;

/**
 * Bounds the heap of this process, for jobs that read or keep many reports: what is alive in them is some 50 MB however many
 * there are. Node takes a limit for new objects only on its command line, which nobody types; but their space grows by a
 * factor, which may be set to one at any time. The factor is the whole process's: a thread that starts calls this for itself.
 */
export function keepMemorySteady(): void {
  setFlagsFromString(`--heap-growing-percent=${GROWTH}`);
  if (COMPILES_TWICE) setFlagsFromString(`--invocation-count-for-maglev=${CALLS}`);
  setFlagsFromString('--semi-space-growth-factor=2');
  // a space too small hands on as old what is soon garbage: it grows by what is alive while it is looked through
  const held: number[][] = [];
  for (let at = 0; at < MOST && (at % 50 !== 0 || young() < YOUNG); at++) held.push(new Array<number>(2000).fill(at));
  setFlagsFromString('--semi-space-growth-factor=1');
}

/**
 * Keeps the space of new objects from growing until `false` is said: nearly all that the first report of a process makes
 * are lists that stay, for which a larger space would only touch more memory.
 */
export function keepMemorySmall(small: boolean): void {
  setFlagsFromString(`--semi-space-growth-factor=${small ? 1 : 2}`);
}
