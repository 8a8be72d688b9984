/**
 * What people do with software: the verbs that make a step.
 *
 * @module
 */
import { baseForm } from "./base_form.ts";

const ACTIONS = new Set(
  ("accept activate add adjust allow answer apply approve archive arrange assign attach authorise authorize " +
    "back book browse build mention compose call cancel change check choose clear click clone close collapse complete confirm " +
    "connect convert copy create crop cut deactivate delete deselect disable disconnect dismiss double-click " +
    "download drag draw drop duplicate edit enable end enter exit expand export fill filter finish flip follow go " +
    "group hide highlight hit hold hover import input insert install invite issue join jump launch leave link " +
    "listen load lock log long-press lower make mark merge minimise minimize move mute name navigate open " +
    "pair paste pause pick pin place play plug post press preview print pull push put raise reactivate read reconnect " +
    "record redeem refresh register reject reload remove rename renew reopen reorder repeat reply report request reset " +
    "resize restore resume return rotate run save scan schedule scroll search select send set share shift show shut " +
    "sign skip slide sort split start stop store submit subscribe swap swipe switch sync synchronise tap tick toggle " +
    "transfer translate transpose turn type unlink unlock unmute unpair unplug unselect untick update upgrade upload use view " +
    "visit walk watch withdraw write zoom right-click left-click tick-off cd git npm curl set-up setup schedule " +
    "buy checkout rate comment tag untag crop trim undo redo dictate measure weigh photograph film " +
    "dock undock take ring void say dictate lift flip fold dial touch shake brew insert eject answer")
    .split(" "),
);
// What a customer did against the fault, or to tell of it: not the way to it.
const ATTEMPTS = new Set(
  ("try reinstall restart reboot contact complain ask tell notice see realise realize wait check test expect " +
    "assume think find hope want need like love wish know believe understand suspect guess phone write")
    .split(" "),
);

/** Whether a word, in any form, is something one does in a program. */
export function isAction(word: string): boolean {
  return ACTIONS.has(word) || ACTIONS.has(baseForm(word));
}

/** Whether a word, in any form, tells of an attempt to help oneself rather than of a step. */
export function isAttempt(word: string): boolean {
  return ATTEMPTS.has(baseForm(word));
}
