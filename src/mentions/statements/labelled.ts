// Paragraphs in; what stands after a name and a colon ("Kern: Talks will go on", a transcript's turns), as that name's words, out.
import { namedAt } from '../actors/lexicon.ts';
import { phraseAfter } from '../actors/phrase.ts';
import { AUX, PROPN, type TokenView, VERB } from '../actors/token-view.ts';
import type { Utterance } from './utterance.ts';

/** Labels that are no speaker. */
const NOBODY =
  /^(?:update|updated|note|photo|photos|video|watch|listen|read|more|source|sources|correction|clarification|related|exclusive|breaking|live|analysis|opinion|editorial|fact|background|warning|caution|contact|tel|email|by|via|ps|q|a|vs|part|chapter|section|resolution|act|day|step)$/;

/** Turns and headlines: a name of up to five words that opens its paragraph, a colon, and at least a clause after it. */
export function findLabelled(view: TokenView): Utterance[] {
  const found: Utterance[] = [];
  const shouted = new Map<string, number>();
  const { sentences } = view.parsed.text;
  for (let s = 0; s < sentences.length; s++) {
    const start = sentences.firstToken[s] ?? 0;
    if (start > 0 && view.paragraph[start] === view.paragraph[start - 1]) continue;
    if (view.quoteAt[start] !== -1) continue;
    const first = view.text.slice(view.start[start], view.end[start]);
    const caps = /^\p{Lu}[\p{Lu}'’-]+$/u.test(first);
    if (view.upos[start] !== PROPN && !caps) continue;
    // Taggers take a name in capitals for anything.
    const phrase =
      caps && view.lower[start + 1] === ':' ? { from: start, to: start + 1, head: start } : phraseAfter(view, start);
    if (!phrase || phrase.to - start > 5 || view.lower[phrase.to] !== ':' || NOBODY.test(view.lower[phrase.head] ?? ''))
      continue;
    // "BEIRUT: Two people were killed": a place that the report is filed from.
    const place = namedAt(view, start);
    if (place && place.to === phrase.to && place.entry.use !== 'body' && place.entry.use !== 'seat') continue;
    const label = view.text.slice(view.start[start], view.end[phrase.to - 1]);
    if (label === label.toUpperCase()) shouted.set(label, (shouted.get(label) ?? 0) + 1);
    const from = phrase.to + 1;
    if (view.quoteAt[from] !== -1 || from >= view.length || view.paragraph[from] !== view.paragraph[start]) continue;
    let to = from;
    let verb = false;
    while (to < view.length && view.paragraph[to] === view.paragraph[start]) {
      verb ||= view.upos[to] === VERB || view.upos[to] === AUX;
      to++;
    }
    if (!verb || to - from < 4 || view.lower[from] === ':') continue;
    found.push({
      cue: { from: phrase.to, to: from }, head: phrase.to, speaker: phrase, carried: false, content: [{ from, to }], quoted: false,
      act: 'say', addressee: null, rule: 'statements/labelled', why: 'a name and a colon open the paragraph',
    }); // biome-ignore format: one row
  }
  // A name in capitals that labels one paragraph only may be a place or a column; a transcript's speakers come back.
  return found.filter(({ speaker }) => {
    const count = speaker
      ? shouted.get(view.text.slice(view.start[speaker.from], view.end[speaker.to - 1]))
      : undefined;
    return count === undefined || count > 1;
  });
}
