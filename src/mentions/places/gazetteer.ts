// A gazetteer file and our own lists in; names looked up, and what an entry is, out.
import { type Folding, foldOn, highOf, keyOf, lowOf, newFolding } from './fold.ts';
import { ALTERNATE, type GazetteerFile, KINDS, type Kind, NAME_BLOCK } from './gazetteer-file.ts';
import type { OwnRow } from './own-rows.ts';
import type { Precision } from './place.ts';

export type EntryKind = Kind | 'site' | 'region';

/** Why a name of the gazetteer is hardly ever meant as a place. */
export type Unlikely = 'never' | 'rarely' | 'surname';

interface Own {
  readonly name: string;
  readonly country: string | null;
  readonly parent: number;
  readonly latitude: number;
  readonly longitude: number;
  readonly geonames: number | null;
  readonly kind: EntryKind;
  readonly precision: Precision;
}

/** What an entry counts for where no population is known, on the scale of `size`. */
const SIZE: Readonly<Record<string, number>> = {
  country: 200,
  province: 165,
  region: 160,
  district: 120,
  settlement: 115,
  site: 100,
};
const PRECISION: Readonly<Record<Kind, Precision>> = {
  country: 'country', province: 'province', district: 'district', settlement: 'settlement', capital: 'settlement', seat: 'settlement', quarter: 'district',
}; // biome-ignore format: one table

/** What the lists write out and GeoNames leaves out. */
const OFFICE = / (?:Oblast|Governorate|Region|State|Province|Krai)$/;

/** Entries are numbers: those of the file first, then those of our own lists. */
export class Gazetteer {
  private readonly file: GazetteerFile;
  private readonly own: Own[] = [];
  private readonly keys = new Map<number, number[]>();
  /** Adjectives and peoples of countries, with the country's code. */
  readonly peoples: ReadonlyMap<string, string>;
  /** Words in small letters that stand in names of our own lists. */
  readonly smallWords = new Set<string>();
  /** By the lower half of a key: whether our own lists have any such name. */
  private readonly ownKeys = new Uint8Array(0x10000);
  private readonly short = new Map<number, number[]>();
  private readonly countryIndex: ReadonlyMap<string, number>;
  private readonly renamed = new Map<number, { name: string; geonames: number | null }>();
  private readonly named = new Map<number, string>();
  private readonly capitals = new Map<string, number>();
  private readonly decoder = new TextDecoder();

  private readonly unlikely = new Map<number, Unlikely>();

  /** `unlikely` are rows of not-places: a name and an Unlikely. */
  constructor(
    file: GazetteerFile,
    rows: readonly OwnRow[],
    unlikely: readonly (readonly string[])[] = [],
    peoples: ReadonlyMap<string, string> = new Map(),
  ) {
    this.file = file;
    this.peoples = peoples;
    this.countryIndex = new Map(file.countries.map((code, index) => [code, index]));
    for (const row of rows) this.add(row);
    for (const [name = '', use] of unlikely) {
      this.unlikely.set(keyOf(name), use as Unlikely);
      this.noteSmall(name);
    }
    for (const map of [this.keys, this.unlikely]) for (const key of map.keys()) this.ownKeys[key % 0x10000] = 1;
  }

  /** A row moves, renames and gives more names to the entry that it means, or is an entry of its own. */
  private add(row: OwnRow): void {
    const { file } = this;
    const entry = this.meant(row) ?? this.own.push(this.ownOf(row)) - 1 + file.length;
    if (entry < file.length && row.latitude !== null && row.longitude !== null) {
      if (row.precision !== 'settlement') {
        file.latitude[entry] = Math.round((row.latitude + 90) * 360);
        file.longitude[entry] = Math.round((row.longitude + 180) * 180);
      }
      if (row.precision === 'country') file.size[entry] = SIZE['country'] as number;
      if (row.precision === 'settlement') this.renamed.set(entry, { name: row.name, geonames: null });
      else this.renamed.set(entry, { name: row.name, geonames: row.geonames });
    }
    for (const name of [row.name, ...row.also]) {
      put(this.keys, name, entry);
      this.noteSmall(name);
    }
    for (const name of row.short) put(this.short, name, entry);
  }

  private noteSmall(name: string): void {
    if (name.includes(' ')) for (const word of name.split(' ')) if (/^\p{Ll}/u.test(word)) this.smallWords.add(word);
  }

  private ownOf({ name, country, latitude, longitude, geonames, precision }: OwnRow): Own {
    return {
      name,
      country: country || null,
      parent: this.countryIndex.get(country) ?? -1,
      latitude: latitude ?? 0,
      longitude: longitude ?? 0,
      geonames,
      kind: precision,
      precision,
    };
  }

  private meant({ name, country, precision, latitude, longitude, also, list }: OwnRow): number | null {
    if (precision === 'country') return this.countryIndex.get(country) ?? this.ownCountry(name);
    if (list === 'regions' || list === 'waters' || list === 'sites') return null;
    const found: number[] = [];
    for (const one of [name.replace(OFFICE, ''), name, ...also]) {
      const folding = newFolding();
      foldOn(folding, one, 0, one.length);
      this.fromFile(folding, found);
    }
    for (const value of found) {
      const entry = value & ~ALTERNATE;
      if (this.country(entry) !== country) continue;
      const kind = this.kind(entry);
      if (precision === 'province' ? kind !== 'province' : kind === 'province' || kind === 'district') continue;
      if (Math.abs(this.latitude(entry) - (latitude ?? 0)) > (precision === 'province' ? 9 : 0.3)) continue;
      if (Math.abs(this.longitude(entry) - (longitude ?? 0)) > (precision === 'province' ? 25 : 0.4)) continue;
      return entry;
    }
    return null;
  }

  private ownCountry(name: string): number | null {
    const known = this.keys.get(keyOf(name))?.find((entry) => entry >= this.file.length);
    return known ?? null;
  }

  /** Adds the entries that a name may mean, as `entry` or, where it is not the usual name, `entry | ALTERNATE`. */
  find(folding: Folding, into: number[]): void {
    const low = lowOf(folding);
    if (this.ownKeys[low] !== 0) {
      const own = this.keys.get(highOf(folding) * 0x10000 + low);
      if (own) for (const entry of own) into.push(entry);
    }
    this.fromFile(folding, into);
  }

  /** What a whole name may mean. */
  findName(name: string): number[] {
    const folding = newFolding();
    foldOn(folding, name, 0, name.length);
    const found: number[] = [];
    this.find(folding, found);
    return [...new Set(found)];
  }

  /** Whether a name is hardly ever meant as a place; null where nothing is known against it. */
  against(folding: Folding): Unlikely | null {
    const low = lowOf(folding);
    if (this.ownKeys[low] === 0) return null;
    return this.unlikely.get(highOf(folding) * 0x10000 + low) ?? null;
  }

  /** What an abbreviation behind a comma means. */
  abbreviated(words: string): readonly number[] {
    return this.short.get(keyOf(words)) ?? [];
  }

  private fromFile(folding: Folding, into: number[]): void {
    const { high, low, entry, bucket } = this.file;
    const wanted = highOf(folding);
    const part = lowOf(folding);
    let from = bucket[wanted >>> 20] as number;
    let to = bucket[(wanted >>> 20) + 1] as number;
    while (from < to) {
      const middle = (from + to) >>> 1;
      if ((high[middle] as number) < wanted) from = middle + 1;
      else to = middle;
    }
    for (; high[from] === wanted; from++) if (low[from] === part) into.push(entry[from] as number);
  }

  name(entry: number): string {
    const { length, nameLength, nameStart, names } = this.file;
    if (entry >= length) return this.own[entry - length]?.name ?? '';
    const given = this.renamed.get(entry)?.name ?? this.named.get(entry);
    if (given !== undefined) return given;
    let start = nameStart[Math.floor(entry / NAME_BLOCK)] as number;
    for (let i = entry - (entry % NAME_BLOCK); i < entry; i++) start += nameLength[i] as number;
    const name = this.decoder.decode(names.subarray(start, start + (nameLength[entry] as number)));
    this.named.set(entry, name);
    return name;
  }

  /** Entry of the area that it lies in; -1 for a country and for what no country has. */
  parent(entry: number): number {
    const { length, parent, countries } = this.file;
    if (entry >= length) return this.own[entry - length]?.parent ?? -1;
    return entry < countries.length ? -1 : (parent[entry] as number);
  }

  /** ISO alpha-3, null for seas and world regions. */
  country(entry: number): string | null {
    const { length, countries, parent } = this.file;
    let at = entry;
    if (at >= length) return this.own[at - length]?.country ?? null;
    while (at >= countries.length) at = parent[at] as number;
    return countries[at] ?? null;
  }

  /** Entry of the province it is or lies in; -1 where it has none. */
  province(entry: number): number {
    for (let at = entry; at >= 0; at = this.parent(at)) if (this.kind(at) === 'province') return at;
    return -1;
  }

  /** Whether `entry` lies in `area`. */
  within(entry: number, area: number): boolean {
    for (let at = this.parent(entry); at >= 0; at = this.parent(at)) if (at === area) return true;
    return false;
  }

  kind(entry: number): EntryKind {
    const { length, kind } = this.file;
    if (entry >= length) return this.own[entry - length]?.kind ?? 'site';
    return KINDS[kind[entry] as number] ?? 'settlement';
  }

  precision(entry: number): Precision {
    const { length, kind } = this.file;
    if (entry >= length) return this.own[entry - length]?.precision ?? 'site';
    return PRECISION[KINDS[kind[entry] as number] ?? 'settlement'];
  }

  latitude(entry: number): number {
    const { length, latitude } = this.file;
    if (entry >= length) return this.own[entry - length]?.latitude ?? 0;
    return Math.round(((latitude[entry] as number) / 360 - 90) * 1000) / 1000;
  }

  longitude(entry: number): number {
    const { length, longitude } = this.file;
    if (entry >= length) return this.own[entry - length]?.longitude ?? 0;
    return Math.round(((longitude[entry] as number) / 180 - 180) * 1000) / 1000;
  }

  geonames(entry: number): number | null {
    const { length, geonames } = this.file;
    if (entry >= length) return this.own[entry - length]?.geonames ?? null;
    return this.renamed.get(entry)?.geonames ?? ((geonames[entry] as number) || null);
  }

  /** How much it counts for: twelve times the logarithm of its population. */
  size(entry: number): number {
    const { length, size } = this.file;
    if (entry >= length) return SIZE[this.own[entry - length]?.precision ?? 'site'] ?? 100;
    return size[entry] as number;
  }

  /** Whether our own lists have it: what news of conflict and talks means by the name. */
  listed(entry: number): boolean {
    return entry >= this.file.length || this.renamed.has(entry);
  }

  /** Entry of a country's capital; -1 if unknown. Found by looking through all entries once. */
  capital(code: string): number {
    if (this.capitals.size === 0) {
      const { kind, length } = this.file;
      const capital = KINDS.indexOf('capital');
      for (let entry = 0; entry < length; entry++) {
        const country = kind[entry] === capital ? this.country(entry) : null;
        if (country && !this.capitals.has(country)) this.capitals.set(country, entry);
      }
    }
    return this.capitals.get(code) ?? -1;
  }

  /** Entry of a country by its code; -1 if unknown. */
  countryEntry(code: string): number {
    return this.countryIndex.get(code) ?? -1;
  }
}

function put(map: Map<number, number[]>, name: string, entry: number): void {
  const key = keyOf(name);
  const list = map.get(key);
  if (!list) map.set(key, [entry]);
  else if (!list.includes(entry)) list.push(entry);
}
