/** Where the learner's point is on the graph, and what each key does to it. */
import type { View } from '../../wasm/contract/core.js';

export interface GraphState {
  /** The label: 0 or 1. */
  y: number;
  /** The predicted probability, in [0, 1]. */
  p: number;
}

export const INITIAL: GraphState = { y: 1, p: 0.85 };

/**
 * The part of the plane that is drawn. Its pixels are those of the largest screen it is meant for;
 * the picture is stretched to the room it has, so that one curve, computed once, fits all.
 */
export const VIEW: View = { xLow: 0, xHigh: 1, yLow: 0, yHigh: 5, widthPx: 1920, heightPx: 1200 };

/** The finest step of the point. */
export const STEP = 0.001;

/** The nearest step inside [0, 1]. */
export const snap = (p: number): number => Math.round(Math.min(1, Math.max(0, p)) / STEP) / Math.round(1 / STEP);

/** A number from outside, as an attribute has it; undefined where it is none in [0, 1]. */
export function toProbability(value: unknown): number | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && number >= 0 && number <= 1 ? number : undefined;
}

export function toLabel(value: unknown): number | undefined {
  const number = toProbability(value);
  return number === 0 || number === 1 ? number : undefined;
}

/** What a key makes of p; undefined for a key that is not ours. */
export function keyed(p: number, key: string, { shiftKey = false, altKey = false }): number | undefined {
  const step = shiftKey ? 0.1 : altKey ? STEP : 0.01;
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return snap(p + step);
    case 'ArrowLeft':
    case 'ArrowDown':
      return snap(p - step);
    case 'PageUp':
      return snap(p + 0.1);
    case 'PageDown':
      return snap(p - 0.1);
    case 'Home':
      return 0;
    case 'End':
      return 1;
    default:
      return undefined;
  }
}
