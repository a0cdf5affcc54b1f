// The codebook, and how well the reader does by people’s own decisions.
import { focusHeading } from './path.ts';

export function QualityPage() {
  return (
    <section className="wide">
      <h1 ref={focusHeading} tabIndex={-1}>
        Quality
      </h1>
    </section>
  );
}
