// The events of a report in order in; "they" who agreed or talked after a meeting settled as those who met, out.
import type { Draft } from './draft.ts';
import type { Matcher } from './match.ts';

/** How many sentences behind a meeting "they" are those who met. */
const NEAR = 3;
const TOGETHER: ReadonlySet<string> = new Set(['AGREE', 'CONSULT', 'COOPERATE']);

/** "Kern met Holt in Lintz. They also agreed to work together": Kern and Holt, and not the militants whom they spoke of. */
export function metBefore(drafts: readonly Draft[], { view }: Matcher): void {
  let met: Draft | null = null;
  for (const draft of drafts) {
    const { agents, trigger } = draft.coded;
    if (
      met &&
      TOGETHER.has(draft.code.type) &&
      agents.length === 1 &&
      view.lower[agents[0] as number] === 'they' &&
      (view.sentence[trigger] ?? 0) - (view.sentence[met.coded.trigger] ?? 0) <= NEAR &&
      (view.sentence[trigger] ?? 0) > (view.sentence[met.coded.trigger] ?? 0)
    ) {
      draft.actors = [...met.actors];
      draft.recipients = draft.recipients.filter((one) => !met?.actors.includes(one));
    }
    if (draft.code.type === 'CONSULT' && draft.status === 'asserted' && draft.actors.length > 1) met = draft;
  }
}
