// How each stance is drawn: a sign and its word, never colour alone.
export const STANCES: Readonly<Record<string, string>> = { accepts: '●', conditional: '◐', rejects: '✗', unclear: '○' };
