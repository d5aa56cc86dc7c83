/** A content security policy: each directive with its sources, in order; no sources for a bare directive. */
export type ContentPolicy = Readonly<Record<string, readonly string[]>>;

/** The value of the `Content-Security-Policy` header. */
export function formatPolicy(policy: ContentPolicy): string {
  return Object.entries(policy)
    .map(([directive, sources]) => [directive, ...sources].join(' '))
    .join('; ');
}
