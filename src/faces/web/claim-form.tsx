// A claim, or words selected for a new one, in; its fields as a form; what was changed as decisions that can be undone out.
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { type Claim, claimsUpon, findActors, findPlaces, getClaim, getCodebook } from './api.ts';
import { EMPTY, FieldTrouble, FORM, type FormField, type FormKind, textsOf, valueFrom } from './claim-values.ts';
import { useDecide, type Wish } from './decisions.tsx';
import { closeDrawer, type Drawn } from './drawer.tsx';
import { setHash } from './path.ts';
import { Trouble } from './trouble.tsx';

type Asked = Extract<Drawn, { what: 'add' | 'edit' }>;
/** A list of choices takes Enter for itself in some browsers; here it means the same as in a text field. */
const submitFromSelect = (event: KeyboardEvent<HTMLFormElement>) => {
  if (event.key !== 'Enter' || !(event.target instanceof HTMLSelectElement)) return;
  event.preventDefault();
  event.currentTarget.requestSubmit();
};

const FORM_KINDS = ['figure', 'event', 'statement'] as const;

export function ClaimForm({ asked }: { asked: Asked }) {
  const id = asked.what === 'edit' ? asked.claim : null;
  const query = useQuery({ queryKey: ['claim', id], queryFn: () => getClaim(id as string), enabled: id !== null });
  if (asked.what === 'add') return <Form asked={asked} claim={null} />;
  if (query.isError) return <Trouble error={query.error} retry={() => query.refetch()} />;
  return query.data ? <Form asked={asked} claim={query.data} /> : <p role="status">Loading the claim …</p>;
}

function Form({ asked, claim }: { asked: Asked; claim: Claim | null }) {
  const [kind, setKind] = useState<FormKind>(
    (claim?.kind as FormKind | undefined) ??
      (asked.what === 'add' ? asked.kind : null) ??
      guess(asked.words?.text ?? ''),
  );
  const known = claim !== null && kind in FORM ? textsOf(kind, claim) : null;
  const [typed, setTyped] = useState<Record<string, string>>({});
  const [why, setWhy] = useState('');
  const [trouble, setTrouble] = useState<FieldTrouble | null>(null);
  const { send, busy } = useDecide();
  const codebook = useQuery({ queryKey: ['codebook', null], queryFn: () => getCodebook(null), staleTime: Infinity });
  const form = useRef<HTMLFormElement>(null);
  const title = useId();
  useEffect(() => form.current?.querySelector<HTMLElement>('input:checked, select, input')?.focus(), []);
  const fields = FORM[kind] ?? [];
  const before = known ?? EMPTY[kind];
  const textOf = (name: string) => typed[name] ?? before[name] ?? '';
  const words =
    asked.words ??
    (claim && { ...(claim.evidence[0] as Claim['evidence'][number]), text: claim.evidence[0]?.quote ?? '' });
  const names = claim?.names ?? {};

  /** What goes with a type: quad class and score, by the codebook. */
  const withType = (values: Record<string, unknown>) => {
    const entry = codebook.data?.types.find(({ type }) => type === values['type']);
    return entry ? { ...values, quad: entry.quad, score: entry.score } : values;
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setTrouble(null);
    const changed = fields.filter(({ name }) => textOf(name).trim() !== (claim === null ? '' : (before[name] ?? '')));
    let values: Record<string, unknown> = {};
    try {
      for (const field of changed)
        values[field.name] = await valueFrom(field, textOf(field.name), names, words?.text ?? '');
    } catch (error) {
      if (!(error instanceof FieldTrouble)) {
        setTrouble(new FieldTrouble('', (error as Error).message));
        return;
      }
      setTrouble(error);
      form.current?.querySelector<HTMLElement>(`[name="${error.field}"]`)?.focus();
      return;
    }
    if ('type' in values) values = withType(values);
    const reason = why.trim() === '' ? {} : { why: why.trim() };
    const wishes: Wish[] =
      asked.what === 'add'
        ? [{ act: 'add', kind, report: asked.words.report, selections: [{ start: asked.words.start, end: asked.words.end }], fields: values, said: `Added ${kind === 'event' ? 'an' : 'a'} ${kind}: “${clip(asked.words.text)}”`, ...reason }]
        : Object.entries(values).map(([field, value]) => ({
            act: 'edit',
            targets: [asked.claim],
            field,
            value,
            ...(asked.words ? { selections: [{ start: asked.words.start, end: asked.words.end }] } : {}),
            said: `Edited ${Object.keys(values).slice(0, 3).join(', ')} of “${clip(words?.text ?? '')}”`,
            ...reason,
          })); // biome-ignore format: one wish a row
    if (wishes.length > 0)
      // what was added is chosen, where its report is shown
      send(
        wishes,
        ([kept]) => asked.what === 'add' && kept && window.location.hash.startsWith('#w') && setHash(kept.id),
      );
    closeDrawer();
  };
  if (claim !== null && !(kind in FORM)) return <p>A {kind} has no fields to edit here.</p>;
  return (
    <form ref={form} onSubmit={submit} onKeyDown={submitFromSelect} aria-labelledby={title} noValidate>
      <h2 id={title}>{claim === null ? 'New claim from these words' : `Edit this ${kind}`}</h2>
      {words ? (
        <p className="quote">
          <q>
            <bdi dir="auto">{words.text}</bdi>
          </q>
        </p>
      ) : null}
      {claim === null ? (
        <fieldset
          className="filters"
          onKeyDown={(event) => {
            // `n f` is a figure, `n e` an event, `n s` a statement
            const named = FORM_KINDS.find((one) => one[0] === event.key);
            if (!named || event.ctrlKey || event.metaKey || event.altKey) return;
            event.preventDefault();
            setKind(named);
          }}
        >
          <legend className="unseen">Kind of claim</legend>
          {FORM_KINDS.map((one) => (
            <label key={one} className="chip">
              <input
                type="radio"
                name="kind"
                checked={kind === one}
                onChange={() => setKind(one)}
                aria-keyshortcuts={one[0]}
              />{' '}
              {one}
            </label>
          ))}
        </fieldset>
      ) : null}
      {fields.map((field) => (
        <Input
          key={`${kind}-${field.name}`}
          field={field}
          report={asked.what === 'add' ? asked.words.report : (claim?.report ?? '')}
          value={textOf(field.name)}
          wrong={trouble?.field === field.name}
          modes={codebook.data?.types.find(({ type }) => type === textOf('type'))?.modes.map(({ mode }) => mode) ?? []}
          onChange={(value) => setTyped((now) => ({ ...now, [field.name]: value }))}
        />
      ))}
      <label>
        Why, if you like
        <input type="text" name="why" value={why} onChange={(event) => setWhy(event.target.value)} />
      </label>
      {trouble ? (
        <p role="alert" className="wrong">
          {trouble.message}
        </p>
      ) : null}
      <p className="actions">
        <button type="submit" className="primary" disabled={busy}>
          {claim === null ? 'Add' : 'Save'} <kbd>Enter</kbd>
        </button>
        <button type="button" onClick={closeDrawer}>
          Leave <kbd>Esc</kbd>
        </button>
      </p>
    </form>
  );
}

/** Words with a number are most often a count, words in quotation marks are said. */
const guess = (words: string): FormKind =>
  /^[“"]/.test(words)
    ? 'statement'
    : /\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|dozens?|hundreds?)\b/i.test(words)
      ? 'figure'
      : 'event';

const clip = (text: string) => (text.length > 40 ? `${text.slice(0, 39)}…` : text);

function Input({
  field: { name, label, as, choices },
  report,
  value,
  wrong,
  modes,
  onChange,
}: {
  field: FormField;
  report: string;
  value: string;
  wrong: boolean;
  modes: readonly string[];
  onChange(value: string): void;
}) {
  const list = useId();
  if (as === 'event' || as === 'statement')
    return (
      <label>
        {label}
        <select name={name} value={value} onChange={(event) => onChange(event.target.value)}>
          <option value="">{as === 'event' ? 'none' : 'the report’s own'}</option>
          <ClaimOptions report={report} kind={as} value={value} />
        </select>
      </label>
    );
  if (as === 'choice') {
    const all = choices?.includes(value) || value === '' ? (choices ?? []) : [value, ...(choices ?? [])];
    return (
      <label>
        {label}
        <select name={name} value={value} onChange={(event) => onChange(event.target.value)}>
          {all.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </select>
      </label>
    );
  }
  const hint =
    as === 'actors' ? ' (several with ; between)' : as === 'days' ? ': 2026-03-02, or 2026-03-02 to 2026-03-04' : '';
  const offers = as === 'actors' || as === 'actor' || as === 'place' || name === 'mode';
  return (
    <label>
      {label}
      {hint}
      <input
        type="text"
        name={name}
        value={value}
        inputMode={as === 'number' ? 'decimal' : undefined}
        aria-invalid={wrong || undefined}
        list={offers ? list : undefined}
        dir="auto"
        autoComplete="off"
        onChange={(event) => onChange(event.target.value)}
      />
      {offers ? <Offers id={list} as={as} typed={value} modes={name === 'mode' ? modes : null} /> : null}
    </label>
  );
}

/** The claims of a kind in the same report: a figure counts the victims of one of its events, and rests on one of its statements. */
function ClaimOptions({ report, kind, value }: { report: string; kind: 'event' | 'statement'; value: string }) {
  const query = useQuery({ queryKey: ['report claims', report], queryFn: () => claimsUpon(report) });
  const all = (query.data ?? []).filter(
    (one) => one.id === value || (one.kind === kind && one.standing === 'current' && one.status !== 'rejected'),
  );
  if (value !== '' && !all.some(({ id }) => id === value)) return <option value={value}>the one it has</option>;
  return all
    .sort((a, b) => (a.evidence[0]?.start ?? 0) - (b.evidence[0]?.start ?? 0))
    .map(({ id, type, fields, names, evidence }) => {
      const speaker = fields['speaker'];
      const who = typeof speaker === 'string' ? (names[speaker] ?? speaker) : null;
      const words = evidence.find(({ role }) => role === 'clause' || role === 'content') ?? evidence[0];
      return (
        <option key={id} value={id}>
          {kind === 'event' ? type : (who ?? 'not named')}: {clip(words?.quote ?? '')}
        </option>
      );
    });
}

/** Names of the record that begin like the last that is typed. */
function Offers({
  id,
  as,
  typed,
  modes,
}: {
  id: string;
  as: FormField['as'];
  typed: string;
  modes: readonly string[] | null;
}) {
  const cut = as === 'actors' ? typed.lastIndexOf(';') + 1 : 0;
  const last = typed.slice(cut).trim();
  const query = useQuery({
    queryKey: [as === 'place' ? 'places' : 'actors', last],
    queryFn: async () =>
      as === 'place'
        ? (await findPlaces(last)).places.map(({ name }) => name)
        : (await findActors(last)).actors.map(({ name }) => name),
    enabled: modes === null && last.length > 1,
    staleTime: 60_000,
  });
  const head = typed.slice(0, cut);
  return (
    <datalist id={id}>
      {[...new Set(modes ?? query.data ?? [])].slice(0, 20).map((name) => (
        <option key={name} value={modes === null && head !== '' ? `${head} ${name}` : name} />
      ))}
    </datalist>
  );
}
