/**
 * What says that a number is something else than a phone number, a card or a
 * person's: an order, a version, a date.
 *
 * @module
 */

/** Words just before a number that is of an order, a version, a part. */
export const OTHER_NUMBER =
  /\b(?:order|ticket|case|invoice|ref(?:erence)?|serial|tracking|sku|isbn|issn|ean|upc|imei|part|model|build|version|ver|firmware|release|rev|revision|ids?|no|nr|number of|lines?|page|code|error|batch|lot|account|transaction|receipt|booking|confirmation|customer|timestamp|hash|commit|lat|lon|lng|position|coordinates?)\b(?:\s(?:number|no|nr|id|code))?(?:\s(?:is|was|of|at))?[\s:#.="'№(-]{0,4}$|#\s?$|\bv$/iu;

/** Whether digits are a date. */
export function isDate(text: string): boolean {
  return /^(?:19|20)\d{2}[ ./-](?:0?\d|1[0-2])[ ./-][0-3]?\d\b/.test(text) ||
    /^[0-3]?\d[ ./-][0-3]?\d[ ./-](?:19|20)\d{2}\b/.test(text);
}
