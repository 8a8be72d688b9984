/**
 * The version of the service, from the one place where it is written.
 *
 * @module
 */
import about from "../../deno.json" with { type: "json" };

/** Version of the service: "1.2.3". */
export const VERSION: string = about.version;
