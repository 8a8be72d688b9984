/**
 * Cues of a fault: something does not do what it did or should.
 *
 * @module
 */
import type { Cue } from "./cue.ts";

const bug = (
  name: string,
  weight: number,
  phrases: readonly string[],
  negatable = false,
): Cue => ({ name, intent: "bug_report", weight, phrases, negatable });

const FUNCTION = "work|open|load|save|sync|connect|show|send|install|start|play|respond|update|" +
  "download|upload|print|appear|display|let|allow|recognize|recognise|register|refresh|display|" +
  "close|scroll|launch|arrive|receive|login|log|stay|keep|turn|run|function|go|move|delete|" +
  "detect|notify|charge|pair|render|export|import|return|accept|remember|add|count|fire|trigger|match";

/** Cues of a fault. */
export const FAILURE_CUES: readonly Cue[] = [
  bug(
    "crash",
    1.6,
    ["crash", "crashing", "crashed", "force close", "force closing", "force quit"]
      .concat(["core dump", "segfault", "blue screen", "shut|shuts down itself", "shut itself"])
      .concat(["close|quit|exit by itself|themselves", "close|quit on its own", "kick me out"])
      .concat(["kick|throw|boot|log|sign me out|off|back"]),
    true,
  ),
  bug(
    "freeze",
    1.4,
    ["freeze", "froze", "frozen", "hang", "hung", "unresponsive", "not respond"]
      .concat(["stuck", "deadlock", "never finish|load|end|complete|return", "get stuck", "spin"])
      .concat(["just sit there", "load|spin|buffer forever", "spinning wheel", "endless loop"]),
    true,
  ),
  bug("fail", 1.2, ["fail", "failure", "fail to", "break", "broke", "broken", "malfunction"], true),
  bug("bug_word", 1.2, ["bug", "bugs", "buggy", "glitch", "glitches", "glitchy", "defect"], true),
  bug("problem_word", 0.8, ["issue", "problem", "trouble"], true),
  bug(
    "error_word",
    1,
    ["error", "exception", "crash report", "stacktrace", "stack trace"]
      .concat(["assertion", "panic", "traceback", "xtrace", "error code|message", "errno"]),
    true,
  ),
  bug(
    "error_says",
    1,
    ["say|show|give|throw|display|get|return error|exception|failure|invalid"]
      .concat(["say|show|give|throw|display|get|return a|an|the|this error|exception|warning"])
      .concat(["say|tell can|could|do not", "say something go wrong", "something go wrong"])
      .concat(["throw xcode", "with error|exception", "bad gateway", "server error"]),
  ),
  bug(
    "wrong",
    0.9,
    ["wrong", "wrongly", "incorrect", "incorrectly", "invalid", "unexpected"]
      .concat([
        "unexpectedly",
        "mess up",
        "corrupt",
        "corrupted",
        "garbled",
        "inaccurate",
        "out of sync",
      ])
      .concat(["mismatch", "inconsistent", "not match", "not correct|right|accurate"]),
    true,
  ),
  bug(
    "null_value",
    0.7,
    ["undefined", "null", "nan", "nil", "out of memory", "denied", "timeout"]
      .concat(["time out", "timed out", "segmentation fault", "unhandled", "uncaught"]),
  ),
  bug(
    "lag",
    1,
    ["lag", "laggy", "lagging", "slow", "slowly", "sluggish", "stutter", "jerky"]
      .concat([
        "take forever",
        "take |too|so|very|a long|lot",
        "take ages",
        "drain",
        "leak",
        "overheat",
        "choppy",
        "unbearably slow",
      ]),
    true,
  ),
  bug(
    "disappear",
    1,
    ["disappear", "vanish", "go missing", "be gone", "all go", "lost|lose all|my|the"]
      .concat([
        "delete my|all|everything",
        "wipe",
        "go blank",
        "black|blank|white|grey|gray screen|page",
      ])
      .concat(["come up blank|empty", "be blank|empty", "nowhere to be|find"]),
  ),
  bug(
    "reset",
    0.6,
    ["reset itself", "reset to", "log me out", "sign me out", "logged out"]
      .concat(["revert to", "go back to the", "jump back|to", "go back to *", "return to the"]),
  ),
  bug(
    "not_work",
    1.7,
    ["not work", "not working", "no long work", "stop work|working", "never work"]
      .concat(["nothing work", "nothing happen", "do nothing", "nothing show|load|appear|come"])
      .concat(["not work|function * more", "not even work", "not work|function properly|correctly"])
      .concat([
        "hardly|barely work",
        "not functional|usable",
        "unusable",
        "useless since",
        "be down",
      ])
      .concat(["not do anything", "no effect", "not take effect", "no response", "no reaction"]),
  ),
  bug(
    "not_function",
    1.4,
    [`do not |even|always|actually|really|ever ${FUNCTION}`]
      .concat([`will not |even|always ${FUNCTION}`, `would not |even ${FUNCTION}`])
      .concat([`no long ${FUNCTION}|get|can`, `never ${FUNCTION}`, `refuse to *`])
      .concat([`stop ${FUNCTION}|loading|showing|syncing|sending|playing|opening|responding`])
      .concat(["be not ring|show|load|open|save|sync|update|display|get|let|allow|respond|send"])
      .concat(["be not loading|showing|opening|saving|syncing|updating|displaying|playing|letting"])
      .concat(["keep|start crash|freeze|fail|lag|stop|say|tell|get|go|buffer|drop|disconnect|log"]),
  ),
  bug(
    "cannot",
    1,
    ["i|we can not", "i|we could not", "i|we be not able|unable", "can not even"]
      .concat(["can not see|open|find|get|log|login|load|play|use|access|view|connect|save|send"])
      .concat(["be not able to", "be unable to", "unable to", "impossible to", "can not seem to"])
      .concat(["not let|allow me|us|you", "will not let|allow", "can no long"]),
  ),
  bug(
    "every_time",
    0.9,
    ["every time", "everytime", "each time", "whenever", "as soon as"]
      .concat(["over and over", "again and again", "constantly", "continuously", "keep on"])
      .concat(["randomly", "at random", "intermittent", "intermittently", "half the time"])
      .concat(["out of nowhere", "for no reason", "without warning", "all the time"]),
  ),
  bug(
    "keeps",
    0.9,
    ["it|app|screen|page|that|this|which keep", "keep get|say|ask|tell|close|log"]
      .concat(["keep getting|saying|asking|telling|closing|logging|going|crashing|freezing"])
      .concat(["keep on *"]),
  ),
  bug(
    "trigger",
    0.5,
    ["when|if|once|after i|we|you try|click|tap|open|press|go|select|use|start|type"]
      .concat([
        "when try",
        "try to",
        "on startup|launch|start",
        "while play|use|watch|try",
        "upon",
      ]),
  ),
  bug(
    "tried",
    0.6,
    ["i|we |have try", "try everything", "try to * but", "tried to", "no luck"]
      .concat(["already try", "to no avail", "still nothing", "still the same", "same result"]),
  ),
  bug(
    "since_update",
    1,
    ["since|after|until the |new|last|latest|recent update|upgrade|version|release"]
      .concat(["since|after update|upgrade|install|yesterday|today|last|monday|version|this|i|the"])
      .concat([
        "since|after my|our update|upgrade",
        "the |new|last|latest|recent update",
        "new version",
      ])
      .concat([
        "after update|upgrade|updating|upgrading",
        "ever since",
        "update break|ruin|make|mess",
      ]),
  ),
  bug(
    "used_to",
    0.8,
    ["use to work|be|load|show|play|let|have", "work fine|well|great|perfectly before"]
      .concat(["work fine|ok|perfectly until|yesterday|before|in|on|last", "no long", "any more"])
      .concat([
        "anymore",
        "suddenly",
        "all of a sudden",
        "lately",
        "previous version",
        "regression",
      ])
      .concat([
        "until recently|now|yesterday|last",
        "before the update",
        "it|this be work|fine before",
      ]),
  ),
  bug("still", 0.3, [
    "still not",
    "still no",
    "still have|get|show|crash|wait",
    "yet again",
    "again",
  ]),
  bug(
    "repair_wish",
    1.2,
    ["please|pls|must|hope|asap|kindly fix|resolve|solve|repair|correct|address"]
      .concat([
        "fix it|this|that|the|your|these|bug|asap|please",
        "need to be |be fix|fixed|resolve",
      ])
      .concat(["need|needs fix|fixing|to fix", "get it|this fix|fixed", "sort it|this out", "fix"])
      .concat(["please |can |you |just look into|check", "hope|wish you|they |can|will fix"]),
    true,
  ),
  bug(
    "bring_back",
    0.4,
    ["bring|put|give|change |it|us|me|the|them|this back", "bring back"]
      .concat(["go back to the old", "return the old"]),
  ),
  bug(
    "reinstall",
    1,
    ["reinstall", "reinstalled", "uninstall and", "delete and", "restart", "reboot"]
      .concat(["clear |the|my cache|data", "log out and|in", "factory reset", "power cycle"])
      .concat([
        "delete and |re download|install",
        "turn it off and on",
        "re install",
        "different browser",
      ]),
  ),
  bug(
    "repro",
    1,
    ["step to reproduce", "reproduce", "repro", "expect behavior|behaviour|result"]
      .concat(["actual behavior|behaviour|result", "current behavior|behaviour", "bug report"])
      .concat([
        "minimal example",
        "can be reproduce",
        "happen every|each|when|on|again|after|since",
      ]),
  ),
  bug(
    "supposed_to",
    0.6,
    ["suppose to", "expect to|that", "should be|have but", "instead of"]
      .concat([
        "should not|never",
        "ought to",
        "instead it|of|i",
        "but instead",
        "rather than",
        "i expect",
      ])
      .concat(["even though", "although i", "despite", "but it|they|the", "when it|there should"]),
  ),
  bug(
    "having_trouble",
    0.9,
    ["have|face|get|see|notice|experience |a|an|some|the|this|same issue|problem"]
      .concat([
        "have|face|get|see|experience |a|an|some|the|this|same error|trouble|difficulty|bug",
      ])
      .concat(["run into", "come across", "there be |a|an|some issue|problem|bug|error|glitch"]),
  ),
  bug(
    "money_fault",
    1.2,
    ["charge|bill me|us twice|again|double|for", "charge twice", "double charge"]
      .concat([
        "pay but|and * not",
        "not receive|get my|the|any * |coin|item|order|purchase|credit",
      ])
      .concat(["not receive|credit", "never receive|get|arrive", "pay|buy|purchase * * not|never"])
      .concat(["twice", "money be take|deduct", "deduct", "still show|say ad|free|unpaid|pending"]),
  ),
  bug(
    "account_fault",
    0.8,
    ["account be|get lock|locked|disable|hack|delete|suspend", "lock|locked out"]
      .concat(["not recognize|accept my|the password|login", "password be |not|wrong|incorrect"])
      .concat(["verification|reset|confirmation code|email|link|mail * * not|never"]),
  ),
  bug(
    "no_show",
    0.8,
    ["not get|receive|see any|notification|a|the|my|it", "not be deliver|save|send|show"]
      .concat([
        "do not receive|get",
        "never come|show|arrive|get",
        "not go|come through|in|on|off|away",
      ])
      .concat(["be not there|visible|clickable|available|center|align", "not appear|display"])
      .concat([
        "overlap",
        "cut off",
        "misalign",
        "duplicate",
        "flicker",
        "unreadable",
        "invisible",
      ]),
  ),
  bug(
    "device",
    0.3,
    ["my iphone|ipad|android|samsung|phone|tablet|galaxy|pixel|device|laptop|mac|pc"]
      .concat(["ios xnum", "android xnum", "windows xnum", "chrome|firefox|safari", "xversion"]),
  ),
];
