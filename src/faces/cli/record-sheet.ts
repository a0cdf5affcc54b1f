// Claims, decisions and histories in, the lines that a terminal shows of them out.
import type { z } from 'zod';
import type { ClaimShape, DecisionShape } from '../../operations/claim-shape.ts';
import { table } from './list-command.ts';

type Claim = z.output<typeof ClaimShape>;
type Decision = z.output<typeof DecisionShape>;

/** A claim's id with as much of its report's as people type. */
export const shortId = (id: string): string => id.replace(/^(r[0-9a-f]{8})[0-9a-f]+/, '$1');

const one = (value: string): string => value.replace(/\s+/g, ' ').trim();

/** Who does it, to whom; who says it. */
export function partiesOf({ fields, names }: Claim): string {
  const name = (id: unknown): string => (typeof id === 'string' ? (names[id] ?? id) : '');
  const many = (ids: unknown): string => (Array.isArray(ids) ? ids.map(name).join(', ') : name(ids));
  const [from, to] = [many(fields['actors'] ?? fields['speaker']), many(fields['recipients'] ?? fields['addressee'])];
  return to === '' ? from : `${from || '?'} → ${to}`;
}

/** The words that say most: the clause of an event, the content of a statement. */
export const wordsOf = ({ evidence }: Claim): string =>
  one((evidence.find(({ role }) => role === 'clause') ?? evidence[0])?.quote ?? '');

export function claimTable(claims: readonly Claim[], width: number): string {
  const rows = claims.map((claim) => [
    shortId(claim.id),
    claim.days?.[0] ?? claim.published?.slice(0, 10) ?? 'no date',
    `${claim.kind} ${claim.type}`,
    `${claim.status === 'open' ? '' : claim.status}${claim.review ? ' review' : ''}${claim.standing === 'current' ? '' : ` ${claim.standing}`}`.trim(),
    partiesOf(claim).slice(0, 50),
    `“${wordsOf(claim)}”`,
  ]);
  return table(['id', 'day', 'what', 'status', 'who', 'words'], rows, width);
}

export function claimLines(claim: Claim): string[] {
  const { fields, names, evidence } = claim;
  const shown = (value: unknown): string => {
    if (Array.isArray(value)) return value.map(shown).join(', ');
    if (typeof value === 'string') return names[value] === undefined ? value : `${names[value]} (${value})`;
    return JSON.stringify(value);
  };
  return [
    `${claim.kind} ${claim.type}  ${claim.id}`,
    `${claim.source ?? 'no source'}, ${claim.published ?? 'no date'}: ${claim.title ?? '(no title)'}`,
    [
      claim.status,
      ...(claim.standing === 'current' ? [] : [claim.standing]),
      ...(claim.mergedInto === null ? [] : [`into ${claim.mergedInto}`]),
      ...(claim.edited.length > 0 ? [`edited: ${claim.edited.join(', ')}`] : []),
      ...(claim.review ? ['a newer reader says otherwise: look again'] : []),
      claim.reader === null ? 'added by hand' : `read by ${claim.reader}`,
    ].join(' · '),
    '',
    ...Object.entries(fields)
      .filter(([, value]) => value !== null && value !== '' && !(Array.isArray(value) && value.length === 0))
      .map(([name, value]) => `  ${name.padEnd(11)} ${shown(value)}`),
    '',
    ...evidence.map(
      ({ role, prefix, quote, suffix, start, end }) =>
        `  ${role.padEnd(9)} …${one(prefix)} [${one(quote)}] ${one(suffix)}…  ${start}:${end}`,
    ),
  ];
}

export function decisionLine({ id, at, by, act, targets, why, detail, withdrawnBy }: Decision): string {
  const some = targets.slice(0, 3).map(shortId).join(', ');
  const more = targets.length > 3 ? ` and ${targets.length - 3} more` : '';
  const what = ['field', 'value', 'into', 'to', 'relation', 'text', 'claim']
    .filter((name) => detail[name] !== undefined && detail[name] !== null)
    .map(
      (name) =>
        `${name} ${typeof detail[name] === 'string' ? shortId(String(detail[name])) : JSON.stringify(detail[name])}`,
    );
  const said = [some + more, ...what].filter(Boolean).join(' · ');
  return `${id.padEnd(6)} ${at}  ${act} by ${by}: ${said}${why ? `  “${why}”` : ''}${withdrawnBy ? `  (taken back by ${withdrawnBy})` : ''}`;
}

export function historyLines(
  steps: readonly {
    readonly at: string;
    readonly reading: { readonly reader: string; readonly report: string } | null;
    readonly decision: Decision | null;
    readonly held?: Claim | null | undefined;
  }[],
): string[] {
  return steps.flatMap(({ at, reading, decision, held }) => {
    const first = decision
      ? decisionLine(decision)
      : `${''.padEnd(6)} ${at}  read by ${reading?.reader ?? ''}${reading ? ` in ${reading.report}` : ''}`;
    if (held === undefined) return [first];
    if (held === null) return [first, '         nothing is held from here on'];
    const state = [held.status, ...(held.standing === 'current' ? [] : [held.standing])].join(', ');
    return [
      first,
      `         held: ${held.kind} ${held.type}, ${state}, ${partiesOf(held) || 'nobody named'}, “${wordsOf(held).slice(0, 80)}”`,
    ];
  });
}
