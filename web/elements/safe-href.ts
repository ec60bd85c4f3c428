/** Only a place on the web; a link that would run script is no link. */
export function safeHref(href: string | null): string | undefined {
  return href && /^(https?:|\.{0,2}\/|[\w-]+(\.html|\/|$))/i.test(href) ? href : undefined;
}
