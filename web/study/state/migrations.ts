/** Records of earlier versions, made into those of the next one, version by version. */
import { KINDS, VERSION, type Kind } from './records.js';

type Step = (data: Readonly<Record<string, unknown>>) => unknown;

/** At index n: from version n + 1 to the one after. A kind that is not named stays as it is. */
const STEPS: readonly Readonly<Partial<Record<Kind, Step>>>[] = [
  {
    // A note knew the step that it stood at, and nothing else of the place.
    notes: ({ id, place, step, text, at }) => ({
      id,
      place,
      where: typeof step === 'number' && step > 0 ? `step=${step}` : '',
      title: '',
      text,
      made: at,
      at,
    }),
  },
];

/** The kinds of record that a version has. */
export const kindsOf = (version: number): readonly Kind[] =>
  version === 1 ? KINDS.filter((kind) => kind !== 'turns' && kind !== 'bookmarks') : KINDS;

/** Some data of a version as it is in this one. Whether it is a record is for who reads it. */
export function migrated(kind: Kind, data: unknown, from: number): unknown {
  let now = data;
  for (let version = from; version < VERSION; version++) {
    const step = STEPS[version - 1]?.[kind];
    if (step && typeof now === 'object' && now !== null) now = step({ ...now });
  }
  return now;
}
