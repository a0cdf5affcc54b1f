// A gazetteer file and what our own lists add to it in; names looked up, and what an entry is, out.
import { type Folding, foldOn, highOf, keyOf, lowOf, newFolding } from './fold.ts';
import { type GazetteerFile, KINDS, type Kind, NAME_BLOCK } from './gazetteer-file.ts';
import type { Precision } from './place.ts';

export type EntryKind = Kind | 'site' | 'region';

/** Why a name of the gazetteer is hardly ever meant as a place. */
export type Unlikely = 'never' | 'rarely' | 'surname';

export interface Own {
  readonly name: string;
  readonly country: string | null;
  readonly parent: number;
  readonly latitude: number;
  readonly longitude: number;
  readonly geonames: number | null;
  readonly kind: EntryKind;
  readonly precision: Precision;
}

/** What our own lists say beside the file, settled against it by settle-rows.ts. Keys are those of fold.ts. */
export interface Settled {
  /** Entries of their own, behind those of the file. */
  readonly own: Own[];
  /** Entries by the key of a name. */
  readonly keys: Map<number, number[]>;
  /** Entries by the key of an abbreviation that means them behind a comma. */
  readonly short: Map<number, number[]>;
  /** Entries of the file that a row renames. */
  readonly renamed: Map<number, { readonly name: string; readonly geonames: number | null }>;
  /** Names that are hardly ever meant, by key. */
  readonly unlikely: Map<number, Unlikely>;
  /** Words in small letters that stand in names of our own lists. */
  readonly smallWords: Set<string>;
  /** Adjectives and peoples of countries, with the country's code. */
  readonly peoples: ReadonlyMap<string, string>;
}

/** What an entry counts for where no population is known, on the scale of `size`. */
export const SIZE: Readonly<Record<string, number>> = {
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

/** A column of the file. */
type Column = GazetteerFile['parent' | 'geonames' | 'kind'];

/** Entries are numbers: those of the file first, then those of our own lists. */
export class Gazetteer {
  private readonly file: GazetteerFile;
  private readonly settled: Settled;
  /** By the lower half of a key: whether our own lists have any such name. */
  private readonly ownKeys = new Uint8Array(0x10000);
  private readonly countryIndex: ReadonlyMap<string, number>;
  private readonly named = new Map<number, string>();
  private readonly capitals = new Map<string, number>();
  private readonly decoder = new TextDecoder();

  constructor(file: GazetteerFile, settled: Settled) {
    this.file = file;
    this.settled = settled;
    this.countryIndex = new Map(file.countries.map((code, index) => [code, index]));
    for (const map of [settled.keys, settled.unlikely]) for (const key of map.keys()) this.ownKeys[key % 0x10000] = 1;
  }

  get peoples(): ReadonlyMap<string, string> {
    return this.settled.peoples;
  }

  get smallWords(): ReadonlySet<string> {
    return this.settled.smallWords;
  }

  /** Adds the entries that a name may mean, as `entry` or, where it is not the usual name, `entry | ALTERNATE`. */
  find(folding: Folding, into: number[]): void {
    const low = lowOf(folding);
    if (this.ownKeys[low] !== 0) {
      const own = this.settled.keys.get(highOf(folding) * 0x10000 + low);
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
    return this.settled.unlikely.get(highOf(folding) * 0x10000 + low) ?? null;
  }

  /** What an abbreviation behind a comma means. */
  abbreviated(words: string): readonly number[] {
    return this.settled.short.get(keyOf(words)) ?? [];
  }

  /** Adds what the file itself has of a name. */
  fromFile(folding: Folding, into: number[]): void {
    const { high, low, entry, bucket } = this.file;
    const wanted = highOf(folding);
    const part = lowOf(folding);
    let from = bucket[wanted >>> 20] as number;
    let to = bucket[(wanted >>> 20) + 1] as number;
    const { whole } = this.file.lazy;
    // one more, to see where the last of them ends
    if (!whole) this.need(high, from, to + 1);
    while (from < to) {
      const middle = (from + to) >>> 1;
      if ((high[middle] as number) < wanted) from = middle + 1;
      else to = middle;
    }
    for (; high[from] === wanted; from++) {
      if (!whole) this.need(low, from, from + 1);
      if (low[from] !== part) continue;
      if (!whole) this.need(entry, from, from + 1);
      into.push(entry[from] as number);
    }
  }

  private need({ byteOffset, BYTES_PER_ELEMENT }: Column, from: number, to: number): void {
    this.file.lazy.need(byteOffset + from * BYTES_PER_ELEMENT, byteOffset + to * BYTES_PER_ELEMENT);
  }

  /** The value of an entry of the file. */
  private of(column: Column, entry: number): number {
    if (!this.file.lazy.whole) this.need(column, entry, entry + 1);
    return column[entry] as number;
  }

  name(entry: number): string {
    const { length, nameLength, nameStart, names } = this.file;
    if (entry >= length) return this.settled.own[entry - length]?.name ?? '';
    const given = this.settled.renamed.get(entry)?.name ?? this.named.get(entry);
    if (given !== undefined) return given;
    let start = this.of(nameStart, Math.floor(entry / NAME_BLOCK));
    this.need(nameLength, entry - (entry % NAME_BLOCK), entry + 1);
    for (let i = entry - (entry % NAME_BLOCK); i < entry; i++) start += nameLength[i] as number;
    const end = start + (nameLength[entry] as number);
    this.need(names, start, end);
    const name = this.decoder.decode(names.subarray(start, end));
    this.named.set(entry, name);
    return name;
  }

  /** Entry of the area that it lies in; -1 for a country and for what no country has. */
  parent(entry: number): number {
    const { length, parent, countries } = this.file;
    if (entry >= length) return this.settled.own[entry - length]?.parent ?? -1;
    return entry < countries.length ? -1 : this.of(parent, entry);
  }

  /** ISO alpha-3, null for seas and world regions. */
  country(entry: number): string | null {
    const { length, countries, parent } = this.file;
    let at = entry;
    if (at >= length) return this.settled.own[at - length]?.country ?? null;
    while (at >= countries.length) at = this.of(parent, at);
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
    if (entry >= length) return this.settled.own[entry - length]?.kind ?? 'site';
    return KINDS[this.of(kind, entry)] ?? 'settlement';
  }

  precision(entry: number): Precision {
    const { length, kind } = this.file;
    if (entry >= length) return this.settled.own[entry - length]?.precision ?? 'site';
    return PRECISION[KINDS[this.of(kind, entry)] ?? 'settlement'];
  }

  latitude(entry: number): number {
    const { length, latitude } = this.file;
    if (entry >= length) return this.settled.own[entry - length]?.latitude ?? 0;
    return Math.round((this.of(latitude, entry) / 360 - 90) * 1000) / 1000;
  }

  longitude(entry: number): number {
    const { length, longitude } = this.file;
    if (entry >= length) return this.settled.own[entry - length]?.longitude ?? 0;
    return Math.round((this.of(longitude, entry) / 180 - 180) * 1000) / 1000;
  }

  geonames(entry: number): number | null {
    const { length, geonames } = this.file;
    if (entry >= length) return this.settled.own[entry - length]?.geonames ?? null;
    return this.settled.renamed.get(entry)?.geonames ?? (this.of(geonames, entry) || null);
  }

  /** How much it counts for: twelve times the logarithm of its population. */
  size(entry: number): number {
    const { length, size } = this.file;
    if (entry >= length) return SIZE[this.settled.own[entry - length]?.precision ?? 'site'] ?? 100;
    return this.of(size, entry);
  }

  /** Whether our own lists have it: what news of conflict and talks means by the name. */
  listed(entry: number): boolean {
    return entry >= this.file.length || this.settled.renamed.has(entry);
  }

  /** Entry of a country's capital; -1 if unknown. Found by looking through all entries once. */
  capital(code: string): number {
    if (this.capitals.size === 0) {
      const { kind, length } = this.file;
      const capital = KINDS.indexOf('capital');
      this.need(kind, 0, length);
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
