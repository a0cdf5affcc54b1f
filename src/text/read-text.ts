// A Report in, its Text out: paragraphs, sentences, tokens and quotations. First version: words and marks.
import type { Report } from '../report/report.ts';
import type { Quote, Text } from './text.ts';

const TOKEN = /(?:[A-Za-z]\.){2,}|(?:Mr|Mrs|Ms|Dr|Gen|Col|Lt|Sen|Rep|Gov|St|Jan|Feb|Mar|Apr|Aug|Sept|Oct|Nov|Dec)\.|\d+(?:[.,:]\d+)*|[\p{L}\p{M}]+?(?=n['’]t\b)|n['’]t\b|['’](?:s|re|ve|ll|d|m)\b|[\p{L}\p{M}\p{N}]+?(?=['’](?:s|re|ve|ll|d|m)\b)|[\p{L}\p{M}\p{N}_]+|\.{2,}|--+|\S/gu;

export function readText(report: Report): Text {
  const starts: number[] = [], ends: number[] = [], sentence: number[] = [];
  const sStart: number[] = [], sEnd: number[] = [], first: number[] = [], last: number[] = [], para: number[] = [];
  const quotes: Quote[] = [];
  report.paragraphs.forEach((p, index) => {
    let open = -1;
    const begin = () => { open = starts.length; };
    const close = () => {
      if (open < 0 || open === starts.length) return;
      sStart.push(starts[open]!); sEnd.push(ends.at(-1)!); first.push(open); last.push(starts.length); para.push(index);
      open = -1;
    };
    const body = report.text.slice(p.start, p.end);
    let ended = false;
    for (const m of body.matchAll(TOKEN)) {
      const t = m[0];
      if (ended && !/^["”’)\]]$/.test(t)) { close(); ended = false; }
      if (open < 0) begin();
      starts.push(p.start + m.index); ends.push(p.start + m.index + t.length); sentence.push(sStart.length);
      if (/^[.!?]$|^\.{3}$/.test(t)) ended = true;
    }
    close();
    for (const m of body.matchAll(/“[^”]*(”|$)|"[^"]*("|$)|«[^»]*(»|$)/g)) {
      const closed = m[0].length > 1 && /[”"»]$/.test(m[0]);
      const span = { start: p.start + m.index, end: p.start + m.index + m[0].length };
      quotes.push({ span, inner: { start: span.start + 1, end: span.end - (closed ? 1 : 0) }, kind: m[0][0] === '«' ? 'guillemet' : 'double', depth: 0, closed, continues: false });
    }
  });
  return {
    report,
    paragraphs: { length: report.paragraphs.length, start: Int32Array.from(report.paragraphs, (s) => s.start), end: Int32Array.from(report.paragraphs, (s) => s.end) },
    sentences: { length: sStart.length, start: Int32Array.from(sStart), end: Int32Array.from(sEnd), firstToken: Int32Array.from(first), endToken: Int32Array.from(last), paragraph: Int32Array.from(para) },
    tokens: { length: starts.length, start: Int32Array.from(starts), end: Int32Array.from(ends), sentence: Int32Array.from(sentence) },
    quotes,
    issues: [],
  };
}
