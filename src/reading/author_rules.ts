/**
 * Signs that a machine wrote a message, or somebody with something to sell:
 * rows with what they weigh and examples that must and must not match.
 *
 * @module
 */

/** A sign of who wrote a message. */
export interface AuthorRule {
  readonly id: string;
  readonly author: "machine" | "advertiser";
  /** {@linkcode AUTHOR_WEIGHT} of an author settles it. */
  readonly weight: number;
  /** Looked for in the small print too, where bulk mail tells how to be rid of it. */
  readonly in_foot?: boolean;
  readonly pattern: RegExp;
  readonly yes: readonly string[];
  readonly no: readonly string[];
}

/** Signs of one author that add up to this settle who wrote a message. */
export const AUTHOR_WEIGHT = 2;

const machine = (
  id: string,
  weight: number,
  pattern: RegExp,
  yes: readonly string[],
  no: readonly string[],
): AuthorRule => ({ id, author: "machine", weight, pattern, yes, no });

const foot = (...row: Parameters<typeof machine>): AuthorRule => ({
  ...machine(...row),
  in_foot: true,
});

const advertiser = (
  id: string,
  weight: number,
  pattern: RegExp,
  yes: readonly string[],
  no: readonly string[],
): AuthorRule => ({ id, author: "advertiser", weight, pattern, yes, no });

/** The signs. Each is tried on the opening of a message, some on its small print too. */
export const AUTHOR_RULES: readonly AuthorRule[] = [
  machine(
    "auto_reply_subject",
    2,
    /^(?:\s*(?:subject|betreff|objet|asunto|oggetto|onderwerp|assunto)\s*:\s*)?(?:re\s*:\s*|aw\s*:\s*)?(?:(?:auto(?:matic|mated)?[ -]?(?:reply|response|answer|antwort))|out[ -]of[ -](?:the )?office\b|ooo\b|automatische (?:antwort|afwezigheid)\w*|automatisch antwoord|abwesenheits(?:notiz|meldung|nachricht)|r[ée]ponse automatique|(?:message d['’])?absence du bureau|respuesta autom[áa]tica|fuera de (?:la )?oficina|risposta automatica|fuori sede|resposta autom[áa]tica|fora do escrit[óo]rio|autosvar|frånvaro\w*|automatyczna odpowied[źz]|autoodpowied[źz])\s*(?::|\n|-|–|$)/im,
    [
      "Automatic reply: Your ticket",
      "Subject: Out of Office: Re: your question",
      "Réponse automatique : ticket",
      "Abwesenheitsnotiz",
    ],
    [
      "Your automatic reply says to wait three days.",
      "My out of office message is not sent any more.",
    ],
  ),
  machine(
    "away_told",
    2,
    /^(?![^]*\?)(?![^]*\b(?:fails?|failed|crash\w*|error|broken|bug|does(?:n't| not)|can(?:'t|not) (?:log|open|see|use))\b)[^]*\b(?:(?:i am|i'm|i’m|i will be|we are|is|am) (?:currently |presently |now |away and )?(?:out of (?:the )?office|away from (?:the office|my (?:desk|e-?mails?)))\b[^?]{0,200}\b(?:until|till|return(?:ing)?|back|limited|no access|urgent|in my absence|respond|reply|between)|(?:i am|i'm|i’m|i will be|we are) (?:currently |presently |now |away |away and )?(?:on (?:annual|parental|maternity|paternity|sick|medical|vacation|holiday|study) ?leave|on (?:vacation|holidays?)|on leave|travell?ing)\b[^?]{0,200}\b(?:return(?:ing)? (?:on|in|to)|be back|back (?:on|in the office)|limited access|no access to|urgent matters?|in urgent|in my absence|respond (?:to|when|as)|reply (?:to|when|as)))\b/is,
    [
      "I am out of the office until Monday with limited access to email.",
      "I'm on annual leave and will be back on 3 March.",
    ],
    [
      "I am on holiday until Monday. Why does the app log me out?",
      "I will be away from my desk when the courier comes.",
    ],
  ),
  machine(
    "away_told_elsewhere",
    2,
    /\bich bin\b.{0,40}\b(?:nicht im (?:büro|haus)|im urlaub|außer haus|abwesend)\b.{0,200}\b(?:bis|ab|wieder|zurück|dringend)|\b(?:je suis|actuellement)\b.{0,40}\b(?:absente?|en congés?)\b.{0,160}\b(?:jusqu|retour|urgence|urgent)|\b(?:estoy|estar[ée])\b.{0,40}\bfuera de la oficina\b|\bestou (?:ausente|de f[ée]rias|fora do escrit[óo]rio)\b|\b(?:sono|sar[òo])\b.{0,30}\b(?:fuori (?:ufficio|sede)|in ferie|assente)\b|\bik ben\b.{0,40}\b(?:afwezig|niet (?:op kantoor|aanwezig)|met (?:vakantie|verlof))\b/is,
    [
      "Ich bin bis zum 12. Januar nicht im Büro, in dringenden Fällen …",
      "Je suis absent jusqu'au 12, en cas d'urgence …",
      "Ik ben afwezig tot maandag.",
    ],
    ["Ich bin im Urlaub nie angerufen worden.", "I am absent-minded."],
  ),
  machine(
    "bounce",
    2,
    /\b(?:this is the mail (?:system|delivery)|mail delivery (?:failed|subsystem|system)|mailer-daemon|postmaster@|delivery status notification|undeliver(?:able|ed) (?:mail|message|:)|undeliverable:|(?:your )?message (?:could not|couldn['’]t|wasn['’]t|was not|cannot|has not been) (?:be )?delivered to\b|delivery to the following recipients?|recipient address rejected|diagnostic-code\s*:|delivery (?:has been|is) delayed|message not delivered|temporary problem delivering|niet afgeleverd|no se (?:ha podido|pudo) entregar|non è stato possibile (?:consegnare|recapitare)|n'a pas pu être (?:remis|distribué)|não (?:foi|pôde ser) entregue|unzustellbar|zustellung fehlgeschlagen)/i,
    [
      "This is the mail system at host mx1.",
      "Delivery Status Notification (Failure)",
      "There was a temporary problem delivering your message.",
    ],
    ["My parcel could not be delivered.", "The mails I send with your app come back."],
  ),
  machine(
    "bounce_code",
    1,
    /\b(?:user unknown|mailbox (?:unavailable|is full|not found|does not exist)|recipient (?:not found|unknown))\b/i,
    ["550 5.1.1 User unknown", "mailbox unavailable"],
    ["The user is unknown to me."],
  ),
  machine(
    "receipt",
    2,
    /^(?:\s*(?:subject\s*:\s*)?(?:read|delivery) receipt\b|\s*(?:subject\s*:\s*)?(?:read|gelesen)\s*:\s*\S|your message\s+to:\s|.{0,80}\bwas read on\b)/im,
    ["Read: Your ticket\n\nYour message\n\nTo: Ann", "Delivery receipt"],
    ["I have read the limit is 5 GB.", "Please add read receipts."],
  ),
  machine(
    "calendar",
    2,
    /^\s*(?:BEGIN:VCALENDAR|(?:subject\s*:\s*)?(?:accepted|declined|tentative|tentatively accepted|cancell?ed(?: event)?|(?:updated )?invitation|zugesagt|abgesagt|accepté|aceptado|accettato|geaccepteerd)\s*:\s*\S)|\b(?:invitation from google calendar|view (?:your )?event (?:at|on)|has (?:accepted|declined) (?:this|your|the) (?:invitation|meeting|event))\b/im,
    [
      "Accepted: Weekly sync @ Tue 6 Jan",
      "BEGIN:VCALENDAR\nVERSION:2.0",
      "Ann has accepted this invitation.",
    ],
    ["The bank accepted it, but the app shows nothing.", "My invitation was declined by the app."],
  ),
  machine(
    "no_reply",
    2,
    /\b(?:this (?:is an?|e-?mail (?:is|was)|message (?:is|was)|mail (?:is|was)) (?:an )?(?:auto(?:matic(?:ally)?|mated)(?:[ -]generated)?|system[ -]generated) (?:message|e-?mail|mail|reply|response|notification|confirmation|answer)|this (?:e-?mail|message|mail) (?:is|was) (?:sent |generated )?automatic|(?:please )?do not (?:reply|respond|answer) to this (?:e-?mail|message|mail)|(?:replies|responses) to this (?:e-?mail|message|address) (?:are|will) not|diese (?:e-?mail|nachricht) wurde automatisch|ne pas répondre à ce|no responda a este|automatically generated (?:e-?mail|message|notification))/i,
    ["This is an automated message, please do not reply.", "Please do not reply to this email."],
    ["Why do your mails say that I should not reply?", "This is an automatic gearbox."],
  ),
  machine(
    "acknowledged",
    2,
    /\b(?:(?:we(?:'ve| have)|has been|was) (?:successfully )?received (?:your (?:message|e-?mail|request|enquiry|inquiry|mail|application|ticket)|and (?:will|is))|your (?:message|e-?mail|request|enquiry|inquiry|mail|ticket) (?:has been|was|is) (?:received|logged|registered|assigned|queued|forwarded to))\b.{0,240}\b(?:within|as soon as|business (?:days?|hours?)|working (?:days?|hours?)|shortly|get back to you|respond|in touch|reference|ticket (?:number|id))/is,
    [
      "We have received your message and will get back to you within two business days.",
      "Your request has been received. Our team will respond shortly.",
    ],
    ["I have not received your message.", "You say that my ticket was logged, but nobody called."],
  ),
  foot(
    "newsletter",
    1,
    /\b(?:unsubscribe|abmelden|abbestellen|you (?:get|receive) this (?:e-?mail|mail|newsletter) because|because you signed up|no longer wish to receive|view (?:this e-?mail |it )?in (?:your )?browser|manage (?:your )?(?:preferences|subscriptions?)|you(?:'re| are) receiving this (?:e-?mail|because)|update your (?:e-?mail )?preferences|newsletter abbestellen|diesen newsletter|este bolet[íi]n|darse de baja|in de browser|nel browser|en el navegador|dans (?:votre|le) navigateur|se désabonner|im browser (?:ansehen|anzeigen))\b(?!.{0,40}\?)/i,
    ["Unsubscribe | View in browser", "You are receiving this email because you signed up."],
    ["Nothing to see here."],
  ),
  machine(
    "newsletter_shape",
    1,
    /\b(?:this (?:week|month)(?:'s|’s)? (?:issue|edition|newsletter|highlights|digest|picks|top)|in this (?:issue|edition|newsletter)|our (?:monthly|weekly) (?:newsletter|update|digest)|(?:monthly|weekly|january|february|march|april|may|june|july|august|september|october|november|december) (?:newsletter|digest)|\d{1,2}\s?% off\b|with code [A-Z\d]{4,}|newsletter im \w+|jetzt (?:lesen|kaufen|shoppen)|versandkosten|our newsletter|\bmonthly - \w+|read more\s*(?:>|»|→|\n)|shop now|all rights reserved|weil sie sich angemeldet|hier abmelden|darse de baja|ver en el navegador|désinscrire|annulla l'iscrizione|uitschrijven|\d{1,2} ?% (?:auf|de descuento|sconto|korting|de réduction)|manage (?:your )?preferences|privacy policy\s*\|)/i,
    ["In this issue: ten tips", "© 2026 Example. All rights reserved.", "Our weekly digest"],
    ["Where is your shop?"],
  ),
  machine(
    "digest",
    2,
    /\b(?:your (?:daily|weekly|monthly) (?:digest|summary|report) (?:is ready|for)|(?:build|pipeline|job|deployment|backup|monitor|alert|cron)\b.{0,60}\b(?:#\d+|triggered|succeeded|recovered)\b.{0,120}\b(?:view (?:details|logs|build)|automated|notification))/is,
    [
      "Your weekly digest is ready",
      "Build #812 succeeded. View details. This notification was sent to 3 people.",
    ],
    ["My weekly report is empty."],
  ),
  advertiser(
    "prize",
    2,
    /\b(?:congrat\w+|winner|you(?:'ve| have)? (?:been (?:selected|chosen)|won)|was selected)\b.{0,160}\b(?:claim|prize|won|btc|bitcoin|gift card|reward|lottery|cash|\$\s?\d|wallet|voucher)\b/is,
    [
      "CONGRATULATIONS! Your wallet was selected for 2.5 BTC. Claim before midnight",
      "You have won a gift card",
    ],
    ["I won the match but the app shows a loss.", "Congratulations on the new version!"],
  ),
  advertiser(
    "search_ranking",
    2,
    /\b(?:seo (?:services?|expert|agency|audit|package|company|specialist)|(?:rank(?:ing)?|first page|page one|top) (?:on|of|in) google|guest post(?:s|ing)?|(?:quality|dofollow|high[ -]da|paid|buy) (?:dofollow )?(?:back ?)?links?|(?:increase|boost|more|drive|improve) (?:your )?(?:website |web |organic |site )?(?:traffic|ranking)|domain authority|web ?site (?:re)?design (?:services?|company))\b/i,
    [
      "We can get your site to the first page of Google.",
      "Do you accept guest posts?",
      "We boost your website traffic",
    ],
    ["Google shows my old address.", "The link back to the list is broken."],
  ),
  advertiser(
    "cold_mail",
    1,
    /\b(?:reply (?:with )?["'“]?stop\b|(?:don't|do not) want to hear from (?:me|us) again|qualified (?:meetings|appointments|leads)|for firms like yours|companies like yours|businesses like yours|or you pay nothing|our portfolio|price list|\d+ ?(?:dollars|usd) only|page one|dear (?:webmaster|business owner|site owner)|business development|while browsing your (?:site|website)|came across your (?:site|website|company))\b/i,
    ["If not, reply STOP", "May I send you our portfolio?", "I came across your website"],
    ["Your price went up."],
  ),
  advertiser(
    "team_offers",
    1,
    /\b(?:we are a team of|we (?:book|build|rebuild|design|develop|generate|sell)|(?:can|will) (?:rebuild|redesign|rank|boost|promote|grow) your (?:website|site|shop|business|brand|sales|revenue))\b/i,
    ["we are a team of 60 designers", "We book 15 meetings a month", "can rebuild your website"],
    ["We booked a room."],
  ),
  advertiser(
    "offer",
    1,
    /\b(?:we (?:are|offer|provide|specialize|specialise|manufacture|supply|help (?:companies|businesses|brands))\b.{0,120}\b(?:leading|services?|solutions?|manufacturer|supplier|factory|developers?|agency|marketing|leads|competitive prices?|outsourc\w+|data ?base|mailing lists?|customers? (?:like|such as))|our (?:company|agency|team|factory|firm) (?:offers?|provides?|specializes?|specialises?|helps?|can help|is a leading))\b/is,
    ["We are a leading manufacturer of LED panels", "Our agency helps brands like yours"],
    ["We are your customers since 2014.", "Our company uses your app."],
  ),
  advertiser(
    "sales_call",
    1,
    /\b(?:(?:quick|short|brief|15[- ]minute|10[- ]minute|30[- ]minute|free)[- ](?:call|chat|demo|consultation|audit|quote|trial)|(?:worth|open to|available for|schedule|book|hop on|jump on) (?:a|an|for a)? ?(?:quick |short |brief |\d+[- ]minute )?(?:call|chat|demo|conversation|meeting)|(?:business|collaboration|partnership|investment) (?:proposal|opportunit(?:y|ies)|offer)|grow your business|interested in (?:our|a|purchasing|acquiring)|special (?:offer|price|discount)|lead generation|qualified leads|best (?:price|quote))\b/i,
    ["Are you open to a quick call?", "a business proposal for you", "grow your business"],
    ["Please call me about my bill."],
  ),
  advertiser(
    "easy_money",
    2,
    /\b(?:(?:earn|make) (?:up to )?[$€£]?\s?\d[\d,.]*\s?[$€£k]? ?(?:per|a|every|each) (?:day|week|month|hour)\b|guaranteed (?:returns?|profits?|income)|(?:business|personal|instant|quick) loans? (?:at|of|from|with|up to|approved)|crypto (?:investment|trading) (?:platform|opportunity|signals?)|double your (?:money|bitcoins?|investment|coins?|crypto)|work from home (?:and|job)|forex signals?|next of kin|(?:widow|son|daughter|wife|lawyer|banker) of (?:a|the) (?:late|deceased)\b.{0,120}\b(?:million|dollars|usd|funds?|gold)|\d million (?:us )?(?:dollars|usd|euros?)\b.{0,120}\b(?:bank details|percent|honest|trust)|unclaimed (?:funds?|inheritance)|(?:transfer|deposit|release|share) (?:of |the )?.{0,30}million (?:us )?dollars|cheap (?:viagra|meds|pills|replica)|hot singles|onlyfans|casino bonus|free spins)/i,
    [
      "Earn $500 a day from home",
      "guaranteed returns on your investment",
      "I am the next of kin of a late banker",
    ],
    ["I earn 2 points per day, but they vanish."],
  ),
];
