// A parsed text in, everything that its words say out: the order of the stages is read here.
import type { Parsed } from '../grammar/parsed.ts';
import type { Found as FoundActors } from './actors/actor.ts';
import { findActors } from './actors/find-actors.ts';
import type { OwnActors } from './actors/own-actors.ts';
import type { FoundFigures } from './figures/figure.ts';
import { findFigures } from './figures/find-figures.ts';
import { findStatements } from './statements/find-statements.ts';
import type { Found as FoundStatements } from './statements/statement.ts';
import { findTimes } from './times/find-times.ts';
import type { FoundTimes } from './times/time.ts';

export interface Mentions {
  readonly parsed: Parsed;
  readonly cast: FoundActors;
  readonly figures: FoundFigures;
  readonly statements: FoundStatements;
  readonly times: FoundTimes;
}

/** `own` holds actors that the user added. */
export function findMentions(parsed: Parsed, own: OwnActors | null = null): Mentions {
  const cast = findActors(parsed, own);
  return {
    parsed,
    cast,
    figures: findFigures(parsed),
    statements: findStatements(parsed, cast),
    times: findTimes(parsed),
  };
}
