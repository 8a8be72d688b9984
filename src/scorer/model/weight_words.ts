/**
 * Words by which a customer says how much a matter weighs with them: "what
 * worries me more", "first of all", against "just wondering", "one day".
 *
 * @module
 */

const MAJOR =
  /\b(?:(?:more|most|rather|really) (?:important|pressing|urgent|to the point)\w*|(?:important|urgent|pressing|bigger|serious|real|main|actual) (?:thing|one|matter|problem|issue|question|reason|part|bit|trouble)|what(?: really| actually)? (?:worries|matters|bothers|does matter|counts)|(?:what i|i) (?:actually|really|urgently) (?:need|want|wanted|write|wrote)|(?:the )?reason (?:i'm|i am|for|why i) writ\w+|(?:really|actually|mainly|only) writing|another reason|above all|first of all|but first|not so (?:quick|small|funny)|isn't (?:small|funny)|urgent(?:ly)?|asap|right (?:now|away)|immediately|as soon as (?:you can|possible)|before (?:that|then|anything)|need to know (?:today|now|in the next|by)|at (?:my|our) wits' end|no (?:joke|laughing matter))\b/iu;
const MINOR =
  /\b(?:some ?(?:day|time)|one day|(?:for|in) (?:the )?(?:future|next (?:model|version|one|release))|for later(?: on)?|(?:when|if)(?: ever)? you(?:'ve| have| get| find| ever have) (?:the |a |some )?(?:time|chance|moment|minute)|once (?:that|this|it)(?:'s| is| has)|when that's|just (?:wondering|curious|saying)|(?:out of )?curio(?:us|sity)|incidentally|(?:on a )?(?:lesser|minor|small|smaller|side|lighter|happier) (?:matter|thing|note|wish|point|question|one|first)|small first|quick question|no (?:drama|rush|hurry|big deal)|not urgent|cosmetic|(?:doesn't|does not) (?:bother|matter)|tiny|a bit of a|while (?:i'm|i am|we're|you're|i have you|i've got you)(?: at it| here| on)?|by the way|btw|oh and|ps|p\.s\.?|also spotted|wouldn't go amiss|typos?|you (?:may|might) want to|anyway)(?!\w)/iu;

/** What a segment says of its own weight: 1 that it weighs, -1 that it does not, 0 nothing. */
export function weightOf(text: string): -1 | 0 | 1 {
  const said = text.replaceAll("’", "'");
  if (MAJOR.test(said)) return 1;
  return MINOR.test(said) ? -1 : 0;
}
