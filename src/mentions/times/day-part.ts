// A word for a part of the day in, its TIMEX3 letters out.
const PARTS: Readonly<Record<string, string>> = {
  morning: 'MO',
  mornings: 'MO',
  afternoon: 'AF',
  evening: 'EV',
  night: 'NI',
  nights: 'NI',
  noon: 'MI',
  dawn: 'MO',
  dusk: 'EV',
  daybreak: 'MO',
  midday: 'MI',
};

export const dayPart = (word: string | undefined): string | null => PARTS[word ?? ''] ?? null;
