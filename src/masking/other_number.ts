/**
 * What says that a number is something else than a phone number, a card or a
 * person's: an order, a version, a date.
 *
 * @module
 */

/** Words just before a number that is of an order, a version, a part. */
export const OTHER_NUMBER =
  /(?<![\p{L}\p{N}_])(?:order|ticket|case|invoice|ref(?:erence)?|serial|tracking|sku|isbn(?:-?1[03])?|issn|ean(?:-?(?:13|8))?|gtin(?:-?1?\d)?|upc(?:-?a)?|imei|part|model|build|version|ver|firmware|release|rev|revision|ids?|no|nr|number of|lines?|page|code|error|batch|lot|account|transaction|receipt|booking|confirmation|customer|timestamp|hash|commit|lat|lon|lng|position|coordinates?|awb|dhl|dpd|ups|gls|hermes|fedex|usps|postnl|1z [\da-z ]{3,12}|waybill|container|parcel|shipment|consignment|flight|stock|quantity|qty|amount|total|count|sum|price|article|item|product|asset|meter|policy|contract|catalog(?:ue)?|po|rma|vin|mac|(?:ersatz)?teile?(?:nummer|nr)?|artikel\p{L}{0,8}|bestell\p{L}{0,10}|auftrags?\p{L}{0,8}|rechnung\p{L}{0,9}|kundennummer|kunden-?nr|sendung\p{L}{0,9}|vorgang\p{L}{0,8}|seriennummer|stückzahl|menge|betrag|summe|vertrag\p{L}{0,9}|zähler\p{L}{0,8}|commande|facture|référence|quantité|montant|colis|pedido|factura|referencia|cantidad|importe|fatura|encomenda|quantidade|ordine|fattura|quantità|importo|bestelling|factuur|zamówieni\p{L}|faktur\p{L}|заказ\p{L}?|注文番号|订单号|訂單)(?!\p{L})(?:\s(?:number|no|nr|id|code))?(?:\s(?:is|was|of|at))?[\s:#.="'№(-]{0,4}$|#\s?$|\bv$/iu;

/** Whether digits are a date. */
export function isDate(text: string): boolean {
  return /^(?:19|20)\d{2}[ ./-](?:0?\d|1[0-2])[ ./-][0-3]?\d\b/.test(text) ||
    /^[0-3]?\d[ ./-][0-3]?\d[ ./-](?:19|20)\d{2}\b/.test(text);
}
