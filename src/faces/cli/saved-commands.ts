// What `recount saved …` does: options in, an operation run, lines or JSON out.
import { saved, savedAdd, savedLook, savedRemove } from '../../operations/saved.ts';
import { openContext } from './context.ts';
import type { Output } from './output.ts';
import { claimTable } from './record-sheet.ts';
import { run, who } from './run-record.ts';

type Given = Record<string, unknown>;

export function listCommand(options: Given, output: Output): Promise<number> {
  return run(saved, { by: who(options) }, options, output, ({ saved: all }) => {
    for (const { id, name, fresh, search } of all)
      output.out(
        `${id}  ${name}  ${fresh} new  ${Object.entries(search)
          .map(([field, value]) => `${field}: ${value}`)
          .join(', ')}\n`,
      );
    if (all.length === 0) output.out('No saved searches yet: recount saved add NAME WORDS\n');
    return 0;
  });
}

export function addCommand(
  name: string,
  query: string | undefined,
  { kind, type, actor, place, from, to, ...options }: Given,
  output: Output,
): Promise<number> {
  const given = Object.entries({ query, kind, type, actor, place, from, to }).filter(
    ([, value]) => value !== undefined,
  );
  const asked = { name, search: Object.fromEntries(given), by: who(options) };
  return run(savedAdd, asked, options, output, ({ id }) => {
    output.out(`${id} is kept; recount saved look shows what comes to match it.\n`);
    return 0;
  });
}

export async function lookCommand(
  ids: readonly string[],
  { keep, ...options }: Given,
  output: Output,
): Promise<number> {
  const by = who(options);
  let all = ids;
  if (all.length === 0) {
    const context = openContext(options['store'] as string | undefined);
    try {
      all = (await saved.run({ by }, context)).saved.map(({ id }) => id);
    } finally {
      await context.close();
    }
  }
  for (const id of all)
    await run(savedLook, { id, keep: keep === true, by }, options, output, ({ name, claims }) => {
      output.out(`${name}: ${claims.length} new\n`);
      if (claims.length > 0) output.out(claimTable(claims, output.width));
      return 0;
    });
  return 0;
}

export function removeCommand(id: string, options: Given, output: Output): Promise<number> {
  return run(savedRemove, { id, by: who(options) }, options, output, () => {
    output.out(`${id} is forgotten.\n`);
    return 0;
  });
}
