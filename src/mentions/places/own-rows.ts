// A list of lexicon/en/places in, its rows with their values checked out.
import { LexiconError, type List } from '../../lexicon/read-list.ts';
import { PRECISIONS, type Precision } from './place.ts';

export interface OwnRow {
  readonly name: string;
  /** ISO alpha-3; '' where no one country has it. */
  readonly country: string;
  /** Degrees; null in a row that only names what another row places. */
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly geonames: number | null;
  readonly precision: Precision;
  readonly also: readonly string[];
  /** Abbreviations that mean it only behind a comma: “Fla.”. */
  readonly short: readonly string[];
  readonly list: string;
}

const COLUMNS = ['name', 'country', 'latitude', 'longitude', 'geonames', 'precision', 'also', 'short'];

/** Throws LexiconError with file and row where a value is none. */
export function ownRows({ columns, rows }: List, file: string, list: string): OwnRow[] {
  if (columns.join() !== COLUMNS.join())
    throw new LexiconError(`${file}: columns ${columns.join(', ')} where ${COLUMNS.join(', ')} belong`);
  return rows.map((row) => {
    const [
      name = '',
      country = '',
      latitude = '',
      longitude = '',
      geonames = '',
      precision = '',
      also = '',
      short = '',
    ] = row;
    const wrong = (what: string) => {
      throw new LexiconError(`${file}: row “${name}”: ${what}`);
    };
    const degrees = (value: string, most: number): number => {
      const number = Number(value);
      if (value === '' || !(Math.abs(number) <= most)) wrong(`“${value}” is no number of degrees up to ${most}`);
      return number;
    };
    if (country !== '' && !/^[A-Z]{3}$/.test(country)) wrong(`“${country}” is no ISO alpha-3 code`);
    if (!(PRECISIONS as readonly string[]).includes(precision))
      wrong(`“${precision}” is none of ${PRECISIONS.join(', ')}`);
    if (geonames !== '' && !/^\d{1,9}$/.test(geonames)) wrong(`“${geonames}” is no GeoNames identifier`);
    const names = (field: string) => (field === '' ? [] : field.split(';'));
    return {
      name,
      country,
      latitude: degrees(latitude, 90),
      longitude: degrees(longitude, 180),
      geonames: geonames === '' ? null : Number(geonames),
      precision: precision as Precision,
      also: names(also),
      short: names(short),
      list,
    };
  });
}
