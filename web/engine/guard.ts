/**
 * Checks arguments before core is asked.
 *
 * Release Embind turns whatever it gets into a number without a word and throws where the count is
 * wrong. Behind this guard every call gives an Outcome.
 */
import type { ArgumentCode, CoreModule, View } from '../../wasm/contract/core.js';

type Kind = 'number' | 'text' | 'numbers' | 'view';

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
  judge: ['text', 'number', 'number'],
  derivationFormulas: [],
  derive: ['numbers', 'numbers'],
} as const satisfies Record<keyof CoreModule, readonly Kind[]>;

/** 32 MiB of doubles: as many as one batch may hold. */
export const MOST_NUMBERS = 4_194_304;

/** Core refuses a longer text than this anyway, so no more of it needs to cross. */
const MOST_TEXT = 1_000;

const VIEW_FIELDS = ['xLow', 'xHigh', 'yLow', 'yHigh', 'widthPx', 'heightPx'] as const satisfies (keyof View)[];

function refusal(kind: Kind, value: unknown): ArgumentCode | undefined {
  switch (kind) {
    case 'number':
      return typeof value === 'number' ? undefined : 'argument_type';
    case 'text':
      return typeof value === 'string' ? undefined : 'argument_type';
    case 'numbers':
      // By name, not instanceof: an array from another frame is as good.
      if (Object.prototype.toString.call(value) !== '[object Float64Array]') return 'argument_type';
      return (value as Float64Array).length > MOST_NUMBERS ? 'array_too_long' : undefined;
    case 'view':
      return typeof value === 'object' &&
        value !== null &&
        VIEW_FIELDS.every((field) => typeof (value as Record<string, unknown>)[field] === 'number')
        ? undefined
        : 'argument_type';
  }
}

/** The raw module behind the checks of its signatures. */
export function guard(raw: CoreModule): CoreModule {
  const guarded: Record<string, (...values: unknown[]) => unknown> = {};
  for (const [name, kinds] of Object.entries<readonly Kind[]>(SIGNATURES)) {
    const call = raw[name as keyof CoreModule] as (...values: unknown[]) => unknown;
    guarded[name] = (...values) => {
      if (values.length !== kinds.length) return { ok: false, code: 'argument_count' };
      for (const [i, kind] of kinds.entries()) {
        const code = refusal(kind, values[i]);
        if (code) return { ok: false, code };
        if (kind === 'text') values[i] = (values[i] as string).slice(0, MOST_TEXT);
      }
      return call(...values);
    };
  }
  return Object.freeze(guarded) as unknown as CoreModule;
}
