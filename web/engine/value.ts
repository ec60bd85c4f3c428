/** Takes the value out of an Outcome that cannot fail here; if it does, that is our defect. */
import type { Outcome } from '../../wasm/contract/core.js';

export function valueOf<T, Code extends string, Detail>(outcome: Outcome<T, Code, Detail>, what = ''): T {
  if (!outcome.ok) throw new Error(`core refused ${what}: ${outcome.code}`);
  return outcome.value;
}
