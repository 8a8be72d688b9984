export interface ParseOptions<B extends string, S extends string, C extends string> {
  boolean?: readonly B[];
  string?: readonly S[];
  collect?: readonly C[];
  alias?: Readonly<Record<string, string | readonly string[]>>;
  default?: Readonly<Record<string, unknown>>;
  stopEarly?: boolean;
  "--"?: boolean;
  unknown?: (arg: string, key?: string, value?: unknown) => unknown;
}
export type Args<B extends string, S extends string, C extends string> =
  & { _: (string | number)[] }
  & { [Name in B]: boolean }
  & { [Name in Exclude<S, C | "_">]: string | undefined }
  & { [Name in C]: string[] };
export function parseArgs<
  const B extends string = never,
  const S extends string = never,
  const C extends string = never,
>(args: string[], options?: ParseOptions<B, S, C>): Args<B, S, C>;
