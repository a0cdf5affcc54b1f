// A verb in, the tokens that stand as its subject and object out, also where the grammar leaves them unsaid.
import type { Parsed } from '../../grammar/parsed.ts';
import { ADJ, ADP, NOUN, PROPN, REL, type TokenView, VERB } from '../actors/token-view.ts';
import { type Clauses, viewClauses } from '../statements/clauses.ts';
import { agentAside, agentBehind } from './agent-aside.ts';
import { amongThose } from './among-those.ts';
import { announcerOf } from './announcer.ts';
import { antecedent } from './antecedent.ts';
import { askingCrowd } from './asking-crowd.ts';
import { undergoer } from './bare-participle.ts';
import { behindDay, dashed, isQualifying, nounBehind, objectBehind, ownedThing, subjectBefore } from './beside-verb.ts';
import {
  behindSaying,
  beyondGerund,
  blamedFor,
  blamedPast,
  blowUpon,
  isBlamedOf,
  isHarm,
  isOwnDeed,
  reproached,
  saidOf,
  saidToHarm,
  seen,
} from './contact.ts';
import { blamedApart } from './coordinated.ts';
import { firstTo } from './first-to.ts';
import { isSaidOfSeveral } from './gerund-noun.ts';
import { governorOf, listedAsSaid, saidBefore } from './governor.ts';
import { hiddenSubject } from './hidden-verb.ts';
import { declaringVerb, isMeant } from './intended.ts';
import { issuerBeside } from './issuer.ts';
import { isJudging, judgedBy, judgeOf } from './judged.ts';
import { issuingVerb } from './means.ts';
import { paperOwner } from './paper-owner.ts';
import {
  clauseSubject,
  countBehind,
  hasOwnObject,
  isGerundBefore,
  objectPastDay,
  rangeBehind,
  sharedBeside,
  sharedObject,
} from './past-tense.ts';
import { ACTIVE, isAdvice, isDay, isIssued, isLine, SAME, SUBJECT_CONTROL } from './role-words.ts'; // biome-ignore format: one line
import { beforeBeing, besideDay, isSpokenOf, isWhen, ownerBefore } from './subject-aside.ts';
import { apposedAhead, beforePreposition, behindDate, behindDayBefore, goesOnWith, whoIs } from './true-subject.ts';
import { undertaker } from './undertaking.ts';
import { isPassive } from './voice.ts';

/** Tokens; -1 where there is none. `agent` acts, `patient` is acted upon, whatever the voice. */
export interface Roles {
  readonly agent: number;
  readonly patient: number;
  readonly passive: boolean;
}

const DEEPEST = 6;
const BLAMING = /^blam(?:e|es|ed|ing)$/;
/** How far behind "blame" those may stand on whom it is laid. */
const LAID = 34;

/** First dependant of every token and the next one of the same head, -1 for none: walked without calls. */
export interface Children {
  readonly first: Int32Array;
  readonly next: Int32Array;
}

/** Before a participle these say when, and that it was done by the subject. */
const MEANWHILE: ReadonlySet<string> = new Set(['after', 'before', 'since', 'while', 'without']);

const FIRST: ReadonlySet<string> = new Set(['i', 'we']);

/** Reads roles off one text's trees. */
export class RoleReader {
  readonly clauses: Clauses;
  readonly parsed: Parsed;
  readonly children: Children;
  readonly #view: TokenView;
  readonly #known: (Roles | undefined)[];

  constructor(parsed: Parsed, view: TokenView) {
    this.parsed = parsed;
    this.#view = view;
    this.clauses = viewClauses(view);
    this.#known = new Array(view.length);
    const first = new Int32Array(view.length).fill(-1);
    const next = new Int32Array(view.length).fill(-1);
    for (let at = view.length - 1; at >= 0; at--) {
      const up = view.head[at] as number;
      if (up < 0) continue;
      next[at] = first[up] as number;
      first[up] = at;
    }
    this.children = { first, next };
  }

  rolesOf(verb: number, depth = 0): Roles {
    const known = this.#known[verb];
    if (known) return known;
    const roles = this.#work(verb, depth);
    if (depth === 0) this.#known[verb] = roles;
    return roles;
  }

  #work(verb: number, depth: number): Roles {
    const { clauses } = this;
    const { head, relation } = this.#view;
    const hidden = hiddenSubject(verb, this.#view, clauses, this.children);
    if (hidden >= 0)
      return { agent: hidden, patient: relation[verb] === REL.amod ? (head[verb] ?? -1) : -1, passive: false };
    let passive = this.isPassive(verb);
    let subject = antecedent(clauses.passive[verb] ?? -1, verb, this.#view, this);
    const active = antecedent(clauses.subject[verb] ?? -1, verb, this.#view, this);
    if (subject < 0 || (active >= 0 && isDay(subject, this.#view))) subject = active;
    // "an official on Tuesday told": a day does nothing
    if (subject >= 0 && isDay(subject, this.#view)) subject = besideDay(subject, verb, this.#view, this.children);
    // "ministers meeting in Lintz agreed": those who meet
    const meeting = subject >= 0 ? subject : this.childBy(verb, REL.csubj);
    if (meeting >= 0 && isSaidOfSeveral(meeting, this.#view, this)) subject = meeting - 1;
    if (subject >= 0) subject = beforePreposition(subject, verb, this.#view, this.children);
    const called = subject >= 0 ? apposedAhead(subject, verb, this.#view, this.children) : -1;
    if (called >= 0) subject = called;
    const goesOn = depth < DEEPEST ? goesOnWith(subject, verb, this.#view, this.children) : -1;
    if (goesOn >= 0) subject = this.rolesOf(goesOn, depth + 1).agent;
    // "thousands of women -- some with children -- marched"
    const opened = dashed(verb, this.#view);
    if (opened >= 0 && (subject < 0 || opened < subject)) {
      if (ACTIVE.has(this.parsed.words.lemma(verb))) passive = false;
      if (!passive) subject = opened;
    }
    let object = antecedent(clauses.object[verb] ?? -1, verb, this.#view, this);
    if (passive && hasOwnObject(verb, object, this.#view, this.children, clauses)) passive = false;
    if (subject < 0 && object > verb) subject = behindDayBefore(verb, this.#view, this.children);
    // "a court on Monday rejected Holt": taken for the one by whom
    const bare = clauses.agent[verb] ?? -1;
    if (object < 0 && bare > verb && this.#isBare(bare, verb)) object = bare;
    const shared = this.#view.relation[verb] === REL.root ? sharedObject(verb, this.#view, this.children, clauses) : -1;
    if (object < 0 && shared > verb) {
      object = shared;
      passive = false;
    }
    if (object < 0 && !passive && this.#view.upos[verb] === VERB)
      object = sharedBeside(verb, this.#view, this.children, clauses);
    if (object < 0 && !passive && subject >= 0 && subject < verb) object = countBehind(verb, this.#view);
    if (object < 0 && !passive)
      object = Math.max(rangeBehind(verb, this.#view), objectPastDay(verb, this.#view, this.children));
    // "began deploying Tuesday": nothing is done to a day
    if (object >= 0 && isDay(object, this.#view)) object = -1;
    // "urged both sides to return", "warned Velmar that it would pay": who is told it
    if (object < 0 && !passive) object = clauses.indirect[verb] ?? -1;
    // "arrested the accused": a participle with an article is somebody
    const clause = clauses.complement[verb] ?? -1;
    if (object < 0 && clause > verb && this.#view.tag(clause) === 'VBN') {
      const before = this.#view.upos[clause - 1] === ADJ ? clause - 2 : clause - 1;
      if (this.#view.lower[before] === 'the') object = clause;
    }
    const up = head[verb] ?? -1;
    if (up >= 0 && depth < DEEPEST) {
      switch (relation[verb]) {
        case REL.parataxis:
          // "ordered a raid, then announced a truce"
          if (subject < 0 && !passive && this.#view.lower[verb - 1] === 'then')
            subject = this.rolesOf(up, depth + 1).agent;
          break;
        case REL.conj:
          // "struck the port and killed nine": the second verb borrows the first one's subject
          // "accused Holt of funding and arming them": the gerund goes on with what the one blamed did
          if (subject < 0 && isBlamedOf(verb, up, this.#view, clauses)) subject = this.rolesOf(up, depth + 1).patient;
          if (subject < 0 && !passive) subject = saidBefore(verb, up, this.#view, this);
          if (subject < 0 && !passive) subject = listedAsSaid(verb, up, this.#view, this);
          if (subject < 0 && this.#view.upos[up] === VERB) {
            const above = this.rolesOf(beyondGerund(verb, up, this.#view, clauses), depth + 1);
            subject = above.passive ? above.patient : above.agent;
          } // "Velmar is a member and was condemned"
          else if (subject < 0 && this.childBy(up, REL.cop) >= 0) {
            const judge = passive ? -1 : judgeOf(up, this.#view);
            subject = judge < 0 ? (clauses.subject[up] ?? -1) : this.rolesOf(judge, depth + 1).agent;
          }
          break;
        case REL.xcomp:
        case REL.ccomp:
        case REL.csubj: {
          // "said fighting had killed nine": what stands before the auxiliary is no verb
          if (subject < 0 && isGerundBefore(verb, up, this.#view)) subject = up;
          if (subject < 0) subject = saidOf(verb, up, this.#view, clauses);
          if (subject < 0) subject = behindSaying(verb, up, this.#view, this.children);
          const told = this.governorOf(verb);
          if (subject < 0 && told !== up) subject = this.rolesOf(told, depth + 1).agent;
          // "nine were shot down, the army said": who says it was not
          const apart = (passive && relation[verb] === REL.ccomp && up > verb) || isSpokenOf(verb, up, this.#view);
          if (subject < 0 && !apart) subject = this.#controller(verb, up, depth);
          break;
        }
        case REL.advcl:
          // "wounded after a bomber blew himself up": the clause that the preposition was taken to end
          if (subject < 0) subject = clauseSubject(verb, this.#view, this);
          if (subject < 0) subject = firstTo(verb, this.#view, this)?.who ?? undertaker(verb, this.#view, this, depth);
          if (subject < 0) subject = askingCrowd(verb, up, this.#view, (one) => this.parsed.words.lemma(one));
          if (subject < 0) subject = reproached(verb, this.#view, (one) => this.caseOf(one));
          if (subject < 0) subject = seen(verb, up, this.parsed.words.lemma(up), this.#view, clauses);
          if (subject < 0) {
            const above = this.rolesOf(this.governorOf(verb), depth + 1);
            // "criticised Holt for refusing", "accused Holt of breaking": what the one blamed did
            const led = this.caseOf(verb);
            const blamed = blamedFor(verb, up, led, above.patient, this, this.#view);
            // "warned Velmar against arming them": not whoever warns
            const advised = isAdvice(this.parsed.words.lemma(up), led);
            // "talked the rebels into leaving": they leave
            const made = led === 'into' && above.patient >= 0;
            const undergone = advised || made || (above.passive && !isHarm(verb, up, led, this.#view));
            subject = blamed >= 0 ? blamed : undergone ? above.patient : above.agent;
            // "police said Holt went on a rampage, killing nine": not the police
            const within =
              led === ''
                ? saidToHarm(verb, up, this.governorOf(verb), this.parsed.words.lemma(up), this.#view, clauses)
                : -1;
            if (within >= 0) subject = this.rolesOf(within, depth + 1).agent;
          }
          break;
        case REL['acl:relcl']:
          if (subject < 0) subject = whoIs(up, this.#view, clauses, this.children);
          else if (object < 0 && !passive && subject !== up) object = up;
          break;
        case REL.acl: {
          // "soldiers, militiamen and guards engaged in clashes with them": all of them, whatever the tree makes of it
          if (passive && subject < 0 && this.#view.lower[verb] === 'engaged' && this.#view.lower[verb + 1] === 'in') {
            passive = false;
            subject = relation[up] === REL.conj ? (head[up] ?? up) : up;
          }
          // "she was gang raped": taken for a gang that was
          if (passive && up === verb - 1 && this.#view.lower[up] === 'gang') subject = clauses.subject[up] ?? -1;
          // "has in turn accused the rebels": the verb that "have" helps, hung from "turn"
          if (this.#view.lower[verb - 1] === 'turn' && this.#view.lower[verb - 2] === 'in') {
            passive = false;
            if (subject < 0 && (head[up] ?? -1) >= 0) subject = this.rolesOf(head[up] as number, depth + 1).agent;
          }
          // "between the army and rebels backed by Velmar": the rebels, whom the participle stands beside
          if (subject < 0 && passive && this.caseOf(up) === 'between') {
            const side = this.childBy(up, REL.conj);
            if (side > up && side < verb) subject = side;
          }
          // "accused the army and the rebels of killing them": both, though the parser hung it from the second
          if (subject < 0 && !passive && relation[up] === REL.conj && this.caseOf(verb) === 'of') {
            const first = head[up] ?? -1;
            // "accused the army of looting it and rebels of burning it": each of one thing
            if (
              relation[first] === REL.obj &&
              this.#view.upos[head[first] ?? -1] === VERB &&
              !blamedApart(first, up, this.#view)
            )
              subject = first;
          }
          // "accused the mission in the land of arming them": hung from where it is
          if (subject < 0 && !passive && this.caseOf(verb) === 'of')
            subject = blamedPast(verb, up, this.#view, clauses);
          // "put out a report accusing the army": who issues it accuses
          if (subject < 0 && isIssued(this.#view.lower[up] ?? '') && !passive && !this.#infinitive(verb)) {
            const issued = head[up] ?? -1;
            // "in a statement condemning the raid, the ministry called for restraint" too
            const within = relation[up] === REL.obl && this.caseOf(up) === 'in';
            const own =
              (clauses.object[issued] ?? -1) === up && !isJudging(issued, this.parsed, this.#view.lower[up] ?? '');
            if (issued >= 0 && this.#view.upos[issued] === VERB && (within || own))
              subject = this.rolesOf(issued, depth + 1).agent;
          }
          // "fired on a quarter of the city wounding four"
          const blow = subject < 0 && !passive ? blowUpon(verb, this.#view, (noun) => this.caseOf(noun)) : -1;
          if (blow >= 0) subject = this.rolesOf(blow, depth + 1).agent;
          // "signed with another club after asking for more": hung from the club, done by the one who signed
          // "claimed responsibility for killing nine": theirs who claimed it
          const led = this.caseOf(verb);
          if (subject < 0 && !passive && (MEANWHILE.has(led) || (led === 'for' && isOwnDeed(up, this.#view)))) {
            const above = head[up] ?? -1;
            if (above >= 0 && this.#view.upos[above] === VERB) subject = this.rolesOf(above, depth + 1).agent;
          }
          const judged = subject < 0 ? judgedBy(verb, this.#view, (one) => this.parsed.words.lemma(one)) : -1;
          if (judged >= 0) subject = this.rolesOf(judged, depth + 1).agent;
          if (subject < 0) subject = firstTo(verb, this.#view, this)?.who ?? undertaker(verb, this.#view, this, depth);
          // "announced plans to withdraw": who tells of them will
          if (subject < 0 && this.#infinitive(verb)) {
            const lemma = (one: number) => this.parsed.words.lemma(one);
            const declaring = declaringVerb(up, this.#view, lemma);
            const told = declaring >= 0 ? declaring : issuingVerb(up, this.#view, lemma);
            if (told >= 0) subject = this.rolesOf(told, depth + 1).agent;
          }
          if (subject < 0 && passive) subject = amongThose(verb, this.#view);
          // "the town shelled by rebels" against "rebels shelling the town"; "a plan to attack" gives no one
          if (subject < 0 && passive) subject = beforeBeing(verb, this.#view);
          if (subject < 0 && !this.#infinitive(verb))
            subject = isDay(up, this.#view)
              ? behindDay(up, this.#view)
              : passive
                ? behindDate(up, this.#view)
                : whoIs(behindDate(up, this.#view), this.#view, clauses, this.children);
          // "gunmen on motorcycles shot dead four": the sentence has no other verb, so this one is finite
          if (subject === up && object > verb && this.#view.tag(verb) === 'VBN') {
            let top = up;
            // "Anna Holt, the envoy of the office, conducted an inquiry"
            while ((relation[top] === REL.nmod || relation[top] === REL.appos) && (head[top] ?? -1) >= 0)
              // "Near Tarn, one strike hit a camp": where, and nobody
              if (relation[top] === REL.appos && this.caseOf(head[top] as number) !== '') break;
              else top = head[top] as number;
            if (relation[top] === REL.root) subject = top;
          }
          break;
        }
      }
    }
    if (subject >= 0) subject = ownerBefore(subject, verb, this.#view);
    const { upos } = this.#view;
    if (upos[verb] === VERB || upos[verb] === NOUN) {
      const clause = clauses.complement[verb] ?? -1;
      if (object < 0 && !passive && (clause < 0 || isQualifying(clause, this.#view)))
        object = objectBehind(verb, this.#view);
      if (subject < 0 && relation[verb] !== REL.xcomp && relation[verb] !== REL.acl)
        subject = subjectBefore(verb, this.#view, this.children, (noun) => this.caseOf(noun));
    }
    if (object > verb) object = ownedThing(object, this.#view);
    // "31 people arrested near here": nobody arrests without an object
    if (!passive && object < 0) {
      const victim = undergoer(verb, this.#view, clauses, this.children, this.parsed.words.lemma(verb));
      if (victim >= 0) return { agent: this.agentOf(verb), patient: victim, passive: true };
    }
    if (!passive) {
      const own = subject < 0 ? -1 : paperOwner(subject, this.#view, this.children, this);
      const owner = own >= 0 || subject < 0 ? own : issuerBeside(subject, this.#view, this);
      return { agent: owner < 0 ? subject : owner, patient: object, passive };
    }
    const doer = this.agentOf(verb);
    return { agent: doer < 0 ? announcerOf(verb, this.#view, this) : doer, patient: subject, passive };
  }

  /** The noun that ends the phrase right behind a verb; -1 for none. */
  nounBehind(verb: number): number {
    return nounBehind(verb, this.#view);
  }

  /** The subject of the verb of saying above the clause whose subject a pronoun is: "the army says it has"; -1 for none. */
  speakerOf(pronoun: number): number {
    const { relation, head, lower } = this.#view;
    if (!SAME.has(lower[pronoun] ?? '') || (relation[pronoun] !== REL.nsubj && relation[pronoun] !== REL['nsubj:pass']))
      return -1;
    const verb = head[pronoun] ?? -1;
    if (verb < 0 || relation[verb] !== REL.ccomp) return -1;
    const above = head[verb] ?? -1;
    const subject = above < 0 ? -1 : (this.clauses.subject[above] ?? -1);
    // "We demand an inquiry, the general said": of the first person alone the words behind tell whose it is
    if (subject > pronoun && FIRST.has(lower[pronoun] ?? '')) return subject;
    if (subject < 0 || subject > pronoun) return -1;
    // "officials said it killed nine": several are not one
    const tag = this.#view.tag(subject);
    return tag.endsWith('S') && tag !== 'NNPS' && lower[pronoun] !== 'they' && lower[pronoun] !== 'we' ? -1 : subject;
  }

  /** The first dependant of a kind; -1 for none. */
  childBy(word: number, relation: number): number {
    const { first, next } = this.children;
    for (let child = first[word] as number; child >= 0; child = next[child] as number)
      if (this.#view.relation[child] === relation) return child;
    return -1;
  }

  /** Whether one of the words that hang so from a verb and stand before it is among these: an auxiliary, what opens its clause. */
  isLedBy(verb: number, relation: number | undefined, words: ReadonlySet<string>): boolean {
    const { first, next } = this.children;
    for (let child = first[verb] as number; child >= 0 && child < verb; child = next[child] as number)
      if (this.#view.relation[child] === relation && words.has(this.#view.lower[child] ?? '')) return true;
    return false;
  }

  /** The word of a set that marks a verb's clause before it; -1 for none. */
  markOf(verb: number, words: ReadonlySet<string>): number {
    const { first, next } = this.children;
    for (let child = first[verb] as number; child >= 0 && child < verb; child = next[child] as number) {
      const link = this.#view.relation[child];
      if ((link === REL.mark || link === REL.advmod) && words.has(this.#view.lower[child] ?? '')) return child;
    }
    return -1;
  }

  isPassive(verb: number): boolean {
    return isPassive(verb, this.#view, this);
  }

  /** Who a passive was done by. */
  agentOf(verb: number): number {
    const agent = this.agentBy(verb);
    const by = agent < 0 ? this.obliqueOf(verb, 'by') : agent;
    if (by >= 0) return by;
    const aside = agentAside(verb, this.#view, this);
    return aside < 0 ? agentBehind(verb, this.#view, this) : aside;
  }

  /** The agent that the tree gives a verb; -1 where it stands right behind with no preposition before it: "a court on Monday rejected Holt". */
  agentBy(verb: number): number {
    const agent = this.clauses.agent[verb] ?? -1;
    // "the two presidents spoke by phone": how, and by nobody
    return (agent > verb && this.#isBare(agent, verb)) || isLine(this.#view.lower[agent] ?? '') ? -1 : agent;
  }

  #isBare(noun: number, verb: number): boolean {
    for (let at = verb + 1; at < noun; at++) if (this.#view.upos[at] === ADP) return false;
    return true;
  }

  /** The noun that a preposition ties to a word; -1 for none. */
  obliqueOf(word: number, preposition: string): number {
    const { first, next } = this.children;
    for (let child = first[word] as number; child >= 0; child = next[child] as number) {
      if (child < word) continue;
      const relation = this.#view.relation[child];
      if (
        (relation === REL.obl ||
          relation === REL.nmod ||
          relation === REL['obl:agent'] ||
          relation === REL.advcl ||
          relation === REL.xcomp) &&
        this.caseOf(child) === preposition
      ) {
        // "called for three days of protests", "the first time in 16 years"
        if (!isDay(child, this.#view) && !isWhen(preposition, this.#view.lower[child])) return child;
        if (preposition === 'for' && this.#view.lower[child + 1] === 'of') return child;
        // "across the United States Wednesday": the land, hung from the day
        const before = child - 1;
        if (this.#view.upos[before] === PROPN && this.#view.head[before] === child && !isDay(before, this.#view))
          return before;
      }
    }
    return preposition === 'on' && BLAMING.test(this.#view.lower[word] ?? '') ? this.#laidOn(word) : -1;
  }

  /** "Blamed the blast that killed nine in Velmar on the rebels": parsers hang them from whatever stands before. */
  #laidOn(verb: number): number {
    const { lower, relation, head, sentence, upos } = this.#view;
    const object = this.clauses.object[verb] ?? -1;
    if (object < verb || upos[object] !== NOUN) return -1;
    let found = -1;
    for (let at = object + 1; at < verb + LAID && sentence[at] === sentence[verb] && lower[at] !== ';'; at++) {
      if (lower[at] !== 'on' || relation[at] !== REL.case) continue;
      const led = head[at] ?? -1;
      // "the attack on the town": not whom it is blamed on
      if (led < at || head[led] === object || isDay(led, this.#view) || isWhen('on', lower[led])) continue;
      if (upos[led] === NOUN || upos[led] === PROPN) found = led;
    }
    return found;
  }

  /** The preposition that leads a noun, "into" for "in to"; '' for none. */
  caseOf(noun: number): string {
    const { first, next } = this.children;
    for (let child = first[noun] as number; child >= 0 && child < noun; child = next[child] as number) {
      const relation = this.#view.relation[child];
      if (relation === REL.case || relation === REL.mark) {
        // "walked out of the talks"
        if (this.#view.lower[child] === 'out' && this.#view.lower[child + 1] === 'of') return 'of';
        return this.#view.lower[child] ?? '';
      }
      // "by | Velmar Police": hung from the first word of the name
      if (relation === REL.compound) {
        const led = first[child] as number;
        if (led >= 0 && led < child && this.#view.relation[led] === REL.case) return this.#view.lower[led] ?? '';
      }
    }
    return '';
  }

  /** The verb that a participle's clause goes with; the head as parsed otherwise. */
  governorOf(verb: number): number {
    return governorOf(verb, this.#view, this);
  }

  #infinitive(verb: number): boolean {
    const { first, next } = this.children;
    for (let child = first[verb] as number; child >= 0 && child < verb; child = next[child] as number)
      if (this.#view.lower[child] === 'to') return true;
    return false;
  }

  #controller(verb: number, up: number, depth: number): number {
    const { clauses } = this;
    const object = clauses.object[up] ?? -1;
    const above = this.rolesOf(up, depth + 1);
    // "announced plans to withdraw": plans do nothing
    if (isMeant(verb, this.#view, object, (one) => this.parsed.words.lemma(one))) return above.agent;
    // "carrying signs demanding reform"
    if (object >= 0 && isIssued(this.#view.lower[object] ?? '') && this.#view.tag(verb) === 'VBG') return above.agent;
    const told = object >= 0 && object < verb ? object : (clauses.indirect[up] ?? -1);
    if (told >= 0 && told < verb && !SUBJECT_CONTROL.has(this.parsed.words.lemma(up))) return told;
    // "was ordered to leave", "is scheduled to meet": the passive's subject does it
    if (above.passive) return above.patient;
    const upon = this.obliqueOf(up, 'on');
    return upon >= 0 && upon < verb && object < 0 ? upon : above.agent;
  }
}
