// Set phrases of harm in, whom they count out: "lost their lives", "taken to hospital", "with gunshot wounds".
import { auxiliary, bind, countsPeople, type Finder, has, is, oneOf } from './clause.ts';
import { bindAll, firstJoined, joined } from './list.ts';
import { objects } from './object.ts';
import { SIGN, WORD } from './pieces.ts';
import { lastSingle } from './single.ts';
import { subject } from './subject.ts';
import { CLOSED } from './vocabulary.ts';

/** Idioms: "lost their lives", "claimed the lives of", "taken to hospital", "taken hostage", "suffered gunshot wounds". */
export function frames(f: Finder, i: number): void {
  const { p } = f;
  if (oneOf(f, i, 'lost', 'lose', 'losing')) {
    const at = has(p, i + 1, CLOSED.possessive) ? i + 2 : i + 1;
    if (at > i + 1 && oneOf(f, at, 'life', 'lives')) subject(f, i, 'killed', false);
    const q = f.at.get(i + 1);
    // an army "lost 40 soldiers"; a party that lost three members, a firm that lost 40 workers, did not bury them
    if (q?.person?.measure === 'troops' || q?.person?.measure === 'fighters')
      bind(f, q, i, 'killed', 3, 'object', 'the number was lost');
  } else if (
    oneOf(f, i, 'claimed', 'claim', 'claims', 'claiming', 'cost', 'costs', 'took', 'take', 'taken', 'takes', 'taking')
  ) {
    let at = i + 1;
    if (has(p, at, CLOSED.the)) at++;
    if (oneOf(f, at, 'life', 'lives') && has(p, at + 1, CLOSED.of)) objects(f, i, at + 2, 'killed');
    else if (
      has(p, i + 1, CLOSED.possessive) &&
      (oneOf(f, i + 2, 'life', 'lives') || (is(f, i + 2, 'own') && oneOf(f, i + 3, 'life', 'lives')))
    )
      subject(f, i, 'killed', false);
    else if (f.at.has(i + 1)) {
      const q = f.at.get(i + 1);
      if (q && oneOf(f, q.noun, 'lives', 'life'))
        bind(f, { ...q, unit: 'people' }, i, 'killed', 3, 'object', 'the number counts lives lost');
    }
    if (
      oneOf(f, i, 'taken', 'took', 'taking') &&
      f.at.has(i + 1) &&
      oneOf(f, f.at.get(i + 1)?.to ?? 0, 'hostage', 'prisoner', 'captive')
    ) {
      const q = f.at.get(i + 1);
      if (q) bind(f, q, i, 'captured', 3, 'object', 'the number is taken captive');
    } else if (
      oneOf(f, i, 'took', 'taking', 'takes', 'take') &&
      /^(?:prisoners|hostages|captives)$/.test(f.at.get(i + 1)?.unit ?? '')
    ) {
      const q = f.at.get(i + 1);
      if (q) bind(f, q, i, 'captured', 3, 'object', 'the number is taken captive');
    }
    if (oneOf(f, i + 1, 'hostage', 'prisoner', 'captive')) subject(f, i, 'captured', auxiliary(f, i) === '');
    if (is(f, i, 'taken') && hospitalAfter(f, i)) subject(f, i, 'injured', auxiliary(f, i) === '');
  } else if (oneOf(f, i, 'rushed', 'airlifted', 'transported', 'flown')) {
    if (hospitalAfter(f, i)) subject(f, i, 'injured', auxiliary(f, i) === '');
  } else if (is(f, i, 'admitted')) {
    // the ill are admitted too
    if (hospitalAfter(f, i) && hurtSoon(f, i)) subject(f, i, 'injured', auxiliary(f, i) === '');
  } else if (oneOf(f, i, 'suffered', 'suffering', 'sustained', 'suffer', 'suffers', 'sustaining', 'received')) {
    for (let at = i + 1; at < Math.min(p.length, i + 9); at++) {
      if (has(p, at, CLOSED.not | CLOSED.no | CLOSED.be)) return;
      if (oneOf(f, at, 'wound', 'wounds', 'injury', 'injuries', 'burns'))
        return void subject(f, i, 'injured', auxiliary(f, i) === '' && is(f, i, 'suffering'));
    }
  } else if (oneOf(f, i, 'struck', 'hit', 'striking', 'hitting')) {
    // "a bullet struck a girl"
    if (oneOf(f, i - 1, 'bullet', 'bullets', 'shrapnel', 'gunfire', 'shot', 'shots') && objects(f, i, i + 1, 'injured'))
      return;
    if (
      auxiliary(f, i) === 'be' &&
      (is(f, i + 1, 'by') || (is(f, i + 1, 'in') && has(p, i + 2, CLOSED.the | CLOSED.possessive)))
    ) {
      for (let at = i + 2; at < Math.min(p.length, i + 7); at++)
        if (oneOf(f, at, 'bullet', 'bullets', 'gunfire', 'chest', 'leg', 'arm', 'head', 'back', 'shrapnel'))
          return void subject(f, i, 'injured', false);
    }
  } else if (oneOf(f, i, 'gunshot') || (oneOf(f, i, 'wound', 'wounds') && !is(f, i - 1, 'gunshot'))) {
    gunshot(f, i);
  } else if (is(f, i, 'committed') && is(f, i + 1, 'suicide')) {
    subject(f, i, 'killed', false);
  } else if (is(f, i, 'passed') && is(f, i + 1, 'away')) {
    subject(f, i, 'killed', false);
  } else if (is(f, i, 'treated') && is(f, i + 1, 'for') && oneOf(f, i + 2, 'wounds', 'injuries', 'burns')) {
    subject(f, i, 'injured', auxiliary(f, i) === '');
  } else if (is(f, i, 'fatally')) {
    const q = f.endAt.get(i);
    if (q && countsPeople(f, q, 'killed') && (i + 1 >= p.length || p.kind[i + 1] === SIGN))
      bind(f, q, i, 'killed', 3, 'subject', 'the number was hit fatally');
  } else if (oneOf(f, i, 'forced', 'forcing')) {
    const q = f.at.get(i + 1);
    if (
      q &&
      countsPeople(f, q, 'displaced') &&
      (is(f, q.to, 'from') || (is(f, q.to, 'to') && oneOf(f, q.to + 1, 'flee', 'leave')))
    )
      bind(f, q, i, 'displaced', 3, 'object', 'the number was forced to leave');
    else if (auxiliary(f, i) === 'be' && is(f, i + 1, 'to') && oneOf(f, i + 2, 'flee', 'leave') && !q)
      subject(f, i, 'displaced', false);
  } else if (oneOf(f, i, 'drive', 'drives', 'driving', 'drove', 'driven')) {
    const active = has(p, i + 1, CLOSED.adverb) ? f.at.get(i + 2) : f.at.get(i + 1);
    const fromHome = (at: number) =>
      is(f, at, 'from') &&
      has(p, at + 1, CLOSED.possessive) &&
      oneOf(f, at + 2, 'home', 'homes', 'house', 'houses', 'land', 'lands', 'villages');
    if (active && countsPeople(f, active, 'displaced') && fromHome(active.to))
      bind(f, active, i, 'displaced', 3, 'object', 'the number was driven from home');
    else if (auxiliary(f, i) === 'be' && fromHome(i + 1)) subject(f, i, 'displaced', false);
  } else if (oneOf(f, i, 'hospital', 'hospitals')) {
    // "12 more are in hospital"
    const edge = has(p, i - 1, CLOSED.the) ? i - 2 : i - 1;
    if (is(f, edge, 'in') && has(p, edge - 1, CLOSED.be | CLOSED.adverb)) subject(f, edge, 'injured', false);
  } else if (oneOf(f, i, 'detention', 'custody')) {
    // "11 of the drivers remain in detention"
    if (!is(f, i - 1, 'in')) return;
    const edge = oneOf(f, i - 2, 'remain', 'remained', 'held') ? i - 2 : i - 1;
    if (edge < i - 1 || has(p, edge - 1, CLOSED.be | CLOSED.adverb)) subject(f, edge, 'detained', false);
  } else if (is(f, i, 'among')) {
    if (!has(p, i + 1, CLOSED.the | CLOSED.this)) return;
    const g = f.w.words.governor[p.word[i + 2] ?? 0];
    if (!g || g.measure === 'casualties' || (g.role !== 'part' && g.role !== 'state')) return;
    const right = has(p, i + 3, CLOSED.be) ? f.at.get(i + 4) : undefined;
    if (right && countsPeople(f, right, g.measure))
      bindAll(f, joined(f, right), i + 2, g.measure, 'subject', 'the number is among them');
    else if (has(p, i - 1, CLOSED.be)) subject(f, i, g.measure, false);
  } else if (oneOf(f, i, 'sent', 'sends', 'sending', 'send', 'hospitalizing')) {
    const q = f.at.get(i + 1);
    if (q && countsPeople(f, q, 'injured')) {
      const at = q.to;
      if (is(f, at, 'to') && hospitalNear(f, at + 1))
        bindAll(f, joined(f, q), i, 'injured', 'object', 'the number is sent to hospital');
    }
  } else if (
    oneOf(f, i, 'critical', 'serious', 'stable') &&
    is(f, i + 1, 'condition') &&
    has(p, i - 1, CLOSED.preposition)
  ) {
    subject(f, i - 1, 'injured', auxiliary(f, i - 1) === '');
  } else if (is(f, i, 'gunned') && is(f, i + 1, 'down')) {
    if (auxiliary(f, i) === 'be') subject(f, i, 'killed', false);
    else if (!objects(f, i, i + 2, 'killed')) subject(f, i, 'killed', true);
  }
}

/** "three people with gunshot wounds", "a man with a fatal gunshot wound". */
function gunshot(f: Finder, i: number): void {
  const { p } = f;
  let fatal = false;
  for (let k = i - 1; k > Math.max(0, i - 6); k--) {
    if (oneOf(f, k, 'fatal', 'deadly')) fatal = true;
    if (!is(f, k, 'with')) {
      if (p.kind[k] !== WORD || has(p, k, CLOSED.be | CLOSED.have | CLOSED.who | CLOSED.and)) return;
      continue;
    }
    const counted = f.endAt.get(k);
    const q = counted && countsPeople(f, counted, 'injured') ? counted : lastSingle(f, Math.max(0, k - 8), k);
    if (q && (q.person || q.more))
      bindAll(
        f,
        joined(f, firstJoined(f, q), k),
        k,
        fatal ? 'killed' : 'injured',
        'subject',
        'the number has gunshot wounds',
      );
    return;
  }
}

/** "with bullet wounds", "with burns", at most ten words on. */
function hurtSoon(f: Finder, i: number): boolean {
  for (let at = i + 1; at < Math.min(f.p.length, i + 11); at++)
    if (oneOf(f, at, 'wounds', 'wound', 'injuries', 'injury', 'burns', 'shrapnel', 'gunshot')) return true;
  return false;
}

/** "taken to hospital", "taken by ambulance to the hospital". */
function hospitalAfter(f: Finder, i: number): boolean {
  for (let at = i + 1; at < i + 5; at++) {
    if (f.at.has(at) || has(f.p, at, CLOSED.and)) return false;
    if (is(f, at, 'to')) return hospitalNear(f, at + 1);
  }
  return false;
}

function hospitalNear(f: Finder, i: number): boolean {
  for (let at = i; at < Math.min(f.p.length, i + 7); at++) if (oneOf(f, at, 'hospital', 'hospitals')) return true;
  return false;
}
