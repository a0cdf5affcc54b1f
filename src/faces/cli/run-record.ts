// What the commands over a record do: options in, an operation run, a table or JSON out.
import { userInfo } from 'node:os';
import type { z } from 'zod';
import { changes } from '../../operations/changes.ts';
import { claim } from '../../operations/claim.ts';
import { claims } from '../../operations/claims.ts';
import { counts } from '../../operations/counts.ts';
import { decide, undo } from '../../operations/decide.ts';
import { actors, places } from '../../operations/entities.ts';
import { decisions, history } from '../../operations/history.ts';
import { keepMemorySteady } from '../../operations/intake/steady-memory.ts';
import { doctor, rebuild, verify } from '../../operations/keeping.ts';
import type { Operation } from '../../operations/operation.ts';
import { OperationError } from '../../operations/operation.ts';
import { diff, reread } from '../../operations/reread.ts';
import { search } from '../../operations/search.ts';
import { openContext } from './context.ts';
import { count } from './dress.ts';
import { table } from './list-command.ts';
import type { Output } from './output.ts';
import { UsageError } from './output.ts';
import { claimLines, claimTable, decisionLine, historyLines } from './record-sheet.ts';

type Given = Record<string, unknown>;

/** Runs an operation on the record that the options name; `print` writes what people read, and may give an exit code. */
export async function run<I extends z.ZodType, O extends z.ZodType>(
  operation: Operation<I, O>,
  given: Given,
  { store, json }: Given,
  output: Output,
  print: (result: z.output<O>) => number | undefined,
): Promise<number> {
  const input = operation.input.safeParse(
    Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
  );
  if (!input.success) {
    const [issue] = input.error.issues;
    const name = String(issue?.path[0] ?? '').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    throw new OperationError(
      'input/option',
      `--${name} is ${JSON.stringify(given[String(issue?.path[0])])}: ${issue?.message}.`,
    );
  }
  const context = openContext(store as string | undefined);
  try {
    const result = await operation.run(input.data, context);
    if (!json) return print(result) ?? 0;
    output.out(`${JSON.stringify(result)}\n`);
    return exitOf(operation.name, result);
  } finally {
    await context.close();
  }
}

/** 1 where a check found something, also with --json. */
function exitOf(name: string, result: unknown): number {
  const found = result as { changed?: unknown[]; lost?: unknown[]; texts?: unknown[]; troubles?: unknown[] };
  if (name === 'verify')
    return (found.changed?.length ?? 0) + (found.lost?.length ?? 0) + (found.texts?.length ?? 0) > 0 ? 1 : 0;
  return name === 'doctor' && (found.troubles?.length ?? 0) > 0 ? 1 : 0;
}

const goOn = (next: string | null) => (next === null ? '' : `; go on with --after ${next}`);
export const who = (options: Given): string => {
  const named = options['by'];
  if (typeof named === 'string' && named !== '') return named;
  try {
    return userInfo().username;
  } catch {
    throw new UsageError('say who decides with --by NAME, or set RECOUNT_BY');
  }
};

export function searchCommand(query: string, { reports, ...options }: Given, output: Output): Promise<number> {
  return run(search, { ...options, query, of: reports ? 'reports' : 'claims' }, options, output, (found) => {
    if (reports) {
      for (const { id, title, source, published, extract } of found.reports)
        output.out(
          `${id.slice(0, 9)}  ${published?.slice(0, 10) ?? 'no date'}  ${source ?? ''}  ${title ?? '(no title)'}\n    ${extract}\n`,
        );
      output.out(
        found.reports.length === 0
          ? `No report has “${query}”.\n`
          : `${count(found.reports.length, 'report')}${goOn(found.next)}\n`,
      );
      return 0;
    }
    if (found.claims.length === 0) {
      output.out(`No claim has “${query}”. Whole reports: recount search ${JSON.stringify(query)} --reports\n`);
      return 0;
    }
    output.out(claimTable(found.claims, output.width));
    output.out(`${count(found.claims.length, 'claim')}${goOn(found.next)}\n`);
    return 0;
  });
}

export function claimsCommand(options: Given, output: Output): Promise<number> {
  return run(claims, options, options, output, (page) => {
    if (page.claims.length === 0) output.out('No such claims.\n');
    else
      output.out(`${claimTable(page.claims, output.width)}${count(page.claims.length, 'claim')}${goOn(page.next)}\n`);
    return 0;
  });
}

export function claimCommand(id: string, options: Given, output: Output): Promise<number> {
  return run(claim, { ...options, id }, options, output, (held) => {
    output.out(`${claimLines(held).join('\n')}\n`);
    return 0;
  });
}

export function countsCommand(options: Given, output: Output): Promise<number> {
  return run(counts, options, options, output, ({ counts: rows }) => {
    if (rows.length === 0) {
      output.out('No events to count.\n');
      return 0;
    }
    const by = String(options['by'])
      .split(',')
      .map((one) => one.trim());
    const cell = (row: (typeof rows)[number], column: string): string => {
      if (column === 'month') return row.month ?? 'no date';
      if (column === 'source') return row.sourceName ?? row.source ?? 'not named';
      if (column === 'target') return row.targetName ?? row.target ?? 'not named';
      return row.type ?? '';
    };
    output.out(
      table(
        ['events', ...by],
        rows.map((row) => [String(row.count), ...by.map((column) => cell(row, column))]),
        output.width,
      ),
    );
    return 0;
  });
}

export async function entitiesCommand(
  what: 'actors' | 'places',
  name: string,
  options: Given,
  output: Output,
): Promise<number> {
  const show = (rows: readonly { id: string; name: string; country: string | null; mergedInto: string | null }[]) => {
    if (rows.length === 0)
      output.out(name ? `The record knows none called “${name}”.\n` : `The record has no ${what}.\n`);
    else
      output.out(
        table(
          ['id', 'name', 'country', 'merged into'],
          rows.map((row) => [row.id, row.name, row.country ?? '', row.mergedInto ?? '']),
          output.width,
        ),
      );
    return 0;
  };
  return what === 'actors'
    ? run(actors, { ...options, name }, options, output, (found) => show(found.actors))
    : run(places, { ...options, name }, options, output, (found) => show(found.places));
}

/** JSON where it is JSON, else the words as they are: `--value rockets`, `--value 14`, `--value '["state:VLM"]'`. */
export function valueGiven(given: string): unknown {
  try {
    return JSON.parse(given) as unknown;
  } catch {
    return given;
  }
}

export function decideCommand(
  act: string,
  targets: readonly string[],
  options: Given,
  output: Output,
): Promise<number> {
  const { value, set, ...rest } = options;
  const fields = Object.fromEntries(
    ((set as string[] | undefined) ?? []).map((one) => {
      const at = one.indexOf('=');
      if (at < 1) throw new UsageError(`--set is “${one}”; write it as field=value, such as --set measure=killed`);
      return [one.slice(0, at), valueGiven(one.slice(at + 1))];
    }),
  );
  const given = {
    ...rest,
    act,
    targets,
    by: who(options),
    ...(typeof value === 'string' ? { value: valueGiven(value) } : {}),
    ...(set ? { fields } : {}),
  };
  return run(decide, given, options, output, (decision) => {
    output.out(`${decisionLine(decision)}\nUndo it with: recount undo ${decision.id}\n`);
    return 0;
  });
}

export function undoCommand(ids: readonly string[], options: Given, output: Output): Promise<number> {
  const given = { ids, by: who(options), why: options['why'], dependants: options['withDependants'] };
  return run(undo, given, options, output, (decision) => {
    output.out(`${decisionLine(decision)}\nBring it back with: recount undo ${decision.id}\n`);
    return 0;
  });
}

export function decisionsCommand(options: Given, output: Output): Promise<number> {
  return run(decisions, options, options, output, (page) => {
    for (const decision of page.decisions) output.out(`${decisionLine(decision)}\n`);
    output.out(
      page.decisions.length === 0
        ? 'No decisions yet.\n'
        : `${count(page.decisions.length, 'decision')}${goOn(page.next)}\n`,
    );
    return 0;
  });
}

export function historyCommand(id: string, options: Given, output: Output): Promise<number> {
  return run(history, { id }, options, output, ({ steps }) => {
    output.out(`${historyLines(steps).join('\n')}\n`);
    return 0;
  });
}

export function changesCommand(options: Given, output: Output): Promise<number> {
  return run(changes, options, options, output, ({ entries, next, more }) => {
    for (const { cursor, at, by, act, changes: list } of entries) {
      const told = [...Map.groupBy(list, (one) => one.change)]
        .map(([change, some]) => `${some.length} ${change}`)
        .join(', ');
      output.out(`${cursor.padStart(7)}  ${at}  ${act.padEnd(8)} ${by}  ${told || 'no claim changed'}\n`);
    }
    output.out(`${more ? 'More' : 'Later ones'}: recount changes --after ${next}\n`);
    return 0;
  });
}

export async function rereadCommand({ limit, ...options }: Given, output: Output): Promise<number> {
  const context = openContext(options['store'] as string | undefined, 'keep');
  const most = limit === undefined ? Number.POSITIVE_INFINITY : Number(limit);
  if (!(most >= 1))
    throw new OperationError('input/option', `--limit is ${JSON.stringify(limit)}; give a whole number from 1.`);
  keepMemorySteady();
  const sum = { reread: 0, changed: 0, added: 0, removed: 0, altered: 0 };
  let reader = '';
  try {
    for (let after: string | undefined; ; ) {
      const one = await reread.run({ limit: Math.min(200, most - sum.reread), after }, context);
      reader = one.reader;
      for (const name of Object.keys(sum) as (keyof typeof sum)[]) sum[name] += one[name];
      if (output.live && !options['json']) output.err(`\r${sum.reread} reports read again`);
      if (one.next === null || sum.reread >= most) break;
      after = one.next;
    }
  } finally {
    await context.close();
  }
  if (output.live && !options['json']) output.err('\n');
  output.out(
    options['json']
      ? `${JSON.stringify({ reader, ...sum })}\n`
      : `${count(sum.reread, 'report')} read again by ${reader}: ${sum.changed} differ, with ${sum.added} claims added, ${sum.removed} removed, ${sum.altered} altered.\n`,
  );
  return 0;
}

export function diffCommand({ reader, ...options }: Given, output: Output): Promise<number> {
  const [older, newer, ...more] = reader as string[];
  if (older === undefined || newer === undefined || more.length > 0)
    throw new UsageError('--reader takes two versions, such as --reader 0.1.0 0.2.0');
  return run(diff, { ...options, older, newer }, options, output, ({ compared, reports, next }) => {
    for (const { report, title, changes: list } of reports) {
      output.out(`${report.slice(0, 9)}  ${title ?? '(no title)'}\n`);
      for (const { change, kind, words, fields } of list) {
        const sign = change === 'added' ? '+' : change === 'removed' ? '-' : '~';
        output.out(`  ${sign} ${kind} “${words.replace(/\s+/g, ' ').slice(0, 70)}”\n`);
        for (const [name, [one, two]] of Object.entries(fields ?? {}))
          output.out(`      ${name}: ${JSON.stringify(one)} → ${JSON.stringify(two)}\n`);
      }
    }
    output.out(`${reports.length} of ${count(compared, 'report')} differ${goOn(next)}\n`);
    return 0;
  });
}

export function verifyCommand(options: Given, output: Output): Promise<number> {
  return run(verify, {}, options, output, (found) => {
    const { exact, changed, lost, texts } = found;
    for (const { claim: id, quote, found: at } of [...changed, ...lost])
      output.out(`${at === null ? 'lost   ' : `now at ${at}`}  ${id}  “${quote.slice(0, 60)}”\n`);
    for (const report of texts) output.out(`the text of ${report} is not what it was when it was read\n`);
    output.out(`${exact} exact, ${changed.length} changed, ${lost.length} lost.\n`);
    return exitOf('verify', found);
  });
}

export function doctorCommand(options: Given, output: Output): Promise<number> {
  return run(doctor, {}, options, output, (seen) => {
    const held = Object.entries(seen.counts).map(([name, n]) => `${n.toLocaleString('en')} ${name}`);
    output.out(
      `${seen.address}: ${seen.engine}, ${(seen.bytes / 1e6).toFixed(1)} MB, tables of version ${seen.version}\n${held.join(', ')}\n`,
    );
    for (const trouble of seen.troubles) output.out(`! ${trouble}\n`);
    if (seen.troubles.length === 0) output.out('Nothing is wrong.\n');
    return exitOf('doctor', seen);
  });
}

export function rebuildCommand(options: Given, output: Output): Promise<number> {
  keepMemorySteady();
  return run(rebuild, {}, options, output, ({ entries, before, after }) => {
    output.out(
      `Made again from ${entries} readings and decisions. ${before === after ? `The record is the same: ${after}` : `The record was ${before} and is ${after}`}\n`,
    );
    return 0;
  });
}

export async function backupCommand(file: string, options: Given, output: Output): Promise<number> {
  const context = openContext(options['store'] as string | undefined);
  try {
    const store = await context.store();
    await store.backup(file);
    output.out(
      options['json'] ? `${JSON.stringify({ file, from: store.address })}\n` : `The record is copied into ${file}.\n`,
    );
    return 0;
  } finally {
    await context.close();
  }
}
