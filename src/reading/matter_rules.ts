/**
 * How customers say that a matter is settled, and that it is not: rows with
 * examples that must and must not match. Each is tried on one sentence in small
 * letters, its apostrophes straight.
 *
 * @module
 */
import type { MatterState } from "../triage/text/own_words.ts";

/** What a sentence says of how the matter stands. */
export interface MatterRule {
  readonly id: string;
  /** `history`: tells of before and settles nothing; `open`: something is left. */
  readonly state: MatterState | "history";
  readonly pattern: RegExp;
  readonly yes: readonly string[];
  readonly no: readonly string[];
}

const rule = (
  id: string,
  state: MatterRule["state"],
  pattern: RegExp,
  yes: readonly string[],
  no: readonly string[],
): MatterRule => ({ id, state, pattern: new RegExp(pattern, `${pattern.flags}m`), yes, no });

/** The rules; of a sentence the first that matches counts, so what is open comes first. */
export const MATTER_RULES: readonly MatterRule[] = [
  rule(
    "withdraws",
    "withdrawn",
    /^(?:please |kindly |hello,? |i(?:'d| would) like to |i want to |we want to |we(?:'d| would) like to )*(?:withdraw|retract|cancel) (?:my|our|this|the) (?:feature |support |bug )?(?:requests?|tickets?|reports?|message|question|suggestion|complaint)\b/,
    ["please withdraw my feature request", "i'd like to withdraw our request"],
    ["please cancel my subscription", "the request was withdrawn by the app"],
  ),
  rule(
    "asks",
    "open",
    /\?\s*$|^(?:can|could|would|will|how|when|where|why|what|which|who|is|are|do|does|did|may|should) (?:you|i|we|it|there|the|my|this|that|your)\b/,
    ["can you close it", "how do i get the money back?", "is it safe now?"],
    ["it works now.", "you can close the ticket."],
  ),
  rule(
    "not_settled",
    "open",
    /\b(?:not|isn't|wasn't|aren't|hasn't been|hardly|barely|half|half-?|partly|partially|cannot|can't|won't|doesn't|don't|only (?:partly|half|sometimes|for)|almost|nearly)\b[^,;.]{0,24}\b(?:fixed|solved|resolved|sorted|working|works|gone|better|helped|done|settled)\b/,
    [
      "it is not fixed",
      "the problem is only half solved",
      "it's not working",
      "this isn't resolved at all",
    ],
    ["it works now", "the crash is gone"],
  ),
  rule(
    "came_back",
    "open",
    /\b(?:(?:it|problems?|issues?|errors?|crash(?:es)?|bugs?|messages?|fault|noise|lag|glitch|same(?: thing)?|warning|pop-?up) (?:just |has |have |had |then |now )*(?:came back|comes back|come back|is back(?! to normal| up| online| and)|are back|returned)(?! to normal)|returned again|reappear\w*|again (?:today|this morning|since|after|it)|started again|happen(?:s|ed|ing)? again|back again|broke again|crash(?:es|ed)? again|re-?open)\b/,
    [
      "the crash came back",
      "the error is back since monday",
      "please reopen the ticket",
      "it crashed again",
    ],
    ["it works again", "everything is back to normal", "no need to write again"],
  ),
  rule(
    "still",
    "open",
    /\b(?:still (?!(?:works?|working|love|happy|great|going strong|the best|very|good|use))|remains? (?!stable)|keeps? (?:on )?\w+ing\b|not any ?more|(?:over and )?over again|as of now|each time|every time)\b/,
    [
      "the list is still empty",
      "it keeps crashing",
      "one problem remains open",
      "i have to log in over and over again",
    ],
    ["it still works", "i still love it"],
  ),
  rule(
    "conditional",
    "open",
    /\b(?:if|unless|until|till|hope(?:fully)?|would|could(?! not be happier| find)|should|will(?! (?:close|keep|recommend|definitely|be back|come back|tell|continue))|(?<!no )needs?(?! no)|please(?! (?:do )?(?:close|forget|scrap|cancel|delete|tell (?:her|him|them)|pass|thank|ignore|disregard|mark|go ahead|consider|don't))|pl[sz]+|wish|once you|as long as|when(?:ever)? (?:you|they|it|the|this)(?:'ve| have| has| is)? (?:\w+ )?(?:sort|fix|solv|resolv)\w*|get(?:s)? fixed|to be fixed|so that|in order to|to get it)\b(?! (?:you )?(?:close|mark))/,
    [
      "five stars when you sort it out",
      "hopefully the issue gets fixed soon",
      "please add a dark mode",
      "it would be great",
    ],
    ["you can close the ticket", "please close this case", "it works now"],
  ),
  rule(
    "but_then",
    "open",
    /\b(?:but|however|except|although|though|unfortunately|only thing|one thing|now (?:it|the|my|i|there|another|when) (?!works?|can|runs?|am|is (?:fine|ok|good|working)|loads?)|instead|yet another|other problem|another (?:problem|issue|bug|question|thing)|new (?:problem|issue|bug|error)|if only|missing|lack\w*|want(?:ed)? (?:a|to)|refund|charged|bill(?:ed)?|invoice|suggestion|idea|feature|option to|rather have|used to (?:be|work)|no longer (?:shows?|able|available|possible|works?|opens?|loads?|lets?)|so much so|too bad|times? of)\b/,
    [
      "but the export is slow",
      "now it is the import that hangs",
      "i have another question",
      "the only thing missing is landscape",
      "it no longer shows the city",
    ],
    ["all good, thanks", "it was solved by the update", "now it works"],
  ),
  rule(
    "closable",
    "solved",
    /\b(?:(?:(?:you|we) (?:can|may|could) (?:now )?|please |kindly |feel free to |just |go ahead and )(?:close|delete) (?:(?:this|that|the|my|our) )?(?:support |bug |feature |help )?(?:tickets?|case|issue|request|report|matter|thread|complaint|query|enquiry|inquiry)\b|(?:(?:you|we) (?:can|may|could) (?:now )?|please |kindly |feel free to |go ahead and )close(?: (?:this|it|that))?(?= ?(?:$|[.,;:!)]| now| then| please| thanks?))|mark (?:(?:it|this|that|(?:the|my|this) \w+) )?(?:as )?(?:solved|resolved|closed|done|fixed|complete)|(?:ticket|case|issue|request|report|this|it) (?:can|may|could) (?:now )?be closed|case closed|close (?:this|the|my) (?:ticket|case|issue|request|report)|consider (?:this|it|the (?:matter|case|issue)) (?:closed|solved|resolved|done)|(?:ready|safe|fine) to close)\b/,
    [
      "you can close the ticket",
      "please close this case",
      "the ticket can be closed",
      "consider this resolved",
    ],
    [
      "i cannot close the window",
      "the dialog can not be closed",
      "please close my account",
      "please close my account and delete my data",
      "please close the account of my late father",
      "you can delete my profile",
      "we can close the gate only by hand",
    ],
  ),
  rule(
    "trouble_gone",
    "solved",
    /\b(?:problems?|issues?|errors?|crash(?:es|ing)?|bugs?|glitch(?:es)?|messages?|warnings?|lags?|noise|freez(?:es|ing)|matter|trouble|faults?|delays?|pop-?ups?|flicker(?:ing)?|loop|outage|case|thing|(?:it|that|this|everything|all)(?:'s| is| was| has| seems| got| went)?)\b(?:(?! but)[^,;]){0,40}\b(?:gone(?! (?:wrong|bad|grey|gray|missing))|gone away|went away|(?:has|have|had) disappeared|(?:was|is|are|were|been|be|got|get|now|finally|already|all|itself|seems|appears|all) (?:finally |now |already |all |also |completely |apparently )?(?:fixed|solved|resolved|sorted(?: out)?|cleared up|settled|cured|repaired|taken care of))\b|\b(?:fixed|solved|resolved|sorted|cured) (?:it(?:self)?|the (?:problem|issue|matter|thing|trouble|glitch|crash|error)|my (?:problem|issue)|everything|this|that|all)\b|\bno longer (?:crash\w*|happen\w*|occur\w*|appear\w*|freez\w*|hang\w*|an? (?:issue|problem)|a problem|fails?|stops?|get (?:the|that|any) (?:error|message|crash)\w*|see (?:the|that|any) (?:error|message)\w*)|\b(?:doesn't|does not|don't|do not|hasn't|has not|didn't) (?:crash|happen|occur|appear|freeze|hang|fail|come up|crashed|happened|occurred)(?:ed)? (?:any ?more|any longer|since)|\bstopped (?:crash|happen|freez|appear|hang|flicker|doing)\w*|^(?:fixed|solved|resolved|sorted)\b/,
    [
      "the crash is gone since the update",
      "the issue has been resolved",
      "that fixed it",
      "it no longer crashes",
      "it doesn't happen any more",
      "my problem is solved",
      "solved",
    ],
    [
      "my photos are lost",
      "the button does nothing",
      "my money is gone",
      "contact names are gone, only numbers",
      "fix my error",
    ],
  ),
  rule(
    "did_the_trick",
    "solved",
    /\b(?:did the (?:trick|job)|worked a treat|(?:that|this|it|your (?:tip|advice|fix|answer|instructions?|hint|suggestion|solution|workaround|steps|explanation)|the (?:update|fix|tip|restart|reinstall(?:ation)?|reset|new version|workaround|hint)|re-?(?:install|start|boot|set)\w*|(?:log|sign)ging (?:out|in)\b.{0,20}|updating|clearing\b.{0,20}) (?:just |totally |really |has |have |actually |certainly |seems to have |finally )?(?:did it|worked(?! (?:before|until|till|for|once|twice|fine (?:before|until)|yesterday|last|on)\b)|helped(?! (?:for|only|until|till|once|twice|a (?:bit|little)|some|somewhat|briefly|at first)\b)|solved it|fixed it|sorted it|resolved it|done (?:it|the trick)|cured)|all (?:is )?(?:good|fine|well|sorted|solved|clear|okay)(?: now| again| here| thanks)?$|(?:no|not a) (?:further|more) (?:problem|issue|question|action|help)s?|sorted(?:,| now| it)|fixed(?:,| now|!))/,
    [
      "that did the trick",
      "your tip worked",
      "the update fixed it",
      "all good",
      "no further action needed",
    ],
    ["that did nothing", "the update broke it", "it worked before", "it worked until monday"],
  ),
  rule(
    "no_fault",
    "no_fault",
    /\b(?:(?:not (?:a|one)|never (?:a|one|once|had (?:a|an|any))|no|zero|without (?:a|any|one)|haven't had (?:a|any|one)|have not had (?:a|any|one)|didn't have (?:a|any)|have no|had no|nothing|have never|has never|never) (?:(?:single|major|real|serious|technical|big|more|other|further) ){0,2}(?:crash(?:es|ed)?|problems?|issues?|bugs?|complaints?|errors?|faults?|glitch(?:es)?|hiccups?|outages?|trouble|hitch|failures?|failed|ads|to complain|to report|let (?:me|us) down|freez\w*|disappointed)\b(?! (?:with my order|though|but|logging|report))|can(?:'t|not) (?:fault (?:it|you|them|this)|complain)|(?:runs?|works?|working|has been|running) (?:\w+ )?(?:flawless(?:ly)?|without (?:a )?(?:problems?|issues?|hitch|fail|trouble)|like a (?:charm|dream)|rock[ -]solid|perfectly (?:so far|since|for))|trouble[ -]free|rock[ -]solid|not bad at all|(?:nothing|everything) (?:is |was |went )?(?:wrong with (?:it|the|my|your)|is fine|was fine|is okay|is ok)|(?:wasn't|isn't|was not|is not) (?:a|any|your) (?:fault|bug|error|problem|issue)\b|no more trouble|nothing (?:for you )?to do(?: for you)?$|nothing went wrong)/,
    [
      "not one crash in two years",
      "i can't fault it",
      "no bugs i could find",
      "it runs flawlessly",
      "we have no complaints",
      "never crashed",
    ],
    ["it crashes", "there is a problem", "i did nothing wrong"],
  ),
  rule(
    "never_mind",
    "withdrawn",
    /\bnever ?mind\b|^(?:so |and |please,? |just |kindly |you (?:can|may) |sorry,? )*(?:(?:ignore|disregard|forget|scrap) (?:my|this|that|about (?:it|this)|it|what i)|cancel (?:my|this|that|the) (?:request|ticket|report|message|mail|question|complaint))\b|\b(?:(?:false|wrong) alarm|(?:sent|wrote|submitted|opened|posted) (?:this|it|that) (?:twice|by mistake|by accident|to the wrong)|(?:was |were )?meant for (?:another|someone|somebody|a different)|(?:delete|ignore|disregard) (?:the|my) (?:second|duplicate|other|last|first) (?:ticket|message|mail|request|one)|(?:was|is|were) (?:my|our) (?:own )?(?:mistake|fault|error|bad)|my (?:own )?(?:mistake|bad)|user error|(?:no (?:longer|need)|don't|do not) (?:need|require|want) (?:it|this|any (?:help|reply|answer)|the (?:refund|help|reply)|help|an answer|a reply|anything)(?: any ?more)?|no need to (?:reply|answer|respond|do|look|call|investigate|bother|follow up|act)|changed my mind|(?:i |we )(?:was|were) (?:looking in|on|using|typing|reading) the wrong|already (?:found|solved|sorted|figured)|was the (?:cable|answer|reason|solution|trick|setting|cause)|after all$)\b|^(?:ok |okay |ah |oh |actually |sorry,? |update:? )*(?:i |we )(?:just |have |finally |now |'ve )*(?:found (?:it|the (?:button|setting|option|answer|page|reason|cause)|out how)|figured it out|worked it out|sorted it (?:out )?(?:myself|ourselves)|solved it (?:myself|ourselves)|see it now|withdraw|retract|take it back)\b|^(?:found|figured) it\b/,
    [
      "never mind, i found it",
      "please ignore my last message",
      "false alarm",
      "no need to reply",
      "it was my own mistake",
      "found it",
    ],
    [
      "i need not tell you how bad it is",
      "the app found a wrong address",
      "the two downstairs ignore it completely",
      "an option to take back a move",
    ],
  ),
  rule(
    "fault_past",
    "history",
    /^(?!.*\b(?:is|are|isn't|aren't|keeps?|still|again|now|can't|cannot|won't|don't|doesn't|every|always|since|today|everything|all|\w+ing)\b).*\b(?:was|were|had|did|didn't|couldn't|wasn't|weren't)\b/,
    [
      "the cleaner had put it in the wrong socket",
      "i couldn't log in yesterday",
      "there was an error",
    ],
    ["it was fine but now it crashes", "the list is empty", "since the update it was slow"],
  ),
  rule(
    "fault_told",
    "open",
    /\b(?:can(?:'t|not| not)(?! (?:live|wait|recommend|thank|imagine|believe how good))|won't|will not|doesn't|does not|don't|do not|didn't|isn't|aren't|wasn't|couldn't|wouldn't|hasn't|haven't|unable|fail\w*|errors?|crash\w*|freez\w*|froze|hang(?:s|ing)?|cut(?:s|ting)? out|smells|leak(?:s|ing)|stuck|slow(?:ly)?|lag\w*|broken|bugs?|buggy|wrong|lost|losing|missing|disappear\w*|vanish\w*|empty|blank|bad(?:ly)?|worse|worst|terrible|horrible|hate|annoying|sucks?|useless|shame|sad|sick|disappoint\w*|decreased|problems?|issues?|glitch\w*|locked|stop(?:s|ped)|constantly|force ?close\w*|gone|wait(?:ing)?|pity|overpriced|complaints?|unfortunately|deleted?|deleting|log(?:s|ged) me out|kicks? me|out of memory|duplicat\w*|twice)\b/,
    ["it crashes when i open it", "i can't log in", "my coins are gone"],
    ["it works now", "i love it"],
  ),
  rule(
    "works_now",
    "solved",
    /\b(?:(?:work(?:s|ing|ed)?|function(?:s|ing)|run(?:s|ning)|load(?:s|ing)|open(?:s)|sync(?:s|ing)|connect(?:s|ed)|rings?|prints?|charges?|plays?|responds?|heats?|records?|tracks?|scans?|pairs?|updates?|downloads?|boots?|arrives?|okay|fine|good|well|perfect(?:ly)?|normal(?:ly)?|correct(?:ly)?|smooth(?:ly)?|back) (?:(?:fine|well|great|perfectly|properly|correctly|just fine|like a charm|as (?:it should|expected)|smoothly|normally|ok|okay|online) )?(?:now|again)\b|(?:now|again) (?:works?|working|fine|okay|good|all good|runs?|loads|syncs|it (?:all )?(?:works|runs|loads))|back (?:to normal|up and running|in (?:action|business))|up and running|works (?:like a charm )?since (?:the|your|this|yesterday|today)|(?:i|we)(?:'m| am|'re| are) (?:back in|in again)|got (?:it|everything) (?:working|running|sorted|to work)|(?:i|we) (?:can|could) (?:log|sign|pay|print|see|open|use|access|connect|book|send|play|watch|upload|download)\b.{0,30}\b(?:again|now))/,
    [
      "it works now",
      "everything is working fine again",
      "all is good now",
      "we are back to normal",
      "i can log in again",
      "the printer runs again",
    ],
    ["it does the job", "where is it", "the web version works fine"],
  ),
  rule(
    "thanks",
    "thanks",
    /^(?:[\p{L}' ]{1,24} (?:is|are|was|were|been) |it's |that's |you're |what an? |such an? |an? |very |so |really |pretty |absolutely |just |still |simply |overall |many |big |and |wow,? |super |i |we |my \p{L}+ |me )*(?:thanks?\b(?! in advance)|thank you(?! in advance)|thx|cheers|much appreciated|(?:i |we )?(?:really |very much |truly )?appreciate|grateful|kudos|well done|(?:good|great|nice|excellent|amazing|top|brilliant|superb|fantastic) (?:job|work|service|support|app|product|update|team|stuff|one)|keep (?:it )?up|keep up|bravo|hats off|(?:i |we |absolutely |really |just |my \w+ )*(?:love|loves|loved|adore|enjoy)|best (?:app|service|support|thing|purchase)|(?:very |so |really |extremely )?(?:happy|pleased|satisfied|impressed|delighted) with|(?:awesome|amazing|excellent|fantastic|perfect|brilliant|wonderful|superb|outstanding|lovely|great|super|nice|cool)\b|5 stars|five stars|recommend(?:ed)?|you guys\b|you (?:rock|saved)|have a (?:nice|good|great|lovely))/u,
    ["thank you so much", "great job", "i love the new look", "you guys are the best", "awesome!"],
    ["the great hall page is empty", "my photos are gone"],
  ),
  rule(
    "told_of_before",
    "history",
    /\b(?:was|were|had|did|used to|before|earlier|last (?:week|month|time|year)|yesterday|reported|wrote|sent|tried|followed|updated|installed|restarted|rebooted|reset|cleared|took|turned out|it took|after|since|for (?:two|three|\d+) (?:years|months|weeks))\b/,
    [
      "i had written about the export",
      "yesterday it was different",
      "i restarted the phone as you said",
    ],
    ["the export hangs"],
  ),
  rule(
    "courtesy",
    "history",
    /^(?:ok(?:ay)?|yes|yep|right|fine|good|perfect|great|all good|hooray|yay|phew|ah|oh|update|fyi|just (?:to let you know|a (?:quick )?(?:note|update|word))|good news|sorry\b.{0,40}|apologies\b.{0,40}|re(?:garding)?\b.{0,40}|hi|hello)\b[^a-z]{0,3}.{0,24}$/,
    ["good news", "update", "sorry for the noise"],
    ["the export hangs"],
  ),
];
