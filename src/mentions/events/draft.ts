// An event in the making: its code and tokens while parties, status and other wordings are still being settled.
import type { Coded } from './coder.ts';
import type { Code, Status } from './event.ts';

export interface Draft {
  readonly coded: Coded;
  code: Code;
  status: Status;
  /** Indices into the cast. */
  actors: number[];
  recipients: number[];
  /** Triggers of the same event's other wordings, as tokens. */
  readonly others: number[];
  /** The draft that this one is a wording of; null while it stands alone. */
  into: Draft | null;
  /** It only says what another event's words wish, fear or promise. */
  absorbed: boolean;
  /** Its doer is only accused or suspected of it. */
  readonly alleged: boolean;
}

/** A draft of what is told to be so, with its parties found. */
export const toldDraft = (coded: Coded, actors: readonly number[], recipients: readonly number[]): Draft => ({
  coded,
  code: coded.code,
  status: 'asserted',
  actors: [...actors],
  recipients: [...recipients],
  others: [],
  into: null,
  absorbed: false,
  alleged: false,
});

/** The draft that a wording ends up in. */
export function settled(draft: Draft): Draft {
  let at = draft;
  while (at.into) at = at.into;
  return at;
}

/** Makes a draft a wording of another one. */
export function join(draft: Draft, given: Draft): void {
  const into = settled(given);
  if (into === draft || draft.into) return; // the two are one already
  draft.into = into;
  into.others.push(draft.coded.trigger, ...draft.others);
  // a wording may tell what the first one left open
  if (into.actors.length === 0 && !draft.alleged)
    into.actors = draft.actors.filter((one) => !into.recipients.includes(one));
  if (into.recipients.length === 0) into.recipients = draft.recipients.filter((one) => !into.actors.includes(one));
  if (into.code.mode === null && draft.code.type === into.code.type && draft.code.mode !== null) into.code = draft.code;
}
