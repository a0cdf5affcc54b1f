// A token in, whether its capitals are the short name of a body though its letters are a common word: "WHO", "IS".
import type { Pieces } from '../text/text.ts';

/** How many tokens around are looked at for small letters. */
const NEAR = 4;
const SMALL = /\p{Ll}{2}/u;
/** What leads a name and no verb: behind these "IS" is no shouted "is". */
const BEFORE =
  /^(?:by|of|against|from|with|the|and|or|to|for|between|so-called|anti|pro|joined|join|fighting|fight|defeat|defeating|like|as|including|than|under|[("“‘',;:–—-])$/iu;

/** What belongs to a body and stands behind its name. */
const BEHIND =
  /^(?:fighters?|militants?|jihadis?t?s?|terrorists?|insurgents?|positions?|targets?|forces|leaders?|commanders?|members?|strongholds?|affiliates?|hideouts?|cells?|supporters?|sympathi[sz]ers?|propaganda|group|caliphate|gunmen|bombers?|attacks?|extremists?|recruits?|territory|convoys?|advance|rule|control|claims?|says?|said|has|had|killed|attacked|seized|captured|released|beheaded|carried)$/u;

/** Whether the token is "WHO", or "IS" where a name can stand, in a text that is not all in capitals. */
export function isAcronym(text: string, tokens: Pieces, token: number): boolean {
  const from = tokens.start[token] as number;
  const size = (tokens.end[token] as number) - from;
  if (size !== 2 && size !== 3) return false;
  const first = text.charCodeAt(from);
  // 73 I, 83 S, 87 W, 72 H, 79 O
  if (size === 2) return first === 73 && text.charCodeAt(from + 1) === 83 && isBody(text, tokens, token, true);
  return (
    first === 87 &&
    text.charCodeAt(from + 1) === 72 &&
    text.charCodeAt(from + 2) === 79 &&
    isBody(text, tokens, token, false)
  );
}

function isBody(text: string, tokens: Pieces, token: number, is: boolean): boolean {
  const word = (at: number) => text.slice(tokens.start[at], tokens.end[at]);
  if (is && token > 0 && !BEHIND.test(word(token + 1))) {
    const before = word(token - 1);
    // "Islamic State (IS) militants" names it in full
    if (/[([]$/.test(before)) return false;
    // "bombed IS", and the sentence's first word
    if (!BEFORE.test(before) && !/[.!?]$|\p{Ll}ed$/u.test(before)) return false;
  }
  // "THE WAR IS OVER": a line in capitals tells nothing
  for (const step of [-1, 1])
    for (let at = token + step, steps = 0; at >= 0 && at < tokens.length && steps < NEAR; at += step, steps++) {
      const near = word(at);
      if (/[.!?]$/.test(near) || SMALL.test(near)) break;
      if (near.length > 4 && /^\p{Lu}{2,}$/u.test(near)) return false;
    }
  return true;
}
