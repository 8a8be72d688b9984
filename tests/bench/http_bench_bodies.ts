/**
 * Request bodies of a given length, made of the sentences of the fixtures. A
 * client puts a number for each {@linkcode NUMBER_MARK}, so that no message is a
 * repeat of another.
 *
 * @module
 */

/** Where a client puts a number that it has not used before. */
export const NUMBER_MARK = "@@";

const BODIES = 400;

/** JSON bodies with messages of the length given. The same ones each time. */
export function bodies(characters: number): readonly string[] {
  const sentences = Deno.readTextFileSync(new URL("../../fixtures/messages.jsonl", import.meta.url))
    .trim().split("\n")
    .flatMap((line) => String(JSON.parse(line).text).split(/(?<=[.!?])\s+/))
    .filter((sentence) => sentence.length > 15);
  let at = 0;
  return Array.from({ length: BODIES }, () => {
    let message = "";
    while (message.length < characters) {
      // A step that shares no factor with the count visits all of them.
      at = (at + 7_919) % sentences.length;
      message += `${sentences[at]} `;
    }
    return JSON.stringify({
      customer_id: `customer-${NUMBER_MARK}`,
      message: message.slice(0, characters).replaceAll(NUMBER_MARK, "").toWellFormed(),
      product: "1440 Web Portal",
    });
  });
}
