// Bytes in, one well-formed string out, with the encoding that was used and what was wrong with it.
import type { Issue } from './issue.ts';

export interface Decoded {
  readonly text: string;
  readonly issues: readonly Issue[];
}

/** `type` is a media type that may name a charset. Never throws: bytes that fit no encoding are marked with U+FFFD. */
export function decode(bytes: Uint8Array, type: string): Decoded {
  const issues: Issue[] = [];
  const declared = charsetOf(bytes, type);
  if (declared !== null) {
    try {
      // a declaration of UTF-16 inside text that is plainly not is a page's old mistake
      const label = /^utf-?16/i.test(declared) && !looksWide(bytes) && !hasMark(bytes) ? 'utf-8' : declared;
      if (!/^utf-?8$/i.test(label)) return { text: new TextDecoder(label).decode(bytes).toWellFormed(), issues };
    } catch {
      issues.push({
        code: 'report/unknown-encoding',
        span: null,
        message: `the declared encoding “${declared.slice(0, 40)}” is not known; the bytes were read as UTF-8`,
      });
    }
  } else if (looksWide(bytes)) {
    return { text: new TextDecoder(bytes[0] === 0 ? 'utf-16be' : 'utf-16le').decode(bytes).toWellFormed(), issues };
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), issues };
  } catch {
    if (declared === null && !mostlyUtf8(bytes)) {
      issues.push({
        code: 'report/not-utf-8',
        span: null,
        message: 'the bytes are not UTF-8; they were read as Windows-1252',
      });
      return { text: new TextDecoder('windows-1252').decode(bytes).toWellFormed(), issues };
    }
    issues.push({
      code: 'report/invalid-utf-8',
      span: null,
      message: 'some bytes are not UTF-8; they are shown as U+FFFD',
    });
    return { text: new TextDecoder('utf-8').decode(bytes), issues };
  }
}

/** What names the encoding: a byte order mark, the media type, an XML declaration, or an HTML meta element. */
function charsetOf(bytes: Uint8Array, type: string): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const given = /charset\s*=\s*["']?([\w.:-]+)/i.exec(type)?.[1];
  if (given !== undefined) return given;
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2048));
  if (!head.includes('<')) return null;
  return (
    /<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]+)/i.exec(head)?.[1] ??
    /<meta[^>]{0,200}?charset\s*=\s*["']?([\w.:-]+)/i.exec(head)?.[1] ??
    null
  );
}

/**
 * Whether more of what is not ASCII is whole UTF-8 sequences than is not: then one damaged byte must not turn every
 * quotation mark of a report into three letters. Text of Windows-1252 hardly ever forms such a sequence.
 */
function mostlyUtf8(bytes: Uint8Array): boolean {
  let whole = 0;
  let broken = 0;
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at] as number;
    if (lead < 0x80) continue;
    const more = lead >= 0xf0 && lead < 0xf5 ? 3 : lead >= 0xe0 ? 2 : lead >= 0xc2 ? 1 : 0;
    let follows = 0;
    while (follows < more && ((bytes[at + follows + 1] ?? 0) & 0xc0) === 0x80) follows++;
    if (more > 0 && follows === more && lead < 0xf5) {
      whole++;
      at += more;
    } else broken++;
  }
  return whole > broken;
}

const hasMark = (bytes: Uint8Array): boolean =>
  (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);

/** Every second byte is zero, as in UTF-16 of a European language. */
function looksWide(bytes: Uint8Array): boolean {
  const length = Math.min(bytes.length & ~1, 512);
  if (length < 4) return false;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < length; at += 2) {
    if (bytes[at] === 0) even++;
    if (bytes[at + 1] === 0) odd++;
  }
  const most = length / 2;
  return (even > most * 0.7 && odd < most * 0.1) || (odd > most * 0.7 && even < most * 0.1);
}
