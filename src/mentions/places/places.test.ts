// Every rule about places by its cases.

import { testCases } from '../../../test/support/cases.ts';
import { parse } from '../../grammar/parse.ts';
import { readReport } from '../../report/read-report.ts';
import { readText } from '../../text/read-text.ts';
import { findActors } from '../actors/find-actors.ts';
import { findPlaces } from './find-places.ts';

for (const rule of ['named'])
  testCases(new URL(`./${rule}.cases`, import.meta.url), (text, settings) => {
    const published = settings['published'];
    const parsed = parse(readText(readReport(text, { type: 'text/plain', ...(published ? { published } : {}) })));
    const { places, mentions } = findPlaces(parsed, findActors(parsed));
    return mentions.map(({ span, value, rule: by, why }) => {
      const place = places[value.place];
      return { span, kind: place?.precision ?? 'unresolved', fields: { ...place, rule: by, why } };
    });
  });
