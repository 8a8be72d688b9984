/**
 * The closed words of letters: what we truly do, what people who do it are
 * called, what a report is called, and what may be said of it. Verbs are given
 * by their base; irregular ones with their past forms behind "/".
 *
 * @module
 */
import { inflected, wordSet } from "./inflection.ts";

/** What is done when the letter goes out: the message is received, kept and passed on. */
const KEEPING = inflected(
  "record note log file register open create raise pass forward hand put/put place add store save keep/kept attach submit assign " +
    "route direct share bring/brought receive take/took/taken write/wrote/written mark collect capture document set/set transfer " +
    "escalate link include get/got/gotten track enter list send/sent hold/held deliver relay gather summarize summarise copy " +
    "queue report make/made leave/left arrive land tie refer acknowledge flag preserve reach log start begin/began/begun",
);
/** What will be done: somebody reads, looks and answers. */
const LOOKING = inflected(
  "read/read look review check examine study investigate consider weigh discuss assess evaluate explore analyze analyse go/went/gone " +
    "see/saw/seen try help assist understand/understood reproduce replicate trace handle treat work find/found learn follow " +
    "compare judge decide tell/told know/knew/known verify clarify confirm process " +
    "attempt pick dig narrow bear/bore/borne aim prepare pinpoint reach recreate",
);
/** What will be done: the customer hears from us. */
const ANSWERING = inflected(
  "reply respond answer write/wrote/written come/came return let/let inform update notify keep/kept follow reach contact be get/got " +
    "share send/sent ask add tell/told touch give/gave/given post reply",
);
/** What we feel, know and want. */
const MINDING = inflected(
  "thank appreciate understand/understood know/knew see/saw/seen realise realize recognise recognize hope wish regret apologise apologize " +
    "want need ask like value welcome read/read gather notice acknowledge love have/had mean/meant trust take/took wonder " +
    "find/found imagine hear/heard think/thought believe look agree say/said note mind aim try do/did enjoy expect offer feel/felt suggest " +
    "rely depend sympathise sympathize care listen learn invite",
);
/** What a report, or what we ask, does by itself. */
const CASE_DOES = inflected(
  "reach arrive go/went/gone come/came wait stay help matter mean/meant make/made sound seem look hold/held contain carry have/had bear get/got include show/shown " +
    "tell/told let/let allow give/gave read/read deserve need take/took remain enter continue serve refer concern suffice do/did count keep/kept cause happen " +
    "assist enable save land sit stand/stood mention describe remind deal match belong follow apply depend exist move call appear " +
    "quote identify list explain outline cover walk leave/left express ensure represent form lie",
);
/** What a customer may be asked to do: to answer. */
const ASKED = inflected(
  "reply respond answer write tell let share describe note quote mention add include attach say give provide confirm check look see name list specify " +
    "explain send keep have refer feel clarify elaborate indicate state understand accept bear remember verify find help be make report " +
    "outline point leave allow outline rest hesitate correct refrain omit quote contact drop get use reach avoid remove type " +
    "paste read visit view consult do count expand detail supply forward rate mark know enclose follow ask consider put/put come/came",
);
/** By which a customer speaks; what follows is theirs. */
const TELLING = inflected(
  "ask want wish like need report mention describe write/wrote/written say/said suggest propose request wonder tell/told note explain point refer prefer " +
    "hope look try seek/sought plan consider think/thought feel/felt believe state indicate raise outline express search be face run/ran encounter intend inquire enquire notice " +
    "find/found experience see/saw/seen see expect love mean/meant require recommend imagine help struggle deal know/knew add appreciate complain share bring/brought rely summarise summarize list move have/had " +
    "picture hear/heard come/came call dream aim set/set worry",
);

/** Those who read and answer. */
export const STAFF = wordSet(
  "team teams staff desk support colleague colleagues specialist specialists engineer engineers developer developers expert experts people person " +
    "department group member members agent agents someone somebody folks reader crew side planner planners group owner owners designer designers",
);
const STAFF_ADJ =
  "support technical product responsible relevant right competent service customer whole entire our the of a an one member those other another next human some any your appropriate development engineering design planning knowledgeable most with who that";

/** What a report is called, and what we ask for. */
export const CASE = wordSet(
  "report reports request requests message messages feedback idea ideas suggestion suggestions proposal proposals wish wishes question questions inquiry inquiries " +
    "enquiry enquiries ticket tickets case cases matter matters note notes issue issues problem problems fault faults bug bugs error errors description descriptions " +
    "detail details information point points comment comments concern concerns entry record records reference number email emails mail letter answer answers reply " +
    "replies response responses words wording subject topic query queries input observation observations submission experience screenshot screenshots list thread summary " +
    "conversation history line lines sentence sentences word example examples picture context thing things piece understanding patience help step outcome decision inconvenience trouble " +
    "disruption frustration delay nuisance annoyance situation file kind time interest effort addition contribution vote explanation status next receipt " +
    "cause reason behaviour behavior background review attention thought thoughts correction corrections feature defect sort hint hints everything both all ticketid confusion stress this these it that they those which them what anything recording log logs attachment steps step screen version support discussion mention fact facts clarity care note backlog complaint complaints sample compliment compliments perspective opinion voice input",
);

/** Adjectives and nouns by which a matter is judged without a promise. */
const JUDGING = wordSet(
  "frustrating annoying inconvenient disappointing confusing unfortunate worrying disruptive tiresome tedious unpleasant upsetting helpful useful important valuable " +
    "unusual unexpected understandable sensible thoughtful interesting great lovely wonderful nice good welcome appreciated convenient handy odd strange surprising hard awkward perfect enough fantastic " +
    "reasonable clear concerning troubling serious kind delightful fine sufficient plenty ok okay nuisance pity shame difficult easier quicker stressful essential relevant optional fair " +
    "precise detailed thorough careful specific practical brief short irritating uncomfortable inconvenience trouble hassle disruption problem help right pleasure tricky puzzling bothersome " +
    "distracting nerve-racking alarming embarrassing real big small little clever neat best better big much disturbing unsettling vital critical excellent ideal worthwhile maddening complete exhausting " +
    "distressing obstacle burden relief joy delight open pending new logged linked unclear vague known",
);

/** How somebody is: sorry, able. */
const FEELING = wordSet(
  "sorry afraid glad happy grateful pleased delighted thankful aware sure able unable interested keen curious certain thrilled here truly eager still unsure confident welcome touched " +
    "excited committed hopeful conscious mindful sad on in impressed",
);

/** Small words; no claim hangs on them alone. */
const SMALL = wordSet(
  "a an the and or but so yet nor if whether when whenever while as since because although though that this these those which who whom whose what where why how there here it its they them their " +
    "i me my myself we us our ourselves you your yourself is are was were be been being am do does did have has had having will would can could may might must shall should not no nor never none " +
    "to of in on at by for from with without into onto over under about between among after before during until than then too also just only even both each every all any some such same other another " +
    "more most less least very much many few several own up down out off still once one s ll ve re d m t cannot n upon within through per via rather whereas once however therefore instead else " +
    "yes well already ever almost quite is's let's he she his her him either neither unless toward towards against around along across except besides despite along like unlike near beyond onto as",
);

/** Words of courtesy, manner and place that letters are made of. */
const PLAIN =
  "please kindly simply thank thanks again once sorry apologies apology hello hi dear sir madam welcome writing touch taking moment time care best kind warm regards wishes greetings sincerely " +
  "regarding concerning related together alongside below above following closely carefully properly fully further additional now currently present record queue file detail exactly clear clearly " +
  "short brief quick sense sure certain certainly possible needed necessary stage place places next way ways part next first place separately own direct directly inbox together daily use using useful " +
  "different similar various whole full real long little bit look eye hand hands front head interest far forward back later here there soon yet others other new better easier easily easy right knowledge " +
  "reliably reliable good great really truly greatly deeply sincerely much highly always gladly happily indeed especially particularly unfortunately meanwhile addition meantime otherwise case " +
  "whatever whichever wherever anything something nothing everything everybody else further hesitate free feel able private personal data passwords password sensitive details leave out quickly " +
  "loop posted updated informed up date contact reach reaching answering reply replying email mail means channel discussion consideration review internal internally behind product service app site " +
  "customer customers user users future planning plan plans planned improvement improvements improve improving advance caused causing cause run work works working life going ahead made clearer " +
  "understood seriously seriously thoughtfully fair kind side end behalf seen common visible attached linked logged assured mind position view wrong inexact vague half accurate incorrect premature misleading ready definite firm final " +
  "outcome decided decision either whichever promise promises guarantee date timing guess judge merits weight merit situation circumstances possibility today confirm sort kinds type types related relevant regard respect honest honestly " +
  "rest easily shape plain wording own exact exactly number reference same person human eyes whoever whom place moment point sheet table words answer answers ask asked asking question quote quoting quoted " +
  "reported described mentioned stated wrote written said told sent experienced encountered hit ran running facing having trouble given giving gave provided provide provides noticed noticing raised bringing brought sharing shared flagged flagging " +
  "helps helping helped helpful support supporting cover place through clarification clarify clarity context additional extra round long complete precise picture properly correctly correct bottom narrow pin pinpoint " +
  "root happens happening happen go goes went come comes keep keeping kept together staff technical team colleague colleagues member experience frustration inconvenience patience understanding trust honesty " +
  "feedback suggestions effort trouble attention interest cooperation loyalty suggestion proposal request message enquiry inquiry question day-to-day smoothly matter matters concern concerns spot track tracked everyone's unexpected behaviour behavior people " +
  "chance opportunity happy handy whenever convenient convenience suits suit like wish want need needs prefer suppose believe hope hoping looking regards available hearing hear heard read reading know knows knowing known aware " +
  "detailed description describing explain explaining explained reporting report letting taking reach reached reaches patient bear note noting keep find finding found see seeing useful add adding added include including included " +
  "background reason reasons thought thoughts thinking idea ideas wishes goal goals purpose task tasks daily everyday routine frustrating annoying confusing discover careful thorough original original's such side-by-side grow grows shaping shape " +
  "fit fits suggest suggested suggesting propose proposed line lines sentence sentences two three few couple single attach attaching screenshot screenshots picture photo file error message text remember simple enough plenty bother disturb disrupted disrupts affect affects affected interrupt rely relying " +
  "depend depends impact difficult difficulty difficulties hassle annoyance nuisance disruption problem problems issue issues thing things fault bug ticket steps step information info note notes letter list entry log history open status updates update progress news development developments development's design area areas topic subject mentioned " +
  "thoroughly attentively individually benefit benefits disappointment anger worry worries irritation feelings collection troubleshooting precise important roughly page pages article articles guide guides link links resource resources overview section sections usual regularly usually personally recovery luck genuinely developments findings sees reads handles handling works look looks looking looked into after behind at proper assessment evaluation evaluate investigation investigating investigate analysis consideration considering consider weighing comparing decide deciding decides whether roadmap's";

/** Every word of which a sentence about us or the report may be made without the customer's. */
export const LETTER_WORDS: ReadonlySet<string> = new Set([
  ...SMALL,
  ...CASE,
  ...STAFF,
  ...wordSet(STAFF_ADJ),
  ...JUDGING,
  ...FEELING,
  ...wordSet(PLAIN),
  ...[KEEPING, LOOKING, ANSWERING, MINDING, CASE_DOES, ASKED, TELLING].flatMap((
    verbs,
  ) => [...verbs]),
]);
