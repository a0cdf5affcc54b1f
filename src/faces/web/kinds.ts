// The closed lists of values that forms offer: types of events, measures, states.
/** PLOVER types, conflict first. */
export const TYPES = [
  'ASSAULT',
  'COERCE',
  'MOBILIZE',
  'PROTEST',
  'SANCTION',
  'THREATEN',
  'REJECT',
  'ACCUSE',
  'REQUEST',
  'RETREAT',
  'AID',
  'COOPERATE',
  'CONCEDE',
  'SUPPORT',
  'CONSULT',
  'AGREE',
] as const;

/** What figures count, as far as people add or change them. */
export const MEASURES = [
  'killed',
  'injured',
  'missing',
  'captured',
  'detained',
  'displaced',
  'evacuated',
  'troops',
  'fighters',
  'people',
  'attacks',
  'launched',
  'intercepted',
  'vehicles',
  'money',
  'other',
] as const;

/** Whether an event took place. */
export const STATUSES = ['asserted', 'historical', 'future', 'hypothetical', 'negated'] as const;
export const FORMS = ['indirect', 'direct', 'mixed'] as const;
