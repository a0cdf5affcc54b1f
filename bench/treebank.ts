// A CoNLL-U treebank (plain or gzipped) in, its raw text with the true words and sentences by offset out.
export interface RawTreebank {
  /** Sentences of a paragraph joined by one space, paragraphs by a blank line. */
  readonly text: string;
  /** `start:end` of each syntactic word. */
  readonly words: ReadonlySet<string>;
  /** `start:end` of each sentence. */
  readonly sentences: ReadonlySet<string>;
  /** Ends of the sentences. */
  readonly ends: ReadonlySet<number>;
}

/** Rebuilds the raw text from `# text`, paragraphs from `# newpar` and `# newdoc`, and aligns every word with it. */
export function rawTreebank(conllu: string): RawTreebank {
  let text = '';
  const words = new Set<string>();
  const sentences = new Set<string>();
  const ends = new Set<number>();
  for (const block of conllu.split(/\n\n+/)) {
    const lines = block.split('\n').filter((line) => line !== '');
    const sentence = lines.find((line) => line.startsWith('# text = '))?.slice('# text = '.length);
    if (sentence === undefined) continue;
    const fresh = lines.some((line) => /^# new(?:par|doc)/.test(line));
    if (text !== '') text += fresh ? '\n\n' : ' ';
    const start = text.length;
    text += sentence;
    let at = start;
    const find = (form: string): number => {
      const found = text.indexOf(form, at);
      if (found < 0) throw new Error(`“${form}” is not in “${sentence}”`);
      return found;
    };
    let within = 0; // words still to come of a multiword token
    let tokenEnd = 0;
    for (const line of lines) {
      if (line.startsWith('#')) continue;
      const [id = '', form = ''] = line.split('\t');
      if (id.includes('.')) continue;
      if (id.includes('-')) {
        const [first = 0, last = 0] = id.split('-').map(Number);
        within = last - first + 1;
        tokenEnd = find(form) + form.length;
        continue;
      }
      // the words of a multiword token are spelt as its pieces, but for a few typing errors: then the rest is the last word's
      let from = text.indexOf(form, at);
      if (within > 0 && (from < 0 || from + form.length > tokenEnd)) from = at;
      else if (within === 0) from = find(form);
      const to =
        within === 1 ? tokenEnd : Math.min(from + form.length, within > 0 ? tokenEnd : Number.POSITIVE_INFINITY);
      words.add(`${from}:${to}`);
      at = to;
      if (within > 0) within--;
    }
    sentences.add(`${start}:${text.length}`);
    ends.add(text.length);
  }
  return { text, words, sentences, ends };
}
