// Everything one may ask or do, once, in the order in which help lists it.
import { add } from './add.ts';
import { codebook } from './codebook.ts';
import { commitments } from './commitments.ts';
import { desk } from './desk.ts';
import { figures } from './figures.ts';
import { flags } from './flags.ts';
import { incident } from './incident.ts';
import { incidents } from './incidents.ts';
import { list } from './list.ts';
import { meetings } from './meetings.ts';
import { parseOperation } from './parse.ts';
import { read } from './read.ts';
import { says } from './says.ts';
import { show } from './show.ts';
import { who } from './who.ts';
import { why } from './why.ts';

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
  commitments,
  meetings,
  flags,
  why,
  codebook,
] as const;
