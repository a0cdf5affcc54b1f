// What a place is: an entry of the gazetteer with how the words place it, and every mention of it in one report.
import type { Issue } from '../../report/issue.ts';
import type { Mention } from '../mention.ts';

export const PRECISIONS = ['site', 'settlement', 'district', 'province', 'country', 'region'] as const;
export type Precision = (typeof PRECISIONS)[number];

export interface Place {
  /** The gazetteer's name; the words of the report where the place stays unresolved. */
  readonly name: string;
  /** ISO 3166-1 alpha-3 (KOS for Kosovo); null for seas, world regions and what is unresolved. */
  readonly country: string | null;
  /** Degrees, WGS 84; null where unresolved. */
  readonly latitude: number | null;
  readonly longitude: number | null;
  /** GeoNames identifier; null where the gazetteer has none. */
  readonly geonames: number | null;
  /** How much ground the words may mean; null where unresolved. */
  readonly precision: Precision | null;
  /** How the words place it: `near`, `20 km south of`, `eastern`; null if they do not. Coordinates are the named place's. */
  readonly relation: string | null;
  /** When the evidence is even: what the name may stand for, the likelier first; else empty. */
  readonly candidates: readonly string[];
  /** One line: how it was resolved. */
  readonly why: string;
}

export interface PlaceReference {
  /** Index into `FoundPlaces.places`. */
  readonly place: number;
}

export interface FoundPlaces {
  readonly places: readonly Place[];
  /** In order of the text, none over another. */
  readonly mentions: readonly Mention<PlaceReference>[];
  /** `places/unresolved` for a name between level candidates. */
  readonly issues: readonly Issue[];
}
