// Readings and the decisions upon them in, the record as one story out: incidents, figures, statements, promises, meetings.
import type { Reading } from '../reading/schema.ts';
import { asDecided, decisionsByReport, knownIn } from './as-decided.ts';
import { contradictionsOf, type Fact } from './background.ts';
import { claimIdsOf } from './claims-of.ts';
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
import { attachedTo, denialsIn } from './ledger/attach.ts';
import { withFates } from './ledger/fate.ts';
import { type FigureClaim, figureClaimsOf } from './ledger/figure-claim.ts';
import { type Copies, type Denial, type Flag, flagsOf } from './ledger/flag.ts';
import { push } from './lists.ts';
import { type Chain, chainOf, partiesOf, withNamedOrigins } from './origin.ts';

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

/** The cells of an incident that people may take for the record from one report. */
export const ROWS = ['what', 'who', 'whom', 'when', 'where', 'killed', 'injured'] as const;
export type Row = (typeof ROWS)[number];
export interface Taken {
  readonly claim: string;
  readonly decision: string;
}

export interface Link {
  readonly from: string;
  readonly to: string;
  readonly relation: string;
  readonly decision: string;
}

export interface Chronicle {
  readonly index: Grouping;
  readonly incidents: readonly Incident[];
  readonly readings: ReadonlyMap<string, Reading>;
  readonly copies: Copies;
  /** What an actor of the record is called: the fullest name that any report gives. */
  nameOf(actor: string): string;
  /** Who says that a happening was so. */
  chainOf(happening: string): Chain | null;
  figuresOf(incident: Incident): readonly FigureClaim[];
  flagsOf(incident: Incident): readonly Flag[];
  /** Independent origins of an incident: each speaker or outlet once, copies aside. */
  originsOf(incident: Incident): readonly Chain[];
  readonly said: readonly Said[];
  /** What statements are about, those of the most statements first; copies say nothing anew. */
  issues(): readonly Issue[];
  readonly meetings: readonly Meeting[];
  readonly commitments: readonly Commitment[];
  /** The claim whose cell of this row people last took for the record, with the decision; null where none was taken. */
  takenOf(incident: Incident, row: Row): Taken | null;
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
  /** Figures by the happening that they count. */
  const figures = new Map<string, FigureClaim[]>();
  /** Deaths that the words of a report tie to no happening. */
  const loose = new Map<string, FigureClaim[]>();
  const denials = new Map<string, Denial[]>();
  const names = new Map<string, string>();
  for (const reading of held) {
    const claims = figureClaimsOf(reading);
    const happenings = index.happeningsOf(reading.report.id);
    const homes = attachedTo(reading, claims, happenings);
    const ids = claimIdsOf(reading);
    for (const { home, denial } of denialsIn(reading, happenings, (id) => ids.get(id) as string))
      push(denials, home, denial);
    for (const claim of claims) {
      const home = homes.get(claim.id);
      if (home !== undefined) push(figures, home, claim);
      else if (claim.measure === 'killed') push(loose, claim.report, claim);
    }
    for (const actor of reading.actors) {
      const id = actorId(actor);
      const known = names.get(id);
      if (known === undefined || actor.name.length > known.length) names.set(id, actor.name);
    }
  }
  const taken = takenIn(standing);
  const chains = new Map<string, Chain>();
  const chain = (happening: string, report: string): Chain | null => {
    const reading = byReport.get(report);
    if (!reading) return null;
    const known = chains.get(happening);
    if (known) return known;
    const event = index.happeningsOf(report).find(({ id }) => id === happening)?.event;
    const statement = reading.statements.find(({ id }) => id === event?.statement) ?? null;
    const made = chainOf(reading, statement, partiesOf(reading));
    chains.set(happening, made);
    return made;
  };
  const reportOf = (happening: string) => happening.slice(0, happening.indexOf('.'));
  const figuresOf = perIncident((incident) =>
    withFates(
      withNamedOrigins(incident.happenings.flatMap(({ id }) => figures.get(id) ?? [])),
      [...new Set(incident.happenings.map(({ report }) => report))].flatMap((report) => loose.get(report) ?? []),
    ),
  );
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
    copies,
    nameOf: (actor) => nameOf?.(actor) ?? names.get(actor) ?? actor.replace(/^\w+:/, ''),
    chainOf: (happening) => chain(happening, reportOf(happening)),
    figuresOf,
    flagsOf: perIncident((incident) =>
      flagsOf(
        figuresOf(incident),
        copies,
        incident.happenings.flatMap(({ id }) => denials.get(id) ?? []),
      ),
    ),
    originsOf(incident) {
      const found = new Map<string, Chain>();
      const add = (one: Chain | null) => {
        if (one && !found.has(one.key)) found.set(one.key, one);
      };
      for (const { id, report } of incident.happenings) if (!copies.copyOf.has(report)) add(chain(id, report));
      for (const claim of figuresOf(incident)) if (!copies.copyOf.has(claim.report)) add(claim.chain);
      return [...found.values()];
    },
    takenOf(incident, row) {
      const claims =
        row === 'killed' || row === 'injured'
          ? figuresOf(incident)
              .filter(({ measure }) => measure === row)
              .map(({ id }) => id)
          : incident.happenings.flatMap(({ ids }) => ids);
      let last: (Taken & { readonly order: number }) | null = null;
      for (const claim of claims) {
        const found = taken.get(`${row}:${claim}`);
        if (found && (!last || found.order > last.order)) last = { ...found, claim };
      }
      return last && { claim: last.claim, decision: last.decision };
    },
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

/** Works out what an incident is asked for many times over once. */
function perIncident<T>(make: (incident: Incident) => T): (incident: Incident) => T {
  const made = new WeakMap<Incident, { readonly value: T }>();
  return (incident) => {
    const known = made.get(incident) ?? { value: make(incident) };
    made.set(incident, known);
    return known.value;
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

/** Cells that people took, by `row:claim`: a decision to accept `incident:row:claim`. The later counts. */
function takenIn(decisions: readonly Decision[]): ReadonlyMap<string, { decision: string; order: number }> {
  const taken = new Map<string, { decision: string; order: number }>();
  for (const { id, arrival, targets, detail } of decisions) {
    if (detail.act !== 'accept') continue;
    for (const target of targets) {
      const cell = /^incident:((?:what|who|whom|when|where|killed|injured):.+)$/.exec(target)?.[1];
      if (cell !== undefined) taken.set(cell, { decision: id, order: arrival });
    }
  }
  return taken;
}
