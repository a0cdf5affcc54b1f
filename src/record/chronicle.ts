// Readings and the decisions upon them in, the record as one story out: incidents, figures, statements, promises, meetings.
import type { Reading } from '../reading/schema.ts';
import { accountOf } from './account.ts';
import { asDecided, decisionsByReport, knownIn } from './as-decided.ts';
import { contradictionsOf, type Fact } from './background.ts';
import { likelyCopies } from './copies/likely-copies.ts';
import { type Decision, inForce } from './decision.ts';
import { type Commitment, commitmentsOf } from './diplomacy/commitment.ts';
import { ABOUT, type Issue, issuesOf } from './diplomacy/issue.ts';
import { type Meeting, meetingsOf } from './diplomacy/meeting.ts';
import { type Said, saidIn } from './diplomacy/position.ts';
import { statesOf } from './diplomacy/states-of.ts';
import { type Told, toldIn } from './diplomacy/told.ts';
import { actorId } from './entity.ts';
import { type Grouping, type Incident, IncidentIndex, type Settled } from './incident/incident-index.ts';
import type { Copies, Flag } from './ledger/flag.ts';
import { type Ledger, ledgerOf } from './ledger/ledger.ts';

export interface ChronicleInput {
  /** One reading a report. */
  readonly readings: readonly Reading[];
  readonly decisions: readonly Decision[];
  /** What repeats what; found by words in common where it is not given. */
  readonly copies?: Copies;
  readonly facts?: readonly Fact[];
  /** Day since 1970 from which deadlines are seen; null for none. */
  readonly today: number | null;
}

export interface Link {
  readonly from: string;
  readonly to: string;
  readonly relation: string;
  readonly decision: string;
}

export interface Chronicle extends Ledger {
  readonly index: Grouping;
  readonly incidents: readonly Incident[];
  readonly readings: ReadonlyMap<string, Reading>;
  /** What an actor of the record is called: the fullest name that any report gives. */
  nameOf(actor: string): string;
  readonly said: readonly Said[];
  /** What statements are about, those of the most statements first; copies say nothing anew. */
  issues(): readonly Issue[];
  readonly meetings: readonly Meeting[];
  readonly commitments: readonly Commitment[];
  /** How people have related claims: part of, response to, apart. */
  readonly links: readonly Link[];
  /** What people have decided upon by its own id: flags, proposals, meetings, promises. */
  readonly settled: ReadonlySet<string>;
  /** Words that contradict what the user's file of facts says. */
  readonly background: readonly Flag[];
}

/** Assembles the record. The same readings and decisions, in any order, give the same chronicle. */
export function chronicleOf({ readings, decisions, copies, facts = [], today }: ChronicleInput): Chronicle {
  const standing = inForce(decisions);
  const decided = decisionsByReport(standing);
  const all = knownIn(readings);
  const held = [...readings]
    .sort((a, b) => (a.report.id < b.report.id ? -1 : 1))
    .map((one) => {
      const upon = decided.get(one.report.id);
      return upon ? asDecided(one, upon, all) : one;
    });
  const index = new IncidentIndex(settledBy(standing));
  for (const reading of held) index.add(reading);
  return assembled({ held, index, copies: copies ?? likelyCopies(held), standing, facts, today });
}

export interface Parts {
  /** Readings as people want them, by the id of their report; those of a part of the record, or of all of it. */
  readonly held: readonly Reading[];
  /** Knows the happenings of these readings. */
  readonly index: Grouping;
  readonly copies: Copies;
  /** Decisions in force upon any of it. */
  readonly standing: readonly Decision[];
  readonly facts?: readonly Fact[];
  readonly today: number | null;
  /** What an actor is called in the whole record; null for one that it does not know. */
  readonly nameOf?: (actor: string) => string | null;
}

/** A record, or a part of it, whose happenings have been grouped. Incidents must be whole: with all reports that tell of them. */
export function assembled({ held, index, copies, standing, facts = [], today, nameOf }: Parts): Chronicle {
  const byReport = new Map(held.map((reading) => [reading.report.id, reading]));
  const names = new Map<string, string>();
  for (const { actors } of held)
    for (const actor of actors) {
      const id = actorId(actor);
      const known = names.get(id);
      if (known === undefined || actor.name.length > known.length) names.set(id, actor.name);
    }
  const accounts = held.map((reading) => accountOf(reading, index.happeningsOf(reading.report.id)));
  // most questions ask for none of these
  const told = once((): Told[] => held.flatMap(toldIn));
  const said = once(() =>
    held.flatMap(saidIn).sort((a, b) => ((a.published ?? '9') + a.id < (b.published ?? '9') + b.id ? -1 : 1)),
  );
  const incidents = once(() => index.incidents());
  const meetings = once(() => meetingsOf(told()));
  const commitments = once(() => commitmentsOf(told(), today));
  const background = once(() => held.flatMap((reading) => contradictionsOf(reading, facts)));
  const issues = once(() => {
    // a copy says nothing anew, unless somebody has put its words under an issue
    const put = new Set(
      standing.flatMap(({ targets, detail }) => (detail.act === 'link' && detail.relation === ABOUT ? targets : [])),
    );
    return issuesOf(
      said().filter(({ report, id }) => !copies.copyOf.has(report) || put.has(id)),
      (report) => statesOf(byReport.get(report) as Reading),
      standing,
    );
  });
  return {
    index,
    get incidents() {
      return incidents();
    },
    readings: byReport,
    ...ledgerOf(accounts, copies, standing),
    nameOf: (actor) => nameOf?.(actor) ?? names.get(actor) ?? actor.replace(/^\w+:/, ''),
    get said() {
      return said();
    },
    issues,
    get meetings() {
      return meetings();
    },
    get commitments() {
      return commitments();
    },
    links: standing.flatMap(({ id, targets, detail }) =>
      detail.act === 'link'
        ? targets.map((from) => ({ from, to: detail.to, relation: detail.relation, decision: id }))
        : [],
    ),
    settled: new Set(standing.filter(({ detail }) => detail.act !== 'comment').flatMap(({ targets }) => targets)),
    get background() {
      return background();
    },
  };
}

/** Makes something when it is first asked for. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Pairs of happenings that people have merged or parted. */
export function settledBy(decisions: readonly Decision[]): Settled {
  const same: [string, string][] = [];
  const apart: [string, string][] = [];
  for (const { targets, detail } of decisions) {
    if (detail.act === 'merge') for (const target of targets) same.push([target, detail.into]);
    if (detail.act === 'link' && detail.relation === 'apart')
      for (const target of targets) apart.push([target, detail.to]);
  }
  return { same, apart };
}
