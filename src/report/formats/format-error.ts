// What is thrown when a file cannot be opened as what it says it is: nothing of it can be kept.

/** `code` is stable for programs; `message` says what was found and what to do, and begins in the middle of a sentence. */
export class FormatError extends Error {
  override readonly name = 'FormatError';
  readonly code: 'input/damaged' | 'input/protected' | 'input/no-text' | 'input/format' | 'input/too-large';
  constructor(code: FormatError['code'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
