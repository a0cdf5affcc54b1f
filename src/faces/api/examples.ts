// One request for each operation, as the API's description shows it: in this order they run, from an empty record on.

const STRIKE = 'raeb982e1147563acfed04ec8';
const TOLL = 'r951be44f67e4064d48149249';
const EVENT = `${STRIKE}.e10-16`;
const ONE_TEXT = 'Two people were killed in Halvorsk on Monday, the mayor said.';
const MOST = { limit: 20 };

export interface Example {
  readonly operation: string;
  readonly input: Readonly<Record<string, unknown>>;
}

const example = (operation: string, input: Example['input'] = {}): Example => ({ operation, input });

export const EXAMPLES: readonly Example[] = [
  example('add', {
    text: 'A missile strike on Halvorsk on Monday killed 14 people, Mayor Ivo Renn said.',
    title: 'Strike on Halvorsk',
    source: 'Meridian Wire',
    published: '2026-03-03',
  }),
  example('add', {
    text: 'A missile strike on Halvorsk on Monday killed nine people, Governor Pia Adler said. “We will sign only if the guns fall silent,” President Ilse Varga said. The government promised to release 40 detainees by Friday. The delegations will meet in Varnholm on Thursday.',
    title: 'Governor puts the toll at nine',
    source: 'Coast Radio',
    published: '2026-03-04',
  }),
  example('read', { text: ONE_TEXT, published: '2026-03-03' }),
  example('who', { text: ONE_TEXT, published: '2026-03-03' }),
  example('parse', { text: ONE_TEXT }),
  example('list', MOST),
  example('show', { id: TOLL }),
  example('desk', MOST),
  example('incidents', { place: 'Halvorsk', ...MOST }),
  example('incident', { id: EVENT, profile: 'acled,ucdp' }),
  example('figures', { measure: 'killed', ...MOST }),
  example('says', { speaker: 'Varga', about: 'sign', ...MOST }),
  example('issues', { speaker: 'Varga', ...MOST }),
  example('commitments', { fate: 'unknown' }),
  example('meetings', { state: 'scheduled' }),
  example('flags', { name: 'DISJOINT' }),
  example('why', { id: EVENT }),
  example('words', { id: EVENT, around: 40 }),
  example('as-of', { at: '2026-03-03', until: '2026-03-05' }),
  example('codebook', { of: 'ASSAULT' }),
  example('search', { query: 'missile strike', kind: 'event', ...MOST }),
  example('claims', { kind: 'figure', type: 'killed', ...MOST }),
  example('claim', { id: EVENT }),
  example('counts', { by: 'month,type' }),
  example('actors', { name: 'varga' }),
  example('places', { name: 'halvorsk' }),
  example('decide', { act: 'accept', targets: [EVENT], by: 'Ana Kovar', why: 'two reports tell it' }),
  example('propose', { act: 'comment', targets: [EVENT], text: 'Which weapon?', by: 'checker', why: 'no report says' }),
  example('decisions', { target: EVENT, ...MOST }),
  example('history', { id: EVENT }),
  example('undo', { ids: ['d3'], by: 'Ana Kovar', why: 'one report was a copy' }),
  example('changes', { after: '2', ...MOST }),
  example('coding-start', { coding: 'March', coders: ['Ana Kovar', 'Bo Lind'], reports: [STRIKE], by: 'Ana Kovar' }),
  example('coding', { coding: 'March', coder: 'Ana Kovar', ...MOST }),
  example('coding-judge', { coding: 'March', claim: EVENT, verdict: 'right', by: 'Ana Kovar' }),
  ...['Ana Kovar', 'Bo Lind'].flatMap((by) => [
    ...[EVENT, `${STRIKE}.f46-55`, `${STRIKE}.s0-55`].map((claim) =>
      example('coding-judge', { coding: 'March', claim, verdict: 'right', by }),
    ),
    example('coding-done', { coding: 'March', by }),
  ]),
  example('agreement', { coding: 'March' }),
  example('saved-add', {
    name: 'Killed in Halvorsk',
    search: { query: 'Halvorsk', kind: 'event' },
    by: 'Ana Kovar',
  }),
  example('saved', { by: 'Ana Kovar' }),
  example('saved-look', { id: 'saved:1', by: 'Ana Kovar' }),
  example('saved-remove', { id: 'saved:1', by: 'Ana Kovar' }),
  example('release-make', {
    name: 'v0.1',
    title: 'Talks of spring',
    authors: ['Ana Kovar'],
    licence: 'CC-BY-4.0',
    by: 'Ana Kovar',
  }),
  example('release', { name: 'v0.1' }),
  example('release-verify', { name: 'v0.1' }),
  example('reread', MOST),
  example('diff', { older: '0.1.0', newer: '0.2.0', ...MOST }),
  example('verify'),
  example('doctor'),
  example('rebuild'),
  // from the first account on, whoever asks signs in
  example('people-add', { name: 'Lea Marin', role: 'lead', password: 'a long enough password' }),
  example('people'),
  example('people-token', { name: 'Lea Marin', label: 'nightly export', role: 'viewer' }),
  example('people-revoke', { token: 'token:1' }),
  example('people-role', { name: 'Lea Marin', role: 'lead' }),
  example('people-password', {
    name: 'Lea Marin',
    password: 'another long password',
    current: 'a long enough password',
  }),
  example('people-remove', { name: 'Lea Marin', reopen: true }),
];

/** The first example of an operation; nothing where there is none, which a test finds. */
export const exampleOf = (operation: string): Example['input'] =>
  EXAMPLES.find((one) => one.operation === operation)?.input ?? {};
