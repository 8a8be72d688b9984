/**
 * Words that a model's letter must not use on its own account: of money, law,
 * time, medicine, secrets and insult, of what is said to be done or to come, of
 * people and numbers. "*" stands for any ending.
 *
 * @module
 */

/** What the customer said of these may only be referred to. */
const ONLY_REFERRED_TO: Readonly<Record<string, string>> = {
  money:
    "refund* reimburs* compensat* pay paid pays paying payment* charge* charging bill bills billed billing invoice* price* pricing cost* fee fees free credit* debit* " +
    "discount* voucher* coupon* gift* money cash dollar* euro* pound* buck* cent cents penny bonus* waive* wallet* bank* transfer* deposit* buy* bought sell* sold sale* " +
    "purchas* owe* winner* prize* reward* earn* rich worth gold tax* cheap* expensive profit* salary loan* donat* budget* cashback complimentary amount* balance* revers*",
  law:
    "mistake* evidence law* legal* sue sued suing court* judg* jury attorney* liab* responsib* guilt* fault* blame* fraud* crime* criminal* police arrest* contract* rights " +
    "breach* violat* illegal* complian* comply* gdpr regulat* damag* neglig* claim* entitl* warrant* guarant* promis* swear oath* admit* confess* obligat* consent* licen* " +
    "settle* disput* authorit*",
  time:
    "day days week* month* year* hour* minute* second* today tonight tomorrow yesterday morning* evening* afternoon* night* noon midnight monday tuesday wednesday thursday " +
    "friday saturday sunday january february march april june july august september october november december soon shortly immediate* instant* now deadline* quarter " +
    "christmas easter overnight asap century forever",
  medicine:
    "doctor* nurse* hospital* medic* drug* dose* pill pills health* cure* heal* disease* ill illness sick* pain* blood diagnos* pregnan* therap* symptom* surg* cancer " +
    "allerg* vaccin* inject* treatment* poison* injur*",
  secrets:
    "password* passcode* pin pins cvv* cvc* otp secret* credential* ssn passport* digit* anydesk teamviewer confidential antivirus",
  insults:
    "idiot* stupid* dumb* kill* die died dies dying dead death* hate* shit* ugly fool* crazy lazy liar* lie lies lied lying shut damn* hell sex* naked gay whore* bitch* " +
    "bastard* ass asshole* moron* worthless useless pathetic garbage clown* weapon* gun guns bomb* attack* war wars hurt* murder* racis* nazi* fuck* crap* suck* silly loser* " +
    "fat enemy god jesus devil evil boy boys girl girls man men woman women guy guys kid kids baby wife husband mother father son daughter girlfriend boyfriend mad drunk " +
    "beat hit shoot shot fight* threat* fear*",
  done:
    "fix fixes fixed fixing solv* solut* resol* repair* restor* done finish* ready deploy* releas* launch* shipped shipping ships arriv* deliver* implement* approv* grant* " +
    "accept* available",
};

/** Ordinary when a customer brings them, but not of our own. */
const LEFT_TO_CUSTOMERS: Readonly<Record<string, string>> = {
  done:
    "completed completes completing delet* remov* cancel* clos* reset* unlock* activat* deactivat* enabl* disabl* ban bans banned block* suspend* terminat* gone " +
    "correct corrects corrected chang* safe stop* start* send sends sent buil* give* gave giving given ignore* forget* forgot*",
  secrets:
    "id ids identit* security card cards login username* install* download* remote* click* website* site sites domain* call calls called calling address* text texts code codes " +
    "private control* photo* picture* birth* sign signs signed signing key keys token* date dates whatsapp telegram sms",
  manner:
    "later quick* fast early moment* end house life lifetime loss lose loses losing lost fall heart brain body black white red fire* leak* hack* trial won win wins true yes " +
    "yeah talk* wild",
  people:
    "he she him his her hers sir madam lady home honey school town brother* sister* hair beautiful boss* ceo manager* president* king queen competitor* everyone " +
    "everybody others friend* family neighbo* employee* staff partner* company* vendor* government",
  numbers:
    "two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred* thousand* million* half double triple twice third",
};

const SENSITIVE = matcherOf(ONLY_REFERRED_TO);
const NOT_OURS = matcherOf(LEFT_TO_CUSTOMERS);

function matcherOf(classes: Readonly<Record<string, string>>): RegExp {
  const words = Object.values(classes).join(" ").split(/\s+/);
  return new RegExp(`^(?:${words.map((word) => word.replace("*", "[a-z]*")).join("|")})$`);
}

/** So many words are remembered; letters have few. */
const REMEMBERED_WORDS = 4_096;
const remembered = new Map<string, { readonly sensitive: boolean; readonly leftOut: boolean }>();

function classOf(word: string) {
  const known = remembered.get(word);
  if (known !== undefined) return known;
  const sensitive = SENSITIVE.test(word);
  const found = { sensitive, leftOut: sensitive || NOT_OURS.test(word) };
  if (remembered.size >= REMEMBERED_WORDS) remembered.clear();
  remembered.set(word, found);
  return found;
}

/** Whether a word, in lower case, may only refer to what the customer said. */
export function isSensitiveWord(word: string): boolean {
  return classOf(word).sensitive;
}

/** Whether a word, in lower case, is left out of the neutral ones. */
export function isLeftOut(word: string): boolean {
  return classOf(word).leftOut;
}
