// Where English writes two words as one: ’s, n’t, cannot, gonna, 5pm.
import { isDigit, isLetter } from './character.ts';

const lower = (text: string, at: number): number => text.charCodeAt(at) | 0x20;

/** The end of a clitic that begins with the apostrophe at `at` (’s ’re ’ve ’ll ’d ’m), or of ’t after n; 0 when there is none. */
export function cliticEnd(text: string, at: number, end: number): number {
  const first = at + 1 < end ? lower(text, at + 1) : 0;
  const second = at + 2 < end && isLetter(text.charCodeAt(at + 2)) ? lower(text, at + 2) : 0;
  const third = at + 3 < end && isLetter(text.charCodeAt(at + 3));
  if (second === 0)
    return first === 115 || first === 100 || first === 109 || (first === 116 && lower(text, at - 1) === 110)
      ? at + 2
      : 0;
  if (third) return 0;
  const two = first * 256 + second;
  return two === 0x7265 || two === 0x7665 || two === 0x6c6c ? at + 3 : 0; // re, ve, ll
}

const JOINED = new Map([
  ['cannot', 3],
  ['gonna', 3],
  ['wanna', 3],
  ['gotta', 3],
  ['gimme', 3],
  ['lemme', 3],
  ['dont', 2],
  ['doesnt', 4],
  ['didnt', 3],
  ['isnt', 2],
  ['wasnt', 3],
  ['couldnt', 5],
  ['wouldnt', 5],
  ['shouldnt', 6],
  ['havent', 4],
  ['hasnt', 3],
  ['hadnt', 3],
  ['arent', 3],
  ['werent', 4],
]);
const UNITS = new Set([
  'm',
  'k',
  'b',
  'bn',
  'mn',
  'tn',
  'pm',
  'am',
  'km',
  'kg',
  'mm',
  'cm',
  'ft',
  'x',
  'mi',
  'lb',
  'lbs',
  'kw',
  'mw',
  'gw',
  'mph',
  'kph',
  'p.m.',
  'a.m.',
]);

/** Where to cut the word `start..end`, or `end` when it is one word. Inside “cannot”, before a unit. */
export function wordCuts(text: string, start: number, end: number): number {
  const first = text.charCodeAt(start);
  if (isDigit(first)) {
    if (!isLetter(text.charCodeAt(end - 1)) && text.charCodeAt(end - 1) !== 46) return end;
    let at = start;
    while (at < end && (isDigit(text.charCodeAt(at)) || (text.charCodeAt(at) < 59 && isDigit(text.charCodeAt(at + 1)))))
      at++;
    return at < end && end - at <= 4 && UNITS.has(text.slice(at, end).toLowerCase()) ? at : end;
  }
  if (end - start < 4 || end - start > 8) return end;
  const last = lower(text, end - 1);
  if (last !== 116 && last !== 97 && last !== 101) return end; // t, a, e
  return start + (JOINED.get(text.slice(start, end).toLowerCase()) ?? end - start);
}
