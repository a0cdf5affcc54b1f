// A report and its happenings in, its account out: all that the ledgers of its incidents need of it, without the whole reading.
import type { Reading } from '../reading/schema.ts';
import { claimIdsOf } from './claims-of.ts';
import type { Happening } from './incident/happening.ts';
import { attachedTo, denialsIn } from './ledger/attach.ts';
import { type FigureClaim, figureClaimsOf } from './ledger/figure-claim.ts';
import type { Denial } from './ledger/flag.ts';
import { push } from './lists.ts';
import { type Chain, chainOf, partiesOf } from './origin.ts';

/** What one report says of the incidents that it tells of. */
export interface Account {
  readonly report: Pick<Reading['report'], 'id' | 'published' | 'text'>;
  readonly happenings: readonly Happening[];
  /** Figures by the happening that they count. */
  readonly figures: ReadonlyMap<string, readonly FigureClaim[]>;
  /** Deaths that its words tie to no happening. */
  readonly loose: readonly FigureClaim[];
  /** By the happening that is denied. */
  readonly denials: ReadonlyMap<string, readonly Denial[]>;
  /** Who says that a happening was so; null for one that it does not tell of. */
  chainOf(happening: string): Chain | null;
}

/** `happenings` are the reading's own, as people have decided. */
export function accountOf(reading: Reading, happenings: readonly Happening[]): Account {
  const claims = figureClaimsOf(reading);
  const homes = attachedTo(reading, claims, happenings);
  const ids = claimIdsOf(reading);
  const figures = new Map<string, FigureClaim[]>();
  const loose: FigureClaim[] = [];
  const denials = new Map<string, Denial[]>();
  for (const { home, denial } of denialsIn(reading, happenings, (id) => ids.get(id) as string))
    push(denials, home, denial);
  for (const claim of claims) {
    const home = homes.get(claim.id);
    if (home !== undefined) push(figures, home, claim);
    else if (claim.measure === 'killed') loose.push(claim);
  }
  const { id, published, text } = reading.report;
  const chains = new Map<string, Chain>();
  let parties: ReadonlySet<string> | null = null;
  return {
    report: { id, published, text },
    happenings,
    figures,
    loose,
    denials,
    chainOf(happening) {
      const known = chains.get(happening);
      if (known) return known;
      const event = happenings.find((one) => one.id === happening)?.event;
      const statement = reading.statements.find((one) => one.id === event?.statement) ?? null;
      parties ??= partiesOf(reading);
      const made = chainOf(reading, statement, parties);
      chains.set(happening, made);
      return made;
    },
  };
}

/**
 * The same without a hold on its reading: what is kept of many reports. Nor on the list of its happenings, by which what was
 * written of them is remembered.
 */
export function lasting(account: Account): Account {
  const { report, happenings, figures, loose, denials } = account;
  const chainOf = chainsAlone(new Map(happenings.map(({ id }) => [id, account.chainOf(id)])));
  return { report, happenings: [...happenings], figures, loose, denials, chainOf };
}

/** In a function of its own: one that is made beside others holds whatever any of them looks at, here the whole account. */
const chainsAlone = (chains: ReadonlyMap<string, Chain | null>): Account['chainOf'] => {
  return (happening) => chains.get(happening) ?? null;
};
