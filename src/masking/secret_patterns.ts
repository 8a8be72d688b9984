/**
 * Secrets that show what they are by their own shape: private keys, tokens with
 * a maker's prefix, credentials in addresses and headers, links that let in.
 *
 * Every quantifier is bounded and every pattern starts at a boundary: the time
 * stays linear in the length of the text.
 *
 * @module
 */
import { isRandom } from "./value_shape.ts";
import type { SensitivePattern } from "./sensitive_pattern.ts";

/** Prefixes of makers: what follows is a token whatever it looks like. */
const MAKERS = [
  "[spr]k[-_](?:(?:live|test|proj|ant|or|svcacct|admin)[-_])?[\\w-]{16,4000}",
  "(?:AKIA|ASIA|ABIA|ACCA)[0-9A-Z]{16}|ABSK[\\w+/=]{60,200}",
  "gh[opusr]_\\w{30,255}|github_pat_\\w{22,255}",
  "gl(?:pat|dt|rt|rtr|cbt|ptt|ft|soat|agent|oas|imt|ffct|wt)-[\\w.-]{20,255}",
  "xox[abceoprs]-[\\w-]{10,255}|(?:xapp|xwfp)-[\\w-]{20,255}|xoxe\\.xox[bp]-[\\w-]{20,255}",
  "AIza[\\w-]{30,45}|ya29\\.[\\w-]{20,4000}|1\\/\\/0[\\w-]{20,200}|GOCSPX-[\\w-]{20,64}",
  "SG\\.[\\w-]{16,64}\\.[\\w-]{16,128}",
  "(?:hf|npm|gsk|r8|re|figd|ntn|sbp|fo1|lin_api|lin_oauth|dop_v1|doo_v1|dor_v1|dckr_pat|dckr_oat|glsa|glc|rubygems|sntrys|shp(?:at|ss|ca|pa)|sb_secret|rzp_(?:live|test)|pul|nfp|tvly|napi|secret|whsec|ops)_[\\w+/=-]{16,400}",
  "(?:pypi|PMAK|NRAK|NRJS|NRII|xkeysib|FLWSECK|FLWSECK_TEST|pplx|xai|pat-[a-z]{2,3}\\d|tfp|CFPAT|hvb|sl)-[\\w-]{20,400}",
  "ATATT3[\\w=-]{20,400}|ATBB\\w{20,64}|ATCTT3[\\w=-]{20,400}|hv[bsr]\\.[\\w-]{20,200}|atlasv1\\.[\\w-]{20,200}|dapi[0-9a-f]{32}|key-[0-9a-f]{32}|(?:AC|SK)[0-9a-f]{32}|oy2[a-z0-9]{43}|EAA\\w{30,400}|IGQV\\w{30,400}",
  "sq0[a-z]{3}-[\\w-]{20,64}|\\d{8,10}:AA[\\w-]{30,64}|CLOJARS_[0-9a-f]{20,80}|v1\\.0-[0-9a-f]{20,80}-[0-9a-f]{20,200}",
  "AGE-SECRET-KEY-1[0-9A-Z]{30,80}|nsec1[0-9a-z]{50,64}|[xyzt]prv[1-9A-HJ-NP-Za-km-z]{50,120}|[5KL][1-9A-HJ-NP-Za-km-z]{50,51}(?![\\w-])",
  "[MNO][\\w-]{23,27}\\.[\\w-]{6}\\.[\\w-]{27,64}|[0-9a-f]{32}-us\\d{1,2}|[a-z2-7]{52}(?![\\w])|A3-[A-Z0-9]{6}-[A-Z0-9]{6,11}(?:-[A-Z0-9]{5}){3,4}",
  "dp\\.(?:st|pt|ct|sa|scim)\\.[\\w.-]{20,200}|pat\\w{14}\\.[0-9a-f]{64}|dt0[a-z]\\d{2}\\.[A-Z0-9]{20,30}\\.[A-Z0-9]{40,80}|sl\\.[\\w-]{40,400}|sha256~[\\w-]{40,64}|LTAI\\w{12,24}|AKID\\w{13,40}|AKCp\\w{60,80}|(?:HRKU|tskey|fio-u|p8e|(?:api|sdk|mob|access-(?:sandbox|development|production)))-[\\w-]{30,200}|y0_\\w{30,80}",
  "(?:sntryu|sq[pau]|sgp|waka|pnu|rdme|fw|fm[12]|fm2|vercel(?:_\\w{2,12})?|duffel_(?:test|live)|shippo_(?:test|live)|pscale_(?:tkn|pw|oauth)|lsv2_\\w{2}|nvapi|tk-us|ey_live|e2b|cal_live|phx|phc|rnd|ctx7sk|sec|vcp)_[\\w+/=-]{20,400}|nvapi-[\\w-]{40,100}",
  "(?:api_org|bkua|jina|aio)_[A-Za-z0-9]{24,100}(?![\\w-])|(?:live|test)_[A-Za-z0-9]{30,100}(?![\\w-])|(?:CCIPAT|pcsk|tgp_v1|wandb_v1|tfp|pnb|sm_pat|sb_publishable)_[\\w+/=-]{24,400}|(?:tvly|pul|csk|xsmtpsib|tk-us|PMAT|APP_USR|ico|SWMTKN-1|bedrock-api-key)-[\\w+/=-]{24,400}|GR1348941[\\w-]{20,40}|mlsn\\.[0-9a-f]{40,80}|AstraCS:[\\w:]{30,120}|cio[A-Za-z0-9]{32}(?!\\w)|EZ[AT]K[0-9a-zA-Z]{54}",
].join("|");

const TOKEN_NAMES =
  "sig|signature|x-(?:amz|goog|oss|ms)-(?:signature|credential|security-token)|access_?token|id_?token|refresh_?token|auth(?:_?token|_?key|orization)?|\\w{0,20}token|secret|\\w{0,20}secret|pass(?:word|wd|phrase)?|pwd|pw|api_?key|\\w{0,12}api-?key|session(?:_?id)?|sess|sid|\\w{1,12}sess(?:ion)?id|jwt|hmac|otp|credential|ticket_?key|assertion|SAMLResponse|verifier|password_?hash";
const TOKEN_NAMES_ABROAD =
  "jeton|cl[ée]|mdp|motdepasse|schl[üu]e?ssel|kennwort|passwort|sitzung|clave|contrase[nñ]a|sesion|senha|chave|chiave|sessione|wachtwoord|sleutel|has[lł]o|klucz";
const WEAK_NAMES =
  "code|key|hash|invite|invitation|ticket|state|nonce|confirm(?:ation)?|verif(?:y|ication)|reset|magic|activation|activate|share|tk|auth_?code|access|invite_?code|login|login_?token|unsubscribe|email_?hash|policy|key-pair-id|expires";
const LETS_IN =
  "reset|reset[-_]?password|password[-_]?reset|passwords?|set[-_]?password|new[-_]?password|forgot[-_]?password|recover[a-z]{0,4}|verify|verification|verify[-_]?email|confirm(?:ation)?|confirm[-_]?email|activat(?:e|ion)|invit(?:e|ation)s?|join|magic[-_]?(?:link|login)?|login|signin|sign-in|sso|one-time-login|unsubscribe|token|auth|callback|accept[-_]?invit\\w{0,6}|share|unlock|m|ml|magic|one-?click|secure|private|ical|feed|pw|" +
  "passwort[-_]?\\w{0,16}|kennwort[-_]?\\w{0,16}|neues[-_]passwort|zur(?:ue|ü)cksetzen|best(?:ae|ä)tig\\w{0,6}|einladung\\w{0,4}|anmeld\\w{1,6}|abmeld\\w{1,6}|abbestell\\w{1,6}|d[eé]sinscri\\w{1,8}|aktivier\\w{1,6}|freischalt\\w{1,6}|mot-?de-?passe[-_]?\\w{0,16}|r[ée]initialis\\w{1,8}|confirm\\w{1,8}|connexion|activ\\w{2,8}|restablec[\\w-]{1,24}|recupera[\\w-]{0,20}|contrase[nñ]a[-_]?\\w{0,12}|verific\\w{1,8}|redefin\\w{1,6}|senha[-_]?\\w{0,12}|reimposta\\w{0,6}|conferma\\w{0,4}|attiva\\w{0,8}|invit[oae]\\w{0,6}|convite\\w{0,3}|wachtwoord[-_]?\\w{0,12}|herstel\\w{0,4}|uitnodiging\\w{0,4}|bevestig\\w{0,6}|activeer\\w{0,4}|has[lł]o[-_]?\\w{0,12}|aktywacj\\w|potwierd\\w{1,6}|zaproszeni\\w{1,2}";

/** Patterns of secrets, the surest first. */
export const SECRET_PATTERNS: readonly SensitivePattern[] = [
  {
    kind: "KEY",
    needs: ({ has }) => has("private", "static key", "secret key"),
    // Five dashes, or what a phone makes of them.
    regex:
      /-{1,5} ?BEGIN [A-Z0-9 ]{0,40}(?:PRIVATE|SECRET|STATIC) KEY[A-Z0-9 ]{0,10}-{1,5}[\s\S]{0,8000}?(?:-{1,5} ?END [A-Z0-9 ]{0,40}(?:PRIVATE|SECRET|STATIC) KEY[A-Z0-9 ]{0,10}-{1,5}|$)/giu,
  },
  {
    kind: "KEY",
    needs: ({ has }) =>
      has(
        "putty-user-key-file",
        "<rsakeyvalue>",
        "private-lines",
        "(d #",
        "secret key",
        "key-data",
      ),
    regex:
      /(?:PuTTY-User-Key-File-\d[\s\S]{0,8000}?Private-MAC: ?[0-9a-f]{10,128}|Private-Lines: ?\d{1,3}\s{1,3}(?:[A-Za-z0-9+/=]{4,80}\s{0,3}){1,60}|<RSAKeyValue>[\s\S]{0,8000}?(?:<\/RSAKeyValue>|$)|\(d #[0-9A-Fa-f]{20,4000}#\)|(?<=client-key-data: ?)[\w+/=]{40,8000}|(?<=secret key\n)RW[\w+/=]{40,400})/gu,
  },
  // The private part of a key in JSON (RFC 7517), and of WireGuard.
  {
    kind: "KEY",
    needs: ({ has }) => has('"d"', "privatekey", "presharedkey"),
    regex:
      /(?:"(?:d|p|q|dp|dq|qi|k)"\s?:\s?"|\b(?:PrivateKey|PresharedKey)\s?=\s?)(?<value>[\w+/-]{40,1000}={0,2})/gu,
  },
  {
    kind: "KEY",
    needs: ({ longest_run }) => longest_run >= 15,
    regex: new RegExp(
      `(?<![\\w-])(?=\\S{15})(?:${MAKERS})|(?<!\\w)eyJ[\\w-]{8,4000}\\.[\\w-]{8,4000}(?:\\.[\\w-]{0,4000}){0,3}`,
      "gu",
    ),
    check: (value) => /\d/.test(value) || isMixedCase(value),
  },
  {
    kind: "KEY",
    needs: ({ has }) => has("://"),
    regex: /(?<=\b[a-z][a-z0-9+.-]{1,24}:\/\/[^\s/@:"'<>]{0,80}:)[^\s/"'<>@]{1,200}(?=@)/giu,
    // The template of an address.
    check: (value) => !/^(?:PASS(?:WORD|WD)?|PWD)$/.test(value),
  },
  {
    kind: "KEY",
    needs: ({ has }) => has("authorization", "x-auth", "x-api"),
    regex:
      /(?:authorization|x-auth-\w{1,20}|x-api-\w{1,20})["']?\s{0,2}[:=]\s{0,2}["']?(?:(?:basic|bearer|token|digest|negotiate|apikey|key|aws4-hmac-sha256)\s{1,3})?(?<value>[\w.~+/=,:-]{4,4000}={0,2})/giu,
    check: (value) =>
      /\d|[a-z][A-Z]|=$/.test(value) ||
      value.length >= 12 && !/^(?:required|missing|invalid|undefined)$/i.test(value),
  },
  {
    kind: "KEY",
    needs: ({ has }) => has("bearer", "basic"),
    regex: /\b(?:bearer|basic)[ :]\s{0,3}(?<value>[\w.~+/-]{4,4000}={0,2})/giu,
    check: isHeaderValue,
  },
  {
    kind: "KEY",
    needs: ({ has }) => has("cookie"),
    regex:
      /\bcookies?["']?\s{0,2}:\s{0,3}["']?(?<value>[\w.%-]{1,80}=[^\s;"']{4,4000}(?:;\s{0,2}[\w.%-]{1,80}=?[^\s;"']{0,4000}){0,30})/giu,
  },
  {
    kind: "KEY",
    needs: ({ has }) => has("=", "session"),
    regex:
      /(?<![\w])(?:[\w.-]{0,40}(?:sess(?:ion)?|sid|auth|cookie|csrf|xsrf|jwt|remember|logged_in)[\w.-]{0,40}|connect\.sid|\.AspNetCore[\w.]{1,60}|li_at|xs|[HS]?SID|S?APISID|__Secure-[\w-]{1,40}|__Host-[\w-]{1,40})\s?=\s?["']?(?<value>[\w.%~+/:|-]{8,4000}={0,2})/giu,
    check: (value) => /\d/.test(value) && /[a-z]/i.test(value) && !isDottedName(value),
  },
  // Commands: curl -u name:value, mysql -pvalue, --password value.
  {
    kind: "KEY",
    needs: ({ has }) =>
      has("-u", "--user", "redis-cli", "net use", "-p", "--pass", "--token", "--secret", "--api"),
    regex:
      /(?<!\S)(?:(?:-u|--user|--proxy-user)[ =]["']?[^\s:"']{1,80}:|--(?:[\w-]{0,20}(?:password|passwd|pass|token|secret|key))[ =]["']?|(?:net use)\s[^\n]{0,60}\/user:\S{1,40}\s|(?:mysql|mysqldump|sshpass|(?:docker|podman|registry) login|smbclient|sqlcmd|redis-cli|mongo\w{0,10})\s[^\n]{0,80}?-(?:p|a)\s?["']?)(?<value>[^\s"'<>]{3,200})/giu,
    // "-p asks": without a value the command asks for it.
    check: (value, before) =>
      !/^[-$<{]/.test(value) && !(/\s-p\s$/.test(before) && /^[a-z]+[.,;]?$/i.test(value)),
  },
  // Addresses that let whoever knows them in.
  {
    kind: "KEY",
    needs: ({ has }) =>
      has("slack.com", "discord", "telegram.org", "webhook", "zapier", "make.com", "pipedream"),
    regex:
      /(?<=\bhooks\.slack\.com\/(?:services|workflows|triggers)\/|\bdiscord(?:app)?\.com\/api\/webhooks\/|\bapi\.telegram\.org\/bot|\bhooks\.zapier\.com\/hooks\/catch\/|\bhook\.[a-z0-9.]{0,12}make\.com\/|\.webhook\.office\.com\/webhookb2\/|\bwebhook\.site\/)[\w/:@-]{16,400}/giu,
  },
  {
    kind: "KEY",
    needs: ({ has }) => has("="),
    regex: new RegExp(
      `[?&#;~](?:${TOKEN_NAMES}|${TOKEN_NAMES_ABROAD})=(?<value>[^\\s&#"'<>)\\]]{4,4000})`,
      "giu",
    ),
    check: (value) =>
      !/^(?:true|false|null|none|undefined|missing|invalid|expired|required|\w{1,5}|\{.*|\$.*|<.*|\*+|x+|\[\w+\])$/i
        .test(value) ||
      /\d/.test(value) && /[a-z]/i.test(value),
  },
  {
    kind: "KEY",
    needs: ({ has }) => has("="),
    regex: new RegExp(`[?&#;](?:${WEAK_NAMES})=(?<value>[^\\s&#"'<>)\\]]{8,4000})`, "giu"),
    check: (value) => isToken(value) && !/^\d{4}-\d\d/.test(value),
  },
  {
    kind: "KEY",
    needs: ({ has }) => has("/"),
    regex: new RegExp(
      `/(?:${LETS_IN})(?:/[a-z]{1,20}|/\\d{1,9}){0,2}/(?<value>[\\w.~%=+-]{8,400})`,
      "giu",
    ),
    check: (value) => isToken(value) && /\d.*\d/.test(value),
  },
  // Whatever a link that lets in carries along: "/unsubscribe?u=…&h=…".
  {
    kind: "KEY",
    needs: ({ has }) => has("?"),
    regex: new RegExp(
      `/(?:${LETS_IN})(?:/[\\w.-]{0,40})?\\?[^\\s]{0,200}?(?<=[?&]\\w{1,20}=)(?<value>[\\w.~%+-]{12,400})`,
      "giu",
    ),
    check: (value) => isToken(value) && /\d.*\d/.test(value),
  },
  {
    kind: "KEY",
    needs: ({ has }) => has("://"),
    regex:
      /:\/\/(?:share|log-?in|auth|sso|invites?|magic|accounts?|konto|compte|cuenta|secure|verify|reset)\.[^\s/]{1,80}\/(?:[\w-]{1,12}\/){0,2}(?<value>[\w-]{14,400})/giu,
    check: (value) => isToken(value) && /\d.*[a-z].*\d/i.test(value),
  },
  // What Docker and registries write: `user:value` in base 64.
  {
    kind: "KEY",
    needs: ({ has }) => has("auth"),
    regex: /auth["']?\s{0,2}[:=]\s{0,2}["']?(?<value>[\w+/]{8,400}={0,2})/giu,
    check: isPairInBase64,
  },
  // "/private-0123abcd…/basic.ics", and paths of hooks.
  {
    kind: "KEY",
    needs: ({ has }) => has("/private-", "/secret-", "://hook", "webhook"),
    regex:
      /(?<=\/(?:private|secret)-)[\w-]{16,200}|(?<=:\/\/(?:web)?hooks?\.[\w.-]{1,80}\/(?:[a-z]{1,12}\/){0,3}|\/(?:web)hooks?\w{0,3}\/(?:[\w@-]{1,40}\/){0,3})[\w-]{6,200}(?:\/[\w-]{6,200}){0,3}/giu,
    check: isToken,
  },
  {
    kind: "KEY",
    needs: ({ has }) => has("digest"),
    regex: /\b(?:response|c?nonce|opaque)=["']?(?<value>[\w+/=-]{8,200})/giu,
  },
  // "I changed it from … to …": what two words are that are no words.
  {
    kind: "KEY",
    needs: ({ digits, has }) => digits >= 2 && has("from ", "von ", "de ", "da ", "van "),
    regex:
      /\b(?:from|von|de|da|van) ["']?(?<value>[^\s"'<>/@]{6,40}["']? (?:to|auf|zu|à|a|para|naar) ["']?[^\s"'<>/@]{6,40})/giu,
    check: (value) => value.split(/ \S+ /).every(isOddMix),
  },
  // No word announces it, but nobody types this by hand.
  {
    kind: "KEY",
    needs: ({ longest_run }) => longest_run >= 38,
    regex: /(?<![\w/+.-])[A-Za-z0-9+_-][A-Za-z0-9+/_-]{37,400}={0,2}(?![\w/+.=-])/gu,
    check: (value) =>
      value.split("/").some((part) =>
        part.length >= 16 && isRandom(part) && !isMadeOfWords(part)
      ) &&
      !/^sha\d{3}-/.test(value),
  },
  {
    kind: "KEY",
    needs: ({ longest_run }) => longest_run >= 32,
    regex: /(?<![\w/+.=-])[\w-]{32,400}(?![\w/+.-])/gu,
    check: (value) => isRandom(value) && !isMadeOfWords(value) && !/^sha\d{3}-/.test(value),
  },
];

/** Letters as chance mixes them, without a digit: capitals beside capitals, consonants in a row. */
function isMixedCase(value: string): boolean {
  const letters = /[a-z]{20,}$/i.exec(value)?.[0] ?? "";
  return (/[A-Z]{2}.*[A-Z]{2}/.test(letters) || /[bcdfghjklmnpqrstvwxz]{5}/i.test(letters)) &&
    (letters.match(/[a-z][A-Z]/g) ?? []).length >= 3;
}

/** Small and capital letters, digits and marks at once. */
function isOddMix(value: string): boolean {
  return /[a-z]/.test(value) && /[A-Z]/.test(value) && /\d/.test(value) &&
    /[!?#$%&*§+=^~]/.test(value) && !/^\W|[)(\]]/.test(value);
}

function isDottedName(value: string): boolean {
  return /^[a-z_]{1,20}\d{0,2}[a-z_]{0,20}(?:\.[a-z_]{1,20}\d{0,2}[a-z_]{0,20})+$/i.test(value);
}

/** Words, numbers and versions tied together, or a name that a compiler made. */
function isMadeOfWords(value: string): boolean {
  return /^_{0,2}Z?N(?:St|\d)/.test(value) ||
    value.split(/[_-]/).every((part) =>
      /^(?:\d*|\d*[a-z]*|[A-Z]?[a-z]+[A-Z]{0,4}\d*|[A-Z]+\d*)$/.test(part)
    );
}

/** Letters and digits mixed, and no word with a number, version or file. */
function isToken(value: string): boolean {
  if (/^[a-z]+[-_]?\d{1,4}$|^\d+$|\.(?:html?|php|pdf|png|jpe?g|js|css|json|aspx?)$/i.test(value)) {
    return false;
  }
  if (/^[a-z]+(?:-[a-z0-9]+)+$/.test(value) && !/\d\w*[a-z]\w*\d/.test(value)) return false;
  return /\d/.test(value) && /[a-z]/i.test(value) || value.length >= 16 && /[a-z][A-Z]/.test(value);
}

/** `user:value` in base 64 (RFC 7617). */
function isPairInBase64(value: string): boolean {
  if (!/^[\w+/-]{4,}={0,2}$/.test(value) || value.length % 4 !== 0) return false;
  try {
    const read = atob(value.replace(/-/g, "+").replace(/_/g, "/"));
    return /^[ -~]{0,100}:[ -~]{1,100}$/.test(read);
  } catch {
    return false;
  }
}

/** Such a pair, or letters and digits in a mix no word has. */
function isHeaderValue(value: string): boolean {
  if (isPairInBase64(value)) return true;
  if (value.length < 6 || /^\d+\.|^\d+[a-z]{1,4}$/i.test(value)) return false;
  return /\d/.test(value) && /[a-z]/i.test(value) && !/^[A-Z]?[a-z]{2,}-?\d{1,4}$/.test(value) ||
    /=$/.test(value) || /[A-Z].*[a-z].*[A-Z].*[a-z].*[A-Z]/.test(value);
}
