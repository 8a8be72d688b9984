/**
 * What we may say that we do: read, keep and pass on a message, look into it,
 * answer; and what we feel, know and wish. Whatever else we are said to have
 * done, to be doing or to be about to do is not so; other verbs are odd.
 *
 * @module
 */
import type { ClauseParts } from "./clause_features.ts";
import { inflected } from "./inflection.ts";

/** The verbs that "I" and "we" may have. */
const OURS = inflected(
  // The message is kept and passed on.
  "receive record note log file register open create raise pass forward hand put place store lay save submit enter document write capture keep flag list route assign attach set include collect set share describe " +
    // Somebody reads, looks and answers.
    "read look review check examine study investigate consider weigh discuss assess explore try help assist reproduce trace treat work learn follow compare judge decide verify clarify reply respond answer let inform tell update contact get go come ask add give use make take leave hold reach say speak talk mention explain summarise summarize quote repeat count suggest advise " +
    // What we feel, know and wish.
    "appreciate understand know see realise realize recognise recognize hope wish regret apologise apologize want need like love value welcome gather notice acknowledge mean wonder find imagine hear think believe agree feel doubt assume suspect guess gather bet admire admit enjoy thank trust prefer intend aim attempt " +
    "join be have do can would rather picture sympathise sympathize respect expect sorry relieve shake impress smile laugh remember miss " +
    // What we do not do.
    "reassure promise guarantee commit confirm refrain avoid stay pretend invent predict foresee hate risk speculate comment improvise vouch accept wait offer report",
);

/** A verb that is none of ours. */
export interface ForeignAct {
  readonly verb: string;
  /**
   * Whether it is said to be done, in hand, possible or to come: "I suppose", "I would sulk" and
   * "if I named a day" say nothing so. What is done to the report ("we have shelved it as …") is
   * left to the weight.
   */
  readonly claimed: boolean;
}

const SUPPOSED = /^(?:do|would|would be)?$/;

/** What "I" and "we" do in a sentence by verbs that are not ours. */
export function foreignActs(clauses: readonly ClauseParts[]): ForeignAct[] {
  return clauses.flatMap(({ joint, subject, negated, auxiliaries, verb, object }) => {
    if (!/^(?:i|we)$/.test(subject) || negated || verb?.tag !== "VERB") return [];
    if (OURS.has(verb.lemma) || OURS.has(verb.word)) return [];
    const bare = verb.word === verb.lemma || auxiliaries !== "";
    const supposed = joint === "if" || bare && SUPPOSED.test(auxiliaries);
    return [{ verb: verb.word, claimed: !supposed && object !== "case" }];
  });
}
