/** Puts a text where it can be pasted from; false where the browser lets no page do that. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copiedByCommand(text);
  }
}

/** The old way, for where the new one is not allowed: in a frame whose page did not say so, and on plain HTTP. */
function copiedByCommand(text: string): boolean {
  let copied = false;
  const put = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
    copied = true;
  };
  addEventListener('copy', put, true);
  document.execCommand('copy');
  removeEventListener('copy', put, true);
  return copied;
}

/** Copies the page's address with another fragment; false where it went to the address bar instead. */
export async function copyLink(fragment: string): Promise<boolean> {
  const link = new URL(location.href);
  link.hash = fragment;
  const copied = await copyText(link.href);
  // The address bar is always there.
  if (!copied) history.replaceState(history.state, '', link);
  return copied;
}
