// Agents as they come: the protocol's own client over standard input and output, and over HTTP, against a real record.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readingsOf } from '../../../test/support/story.ts';
import { decide, undo } from '../../operations/decide.ts';
import { desk } from '../../operations/desk.ts';
import { openRecord, type Store } from '../../operations/open-record.ts';
import type { Context } from '../../operations/operation.ts';
import { type Served, startServer } from '../api/server.ts';
import { TOOLS } from './tools.ts';

const folder = mkdtempSync(join(tmpdir(), 'recount-mcp-'));
const file = join(folder, 'record.db');
const main = resolve(import.meta.dirname, '../cli/main.ts');
const readings = readingsOf(
  '2026-03-03 Meridian Wire: A missile strike on Halvorsk on Monday killed 14 people, Mayor Ivo Renn said.',
  '2026-03-04 Coast Radio: A missile strike on Halvorsk on Monday killed nine people, Governor Pia Adler said. “We will not sign,” President Ilse Varga said.',
);
let store: Store;
let context: Context;
let served: Served;
let proposing: Served;
const clients: Client[] = [];

interface Answer {
  readonly isError?: boolean;
  readonly content: readonly { readonly text: string }[];
  readonly structuredContent: Record<string, never>;
}

async function connect(
  transport: ConstructorParameters<typeof StreamableHTTPClientTransport>[0] | StdioClientTransport,
) {
  const client = new Client({ name: 'test', version: '1' });
  await client.connect(
    transport instanceof StdioClientTransport ? transport : new StreamableHTTPClientTransport(transport),
  );
  clients.push(client);
  return {
    tools: async () => (await client.listTools()).tools,
    guide: () => client.getInstructions() ?? '',
    call: async (name: string, given: Record<string, unknown>) =>
      (await client.callTool({ name, arguments: given })) as unknown as Answer,
  };
}
type Agent = Awaited<ReturnType<typeof connect>>;
const agents: Record<'stdio' | 'http', Agent> = {} as never;
let proposer: Agent;

beforeAll(async () => {
  store = await openRecord(file);
  await store.add(readings, '2026-03-05T10:00:00.000Z');
  context = { store: async () => store, now: () => '2026-03-05T12:00:00.000Z' };
  served = await startServer({ context, host: '127.0.0.1', port: 0, mcpOnly: true });
  proposing = await startServer({ context, host: '127.0.0.1', port: 0, agent: 'checker' });
  agents.http = await connect(new URL(`${served.url}mcp`));
  proposer = await connect(new URL(`${proposing.url}mcp`));
  agents.stdio = await connect(
    new StdioClientTransport({
      command: process.execPath,
      args: [
        '-e',
        `import(${JSON.stringify(main)}).then(({ main }) => main(['mcp', '--store', ${JSON.stringify(file)}]))`,
      ],
      stderr: 'inherit',
    }),
  );
}, 30_000);
afterAll(async () => {
  for (const client of clients) await client.close();
  await served?.close();
  await proposing?.close();
  await store?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Every span of an answer that names its report: its words must stand there. */
function spansOf(value: unknown, found: { report: string; start: number; end: number; text: string }[] = []) {
  if (Array.isArray(value)) for (const one of value) spansOf(one, found);
  else if (value !== null && typeof value === 'object') {
    const { report, start, end, text, words } = value as Record<string, unknown>;
    const said = typeof text === 'string' ? text : words;
    if (typeof report === 'string' && typeof start === 'number' && typeof said === 'string')
      found.push({ report, start, end: end as number, text: said });
    for (const one of Object.values(value)) spansOf(one, found);
  }
  return found;
}

describe.each(['stdio', 'http'] as const)('over %s', (way) => {
  it('shows tools that read, with schemas both ways, and no other', async () => {
    const tools = await agents[way].tools();
    expect(tools.map(({ name }) => name)).toEqual(TOOLS.map(({ name }) => name));
    for (const one of tools) {
      expect(one.annotations?.readOnlyHint).toBe(true);
      expect(one.inputSchema.type).toBe('object');
      expect(one.outputSchema?.type).toBe('object');
      expect(JSON.stringify(one.inputSchema)).not.toContain('The content of a file');
    }
    expect(tools.find(({ name }) => name === 'search')?.inputSchema.properties?.['limit']).toMatchObject({
      maximum: 1000,
    });
    expect(agents[way].guide()).toContain('Quote words exactly');
  });

  it.each([
    ['incidents', { place: 'Halvorsk' }],
    ['figures', { measure: 'killed' }],
    ['statements', { speaker: 'Varga' }],
    ['as_of', { at: '2026-03-03' }],
  ])('%s answers with words that stand in their reports', async (name, given) => {
    const { structuredContent, content } = await agents[way].call(name, given);
    expect(JSON.parse(content[0]?.text ?? '')).toEqual(structuredContent);
    const spans = spansOf(structuredContent);
    expect(spans.length).toBeGreaterThan(0);
    for (const { report, start, end, text } of spans)
      expect(readings.find((one) => one.report.id === report)?.report.text.slice(start, end)).toBe(text);
  });

  it('goes from a search to the happening to the exact words', async () => {
    const found = await agents[way].call('search', { query: 'missile', kind: 'event' });
    const claims = found.structuredContent['claims'] as unknown as { id: string }[];
    expect(claims.length).toBe(2);
    const happening = await agents[way].call('incident', { id: claims[0]?.id });
    const flags = happening.structuredContent['flags'] as unknown as { name: string }[];
    expect(flags.map(({ name }) => name)).toContain('DISJOINT');
    const exact = await agents[way].call('words', { id: claims[0]?.id, around: 20 });
    const [first] = exact.structuredContent['words'] as unknown as { words: string; before: string; source: string }[];
    expect(readings.some(({ report }) => report.text.includes(`${first?.before}${first?.words}`))).toBe(true);
    expect(['Meridian Wire', 'Coast Radio']).toContain(first?.source);
  });

  it('tells what was known then and what has changed since', async () => {
    const { structuredContent: known } = await agents[way].call('as_of', { at: '2026-03-03' });
    expect(known).toMatchObject({ earlier: { reports: 1, disputed: 0 }, later: { reports: 2, disputed: 1 } });
    const changes = known['changes'] as unknown as {
      change: string;
      differences: { field: string; after: string }[];
    }[];
    expect(changes[0]?.change).toBe('changed');
    expect(changes[0]?.differences).toContainEqual({ field: 'status', before: 'reported', after: 'disputed' });
  });

  it.each([
    ['words', { id: 'rffff.e1-2' }, /report\/unknown/],
    ['incident', { id: 'nothing' }, /incident\/unknown/],
    ['search', { query: 'x', actor: 'Nobody' }, /input\/actor/],
    ['figures', { profile: 'guess' }, /input\/profile/],
  ])('%s says plainly what it cannot answer', async (name, given, says) => {
    const answer = await agents[way].call(name, given);
    expect(answer.isError).toBe(true);
    expect(answer.content[0]?.text).toMatch(says);
    expect(answer.content[0]?.text).not.toMatch(/\.ts:|node_modules/);
  });

  it.each([
    ['search', {}],
    ['search', { query: 'x', limit: 0 }],
    ['incidents', { hostile: true }],
    ['propose', { act: 'reject', targets: ['x'], why: 'x' }],
    ['decide', { act: 'reject', targets: ['x'] }],
  ])('%s refuses what its schema does not allow, or is not there: %j', async (name, given) => {
    const answer = await agents[way].call(name, given).catch((error: Error) => ({ isError: true, error }));
    expect(answer.isError).toBe(true);
  });
});

describe('proposals', () => {
  const claimOf = async () => (await store.claims({ kind: 'figure' }, { limit: 5, after: null })).claims[0]!;

  it('land on the Desk with their words, and never in the record', async () => {
    const { id, evidence } = await claimOf();
    const before = await store.hash();
    const { structuredContent: kept } = await proposer.call('propose', {
      act: 'reject',
      targets: [id],
      why: 'The governor’s office withdrew it.',
    });
    expect(kept).toMatchObject({ id: 'proposal:1', by: 'agent:checker', decision: null });
    expect(await store.hash()).toBe(before);
    const { items } = await desk.run({ limit: 200 }, context);
    expect(items.find((one) => one.id === 'proposal:1')).toMatchObject({
      kind: 'proposal',
      flag: 'PROPOSED',
      words: [{ text: evidence[0]?.quote }],
    });
  });

  it('are taken over in the name of a person, and come back when that is undone', async () => {
    const { id } = await claimOf();
    const open = async () => (await desk.run({ limit: 200 }, context)).items.some((one) => one.id === 'proposal:1');
    const asked = { act: 'accept' as const, targets: ['proposal:1'], by: 'a.k.' };
    const made = await decide.run(asked, context);
    expect(made).toMatchObject({ act: 'reject', targets: [id], by: 'a.k.' });
    expect(made.why).toContain('agent:checker proposed');
    expect((await store.claim(id))?.status).toBe('rejected');
    expect(await open()).toBe(false);
    await expect(decide.run(asked, context)).rejects.toThrow(/settled by d\d+/);
    await undo.run({ ids: [made.id], by: 'a.k.' }, context);
    expect((await store.claim(id))?.status).toBe('open');
    expect(await open()).toBe(true);
    const refused = await decide.run({ ...asked, act: 'reject' }, context);
    expect(refused).toMatchObject({ act: 'reject', targets: ['proposal:1'] });
    expect(await open()).toBe(false);
    expect((await store.claim(id))?.status).toBe('open');
  });

  it.each([
    [{ act: 'reject', targets: ['proposal:1'], why: 'x' }, /a person does that/],
    [{ act: 'reject', targets: ['rffff.e1-2'], why: 'x' }, /report\/unknown/],
    [{ act: 'reject', why: 'x' }, /what is decided upon/],
    [{ act: 'add', kind: 'figure', report: readings[0]?.report.id, words: 'not there', why: 'x' }, /do not stand/],
  ])('are refused when they cannot be decided: %j', async (given, says) => {
    const answer = await proposer.call('propose', given);
    expect(answer.isError).toBe(true);
    expect(answer.content[0]?.text).toMatch(says);
  });

  it('cannot say who proposes', async () => {
    const answer = await proposer
      .call('propose', { act: 'comment', targets: ['x'], text: 'x', why: 'x', by: 'a.k.' })
      .catch(() => ({ isError: true }));
    expect(answer.isError).toBe(true);
  });
});

describe('over HTTP', () => {
  it('answers no page of another site and no other host', async () => {
    const ask = (headers: Record<string, string>) =>
      fetch(`${served.url}mcp`, {
        method: 'POST',
        body: '{}',
        headers: { 'content-type': 'application/json', ...headers },
      });
    expect((await ask({ origin: 'https://elsewhere.example' })).status).toBe(403);
    expect((await fetch(`${served.url}api/reports`)).status).toBe(404);
    const { status } = await ask({});
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
  });
});
