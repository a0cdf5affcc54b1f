// A gazetteer file and the rows of our own lists in; the file mended by them, and what they say beside it, out.
import { foldOn, keyOf, newFolding } from './fold.ts';
import { Gazetteer, type Own, type Settled, SIZE, type Unlikely } from './gazetteer.ts';
import { ALTERNATE, type GazetteerFile } from './gazetteer-file.ts';
import type { OwnRow } from './own-rows.ts';

/** What the lists write out and GeoNames leaves out. */
const OFFICE = / (?:Oblast|Governorate|Region|State|Province|Krai)$/;

/**
 * Each row moves, renames and gives more names to the entry that it means, or is an entry of its own. `unlikely` are rows
 * of not-places: a name and an Unlikely. All of the file must be in memory.
 */
export function settleRows(
  file: GazetteerFile,
  rows: readonly OwnRow[],
  unlikely: readonly (readonly string[])[],
  peoples: ReadonlyMap<string, string>,
): Settled {
  const settled: Settled = {
    own: [],
    keys: new Map(),
    short: new Map(),
    renamed: new Map(),
    unlikely: new Map(),
    smallWords: new Set(),
    peoples,
  };
  const gazetteer = new Gazetteer(file, settled);
  const noteSmall = (name: string) => {
    if (!name.includes(' ')) return;
    for (const word of name.split(' ')) if (/^\p{Ll}/u.test(word)) settled.smallWords.add(word);
  };
  for (const row of rows) {
    const entry = meant(gazetteer, file, settled, row) ?? settled.own.push(ownOf(gazetteer, row)) - 1 + file.length;
    if (entry < file.length && row.latitude !== null && row.longitude !== null) {
      if (row.precision !== 'settlement') {
        file.latitude[entry] = Math.round((row.latitude + 90) * 360);
        file.longitude[entry] = Math.round((row.longitude + 180) * 180);
      }
      if (row.precision === 'country') file.size[entry] = SIZE['country'] as number;
      settled.renamed.set(entry, {
        name: row.name,
        geonames: row.precision === 'settlement' ? null : row.geonames,
      });
    }
    for (const name of [row.name, ...row.also]) {
      put(settled.keys, name, entry);
      noteSmall(name);
    }
    for (const name of row.short) put(settled.short, name, entry);
  }
  for (const [name = '', use] of unlikely) {
    settled.unlikely.set(keyOf(name), use as Unlikely);
    noteSmall(name);
  }
  return settled;
}

function ownOf(gazetteer: Gazetteer, { name, country, latitude, longitude, geonames, precision }: OwnRow): Own {
  return {
    name,
    country: country || null,
    parent: gazetteer.countryEntry(country),
    latitude: latitude ?? 0,
    longitude: longitude ?? 0,
    geonames,
    kind: precision,
    precision,
  };
}

function meant(gazetteer: Gazetteer, file: GazetteerFile, { keys }: Settled, row: OwnRow): number | null {
  const { name, country, precision, latitude, longitude, also, list } = row;
  if (precision === 'country') {
    const known = gazetteer.countryEntry(country);
    return known >= 0 ? known : (keys.get(keyOf(name))?.find((entry) => entry >= file.length) ?? null);
  }
  if (list === 'regions' || list === 'waters' || list === 'sites') return null;
  const found: number[] = [];
  for (const one of [name.replace(OFFICE, ''), name, ...also]) {
    const folding = newFolding();
    foldOn(folding, one, 0, one.length);
    gazetteer.fromFile(folding, found);
  }
  for (const value of found) {
    const entry = value & ~ALTERNATE;
    if (gazetteer.country(entry) !== country) continue;
    const kind = gazetteer.kind(entry);
    if (precision === 'province' ? kind !== 'province' : kind === 'province' || kind === 'district') continue;
    if (Math.abs(gazetteer.latitude(entry) - (latitude ?? 0)) > (precision === 'province' ? 9 : 0.3)) continue;
    if (Math.abs(gazetteer.longitude(entry) - (longitude ?? 0)) > (precision === 'province' ? 25 : 0.4)) continue;
    return entry;
  }
  return null;
}

function put(map: Map<number, number[]>, name: string, entry: number): void {
  const key = keyOf(name);
  const list = map.get(key);
  if (!list) map.set(key, [entry]);
  else if (!list.includes(entry)) list.push(entry);
}
