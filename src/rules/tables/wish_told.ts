/**
 * Forms in which a wish is told, with the stretch that tells it captured: the
 * rules' own proposals beside those of the span model.
 *
 * @module
 */
import type { Rule } from "../rule.ts";

/** Rows whose captured stretch is a thing, a condition or a clause that is wished for. */
export const WISH_TOLD: readonly Rule[] = [
  {
    id: "wish/told/thing",
    says: "names a thing and praises what it would do",
    any: [
      "^ { #DET|#NOUN|#ADJ|#NUM|#PROPN|#VERB ..14 } would|could|might |really|also|definitely help|save|let|make|mean|spare|do|solve|complete|cover|cut|stop|allow|give|suit",
      "^ { #DET|#NOUN|#ADJ|#NUM|#PROPN|#VERB ..14 } would be ..3 @praised",
      "what i|we miss|need|want|lack |most|here|now be { ... }",
      "what i|we be |still|really miss|need|want|lack be { ... }",
      "what be |still miss|missing|lack|lacking|need|needed |here|for be { ... }",
      "^ { #DET|#ADJ|#NOUN ..6 } be =needed|=wanted|=required|=overdue",
      "all i|we would |really|also like|love |to |see|have be { ... }",
      "what i|we would |really|also like|love |to |see|have be { ... }",
      "would |really|also|so love|like|appreciate|welcome { a|an|the|some|my|our|more|xnum ... }",
      "only|one thing i|we |really miss|need|want|lack be { ... }",
      "i|we would |really|also be interested in be { ... }",
      "i|we be look for { ... }",
      "|my wish be { #DET|an|a ... }",
      "better|nicer|best would be { ... }",
      "feature|improvement|addition|idea would be { a|an ... }",
      "^ i|we need|want { a|an|the|some|more ... }",
      "^ |+ xnum for { ... }",
      "would not mind { a|an|the|some|more|fewer ... }",
      "i|we would |gladly|happily|even pay |extra|more|good|money for { ... }",
    ],
    unless: [
      "would be to|that|fine|ok|okay",
      "feature|improvement|addition|idea would be a|an ..3 @praised $",
      "^ it|that|this|which",
      "not like|love|need|appreciate",
      "if",
      "happy|glad to",
    ],
    yes: [
      "I'd gladly pay extra for delivery on a named day.",
      "We wouldn't mind a list.",
      "+1 for a calendar.",
      "We need the huts as a file, half the staff want it.",
      "A swap function would save me ten calls.",
      "A quiet mode would be such a blessing.",
      "Tick boxes on one page would be wonderful.",
      "What I miss is a dark page.",
      "What I am missing is a dark page.",
      "What we would love to see is a currency per customer.",
      "All I would like is a list.",
      "My wife would love a list.",
      "My wife would love a list.",
      "The only thing I miss is dark mode.",
      "What we'd be interested in is a map of huts.",
      "What's missing is a label for courts.",
      "A killer feature would be a bigger button.",
      "A real knob is needed.",
      "I'm looking for a link that keeps the answers.",
      "My wish is a silent alarm.",
      "Better would be an order with a note.",
    ],
    no: [
      "That would be great.",
      "It would save me time.",
      "The list would be better if it were short.",
      "The best thing would be to sort it.",
    ],
  },
  {
    id: "wish/told/please",
    says: "names a thing and says please",
    any: [
      "^ { #DET|#NOUN|#ADJ|#NUM|#PROPN|#ADP ..14 } |, please|pls|plz $",
      "^ { #DET|#NOUN|#ADJ|#NUM|#PROPN|#ADP ..14 } |, please|pls|plz ,|!|:",
    ],
    unless: [
      "^ #VERB",
      "^ if|when|once|after|yes|no|hi|hello|thanks",
      "help ,|please|pls",
      "be|have|do ..8 please",
    ],
    yes: [
      "Codes for each project, please.",
      "Per-project tokens, please.",
      "The codes, please, not the list.",
    ],
    no: ["Fix the list, please.", "Help, please.", "If you can, please."],
  },
  {
    id: "wish/told/doing",
    says: "tells what it would be good to do, or asks whether one may",
    any: [
      "would be ..3 @praised |for|if to { ... }",
      "may i|we { ... }",
      "why can not i|we { ... }",
      "|it would help to { ... }",
    ],
    unless: [
      "to know|hear|learn|say|tell",
      "may i ask|say|suggest|add|point|know|propose|recommend|request",
    ],
    yes: [
      "It'd be brilliant to have a choice of sounds.",
      "May I opt out of some sorts?",
      "It would help to see the legroom.",
      "Why can't I give my neighbour a key?",
    ],
    no: ["It would be good to know why.", "May I ask why?"],
  },
  {
    id: "wish/told/of_us",
    says: "asks whether we can do it, in other words than could you",
    any: ["any way|chance|possibility you |guys could|can|would|might { ... }"],
    yes: ["Any way you could build in a setting?"],
    no: ["Any way you look at it."],
  },
  {
    id: "wish/told/asked_of",
    says: "asks whether something may have something, or something be done with it",
    any: [
      "^ could|can|might|may { the|my|our|each|every ..3 have ... }",
      "^ could|can|might|may { #DET|#NOUN|#PROPN|#ADJ|#NUM ..6 be ... }",
    ],
    yes: ["Might the television have subtitles?", "Could tickets be bought now and named later?"],
    no: ["Might I have subtitles?", "The television may have a fault.", "Could it be my phone?"],
  },
  {
    id: "wish/told/asked_of_it",
    says: "asks whether it can do it",
    any: ["^ could|can|would|will it |also|please|maybe { #VERB ... }"],
    unless: ["it be", "could it have"],
    yes: ["Could it follow the phone's language?"],
    no: ["Could it be broken?", "Could I follow it?"],
  },
  {
    id: "wish/told/stop",
    says: "asks to stop something",
    any: ["^ |please|pls|just stop { #VERB ... }"],
    yes: ["Please stop asking me for stars."],
    no: ["The stop is closed.", "Stop it."],
  },
  {
    id: "wish/told/when",
    says: "tells what is to be done when something is so",
    any: [
      "^ when|whenever|if|once ..14 , |please|just|then { ask|tell|show|warn|remind|let|give|send|offer|keep|hide|mark|stop|ring|beep|play|add|put|make|remember|use|count|sort|open|skip ... }",
    ],
    yes: ["If two people ask for the same day, show me that first."],
    no: ["If it rains, we stay.", "When I open it, the list shows nothing."],
  },
  {
    id: "wish/told/condition",
    says: "tells what would be good as a condition",
    any: [
      "would ..12 if { ... }",
      "find it ..2 @praised if { ... }",
      "^ |also|or if { i|we|one|they|it|@determiner ..6 could ... }",
    ],
    unless: [
      "if you would",
      "if i be you",
      "would you know|mind",
      "not know if",
      "wonder if",
      "happy|glad to",
    ],
    yes: [
      "I should find it handy if they were on one page.",
      "It would be great if page turns worked with the buttons.",
      "If we could sort it, fine.",
    ],
    no: ["I would know.", "If it rains, we stay.", "Would you mind if I asked?"],
  },
  {
    id: "wish/told/clause",
    says: "tells what should be so",
    any: [
      "^ { #DET|#NOUN|#PROPN|#ADJ|#VERB|#PRON ..8 should |also|really|be ... }",
      "^ { #DET|#NOUN|#PROPN|#ADJ ..8 ought to ... }",
      "i|we wish { @determiner ..5 would|could|let|show|have|do|tell ... }",
    ],
    unless: [
      "why|what|how|which|where|who ..3 should",
      "there should",
      "^ this|that|it|i|we|you should",
    ],
    yes: [
      "A reviewer should be able to mark files as read.",
      "The seat map ought to say which seats are free.",
      "I wish the map let me filter by roof.",
    ],
    no: ["Which one should I take?", "I should go.", "It ought to be free."],
  },
  {
    id: "wish/told/cannot",
    says: "is sorry for what can not be done",
    any: ["pity|shame |that { #DET|#NOUN|#PROPN|#PRON ..6 can|could not ... }"],
    yes: ["It's a pity that photos can't be sorted by place."],
    no: ["Photos can't be sorted.", "What a pity."],
  },
  {
    id: "wish/told/colon",
    says: "announces a wish before a colon",
    any: [
      "feature|suggestion|idea|wish|request|proposal|list|function ..8 : { ... }",
      "feature|improvement idea|request|suggestion { show|add|let|make|allow|hide|put|have|offer|support|give|a|an ... }",
    ],
    unless: ["error|bug|problem"],
    yes: [
      "A feature I have seen elsewhere: you see how full it is.",
      "Feature idea - show the distance.",
    ],
    no: ["The list is long."],
  },
];
