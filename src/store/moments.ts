// Moments asked for in, the record as it stood at each out: the last few are kept for as long as nothing new arrives.
import { restful } from './breath.ts';
import type { Db } from './engine.ts';
import { MomentIncidents } from './moment-incidents.ts';
import type { Moment } from './store.ts';

/** Somebody who moves along the days comes back to some of them. */
const MOST = 6;

export class Moments {
  readonly #db: Db;
  readonly #made = new Map<string, Promise<MomentIncidents>>();
  #arrival = -1;

  constructor(db: Db) {
    this.#db = restful(db);
  }

  async at(moment: Moment): Promise<MomentIncidents> {
    const head = await this.#db.selectFrom('head').select('arrival').executeTakeFirstOrThrow();
    const arrival = Number(head.arrival);
    if (arrival !== this.#arrival) {
      this.#made.clear();
      this.#arrival = arrival;
    }
    const key = `${moment.mode} ${moment.at}`;
    const known = this.#made.get(key);
    if (known) {
      this.#made.delete(key);
      this.#made.set(key, known);
      return known;
    }
    // whoever asks for it meanwhile waits for the same
    const made = MomentIncidents.of(this.#db, moment);
    this.#made.set(key, made);
    made.catch(() => this.#made.delete(key));
    if (this.#made.size > MOST) this.#made.delete(this.#made.keys().next().value as string);
    return made;
  }
}
