/** What the picture is made of, beside templates: paths, and words that leave the point alone. */
import type { PointReading, Runs, View } from '../../wasm/contract/core.js';
import type { GraphText } from '../content/schema.js';
import type { GraphState, Scenery } from '../state/graph.js';
import { formatExact, formatValue } from './numbers.js';
import type { Setting } from './prose.js';

/** A place in the frame, in shares of its width and height from the top left corner. */
export interface Place {
  x: number;
  y: number;
}

/** Graphs of one page share their curves, and so what is written of them. */
const paths = new WeakMap<Runs, string>();

/** An SVG path in the pixels of the view. */
export function pathOf(runs: Runs): string {
  let path = paths.get(runs);
  if (path === undefined) {
    path = '';
    for (const run of runs)
      for (let i = 0; i < run.length; i += 2) path += `${i ? 'L' : 'M'}${run[i]?.toFixed(1)} ${run[i + 1]?.toFixed(1)}`;
    paths.set(runs, path);
  }
  return path;
}

/** Where the first run is at a height, counted from the top; undefined where it never is. */
function crossingAt(runs: Runs, y: number, from: 'left' | 'right'): number | undefined {
  const points = runs.flatMap((run) => [...run]);
  const found: number[] = [];
  for (let i = 0; i + 3 < points.length; i += 2) {
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = points.slice(i, i + 4);
    if ((y0 - y) * (y1 - y) <= 0 && y0 !== y1) found.push(x0 + ((y - y0) / (y1 - y0)) * (x1 - x0));
  }
  return from === 'left' ? found[0] : found.at(-1);
}

/** Half the room that words take, in shares of the frame where it is narrowest; and half the point's. */
const ROOM = { name: 0.11, mark: 0.24, height: 0.06, point: 0.05 };

const apart = (a: Label, b: Label | Place): boolean => {
  const room = 'room' in b ? b.room : ROOM.point;
  const height = 'room' in b ? ROOM.height : 0.07;
  return (
    Math.abs(centre(a) - ('room' in b ? centre(b) : b.x)) > a.room + room || Math.abs(a.y - b.y) > ROOM.height + height
  );
};

const centre = ({ x, anchor, room }: Label): number =>
  anchor === 'start' ? x + room : anchor === 'end' ? x - room : x;

/** Heights at which a curve may be named, from the top; the first that leaves the point alone is taken. */
const HEIGHTS = [0.1, 0.42, 0.7];

export interface Label extends Place {
  words: string;
  anchor: 'start' | 'middle' | 'end';
  name: string;
  /** Half its width, as a share of the frame. */
  room: number;
}

/** For each name and mark its places, best first. They stay while the point moves. */
function candidates(setting: Setting<GraphText>, fixed: Scenery, state: GraphState): readonly (readonly Label[])[] {
  const { text } = setting;
  const { view } = fixed;
  // Each curve is named on its inner side: the one that falls from the left on its right.
  const names = ([1, 0] as const).map((y) => {
    const words = `y = ${formatExact(y, text.locale)}`;
    const name = `name${state.y === y ? ' chosen' : ''}`;
    const [inwards, anchor, side] = y === 1 ? ([0.025, 'start', 'left'] as const) : ([-0.025, 'end', 'right'] as const);
    return HEIGHTS.flatMap((height): Label[] => {
      const x = crossingAt(fixed.hard[y], height * view.heightPx, side);
      if (x === undefined) return [];
      return [{ words, anchor, room: ROOM.name, name, x: x / view.widthPx + inwards, y: height + 0.012 }];
    });
  });
  const loss = (nats: number) => formatLoss(setting, state, nats);
  const { crossing, lowest } = fixed;
  const soft = state.y !== 0 && state.y !== 1;
  if (soft && lowest.inFrame)
    return [...names, [markAbove(text.graph.marks.lowest(loss(lowest.loss)), lowest, view, 'name mark-words chosen')]];
  if (crossing.inFrame)
    return [...names, [markAbove(text.graph.marks.crossing(loss(crossing.loss)), crossing, view, 'name mark-words')]];
  return names;
}

/** Those of the last scenery, since finding where a curve passes means going along it. */
const remembered = new WeakMap<Scenery, { text: GraphText; lists: ReturnType<typeof candidates> }>();

/** The names on the curves and the marks, none of them over the point. */
export function labels(setting: Setting<GraphText>, fixed: Scenery, state: GraphState, now: PointReading): Label[] {
  const { text } = setting;
  let known = remembered.get(fixed);
  if (known?.text !== text) remembered.set(fixed, (known = { text, lists: candidates(setting, fixed, state) }));
  const point = { x: now.xPx / fixed.view.widthPx, y: now.yPx / fixed.view.heightPx };
  const found: Label[] = [];
  for (const list of known.lists) {
    const label = list.find((one) => apart(one, point) && found.every((other) => apart(one, other)));
    if (label) found.push(label);
  }
  return found;
}

/** So far over a mark stand its words that the curves which meet there pass below them. */
const ABOVE = 0.13;

/** A mark over its place, leaning inwards near the sides of the frame. */
function markAbove(words: string, at: PointReading, view: View, name: string): Label {
  const x = at.xPx / view.widthPx;
  const anchor = x < 0.3 ? 'start' : x > 0.7 ? 'end' : 'middle';
  return { words, anchor, name, room: ROOM.mark, x, y: at.yPx / view.heightPx - ABOVE };
}

/** A loss in the unit the reader chose. */
export function formatLoss({ core, text }: Setting<GraphText>, { unit }: GraphState, nats: number): string {
  const amount = unit === 'nats' ? { ok: true as const, value: nats } : core.inUnit(unit, nats);
  return formatValue(amount.ok ? amount.value : NaN, text.locale, 3, 'measured');
}
