// An engine in, a Store out: every question and change, the same for every engine.
import { changes } from './changes.ts';
import { claim, claims } from './claim-queries.ts';
import { counts } from './counts.ts';
import { decide, undo } from './decide.ts';
import { decisions } from './decision-queries.ts';
import { doctor } from './doctor.ts';
import type { Engine } from './engine.ts';
import { findActors, findPlaces } from './entities.ts';
import { GroupingCache } from './gists.ts';
import { history } from './history.ts';
import { incidentQueries } from './incident-queries.ts';
import { BUILT, keepReadings, rebuildAll } from './keep.ts';
import { CopyCache } from './keep-copy.ts';
import { adopt, makeReady } from './prepare.ts';
import { has, readByBoth, unreadBy } from './readings.ts';
import { recordHash } from './record-hash.ts';
import { copies, list, show, startingWith, versions } from './reports.ts';
import { searchReports } from './search-reports.ts';
import type { Store } from './store.ts';
import { teamOf } from './team.ts';
import { verify } from './verify.ts';
import { type EntityCache, Writing } from './writing.ts';

/** Errors that tell of the caller's mistake and pass as they are. */
const CALLERS = new Set(['RangeError', 'EvidenceError', 'DecisionError']);

/** Derived tables of an older program are made again before anything is answered. */
export async function recordStore(engine: Engine): Promise<Store> {
  const { db, address } = engine;
  const cache: EntityCache = {
    actors: new Map(),
    places: new Map(),
    copies: new CopyCache(),
    grouped: new GroupingCache(),
  };
  /** Runs one piece of work; whatever the engine throws comes out as a StoreError, a caller's mistake as it is. */
  const guarded = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      if (CALLERS.has((error as Error)?.name)) throw error;
      throw engine.wrap(error);
    }
  };
  const writing = <T>(durable: boolean, work: (writing: Writing) => Promise<T>): Promise<T> =>
    guarded(() =>
      engine.write(durable, async (trx) => {
        try {
          return await work(await Writing.begin(trx, engine, cache));
        } catch (error) {
          cache.actors.clear(); // numbers given in what was not kept
          cache.places.clear();
          cache.grouped.clear();
          throw error;
        }
      }),
    );
  const rebuild = (progress?: (done: number, total: number) => void) =>
    guarded(() => engine.write(true, (trx) => rebuildAll(trx, engine, cache, progress)));
  const built = await guarded(() => db.selectFrom('head').select('built').executeTakeFirstOrThrow());
  if (built.built !== BUILT) await rebuild();
  return {
    address,
    file: engine.file,
    async add(readings, at) {
      // checks every quote before anything is written, and while others may still write
      const ready = await guarded(async () => readings.map((one) => ('reading' in one ? adopt(one) : makeReady(one))));
      return writing(false, (one) => keepReadings(one, ready, at));
    },
    has: (id, reader) => guarded(() => has(engine, id, reader)),
    list: (page) => guarded(() => list(db, page)),
    show: (id, reader) => guarded(() => show(db, id, reader)),
    startingWith: (prefix, limit) => guarded(() => startingWith(db, prefix, limit)),
    copies: (id) => guarded(() => copies(db, id)),
    versions: (id) => guarded(() => versions(db, id)),
    decide: (decision) => writing(true, (one) => decide(one, decision)),
    undo: (ids, who) => writing(true, (one) => undo(one, ids, who)),
    decisions: (page) => guarded(() => decisions(db, page)),
    claims: (filter, page) => guarded(() => claims(engine, filter, page)),
    claim: (id, asOf) => guarded(() => claim(engine, id, asOf)),
    searchReports: (filter, page) => guarded(() => searchReports(engine, filter, page)),
    counts: (filter) => guarded(() => counts(db, filter)),
    findActors: (words, limit) => guarded(() => findActors(db, words, limit)),
    findPlaces: (words, limit) => guarded(() => findPlaces(db, words, limit)),
    history: (id) => guarded(() => history(engine, id)),
    changes: (page) => guarded(() => changes(engine, page)),
    readByBoth: (older, newer, page) => guarded(() => readByBoth(engine, older, newer, page)),
    unreadBy: (reader, after, limit) => guarded(() => unreadBy(engine, reader, after, limit)),
    arrival: () =>
      guarded(async () => (await db.selectFrom('head').select('arrival').executeTakeFirstOrThrow()).arrival),
    incidents: incidentQueries(engine, guarded),
    team: teamOf(engine, guarded),
    verify: () => guarded(() => verify(engine)),
    doctor: () => guarded(() => doctor(engine)),
    rebuild,
    hash: () => guarded(() => recordHash(db)),
    backup: (file) => guarded(() => engine.backup(file)),
    close: () => db.destroy(),
  };
}
