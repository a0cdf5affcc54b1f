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
export function isAcronym(text: string, { length, start, end }: Pieces, token: number): boolean {
  const from = start[token] as number;
  const size = (end[token] as number) - from;
  if (size !== 2 && size !== 3) return false;
  // 73 I, 83 S, 87 W, 72 H, 79 O
  const is = size === 2 && text.charCodeAt(from) === 73 && text.charCodeAt(from + 1) === 83;
  const who =
    size === 3 && text.charCodeAt(from) === 87 && text.charCodeAt(from + 1) === 72 && text.charCodeAt(from + 2) === 79;
  if (!is && !who) return false;
  if (is && token > 0 && !BEHIND.test(word(token + 1))) {
    const before = word(token - 1);
    // "Islamic State (IS) militants" names it in full
    if (/[([]$/.test(before)) return false;
    // "bombed IS", and the sentence's first word
    if (!BEFORE.test(before) && !/[.!?]$|\p{Ll}ed$/u.test(before)) return false;
  }
  // "THE WAR IS OVER": a line in capitals tells nothing
  return isSmall(-1) && isSmall(1);

  function word(at: number): string {
    return text.slice(start[at], end[at]);
  }
  /** Whether the nearest word on one side has small letters, or none is near. */
  function isSmall(step: number): boolean {
    for (let at = token + step, steps = 0; at >= 0 && at < length && steps < NEAR; at += step, steps++) {
      const near = word(at);
      if (/[.!?]$/.test(near)) return true;
      if (SMALL.test(near)) return true;
      if (/^\p{Lu}{2,}$/u.test(near) && near.length > 4) return false;
    }
    return true;
  }
}
