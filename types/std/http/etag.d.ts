export function eTag(
  entity: string | Uint8Array,
  options?: { algorithm?: "SHA-256"; weak?: boolean },
): Promise<string>;
export function ifNoneMatch(value: string | null, etag: string | undefined): boolean;
