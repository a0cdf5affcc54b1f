// Everything one may ask or do, once, in the order in which help lists it.
import { add } from './add.ts';
import { asOf } from './as-of.ts';
import { changes } from './changes.ts';
import { claim } from './claim.ts';
import { claims } from './claims.ts';
import { codebook } from './codebook.ts';
import { agreement } from './coding/agreement.ts';
import { coding, codingDone, codingJudge, codingStart } from './coding/coding.ts';
import { commitments } from './commitments.ts';
import { counts } from './counts.ts';
import { decide, undo } from './decide.ts';
import { desk } from './desk.ts';
import { actors, places } from './entities.ts';
import { figures } from './figures.ts';
import { flags } from './flags.ts';
import { decisions, history } from './history.ts';
import { incident } from './incident.ts';
import { incidents } from './incidents.ts';
import { issues } from './issues.ts';
import { doctor, rebuild, verify } from './keeping.ts';
import { list } from './list.ts';
import { meetings } from './meetings.ts';
import { parseOperation } from './parse.ts';
import {
  people,
  peopleAdd,
  peoplePassword,
  peopleRemove,
  peopleRevoke,
  peopleRole,
  peopleToken,
} from './people/people.ts';
import { propose } from './propose.ts';
import { read } from './read.ts';
import { release, releaseMake, releaseVerify } from './release/release.ts';
import { diff, reread } from './reread.ts';
import { saved, savedAdd, savedLook, savedRemove } from './saved.ts';
import { says } from './says.ts';
import { search } from './search.ts';
import { show } from './show.ts';
import { who } from './who.ts';
import { why } from './why.ts';
import { words } from './words.ts';

export const OPERATIONS = [
  read,
  who,
  parseOperation,
  add,
  list,
  show,
  desk,
  incidents,
  incident,
  figures,
  says,
  issues,
  commitments,
  meetings,
  flags,
  why,
  words,
  asOf,
  codebook,
  search,
  claims,
  claim,
  counts,
  actors,
  places,
  decide,
  propose,
  undo,
  decisions,
  history,
  changes,
  reread,
  diff,
  verify,
  doctor,
  rebuild,
  saved,
  savedAdd,
  savedLook,
  savedRemove,
  release,
  releaseMake,
  releaseVerify,
  coding,
  codingStart,
  codingJudge,
  codingDone,
  agreement,
  people,
  peopleAdd,
  peopleRole,
  peoplePassword,
  peopleRemove,
  peopleToken,
  peopleRevoke,
] as const;
