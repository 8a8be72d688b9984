/**
 * What a thing does that hurts or could: heat, gas, current, parts that come
 * off, what does not stop, and what people tell of being hurt.
 *
 * @module
 */
import type { Rule } from "../rule.ts";

/** Rows of danger from things. */
export const PHYSICAL_HARM: readonly Rule[] = [
  {
    id: "harm/safety/hot",
    says: "something burns, swells, leaks gas or gives a shock",
    any: [
      "hiss|hissing|hissed|smoulder|smouldering|smolder|spark|sparks|smoking|=exploded|=explode|swollen",
      "smoke|steam|flame|flames ..2 out|from|off of|the|it|plug|battery|charger",
      "there be smoke|flame|flames",
      "smell of|like |of gas|smoke|burning|rotten|burnt|plastic",
      "swell ..3 up|like|out",
      "proper|little|electric jolt|tingle",
      "sting like electric",
      "jolt up my|his|her|the",
      "catch fire",
      "melt|melted|melting ..3 plug|cable|case|casing|charger",
    ],
    yes: [
      "The battery is hissing.",
      "Smoke comes out of the plug.",
      "There's smoke everywhere.",
      "The kitchen smells like rotten eggs.",
      "The case is swelling up.",
      "I felt an electric jolt.",
      "The shower stings like electric.",
      "I got a jolt up my arm.",
      "It could catch fire.",
      "It melted the plug.",
    ],
    no: ["Smoke test passed.", "The list is hot.", "The plug is missing."],
  },
  {
    id: "harm/safety/control",
    says: "what must stop, hold or carry does not",
    any: [
      "brake|throttle|pedal|steering ..2 do nothing",
      "no brake|brakes",
      "brake|throttle|pedal|steering ..2 fail|stick|stay|lock|go",
      "handlebar|wheel|seat|strap|lid|blade|clip|rail|latch|saddle|fork|step ..3 loose|off|apart|folded|fold|snap|collapse",
      "handlebar|seat|lid|blade|rail|lift|elevator ..5 fly|drop|fall|fell|=dropped !to|out",
      "keep on running|cutting|turning after",
      "woke up by itself",
      "stuck|trap|trapped|shut in|inside the|a|between lift|elevator|bathroom|room|cabin|floor|floors|car",
    ],
    unless: ["app|screen|page|login stuck"],
    yes: [
      "The brake does nothing.",
      "It has no brakes.",
      "The pedal stayed down.",
      "The handlebar came loose.",
      "The lid just flew away.",
      "It kept on running after that.",
      "The tractor woke up by itself.",
      "We are stuck in the lift.",
    ],
    no: ["The list keeps running.", "I am stuck in the menu.", "The lift is slow."],
  },
  {
    id: "harm/safety/hurt",
    says: "somebody was hurt",
    any: [
      "=stitches|amputation|unconscious|bleed|bleeding|blistered",
      "lose|lost ..2 tooth|teeth|finger|toe|skin",
      "break|broke my|his|her|a collar|arm|leg|wrist|bone|neck|hip|nose|ankle|rib",
      "faint|fainted|collapsed",
      "ambulance|paramedic|paramedics",
      "back from|in|to hospital",
      "panic attack",
      "hard to breathe",
      "skin off my|his|her|both",
      "xnum|ten|two|five time|times the strength|dose",
      "twice|double the strength|dose",
      "punch|fall|go|walk|run through|down the|a|whole glass|stairs|staircase|flight",
    ],
    unless: ["game|level|player|paladin"],
    yes: [
      "I have six stitches.",
      "I lost two teeth.",
      "He broke his wrist.",
      "I fainted in the kitchen.",
      "The ambulance came.",
      "I am back from hospital.",
      "She had a panic attack.",
      "It is hard to breathe.",
      "It took the skin off both hands.",
      "It was 10 times the strength.",
      "They were twice the strength.",
      "He fell down the stairs.",
    ],
    no: ["I broke the list.", "The hospital portal is slow.", "In the game I lost a finger."],
  },
];
