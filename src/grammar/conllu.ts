// Parsed text to CoNLL-U, and CoNLL-U to a parsed text: ten columns, a blank line behind each sentence.
import { readReport } from '../report/read-report.ts';
import { readText } from '../text/read-text.ts';
import { type Text, tokenText } from '../text/text.ts';
import { type Parsed, UPOS, type Upos } from './parsed.ts';
import { headOf, relationOf, tagOf, uposOf } from './tree.ts';

/** All sentences of a parsed text. */
export function toConllu(parsed: Parsed): string {
  const { sentences, tokens, report } = parsed.text;
  const out: string[] = [];
  for (let s = 0; s < sentences.length; s++) {
    const first = sentences.firstToken[s] ?? 0;
    const last = sentences.endToken[s] ?? 0;
    const start = sentences.start[s] ?? 0;
    if (s === 0 || sentences.paragraph[s] !== sentences.paragraph[s - 1])
      out.push(s === 0 ? `# newdoc id = ${report.id}\n# newpar` : '# newpar');
    out.push(
      `# sent_id = ${report.id}-${s + 1}`,
      `# text = ${report.text.slice(start, sentences.end[s]).replace(/\s+/g, ' ')}`,
    );
    for (let at = first; at < last; at++) {
      const head = headOf(parsed, at);
      const glued = at + 1 < last && tokens.start[at + 1] === tokens.end[at];
      const misc = glued ? 'SpaceAfter=No' : '_';
      out.push(
        [
          at - first + 1,
          tokenText(parsed.text, at),
          parsed.words.lemma(at),
          uposOf(parsed, at),
          tagOf(parsed, at) || '_',
          parsed.words.features(at) || '_',
          head < 0 ? 0 : head - first + 1,
          relationOf(parsed, at) || '_',
          '_',
          misc,
        ].join('\t'),
      );
    }
    out.push('');
  }
  return out.length === 0 ? '' : `${out.join('\n')}\n`;
}

/**
 * A parsed text from CoNLL-U: words are joined by spaces unless SpaceAfter=No, one paragraph a sentence. Throws
 * RangeError with the line for a row without ten columns, a head that is not there or heads that run in a ring.
 */
export function fromConllu(conllu: string): Parsed {
  const parts: string[] = [];
  const rows: {
    form: string;
    lemma: string;
    upos: string;
    xpos: string;
    features: string;
    head: number;
    relation: string;
  }[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const bounds: { first: number; last: number }[] = [];
  let at = 0;
  let first = 0;
  const close = (line: number) => {
    if (rows.length === first) return;
    for (let i = first; i < rows.length; i++) {
      const head = rows[i]?.head ?? 0;
      if (!(Number.isInteger(head) && head >= 0 && head <= rows.length - first))
        throw new RangeError(`line ${line}: head ${head} in a sentence of ${rows.length - first} words`);
      // a ring of heads is no tree, and walking it would never end
      let up = i + 1 - first;
      for (let steps = 0; up > 0; steps++) {
        if (steps > rows.length - first) throw new RangeError(`line ${line}: word ${i + 1 - first} hangs from itself`);
        up = rows[first + up - 1]?.head ?? 0;
      }
    }
    bounds.push({ first, last: rows.length });
    first = rows.length;
    parts.push('\n');
    at++;
  };
  conllu.split('\n').forEach((line, index) => {
    if (line.startsWith('#')) return;
    if (line.trim() === '') {
      close(index);
      return;
    }
    const columns = line.split('\t');
    if (columns.length !== 10)
      throw new RangeError(`line ${index + 1}: ${columns.length} columns where CoNLL-U has ten`);
    const [id = '', form = '', lemma = '', upos = '', xpos = '', features = '', head = '', relation = '', , misc = ''] =
      columns;
    if (!/^\d+$/.test(id)) return;
    starts.push(at);
    parts.push(form);
    at += form.length;
    ends.push(at);
    rows.push({
      form,
      lemma,
      upos,
      xpos: xpos === '_' ? '' : xpos,
      features: features === '_' ? '' : features,
      head: Number(head),
      relation,
    });
    if (!misc.includes('SpaceAfter=No')) {
      parts.push(' ');
      at++;
    }
  });
  close(conllu.split('\n').length);
  const tags = [...new Set(rows.map(({ xpos }) => xpos))];
  const relations = [...new Set(rows.map(({ relation }) => relation))];
  const offsets = new Int32Array(rows.length);
  for (const { first: from, last } of bounds) offsets.fill(from, from, last);
  const text = cutAt(parts.join(''), starts, ends, bounds);
  return {
    text,
    words: {
      length: rows.length,
      upos: Uint8Array.from(rows, ({ upos }) => Math.max(0, UPOS.indexOf(upos as Upos))),
      tag: Uint8Array.from(rows, ({ xpos }) => tags.indexOf(xpos)),
      head: Int32Array.from(rows, ({ head }, i) => (head === 0 ? -1 : (offsets[i] as number) + head - 1)),
      relation: Uint8Array.from(rows, ({ relation }) => relations.indexOf(relation)),
      tags,
      relations,
      features: (index) => rows[index]?.features ?? '',
      lemma: (index) => rows[index]?.lemma ?? '',
    },
  };
}

/** A Text with the given words and sentences; its quotations are found as always. */
function cutAt(
  content: string,
  starts: readonly number[],
  ends: readonly number[],
  bounds: readonly { first: number; last: number }[],
): Text {
  const text = readText(readReport(content, { type: 'text/plain' }));
  const start = Int32Array.from(bounds, ({ first }) => starts[first] ?? 0);
  const end = Int32Array.from(bounds, ({ last }) => ends[last - 1] ?? 0);
  const sentence = new Int32Array(starts.length);
  bounds.forEach(({ first, last }, s) => {
    sentence.fill(s, first, last);
  });
  return {
    ...text,
    paragraphs: { length: bounds.length, start, end },
    sentences: {
      length: bounds.length,
      start,
      end,
      firstToken: Int32Array.from(bounds, ({ first }) => first),
      endToken: Int32Array.from(bounds, ({ last }) => last),
      paragraph: Int32Array.from(bounds, (_, i) => i),
    },
    tokens: { length: starts.length, start: Int32Array.from(starts), end: Int32Array.from(ends), sentence },
  };
}
