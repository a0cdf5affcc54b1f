// What an agent may call: each tool is one operation under a name that agents read, with less to choose from.
import type { z } from 'zod';
import { asOf } from '../../operations/as-of.ts';
import { changes } from '../../operations/changes.ts';
import { claim } from '../../operations/claim.ts';
import { commitments } from '../../operations/commitments.ts';
import { figures } from '../../operations/figures.ts';
import { incident } from '../../operations/incident.ts';
import { incidents } from '../../operations/incidents.ts';
import { meetings } from '../../operations/meetings.ts';
import type { Operation } from '../../operations/operation.ts';
import { propose } from '../../operations/propose.ts';
import { read } from '../../operations/read.ts';
import { says } from '../../operations/says.ts';
import { search } from '../../operations/search.ts';
import { words } from '../../operations/words.ts';

export interface Tool {
  readonly name: string;
  readonly title: string;
  /** What the operation's summary does not say: when to call it, and what to call next. */
  readonly hint: string;
  readonly operation: Operation<z.ZodObject>;
  /** Inputs that an agent is not asked for: contents of a user's files, and who decides. */
  readonly without: readonly string[];
}

const tool = (
  name: string,
  title: string,
  operation: unknown,
  hint: string,
  without: readonly string[] = [],
): Tool => ({
  name,
  title,
  hint,
  operation: operation as Operation<z.ZodObject>,
  without,
});

/** Those that only read. */
export const TOOLS: readonly Tool[] = [
  tool(
    'search',
    'Search the record',
    search,
    'Each claim has an id and its exact words under "evidence". Go on with "incident", "words" or "claim".',
  ),
  tool(
    'incidents',
    'List happenings',
    incidents,
    'One row is one happening over all reports. Dates, parties and tolls are what reports say, never more.',
  ),
  tool(
    'incident',
    'One happening, report by report',
    incident,
    'Cells hold what each report says in its exact words; flags say where accounts differ. Cite the report with the value.',
    ['house'],
  ),
  tool(
    'figures',
    'Figures ledger',
    figures,
    'How many, according to whom, since when. Never give a number without who says it; DISJOINT accounts are not averaged.',
    ['house'],
  ),
  tool(
    'statements',
    'Who said what',
    says,
    'By speaker, and with "about" where each stands on the topic; the condition is given in its words.',
    ['topics'],
  ),
  tool('commitments', 'Promises', commitments, 'Each promise with what became of it and the words on both sides.'),
  tool('meetings', 'Meetings', meetings, 'Each meeting with every step: floated, scheduled, moved, held or cancelled.'),
  tool(
    'as_of',
    'What was known at a moment',
    asOf,
    'Use it for “what did we know on …” and “what changed since …”. Other tools take "asOf" for the same moment.',
  ),
  tool(
    'words',
    'The exact words of a value',
    words,
    'Call it before quoting: "words" is verbatim, "start" and "end" are offsets into the report’s text.',
  ),
  tool('claim', 'One claim', claim, 'A claim is one thing that one report says.'),
  tool('changes', 'What changed in the record', changes, 'Keep "next" and ask again later to follow the record.'),
  tool(
    'read',
    'Read a text',
    read,
    'Reads a report that is not in the record, and keeps nothing. Give "published", or relative dates stay unresolved.',
    ['actors'],
  ),
];

/** Only where the server was started to take proposals. */
export const PROPOSE: Tool = tool(
  'propose',
  'Propose a decision',
  propose,
  'A person sees it on the Desk and takes it over or refuses it; nothing in the record changes. "why" must rest on words of a report.',
  ['by'],
);
