// A type, CAMEO code or context in, what it means out: definition, modes, scores, and examples of ours.
import { z } from 'zod';
import { codebook as readCodebook } from '../lexicon/codebook.ts';
import { readList } from '../lexicon/read-list.ts';
import { OperationError, operation } from './operation.ts';

const type = z.string().nullable().describe('PLOVER event type; null where PLOVER has none');
const mode = z.string().nullable().describe('PLOVER mode of the type; null for none');

export const CodebookType = z
  .object({
    type: z.string(),
    quad: z.string(),
    score: z.number().describe('PLOVER score, -10 to +10'),
    recipientRequired: z.boolean().describe('PLOVER codes it only where a recipient is named'),
    definition: z.string(),
    modes: z.array(
      z.object({
        mode: z.string(),
        score: z.number().nullable().describe('Null where PLOVER gives none'),
        definition: z.string(),
      }),
    ),
  })
  .meta({ id: 'CodebookType' });

export const CodebookCode = z
  .object({
    code: z.string().describe('CAMEO code of two to four digits'),
    label: z.string(),
    goldstein: z.number().describe('Goldstein value, -10 to +10'),
    type,
    mode,
  })
  .meta({ id: 'CodebookCode' });

export const CodebookExample = z
  .object({
    cameo: z.string(),
    type,
    mode,
    status: z.string().nullable(),
    actors: z.array(z.string()),
    recipients: z.array(z.string()),
    sentence: z.string(),
  })
  .meta({ id: 'CodebookExample' });

export const CodebookEntry = z
  .object({
    words: z.string().describe('Lemmas: of verbs the first, of nouns the last leads'),
    class: z.enum(['verb', 'noun', 'adj']),
    type: z.string(),
    mode,
    cameo: z.string(),
    frame: z.string().describe('Who acts upon whom; docs/codebook.md tells'),
    needs: z.string().nullable().describe('What the parties must be able to be; null for no demand'),
  })
  .meta({ id: 'CodebookEntry' });

export const Codebook = z
  .object({
    types: z.array(CodebookType),
    codes: z.array(CodebookCode),
    contexts: z.array(z.object({ context: z.string(), definition: z.string() })),
    examples: z.array(CodebookExample).describe('Sentences of ours; empty when everything was asked for'),
    entries: z
      .array(CodebookEntry)
      .describe('Words of the event lists that lead there; empty when everything was asked for'),
  })
  .meta({ id: 'Codebook', description: 'What types, codes and contexts mean' });
export type Codebook = z.infer<typeof Codebook>;

export const codebook = operation({
  name: 'codebook',
  summary: 'Tell what an event type of PLOVER, a code of CAMEO or a context means, with examples.',
  input: z.object({
    of: z
      .string()
      .optional()
      .describe('A type (ASSAULT), a CAMEO code (19, 195), or a context (military); without it, everything'),
  }),
  output: Codebook,
  changes: false,
  async run({ of }) {
    return pageOf(of);
  },
});

/** The part of the codebook that tells of a type, code or context. Throws OperationError for what is none. */
export function pageOf(of: string | undefined): Codebook {
  const book = readCodebook();
  const asked = of?.trim() ?? '';
  const name = asked.toUpperCase();
  const codes = book.codes.filter(
    ({ code, type }) => asked === '' || type === name || (/^\d+$/.test(asked) && code.startsWith(asked)),
  );
  const types = book.types.filter(({ type }) => asked === '' || type === name);
  const contexts = book.contexts.filter(
    ({ context }) => asked === '' || context === asked.toLowerCase().replaceAll(' ', '_'),
  );
  if (types.length + codes.length + contexts.length === 0)
    throw new OperationError(
      'input/codebook',
      `The codebook has no “${asked}”; give a type such as ASSAULT, a CAMEO code such as 195, or a context such as military.`,
    );
  const asCode = /^\d+$/.test(asked);
  return {
    types: types.map((one) => ({
      ...one,
      modes: book.modes.filter(({ type }) => type === one.type).map(({ type: _type, ...rest }) => rest),
    })),
    codes,
    contexts: [...contexts],
    examples:
      asked === ''
        ? []
        : book.examples
            .filter(({ cameo, type }) => type === name || (asCode && cameo.startsWith(asked)))
            .map((one) => ({ ...one, actors: [...one.actors], recipients: [...one.recipients] })),
    entries: asked === '' ? [] : entriesOf(name, asCode ? asked : null),
  };
}

const orNull = (field: string): string | null => (field === '-' ? null : field);

/** The entries of a type, or of a CAMEO code and those below it. */
function entriesOf(type: string, code: string | null): z.infer<typeof CodebookEntry>[] {
  const found: z.infer<typeof CodebookEntry>[] = [];
  for (const one of readCodebook().types) {
    if (code === null && one.type !== type) continue;
    for (const row of readList(`en/events/${one.type.toLowerCase()}`).rows) {
      const [words = '', kind = '', mode = '-', cameo = '', frame = '', needs = '-'] = row;
      if (code !== null && !cameo.startsWith(code)) continue;
      const entry = { words, class: kind as 'verb' | 'noun' | 'adj', type: one.type, mode: orNull(mode), cameo, frame };
      found.push({ ...entry, needs: orNull(needs) });
    }
  }
  return found;
}
