// The reader's version, part of every reading: the same bytes and the same reader give the same reading.
/** As in package.json; a test keeps them equal. */
export const version = '0.1.0';
