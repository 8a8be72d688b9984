/**
 * Numbers that states give to people: told by their form and check digits where
 * the country has some (`stdnum` knows the rules), else by a word before them.
 *
 * @module
 */
import { validate as argentina } from "stdnum/ar/cuit.js";
import { validate as belgium } from "stdnum/be/nn.js";
import { validate as brazil } from "stdnum/br/cpf.js";
import { validate as switzerland } from "stdnum/ch/ssn.js";
import { validate as chile } from "stdnum/cl/rut.js";
import { validate as china } from "stdnum/cn/ric.js";
import { validate as czechia } from "stdnum/cz/rc.js";
import { validate as spain } from "stdnum/es/dni.js";
import { validate as spainForeign } from "stdnum/es/nie.js";
import { validate as finland } from "stdnum/fi/hetu.js";
import { validate as france } from "stdnum/fr/nir.js";
import { validate as hongKong } from "stdnum/hk/hkid.js";
import { validate as india } from "stdnum/in/aadhaar.js";
import { validate as italy } from "stdnum/it/codicefiscale.js";
import { validate as mexico } from "stdnum/mx/curp.js";
import { validate as norway } from "stdnum/no/fodselsnummer.js";
import { validate as sweden } from "stdnum/se/personnummer.js";
import { OTHER_NUMBER } from "./other_number.ts";
import type { SensitivePattern } from "./sensitive_pattern.ts";

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
  { form: "[2-9]\\d{3}[ -]\\d{4}[ -]\\d{4}", validate: india },
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
];

const ANY_WORD =
  "ssn|itin|nino|cpf|dni|curp|bsn|nric|tckn|hetu|cccd|cmnd|cnic|cuil|cuit|egn|cnp|hkid|aadhar|social security|social insurance|national insurance|ni number|nhs (?:number|no)|steuer-?(?:id|identifikationsnummer|nummer)|identifikationsnummer|personalausweis\\p{L}{0,8}|ausweis\\p{L}{0,8}|reisepass\\p{L}{0,8}|sozialversicherungsnummer|führerschein\\p{L}{0,8}|" +
  "passport|passeport|pasaporte|passaporto|passaporte|paspoort\\p{L}{0,8}|paszport\\p{L}{0,2}|pasaport|паспорт\\p{L}{0,2}|sécurité sociale|sécu|carte d'identité|carte vitale|c[ée]dula|codice fiscale|carta d'identità|burgerservicenummer|pesel|dow[óo]d\\p{L}{0,2}|personnummer|fødselsnummer|henkilötunnus|kimlik(?: no\\p{L}{0,4})?|aa?dhaa?r|pan card|voter id|my number|tax file number|medicare|" +
  "driver'?s'? licen[cs]e|driving licen[cs]e|permis de conduire|national id(?:entity)?(?: card)?|(?:national )?identity (?:card|number|no|document)|id card|tax ?payer (?:id|number)|tax id|personal(?: id)? number|снилс|инн|身份证\\p{L}{0,2}|身分證\\p{L}{0,2}|护照\\p{L}{0,2}|マイナンバー|パスポート\\p{L}{0,2}|旅券\\p{L}{0,2}|주민등록번호|여권\\p{L}{0,2}|teudat zehut";
const CAPITAL_WORD =
  "SSN|ITIN|NINO|NHS|SIN|NIR|CNI|DNI|NIE|NIF|CURP|CPF|RG|BSN|CPR|HETU|AHV|AVS|TCKN|TC|PAN|NRIC|FIN|HKID|TFN|TIN|NIN|BVN|NIK|KTP|CCCD|CMND|CNP|EGN|RUT|CUIL|PPSN?|CNIC|RFC|ID-Nr|IdNr";
const TIE =
  "(?:\\s?(?:number|no|nr|num|numéro|número|numero|nummer|card|code|id)\\b\\.?)?\\s?(?:\\([A-Za-z]{2,12}\\)\\s?)?(?:(?:is|ist|lautet|est|es|è|é|jest|är|er|no\\.?)(?=\\s))?[\\s:=#,'\"(は是为：]{0,4}";
const VALUE =
  "(?=[A-Z\\d]{0,10}[ ./-]?\\d)[A-Z\\d]{2,18}(?:[ ./-][A-Z\\d]{1,9}){0,5}(?![\\p{L}\\p{N}])";

function announced(words: string, flags: string): SensitivePattern {
  return {
    kind: "ID",
    needs: ({ digits }) => digits >= 4,
    regex: new RegExp(`(?<![\\p{L}\\p{N}])(?:${words})${TIE}(?<value>${VALUE})`, flags),
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
  announced(ANY_WORD, "giu"),
  announced(CAPITAL_WORD, "gu"),
  ...NATIONAL_IDS.map(({ form, validate }): SensitivePattern => ({
    kind: "ID",
    needs: ({ digits }) => digits >= 4,
    regex: new RegExp(`(?<![\\p{L}\\p{N}.,/$€£+_-])${form}(?![\\p{L}\\p{N}_]|[.,-]\\d)`, "gu"),
    check: (value, before) =>
      !OTHER_NUMBER.test(before.replace(NUMBER_OF, "")) && (validate?.(value).isValid ?? true),
  })),
];
