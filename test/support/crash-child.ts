// Run as a process that may be killed: fills a record step by step, goes on where it was, and ends when all is there.
import { openStore } from '../../src/store/open-store.ts';
import { fullReading, madeReading } from './reading.ts';

const reportId = (n: number): string => `r${String(n).padStart(24, '0')}`;
/** Reports that each step keeps in one transaction. */
export const TOGETHER = 3;
const AT = '2026-03-05T10:00:00.000Z';
const [, , address = '', steps = '0', back = '0'] = process.argv;

/**
 * Each step is one transaction; whether it was done is read from the record itself: the writer begins `back` steps before
 * the first that is not there, and passes over what it finds. `tell` hears of each begin and end.
 */
export async function fill(
  at: string,
  count: number,
  back: number,
  tell: (said: string) => void = () => {},
): Promise<void> {
  const store = await openStore(at);
  const { total } = await store.list({ limit: 1, after: null });
  tell('open');
  for (let step = Math.max(0, total / TOGETHER - back); step < count; step++) {
    tell('begin');
    const first = fullReading({
      id: reportId(step * 3),
      url: `https://wire.example/${step % 7}`,
      published: `2026-03-${String(1 + (step % 28)).padStart(2, '0')}`,
    });
    await store.add(
      [
        first,
        madeReading({ id: reportId(step * 3 + 1) }),
        fullReading({ id: reportId(step * 3 + 2), reader: '0.0.9' }),
      ],
      AT,
    );
    if (step % 4 === 0) await store.add([fullReading({ id: reportId(step * 3 + 2), title: 'Port shelled' })], AT);
    const claim = (
      await store.claims({ kind: 'event', report: reportId(step * 3 + 2), all: true }, { limit: 1, after: null })
    ).claims[0];
    if (step % 3 === 0 && claim && claim.status === 'open')
      await store.decide({
        targets: [claim.id],
        detail: { act: step % 2 === 0 ? 'accept' : 'reject' },
        by: 'a',
        why: null,
        at: AT,
      });
    tell('end');
  }
  await store.close();
}

if (import.meta.main)
  fill(address, Number(steps), Number(back), (said) => process.stdout.write(`${said}\n`)).then(() =>
    process.stdout.write('all\n'),
  );
