/** Which of the steps are open, and at which one the learner is. */

/** Three steps and the result. */
export const STOPS = 4;

export interface Walk {
  /** Counted from 0; nothing before the first. */
  at: number | undefined;
  open: readonly boolean[];
}

export const ALL_OPEN: Walk = { at: undefined, open: Array<boolean>(STOPS).fill(true) };

/** One step alone; as far as there are steps. */
export function walkTo(to: number): Walk {
  const at = Math.min(Math.max(to, 0), STOPS - 1);
  return { at, open: ALL_OPEN.open.map((_, i) => i === at) };
}

/** The learner opened or closed one step by itself. */
export function toggled(walk: Walk, i: number, open: boolean): Walk {
  if (walk.open[i] === open) return walk;
  return { at: open ? i : walk.at, open: walk.open.map((was, j) => (j === i ? open : was)) };
}

/** The stop that a key leads to; nothing for a key that is not ours. */
export function keyedStop({ at }: Walk, key: string, rightToLeft: boolean): number | undefined {
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowRight':
      return (key === 'ArrowRight') === rightToLeft ? (at ?? 1) - 1 : (at ?? -1) + 1;
    default:
      return undefined;
  }
}

/** The stop that an address names, as step=2; one that there is not is told to `refuse`. */
export function linkedStop(hash: string, refuse?: (name: string, value: string) => void): number | undefined {
  const step = new URLSearchParams(hash.replace(/^#/, '').slice(0, 400)).get('step');
  if (step === null) return undefined;
  if (/^[1-9]$/.test(step) && Number(step) <= STOPS) return Number(step) - 1;
  refuse?.('step', step);
  return undefined;
}
