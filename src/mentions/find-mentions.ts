// A parsed text in, everything that its words say out: the order of the stages is read here.
import type { Parsed } from '../grammar/parsed.ts';
import type { Found as FoundActors } from './actors/actor.ts';
import { findActors } from './actors/find-actors.ts';
import type { OwnActors } from './actors/own-actors.ts';
import type { FoundEvents } from './events/event.ts';
import { findEvents } from './events/find-events.ts';
import type { FoundFigures } from './figures/figure.ts';
import { findFigures } from './figures/find-figures.ts';
import { findPlaces } from './places/find-places.ts';
import type { FoundPlaces } from './places/place.ts';
import { settleCast } from './places/settle-cast.ts';
import { findStatements } from './statements/find-statements.ts';
import type { Found as FoundStatements } from './statements/statement.ts';
import { findTimes } from './times/find-times.ts';
import type { FoundTimes } from './times/time.ts';

export interface Mentions {
  readonly parsed: Parsed;
  readonly cast: FoundActors;
  readonly events: FoundEvents;
  readonly figures: FoundFigures;
  readonly places: FoundPlaces;
  readonly statements: FoundStatements;
  readonly times: FoundTimes;
}

/** `own` holds actors that the user added. */
export function findMentions(parsed: Parsed, own: OwnActors | null = null): Mentions {
  const named = findActors(parsed, own);
  const figures = findFigures(parsed);
  const places = findPlaces(parsed, named, own);
  const met = settleCast(parsed, named, places);
  const statements = findStatements(parsed, met);
  const times = findTimes(parsed);
  const { events, cast } = findEvents(parsed, { cast: met, statements, figures, times, places });
  return { parsed, cast, events, figures, places, statements, times };
}
