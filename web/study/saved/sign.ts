/** A sign in the small store of the browser that there is something in the large one, which is not looked at without. */

const SIGN = 'bce-study/kept';

export function keptBefore(): boolean {
  try {
    return localStorage.getItem(SIGN) !== null;
  } catch {
    return false;
  }
}

export function signKept(kept: boolean): void {
  try {
    if (kept) localStorage.setItem(SIGN, '1');
    else localStorage.removeItem(SIGN);
  } catch {
    // Then it is found again once there is more to keep.
  }
}
