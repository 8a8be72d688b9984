/**
 * Numbers that states give to people: told by their form and check digits where
 * the country has some (`stdnum` knows the rules), else by a word before them.
 *
 * @module
 */
import { validate as argentina } from "stdnum/ar/cuit.js";
import { validate as austria } from "stdnum/at/vnr.js";
import { validate as belgium } from "stdnum/be/nn.js";
import { validate as brazil } from "stdnum/br/cpf.js";
import { validate as switzerland } from "stdnum/ch/ssn.js";
import { validate as chile } from "stdnum/cl/rut.js";
import { validate as china } from "stdnum/cn/ric.js";
import { validate as czechia } from "stdnum/cz/rc.js";
import { validate as germany } from "stdnum/de/idnr.js";
import { validate as germanySocial } from "stdnum/de/svnr.js";
import { validate as estonia } from "stdnum/ee/ik.js";
import { validate as spain } from "stdnum/es/dni.js";
import { validate as spainForeign } from "stdnum/es/nie.js";
import { validate as finland } from "stdnum/fi/hetu.js";
import { validate as france } from "stdnum/fr/nir.js";
import { validate as hongKong } from "stdnum/hk/hkid.js";
import { validate as ireland } from "stdnum/ie/pps.js";
import { validate as india } from "stdnum/in/aadhaar.js";
import { validate as iceland } from "stdnum/is/kennitala.js";
import { validate as italy } from "stdnum/it/codicefiscale.js";
import { validate as mexico } from "stdnum/mx/curp.js";
import { validate as norway } from "stdnum/no/fodselsnummer.js";
import { validate as mexicoTax } from "stdnum/mx/rfc.js";
import { validate as romania } from "stdnum/ro/cnp.js";
import { validate as sweden } from "stdnum/se/personnummer.js";
import { validate as yugoslavia } from "stdnum/si/jmbg.js";
import { validate as turkey } from "stdnum/tr/tckimlik.js";
import { validate as taiwan } from "stdnum/tw/natid.js";
import { validate as southAfrica } from "stdnum/za/idnr.js";
import { OTHER_NUMBER } from "./other_number.ts";
import type { SensitivePattern } from "./sensitive_pattern.ts";

// Weights and letters of the check of Singapore's NRIC and FIN.
const SINGAPORE_WEIGHTS = [2, 7, 6, 5, 4, 3, 2];
const SINGAPORE_LETTERS: Readonly<Record<string, string>> = {
  S: "JZIHGFEDCBA",
  T: "GFEDCBAJZIH",
  F: "XWUTRQPNMLK",
  G: "RQPNMLKXWUT",
  M: "TRQPNJLKXWU",
};

function singapore(value: string): { readonly isValid: boolean } {
  const sum = SINGAPORE_WEIGHTS.reduce(
    (sum, weight, at) => sum + weight * Number(value[at + 1]),
    0,
  );
  return { isValid: SINGAPORE_LETTERS[value.slice(0, 1)]?.[sum % 11] === value.at(-1) };
}

type Validate = (value: string) => { readonly isValid: boolean };

interface NationalId {
  /** The number's form; case matters. */
  readonly form: string;
  /** Check digits and dates; absent where the form alone is like nothing else. */
  readonly validate?: Validate;
}

const MONTH_DAY = "(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])";

/** Forms that need no word before them. */
const NATIONAL_IDS: readonly NationalId[] = [
  { form: "(?!000|666|9)\\d{3}-(?!00)\\d{2}-(?!0000)\\d{4}" }, // United States, SSN
  { form: "[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\\d{2} ?\\d{2} ?\\d{2} ?[A-D]" }, // United Kingdom, NINO
  { form: "[A-Z9]{5}\\d[0156]\\d[0-3]\\d\\d[A-Z9]{2}\\d[A-Z]{2}" }, // United Kingdom, driving licence
  { form: "[12] ?\\d\\d ?\\d\\d ?\\d[\\dAB] ?\\d{3} ?\\d{3} ?\\d\\d", validate: france },
  { form: "\\d{8}[ -]?[A-Z]", validate: spain },
  { form: "[XYZ][ -]?\\d{7}[ -]?[A-Z]", validate: spainForeign },
  { form: "[A-Z]{6}\\d\\d[A-EHLMPRST]\\d\\d[A-Z]\\d{3}[A-Z]", validate: italy },
  { form: "\\d{3}\\.\\d{3}\\.\\d{3}-\\d\\d", validate: brazil },
  { form: "[2-9]\\d{3}([ -])\\d{4}\\1\\d{4}(?! \\d)", validate: india },
  { form: "[A-Z]{3}[ABCFGHLJPT][A-Z]\\d{4}[A-Z]" }, // India, PAN
  { form: "\\d{17}[\\dXx]", validate: china },
  { form: "[A-Z]{4}\\d{6}[HM][A-Z]{5}[A-Z\\d]\\d", validate: mexico },
  { form: "\\d{6}(?:\\d\\d)?[-+]\\d{4}", validate: sweden },
  { form: `(?:0[1-9]|[12]\\d|3[01])(?:0[1-9]|1[0-2])\\d\\d ?\\d{5}`, validate: norway },
  { form: "\\d{6}[-+A-FU-Y]\\d{3}[0-9A-Z]", validate: finland },
  { form: "\\d\\d\\.\\d\\d\\.\\d\\d-\\d{3}\\.\\d\\d", validate: belgium },
  { form: "756[.-]?\\d{4}[.-]?\\d{4}[.-]?\\d\\d", validate: switzerland },
  { form: `\\d\\d${MONTH_DAY}-[1-8]\\d{6}` }, // South Korea
  { form: `\\d\\d${MONTH_DAY}-\\d\\d-\\d{4}` }, // Malaysia
  { form: "[A-Z]{1,2}\\d{6}\\([\\dA]\\)", validate: hongKong },
  { form: "\\d\\d-\\d{8}-\\d", validate: argentina },
  { form: "\\d{1,2}\\.\\d{3}\\.\\d{3}-[\\dKk]", validate: chile },
  { form: "\\d{6}/\\d{4}", validate: czechia },
  { form: "784-\\d{4}-\\d{7}-\\d" }, // United Arab Emirates
  { form: "[1-7]\\d{4}-\\d{7}-\\d" }, // Pakistan
  { form: "\\d-\\d{4}-\\d{5}-\\d\\d-\\d" }, // Thailand
  { form: "\\d{3}-\\d{3}-\\d{3}[ -]\\d\\d" }, // Russia, SNILS
  { form: "9\\d\\d-(?:5\\d|6[0-5]|[78]\\d|9[0-24-9])-\\d{4}" }, // United States, ITIN
  { form: "[1-9]\\d \\d{3} \\d{3} \\d{3}", validate: germany },
  {
    form: "\\d\\d ?(?:0[1-9]|[12]\\d|3[01])(?:0[1-9]|1[0-2])\\d\\d ?[A-Z] ?\\d{3}",
    validate: germanySocial,
  },
  { form: "[1-9]\\d{3} (?:0[1-9]|[12]\\d|3[01])(?:0[1-9]|1[0-2])\\d\\d", validate: austria },
  { form: `[1-6]\\d\\d${MONTH_DAY}\\d{4}`, validate: estonia }, // Lithuania too
  { form: "\\d{7}[A-W][A-IW]?", validate: ireland },
  { form: "(?:0[1-9]|[12]\\d|3[01])(?:0[1-9]|1[0-2])\\d\\d-\\d{4}", validate: iceland },
  { form: "[A-ZÑ&]{4}\\d{6}[A-Z\\d]{3}", validate: mexicoTax },
  { form: `[1-8]\\d\\d${MONTH_DAY}\\d{6}`, validate: romania },
  { form: "(?:0[1-9]|[12]\\d|3[01])(?:0[1-9]|1[0-2])[09]\\d{8}", validate: yugoslavia },
  { form: "[1-9]\\d{10}", validate: turkey },
  { form: "[A-Z][1289]\\d{8}", validate: taiwan },
  { form: `\\d\\d${MONTH_DAY} ?\\d{4} ?[01][89]\\d`, validate: southAfrica },
  { form: "\\d{11}", validate: brazil },
  { form: "[STFGM]\\d{7}[A-Z]", validate: singapore },
  { form: `[23]\\d\\d${MONTH_DAY}(?:0[1-4]|[12]\\d|3[1-5]|88)\\d{5}` }, // Egypt
  { form: "GHA-\\d{9}-\\d" }, // Ghana
];

const ANY_WORD =
  "ssn|itin|nino|cpf|dni|curp|bsn|nric|tckn|hetu|cccd|cmnd|cnic|cuil|cuit|egn|cnp|hkid|aadhar|social security|social insurance|national insurance|ni number|nhs (?:number|no)|steuer-?(?:id|identifikationsnummer|nummer)|identifikationsnummer|personalausweis\\p{L}{0,8}|ausweis\\p{L}{0,8}|reisepass\\p{L}{0,8}|sozialversicherungsnummer|führerschein\\p{L}{0,8}|" +
  "passport|passeport|pasaporte|passaporto|passaporte|paspoort\\p{L}{0,8}|paszport\\p{L}{0,2}|pasaport|паспорт\\p{L}{0,2}|sécurité sociale|sécu|carte d'identité|carte vitale|c[ée]dula|codice fiscale|cod\\.? ?fisc\\.?|carta d'identità|burgerservicenummer|pesel|dow[óo]d\\p{L}{0,2}|personnummer|fødselsnummer|henkilötunnus|kimlik(?: no\\p{L}{0,4})?|aa?dhaa?r|pan card|voter id|my number|tax file number|medicare|" +
  "driver'?s'? licen[cs]e|driving licen[cs]e|permis de conduire|national id(?:entity)?(?: card)?|(?:national )?identity (?:card|number|no|document)|id card|tax ?payer (?:id|number)|tax id|personal(?: id)? number|kvnr|(?:kranken)?versicherten(?:nummer|nr)|(?:sa|rsa|south african) id|снилс|инн|іпн|рнокпп|егн|загранпаспорт\\p{L}{0,2}|водительск\\p{L}{2,4} удостоверени\\p{L}{1,2}|isikukood|asmens kodas|personas kods|kennitala|jmbg|oib|emšo|amka|αμκα|αφμ|διαβατήριο|adóazonosító|taj(?: szám)?|útlevél|rodn[ée] č[íi]slo|občansk\\p{L}{1,3} průkaz\\p{L}{0,2}|rijksregister\\p{L}{0,8}|registre national|svnr|sv-nummer|ahv-nummer|insee|seguridad social|permiso de conducir|carnet de conducir|carta de condução|carteira de identidade|cartão de cidadão|título de eleitor|cnh|patente di guida|tessera sanitaria|rijbewijs\\p{L}{0,8}|körkort\\p{L}{0,8}|passnummer|pass-?nr|pasnummer|passnr|nomor ktp|no ktp|paspor|hộ chiếu|căn cước|דרכון|תעודת זהות|ת\\.ז\\.?|جواز السفر|رقم الهوية|الرقم القومي|पासपोर्ट|आधार|पैन|teudat zehut";
// In scripts without blanks, where a word may stand right before.
const UNBROKEN_WORD =
  "身份证\\p{L}{0,2}|身分證\\p{L}{0,2}|护照\\p{L}{0,2}|護照\\p{L}{0,2}|個人番号|マイナンバー|パスポート\\p{L}{0,2}|旅券\\p{L}{0,2}|주민등록번호|여권\\p{L}{0,2}|บัตรประชาชน|หนังสือเดินทาง";
const CAPITAL_WORD =
  "SSN|ITIN|IRD|KVNR|EIN|SVNR|NISS|INSEE|JMBG|OIB|AMKA|CNH|INE|CUI|DUI|NSS|NINO|NHS|SIN|NIR|CNI|DNI|NIE|NIF|CURP|CPF|RG|BSN|CPR|HETU|AHV|AVS|TCKN|TC|PAN|NRIC|FIN|HKID|TFN|TIN|NIN|BVN|NIK|KTP|CCCD|CMND|CNP|EGN|RUT|CUIL|PPSN?|CNIC|RFC|ID-Nr|IdNr";
const TIE =
  "(?:\\s(?:portugu[eê]sa?|peruan[oa]|mexican[oa]|españ?ola?|argentin[oa]|brasileir[oa]|colombian[oa]|chilen[oa]|italian[oa]?|français(?:e)?|belge|canadian|australian|indian|british|german|french|spanish|polish|dutch|deutsch(?:e|er)?|österreichisch\\p{L}{0,2}))?(?:[\\s-]?(?:(?:number|no|nr|num|numéro|número|numero|nummer|card|code|id|номер)\\b\\.?|n[°º.]|№))?\\s?(?:\\([A-Za-z]{2,12}\\)\\s?)?(?:(?:is|ist|lautet|est|es|è|é|jest|är|er|no\\.?)(?=\\s))?(?:の番号|番号|番號|号码|號碼|번호)?[\\s:=#,'\"(は是为：が는은]{0,4}";
// A particle may stand right behind a number in languages without blanks.
const LATIN_OR_DIGIT = "[\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Greek}\\p{N}]";
const VALUE =
  `(?=[A-Z\\d]{0,10}[ ./-]?\\d)[A-Z\\d]{1,18}(?:[ ./-][A-Z\\d]{1,9}){0,5}(?!${LATIN_OR_DIGIT})`;
// "passport of my daughter AB123456": a passport's number behind a few words.
const FAR_WORDS = "(?:\\s[\\p{L}'’]{1,14}){0,5}[,:]?\\s";
const FAR_VALUE =
  `(?:[A-Z]{1,2}\\d{6,8}|[A-Z]{2} \\d{6,7}|\\d\\d[A-Z]{2}\\d{5}|\\d{3} \\d{3} \\d{3}|\\d{9})(?!${LATIN_OR_DIGIT})`;
const FAR_ID =
  "passport|passeport|pasaporte|passaporto|passaporte|reisepass|paspoort|paszport|tax file number|TFN|SIN|SSN|NHS number|national id|id card|dni|carte d'identité";

function announced(
  words: string,
  flags: string,
  boundary = "(?<![\\p{L}\\p{N}])",
): SensitivePattern {
  return {
    kind: "ID",
    needs: ({ digits }) => digits >= 4,
    regex: new RegExp(`${boundary}(?:${words})${TIE}(?<value>${VALUE})`, flags),
    head: (value) => {
      // Words that follow are left off: "123456789 and".
      const head =
        /^[A-Z]{0,3}(?:[ ./-]?(?=[A-Z\d]*\d)[A-Z\d]+|[ ./-][A-Z]\b)*/i.exec(value)?.[0] ?? "";
      const digits = head.replace(/\D/g, "").length;
      return (digits >= 5 || digits === 4 && /^[A-Z\d]{9,10}$/.test(head)) &&
          !/^(?:19|20)\d\d[-/.]\d\d[-/.]\d\d$/.test(head)
        ? head
        : null;
    },
  };
}

const FORMS = NATIONAL_IDS.map(({ form, validate }) => ({
  regex: new RegExp(`^${form}(?![\\p{L}\\p{N}_]|[.,-]\\d)`, "u"),
  validate,
}));
/** The fewest digits that a form has. */
const ID_DIGITS_MIN = 6;

/** The national number at the head of a text; `null` when there is none. */
function nationalIdAt(text: string, before: string): string | null {
  for (const { regex, validate } of FORMS) {
    const value = regex.exec(text)?.[0];
    // A row of numbers: "4111 2222 3333 4444".
    if (value === undefined || value.includes(" ") && /\d $/.test(before)) continue;
    if (validate?.(value).isValid ?? true) return value;
  }
  return null;
}

const NUMBER_OF = /\b(?:ids?|no|nr|number|code)\b[\s:.#=-]{0,4}$/i;

/** Patterns of national numbers; {@linkcode NATIONAL_IDS} first. */
export const NATIONAL_ID_PATTERNS: readonly SensitivePattern[] = [
  // The two lines of a passport that machines read (ICAO Doc 9303).
  {
    kind: "ID",
    needs: ({ has }) => has("<<"),
    regex:
      /(?<![\w<])[PIACV][A-Z<][A-Z]{3}[A-Z<]{20,40}(?:\s{1,2}[A-Z0-9<]{28,44})?(?![\w<])|(?<![\w<])[A-Z0-9<]{9}\d[A-Z]{3}\d{7}[MFX<]\d{7}[A-Z0-9<]{2,16}(?![\w<])/gu,
  },
  // An Italian codice fiscale in small letters.
  {
    kind: "ID",
    needs: ({ digits }) => digits >= 7,
    regex: /(?<![\p{L}\p{N}_])[a-z]{6}\d\d[a-ehlmprst]\d\d[a-z]\d{3}[a-z](?![\p{L}\p{N}_])/gu,
    check: (value) => italy(value.toUpperCase()).isValid,
  },
  announced(ANY_WORD, "giu"),
  // Series and number apart: "паспорт серия 4510 номер 123456".
  {
    kind: "ID",
    needs: ({ digits, has }) => digits >= 10 && has("паспорт"),
    regex:
      /паспорт\p{L}{0,3}:?\s(?:серии?я?\s)?(?<value>\d\d ?\d\d,?\s(?:номер|№|н\.)\s?\d{6})(?!\d)/giu,
  },
  announced(CAPITAL_WORD, "gu"),
  announced(UNBROKEN_WORD, "gu", "(?=[\\u0e00-\\uffff])"),
  {
    kind: "ID",
    needs: ({ digits }) => digits >= 6,
    regex: new RegExp(`(?<![\\p{L}\\p{N}])(?:${FAR_ID})${FAR_WORDS}(?<value>${FAR_VALUE})`, "giu"),
    check: (value, before) =>
      /^[A-Z\d ]+$/.test(value) && !OTHER_NUMBER.test(before.replace(NUMBER_OF, "")),
  },
  {
    kind: "ID",
    needs: ({ digits }) => digits >= ID_DIGITS_MIN,
    // Whatever begins with a few capitals and a digit; the forms are tried on it one by one.
    regex: /(?=[A-ZÑ&]{0,6}-?\d)(?<![\p{L}\p{N}.,/$€£+_-])[^\n]{8,30}/gu,
    head: (text, before) =>
      OTHER_NUMBER.test(before.replace(NUMBER_OF, "")) ? null : nationalIdAt(text, before),
    by_group: true,
  },
];
