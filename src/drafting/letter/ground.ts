/**
 * What a message is about: something on a screen, a thing, a service. Whoever
 * writes of food that was left in the rain is not asked for a browser.
 *
 * @module
 */
/** What a message is about. */
export type Ground = "screen" | "thing" | "service";

const ON_SCREEN =
  /\b(?:apps?|web ?(?:site|page|portal)|site|pages?|screens?|buttons?|log(?:ged|ging)?[ -]?(?:in|out|on)|sign(?:ed)?[ -]?(?:in|out|on)|passwords?|click\w*|tap(?:s|ped|ping)?|crash\w*|updat\w+|downloads?|downloading|upload\w*|browsers?|export\w*|import\w*|sync\w*|error|menu|settings?|notifications?|pop-?ups?|links?|search\w*|files?|pdf|csv|dashboard|tabs?|icons?|cursor|loads?|loading|spinner|spins|freez\w+|frozen|lag\w*|laptop|desktop|online|offline|server|bluetooth|wi-?fi|api|database|install\w*|plugin|driver|gpu|windows|android|ios|iphone|ipad|chrome|firefox|safari|version|checkbox|drop-?down|calendar|sidebar|widget|timer|chart|font|keyboard|shortcut|dark mode|playlist|video|audio|stream\w*)\b/i;
const SOFTWARE =
  /\b(?:app|portal|web|site|website|platform|software|game|editor|crm|saas|system|store|cloud|browser|e-?mail|mail|streaming|bank|exchange|wallet|tracker|calendar|studio|helpdesk|dashboard|tool|api|plugin|database|server|client|browser|messenger|messaging|network|forum)\b/i;
const THING =
  /\b(?:kettle|car|bike|scooter|mower|trimmer|drill|tools?|chair|desk|table|bed|mattress|sofa|oven|fridge|freezer|washing machine|dishwasher|dryer|vacuum|heater|boiler|heat pump|thermostat|lock|camera|monitor|printer|speaker|headphones|earbuds|toy|stroller|pram|seat|helmet|shoes?|jacket|machine|tractor|robot|pump|charger|battery|lamp|light|bulb|device|appliance|watch|tablet|phone|console|router|toothbrush|shaver|hair|cream|pen|bag|tent|stove|grill|pan|blender|wheelchair|hearing aid|hob|fan|radio)\b/i;
const SERVICE =
  /\b(?:delivery|parcel|courier|post|hotel|hostel|gym|studio|airline|flights?|railway|train|bus|ferry|taxi|ride|restaurant|cater\w*|shop|council|clean\w*|laundry|meal kit|food|grocer\w*|supermarket|pharmacy|nursery|school|university|museum|tickets?|theatre|cinema|housing|landlord|rental|travel|tour|energy|electricity|gas|water|telecom|broadband|insurance|pension|magazine|newspaper|club|storage|removal|moving|repair|salon|vet|clinic|hospital|dentist|doctor|photo print\w*|flowers?|library|camp\w*|cemetery|funeral)\b/i;

/**
 * What a message is about; `null` where neither it nor the product's name says so.
 *
 * @param product The product's name, `null` where it cannot be printed.
 */
export function knownGround(text: string, product: string | null): Ground | null {
  if (ON_SCREEN.test(text)) return "screen";
  const name = product ?? "";
  if (isSoftware(product)) return "screen";
  if (SERVICE.test(name)) return "service";
  if (THING.test(name) || THING.test(text)) return "thing";
  return SERVICE.test(text) ? "service" : null;
}

/** Whether a product's name says that it is software. */
export function isSoftware(product: string | null): boolean {
  return product !== null && SOFTWARE.test(product) && !SERVICE.test(product);
}
