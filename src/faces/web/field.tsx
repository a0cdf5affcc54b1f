// A text field of the query, taken over when it is left or Enter is pressed.
import { setQuery } from './path.ts';

export function Field({ name, label, value }: { name: string; label: string; value: string | null }) {
  return (
    <label>
      {label}
      <input
        key={value ?? ''}
        type="text"
        defaultValue={value ?? ''}
        onBlur={(event) => setQuery(name, event.target.value.trim())}
        onKeyDown={(event) => event.key === 'Enter' && setQuery(name, event.currentTarget.value.trim())}
      />
    </label>
  );
}
