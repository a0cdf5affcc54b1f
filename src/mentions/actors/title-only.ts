// A title without a name in; whom it names ("the Ukrainian foreign minister"), or somebody described by it, out.
import type { Gender } from './actor.ts';
import { type Context, lastMentioned, type Piece, push, type Reader, raw, same } from './chunk.ts';
import { namedBehind, ofWhat } from './described.ts';
import { landLeader } from './land-leader.ts';
import { POSSESSIVE } from './phrase.ts';
import { namedOtherwise } from './same-office.ts';
import { DET, NOUN, REL, type TokenView } from './token-view.ts';

/** "The president" is no vice president. */
const LESSER = /^(?:vice|deputy|assistant|associate|under|acting|ex|former|senior|junior|first|second)[ -]/;

/** Who heads a body is of its sector: "the FBI director". */
const HEADS = /(?:^|\s)(?:director|chair|chairman|chairwoman|administrator|commissioner)$/;

/** A common noun behind a possessor that no list knows. */
const isOwned = ({ upos, lower }: TokenView, from: number, titleFrom: number, to: number): boolean =>
  upos[to - 1] === NOUN &&
  from <= titleFrom &&
  (POSSESSIVE.has(lower[titleFrom - 1] ?? '') || lower[titleFrom - 1] === 's');

/** "the president", "the Ukrainian foreign minister", "Syria's president": somebody known by office, or a described person. */
export function titleOnly(
  reader: Reader,
  from: number,
  titleFrom: number,
  to: number,
  title: {
    readonly words: string;
    readonly sector: string | null;
    readonly rank: string;
    readonly gender: Gender | null;
  },
  context: Context,
  modifier: number,
): Piece | null {
  const { view, cast } = reader;
  // "president of the bank", "leader in": the phrase may go on with a noun: then the title only modifies it.
  if (view.upos[to] === NOUN && same(view, titleFrom, to)) return null;
  // "president of France", "leader of Hamas", "spokesman for the army".
  const of = ofWhat(reader, to);
  const country = context.country ?? context.owner?.country ?? of?.country ?? null;
  const role = title.words;
  // "named Kern as the acting governor": what he is made, and not who was that before
  const made = view.lower[from - 1] === 'as' && view.relation[to - 1] !== REL.nsubj;
  if (context.definite && !context.former && !made && !namedBehind(view, to)) {
    const holders = cast.entities.filter(
      (entity) =>
        entity.kind === 'person' &&
        entity.roles.some((one) => one === role || (one.endsWith(` ${role}`) && !LESSER.test(one))) &&
        (!country || entity.country === country),
    );
    const leads = role === 'leader' && context.country !== null && !context.body && holders.length === 0;
    // whom the text has called so, before one whom only a list does: "the president" beside "Assad"
    const called = country ? [] : holders.filter((one) => one.title?.toLowerCase().endsWith(role));
    const recent = leads
      ? landLeader(reader, context.country ?? '')
      : (lastMentioned(reader, called.length > 0 ? called : holders) ??
        namedOtherwise(reader, role, title.gender, country));
    if (recent) {
      push(reader, from, to, to - 1, recent, 'title', 'title', 'the only one so far with this title');
      return { to, entity: recent };
    }
  }
  // "Velmar's chief financial officer": whatever its first word is
  if (
    !(
      context.definite ||
      reader.speakers.has(to - 1) ||
      view.upos[titleFrom] === NOUN ||
      isOwned(view, from, titleFrom, to)
    )
  )
    return null;
  if (!title.sector && !(context.sectorOfBody && HEADS.test(role)) && !reader.speakers.has(to - 1))
    return { to, entity: null };
  // "bring to justice", "was elected president": an office, and nobody who holds it
  if (
    from === titleFrom &&
    !context.definite &&
    !isOwned(view, from, titleFrom, to) &&
    !reader.speakers.has(to - 1) &&
    view.lower[from - 1] !== ',' &&
    view.text.charAt(view.start[titleFrom] ?? 0) === (view.lower[titleFrom] ?? '').charAt(0) &&
    view.upos[from - 1] !== DET
  )
    return { to, entity: null };
  const name = raw(view, context.owner ? from : modifier >= 0 ? modifier : titleFrom, to);
  const called = context.definite ? cast.find(name) : null;
  // "the minister of justice of Chad" behind one of Iraq
  const known = called && country && called.country && called.country !== country ? null : called;
  const sector =
    of?.sector && title.sector === 'GOV'
      ? of.sector
      : context.sectorOfBody && title.sector === 'GOV'
        ? context.sectorOfBody
        : context.former
          ? 'ELI'
          : (title.sector ?? (HEADS.test(role) ? context.sectorOfBody : null));
  const entity =
    known ??
    cast.add({
      name,
      kind: 'person',
      country: country ?? context.body?.country ?? null,
      sector,
      title: raw(view, titleFrom, to),
      gender: title.gender,
      named: false,
      plural: false,
      definite: context.definite,
      roles: [role],
    });
  push(reader, from, to, to - 1, entity, 'description', 'described', 'a title without a name');
  return { to, entity };
}
