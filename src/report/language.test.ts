import { eld } from 'eld/small';
import { describe, expect, it } from 'vitest';
import { read } from '../reading/read.ts';
import { languageOf } from './language.ts';
import { decodeLanguages, detectLanguage, encodeLanguages } from './language-model.ts';

const ELSEWHERE: readonly [string, string][] = [
  [
    'de',
    'Der Gesandte verließ die Gespräche am Dienstagabend, ohne ein Wort zu den Wartenden zu sagen, teilte das Ministerium mit.',
  ],
  [
    'fr',
    'L’envoyé a quitté les pourparlers mardi soir sans dire un mot à ceux qui l’attendaient, a fait savoir le ministère.',
  ],
  [
    'es',
    'El enviado dejó las conversaciones el martes por la noche sin decir una palabra a quienes lo esperaban, dijo el ministerio.',
  ],
  [
    'it',
    'L’inviato ha lasciato i colloqui martedì sera senza dire una parola a chi lo aspettava, ha fatto sapere il ministero.',
  ],
  [
    'nl',
    'De gezant verliet het overleg dinsdagavond zonder een woord te zeggen tegen wie op hem wachtte, liet het ministerie weten.',
  ],
  [
    'pl',
    'Wysłannik opuścił rozmowy we wtorek wieczorem, nie mówiąc ani słowa tym, którzy na niego czekali, podało ministerstwo.',
  ],
  [
    'tr',
    'Temsilci salı akşamı görüşmelerden kendisini bekleyenlere tek kelime etmeden ayrıldı, bakanlık böyle açıkladı.',
  ],
  [
    'ru',
    'Посланник покинул переговоры во вторник вечером, не сказав ни слова ожидавшим его людям, сообщили в министерстве.',
  ],
  [
    'uk',
    'Посланець залишив перемовини у вівторок увечері, не сказавши ні слова тим, хто на нього чекав, повідомили в міністерстві.',
  ],
  ['ar', 'غادر المبعوث المحادثات مساء الثلاثاء دون أن يقول كلمة واحدة لمن كانوا ينتظرونه، حسبما أعلنت الوزارة.'],
  ['he', 'השליח עזב את השיחות ביום שלישי בערב בלי לומר מילה לאלה שחיכו לו, כך הודיע המשרד.'],
  ['fa', 'فرستاده سه‌شنبه شب بدون گفتن حتی یک کلمه به کسانی که منتظرش بودند گفت‌وگوها را ترک کرد، وزارتخانه اعلام کرد.'],
  [
    'zh',
    '特使周二晚间离开会谈，没有对等候的人说一句话，该部门表示。会谈将于周五继续举行，双方代表届时都将出席，地点仍在湖边的旧宾馆，记者不得入内，双方也没有说明将要讨论什么内容。',
  ],
];

describe('languages', () => {
  it.each(ELSEWHERE)('%s is known, and its report kept unread with the reason', (tag, text) => {
    expect(languageOf(text)).toBe(tag);
    const reading = read(text, { published: '2026-03-17' });
    expect(reading.report.language).toBe(tag);
    expect(reading.issues[0]?.code).toBe('language/not-english');
    expect(reading.unread.map((span) => span.text).join('')).not.toBe('');
    expect([...reading.statements, ...reading.times, ...reading.figures, ...reading.actors]).toEqual([]);
  });

  it.each([
    [
      'prose',
      'The envoy left the talks on Tuesday night and said nothing to the people who had waited for him at the gate.',
    ],
    [
      'a list of names',
      'Present: Ilse Varga, Tomas Lund, Jana Brandt, Oskar Prell; absent: Mira Stahl (ill), Anton Kessler (travelling).',
    ],
    [
      'English that quotes',
      '“Wir gehen nicht,” the envoy said to those who waited, and “nie wieder” was the last that they heard of him.',
    ],
    [
      'capitals',
      'ENVOY LEAVES TALKS WITHOUT A WORD; MINISTRY SAYS THEY BEGIN AGAIN ON FRIDAY IF BOTH SIDES COME TO THE LAKE',
    ],
  ])('%s is read as English', (_, text) => expect(['en', null]).toContain(languageOf(text)));

  it('tells what the library does from which its profiles were made', () => {
    const texts = [
      ...ELSEWHERE.map(([, text]) => text),
      'The envoy left the talks.',
      'ẞ İ ’n `x`',
      'x'.repeat(500),
      '12',
    ];
    const pieces = texts.flatMap((text) => [
      text,
      text.slice(7, 40),
      text.slice(-12),
      text.repeat(9),
      text.slice(0, 3),
    ]);
    for (const text of pieces) {
      const theirs = eld.detect(text);
      expect(detectLanguage(text)).toEqual(
        theirs.language ? { tag: theirs.language, sure: theirs.isReliable() } : null,
      );
    }
  });

  it('refuses a broken file of profiles', () => {
    const file = encodeLanguages({
      tags: ['en'],
      usual: [0.7],
      keys: Uint32Array.of(5, 9),
      from: Uint32Array.of(0, 1, 2),
      entries: Uint8Array.of(0, 7, 0, 8),
    });
    expect([...decodeLanguages(file).from]).toEqual([0, 1, 2]);
    expect(() => decodeLanguages(file.subarray(1))).toThrow(RangeError);
    expect(() => decodeLanguages(file.subarray(0, -1))).toThrow(RangeError);
  });

  it('says nothing of a few words', () => {
    for (const text of ['', 'Kyiv', 'President Ilse Varga said', 'Der Gesandte ging.'])
      expect(languageOf(text)).toBeNull();
  });

  it('believes the words before the page, the page for its country, and the caller before both', () => {
    const english = 'The envoy left the talks on Tuesday night and said nothing to the people who had waited for him.';
    const page = (lang: string) => `<html lang="${lang}"><body><p>${english}</p></body></html>`;
    expect(read(page('de')).report.language).toBe('en');
    expect(read(page('en-GB')).report.language).toBe('en-GB');
    const given = read(english, { language: 'de' });
    expect([given.report.language, given.origins?.language, given.issues[0]?.code]).toEqual([
      'de',
      'given',
      'language/not-english',
    ]);
  });
});
