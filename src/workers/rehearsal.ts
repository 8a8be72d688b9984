/**
 * Messages that are assessed before the first customer's: much is loaded and
 * compiled on first use, and nobody should wait for it.
 *
 * @module
 */

/** Assessed before anything else: what all messages have in common is ready then. */
export const FIRST_REHEARSED =
  "The export fails with error 500 when I open the report and click save.";

/**
 * As different as customers are: what one of them needs is compiled for all like it. The first 40
 * messages after these took 8 ms of processor time each, after a fault, a wish and a question said
 * several times 12 (a crowded machine). With typographic marks too, for such texts patterns are
 * compiled once more; and in another language, for which the detector's model is loaded.
 */
const OTHERS = [
  "It would be great if the calendar could show weeks, so that I can plan ahead.",
  "How can I change the address on my invoice?",
  'Hello,\n\nsince the update to version 5.3.1 the app crashes on my iPhone 12 whenever I upload a photo. Steps:\n1. Open an album\n2. Tap "Add"\n3. Choose three photos\nIt should show them, but it closes. My order is AB-55821.\n\nKind regards,\nJo Lind\nHead of Sales, Lind & Co\n+44 20 7946 0018',
  "Nothing happens when I press “Print” – no dialog, no error… I’m on Windows 11, and it’s the same on my wife’s computer.",
  "You charged me twice, £39.90 on 3 March and again today!! This is unacceptable. I want my money back, or I will go to my lawyer and leave.",
  "Could you add a dark mode? My eyes hurt at night and every other app I use has one. All 14 of us would use it daily.",
  "Two things: the export to Excel has been wrong since yesterday (dates are shifted by a day), and is there a way to share a list with a colleague who has no account?",
  "Thanks a lot, it works again now. You are the best support I have had in years!",
  "Somebody has signed in to my account from another country and changed my e-mail to x@example.com. I did not do that. Please block it at once.",
  "I can't log in. The code never arrives by text message, I tried it on Chrome and Firefox, and the password reset mail does not come either. What now?",
  "Please delete all the data that you keep about me and confirm it in writing. I also want to know whom you gave it to.",
  "> On Monday, Support wrote:\n> Please try it again.\n\nI did, and nothing has changed: the page stays blank, then it says ERR_TIMEOUT. We lose customers every hour.",
  'I\'d like to cancel my subscription at the end of the month. Where do I find the button? I looked in the settings but there is only "Upgrade".',
  "the charger got so hot that it burnt my daughter's hand, she had to see a doctor",
  "What does the Pro plan cost for a school with 300 pupils, and until when is the discount valid?",
  "Sync is slow. When I save a note on the laptop, it takes ten minutes until it shows on the phone, although both are on the same network; sometimes it never arrives and I have to sign out and in again.",
  "It's a pity that reports can't be sorted by customer. At the moment I copy everything into a sheet by hand, which takes me two hours a week.",
  "Is it possible to speak to a person? I have been going round in circles with your bot, nobody answers my mails and I am really disappointed.",
  "My name is Ada Moss, customer number 4482913. The parcel that should have come on Friday is still not here, can you tell me where it is?",
  "I don't know if this is a bug or if I'm doing something wrong, but the totals at the bottom of the invoice don't add up: 20 % of 150 is shown as 25.",
  "Out of office: I am away until 12 May and read no mail. In urgent cases write to my colleague.",
  "We noticed that anyone can see other people's invoices by changing the number in the address. Our team would like to report it to your security department.",
  "Der Export bricht jedes Mal mit einem Fehler ab, wenn ich auf Speichern klicke.",
];

/** Between two messages of the rehearsal that goes on while customers are served. */
const PAUSE_MS = 200;

/**
 * Rehearses the rest beside the customers' messages.
 *
 * @returns Ends it.
 */
export function rehearseLater(assess: (message: string) => unknown): () => void {
  const messages = OTHERS.values();
  const timer = setInterval(() => {
    const { done, value } = messages.next();
    if (done) clearInterval(timer);
    else assess(value);
  }, PAUSE_MS);
  Deno.unrefTimer(timer);
  return () => clearInterval(timer);
}
