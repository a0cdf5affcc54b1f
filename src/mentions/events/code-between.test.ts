// Sentences with two marked parties in, what is told between them out.
import { describe, expect, it } from 'vitest';
import { codeBetween } from '../../reading/code-between.ts';

/** [who] acts, {whom} is acted upon. */
function marked(sentence: string): { text: string; source: { start: number; end: number }[]; target: { start: number; end: number }[] } {
  let text = '';
  const source: { start: number; end: number }[] = [];
  const target: { start: number; end: number }[] = [];
  let open = 0;
  for (const one of sentence) {
    if (one === '[' || one === '{') open = text.length;
    else if (one === ']') source.push({ start: open, end: text.length });
    else if (one === '}') target.push({ start: open, end: text.length });
    else text += one;
  }
  return { text, source, target };
} // biome-ignore format: one long type

const told = (sentence: string) => {
  const { text, source, target } = marked(sentence);
  return codeBetween(text, source, target);
};

describe('the event between two given parties', () => {
  const cases: readonly [sentence: string, type: string, how: string][] = [
    ['[Dorvania] shelled {Velmar}, and Oster condemned the attack.', 'ASSAULT', 'both'],
    ['Dorvania shelled Velmar, and [Oster] condemned {Dorvania}.', 'ACCUSE', 'both'],
    ['[The Greys] attacked {the Blues} at dawn.', 'ASSAULT', 'both'],
    ['{The Blues} were attacked by [the Greys] at dawn.', 'ASSAULT', 'both'],
    ['[Dorvania] and {Oster} signed an agreement.', 'SUPPORT', 'both'],
    ['[The envoy] refused to meet {the Greys}.', 'REJECT', 'both'],
    ['[A council of elders] agreed to help {the weavers}.', 'AGREE', 'both'],
    // the topic of a protest is the protest's
    ['[Villagers] took to the streets to denounce {the council}.', 'PROTEST', 'both'],
    // what was done, and not what it was to bring about
    ['[Police] used tear gas to disperse {demonstrators}.', 'ASSAULT', 'both'],
    // what somebody was called, sent or came for
    ['[Inspectors] flew to {Velmar} to investigate the killings.', 'ACCUSE', 'both'],
    ['[Nine families] arrived in {Velmar} seeking refuge.', 'REQUEST', 'both'],
    // what became of talks
    ['Talks between [Velmar] and {Oster} broke down.', 'REJECT', 'both'],
    // what one may do to another
    ['[Dorvania] may impose sanctions on {Velmar}.', 'THREATEN', 'both'],
    ['[Dorvania] is considering sending doctors to {Velmar}.', 'AGREE', 'both'],
    // what the first says the second did
    ['[The council] said {Dorvanian spies} had blown up the bridge.', 'ACCUSE', 'both'],
    // a guest, and no visit
    [
      '[A lawyer] filed a lawsuit in a Velmar court against visiting {Prince Holt}, accusing him of torture.',
      'ACCUSE',
      'one',
    ],
    // what one means to do
    ['[Dorvania] wants to improve relations with {Velmar}.', 'AGREE', 'both'],
    // what is given is known by to whom
    ['[Dorvania] is sending a flotilla of medics to {Velmar}.', 'AID', 'both'],
  ];
  for (const [sentence, type, how] of cases)
    it(sentence, () => {
      const found = told(sentence);
      expect([found?.type, found?.how]).toEqual([type, how]);
    });

  it('is none where no word codes one', () => expect(told('[Dorvania] lies north of {Oster}.')).toBeNull());

  it('names the words that tell it, in the text as given', () => {
    const { text, source, target } = marked('  [Dorvania] shelled {Velmar} on Monday.');
    const found = codeBetween(text, source, target);
    expect(found && [found.path, found.status, found.cameo]).toEqual(['shell', 'asserted', '194']);
  });

  it('refuses spans outside the text', () =>
    expect(() => codeBetween('Dorvania shelled Velmar.', [{ start: 0, end: 99 }], [])).toThrow(RangeError));
});
