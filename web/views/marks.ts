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

/** An SVG path in the pixels of the view. */
export const pathOf = (runs: Runs): string =>
  runs
    .map((run) => {
      let d = '';
      for (let i = 0; i < run.length; i += 2) d += `${i ? 'L' : 'M'}${run[i]?.toFixed(1)} ${run[i + 1]?.toFixed(1)}`;
      return d;
    })
    .join('');

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

/** The names on the curves and the marks, none of them over the point. */
export function labels(setting: Setting<GraphText>, fixed: Scenery, state: GraphState, now: PointReading): Label[] {
  const { text } = setting;
  const { view } = fixed;
  const point = { x: now.xPx / view.widthPx, y: now.yPx / view.heightPx };
  const found: Label[] = [];
  const place = (label: Label): boolean => {
    const fits = apart(label, point) && found.every((other) => apart(label, other));
    if (fits) found.push(label);
    return fits;
  };
  // Each curve is named on its inner side: the one that falls from the left on its right.
  for (const y of [1, 0]) {
    for (const height of HEIGHTS) {
      const x = crossingAt(fixed.hard[y as 0 | 1], height * view.heightPx, y === 1 ? 'left' : 'right');
      if (x === undefined) continue;
      const chosen = state.y === y ? ' chosen' : '';
      const words = `y = ${formatExact(y, text.locale)}`;
      const inwards = y === 1 ? 0.025 : -0.025;
      const anchor = y === 1 ? 'start' : 'end';
      if (
        place({
          words,
          anchor,
          room: ROOM.name,
          name: `name${chosen}`,
          x: x / view.widthPx + inwards,
          y: height + 0.012,
        })
      )
        break;
    }
  }
  const loss = (nats: number) => formatLoss(setting, state, nats);
  const { crossing, lowest } = fixed;
  const soft = state.y !== 0 && state.y !== 1;
  if (soft && lowest.inFrame) {
    const words = text.graph.marks.lowest(loss(lowest.loss));
    place(markAbove(words, lowest, view, 'name mark-words chosen'));
  } else if (crossing.inFrame) {
    place(markAbove(text.graph.marks.crossing(loss(crossing.loss)), crossing, view, 'name mark-words'));
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
