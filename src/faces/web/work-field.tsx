// The field in which somebody says what the work is; the Desk and the first steps have it.
import { ticked } from './tour-steps.ts';
import { chooseWork, useWork, WORKS } from './work.ts';

export function WorkField() {
  const work = useWork();
  return (
    <label className="work">
      Your work{' '}
      <select
        value={work?.name ?? ''}
        onChange={(event) => {
          chooseWork(event.target.value);
          ticked('work');
        }}
      >
        <option value="">not chosen</option>
        {WORKS.map(({ name, about }) => (
          <option key={name} value={name}>
            {name}: {about}
          </option>
        ))}
      </select>
    </label>
  );
}
