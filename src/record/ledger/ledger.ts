// Accounts of reports in, the ledger of each incident out: its figures, flags, origins and what people took of it.
import type { Account } from '../account.ts';
import type { Decision } from '../decision.ts';
import type { Incident } from '../incident/incident-index.ts';
import { type Chain, withNamedOrigins } from '../origin.ts';
import { withFates } from './fate.ts';
import type { FigureClaim } from './figure-claim.ts';
import { type Copies, type Flag, flagsOf } from './flag.ts';

/** The cells of an incident that people may take for the record from one report. */
export const ROWS = ['what', 'who', 'whom', 'when', 'where', 'killed', 'injured'] as const;
export type Row = (typeof ROWS)[number];
export interface Taken {
  readonly claim: string;
  readonly decision: string;
}

export interface Ledger {
  readonly copies: Copies;
  /** A report that tells of any of these incidents; undefined for another. */
  reportOf(report: string): Account['report'] | undefined;
  /** Who says that a happening was so. */
  chainOf(happening: string): Chain | null;
  figuresOf(incident: Incident): readonly FigureClaim[];
  flagsOf(incident: Incident): readonly Flag[];
  /** Independent origins of an incident: each speaker or outlet once, copies aside. */
  originsOf(incident: Incident): readonly Chain[];
  /** The claim whose cell of this row people last took for the record, with the decision; null where none was taken. */
  takenOf(incident: Incident, row: Row): Taken | null;
}

/** Ledgers of incidents of which `accounts` hold all that tell of them; `standing` are the decisions in force. */
export function ledgerOf(accounts: readonly Account[], copies: Copies, standing: readonly Decision[]): Ledger {
  const byReport = new Map(accounts.map((account) => [account.report.id, account]));
  const taken = takenIn(standing);
  const accountOf = (happening: string) => byReport.get(happening.slice(0, happening.indexOf('.')));
  const figuresOf = perIncident((incident) =>
    withFates(
      withNamedOrigins(incident.happenings.flatMap(({ id, report }) => byReport.get(report)?.figures.get(id) ?? [])),
      [...new Set(incident.happenings.map(({ report }) => report))].flatMap(
        (report) => byReport.get(report)?.loose ?? [],
      ),
    ),
  );
  return {
    copies,
    reportOf: (report) => byReport.get(report)?.report,
    chainOf: (happening) => accountOf(happening)?.chainOf(happening) ?? null,
    figuresOf,
    flagsOf: perIncident((incident) =>
      flagsOf(
        figuresOf(incident),
        copies,
        incident.happenings.flatMap(({ id, report }) => byReport.get(report)?.denials.get(id) ?? []),
      ),
    ),
    originsOf(incident) {
      const found = new Map<string, Chain>();
      const add = (one: Chain | null) => {
        if (one && !found.has(one.key)) found.set(one.key, one);
      };
      for (const { id, report } of incident.happenings)
        if (!copies.copyOf.has(report)) add(byReport.get(report)?.chainOf(id) ?? null);
      for (const claim of figuresOf(incident)) if (!copies.copyOf.has(claim.report)) add(claim.chain);
      return [...found.values()];
    },
    takenOf(incident, row) {
      if (taken.size === 0) return null;
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
