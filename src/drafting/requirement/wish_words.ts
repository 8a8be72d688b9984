/**
 * Words that a wish is told with, by what they do in it.
 *
 * @module
 */

function set(words: string): ReadonlySet<string> {
  return new Set(words.split(" "));
}

/** Small letters. */
export const WISH_WORDS = {
  me: set("me us one lemme"),
  letting: set("let allow enable permit lemme lem"),
  giving: set("give grant get gimme"),
  making: set(
    "add offer provide include introduce implement build create develop want need see have bring consider",
  ),
  modals: set("could can should might ought cuold"),
  ways: set("way option possibility ability chance opportunity"),
  fillers: set(
    "also just please maybe perhaps finally simply really automatically to pls even at least then be able",
  ),
  /** What a program does for somebody; what else is told without a subject people do with it. */
  machine: set(
    "show display send remind notify warn alert keep remember stop ask tell detect recognise recognize calculate suggest prevent respect treat beep vibrate print bring make offer support refund refuse default honour honor leave turn wake count store put announce highlight protect fill start update sync block",
  ),
  /** "I'd gladly pay for downloadable maps": an offer for what is wished. */
  offering: set("gladly happily even would 'd 'll will"),
  boundary: set(
    ", ; : . ! ? – — if that when - ( and but because so wish hope love like prefer appreciate want",
  ),
  showing: set("support show display send hide highlight"),
  /** "translate button", "print view": things that are named by what they do. */
  things: set("button mode view option list page field filter function feature"),
} as const;
