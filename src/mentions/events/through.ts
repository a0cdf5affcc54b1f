// Events whose own party is an event ("condemned the strike", "the operation was condemned") in; whoever did that deed made their recipient, out.
import { DET } from '../actors/token-view.ts';
import { type Draft, settled } from './draft.ts';
import type { Matcher } from './match.ts';

/** Nouns that go on with a deed of violence told before. */
const DEED: ReadonlySet<string> = new Set([
  'operation', 'offensive', 'incursion', 'invasion', 'assault', 'attack', 'strike', 'raid', 'bombing', 'killing', 'crackdown', 'aggression', 'bombardment', 'airstrike', 'shelling',
]); // biome-ignore format: one table
/** Types by which one judges what another did. */
const JUDGING: ReadonlySet<string> = new Set(['ACCUSE', 'REJECT', 'SUPPORT', 'PROTEST']);
/** How many events before it such a deed is looked for among. */
const BACK = 12;

/** "Condemned the strike", "drew a rebuke": what an event's own party is when the words name an event there. */
export function throughEvents(drafts: readonly Draft[], byToken: ReadonlyMap<number, Draft>, match: Matcher): void {
  for (let i = 0; i < drafts.length; i++) {
    const draft = drafts[i] as Draft;
    if (draft.recipients.length > 0 || draft.coded.mutual) continue;
    for (const token of draft.coded.patients) {
      const other = byToken.get(token);
      const through = other ? settled(other) : toldBefore(token, i, drafts, draft, match);
      if (!through || through === draft) continue;
      draft.recipients = through.actors.filter((actor) => !draft.actors.includes(actor));
      if (draft.recipients.length > 0) break;
    }
  }
}

/** "Turkey began an offensive. The operation was condemned": the last deed of violence of which it is told who did it. */
function toldBefore(token: number, i: number, drafts: readonly Draft[], draft: Draft, match: Matcher): Draft | null {
  const { view } = match;
  if (!JUDGING.has(draft.code.type) || !DEED.has(match.lemma(token)) || !isBareDefinite(token, match)) return null;
  for (let k = i - 1; k >= 0 && k > i - BACK; k--) {
    const earlier = settled(drafts[k] as Draft);
    if (earlier.code.type !== 'ASSAULT' || earlier.coded.trigger > token) continue;
    const near = (view.paragraph[token] ?? 0) - (view.paragraph[earlier.coded.trigger] ?? 0) < 4;
    return near && earlier.status === 'asserted' && earlier.actors.length > 0 ? earlier : null;
  }
  return null;
}

/** "The operation", and nothing that says which. */
function isBareDefinite(token: number, { view: { lower, upos } }: Matcher): boolean {
  const before = lower[token - 1] ?? '';
  return upos[token - 1] === DET && (before === 'the' || before === 'this') && lower[token + 1] !== 'of' && lower[token + 1] !== 'on';
} // biome-ignore format: one condition
