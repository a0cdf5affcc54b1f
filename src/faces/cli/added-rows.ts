// Rows of an intake in, the lines of them that a person reads out: what repeats is told a few times, then counted.
import type { Row } from '../../operations/intake/intake.ts';
import type { Output } from './output.ts';

/** Times that the same trouble of one input is told in full. */
const MOST = 3;

const labelOf = ({ input, part }: Row): string => (part === undefined ? input : `${input} (${part})`);

/** Messages that name their input already are left as they are. */
function messageOf(row: Row & { error: { message: string } }): string {
  const { message } = row.error;
  return message.startsWith(row.input) && row.part === undefined ? message : `${labelOf(row)}: ${message}`;
}

export interface AddedRows {
  /** One row, in the order of the inputs. */
  row(row: Row): void;
  /** After the last row: how many were kept, known and failed; null of none or one, whose line says it. */
  end(): string | null;
}

/** `kept` gets the line of a report; troubles are told on `output`. */
export function addedRows(output: Pick<Output, 'err'>, kept: (line: string) => unknown): AddedRows {
  const failed = (line: string) => output.err(`recount: ${line}\n`);
  const outcomes = { new: 0, reread: 0, known: 0, failed: 0 };
  let before = { input: '', message: '' };
  let times = 0;
  const countRest = () => {
    if (times > MOST) failed(`${before.input}: the same of ${times - MOST} more`);
    times = 0;
  };
  return {
    row(row) {
      if (!('error' in row)) {
        outcomes[row.outcome]++;
        kept(`${row.outcome.padEnd(7)} ${row.id}  ${labelOf(row)}${row.title ? `  ${row.title}` : ''}`);
        return;
      }
      outcomes.failed++;
      const { message } = row.error;
      if (message !== before.message || row.input !== before.input) countRest();
      before = { input: row.input, message };
      if (++times <= MOST) failed(messageOf(row));
    },
    end() {
      countRest();
      const told = Object.entries(outcomes).filter(([, count]) => count > 0);
      const all = told.reduce((sum, [, count]) => sum + count, 0);
      return all > 1 ? told.map(([name, count]) => `${count.toLocaleString('en')} ${name}`).join(', ') : null;
    },
  };
}
