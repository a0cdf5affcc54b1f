// The public subpath `recount/text`.
export { readText } from './read-text.ts';
export {
  type Pieces,
  type Quote,
  type Sentences,
  sentenceSpan,
  type Text,
  type Tokens,
  tokenSpan,
  tokenText,
} from './text.ts';
