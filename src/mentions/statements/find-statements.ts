// A parsed text and its cast in, its statements out: direct, indirect and mixed, each with its speaker, cue and words.
import type { Parsed } from '../../grammar/parsed.ts';
import type { Span } from '../../report/span.ts';
import type { Found as Cast } from '../actors/actor.ts';
import { type TokenView, viewTokens } from '../actors/token-view.ts';
import type { Mention } from '../mention.ts';
import { circumstances } from './circumstances.ts';
import { findUtterances } from './find-utterances.ts';
import type { Found, Statement } from './statement.ts';
import type { Phrase, Range, Utterance } from './utterance.ts';

/** Statements of a text. Never throws on what it reads; null speakers say that the words settle none. */
export function findStatements(parsed: Parsed, actors: Cast): Found {
  const view = viewTokens(parsed);
  const statements: Mention<Statement>[] = [];
  for (const utterance of findUtterances(parsed).all) {
    const mention = toMention(view, utterance, actors);
    if (mention) statements.push(mention);
  }
  return { statements, issues: [] };
}

function spanOf(view: TokenView, range: Range): Span {
  return { start: view.start[range.from] ?? 0, end: view.end[range.to - 1] ?? 0 };
}

function actorAt(view: TokenView, cast: Cast, phrase: Phrase | null): number | null {
  if (!phrase) return null;
  // "Fashion designer Anna Kern": where the head means nobody, the name that ends the phrase does.
  const mention =
    cast.mentions[cast.mentionAt[phrase.head] ?? -1] ??
    cast.mentions[cast.mentionAt[phrase.to - 1] ?? -1] ??
    // "Holt's office said": in Holt's name
    (/^(?:office|aides)$/.test(view.lower[phrase.head] ?? '') && /^['’]s?$/.test(view.lower[phrase.head - 1] ?? '')
      ? cast.mentions[cast.mentionAt[phrase.head - 2] ?? -1]
      : undefined);
  return mention ? mention.value.actor : null;
}

/** The speaker as printed: with the whole name where the phrase is a part of it ("Secretary" of "Secretary of State Anna Kern"). */
function printed(view: TokenView, phrase: Phrase, cast: Cast): Span {
  const own = spanOf(view, phrase);
  const mention = cast.mentions[cast.mentionAt[phrase.head] ?? -1];
  return mention && mention.span.start <= own.start && own.end <= mention.span.end ? mention.span : own;
}

/** Marks that the form of a statement is read from. */
function quotesIn(view: TokenView, range: Range): boolean {
  for (let i = range.from; i < range.to; i++) if (view.quoteAt[i] !== -1) return true;
  return false;
}

function toMention(view: TokenView, utterance: Utterance, cast: Cast): Mention<Statement> | null {
  const content = utterance.content.filter((range) => range.to > range.from).map((range) => spanOf(view, range));
  const first = content[0];
  if (!first) return null;
  const around = circumstances(view, utterance);
  const form = utterance.quoted
    ? 'direct'
    : utterance.rule === 'statements/nested'
      ? 'indirect' // the quoted one's wording of what somebody else said
      : utterance.content.some((range) => quotesIn(view, range))
        ? 'mixed'
        : 'indirect';
  const cue = utterance.cue ? spanOf(view, utterance.cue) : null;
  const speakerSpan = utterance.speaker ? printed(view, utterance.speaker, cast) : null;
  const spans = [...content, ...(cue ? [cue] : []), ...(speakerSpan && !utterance.carried ? [speakerSpan] : [])];
  const addressee = utterance.addressee ?? around.addressee;
  return {
    span: { start: Math.min(...spans.map((s) => s.start)), end: Math.max(...spans.map((s) => s.end)) },
    head: utterance.head,
    value: {
      speaker: actorAt(view, cast, utterance.speaker), speakerSpan, addressee: actorAt(view, cast, addressee), addresseeSpan: addressee ? spanOf(view, addressee) : null,
      channel: around.channel ? spanOf(view, around.channel) : null, cue, form, act: utterance.act, content, when: around.when ? spanOf(view, around.when) : null,
    }, // biome-ignore format: one row
    basis: utterance.carried || form === 'indirect' ? 'implied' : 'stated',
    rule: utterance.rule,
    why: utterance.why,
    from: [],
  };
}
