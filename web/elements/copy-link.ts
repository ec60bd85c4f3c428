/** Copies the page's address with another fragment; false where it went to the address bar instead. */
export async function copyLink(fragment: string): Promise<boolean> {
  const link = new URL(location.href);
  link.hash = fragment;
  try {
    await navigator.clipboard.writeText(link.href);
    return true;
  } catch {
    // No permission, or no secure connection: the address bar is always there.
    history.replaceState(history.state, '', link);
    return false;
  }
}
