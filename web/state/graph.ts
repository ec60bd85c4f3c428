/** What the graph shows and where the learner's point is; what each key and each text does to it. */
import type { Axis, CoreModule, CurveName, Library, PointReading, Runs, Tick, View } from '../../wasm/contract/core.js';
import type { EntryCode, Overlay } from '../content/schema.js';
import { valueOf } from '../engine/value.js';

export const OVERLAYS = [
  'tangent',
  'squared_error',
  'classification_error',
  'libraries',
] as const satisfies readonly Overlay[];

export const LIBRARIES = ['pytorch', 'keras', 'scikit_learn'] as const satisfies readonly Library[];

export interface GraphState {
  /** The label: 0, 1, or a soft label between them. */
  y: number;
  /** Where the point is: a probability, or a logit where it was moved along that axis. */
  given: Axis;
  at: number;
  /** What the horizontal axis shows. */
  axis: Axis;
  unit: 'nats' | 'bits';
  overlays: ReadonlySet<Overlay>;
}

export const INITIAL: GraphState = {
  y: 1,
  given: 'probability',
  at: 0.7,
  axis: 'probability',
  unit: 'nats',
  overlays: new Set(),
};

/**
 * The part of the plane that is drawn. Its pixels are those of the largest screen it is meant for;
 * the picture is stretched to the room it has, so that one curve, computed once, fits all.
 */
const PIXELS = { widthPx: 1920, heightPx: 1200 };
const PROBABILITY_VIEW: View = { xLow: 0, xHigh: 1, yLow: 0, yHigh: 5, ...PIXELS };
const LOGIT_VIEW: View = { xLow: -8, xHigh: 8, yLow: 0, yHigh: 8, ...PIXELS };
/** So far out that the libraries' limits come into the picture. */
const FAR_VIEW: View = { xLow: -45, xHigh: 45, yLow: 0, yHigh: 45, ...PIXELS };

export function viewOf({ axis, overlays }: GraphState): View {
  if (axis === 'probability') return PROBABILITY_VIEW;
  return overlays.has('libraries') ? FAR_VIEW : LOGIT_VIEW;
}

/** Everything that the graph says of its point: one call into core. */
export const reading = (core: CoreModule, state: GraphState): PointReading =>
  valueOf(core.readPoint(state.y, state.given, state.at, state.axis, viewOf(state)));

/** What stays while the point moves. */
export interface Scenery {
  view: View;
  /** The curves of the two hard labels. */
  hard: readonly [negative: Runs, positive: Runs];
  /** That of the present label. */
  chosen: Runs;
  overlays: readonly Readonly<{ name: Exclude<Overlay, 'tangent' | 'libraries'> | Library; runs: Runs }>[];
  xTicks: readonly Tick[];
  yTicks: readonly Tick[];
  /** Where the two hard curves cross, and the lowest point of the present one. */
  crossing: PointReading;
  lowest: PointReading;
}

/** Those of the hard labels in each view: the same for every graph on a page. */
const hardCurves = new WeakMap<View, Scenery['hard']>();

export function scenery(core: CoreModule, state: GraphState): Scenery {
  const { y, axis, overlays } = state;
  const view = viewOf(state);
  // The same frame, measured in the unit of the axis: for the numbers on it, and for losses that
  // have no unit, which stand at their own value on any axis.
  const scale = { ...view, yHigh: valueOf(core.inUnit(state.unit, view.yHigh)) };
  const curve = (name: CurveName, label: number, frame = view) => valueOf(core.lossCurve(name, label, axis, frame));
  const hard = hardCurves.get(view) ?? ([curve('cross_entropy', 0), curve('cross_entropy', 1)] as const);
  hardCurves.set(view, hard);
  const compared = (['squared_error', 'classification_error'] as const).filter((name) => overlays.has(name));
  const libraries = overlays.has('libraries') ? LIBRARIES : [];
  return {
    view,
    hard,
    chosen: y === 0 ? hard[0] : y === 1 ? hard[1] : curve('cross_entropy', y),
    overlays: [
      ...compared.map((name) => ({ name, runs: curve(name, y, scale) })),
      ...libraries.map((name) => ({ name, runs: curve(name, y) })),
    ],
    xTicks: valueOf(core.ticks('x', view, 5)),
    yTicks: valueOf(core.ticks('y', scale, 6)),
    crossing: valueOf(core.readPoint(1, 'probability', 0.5, axis, view)),
    lowest: valueOf(core.readPoint(y, 'probability', y, axis, view)),
  };
}

/** Whether two states have the same scenery. */
export const sameScenery = (a: GraphState, b: GraphState): boolean =>
  a.y === b.y && a.axis === b.axis && a.unit === b.unit && a.overlays === b.overlays;

const onGrid = (value: number, perUnit: number): number => Math.round(value * perUnit) / perUnit;
const within = (low: number, value: number, high: number): number => Math.min(high, Math.max(low, value));

/** The state with the point where a pointer is: `share` of the way along the axis. */
export function pointed(state: GraphState, share: number): GraphState {
  const { xLow, xHigh } = viewOf(state);
  const at = within(xLow, xLow + share * (xHigh - xLow), xHigh);
  return { ...state, given: state.axis, at: onGrid(at, state.axis === 'probability' ? 1000 : 100) };
}

/** The last decimal places before an end: 1e-45 is past PyTorch's limit, 1 - 1e-15 next to 1. */
const SMALLEST_EXPONENT = 45;
const NINES = 15;
const tenTo = (exponent: number): number => Number(`1e${exponent}`);

/** One step along p: hundredths in the middle; tenfold nearer to an end, and at last onto it. */
function stepped(p: number, up: boolean, size: number, decades: number): number {
  if (up) {
    if (p >= 0.99) {
      const nines = Math.round(-Math.log10(1 - p)) + decades;
      return nines > NINES ? 1 : 1 - tenTo(-nines);
    }
    if (p < 0.01) {
      const exponent = (p === 0 ? -SMALLEST_EXPONENT - 1 : Math.round(Math.log10(p))) + decades;
      return exponent >= -2 ? 0.01 : tenTo(exponent);
    }
    return p + size > 0.99 ? 0.99 : onGrid(p + size, 1000);
  }
  if (p <= 0.01) {
    const exponent = p === 0 ? -Infinity : Math.round(Math.log10(p)) - decades;
    return exponent < -SMALLEST_EXPONENT ? 0 : tenTo(exponent);
  }
  if (p > 0.99) {
    const nines = (p === 1 ? NINES + 1 : Math.round(-Math.log10(1 - p))) - decades;
    return nines <= 2 ? 0.99 : 1 - tenTo(-nines);
  }
  return p - size < 0.01 ? 0.01 : onGrid(p - size, 1000);
}

/** The state after a key; undefined for a key that is not ours. `now` is the reading of `state`. */
export function keyed(
  state: GraphState,
  now: Pick<PointReading, 'probability' | 'logit'>,
  key: string,
  { shiftKey = false, altKey = false }: { shiftKey?: boolean; altKey?: boolean },
): GraphState | undefined {
  if (altKey && !key.startsWith('Arrow')) return undefined;
  const paged = key === 'PageUp' || key === 'PageDown';
  const up = key === 'ArrowRight' || key === 'ArrowUp' || key === 'PageUp';
  if (key === 'Home') return { ...state, given: 'probability', at: 0 };
  if (key === 'End') return { ...state, given: 'probability', at: 1 };
  if (!up && !paged && key !== 'ArrowLeft' && key !== 'ArrowDown') return undefined;
  const coarse = shiftKey || paged;
  if (state.axis === 'probability') {
    const at = stepped(now.probability, up, coarse ? 0.1 : altKey ? 0.001 : 0.01, coarse ? 5 : 1);
    return { ...state, given: 'probability', at };
  }
  const { xLow, xHigh } = viewOf(state);
  const step = (coarse ? 1 : altKey ? 0.01 : 0.1) * (up ? 1 : -1);
  const at = onGrid(within(xLow, now.logit, xHigh) + (Number.isFinite(now.logit) ? step : 0), 100);
  // Past the edge of the picture lies only the end itself.
  if (at > xHigh || at < xLow) return { ...state, given: 'probability', at: at > xHigh ? 1 : 0 };
  return { ...state, given: 'logit', at };
}

/** A probability that somebody typed, read as core reads any formula: 0,85 and 85% as well. */
export function typedProbability(core: CoreModule, typed: string): number | EntryCode {
  const outcome = core.evaluate(typed);
  if (!outcome.ok) return outcome.code === 'empty' ? 'entry_empty' : 'not_a_number';
  return outcome.value >= 0 && outcome.value <= 1 ? outcome.value : 'not_a_probability';
}

/** A number from outside, as an attribute or a link has it; undefined where it is none in [0, 1]. */
export function toProbability(value: unknown): number | undefined {
  const number = typeof value === 'string' && value.trim() !== '' && value.length < 40 ? Number(value) : value;
  return typeof number === 'number' && number >= 0 && number <= 1 ? number + 0 : undefined; // not -0
}

/** The part of a link that reopens the state: p=0.85&y=1, and the rest where it is not the usual. */
export function toLink(state: GraphState): string {
  const link = new URLSearchParams();
  link.set(state.given === 'probability' ? 'p' : 'z', String(state.at));
  link.set('y', String(state.y));
  if (state.axis !== INITIAL.axis) link.set('axis', state.axis);
  if (state.unit !== INITIAL.unit) link.set('unit', state.unit);
  if (state.overlays.size > 0) link.set('show', [...state.overlays].join(' '));
  return link.toString();
}

/** Further out 1 - p is no double any more, and what is not certain would be said to be. */
const FURTHEST_LOGIT = 700;

/** The state of a link; what makes no sense in it stays as it was, and is told to `refuse`. */
export function fromLink(state: GraphState, link: string, refuse?: (name: string, value: string) => void): GraphState {
  const found = new URLSearchParams(link.slice(0, 400));
  const read = <T>(name: string, reader: (text: string) => T | undefined): T | undefined => {
    const text = found.get(name);
    if (text === null) return undefined;
    const value = reader(text);
    if (value === undefined) refuse?.(name, text);
    return value;
  };
  const p = read('p', toProbability);
  const logit = read('z', (z) =>
    z.trim() !== '' && z.length < 40 && Math.abs(Number(z)) <= FURTHEST_LOGIT ? Number(z) : undefined,
  );
  const y = read('y', toProbability);
  const axis = read('axis', (name) => (['probability', 'logit'] as const).find((known) => known === name));
  const unit = read('unit', (name) => (['nats', 'bits'] as const).find((known) => known === name));
  const overlays = read('show', (names) => {
    const shown = names.split(/[\s+,]+/);
    const known = OVERLAYS.filter((name) => shown.includes(name));
    return known.length > 0 ? new Set(known) : undefined;
  });
  return {
    ...state,
    ...(p !== undefined ? { given: 'probability', at: p } : logit !== undefined ? { given: 'logit', at: logit } : {}),
    ...(y !== undefined && { y }),
    ...(axis && { axis }),
    ...(unit && { unit }),
    ...(overlays && { overlays }),
  };
}
