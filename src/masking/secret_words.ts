/**
 * Words that announce a secret, in the languages of customers, and words that
 * tell how a secret is ("wrong", "required") and so are none.
 *
 * @module
 */

import { LIKE_SECRET_WORD } from "./misspelt_word.ts";

/** What kind of value a word announces. */
export type SecretWordClass = "password" | "token" | "pin";

// Found also at the end of a longer name: "DB_PASSWORD", "userPassword".
const PASSWORD_INSIDE =
  "pass[ _-]?words?|passwd|p a s s w o r [dt]|p[._-]a[._-]s[._-]s[._-]w[._-]o[._-]r[._-][dt]|pass[ _-]?phrase|pass[ _-]?code|passwort|kennwort|(?:wlan|wi-?fi|netzwerk|router)[ -]?schlüssel|contrase[nñ]a|contrasenya|palavra[ -]passe|parola d'ordine|wagwoord|" +
  "wachtwoord|l[öo]senord(?:et)?|adgangskoden?|kodeord(?:et)?|passord(?:et)?|salasana\\p{L}{0,4}|jelsz[óoa]\\p{L}{0,6}|slapta[žz]odis|has[łl][oa]|lykilorð|salasõna|" +
  "парол[ьяюеь]\\p{L}{0,2}|парола|лозинка|συνθηματικό|κωδικ[όο]\\p{L}{0,2}(?: πρόσβασης)?|パスワード|비번|비밀 번호|密[码碼]|口令|비밀번호|암호|كلمة (?:المرور|السر|سر)|" +
  "סיסמ[האת]|पासवर्ड|รหัสผ่าน|m[ậa]t kh[ẩa]u|kata (?:sandi|laluan)|رمز عبور|گذرواژه|mot de passe";
const PASSWORD_ALONE =
  "pass|passw|pwd|pw|psw|pswd|psk|wpa[23]?|passkey|mdp|senha|parol[aăe]?|clave|hesl[oa]|gesl[oa]|zaporka|lozinka|sandi|[şs]ifre\\p{L}{0,4}|parool|kodewort|losen";
/** Settings of well-known programs that hold a password: Redis, LDAP, SMTP, key stores. */
const SETTINGS =
  "requirepass|masterauth|auth[-_]pass|bindpw|rootpw|rootbindpw|(?:db|root|admin|user|ldap|smtp|imap|ftp|sftp|mail|proxy|bind|smb|key|store|keystore|truststore|mysql|sql|rpc|sasl|vnc)pass(?:wd)?";
const TOKEN_INSIDE =
  "(?:api|access|auth(?:entication|orization)?|secret|private|session|client|refresh|account|shared|signing|encryption|master|licen[sc]e|product|activation|storage|subscription|deploy|app(?:lication)?|webhook|consumer|publishable|serial|recovery|backup|pairing|vault|wallet|vpn|wi-?fi|network|wpa2?)[ _-]?(?:access[ _-]?)?(?:key|secret|token)|secret|token|" +
  "(?:access|auth|secret|private|session|client|refresh|account)[ _-]?id|sess(?:ion)?id|api-?schlüssel|" +
  "токен|密[钥鑰]|apiキー|apiキー|(?:access|invite|recovery|backup|security)[ _-]codes?|credentials?";
const TOKEN_ALONE =
  "sid|jwt|hmac|signature|(?:t?otp|2fa|mfa|authenticator) (?:seed|setup key)|cl[ée] (?:d')?(?:api|secrète|privée)|clave (?:de )?(?:api|secreta|privada)|chave (?:de )?(?:api|secreta)|chiave (?:api|privata|segreta)|ключ|zugangscode|code d'accès|código de acceso|codice di accesso";
const PIN_ALONE =
  "pins?(?:[ -]?(?:codes?|number|nummer|kod))?|puk2?(?:[ -]?(?:code|nummer))?|cvv2?|cvc2?|csc|(?:card )?(?:verification|security) (?:code|value|number)|" +
  "(?:one[ -]time|single[ -]use|sms|2fa|mfa|two[ -]factor|authenticator|authentication|verification|confirmation|login|log-in|sign-?in|unlock|door|gate|alarm|reset|activation|access|backup|recovery|master|user|duress|installer|keypad|entry|panel|safe|lock|lock ?box|parental|voicemail|garage|passkey) (?:pass)?codes?|t?otp(?: code)?(?! (?:seed|set-?up|secret|key))|m?tan|" +
  "geheimzahl|prüfziffer|prüfnummer|sperrcode|gerätecode|(?:iphone|ipad|tablet|handy|sim)[ -](?:pass)?code|kartenprüfnummer|sicherheitscode|türcode|einmalcode|freischaltcode|zugangspin|bestätigungscode|verifizierungscode|" +
  "code (?:secret|pin|à usage unique|de (?:vérification|sécurité|confirmation|validation))|código (?:pin|de (?:un solo uso|verificaci[óo]n|seguridad|verificação|segurança))|codice (?:pin|di (?:verifica|sicurezza))|" +
  "verificatiecode|nip|код подтверждения|пин(?:-?код)?|kode (?:otp|verifikasi)|doğrulama kodu";
const PIN_INSIDE = "验证码|驗證碼|認証コード|暗証番号|인증번호";

const LEFT = "(?<![\\p{L}\\p{N}])";
/** Finds the words that announce; the groups say their class. */
export const SECRET_WORD: RegExp = new RegExp(
  `(?<pin>${LEFT}(?:${PIN_ALONE})(?![\\p{L}])|${PIN_INSIDE})|` +
    `(?<token>${TOKEN_INSIDE}|${LEFT}(?:${TOKEN_ALONE})(?![\\p{L}])|(?<=[-_.])(?:api)?key(?![\\p{L}])|(?<=[a-z\\d])(?-i:Key|Sid)(?![a-z]))|` +
    `(?<setting>${LEFT}(?:${SETTINGS})(?![\\p{L}\\p{N}]))|` +
    `(?<password>${PASSWORD_INSIDE}|(?<![\\p{L}\\p{N}])(?:${PASSWORD_ALONE})(?![\\p{L}])|(?<=[_.])(?:${PASSWORD_ALONE})(?![\\p{L}])|(?<=[a-z\\d])(?-i:Pass|Pwd|Pw|Passwd)(?![a-z]))|` +
    `(?<misspelt>(?=[pkcw])${LEFT}(?:${LIKE_SECRET_WORD})(?!\\p{L}))`,
  "giu",
);

// What a password, a token or a code is said to be, in the languages above; endings tell the rest.
const STATES = new Set(
  ("incorrect wrong right correct valid invalid missing empty blank short long weak strong too not no never always also " +
    "still being now same different reset set lost unknown safe secure secret private optional broken fine ok okay good " +
    "bad null none nil undefined true false yes here there what that this the a an my your our his her it one gone new " +
    "old case sensitive case-sensitive fake real unique simple easy hard impossible possible available unavailable " +
    "mandatory temporary permanent visible hidden forgotten stolen written taken chosen shown given known string str " +
    "text varchar char int integer number boolean object any value reset change update recovery manager field page " +
    "screen policy input box hint error failed please must should cannot can will would does did has have was were is " +
    "are and or but if when because since until at in on to for from with by as of only just actually probably like " +
    "well before usual usually follows expected admin user " +
    "falsch richtig ungültig gültig leer weg sicher neu alt zu nicht kein korrekt geheim abgelaufen gesperrt vergessen " +
    "verloren geändert zurückgesetzt gelöscht gespeichert verschlüsselt blockiert deaktiviert abgelehnt bestätigt " +
    "benötigt gehackt gestohlen bekannt verlangt verschickt erforderlich nötig unbekannt angenommen akzeptiert " +
    "incorrecto incorrecta errónea erróneo válida inválida correcta correcto vacía olvidada nueva demasiado no muy " +
    "incorrect incorrecte faux fausse valide invalide vide oublié perdu nouveau trop pas très bon " +
    "errata errado inválida inválido correta esquecida sbagliata corretta valida scaduta " +
    "fout verkeerd ongeldig juist vergeten fel fel zły zła błędne nieprawidłowe złe").split(" "),
);
const STATE_ENDING = /(?:ed|ing|able|ible|ful|less|ive|ous|wise|lly|self|selves)$/i;

/** Whether a word tells how a secret is, or what is done with it, and is not itself one. */
export function isStateWord(word: string): boolean {
  return STATES.has(word.toLowerCase()) || STATE_ENDING.test(word);
}
