// An address in, what identifies its source out: two reports that share it are versions of one.

/** Parameters that tell how a reader came, not what is read. */
const TRAIL = /^(?:utm_\w+|fbclid|gclid|dclid|msclkid|mc_cid|mc_eid|igshid|ref|ref_src|cmpid|ocid|xtor|at_\w+|s_cid)$/i;

/**
 * The address in lower-case host, without protocol, “www.”, fragment, trailing slash and tracking parameters, its other
 * parameters sorted. Null for no http address.
 */
export function sourceIdentity(url: string | null): string | null {
  if (url === null) return null;
  let parsed: URL;
  try {
    parsed = new URL(url);
  } catch {
    return null;
  }
  if (parsed.protocol !== 'http:' && parsed.protocol !== 'https:') return null;
  const query = [...parsed.searchParams]
    .filter(([name]) => !TRAIL.test(name))
    .map(([name, value]) => `${name}=${value}`)
    .sort()
    .join('&');
  const path = parsed.pathname.replace(/\/+$/, '');
  return `${parsed.host.replace(/^www\./, '')}${path}${query ? `?${query}` : ''}`;
}
