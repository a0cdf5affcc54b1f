// Who did it to whom, by name, in sentences whose parties the grammar alone does not give.
import { describe, expect, it } from 'vitest';
import { read } from '../../reading/read.ts';

/** `TYPE who; who > whom` of each event of that type. */
function parties(text: string, type: string): string[] {
  const { events, actors } = read(text, { type: 'text/plain' });
  const names = (ids: readonly string[]) =>
    ids.map((id) => actors.find((one) => one.id === id)?.name ?? '?').join('; ');
  return events.filter((one) => one.type === type).map((one) => `${names(one.actors)} > ${names(one.recipients)}`);
}

describe('the one who acts', () => {
  it.each([
    ['Nurses from Averin Public Clinics went on strike for better pay.', 'PROTEST', 'Nurses > '],
    ['President Anna Holt said she got a long letter from Ivan Kern and will likely meet with the rebel leader soon.', 'AGREE', 'Anna Holt > rebel leader'],
    ['Marta Lund, the special envoy for the office of the mayor, conducted a long inquiry into the massacre.', 'ACCUSE', 'Marta Lund > '],
    ['The head of the water department at the port, Marta Lund, called on the government today to declare an emergency.', 'REQUEST', 'Marta Lund > government'],
    ['Tribal fighters have been a key force battling the extremists in the north.', 'ASSAULT', 'Tribal fighters > extremists'],
    ['In May the Kenyan affiliate of the Islamic State launched an attack in the city.', 'ASSAULT', 'Islamic State > '],
    ['On Friday rebels attacked the army camp.', 'ASSAULT', 'rebels > army'],
    ['A group of Iranian hackers launched cyber attacks on Israel.', 'COERCE', 'Iranian hackers > Israel'],
    ['Two inspectors were expelled from North Korea.', 'SANCTION', 'North Korea > Two inspectors'],
    ['Under pressure from France, the International Criminal Court (ICC) has dropped the investigation of the mayor.', 'CONCEDE', 'International Criminal Court > mayor'],
  ] as const)('%s', (text, type, who) => expect(parties(text, type)).toContain(who));
}); // biome-ignore format: one case a line

describe('a verb without a subject of its own', () => {
  it.each([
    ['Authorities shuttered and seized the site in March.', 'COERCE', 'Authorities > '],
    ['Rebels loyal to former vice president Omar Kern freed nine prisoners.', 'RETREAT', 'Rebels > nine prisoners'],
    ['In a statement following the attack, Omar al-Kern, a spokesman for the guild, blamed Israel.', 'ACCUSE', 'Omar al-Kern > Israel'],
    ['Nine fighters were killed in IS attacks in Kenya, a monitor said.', 'ASSAULT', 'Islamic State > Nine fighters'],
    ['Iran has increased cooperation with the navies of India and Oman.', 'COOPERATE', 'India; Oman; Iran > '],
    ['Anna Holt, the chief executive of Kenya, said her government will withdraw the bill.', 'CONCEDE', 'Kenya > '],
    ['Police are searching for two men they believe are suspected of shooting nine people.', 'ASSAULT', 'two men > nine people'],
    ['Residents watched the gunmen shooting at soldiers.', 'ASSAULT', 'gunmen > soldiers'],
    ['Iran launched missiles targeting US troops in Kenya.', 'ASSAULT', 'Iran > US troops'],
    ['Rebels have been aided by guerrillas from Kestria, who have formed an alliance with France.', 'SUPPORT', 'guerrillas; France > '],
    ['Turkish police launched an operation to detain nine soldiers.', 'COERCE', 'Turkish police > nine soldiers'],
  ] as const)('%s', (text, type, who) => expect(parties(text, type)).toContain(who));
}); // biome-ignore format: one case a line

describe('the one acted upon', () => {
  it.each([
    ['France returned old coins, including a silver medal and a gold ring, to the government of Italy.', 'RETREAT', 'France > Italy'],
    ['A court ordered the release of a student who had been arrested.', 'COERCE', ' > student'],
    ['Four rockets fired from Iran slammed into a Turkish town.', 'ASSAULT', 'Iran > Turkey'],
    ['Kenya was the target of a missile attack by Hezbollah.', 'ASSAULT', 'Hezbollah > Kenya'],
    ['A military coup removed prime minister Omar Kern in 2006.', 'COERCE', 'military > Omar Kern'],
    ['Kenya released two followers of rebel leader Omar Kern.', 'RETREAT', 'Kenya > two followers'],
    ['Guards said Kern killed his daughter, Meredith Lund, and his father, Mark Vale, on July 18.', 'ASSAULT', 'Kern > Meredith Lund; Mark Vale'],
    ['France will support the government and people of Kenya.', 'AGREE', 'France > Kenya; people'],
    ['France praised the military campaign against the rebels.', 'SUPPORT', 'France > '],
    ['The Taliban has spurned offers for talks by the Norwegian government this year.', 'REJECT', 'Taliban > Norway'],
    ['A court has dismissed the protest filed by candidate Ivan Kern against Senator Marta Lund.', 'REJECT', 'court > Ivan Kern'],
    ['Italy has offered to Kenya an armoured regiment and two jets.', 'AGREE', 'Italy > Kenya'],
    ['Police issued an appeal to witnesses with a photo of the suspect.', 'REQUEST', 'Police > witnesses'],
    ['Coalition forces conducted nine strikes using bomber, fighter and tanker aircraft against Hezbollah.', 'ASSAULT', 'Coalition forces > Hezbollah'],
    ['Iraq agreed to give inspectors full access to nine of its palaces.', 'AGREE', 'Iraq > inspectors'],
    ['Crowds mourned the assassination of senator and presidential candidate Ivan Kern.', 'ASSAULT', ' > Ivan Kern'],
    ['Rebels fled. Turkey shelled a rebel-held town.', 'ASSAULT', 'Turkey > Rebels'],
    ['Ivan Kern declared a state of siege on May 3 in Kenya.', 'COERCE', 'Ivan Kern > Kenya'],
  ] as const)('%s', (text, type, who) => expect(parties(text, type)).toContain(who));
  it('is no aim', () =>
    expect(parties('France approved troop deployments in Mali with an eye to elections in Niger.', 'MOBILIZE')).toEqual([
      'France > Mali',
    ]));
}); // biome-ignore format: one case a line

describe('a body for which somebody speaks', () => {
  it.each([
    ['A spokesman for the coalition said on Monday it had opened an investigation into the strike.', 'ACCUSE', 'coalition > '],
    ['A Taliban spokesman said they killed nine soldiers.', 'ASSAULT', 'Taliban > nine soldiers'],
    ['Hamas spokesman Omar Lund said it rejected the truce.', 'REJECT', 'Hamas > '],
    ['The head of the commission, Anna Kern, said it will investigate the attack.', 'ACCUSE', 'commission > '],
  ] as const)('%s', (text, type, who) => expect(parties(text, type)).toContain(who));
  it('is none where it is not named', () =>
    expect(parties('Mr Kern said it would attack the camp.', 'ASSAULT').concat(parties('Mr Kern said it would attack the camp.', 'THREATEN'))).not.toContain('Kern > '));
}); // biome-ignore format: one case a line

describe('the two', () => {
  it.each([
    ['Relations between Turkey and Greece are tense. The two countries signed a truce on Monday.', 'CONCEDE', 'Turkey; Greece > '],
    ['President Vladimir Putin met Emmanuel Macron on Monday. The two leaders agreed to a ceasefire.', 'AGREE', 'Vladimir Putin; Emmanuel Macron > '],
  ] as const)('%s', (text, type, who) => expect(parties(text, type)).toContain(who));
  it('are nobody of three', () =>
    expect(parties('Turkey, Greece and Italy met. The two countries signed a truce on Monday.', 'CONCEDE')).not.toContain('Greece; Italy > '));
}); // biome-ignore format: one case a line

describe('a pronoun', () => {
  it('is the one whose clause it stands in', () =>
    expect(
      parties(
        'Ivan Lund said he believed Omar Kern had been killed within a week of his capture by rebels.',
        'ASSAULT',
      ),
    ).toContain('rebels > Omar Kern'));
  it.each([
    ['France criticised Israel for its strikes on Lebanon.', 'Israel > Lebanon'],
    ['The Security Council kept the sanctions imposed on Iraq after its 1990 invasion of Kuwait.', 'Iraq > Kuwait'],
  ])('is who is named right before: %s', (text, who) => expect(parties(text, 'ASSAULT')).toEqual([who]));
  it('of a thing is nobody who attacks', () =>
    expect(parties('Ivan Kern deleted searches related to the attacks from his computer.', 'ASSAULT')).toEqual([]));
});

describe('the organisation', () => {
  it('is no regiment', () =>
    expect(
      parties('Hezbollah shelled the Parachute Regiment. The organisation held talks with Israel.', 'CONSULT'),
    ).toEqual(['Hezbollah; Israel > ']));
});

describe('a title of several', () => {
  it('is borne by each', () => {
    const { actors } = read('Presidents Anna Holt of Kenya and Ivan Kern of Norway signed a truce. Foreign Ministers Marta Lund and Omar Vale met.');
    expect(actors.filter(({ sector }) => sector === 'GOV').map(({ name, country }) => `${name} ${country}`)).toEqual(
      expect.arrayContaining(['Anna Holt KEN', 'Ivan Kern NOR', 'Marta Lund null', 'Omar Vale null']),
    );
  });
  it('is not borne by one who is told of alone', () => {
    const { actors } = read('Doctors told journalists Ivan Kern remained alive.');
    expect(actors.find(({ name }) => name === 'Ivan Kern')?.sector ?? null).not.toBe('JRN');
  });
}); // biome-ignore format: one case a line

describe('a noun that comes back to an attack', () => {
  const lead = 'Israel launched a wave of strikes on Iran on Friday.';
  const others = 'Iran fired nine drones at Jordan.\n\nFrance called for restraint.';
  it('is what the report began with, far behind', () =>
    expect(parties(`${lead}\n\n${others}\n\nOman condemned the strikes as reckless.`, 'ACCUSE')).toEqual(['Oman > Israel']));
  it('is the nearest in the same paragraph', () =>
    expect(parties(`${lead}\n\nIran shelled a base in Iraq. Oman condemned the attack.`, 'ACCUSE')).toEqual(['Oman > Iran']));
}); // biome-ignore format: one case a line
