/**
 * Takes away what people write before they come to the point: "Unfortunately I
 * have the problem that …".
 *
 * @module
 */

const ADVERBS =
  "but|and|so|also|then|(?:right |just )?after (?:that|this)|afterwards|at that point|by then|in the end|eventually|from then on|bro|mate|dude|guys|um|uh|hmm|right|right so|ok so|so basically|basically|however|unfortunately|sadly|suddenly|now|today|(?:yesterday|this|last) (?:evening|morning|night|afternoon)|yesterday|lately|recently|again|well|ok|okay|oh|hey|ugh|argh|honestly|apparently|for some reason|at the moment|at present|right now|currently|this morning|last (?:night|week)|once again|by the way|btw|to be honest|in addition|moreover|still|first of all|because|anyway|hopefully|please help|as of (?:today|yesterday)|out of nowhere|for no reason|all of a sudden|ever since|meanwhile|actually|really|simply|just|randomly|sometimes|occasionally|constantly|often|from time to time|in general|most of the time|(?:on )?the next (?:day|morning)|next (?:day|morning)|the (?:day|morning) after|every now and then|on (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)s?|(?:monday|friday|saturday) night";
const LABELS =
  "problem|bug|issue|bug report|error report|error|question|help|urgent|user|customer|summary|description|what happens|what happened|my problem|our problem|the problem|the issue|short version|one hiccup|what i meant to tell you|one thing(?: though)?|fyi|note|hint|minor|(?:small|tiny|little) thing|subject";
const FRAMES = [
  "(?:i|we)(?:['’]ve| have)?(?: just| also| only)? (?:think|believe|guess|suspect|noticed|notice|found(?: out)?|realised|realized|discovered|fear|am (?:sorry|afraid)|must say|have to (?:say|report)|want(?:ed)? to (?:report|say|tell you|let you know)|(?:would|['’]d) like to report|keep noticing)(?: that)?(?= \\S+ \\S+)",
  "it (?:seems|looks|appears)(?: to me)?(?: like| as if| that)?|(?:looks|seems) (?:like|as if|that)",
  "it['’]?s (?:just |really |so |very )?(?:annoying|frustrating|strange|weird|odd|funny|a shame|a pity) (?:that|how|when)",
  "the (?:problem|issue|bug|trouble|thing|odd thing|strange thing) is(?: that)?",
  "(?:i|we)(?: have|['’]ve got|['’]m having| am having| got| are having)(?: got)? (?:a|an|the following|some|this|the) (?:\\w+ )?(?:problem|issue|bug|trouble|error)s?(?: (?:with|that|where|when|in which))?",
  "there(?: is|['’]s| seems to be| appears to be| must be) (?:a|an|some) (?:\\w+ )?(?:problem|issue|bug|glitch|error|mistake)s? (?:with|where|that|in|on)",
  "having (?:trouble|issues|problems)(?: with)?",
  "(?:(?:i|we)(?:['’]m| am|['’]re| are) )?(?:experiencing|facing|encountering) (?:an?|some|the following) (?:\\w+ )?(?:issue|problem|error)s? (?:whereby|where|in which|with)",
  "is it (?:just me or|known that|normal that|intended that|just my \\w+ or)(?: does| do| is)?",
  "(?:anyone|anybody)(?: else)?(?:['’]s| whose| has| is)?|is anyone(?:['’]s| else(?:['’]s)?)?|does any(?:one|body) else (?:have|get|see)",
  "do you (?:know|realise|realize) (?:that|why)|did you know that|are you aware that",
  "(?:can|could) (?:you|someone|anyone|somebody) (?:please )?(?:explain|tell me)(?: to me)?(?= why)",
  "(?:any idea|would anyone know|i(?:['’]d| would) (?:like|love) to know)(?= why)|how come|why is it that",
  "what happened to",
  "what (?:i|we)(?:['’]ve| have) (?:got )?(?:now|here|instead) is(?: that)?",
  "what (?:spoils|bothers|annoys|puzzles|worries|trips|happens|i need|we need|i see|i get|i have|we see)(?: \\w+)? is(?: that)?",
  "(?:and )?(?:the )?(?:one|thing|worst) that [^,.:]{3,30}(?=:)",
  "(?:but )?the one (?:thing|wart|problem|snag)[^,.]{0,30} is(?: that)?",
  "(?:it['’]?s |what )?(?:a |such a )?(?:shame|pity) (?:that|how)",
  "(?:i )?(?:love|like|nice|great|funny) how",
  "there['’]?s(?! (?:no\\w*|not|n['’]t|only|still|always)\\b)(?= \\S+ \\S)|there (?:is|are)(?= an? | no | some )",
].join("|");

const ADVERB_START = new RegExp(`^(?:${ADVERBS})\\b[,:;!.–-]*\\s+(?=\\S+ \\S)`, "i");
const LABEL_START = new RegExp(`^(?:${LABELS})\\s*[:–-]\\s*`, "i");
const FRAME_START = new RegExp(`^(?:${FRAMES})[:,]?\\s+(?=\\S)`, "i");
const STARTING = /^[\s.,;:!?…–—>*•·)'-]+/u;
const LEAST_CHARACTERS = 8;
const ROUNDS = 5;

/** A sentence from where it comes to the point. */
export function stripLead(text: string): string {
  let rest = text.replace(STARTING, "");
  for (let round = 0; round < ROUNDS; round++) {
    const before = rest;
    for (const pattern of [ADVERB_START, LABEL_START, FRAME_START]) {
      const shorter = rest.replace(pattern, "");
      if (shorter.length >= LEAST_CHARACTERS) rest = shorter;
    }
    if (rest === before) break;
  }
  return rest;
}
