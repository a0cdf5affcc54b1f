// A name and a day in, the office its holder had that day out: facts of the dated list.
import { actorLexicon, type Term } from './lexicon.ts';
import type { OwnActors } from './own-actors.ts';

export interface KnownTerm {
  readonly gender: Term['gender'];
  readonly country: string;
  readonly sector: string;
  readonly office: string;
  /** Whether the day lies in the term. */
  readonly current: boolean;
}

function holds(term: Term, day: string): boolean {
  // Days compare as strings; a term known only by year begins and ends with it.
  return term.from.slice(0, day.length) <= day && (term.to === '' || day <= `${term.to}~`);
}

/**
 * The office of a full name, or of a surname that only one person of the list bears. `day` is the report's date, null
 * when unknown: then the last term counts. Out of office the sector is ELI and `current` is false.
 * Null when nobody or several bear the name, or when the text gives another country.
 */
export function knownTerm(
  name: string,
  country: string | null,
  day: string | null,
  own: OwnActors | null = null,
): KnownTerm | null {
  if (own && (own.leaders.has(name) || (!name.includes(' ') && own.surnames.has(name))))
    return termIn(own, name, country, day);
  return termIn(actorLexicon(), name, country, day);
}

function termIn(
  { leaders, surnames }: Pick<OwnActors, 'leaders' | 'surnames'>,
  name: string,
  country: string | null,
  day: string | null,
): KnownTerm | null {
  let terms = leaders.get(name);
  const full = terms !== undefined;
  if (!terms) {
    if (name.includes(' ')) return null;
    terms = surnames.get(name);
    if (!terms) return null;
  }
  const date = day?.slice(0, 10) ?? null;
  const inCountry = country ? terms.filter((term) => term.country === country) : terms;
  if (inCountry.length === 0) return null;
  const now = date ? inCountry.filter((term) => holds(term, date)) : inCountry.filter((term) => term.to === '');
  const pool = now.length > 0 ? now : inCountry;
  // Spellings of one name share surname, country and first day.
  const bearers = new Set(pool.map((term) => `${term.country} ${term.from}`));
  // Father and son, or two of one office: only where all are of one country does the last of them stand for the name.
  if (!full && bearers.size > 1 && new Set(pool.map((term) => term.country)).size > 1) return null;
  const term = pool.at(-1);
  if (!term) return null;
  // Without a date nothing says that the term was over.
  const current = now.length > 0 || date === null;
  const started = date === null || pool.some((one) => one.from.slice(0, date.length) <= date);
  return {
    gender: term.gender,
    country: term.country,
    sector: current ? term.sector : started ? 'ELI' : term.sector,
    office: term.office,
    current,
  };
}
