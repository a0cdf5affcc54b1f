// A happening and its report's text in, what lists show of it out.
import type { Happening } from '../record/incident/happening.ts';
import { sentenceAround } from '../record/sentence.ts';

/** Words of a report as lists show them: with their sentence, and the claim that they support. */
export interface ShownWords {
  readonly claim: string;
  readonly report: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly sentence: string;
}

/** A happening as lists show it. */
export interface ShownHappening extends Pick<Happening, 'window' | 'dated' | 'family'> {
  readonly trigger: string;
  readonly words: ShownWords;
}

export function shownHappening({ id, report, window, dated, family, event }: Happening, text: string): ShownHappening {
  const { evidence, trigger } = event;
  return {
    window,
    dated,
    family,
    trigger: trigger.text,
    words: { claim: id, report, ...evidence, sentence: sentenceAround(text, evidence).text },
  };
}
