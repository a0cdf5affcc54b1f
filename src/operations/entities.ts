// Words of a name in, the actors or places of the record that have them out.
import { z } from 'zod';
import { operation } from './operation.ts';

const input = z.object({
  name: z.string().default('').describe('Words of the name, or the whole id; without it, those that claims name most'),
  limit: z.coerce.number().int().min(1).max(200).default(20),
});

export const actors = operation({
  name: 'actors',
  summary: 'Find actors of the record by name: persons, states, bodies and groups over all reports.',
  input,
  output: z
    .object({
      actors: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          kind: z.string(),
          country: z.string().nullable(),
          sector: z.string().nullable(),
          mergedInto: z.string().nullable().describe('The actor that stands for it; null when it stands for itself'),
        }),
      ),
    })
    .meta({ id: 'Actors' }),
  changes: false,
  async run({ name, limit }, context) {
    const rows = await (await context.store()).findActors(name, limit);
    return { actors: rows.map(({ entity, mergedInto }) => ({ ...entity, mergedInto })) };
  },
});

export const places = operation({
  name: 'places',
  summary: 'Find places of the record by name.',
  input,
  output: z
    .object({
      places: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          country: z.string().nullable(),
          latitude: z.number().nullable(),
          longitude: z.number().nullable(),
          geonames: z.int().nullable(),
          precision: z.string().nullable(),
          mergedInto: z.string().nullable(),
        }),
      ),
    })
    .meta({ id: 'Places' }),
  changes: false,
  async run({ name, limit }, context) {
    const rows = await (await context.store()).findPlaces(name, limit);
    return { places: rows.map(({ entity, mergedInto }) => ({ ...entity, mergedInto })) };
  },
});
