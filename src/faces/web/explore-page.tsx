// Search over everything that was read: claims and reports by their words.
import { focusHeading } from './path.ts';

export function ExplorePage() {
  return (
    <section className="wide">
      <h1 ref={focusHeading} tabIndex={-1}>
        Explore
      </h1>
    </section>
  );
}
