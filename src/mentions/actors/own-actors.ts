// The text of a user's own list of actors in, look-ups beside those of the lexicon out; a bad line is refused with its number.
import type { ActorKind } from './actor.ts';
import { type ByWords, filed, type NamedEntry, surnameOf, type Term } from './lexicon.ts';

/** Actors that a user adds: consulted before the lexicon. */
export interface OwnActors {
  readonly named: ReadonlyMap<string, readonly NamedEntry[]>;
  readonly leaders: ByWords<readonly Term[]>;
  readonly surnames: ByWords<readonly Term[]>;
}

/** A list of one's own that cannot be used: the message names file and line, and says what to do. */
export class ActorsError extends Error {
  override readonly name = 'ActorsError';
}

const BODIES = ['words', 'name', 'kind', 'country', 'sector'];
const LEADERS = ['name', 'gender', 'country', 'office', 'sector', 'from', 'to'];
const KINDS = new Set(['person', 'state', 'organisation', 'group']);
const FORMATS = `“# columns: ${BODIES.join('<tab>')}” or “# columns: ${LEADERS.join('<tab>')}”`;
const DAY = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/;

/**
 * Parses a list in the format of lexicon/en/actors/bodies.tsv or leaders.tsv; one file may hold both, each behind its
 * own line `# columns: …`. Rows need no order. `file` is only for messages. Throws ActorsError at the first bad line.
 */
export function parseActors(content: string, file: string): OwnActors {
  let columns: readonly string[] | null = null;
  const entries: NamedEntry[] = [];
  const terms: Term[] = [];
  for (const [index, raw] of content.split('\n').entries()) {
    const line = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
    const refuse: Refuse = (what) => {
      throw new ActorsError(`${file}:${index + 1}: ${what}`);
    };
    if (line.startsWith('# columns:')) {
      const named = line.slice('# columns:'.length).trim();
      columns = [BODIES, LEADERS].find((one) => one.join('\t') === named) ?? null;
      if (!columns) refuse(`these columns are not known; write ${FORMATS}, with tabs between`);
      continue;
    }
    if (line.startsWith('#') || line.trim() === '') continue;
    const row = line.split('\t').map((field) => field.trim());
    if (!columns) refuse(`a row before the line that names the columns; begin the file with ${FORMATS}`);
    else if (row.length !== columns.length)
      refuse(
        `${row.length} ${row.length === 1 ? 'field' : 'fields'} where the columns are ${columns.length} (${columns.join(', ')}); put one tab between fields, and leave a field empty rather than out`,
      );
    else if (columns === BODIES) entries.push(entryOf(row, refuse));
    else terms.push(termOf(row, refuse));
  }
  return { named: filed(entries), leaders: by(terms, (name) => name), surnames: by(terms, surnameOf) };
}

type Refuse = (what: string) => never;

function entryOf([words = '', name = '', kind = '', country = '', sector = '']: readonly string[], refuse: Refuse) {
  if (words === '') refuse('the first field is empty; write the words as they stand in reports');
  if (!KINDS.has(kind)) refuse(`“${kind}” is no kind; write ${[...KINDS].join(', ')}`);
  return {
    words,
    name: name || words,
    kind: kind as ActorKind,
    country: countryOf(country, refuse),
    sector: sectorOf(sector, refuse),
    use: 'body',
  } as const;
}

function termOf(row: readonly string[], refuse: Refuse): Term {
  const [name = '', gender = '', country = '', office = '', sector = '', from = '', to = ''] = row;
  if (name === '') refuse('the first field is empty; write the name');
  if (gender !== 'm' && gender !== 'f') refuse(`“${gender}” is no gender; write m or f`);
  if (office === '') refuse('the office is empty; write it in lower case, such as “defence minister”');
  if (!DAY.test(from)) refuse(`“${from}” is no day; write it as 2025-04-24, 2025-04 or 2025`);
  if (to !== '' && !DAY.test(to)) refuse(`“${to}” is no day; write it as 2025-04-24, or leave it empty`);
  if (to !== '' && to < from) refuse(`the term ends (${to}) before it begins (${from}); swap the two`);
  return {
    name,
    gender: gender as Term['gender'],
    country: countryOf(country, refuse) ?? '',
    office: office.toLowerCase(),
    sector: sectorOf(sector, refuse) ?? 'GOV',
    from,
    to,
  };
}

function countryOf(country: string, refuse: Refuse): string | null {
  if (country !== '' && !/^[A-Z]{3}$/.test(country))
    refuse(`“${country}” is no country; write three capitals (ISO 3166-1), IGO, NGO or NSA, or leave it empty`);
  return country || null;
}

function sectorOf(sector: string, refuse: Refuse): string | null {
  if (sector !== '' && !/^[A-Z]{3}$/.test(sector))
    refuse(`“${sector}” is no sector; write three capitals (PLOVER), such as GOV, MIL or REB, or leave it empty`);
  return sector || null;
}

function by(terms: readonly Term[], key: (name: string) => string): Map<string, Term[]> {
  const map = new Map<string, Term[]>();
  for (const term of terms) {
    const list = map.get(key(term.name));
    if (list) list.push(term);
    else map.set(key(term.name), [term]);
  }
  return map;
}
