// A moment in, pairs of incidents that may have been one then out, each by its strongest tie.
import { INCIDENT } from '../record/incident/likeness.ts';
import { reportOfHappening } from './gist.ts';
import {
  apartPairs,
  type OpenTie,
  openTies,
  type ProposalHead,
  type ProposedTie,
  pairOf,
  proposalsAt,
  strongestOf,
} from './incident-proposals.ts';
import { linesOf } from './moment-changes.ts';
import type { MomentIncidents } from './moment-incidents.ts';

/** Of what was knowable: decisions are those of now. */
export async function proposalHeadsThen(then: MomentIncidents): Promise<readonly ProposalHead[]> {
  const { db, view } = then;
  const open = await openTies(db);
  const members = await view.members([...view.groups.keys()]);
  const numbers = new Map(members.map(({ id, n }) => [id, n]));
  const ties = await view.ties(members);
  const more: { a: string; b: string; m: number; n: number; points: number; reasons: string }[] = [];
  for (const [a, some] of ties)
    for (const [b, { points, reasons }, n] of some)
      if (points >= INCIDENT.proposed && n !== undefined)
        more.push({ a, b, m: numbers.get(a) as number, n, points, reasons: JSON.stringify(reasons) });
  const all = [...open, ...more];
  const known = new Set(await view.known(all.flatMap(({ m, n }) => [reportOfHappening(m), reportOfHappening(n)])));
  const incidents = await view.incidentsOf([...new Set(all.flatMap(({ m, n }) => [m, n]))]);
  const dates = await then.publishedOf([...known]);
  const dateOf = (n: number) => {
    const at = dates.get(reportOfHappening(n)) ?? '9';
    return at === '9' ? null : at;
  };
  const found = new Map<string, OpenTie>();
  for (const { a, b, m, n, points, reasons } of all) {
    const [one, other] = [incidents.get(m), incidents.get(n)];
    if (one === undefined || other === undefined || one === other) continue;
    found.set(
      pairOf(a, b),
      a < b
        ? { a, b, m, n, one, other, points, reasons, first: dateOf(m), second: dateOf(n) }
        : { a: b, b: a, m: n, n: m, one: other, other: one, points, reasons, first: dateOf(n), second: dateOf(m) },
    );
  }
  const pairs = await apartPairs(db);
  const called = await view.happeningsCalled([...new Set(pairs.flat())]);
  const stood = await view.incidentsOf([...called.values()]);
  const incidentOf = (id: string) => stood.get(called.get(id) ?? -1) ?? -1;
  return strongestOf([...found.values()], new Set(pairs.map(([a, b]) => pairOf(incidentOf(a), incidentOf(b)))));
}

export const proposalsThen = (then: MomentIncidents, heads: readonly ProposalHead[]): Promise<readonly ProposedTie[]> =>
  proposalsAt(
    then.db,
    heads,
    async (incidents) => new Map((await linesOf(then, incidents)).map((line) => [line.n, line])),
  );
