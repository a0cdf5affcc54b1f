// `recount incidents`, `incident`, `figures`, `says`, `issues`, `commitments`, `meetings`, `flags`, `why`: the record in, tables or JSON out.
import { readFileSync } from 'node:fs';
import colours from 'picocolors';
import type { z } from 'zod';
import { commitments } from '../../operations/commitments.ts';
import { desk } from '../../operations/desk.ts';
import { figures } from '../../operations/figures.ts';
import { flags } from '../../operations/flags.ts';
import { incident } from '../../operations/incident.ts';
import { incidents } from '../../operations/incidents.ts';
import { issues } from '../../operations/issues.ts';
import type { FigureRow, IncidentRow } from '../../operations/ledger-shapes.ts';
import { calendarOf, meetings } from '../../operations/meetings.ts';
import { type Operation, OperationError } from '../../operations/operation.ts';
import { says } from '../../operations/says.ts';
import { why } from '../../operations/why.ts';
import { openContext } from './context.ts';
import { count } from './dress.ts';
import type { Output } from './output.ts';
import { clip as flat } from './sheet.ts';

export interface LedgerOptions {
  store?: string;
  json?: boolean;
  facts?: string;
  house?: string;
  topics?: string;
  ics?: boolean;
  [field: string]: unknown;
}

type Answer<O extends Operation> = z.output<O['output']>;

/** Runs an operation with what the command line gave, prints its answer, gives the exit code. */
async function run<O extends Operation>(
  operation: O,
  { store, json, facts, house, topics, ics: _ics, ...given }: LedgerOptions,
  output: Output,
  show: (answer: Answer<O>) => string,
): Promise<number> {
  const input = operation.input.safeParse({
    ...given,
    ...(facts === undefined ? {} : { facts: fileOf(facts, 'facts') }),
    ...(topics === undefined ? {} : { topics: fileOf(topics, 'topics') }),
    ...(house === undefined ? {} : { house: fileOf(house, 'house rules') }),
  });
  if (!input.success) {
    const [first] = input.error.issues;
    const field = String(first?.path[0] ?? '');
    const flag = field.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    throw new OperationError(
      `input/${flag}`,
      `--${flag} is ${JSON.stringify(given[field])}; ${first?.message ?? 'that cannot be used'}.`,
    );
  }
  const context = openContext(store);
  try {
    const answer = (await operation.run(input.data, context)) as Answer<O>;
    output.out(json ? `${JSON.stringify(answer)}\n` : show(answer));
    return 0;
  } finally {
    await context.close();
  }
}

function fileOf(path: string, of: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new OperationError('input/unreadable', `${path}: there is no such file of ${of}, or it cannot be read.`, {
      cause,
    });
  }
}

export const deskCommand = (options: LedgerOptions, output: Output): Promise<number> =>
  run(desk, options, output, ({ items, open, done }: Answer<typeof desk>) => {
    const width = Math.max(60, Math.min(output.width, 160));
    if (items.length === 0) return `Nothing needs a decision; ${done} decided so far.\n`;
    const lines = items.flatMap(({ flag, title, why, words }) => [
      clip(`${flag.padEnd(9)} ${title}: ${why}`, width),
      ...words.map(({ text, report }) => clip(`  “${text}”  ${report.slice(0, 9)}`, width)),
    ]);
    return `${lines.join('\n')}\n${open} open, ${done} decided; decide on the page (recount serve) or with recount decide\n`;
  });

export const incidentsCommand = (options: LedgerOptions, output: Output): Promise<number> =>
  run(incidents, options, output, ({ incidents: rows, total, next }: Answer<typeof incidents>) => {
    if (rows.length === 0) return 'No incidents. Add reports (recount add), or ask for less.\n';
    const paint = colours.createColors(output.colour);
    const width = Math.max(60, Math.min(output.width, 160));
    const lines = rows.flatMap((row) => {
      const several = row.reports > 1 ? `${row.reports} reports, ${row.origins} origins` : '';
      const flagged = row.flags.filter((name) => name !== 'UPDATE').join(' ');
      const about = [
        `${kindOf(row)} · ${row.where?.name ?? 'place unknown'}`,
        row.killed && `${range(row.killed)} killed`,
        row.injured && `${range(row.injured)} injured`,
        several,
        flagged,
        row.who.length + row.whom.length > 0 ? whoToWhom(row) : '',
      ].filter(Boolean);
      return [
        clip(`${days(row.when).padEnd(LEFT)} ${about.join(' · ')}`, width),
        paint.dim(`${shortId(row.id).padEnd(LEFT)} ${flat(`“${row.words.text}”`, width - LEFT - 1)}`),
      ];
    });
    const rest = next === null ? '' : `; go on with --after ${next}`;
    const most = total > rows.length ? '; --reports 2 shows what several reports tell' : '';
    return `${lines.join('\n')}\n${rows.length} of ${total} incidents${rest}${most}\n`;
  });

export const incidentCommand = (id: string, options: LedgerOptions, output: Output): Promise<number> =>
  run(incident, { ...options, id }, output, (answer: Answer<typeof incident>) => {
    const paint = colours.createColors(output.colour);
    const { incident: row } = answer;
    const width = Math.max(60, Math.min(output.width, 160));
    const outlet = (claim: string) => {
      const cell = answer.cells.find(({ report }) => claim.startsWith(report));
      return `${cell?.source ?? 'source unknown'} ${cell?.published?.slice(5, 10) ?? ''}`.trimEnd();
    };
    const lines = [
      paint.bold(`${kindOf(row)} · ${row.where?.name ?? 'place unknown'} · ${days(row.when)} · ${row.status}`),
      `${whoToWhom(row)}    ${row.reports} reports, ${row.copies} of them copies, ${row.origins} origins    ${paint.dim(row.id)}`,
    ];
    for (const cells of answer.cells) {
      lines.push(
        '',
        paint.cyan(
          clip(
            `${cells.published?.slice(0, 10) ?? 'no date'} · ${cells.source ?? 'source unknown'} · ${cells.title ?? '(no title)'}${cells.copyOf ? ' · a copy' : ''}`,
            width,
          ),
        ),
      );
      for (const name of ['what', 'who', 'whom', 'when', 'where'] as const) {
        const cell = cells[name];
        if (cell) lines.push(clip(`  ${name.padEnd(8)} ${cell.value}  “${cell.words.text}”`, width));
      }
      for (const name of ['killed', 'injured'] as const)
        for (const cell of cells[name]) lines.push(clip(`  ${name.padEnd(8)} “${cell.value}”`, width));
    }
    lines.push(...seriesLines(answer.series, width, paint), ...flagLines(answer.flags, width));
    if (answer.ties.length > 0)
      lines.push(
        '',
        paint.bold('WHY ONE'),
        ...answer.ties.map(({ a, b, points, reasons }) =>
          clip(`  ${points.toFixed(1)} points, ${outlet(a)} and ${outlet(b)}: ${reasons.join(', ')}`, width),
        ),
      );
    if (answer.proposals.length > 0)
      lines.push(
        '',
        paint.bold('MAYBE THE SAME'),
        ...answer.proposals.map((one) => clip(`  ${shortId(one.incident)}  ${one.reasons.join(', ')}`, width)),
      );
    if (answer.parts.length > 0)
      lines.push(
        '',
        paint.bold('LINKED'),
        ...answer.parts.map((one) => clip(`  ${one.relation}  ${shortId(one.incident)}  ${one.reason}`, width)),
      );
    return `${lines.join('\n')}\n`;
  });

export const figuresCommand = (options: LedgerOptions, output: Output): Promise<number> =>
  run(figures, options, output, ({ incidents: rows, total }: Answer<typeof figures>) => {
    if (rows.length === 0) return 'No figures. Add reports (recount add), or ask for less.\n';
    const paint = colours.createColors(output.colour);
    const width = Math.max(60, Math.min(output.width, 160));
    const lines: string[] = [];
    for (const { incident: row, series } of rows) {
      if (lines.length > 0) lines.push('');
      lines.push(
        paint.bold(
          clip(
            `${kindOf(row)} · ${row.where?.name ?? 'place unknown'} · ${days(row.when)} · ${shortId(row.id)}`,
            width,
          ),
        ),
        ...seriesLines(series, width, paint),
      );
    }
    return `${lines.join('\n')}\n\n${rows.length} of ${total} incidents with such figures\n`;
  });

export const saysCommand = (speaker: string | undefined, options: LedgerOptions, output: Output): Promise<number> =>
  run(
    says,
    { ...options, ...(speaker === undefined ? {} : { speaker }) },
    output,
    ({ said, silent, total }: Answer<typeof says>) => {
      if (total === 0) return 'Nobody said so. Ask for less, or add reports (recount add).\n';
      const paint = colours.createColors(output.colour);
      const width = Math.max(60, Math.min(output.width, 160));
      const lines: string[] = [];
      let last = '';
      for (const row of said) {
        const head = `${row.published?.slice(0, 10) ?? 'no date'} · ${row.speaker ?? 'not named'}`;
        if (head !== last) lines.push(paint.cyan(head));
        last = head;
        const about = [
          row.stance,
          row.act === 'say' ? null : row.act,
          row.addressee && `to ${row.addressee}`,
          row.channel && `in ${row.channel}`,
          row.outlet,
        ]
          .filter(Boolean)
          .join(' · ');
        const words = row.words.map(({ text }) => text).join(' … ');
        lines.push(
          clip(`  ${row.form === 'direct' ? `“${words}”` : words}`, width),
          paint.dim(clip(`    ${about}`, width)),
        );
        if (row.condition) lines.push(clip(`    condition: “${row.condition.text}”`, width));
      }
      if (silent.length > 0) lines.push(`silent on it: ${silent.join(', ')}`);
      return `${lines.join('\n')}\n${said.length} of ${total} statements\n`;
    },
  );

export const issuesCommand = (options: LedgerOptions, output: Output): Promise<number> =>
  run(issues, options, output, ({ issues: rows, total }: Answer<typeof issues>) => {
    if (rows.length === 0)
      return 'No issues: nobody said anything of that. Add reports (recount add), or ask for less.\n';
    const paint = colours.createColors(output.colour);
    const width = Math.max(60, Math.min(output.width, 160));
    const lines = rows.flatMap((row) => [
      paint.bold(clip(`${row.name} · ${count(row.statements, 'statement')}, ${count(row.speakers, 'speaker')}`, width)),
      paint.dim(clip(`  ${row.id} · ${row.terms.join(', ')}`, width)),
      ...row.stands.flatMap(({ speaker, stance, condition, words, published }) => [
        clip(
          `  ${stance.padEnd(11)} ${speaker}, ${published?.slice(0, 10) ?? 'no date'}: ${words.map(({ text }) => text).join(' … ')}`,
          width,
        ),
        ...(condition ? [clip(`              condition: “${condition.text}”`, width)] : []),
      ]),
    ]);
    return `${lines.join('\n')}\n${rows.length} of ${total} issues; recount says SPEAKER --about NAME tells all that was said\n`;
  });

export const commitmentsCommand = (options: LedgerOptions, output: Output): Promise<number> =>
  run(commitments, options, output, ({ commitments: rows }: Answer<typeof commitments>) => {
    if (rows.length === 0) return 'No promises in the record.\n';
    const width = Math.max(60, Math.min(output.width, 160));
    return `${rows
      .flatMap((row) => [
        clip(
          `${row.fate.toUpperCase().padEnd(9)} ${row.kind} · ${row.by.join(', ')} · made ${row.made?.slice(0, 10) ?? 'no date'}${row.deadline ? ` · by ${row.deadline}` : ''}`,
          width,
        ),
        clip(`  “${row.promise.text}”`, width),
        row.settledBy ? clip(`  then “${row.settledBy.text}”`, width) : `  ${row.why}`,
      ])
      .join('\n')}\n`;
  });

export const meetingsCommand = ({ ics, ...options }: LedgerOptions, output: Output): Promise<number> =>
  run(meetings, options, output, ({ meetings: rows }: Answer<typeof meetings>) => {
    if (ics) return calendarOf(rows, new Date().toISOString());
    if (rows.length === 0) return 'No meetings in the record.\n';
    const width = Math.max(60, Math.min(output.width, 160));
    return `${rows
      .flatMap((row) => [
        clip(
          `${row.state.toUpperCase().padEnd(9)} ${days(row.when)} · ${row.place ?? 'place unknown'} · ${row.parties.join(', ')}`,
          width,
        ),
        ...row.steps.map((step) =>
          clip(`  ${step.published?.slice(0, 10) ?? 'no date'} ${step.state.padEnd(9)} “${step.words.text}”`, width),
        ),
      ])
      .join('\n')}\n`;
  });

export const flagsCommand = (options: LedgerOptions, output: Output): Promise<number> =>
  run(flags, options, output, ({ flags: rows }: Answer<typeof flags>) =>
    rows.length === 0
      ? 'No flags: nothing in the record contradicts itself.\n'
      : `${flagLines(rows, Math.max(60, Math.min(output.width, 160)))
          .slice(2)
          .join('\n')}\n`,
  );

export const whyCommand = (id: string, options: LedgerOptions, output: Output): Promise<number> =>
  run(why, { ...options, id }, output, ({ kind, reasons, words }: Answer<typeof why>) => {
    const width = Math.max(60, Math.min(output.width, 160));
    return `${[kind, ...reasons.map((one) => clip(`  ${one}`, width)), ...words.map((one) => wordsLine(one, width))].join('\n')}\n`;
  });

/** Cut at the terminal's edge, with its indentation kept. */
function clip(line: string, width: number): string {
  const indent = /^ */.exec(line)?.[0] ?? '';
  return indent + flat(line.slice(indent.length), width - indent.length);
}

type Paint = ReturnType<typeof colours.createColors>;

function seriesLines(series: Answer<typeof incident>['series'], width: number, paint: Paint): string[] {
  const lines: string[] = [];
  for (const { measure, group, scope, claims, estimates, differences } of series) {
    lines.push('', paint.bold([measure, group ?? 'all', scope && `“${scope}”`].filter(Boolean).join(' · ')));
    for (const claim of claims) lines.push(clip(claimLine(claim), width));
    if (estimates.length > 0)
      lines.push(
        clip(
          `  ${estimates.map((one) => `${one.profile} ${range(one)}${one.grade ? ` ${one.grade}` : ''}`).join('   ')}`,
          width,
        ),
      );
    for (const rule of differences) lines.push(paint.dim(clip(`    ${rule}`, width)));
  }
  return lines;
}

function claimLine({ asserted, words, chain, current, superseded, partial, flags: names }: FigureRow): string {
  const who = chain.speaker ?? chain.printed ?? 'the report itself';
  const state = superseded ? 'corrected' : partial ? 'part' : current ? 'current' : 'older';
  return `  ${asserted?.slice(0, 10) ?? 'no date   '}  ${clip(words.text, 24).padEnd(24)} ${clip(who, 20).padEnd(20)} ${clip(chain.outlet ?? '—', 18).padEnd(18)} ${state.padEnd(9)} ${chain.class}  ${names.join(' ')}`;
}

function flagLines(rows: Answer<typeof incident>['flags'], width: number): string[] {
  if (rows.length === 0) return [];
  return [
    '',
    'FLAGS',
    ...rows.flatMap(({ name, reason, words }) => [
      clip(`${name.padEnd(10)} ${reason}`, width),
      ...words.map((one) => wordsLine(one, width)),
    ]),
  ];
}

/** Words with where they stand; a long quotation is cut, not its source. */
function wordsLine(
  { text, report, start, end, source, published }: Answer<typeof why>['words'][number],
  width: number,
): string {
  const where = `${source ?? 'source unknown'}, ${published?.slice(0, 10) ?? 'no date'} · ${report.slice(0, 9)} ${start}:${end}`;
  return `  ${flat(`“${text}”`, Math.max(20, width - where.length - 4))}  ${where}`;
}

const shortId = (id: string): string => (id.length > 22 ? id.replace(/^(i?r[0-9a-f]{8})[0-9a-f]+/, '$1') : id);
const days = (when: IncidentRow['when']): string =>
  when === null
    ? 'day unknown'
    : `${when.stated ? '' : '~'}${when.from === when.to ? when.from : `${when.from} – ${sameStart(when)}`}`;
/** Columns for the day and the id before what an incident is. */
const LEFT = 25;
const whoToWhom = ({ who, whom }: IncidentRow): string => `${names(who)} → ${names(whom)}`;
/** The last day without what it has in common with the first: 2026-03-17 – 19. */
const sameStart = ({ from, to }: { from: string; to: string }): string =>
  from.slice(0, 8) === to.slice(0, 8) ? to.slice(8) : from.slice(0, 5) === to.slice(0, 5) ? to.slice(5) : to;
const kindOf = ({ type, mode }: IncidentRow): string => (mode === null ? type : `${type} ${mode}`);
const names = (list: readonly { name: string }[]): string =>
  list.length === 0 ? '—' : list.map(({ name }) => name).join(', ');

/** "9", "9–14", "≥ 12": the numbers of an estimate as people write them. */
function range(one: { low: number | null; best: number | null; high: number | null } | null): string {
  if (!one) return '';
  const { low, best, high } = one;
  const bounds = low === high || high === null ? `${low ?? ''}` : `${low ?? 0}–${high}`;
  return best === null || best === low || best === high ? bounds : `${bounds} (best ${best})`;
}
