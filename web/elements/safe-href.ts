/**
 * A place on the web, as it may stand in a link: a link that would run script is none. Without a page
 * to stand on, as while prerendering, an address has to be whole.
 */
export function safeHref(href: unknown, base = globalThis.document?.baseURI): string | undefined {
  if (typeof href !== 'string' || href.trim() === '' || href.length > 2_000) return undefined;
  try {
    const url = new URL(href, base);
    const plain = (url.protocol === 'https:' || url.protocol === 'http:') && !url.username && !url.password;
    return plain ? url.href : undefined;
  } catch {
    return undefined;
  }
}
