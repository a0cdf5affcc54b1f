// Where punctuation hangs, on trees made by hand.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeState } from './parse-state.ts';
import { hangPunctuation } from './punctuation.ts';
import { begin } from './transitions.ts';

/** `words` are `form>head`, the head a word's number from 1, 0 for the root; marks may hang anywhere. Gives each mark's head as a form. */
function hung(words: string): string[] {
  const rows = words.split(' ').map((word) => {
    const cut = word.lastIndexOf('>');
    return { form: word.slice(0, cut), head: Number(word.slice(cut + 1)) };
  });
  const state = makeState(rows.length);
  begin(state, rows.length);
  rows.forEach(({ form, head }, i) => {
    state.upos[i] = /^\p{P}+$/u.test(form) ? 1 : 0;
    state.head[i] = head === 0 ? rows.length : head - 1;
  });
  hangPunctuation(state, 1, 9, (i) => (rows[i]?.form.length === 1 ? rows[i].form.charCodeAt(0) : 0));
  return rows.flatMap(({ form }, i) =>
    state.upos[i] === 1 ? [`${form} ${rows[state.head[i] as number]?.form ?? 'root'} ${state.label[i]}`] : [],
  );
}

describe('punctuation hangs', () => {
  it.each([
    ['on the root at the end', 'They>2 left>0 .>1', ['. left 9']],
    ['on the clause before the main one', 'If>3 they>3 attack>6 ,>3 we>6 respond>0 .>6', [', attack 9', '. respond 9']],
    ['on a clause behind', 'They>2 fired>0 ,>2 killing>2 two>4', [', killing 9']],
    ['on each conjunct', 'food>0 ,>1 water>1 and>5 bread>1', [', water 9']],
    [
      'on an apposition before, on the phrase it ends behind',
      'Kolo>7 ,>1 the>4 mayor>1 ,>1 has>7 resigned>0',
      [', mayor 9', ', Kolo 9'],
    ],
    [
      'both marks of a pair on what is between',
      '“>2 We>3 agree>0 ,>3 ”>1 he>7 said>3 .>3',
      ['“ agree 9', ', said 9', '” agree 9', '. agree 9'],
    ],
    ['on a bracket’s inside', 'Kolo>5 (>1 left>1 )>1 spoke>0', ['( left 9', ') left 9']],
  ])('%s', (_, words, wanted) => {
    const found = hung(words);
    expect(found).toEqual(wanted);
  });

  it('leaves a sentence of punctuation, or with a mark as its root, as it is', () => {
    expect(hung('.>0')).toEqual(['. root 0']);
    expect(hung('They>2 :>0 we>2')).toEqual([': root 0']);
  });

  it('keeps a tree a tree, with words under words', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom('a', '“', '”', '(', ')', ',', '"'), fc.nat()), {
          minLength: 1,
          maxLength: 30,
        }),
        (rows) => {
          const n = rows.length;
          const root = (rows[0]?.[1] ?? 0) % n;
          const state = makeState(n);
          begin(state, n);
          rows.forEach(([form, chance], i) => {
            state.upos[i] = form === 'a' ? 0 : 1;
            // towards the root, so that there are no circles
            state.head[i] = i === root ? n : i < root ? i + 1 + (chance % (root - i)) : i - 1 - (chance % (i - root));
          });
          hangPunctuation(state, 1, 9, (i) => rows[i]?.[0].charCodeAt(0) ?? 0);
          let roots = 0;
          for (let i = 0; i < n; i++) {
            let up = i;
            for (let k = 0; k <= n && up !== n; k++) up = state.head[up] ?? -1;
            expect(up).toBe(n);
            if (state.head[i] === n) roots++;
          }
          expect(roots).toBe(1);
        },
      ),
    );
  });
});
