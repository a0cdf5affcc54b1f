// A rule on parsed sentences in, a reader of trees made by hand out: the words before the rule in, the same after it out.
import { hashLower } from '../../src/grammar/hash.ts';
import { makeState, type ParseState } from '../../src/grammar/parse-state.ts';
import { begin } from '../../src/grammar/transitions.ts';

/** Sentences are `word/TAG:relation>head` a word, numbered from 1 with 0 for the root; the same without the tags comes out. */
export function hungBy(
  tags: readonly string[],
  relations: readonly string[],
  rule: (state: ParseState) => void,
): (words: string) => string {
  return (words) => {
    const rows = words.split(' ').map((word) => /^(.+)\/(.+?):(\S+)>(\d+)$/.exec(word)?.slice(1) ?? []);
    const state = makeState(rows.length);
    begin(state, rows.length);
    rows.forEach(([word = '', tag, relation = '', head], i) => {
      state.form[i] = hashLower(word, 0, word.length);
      state.tag[i] = tags.findIndex((name) => name.endsWith(` ${tag}`));
      state.label[i] = relations.indexOf(relation);
      state.head[i] = head === '0' ? rows.length : Number(head) - 1;
    });
    rule(state);
    return rows
      .map(([word], i) => {
        const head = state.head[i] as number;
        return `${word}:${relations[state.label[i] as number]}>${head === rows.length ? 0 : head + 1}`;
      })
      .join(' ');
  };
}
