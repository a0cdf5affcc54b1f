// The first steps, and which of them somebody has done in this browser.

export const STEPS = {
  words: 'On the Desk, press v: the words of both accounts light up in their report',
  pick: 'Back on the Desk, press 1 to take a value, then w to say why in one line',
  undo: 'Press u: the decision is taken back',
  history: 'Press g h: nothing is lost, every decision stands there',
  time: 'Press g f, then ←: chart and numbers go back in time together',
  read: 'Press g n and paste a report of yours, or drop a file: what it says stands beside it, and what was not read',
  add: 'Select words in a report, press n and f: a figure of your own',
  carry: 'In Figures or Explore, press y to copy a value with its source, or E to carry all away',
  work: 'Choose your work, below: it sets what comes first',
} as const;
export type Step = keyof typeof STEPS;

const STORED = 'recount.tour';
const listeners = new Set<() => void>();
export const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
export const stored = (): string | null => window.localStorage.getItem(STORED);
/** Null when nobody is on tour. */
export function doneSteps(): ReadonlySet<Step> | null {
  const text = stored();
  return text === null || text === 'hidden'
    ? null
    : new Set(text.split(' ').filter((one): one is Step => one in STEPS));
}
export function store(text: string): void {
  window.localStorage.setItem(STORED, text);
  for (const listener of listeners) listener();
}
/** Ticks a step, where somebody is on tour. */
export function ticked(step: Step): void {
  const done = doneSteps();
  if (done && !done.has(step)) store([...done, step].join(' ') || ' ');
}
