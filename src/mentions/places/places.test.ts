// Every rule about places by its cases; any text in a time that its length bounds; a broken list refused with file and row.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { testCases } from '../../../test/support/cases.ts';
import { parse } from '../../grammar/parse.ts';
import { LexiconError, parseList, readList } from '../../lexicon/read-list.ts';
import { readReport } from '../../report/read-report.ts';
import { readText } from '../../text/read-text.ts';
import { findActors } from '../actors/find-actors.ts';
import { parseActors } from '../actors/own-actors.ts';
import { findPlaces } from './find-places.ts';
import { keyOf } from './fold.ts';
import { ALTERNATE, decodeGazetteer, encodeGazetteer } from './gazetteer-file.ts';
import { builtGazetteer, LISTS, loadGazetteer, readGazetteer } from './load-gazetteer.ts';
import { ownRows } from './own-rows.ts';

for (const rule of ['named', 'acts', 'resolve', 'wording', 'feature', 'called', 'capital'])
  testCases(new URL(`./${rule}.cases`, import.meta.url), (text, settings) => {
    const published = settings['published'];
    const parsed = parse(readText(readReport(text, { type: 'text/plain', ...(published ? { published } : {}) })));
    const { places, mentions } = findPlaces(parsed, findActors(parsed));
    return mentions.map(({ span, value, rule: by, why }) => {
      const place = places[value.place];
      return { span, kind: place?.precision ?? 'unresolved', fields: { ...place, rule: by, why } };
    });
  });

function placesIn(text: string) {
  const parsed = parse(readText(readReport(text, { type: 'text/plain' })));
  return { parsed, ...findPlaces(parsed, findActors(parsed)) };
}

describe('a name that the user’s own actors give to one country', () => {
  const own = parseActors(
    '# columns: words\tname\tkind\tcountry\tsector\nSarnow\tDorvania\tstate\tXDO\tGOV\n',
    'own.tsv',
  );
  const placesOf = (text: string) => {
    const parsed = parse(readText(readReport(text, { type: 'text/plain' })));
    return findPlaces(parsed, findActors(parsed, own), own).places.map(({ name, country, geonames }) => [
      name,
      country,
      geonames,
    ]);
  };
  it('lies there and nowhere else, whatever the gazetteer has of that name', () =>
    expect(placesOf('He told reporters in Sarnow that a court in Sarnow had sat.')).toEqual([['Sarnow', 'XDO', null]]));
  it('leaves other names alone', () =>
    expect(placesOf('They met in Vienna.').map(([name, country]) => [name, country])).toEqual([['Vienna', 'AUT']]));
});

describe('any text', () => {
  const word = fc.constantFrom(
    'Paris', 'in', 'near', ',', 'Washington', 'al-Bab', 'U.S.', 'the', 'of', 'province', 'counties', 'capital', 'Syrian', 'Lake', 'Street', '’s', 'W.', 'Va.', '-', 'é', '\u202e', '🚨', '.', '\n\n', 'Georgia', 'and',
  ); // biome-ignore format: one table
  it('gives mentions in order, none over another, each with its place and reason', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 60 }), (words) => {
        const { places, mentions, parsed } = placesIn(words.join(' '));
        let reach = 0;
        for (const { span, value, why } of mentions) {
          expect(span.start).toBeGreaterThanOrEqual(reach);
          expect(span.end).toBeGreaterThan(span.start);
          expect(span.end).toBeLessThanOrEqual(parsed.text.report.text.length);
          expect(places[value.place]).toBeDefined();
          expect(why).not.toBe('');
          reach = span.end;
        }
      }),
      { numRuns: 150 },
    );
  });
  it('takes time in proportion to its length', () => {
    const sentence = 'Paris, Springfield and Georgia, near Washington in York County, met Tripoli. ';
    const time = (times: number) => {
      const parsed = parse(readText(readReport(sentence.repeat(times), { type: 'text/plain' })));
      const cast = findActors(parsed);
      const started = process.cpuUsage();
      findPlaces(parsed, cast);
      const { user, system } = process.cpuUsage(started);
      return user + system;
    };
    time(100);
    const short = Math.min(time(100), time(100), time(100));
    expect(Math.min(time(800), time(800))).toBeLessThan(40 * short + 50_000);
  });
});

describe('the gazetteer', () => {
  const head = '# x\n# source: ours\n# columns: name\tcountry\tlatitude\tlongitude\tgeonames\tprecision\talso\tshort\n';
  it.each([
    ['Nowhere\tUKR\t91\t30\t\tsettlement\t\t', /x\.tsv: row “Nowhere”: “91” is no number of degrees up to 90/],
    ['Nowhere\tUkraine\t9\t30\t\tsettlement\t\t', /“Ukraine” is no ISO alpha-3 code/],
    ['Nowhere\tUKR\t9\t30\t\ttown\t\t', /“town” is none of site, settlement/],
    ['Nowhere\tUKR\t9\t30\tQ12\tsettlement\t\t', /“Q12” is no GeoNames identifier/],
  ])('refuses a broken row: %s', (row, message) => {
    const list = parseList(`${head}${row}\n`, 'x.tsv');
    expect(() => ownRows(list, 'x.tsv', 'settlements')).toThrow(message);
    expect(() => ownRows(list, 'x.tsv', 'settlements')).toThrow(LexiconError);
  });
  it('is the same when the build has settled our lists in it', () => {
    const folder = mkdtempSync(join(tmpdir(), 'recount-places-'));
    const file = (name: string) => pathToFileURL(join(folder, name));
    const { places, lists } = builtGazetteer();
    writeFileSync(file('places.bin'), places);
    writeFileSync(file('places.json'), lists);
    const built = readGazetteer(file('places.bin'), file('places.json'));
    const loaded = loadGazetteer();
    const about = (gazetteer: typeof loaded | null, name: string) =>
      gazetteer?.findName(name).map((value) => {
        const entry = value & ~ALTERNATE;
        return [
          gazetteer.name(entry),
          gazetteer.country(entry),
          gazetteer.kind(entry),
          gazetteer.precision(entry),
          gazetteer.latitude(entry),
          gazetteer.longitude(entry),
          gazetteer.geonames(entry),
          gazetteer.size(entry),
          gazetteer.listed(entry),
          gazetteer.province(entry),
        ];
      });
    const names = LISTS.flatMap((list) => readList(`en/places/${list}`).rows.map(([name = '']) => name));
    for (const name of [...names, 'Paris', 'Springfield', 'San José', 'Victoria', 'No Such Town'])
      expect(about(built, name), name).toEqual(about(loaded, name));
    expect(built?.capital('FRA')).toBe(loaded.capital('FRA'));
    expect(built?.abbreviated('Fla.')).toEqual(loaded.abbreviated('Fla.'));
    expect([...(built?.smallWords ?? [])]).toEqual([...loaded.smallWords]);
    expect([...(built?.peoples ?? [])]).toEqual([...loaded.peoples]);
    rmSync(folder, { recursive: true });
  });
  it('refuses bytes that are none', () => {
    expect(() => decodeGazetteer(new Uint8Array(64))).toThrow(RangeError);
    const entry = {
      name: 'A',
      parent: 0,
      latitude: 0,
      longitude: 0,
      geonames: 0,
      kind: 'country',
      population: 0,
    } as const;
    const bytes = encodeGazetteer(['UKR'], [entry], [{ key: keyOf('A'), entry: 0, alternate: false }]);
    expect(decodeGazetteer(bytes).length).toBe(1);
    expect(() => decodeGazetteer(bytes.subarray(0, 60))).toThrow(RangeError);
  });
  it('knows names that conflict news is full of', () => {
    const gazetteer = loadGazetteer();
    const wanted =
      'Kyiv;Kiev;Avdiivka;Avdeevka;Bakhmut;Rafah;Khan Younis;Khan Yunis;Khan Shaykhun;Khan Sheikhoun;Kobani;Mekelle;Hodeidah;Gaza City;Zaporizhzhia;Aleppo;Idlib;Raqqa;Mosul;Fallujah;Sanaa;Aden;El Fasher;Al-Fashir;Khartoum;Goma;Maiduguri;Timbuktu;Kandahar;Nagorno-Karabakh;Crimea;Donbas;West Bank;Golan Heights;Red Sea;Strait of Hormuz;Dnieper;Euphrates;Rakhine;Kashmir;Tigray;Darfur;Bab al-Hawa;Zaporizhzhia nuclear power plant;Rafah crossing;Zaatari;Dadaab;Abkhazia;South Ossetia;Transnistria'.split(
        ';',
      );
    expect(wanted.filter((name) => gazetteer.findName(name).length === 0)).toEqual([]);
  });
});
