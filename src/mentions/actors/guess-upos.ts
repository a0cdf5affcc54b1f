// Tokens without grammar in, a part of speech for each from closed word classes, capitals and endings out.
import { UPOS, type Upos } from '../../grammar/parsed.ts';
import type { Tokens } from '../../text/text.ts';
import { cueForms } from '../statements/cues.ts';

const CLOSED: readonly (readonly [Upos, string])[] = [
  ['DET', 'the a an this that these those every each some any no all both another'],
  [
    'PRON',
    'i you he she it we they me him her us them his its their our your my mine who whom whose which what himself herself itself themselves myself there everyone everybody someone nobody',
  ],
  [
    'ADP',
    'of in on at by for with from to into about against over under after before during between through near without within among toward towards despite amid following via outside inside since until per as',
  ],
  [
    'AUX',
    "is are was were be been being am has have had having do does did will would shall should can could may might must 's 're 've 'll 'd ’s ’re ’ve ’ll ’d",
  ],
  ['CCONJ', 'and or but nor'],
  ['SCONJ', 'because although though while whether if unless'],
  ['PART', "not n't n’t"],
  [
    'ADV',
    'also later then now again still just only even earlier repeatedly recently however never often soon already too very once when where how why',
  ],
];
const KNOWN = new Map(
  CLOSED.flatMap(([upos, words]) => words.split(' ').map((word) => [word, UPOS.indexOf(upos)] as const)),
);
const of = (upos: Upos) => UPOS.indexOf(upos);

/** Parts of speech guessed word by word: enough to find a speaker beside a cue where no grammar is at hand. */
export function guessUpos(text: string, tokens: Tokens, lower: readonly string[]): Uint8Array {
  const upos = new Uint8Array(tokens.length);
  const verbs = cueForms();
  for (let i = 0; i < tokens.length; i++) {
    const word = lower[i] ?? '';
    const first = text.charAt(tokens.start[i] ?? 0);
    const capital = first !== first.toLowerCase();
    if (!/[\p{L}\p{N}]/u.test(word)) upos[i] = of('PUNCT');
    else if (/^\p{N}/u.test(word)) upos[i] = of('NUM');
    else if (KNOWN.has(word) && !(word === 'us' && first === 'U')) upos[i] = KNOWN.get(word) ?? 0;
    else if (capital) upos[i] = of('PROPN');
    else if (verbs.has(word)) upos[i] = of('VERB');
    else if (word.endsWith('ly')) upos[i] = of('ADV');
    else upos[i] = of('NOUN');
  }
  return upos;
}
