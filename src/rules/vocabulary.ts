/**
 * Lists of words that more than one rule speaks of, each once. In a phrase
 * `@name` stands for all of them.
 *
 * @module
 */

/** Words by the name of their list; base forms, one blank apart. */
export const VOCABULARY = {
  people:
    "people person user employee member student pupil athlete customer patient volunteer coach trainer shop store branch vehicle van client colleague staff swimmer player tenant teacher guest seller buyer partner driver waiter rep parent school team family kid child machine device handheld account",
  counted:
    "branch office seat consultant commuter doctor nurse intern truck trailer tractor flatmate firm hospital cousin resident",
  other:
    "another other others else colleague previous different someone somebody stranger neighbour neighbor",
  private:
    "data datum note salary address invoice record result message booking order document account inbox payslip profile photo detail file calendar diary password",
  held:
    "data datum work note history entry record result file photo post text change message contact workout session document recipe booking invoice plan setting form inspection streak progress backup clip recording draft project playlist score list answer order page paragraph member athlete customer video level purchase",
  vanished:
    "=gone lose delete wipe erase disappear vanish vanished missing overwritten evaporated destroy",
  basic:
    "log login sign get access enter open use work start pay submit check register finish save do take continue join unlock place book upload send play connect sell",
  count:
    "xnum two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands dozen dozens several many",
  praised:
    "nice great good grand lovely useful helpful handy awesome perfect cool sick fab sensible brilliant wonderful fantastic terrific amazing super superb excellent marvellous ideal neat ace splendid blessing dream godsend heaven bliss lifesaver welcome appreciate enough plus",
  determiner: "a an the my our your this these those every each all some any",
  role:
    "coach trainer athlete swimmer runner cyclist triathlete member beginner parent mother mum mom father dad grandparent teacher student pupil tutor lecturer professor principal nurse doctor physician physiotherapist physio therapist vet dentist pharmacist patient carer caregiver developer programmer engineer designer photographer musician singer conductor composer writer author editor journalist translator researcher scientist analyst accountant bookkeeper treasurer auditor lawyer landlord tenant owner freelancer contractor consultant manager lead leader director administrator admin sysadmin organiser organizer volunteer coordinator secretary receptionist assistant waiter waitress chef cook baker farmer gardener driver courier dispatcher pilot hiker walker traveller traveler commuter customer subscriber reader listener gamer player seller buyer recruiter employee employer worker captain referee scout librarian architect builder electrician plumber mechanic technician operator user pensioner retiree widow widower homeowner host guest moderator",
  product:
    "bike bot camera car charger client device display editor game headset heater hub keyboard lock machine mower player monitor oven phone plugin printer program pump reader robot router scale scanner scooter software speaker station system tablet thermostat tool tracker tv vacuum watch website",
  remedy:
    "reset restart reboot reinstall reinstalled unplug unplugged update clear restarted rebooted",
  role_kind:
    "assistant head shop business team project product club night shift power new single dog cat office sales account community",
  family:
    "family mother mum mom mam mummy mama dad father daddy papa parent son daughter child kid kiddo baby toddler infant newborn twin wife husband spouse partner brother sister sibling grandmother grandma granny gran nan nana grandfather grandad granddad grandpa grandson granddaughter grandchild uncle aunt auntie nephew niece cousin girlfriend boyfriend fiance fiancé fiancée mother-in-law father-in-law stepson stepdaughter",
  person:
    "person man woman boy girl lad teenager teen friend mate flatmate roommate housemate colleague neighbour neighbor lady gentleman guy guest passenger patient pupil student customer client resident tenant lodger employee worker child kid staff everyone someone somebody",
  body:
    "hand hands arm leg foot feet finger fingers fingertip thumb toe wrist ankle knee shin thigh calf hip shoulder elbow back neck head face eye eyes eyelid ear nose mouth lip lips tongue tooth teeth gum gums cheek chin jaw forehead skin scalp chest lung lungs stomach belly tummy rib ribs collarbone skull spine bone throat palm knuckle forearm nail tendon ligament meniscus heel groin bottom lap",
  hurt:
    "burn burnt scald cut break broke broken fracture fractured sprain sprained bruise bruised crush crushed trap trapped slice sliced gash graze bleed bled bleeding swell swollen blister blistered split splinter pinch pinched twist twisted tear torn dislocate dislocated injure injured hurt sting stab scar scarred graze singe singed wound wounded smash shatter numb swell",
  doctor:
    "hospital a&e emergency ambulance paramedic surgeon surgery ward icu doctor gp paediatrician pediatrician dentist clinic nurse stitch stitches sutures plaster cast x-ray xray crutches operation bandage jab steroid antibiotic antibiotics poison",
  threat:
    "kill murder stab shoot hurt harm beat attack strangle behead burn slit smash break hunt poison rape drown destroy punish",
  money:
    "money cash euro euros eur pound pounds gbp quid dollar dollars usd dollar bucks £ € $ cent cents pence",
  authority:
    "lawyer lawyers solicitor solicitors attorney barrister counsel court tribunal judge ombudsman regulator watchdog litigation lawsuit injunction subpoena bailiff arbitrator arbitration prosecutor",
  medium:
    "journalist reporter correspondent columnist newspaper magazine radio broadcaster documentary podcast newsroom newsdesk gazette tribune reuters bbc cnn nbc npr weekly channel tv telly television film press blog",
  access:
    "account login password pin passcode profile code email e-mail mail mailbox inbox iban wallet page channel shop membership card",
} as const satisfies Readonly<Record<string, string>>;
