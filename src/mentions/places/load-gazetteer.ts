// The shipped gazetteer in, ready to look up out; read once, on first asking.
import { readFileSync } from 'node:fs';
import { readList } from '../../lexicon/read-list.ts';
import { Gazetteer } from './gazetteer.ts';
import { decodeGazetteer } from './gazetteer-file.ts';
import { type OwnRow, ownRows } from './own-rows.ts';

/** The lists of lexicon/en/places; of rows that share a name the earlier list's are likelier meant. */
export const LISTS = ['countries', 'provinces', 'regions', 'waters', 'sites', 'settlements'] as const;

let kept: Gazetteer | null = null;

/** Throws LexiconError with file and line on a broken list, RangeError when the package is not whole. */
export function loadGazetteer(): Gazetteer {
  if (kept) return kept;
  const file = decodeGazetteer(readFileSync(new URL('../../../model/places.bin', import.meta.url)));
  const rows: OwnRow[] = [];
  for (const name of LISTS) rows.push(...ownRows(readList(`en/places/${name}`), `lexicon/en/places/${name}.tsv`, name));
  const peoples = new Map<string, string>();
  for (const [words = '', country = '', use = '', name = ''] of readList('en/actors/countries').rows) {
    if (use === 'adjective' || use === 'people') peoples.set(words, country);
    if (use !== 'name') continue;
    rows.push({
      name,
      country,
      latitude: null,
      longitude: null,
      geonames: null,
      precision: 'country',
      also: [words],
      short: [],
      list: 'countries',
    });
  }
  kept = new Gazetteer(file, rows, readList('en/places/not-places').rows, peoples);
  return kept;
}
