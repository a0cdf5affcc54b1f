// The id of what was decided upon in, words for people and an address to look at it out.
import type { Decision } from './api.ts';

export interface Target {
  readonly name: string;
  readonly address: string | null;
}

const KINDS: Readonly<Record<string, string>> = {
  e: 'event',
  s: 'statement',
  f: 'figure',
  t: 'time',
  p: 'place',
  a: 'actor',
};

/** `r3f….e41-87` is an event; `flag:DISJOINT:…`, `incident:killed:…` and their like name claims too. */
export function shownTarget(id: string): Target {
  const claim = /(r[0-9a-f]{6,})\.([a-z])(\d+)-(\d+)(?:\.\w+)?/.exec(id);
  const words = claim && `/reports/${claim[1]}#w${claim[3]}-${claim[4]}`;
  const [kind = '', what = ''] = id.split(':');
  switch (kind) {
    case 'flag':
      return { name: `the flag ${what}`, address: words };
    case 'incident':
      return { name: what === 'same' ? 'whether two are one' : `the cell “${what}”`, address: words };
    case 'issue':
      return { name: `the issue “${id.slice(6)}”`, address: '/statements?tab=issues' };
    case 'meeting':
    case 'commitment':
      return { name: `the ${kind === 'commitment' ? 'promise' : kind}`, address: words };
    default:
      if (claim) return { name: KINDS[claim[2] as string] ?? 'claim', address: words };
      return /^r[0-9a-f]{6,}$/.test(id) ? { name: 'report', address: `/reports/${id}` } : { name: id, address: null };
  }
}

export const saidOf = ({ act, targets, detail }: Decision): string =>
  `${act} ${[...targets, ...(typeof detail['claim'] === 'string' ? [detail['claim']] : [])]
    .slice(0, 2)
    .map((target) => shownTarget(target).name)
    .join(', ')}${targets.length > 2 ? ` and ${targets.length - 2} more` : ''}`;
