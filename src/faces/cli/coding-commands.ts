// What `recount coding …` and `recount agreement` do: options in, an operation run, lines or JSON out.
import { agreement } from '../../operations/coding/agreement.ts';
import { coding, codingDone, codingJudge, codingStart } from '../../operations/coding/coding.ts';
import { table } from './list-command.ts';
import type { Output } from './output.ts';
import { run, who } from './run-record.ts';

type Given = Record<string, unknown>;

export function listCommand(name: string | undefined, options: Given, output: Output): Promise<number> {
  const asked = name === undefined ? {} : { coding: name, coder: who(options), left: true, limit: options['limit'] };
  return run(coding, asked, options, output, ({ codings, items, next }) => {
    for (const one of codings) {
      output.out(`${one.name}: ${one.reports} reports, ${one.claims} claims, ${one.open ? 'open' : 'closed'}\n`);
      for (const { name: coder, judged, done } of one.coders)
        output.out(`  ${coder}: ${judged} judged${done === null ? '' : `, done ${done.slice(0, 10)}`}\n`);
    }
    if (codings.length === 0)
      output.out('No double codings yet: recount coding start NAME --coder A --coder B --share 0.15\n');
    for (const { claim } of items)
      output.out(
        `${claim.id}  ${claim.kind} ${claim.type}  “${claim.evidence[0]?.quote.replace(/\s+/g, ' ').slice(0, 80)}”\n`,
      );
    if (next !== null) output.out('More are left: --limit shows more.\n');
    return 0;
  });
}

export function startCommand(
  name: string,
  reports: readonly string[],
  { coder, share, ...options }: Given,
  output: Output,
): Promise<number> {
  const asked = {
    coding: name,
    coders: coder,
    reports,
    by: who(options),
    ...(share === undefined ? {} : { share: Number(share) }),
  };
  return run(codingStart, asked, options, output, ({ reports: some, claims, coders }) => {
    output.out(`${name}: ${claims} claims of ${some} reports, for ${coders.map((one) => one.name).join(' and ')}.\n`);
    return 0;
  });
}

export function judgeCommand(
  name: string,
  claim: string,
  verdict: string,
  { type, note, ...options }: Given,
  output: Output,
): Promise<number> {
  return run(
    codingJudge,
    { coding: name, claim, verdict, type, note, by: who(options) },
    options,
    output,
    ({ judged, left }) => {
      output.out(`${judged} judged, ${left} left.\n`);
      return 0;
    },
  );
}

export function doneCommand(name: string, options: Given, output: Output): Promise<number> {
  return run(codingDone, { coding: name, by: who(options) }, options, output, ({ open }) => {
    output.out(
      open ? 'Done. The others are still at it.\n' : `All are done: recount agreement ${JSON.stringify(name)}\n`,
    );
    return 0;
  });
}

const share = (value: number | null) => (value === null ? '—' : value.toFixed(2));

export function agreementCommand(name: string, options: Given, output: Output): Promise<number> {
  return run(agreement, { coding: name }, options, output, ({ kinds, disagreements }) => {
    const rows = kinds.map(({ kind, verdict, type, match }) => [
      kind, String(verdict.units), share(verdict.percent), share(verdict.kappa), share(verdict.alpha), share(type.percent), share(type.alpha), share(match),
    ]); // biome-ignore format: a row
    output.out(
      table(['kind', 'claims', 'same', 'kappa', 'alpha', 'same type', 'alpha of type', 'match F1'], rows, output.width),
    );
    for (const { claim, kind, words, said } of disagreements) {
      output.out(
        `${claim ?? `${words.report} ${words.start}:${words.end}`}  ${kind}  “${words.text.replace(/\s+/g, ' ').slice(0, 70)}”\n`,
      );
      for (const { coder, verdict, type, note } of said)
        output.out(`    ${coder}: ${verdict}${type === null ? '' : ` (${type})`}${note === null ? '' : `: ${note}`}\n`);
    }
    output.out(`${disagreements.length} disagreements.\n`);
    return 0;
  });
}
