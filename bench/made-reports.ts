// A number in, that many made reports of fewer made incidents out, already read: for measuring how a record grows.
import type { Reading, ReadingSpan } from '../src/reading/schema.ts';

const SYLLABLES = [
  'ka',
  'lo',
  'mi',
  'ren',
  'tu',
  'sal',
  'vo',
  'dar',
  'ne',
  'pi',
  'gor',
  'ish',
  'an',
  'bel',
  'cu',
  'fo',
];

/** The same numbers in every run. */
function randomly(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return (state >>> 0) / 4294967296;
  };
}

const word = (number: number): string => {
  let rest = number + 17;
  let made = '';
  for (let i = 0; i < 3; i++) {
    made += SYLLABLES[rest % SYLLABLES.length];
    rest = Math.floor(rest / SYLLABLES.length) + i;
  }
  return made;
};
const upper = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** Reports of `incidents` incidents over four years and two thousand towns, in order of days; each with one attack, its day, town and dead. */
export function* madeReports(count: number, incidents: number): Generator<Reading> {
  const random = randomly(5);
  const each = count / incidents;
  for (let n = 0; n < count; n++) {
    const incident = Math.floor(n / each);
    const own = randomly(incident + 1);
    const day = Math.floor((incident / incidents) * 1460);
    const date = new Date(Date.UTC(2020, 0, 1 + day)).toISOString().slice(0, 10);
    const published = new Date(Date.UTC(2020, 0, 2 + day)).toISOString().slice(0, 10);
    const town = Math.floor(own() * 2000);
    const name = upper(word(town * 3 + 1));
    const dead = 1 + Math.floor(own() * 20);
    const person = `${upper(word(Math.floor(own() * 4000)))} ${upper(word(Math.floor(own() * 4000)))}`;
    const told = Array.from({ length: 12 }, () => word(Math.floor(own() * 4000)));
    const rest = Array.from({ length: 40 }, () => word(Math.floor(random() * 4000)));
    const text = `Gunmen attacked ${name} on ${date}, killing ${dead} people, ${person} said. ${told.join(' ')}. ${rest.join(' ')}.`;
    const span = (words: string): ReadingSpan => {
      const start = text.indexOf(words);
      return { start, end: start + words.length, text: words };
    };
    const id = `r${n.toString(16).padStart(12, '0')}`;
    yield {
      format: 1,
      recount: 'made',
      report: { id, title: null, source: `Outlet ${n % 200}`, url: null, published, language: 'en', text },
      actors: [{ id: 'a1', name: person, kind: 'person', country: null, sector: null, title: null, mentions: [span(person)] }],
      places: [{ id: 'p1', name, country: 'XXA', latitude: 10 + town / 100, longitude: 20 + (town % 50), geonames: 1000 + town, precision: 'settlement', mentions: [span(name)] }],
      times: [{ id: 't1', span: span(date), type: 'DATE', value: date, interval: [date, date] }],
      figures: [{ id: 'f1', span: span(`${dead} people`), measure: 'killed', unit: null, group: null, low: dead, best: dead, high: dead, per: null, event: 'e1', statement: null }],
      events: [{
        id: 'e1', type: 'ASSAULT', mode: 'firearms', contexts: [], cameo: null, quad: 'material conflict', score: null, status: 'asserted',
        actors: [], recipients: [], place: 'p1', time: 't1', figures: ['f1'], statement: null, trigger: span('attacked'), evidence: span(`Gunmen attacked ${name}`), mentions: [span('attacked')],
      }],
      statements: [],
      unread: [],
      issues: [],
    }; // biome-ignore format: one reading
  }
}
