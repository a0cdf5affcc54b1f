// The claim that a list stands at in, the keys by which it is decided upon, edited and looked up out: the same on every list.
import { copy } from './copied.ts';
import { tellDone, useDecide } from './decisions.tsx';
import { openDrawer } from './drawer.tsx';
import type { Key } from './keys.tsx';
import { go } from './path.ts';
import { addressOf, type WordsAt } from './words.tsx';

interface At {
  readonly id: string;
  /** What the status line calls it: "killed 9". */
  readonly called: string;
  readonly words: WordsAt | null;
  /** The line by which it is quoted. */
  readonly quoted?: string;
}

export function useClaimKeys(now: At | null): readonly Key[] {
  const { send, busy } = useDecide();
  const act = (what: 'accept' | 'reject', said: string) => {
    if (now && !busy) send({ act: what, targets: [now.id], said: `${said} ${now.called}` });
  };
  return [
    { key: 'a', does: 'Accept', run: () => act('accept', 'Accepted') },
    { key: 'x', does: 'Reject', run: () => act('reject', 'Rejected') },
    { key: 'e', does: 'Edit its fields', run: () => now && openDrawer({ what: 'edit', claim: now.id, words: null }) },
    {
      key: 'c',
      does: 'Comment',
      run: () => now && openDrawer({ what: 'comment', target: now.id, about: now.called }),
    },
    { key: 'v', does: 'Show the words in their report', run: () => now?.words && go(addressOf(now.words)) },
    { key: 'y', does: 'Copy it with who says so', run: () => now?.quoted !== undefined && copyTold(now.quoted) },
  ];
}

/** Copies a line and says so at the foot. */
export const copyTold = (line: string): void =>
  void copy(line).then((done) => tellDone(done ? `Copied ${line}` : 'This browser lets nobody copy'));
