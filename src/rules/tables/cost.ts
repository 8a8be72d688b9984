/**
 * What a fault has cost: goods spoiled, a medicine, a consent or a vote taken
 * wrong, a device that fails where one depends on it. It says how bad a fault
 * is, not what it is: no title is drawn from it.
 *
 * @module
 */
import type { Rule } from "../rule.ts";

/** What cannot be made good again by mending the fault. */
export const COST: readonly Rule[] = [
  {
    id: "cost/spoiled",
    says: "goods were spoiled by it",
    any: [
      "lose ..3 kg|kilo|kilos|litre|litres|tonne|tonnes|box|boxes|crate|crates|tray|trays of",
      "lose ..6 fish|meat|prawn|prawns|vaccine|vaccines|plant|plants|seedling|seedlings|flower|flowers|chick|chicks|dough|cheese|harvest|crop|stock",
      "throw|bin|tip ..2 meat|fish|food|milk|batch|dough",
      "have to throw|bin|tip",
      "fish|meat|food|milk|vaccine|vaccines|plant|plants|seedling|seedlings|harvest|crop|stock|batch|dough|tank ..3 spoil|spoiled|spoilt|thaw|thawed|rotten|die|died|dead|ruin|ruined",
    ],
    yes: [
      "We lost about 40 kg of prawns.",
      "I lost two trays of seedlings.",
      "I lost all my fish.",
      "I threw the meat away.",
      "We had to throw out the lot.",
      "The vaccines thawed.",
    ],
    no: [
      "I lost 4 kg with the plan.",
      "The fish tank page is slow.",
      "The milk icon is blue.",
      "I threw a ball.",
      "The stock list is long.",
      "We lost track of it.",
    ],
  },
  {
    id: "cost/entrusted",
    says: "a medicine, a consent or a vote is taken wrong",
    any: [
      "remind|reminder|text|refill|dose|alarm ..6 medicine|pills|medication ..4 stop|stopped|not|never|wrong|twice",
      "medicine|pills|medication ..6 wrong|twice|never|double|mixed",
      "sign|signed|consent|permission ..6 show|shows|count|save|saved as|for ..3 signed|wrong|other|another",
      "sign ..8 it show as sign",
      "consent|permission ..6 record|recorded|enter|entered for|under",
      "vote|votes|proxy|proxies|ballot|ballots ..6 wrong|once|twice|double|not|missing|disappear",
    ],
    unless: ["want|like|wish|could|please"],
    yes: [
      "The refill reminder came for a medicine I stopped in 2022.",
      "The pills are listed twice.",
      "The consent form is saved for the wrong child.",
      "When I sign the form for Ann it shows as signed for Ben.",
      "The consent I gave for Tom was recorded for Tim.",
      "Proxies were counted once.",
    ],
    no: [
      "I take my tablets at eight.",
      "The tablets never sync.",
      "The alarm on my tablet does not ring.",
      "The form shows another page.",
      "The form is long.",
      "The vote page is blue.",
      "I signed in twice.",
      "The result page is empty.",
    ],
  },
  {
    id: "cost/relied_on",
    says: "it fails where somebody's safety depends on it",
    any: [
      "unreadable|blank|dark|dead|black|off|freeze|froze|frozen ..2 below|under|at xnum m|metre|metres|meter|meters|feet|ft",
      "under water|way|load ..4 dead|blank|unreadable|cut",
      "diver|climber|belayer|skipper ..6 fail|blank|wrong|dead",
    ],
    yes: [
      "The screen is blank below 20 m.",
      "Under water it goes dead.",
      "The belayer got a wrong reading.",
    ],
    no: [
      "The page is 20 m long.",
      "It works under water.",
      "The diver page is fine.",
      "The map shows 20 metres.",
      "The route climbs 400 m.",
    ],
  },
  {
    id: "cost/lost_answers",
    says: "people broke off or gave up over it",
    any: [
      "xnum|several|many|most|half of|out xnum|them|our|the ..5 break|broke|give|gave|drop|dropped off|up|out",
      "@people|respondent|respondents|visitor|visitors|voter|voters ..9 lose their|his|her",
    ],
    yes: [
      "On ours 22 of 90 broke off on that page.",
      "Respondents who go back one page lose their answer.",
    ],
    no: [
      "We broke up in May.",
      "22 of 90 answered.",
      "Many of our users like it.",
      "Students lose interest.",
    ],
  },
];
