/** What the learner has done, as it is kept and as it is told. */
import type { Did } from './did.js';
import { change, type Change } from './records.js';

/** What an event of the learner's changes. */
export function changesOf(did: Did, now: number): Change[] {
  if (did.type === 'step') {
    const { place, step, of } = did;
    return [
      change('progress', place, (before) => ({
        id: place,
        // Of a walk that has become shorter or longer, the new length holds.
        step: Math.min(of, Math.max(before?.of === of ? before.step : 0, step)),
        of,
        at: now,
      })),
    ];
  }
  const { place, skill = 'task', right, helped, turn } = did;
  const id = `${place} ${skill}`;
  return [
    ...(turn === undefined
      ? []
      : [change('turns', turn, (before) => ({ id: turn, place, count: (before?.count ?? 0) + 1, at: now }))]),
    change('skills', id, (before) => ({
      id,
      attempts: (before?.attempts ?? 0) + 1,
      right: (before?.right ?? 0) + Number(right),
      helped: (before?.helped ?? 0) + Number(right && helped),
      at: now,
    })),
  ];
}
