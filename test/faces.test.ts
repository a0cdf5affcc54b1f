// All faces are one set of operations: each can be reached from the command line and the API, and the page's from both.
import { describe, expect, it } from 'vitest';
import { ROUTES } from '../src/faces/api/routes.ts';
import { main } from '../src/faces/cli/main.ts';
import { OPERATIONS } from '../src/operations/operations.ts';

function listener() {
  const written = { out: '', err: '' };
  const output = {
    out(text: string) {
      written.out += text;
    },
    err(text: string) {
      written.err += text;
    },
    width: 100,
    colour: false,
    live: false,
  };
  return { written, output };
}

/** `people-add` is the command `people add`. */
const commandOf = (name: string) => name.replace(/^(people|coding|release|saved)-/, '$1 ').split(' ');

describe('faces', () => {
  it.each(OPERATIONS.map(({ name }) => name))('%s is a command with help and an example', async (name) => {
    const { written, output } = listener();
    expect(await main([...commandOf(name), '--help'], output)).toBe(0);
    expect(written.out).toContain(`recount ${commandOf(name).join(' ')}`);
    expect(written.out).toContain('Example:');
  });

  it.each(OPERATIONS.map(({ name }) => name))('%s is a path of the API', (name) => {
    expect(ROUTES.filter(({ operation }) => operation.name === name)).toHaveLength(1);
  });

  it('no path of the API is without an operation', () => {
    for (const { operation } of ROUTES) expect(OPERATIONS.map(({ name }) => name)).toContain(operation.name);
  });
});

describe('wrong use of the command line', () => {
  it.each([
    [['raed', 'x.txt'], 2, /Did you mean read/],
    [['read'], 2, /say what to read/],
    [['read', 'no-such-file.txt'], 1, /no-such-file\.txt: there is no such file/],
    [['read', 'src'], 1, /src is a folder/],
    [['read', 'README.md', '--published', 'yesterday'], 1, /yesterday/],
    [['read', 'http://127.0.0.1/'], 1, /127\.0\.0\.1 is an address inside/],
    [['read', 'http://[::1]/'], 1, /inside this machine/],
    [['read', 'http://0x7f.1/'], 1, /inside this machine/],
    [['list', '--limit', 'many', '--store', ':memory:'], 1, /--limit is "many"/],
    [['list', '--store', 'README.md'], 3, /not a Recount record/],
    [['show', 'r123', '--store', ':memory:'], 1, /no report “r123”/],
    [['serve', '--port', '99999', '--store', ':memory:'], 2, /--port is "99999"/],
  ])('%j exits with %i and says why', async (args, code, message) => {
    const { written, output } = listener();
    expect(await main(args, output)).toBe(code);
    expect(written.err).toMatch(message);
    expect(written.err).not.toMatch(/^\s+at /m);
    expect(written.out).toBe('');
  });

  it('answers in JSON when JSON was asked for', async () => {
    const { written, output } = listener();
    expect(await main(['read', 'no-such-file.txt', '--json'], output)).toBe(1);
    expect(JSON.parse(written.out)).toMatchObject({ ok: false, error: { code: 'input/unreadable' } });
  });
});
