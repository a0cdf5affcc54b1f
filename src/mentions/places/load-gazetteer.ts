// The shipped gazetteer in, ready to look up out; read once, on first asking.
import { readFileSync } from 'node:fs';
import { lazyFile } from '../../lexicon/lazy-file.ts';
import { readList } from '../../lexicon/read-list.ts';
import { Gazetteer, type Settled } from './gazetteer.ts';
import { decodeGazetteer, openGazetteer } from './gazetteer-file.ts';
import { type OwnRow, ownRows } from './own-rows.ts';
import { settleRows } from './settle-rows.ts';

/** The lists of lexicon/en/places; of rows that share a name the earlier list's are likelier meant. */
export const LISTS = ['countries', 'provinces', 'regions', 'waters', 'sites', 'settlements'] as const;

/** What the build makes of the gazetteer and our lists (see builtGazetteer); where nothing was built, it is not there. */
const BUILT = new URL('places.bin', import.meta.url);
const BUILT_LISTS = new URL('places.json', import.meta.url);

let kept: Gazetteer | null = null;

/** Throws LexiconError with file and line on a broken list, RangeError when the package is not whole. */
export function loadGazetteer(): Gazetteer {
  kept ??= readGazetteer(BUILT, BUILT_LISTS) ?? gazetteerOf(settled());
  return kept;
}

interface Parts {
  readonly bytes: Uint8Array;
  readonly lists: Settled;
}

const gazetteerOf = ({ bytes, lists }: Parts): Gazetteer => new Gazetteer(decodeGazetteer(bytes), lists);

/** The gazetteer's bytes with our own lists in them, and what these say beside it. */
function settled(): Parts {
  const bytes = new Uint8Array(readFileSync(new URL('../../../model/places.bin', import.meta.url)));
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
  return { bytes, lists: settleRows(decodeGazetteer(bytes), rows, readList('en/places/not-places').rows, peoples) };
}

/** The gazetteer as `readGazetteer` reads it: with our own lists settled, so that a process need not. */
export function builtGazetteer(): { readonly places: Uint8Array; readonly lists: string } {
  const { bytes, lists } = settled();
  return {
    places: bytes,
    lists: JSON.stringify(lists, (_, value: unknown) =>
      value instanceof Map || value instanceof Set ? [...value] : value,
    ),
  };
}

/** A gazetteer that was built before; null where there is none. Throws RangeError where it is cut short. */
export function readGazetteer(places: URL, lists: URL): Gazetteer | null {
  const file = lazyFile(places);
  if (!file) return null;
  const { own, keys, short, renamed, unlikely, smallWords, peoples } = JSON.parse(readFileSync(lists, 'utf8')) as {
    [Part in keyof Settled]: Settled[Part] extends ReadonlyMap<infer Key, infer Value>
      ? [Key, Value][]
      : Settled[Part] extends Set<infer Value>
        ? Value[]
        : Settled[Part];
  };
  return new Gazetteer(openGazetteer(file), {
    own,
    keys: new Map(keys),
    short: new Map(short),
    renamed: new Map(renamed),
    unlikely: new Map(unlikely),
    smallWords: new Set(smallWords),
    peoples: new Map(peoples),
  });
}
