/**
 * The words with which mail programs mark quoted and forwarded mail, in the
 * languages of their users: rows, one a language.
 *
 * Sources: what Gmail, Outlook, Apple Mail, Thunderbird, Yahoo and ProtonMail
 * put above a quotation in that language.
 *
 * @module
 */

/** What mail programs write in one language. */
interface MailWords {
  readonly language: string;
  /** First words of the line above a quotation, "On … wrote:". */
  readonly on: readonly string[];
  /** Its verb. */
  readonly wrote: readonly string[];
  readonly from: readonly string[];
  /** Labels of the other lines of a header block. */
  readonly labels: readonly string[];
  readonly original: readonly string[];
  readonly forwarded: readonly string[];
}

const MAIL_WORDS: readonly MailWords[] = [
  {
    language: "en",
    on: ["on"],
    wrote: ["wrote", "writes"],
    from: ["from"],
    labels: ["sent", "date", "to", "cc", "subject", "reply-to"],
    original: ["original message", "original email", "reply message"],
    forwarded: ["forwarded message", "begin forwarded message", "forwarded email", "forwarded by"],
  },
  {
    language: "de",
    on: ["am"],
    wrote: ["schrieb", "geschrieben", "hat geschrieben"],
    from: ["von"],
    labels: ["gesendet", "datum", "an", "cc", "kopie", "betreff", "antwort an"],
    original: ["ursprüngliche nachricht", "originalnachricht", "original-nachricht"],
    forwarded: ["weitergeleitete nachricht", "anfang der weitergeleiteten nachricht"],
  },
  {
    language: "fr",
    on: ["le"],
    wrote: ["a écrit", "a ecrit", "écrit"],
    from: ["de", "expéditeur"],
    labels: ["envoyé", "date", "à", "cc", "objet", "pour", "répondre à"],
    original: ["message d'origine", "message d’origine", "message original"],
    forwarded: ["message transféré", "début du message transféré", "message transmis"],
  },
  {
    language: "es",
    on: ["el"],
    wrote: ["escribió", "escribio"],
    from: ["de", "remitente"],
    labels: ["enviado", "enviado el", "fecha", "para", "cc", "asunto", "responder a"],
    original: ["mensaje original"],
    forwarded: ["mensaje reenviado", "inicio del mensaje reenviado", "forwarded message"],
  },
  {
    language: "it",
    on: ["il", "il giorno"],
    wrote: ["ha scritto"],
    from: ["da", "mittente"],
    labels: ["inviato", "data", "a", "cc", "oggetto", "rispondi a"],
    original: ["messaggio originale"],
    forwarded: ["messaggio inoltrato", "inizio messaggio inoltrato"],
  },
  {
    language: "nl",
    on: ["op"],
    wrote: ["schreef", "heeft geschreven"],
    from: ["van"],
    labels: ["verzonden", "datum", "aan", "cc", "onderwerp", "antwoord aan"],
    original: ["oorspronkelijk bericht", "origineel bericht"],
    forwarded: ["doorgestuurd bericht", "begin doorgestuurd bericht"],
  },
  {
    language: "pt",
    on: ["em", "no dia"],
    wrote: ["escreveu"],
    from: ["de", "remetente"],
    labels: ["enviado", "enviada", "enviada em", "data", "para", "cc", "assunto"],
    original: ["mensagem original"],
    forwarded: ["mensagem encaminhada", "início da mensagem encaminhada", "mensagem reencaminhada"],
  },
  {
    language: "pl",
    on: ["dnia", "w dniu"],
    wrote: ["napisał", "napisała", "napisał(a)", "pisze"],
    from: ["od"],
    labels: ["wysłano", "data", "do", "dw", "temat"],
    original: ["wiadomość oryginalna", "oryginalna wiadomość"],
    forwarded: ["wiadomość przekazana", "przekazana wiadomość"],
  },
  {
    language: "sv",
    on: ["den"],
    wrote: ["skrev"],
    from: ["från"],
    labels: ["skickat", "datum", "till", "kopia", "ämne"],
    original: ["ursprungligt meddelande"],
    forwarded: ["vidarebefordrat meddelande", "vidarebefordrat mail"],
  },
  {
    language: "da",
    on: ["den"],
    wrote: ["skrev", "skrev følgende"],
    from: ["fra"],
    labels: ["sendt", "dato", "til", "emne"],
    original: ["oprindelig meddelelse", "opprinnelig melding"],
    forwarded: ["videresendt meddelelse", "videresendt melding"],
  },
];

function any(pick: (words: MailWords) => readonly string[]): string {
  const words = [...new Set(MAIL_WORDS.flatMap(pick))].sort((a, b) => b.length - a.length);
  return words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/ /g, "\\s+"))
    .join("|");
}

const LETTER_AFTER = "(?![\\p{L}])";

/** The verb of the line above a quotation: "On 6 Jan 2026, Ann wrote:", "… schrieb Ann:". */
const WROTE = new RegExp(`(?<![\\p{L}])(?:${any(({ wrote }) => wrote)})${LETTER_AFTER}`, "iu");
/** Its first word. */
const ON = new RegExp(`^(?:${any(({ on }) => on)})${LETTER_AFTER}`, "iu");
/** What such a line holds beside: an address, a time or a year. A customer who tells when somebody wrote gives no such. */
const STAMP = /\S@\S|\b\d{1,2}[:.h]\d\d\b|\b(?:19|20)\d\d\b/;

/** Whether a line can be the first of those above a quotation. */
export function opensWroteLine(line: string): boolean {
  return ON.test(line);
}

/** "Please type your reply above this line" and its kin, put in by ticket systems. */
export const REPLY_MARK =
  /^[-#=_* ]{0,20}(?:please )?(?:type|write|enter|add|leave)? ?(?:your )?(?:reply|replies|answer|response|antwort(?:en)?|respond) (?:only )?(?:above|oberhalb|über) (?:this|the|dieser) (?:line|zeile)\b.{0,60}$/iu;

/** Whether a line stands above a quotation. Linear in the line. */
export function isWroteLine(line: string): boolean {
  return line.endsWith(":") && STAMP.test(line) && WROTE.test(line) &&
    (ON.test(line) || /[<@]/.test(line) || /^\d/.test(line));
}

/** The first line of a header block: "From: Ann". Stars are what is left of bold print. */
export const FROM_LINE = new RegExp(
  `^[*_ ]{0,3}(?:${any(({ from }) => from)})[*_ ]{0,3}\\s{0,2}:[*_ ]{0,3}\\s*\\S`,
  "iu",
);

/** A further line of a header block: "Sent: Tuesday". */
export const LABEL_LINE = new RegExp(
  `^[*_ ]{0,3}(?:${
    any(({ from, labels }) => [...from, ...labels])
  })[*_ ]{0,3}\\s{0,2}:[*_ ]{0,3}(?:\\s|$)`,
  "iu",
);

/** The line of a header block that names the subject. */
export const SUBJECT_LINE =
  /^[*_ ]{0,3}(?:subject|betreff|objet|asunto|oggetto|onderwerp|assunto|temat|ämne|emne)[*_ ]{0,3}\s{0,2}:[*_ ]{0,3}\s*/iu;

/** A subject of something passed on: "FW: …". */
export const FORWARD_SUBJECT = /^(?:fwd?|wg|tr|rv|i|doorst|enc|vs|vb|pd)\s{0,2}:/iu;

/** "-----Original Message-----" and its kin. */
export const ORIGINAL_LINE = new RegExp(
  `^[-_=*> ]{0,40}(?:${any(({ original }) => original)})[-_=*: ]{0,40}$`,
  "iu",
);

/** "---------- Forwarded message ---------" and its kin. */
export const FORWARDED_LINE = new RegExp(
  `^[-_=*> ]{0,40}(?:${any(({ forwarded }) => forwarded)})[-_=*: ]{0,40}$`,
  "iu",
);
