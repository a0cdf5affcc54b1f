// The record in, a named and dated state of it that can be cited, checked and handed on out; a release is never changed.
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { version } from '../../reading/version.ts';
import type { EditionRow } from '../../store/editions.ts';
import type { Store } from '../../store/store.ts';
import { codebook } from '../codebook.ts';
import { type Context, OperationError, operation } from '../operation.ts';

const Name = z
  .string()
  .regex(/^[A-Za-z0-9][\w.-]{0,39}$/, 'a release is called by up to 40 letters, digits, dots and dashes, such as v0.4')
  .describe('Its name, such as v0.4');

const ReleaseShape = z
  .object({
    name: z.string(),
    title: z.string(),
    at: z.string().describe('The moment that it holds'),
    by: z.string(),
    authors: z.array(z.string()),
    licence: z.string(),
    note: z.string().nullable(),
    arrival: z.int().describe('Place in the record’s order up to which it goes: a cursor of `changes`'),
    previous: z.string().nullable().describe('The release before'),
    hash: z.string().describe('SHA-256 over its reports, readings and decisions'),
    codebook: z.string().describe('SHA-256 of the codebook’s JSON'),
    recount: z.string().describe('Version of the program that made it'),
    readers: z.array(z.string()).describe('Versions of the readers whose readings it holds'),
    counts: z.object({
      reports: z.int(),
      readings: z.int(),
      decisions: z.int(),
      claims: z.record(z.string(), z.int()).describe('In force, by kind'),
    }),
    cite: z.string(),
  })
  .meta({ id: 'Release' });
export type Release = z.infer<typeof ReleaseShape>;

const releaseOf = ({ body }: EditionRow): Release => body as Release;

/** Throws OperationError for no such release. */
export async function findRelease(store: Store, name: string): Promise<Release> {
  const found = (await store.team.editions.list()).find((one) => one.name === name);
  if (!found) throw new OperationError('release/unknown', `There is no release “${name}”.`);
  return releaseOf(found);
}

export const release = operation({
  name: 'release',
  summary: 'List the releases of the record, newest first: each a named, dated state of it that can be cited.',
  input: z.object({ name: z.string().optional().describe('Only this one') }),
  output: z.object({ releases: z.array(ReleaseShape) }).meta({ id: 'Releases' }),
  changes: false,
  async run({ name }, context) {
    const store = await context.store();
    if (name !== undefined) return { releases: [await findRelease(store, name)] };
    return { releases: (await store.team.editions.list()).map(releaseOf) };
  },
});

export const releaseMake = operation({
  name: 'release-make',
  summary: 'Name the record as it is now: hash, counts, readers, codebook and licence are kept with it for ever.',
  input: z.object({
    name: Name,
    title: z.string().min(1).max(300).optional(),
    authors: z
      .array(z.string().min(1).max(200))
      .max(200)
      .default([])
      .describe('Whom to cite; whoever makes it without'),
    licence: z
      .string()
      .min(1)
      .max(20_000)
      .describe('Under which others may use it: a name such as CC-BY-4.0, or a text'),
    note: z.string().max(20_000).optional(),
    by: z.string().min(1).max(200),
  }),
  output: ReleaseShape,
  changes: true,
  async run({ name, title, authors, licence, note, by }, context) {
    const store = await context.store();
    const arrival = await store.arrival();
    if (arrival === 0) throw new OperationError('release/empty', 'The record is empty; there is nothing to release.');
    const at = context.now();
    const { reports, readings, decisions, claims, readers } = await store.team.editions.heldAt(arrival);
    const hash = await store.team.editions.hashUpTo(arrival);
    const [before] = await store.team.editions.list();
    const made: Omit<Release, 'cite'> = {
      name,
      title: title ?? `A record of ${reports} reports`,
      at,
      by,
      authors: authors.length > 0 ? authors : [by],
      licence,
      note: note ?? null,
      arrival,
      previous: before?.name ?? null,
      hash,
      codebook: createHash('sha256')
        .update(await codebookJson(context))
        .digest('hex'),
      recount: version,
      readers: [...readers],
      counts: { reports, readings, decisions, claims: { ...claims } },
    };
    const body: Release = { ...made, cite: citationOf(made) };
    if (!(await store.team.editions.make({ name, at, by, body })))
      throw new OperationError('release/taken', `There is a release “${name}” already; a release is never changed.`);
    return body;
  },
});

export const codebookJson = async (context: Context): Promise<string> =>
  JSON.stringify(await codebook.run({}, context));

const citationOf = ({ authors, title, name, at, hash, recount }: Omit<Release, 'cite'>): string =>
  `${authors.join(', ')} (${at.slice(0, 4)}). ${title}, release ${name} of ${at.slice(0, 10)} [data set]. Made with Recount ${recount}. sha256:${hash.slice(0, 16)}`;

export const releaseVerify = operation({
  name: 'release-verify',
  summary: 'Check that the record still holds what a release says: its hash made again, and its counts.',
  input: z.object({ name: z.string().min(1) }),
  output: z
    .object({
      name: z.string(),
      sound: z.boolean(),
      hash: z.string().describe('As it is now'),
      expected: z.string(),
      differs: z.array(z.string()).describe('What is not as it was, one line each'),
    })
    .meta({ id: 'ReleaseVerified' }),
  changes: false,
  async run({ name }, context) {
    const store = await context.store();
    const held = await findRelease(store, name);
    const hash = await store.team.editions.hashUpTo(held.arrival);
    const now = await store.team.editions.heldAt(held.arrival);
    const differs: string[] = [];
    if (hash !== held.hash) differs.push('its reports, readings or decisions are not those of the release');
    for (const what of ['reports', 'readings', 'decisions'] as const)
      if (now[what] !== held.counts[what]) differs.push(`${what}: ${now[what]} instead of ${held.counts[what]}`);
    for (const kind of new Set([...Object.keys(held.counts.claims), ...Object.keys(now.claims)]))
      if ((now.claims[kind] ?? 0) !== (held.counts.claims[kind] ?? 0))
        differs.push(
          `claims of kind ${kind}: ${now.claims[kind] ?? 0} instead of ${held.counts.claims[kind] ?? 0}, as this program derives them`,
        );
    return { name, sound: differs.length === 0, hash, expected: held.hash, differs };
  },
});
