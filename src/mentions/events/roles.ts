// A verb in, the tokens that stand as its subject and object out, also where the grammar leaves them unsaid.
import type { Parsed } from '../../grammar/parsed.ts';
import { REL, type TokenView, VERB } from '../actors/token-view.ts';
import { type Clauses, viewClauses } from '../statements/clauses.ts';

/** Tokens; -1 where there is none. `agent` acts, `patient` is acted upon, whatever the voice. */
export interface Roles {
  readonly agent: number;
  readonly patient: number;
  readonly passive: boolean;
}

/** Operators whose object does what the infinitive says: "urged Holt to halt", against "promised Holt to halt". */
const SUBJECT_CONTROL: ReadonlySet<string> = new Set([
  'promise',
  'vow',
  'threaten',
  'pledge',
  'agree',
  'refuse',
  'offer',
  'swear',
  'decline',
]);
const RELATIVES: ReadonlySet<string> = new Set(['who', 'which', 'that', 'whom', 'whose']);
const DEEPEST = 6;

/** First dependant of every token and the next one of the same head, -1 for none: walked without calls. */
export interface Children {
  readonly first: Int32Array;
  readonly next: Int32Array;
}

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
    const passive = this.isPassive(verb);
    let subject = this.#antecedent(clauses.passive[verb] ?? -1, verb);
    if (subject < 0) subject = this.#antecedent(clauses.subject[verb] ?? -1, verb);
    let object = this.#antecedent(clauses.object[verb] ?? -1, verb);
    const up = head[verb] ?? -1;
    if (up >= 0 && depth < DEEPEST) {
      switch (relation[verb]) {
        case REL.conj:
          // "struck the port and killed nine": the second verb borrows the first one's subject
          if (subject < 0 && this.#view.upos[up] === VERB) {
            const above = this.rolesOf(up, depth + 1);
            subject = above.passive && !passive ? above.patient : above.passive ? above.patient : above.agent;
          }
          break;
        case REL.xcomp:
        case REL.ccomp:
          if (subject < 0) subject = this.#controller(verb, up, depth);
          break;
        case REL.advcl:
          if (subject < 0) {
            const above = this.rolesOf(up, depth + 1);
            subject = above.passive ? above.patient : above.agent;
          }
          break;
        case REL['acl:relcl']:
          if (subject < 0) subject = up;
          else if (object < 0 && !passive && subject !== up) object = up;
          break;
        case REL.acl:
          // "the town shelled by rebels" against "rebels shelling the town"; "a plan to attack" gives no one
          if (subject < 0 && !this.#infinitive(verb)) subject = up;
          break;
      }
    }
    if (!passive) return { agent: subject, patient: object, passive };
    return { agent: this.agentOf(verb), patient: subject, passive };
  }

  isPassive(verb: number): boolean {
    if ((this.clauses.passive[verb] ?? -1) >= 0 || (this.clauses.agent[verb] ?? -1) >= 0) return true;
    let passive = false;
    let auxiliary = false;
    const { first, next } = this.children;
    for (let child = first[verb] as number; child >= 0; child = next[child] as number) {
      if (this.#view.relation[child] === REL['aux:pass']) passive = true;
      if (this.#view.relation[child] === REL.aux) auxiliary = true;
    }
    if (passive) return true;
    const relation = this.#view.relation[verb];
    return (
      !auxiliary &&
      this.#view.tag(verb) === 'VBN' &&
      (this.clauses.object[verb] ?? -1) < 0 &&
      (relation === REL.acl ||
        relation === REL.advcl ||
        relation === REL.amod ||
        relation === REL.root ||
        relation === REL.conj)
    );
  }

  /** Who a passive was done by. */
  agentOf(verb: number): number {
    const agent = this.clauses.agent[verb] ?? -1;
    return agent >= 0 ? agent : this.obliqueOf(verb, 'by');
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
      )
        return child;
    }
    return -1;
  }

  /** The preposition that leads a noun, "into" for "in to"; '' for none. */
  caseOf(noun: number): string {
    const { first, next } = this.children;
    for (let child = first[noun] as number; child >= 0 && child < noun; child = next[child] as number) {
      const relation = this.#view.relation[child];
      if (relation === REL.case || relation === REL.mark) return this.#view.lower[child] ?? '';
    }
    return '';
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
    if (object >= 0 && object < verb && !SUBJECT_CONTROL.has(this.parsed.words.lemma(up))) return object;
    const indirect = clauses.indirect[up] ?? -1;
    if (indirect >= 0 && indirect < verb && !SUBJECT_CONTROL.has(this.parsed.words.lemma(up))) return indirect;
    // "was ordered to leave", "is scheduled to meet": the passive's subject does it
    if (above.passive) return above.patient;
    const upon = this.obliqueOf(up, 'on');
    return upon >= 0 && upon < verb && object < 0 ? upon : above.agent;
  }

  /** What a relative pronoun stands for; the token itself when it is none. */
  #antecedent(token: number, verb: number): number {
    if (token < 0 || !RELATIVES.has(this.#view.lower[token] ?? '')) return token;
    const { head, relation } = this.#view;
    // climb from the verb to the noun that its clause hangs from
    for (let at = verb, steps = 0; at >= 0 && steps < 4; at = head[at] ?? -1, steps++)
      if (relation[at] === REL['acl:relcl'] || relation[at] === REL.acl) {
        const noun = head[at] ?? -1;
        if (noun >= 0 && noun < token) return noun;
      }
    return token;
  }
}
