/**
 * What is wrong with an input as a whole, in words for the person who gave it.
 *
 * @module
 */

/** The input cannot be used; its message is for the user and says what would help. */
export class InputError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "InputError";
  }
}
