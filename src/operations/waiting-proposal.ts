// What somebody decides upon in, the proposal that it would settle out; null where it is about something else.
import type { ProposalRow } from '../store/proposals.ts';
import type { Store } from '../store/store.ts';
import { OperationError } from './operation.ts';

/** Throws OperationError for a proposal that is not there, is settled, or is decided together with something else. */
export async function waitingProposal(
  store: Store,
  act: string,
  targets: readonly string[],
): Promise<ProposalRow | null> {
  const [id = ''] = targets.filter((target) => target.startsWith('proposal:'));
  if (id === '' || act === 'comment') return null;
  if (targets.length !== 1 || (act !== 'accept' && act !== 'reject'))
    throw new OperationError('input/decision', 'Proposals are accepted or rejected, one at a time.');
  const row = (await store.team.proposals.list()).find((one) => one.id === id);
  if (!row) throw new OperationError('decision/unknown-target', `There is no ${id}.`);
  if (row.decision !== null)
    throw new OperationError('decision/settled', `${id} was settled by ${row.decision}; undo that to decide anew.`);
  return row;
}
