// The docs are the code: every field of a reading, every operation and every command has its place in them.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROUTES } from '../src/faces/api/routes.ts';
import { OPERATIONS } from '../src/operations/operations.ts';
import { NEEDS } from '../src/operations/people/role.ts';
import { readingJsonSchema } from '../src/reading/schema.ts';
import { version } from '../src/reading/version.ts';

const root = resolve(import.meta.dirname, '..');
const page = (name: string) => readFileSync(join(root, name), 'utf8');
const section = (text: string, heading: string) =>
  text.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? '';

interface Schema {
  readonly properties?: Record<string, unknown>;
  readonly $defs?: Record<string, Schema>;
}

describe('docs/reading.md', () => {
  const schema = readingJsonSchema() as Schema;
  const kinds = Object.entries(schema.$defs ?? {}).filter(([name]) => name !== 'Span');
  const text = page('docs/reading.md');
  it('sees the schema', () => expect(kinds.length).toBe(9));
  it.each(kinds)('describes every field of %s', (name, { properties = {} }) => {
    const part = section(text, name);
    expect(part).not.toBe('');
    expect(Object.keys(properties).filter((field) => !part.includes(`\`${field}\``))).toEqual([]);
  });
});

describe('docs/commands.md and docs/api.md', () => {
  it.each(OPERATIONS.map(({ name }) => name))('describe the operation %s', (name) => {
    const [command = '', ...rest] = name.replace(/^(people|coding|release|saved)-/, '$1 ').split(' ');
    expect(section(page('docs/commands.md'), command)).toContain(`recount ${[command, ...rest].join(' ')}`);
    expect(page('docs/api.md')).toContain(`| \`${name}\` |`);
  });
  it('name every path', () => {
    for (const { method, path } of ROUTES) expect(page('docs/api.md')).toContain(`${method.toUpperCase()} ${path}`);
  });
});

describe('docs/people.md', () => {
  it('tells the role of every operation', () => {
    const rows = [...page('docs/people.md').matchAll(/^\| `([\w-]+)` \| (\w+) \|$/gm)].map(([, name, role]) => [
      name,
      role,
    ]);
    expect(Object.fromEntries(rows)).toEqual(NEEDS);
  });
});

describe('every page', () => {
  const pages = [
    'README.md',
    'ARCHITECTURE.md',
    'CONTRIBUTING.md',
    'CHANGELOG.md',
    'samples/README.md',
    ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.md'))
      .map((name) => `docs/${name}`),
  ];
  it.each(pages)('%s links only to what is there', (name) => {
    const lost = [...page(name).matchAll(/\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)/g)]
      .map(([, target = '']) => target)
      .filter((target) => !existsSync(resolve(root, dirname(name), target)));
    expect(lost).toEqual([]);
  });
  it('ARCHITECTURE.md names tests that are there', () => {
    const named = [...page('ARCHITECTURE.md').matchAll(/`((?:test|src)\/[\w/.-]+\.test\.ts)`/g)].map(
      ([, file = '']) => file,
    );
    expect(named.length).toBeGreaterThan(9);
    expect(named.filter((file) => !existsSync(join(root, file)))).toEqual([]);
  });
  it('the version is the same everywhere', () =>
    expect(version).toBe((JSON.parse(page('package.json')) as { version: string }).version));
});
