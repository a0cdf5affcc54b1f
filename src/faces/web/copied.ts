// Values with who says so in, one line to quote them by and rows to carry them away out.

/** `killed 9, according to Pia Adler (Coast Radio, 4 Mar 2026): “nine people”`; what is unknown is left out. */
export function quoted({
  value,
  speaker,
  source,
  published,
  words,
}: {
  readonly value: string;
  readonly speaker?: string | null;
  readonly source: string | null;
  readonly published: string;
  readonly words: string | null;
}): string {
  return [
    value,
    speaker ? `, according to ${speaker}` : '',
    ` (${[source ?? 'source unknown', published].join(', ')})`,
    words ? `: “${words}”` : '',
  ].join('');
}

/** Puts text where other programs find it; false where the browser lets nobody. */
export async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // pages that come over plain http have no clipboard of their own
    const box = document.createElement('textarea');
    box.value = text;
    box.className = 'unseen';
    document.body.append(box);
    const before = document.activeElement;
    box.select();
    const done = document.execCommand('copy');
    box.remove();
    if (before instanceof HTMLElement) before.focus();
    return done;
  }
}

/** A cell as RFC 4180 has it; what a spreadsheet would take for a formula is kept from being one. */
function cell(value: unknown): string {
  const text = value === null || value === undefined ? '' : Array.isArray(value) ? value.join('; ') : String(value);
  const inert = /^[=+\-@\t\r]/.test(text) && Number.isNaN(Number(text)) ? `'${text}` : text;
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}

export type Row = Readonly<Record<string, unknown>>;

/** Rows as CSV with those columns, in that order. */
export const csvOf = (columns: readonly string[], rows: readonly Row[]): string =>
  [columns, ...rows.map((row) => columns.map((name) => row[name]))]
    .map((line) => `${line.map(cell).join(',')}\r\n`)
    .join('');

/** Saves text as a file of that name. */
export function download(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob(['\ufeff', text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
