/**
 * Checks arguments before core is asked.
 *
 * Release Embind turns whatever it gets into a number without a word and throws where the count is
 * wrong. Behind this guard every call gives an Outcome.
 */
import type { ArgumentCode, CoreModule, View } from '../../wasm/contract/core.js';
import type { RawModule } from '../../wasm/contract/module.js';

export type Kind = 'number' | 'text' | 'numbers' | 'view';

/** What each function of the contract takes. A name more or less than in CoreModule does not compile. */
export const SIGNATURES = {
  loss: ['number', 'number'],
  lossFromLogit: ['number', 'number'],
  slope: ['number', 'number'],
  slopeFromLogit: ['number', 'number'],
  entropy: ['number'],
  divergence: ['number', 'number'],
  inUnit: ['text', 'number'],
  reportedLoss: ['text', 'number', 'number'],
  meanLoss: ['numbers', 'numbers'],
  lossCurve: ['text', 'number', 'text', 'view'],
  readPoint: ['number', 'text', 'number', 'text', 'view'],
  ticks: ['text', 'view', 'number'],
  formula: ['text'],
  evaluate: ['text'],
  freeProblem: [],
  judge: ['text', 'number', 'number', 'text'],
  derivationFormulas: [],
  derive: ['numbers', 'numbers', 'text'],
} as const satisfies Record<keyof CoreModule, readonly Kind[]>;

const known: Record<string, readonly Kind[]> = { ...SIGNATURES };

/** What a larger module takes beside that. Before its core is started. */
export function guardAlso(signatures: Readonly<Record<string, readonly Kind[]>>): void {
  Object.assign(known, signatures);
}

/** 32 MiB of doubles: as many as one batch may hold. */
export const MOST_NUMBERS = 4_194_304;

/** Core refuses a longer text than this anyway, so no more of it needs to cross. */
const MOST_TEXT = 1_000;

/** A view crosses as its sides, one argument each. */
export const VIEW_FIELDS = ['xLow', 'xHigh', 'yLow', 'yHigh', 'widthPx', 'heightPx'] as const satisfies (keyof View)[];

/** What an array says of itself where nothing that was put over it can answer instead. */
const arrayGetter = (name: 'length' | 'buffer' | 'byteOffset' | typeof Symbol.toStringTag) => {
  const getter = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(Float64Array.prototype), name)?.get;
  return (array: unknown): unknown => getter?.call(array);
};
const tagOf = arrayGetter(Symbol.toStringTag);
const lengthOf = arrayGetter('length');
const bufferOf = arrayGetter('buffer');
const offsetOf = arrayGetter('byteOffset');

/** The argument as it may cross, in one piece or several, or why it may not. An array from another frame is as good as ours. */
function checked(kind: Kind, value: unknown): readonly unknown[] | ArgumentCode {
  switch (kind) {
    case 'number':
      return typeof value === 'number' ? [value] : 'argument_type';
    case 'text':
      // Halves of a character would be joined with what follows them on the way.
      return typeof value === 'string'
        ? [value.slice(0, MOST_TEXT).replace(/\p{Surrogate}/gu, '\ufffd')]
        : 'argument_type';
    case 'numbers': {
      if (tagOf(value) !== 'Float64Array') return 'argument_type';
      const length = lengthOf(value) as number;
      if (length > MOST_NUMBERS) return 'array_too_long';
      return [new Float64Array(bufferOf(value) as ArrayBuffer, offsetOf(value) as number, length)];
    }
    case 'view': {
      if (typeof value !== 'object' || value === null) return 'argument_type';
      // Read once: a getter may answer differently the next time.
      const sides = VIEW_FIELDS.map((field) => (value as Record<string, unknown>)[field]);
      return sides.every((side) => typeof side === 'number') ? sides : 'argument_type';
    }
  }
}

/**
 * The raw module behind the checks of its signatures.
 *
 * An exception that passes through the module leaves its stack where it was, so after one nothing it
 * says can be trusted: it is not asked again, and `lost` is told.
 */
export function guard(raw: RawModule, lost?: () => void): CoreModule {
  let failed = false;
  const guarded: Record<string, (...values: unknown[]) => unknown> = {};
  for (const [name, kinds] of Object.entries(known)) {
    const call = raw[name as keyof RawModule];
    guarded[name] = (...values) => {
      if (values.length !== kinds.length) return { ok: false, code: 'argument_count' };
      const passed: unknown[] = [];
      for (const [i, kind] of kinds.entries()) {
        const argument = attempt(() => checked(kind, values[i])) ?? 'argument_type';
        if (typeof argument === 'string') return { ok: false, code: argument };
        passed.push(...argument);
      }
      const outcome = failed ? undefined : attempt(() => call(...passed));
      if (outcome === undefined && !failed) {
        failed = true;
        lost?.();
      }
      return outcome ?? { ok: false, code: 'core_failed' };
    };
  }
  return Object.freeze(guarded) as unknown as CoreModule;
}

function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
