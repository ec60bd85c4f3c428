/**
 * The graph as a file: one list of shapes, drawn as SVG or on a canvas.
 *
 * Drawn anew rather than copied from the page: a strict policy lets no picture be made of markup,
 * and the file has to stand without the page's styles.
 */
import type { PointReading, Runs } from '../../wasm/contract/core.js';
import type { GraphState, Scenery } from '../state/graph.js';
import type { GraphText } from '../content/schema.js';
import { formatExact, formatValue } from './numbers.js';
import { labels, pathOf } from './marks.js';
import type { Setting } from './prose.js';

/** Colours as the page shows them at this moment. */
export interface Palette {
  surface: string;
  text: string;
  quiet: string;
  line: string;
  accent: string;
  font: string;
}

type Shape =
  | { kind: 'curve'; d: string; stroke: string; width: number; dash: readonly number[] }
  | {
      kind: 'line';
      from: readonly [number, number];
      to: readonly [number, number];
      stroke: string;
      width: number;
      dash: readonly number[];
    }
  | { kind: 'dot'; at: readonly [number, number]; radius: number; fill: string }
  | {
      kind: 'text';
      at: readonly [number, number];
      words: string;
      anchor: 'start' | 'middle' | 'end';
      fill: string;
      bold: boolean;
      size: number;
    };

/** How large the picture is, and where in it the frame of the curves lies. */
export interface Layout {
  width: number;
  height: number;
  frame: { left: number; top: number; width: number; height: number };
}

export interface Figure {
  width: number;
  height: number;
  shapes: readonly Shape[];
  title: string;
  description: string;
  palette: Palette;
}

const LAYOUT: Layout = { width: 960, height: 640, frame: { left: 70, top: 40, width: 860, height: 520 } };
const TEXT_SIZE = 17;
const DASHES: Readonly<Record<string, readonly number[]>> = {
  squared_error: [10, 6],
  classification_error: [3, 5],
  pytorch: [14, 4],
  keras: [8, 8],
  scikit_learn: [2, 6],
};

/** Everything that is drawn, in the order in which it is drawn. */
export function figure(
  setting: Setting<GraphText>,
  fixed: Scenery,
  state: GraphState,
  now: PointReading,
  axes: { x: string; y: string },
  description: string,
  palette: Palette,
  { width, height, frame } = LAYOUT,
): Figure {
  const { view } = fixed;
  const { locale } = setting.text;
  const x = (px: number) => frame.left + (px / view.widthPx) * frame.width;
  const y = (px: number) => frame.top + (px / view.heightPx) * frame.height;
  const [right, bottom] = [frame.left + frame.width, frame.top + frame.height];
  const line = (
    from: readonly [number, number],
    to: readonly [number, number],
    stroke: string,
    dash: readonly number[] = [],
  ): Shape => ({ kind: 'line', from, to, stroke, width: 1, dash });
  const text = (
    words: string,
    at: readonly [number, number],
    anchor: 'start' | 'middle' | 'end',
    fill: string,
    bold = false,
  ): Shape => ({ kind: 'text', at, words, anchor, fill, bold, size: TEXT_SIZE });
  const curve = (runs: Runs, stroke: string, width: number, dash: readonly number[] = []): Shape => ({
    kind: 'curve',
    // In the picture's own pixels: a path that was stretched would need a pen that is not, which few programs have.
    d: pathOf(runs.map((run) => run.map((at, i) => (i % 2 === 0 ? x(at) : y(at))))),
    stroke,
    width,
    dash,
  });
  const at: readonly [number, number] = [x(now.xPx), y(now.yPx)];
  const [x0, y0, x1, y1] = now.tangent ?? [];
  const tangent =
    state.overlays.has('tangent') && x0 !== undefined && y0 !== undefined && x1 !== undefined && y1 !== undefined
      ? [line([x(x0), y(y0)], [x(x1), y(y1)], palette.text, [6, 4])]
      : [];
  return {
    width,
    height,
    palette,
    title: setting.text.title,
    description,
    shapes: [
      ...fixed.xTicks.flatMap((tick) => [
        line([x(tick.px), frame.top], [x(tick.px), bottom], palette.line),
        text(formatExact(tick.value, locale), [x(tick.px), bottom + 24], 'middle', palette.quiet),
      ]),
      ...fixed.yTicks.flatMap((tick) => [
        line([frame.left, y(tick.px)], [right, y(tick.px)], palette.line),
        text(formatValue(tick.value, locale), [frame.left - 10, y(tick.px) + 5], 'end', palette.quiet),
      ]),
      ...fixed.hard.map((runs) => curve(runs, palette.quiet, 1.5)),
      ...fixed.overlays.map(({ name, runs }) => curve(runs, palette.text, 2, DASHES[name])),
      curve(fixed.chosen, palette.accent, 3.5),
      ...tangent,
      line(at, [at[0], bottom], palette.quiet, [3, 4]),
      line([frame.left, at[1]], at, palette.quiet, [3, 4]),
      { kind: 'dot', at, radius: 8, fill: palette.accent },
      ...labels(setting, fixed, state, now).map((label) =>
        text(
          label.words,
          [frame.left + label.x * frame.width, frame.top + label.y * frame.height],
          label.anchor,
          label.name.includes('chosen') ? palette.accent : palette.quiet,
          label.name.includes('chosen'),
        ),
      ),
      text(axes.x, [right, bottom + 52], 'end', palette.quiet),
      text(axes.y, [frame.left, frame.top - 16], 'start', palette.quiet),
    ],
  };
}

const escape = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[character] ?? '');

/** A file of its own: no style sheet, no script, title and description for who cannot see it. */
export function toSvg(figure: Figure): string {
  const { width, height, palette } = figure;
  const dashed = (dash: readonly number[]) => (dash.length > 0 ? ` stroke-dasharray="${dash.join(' ')}"` : '');
  const drawn = figure.shapes.map((shape) => {
    switch (shape.kind) {
      case 'curve':
        return `<path d="${shape.d}" fill="none" stroke="${shape.stroke}" stroke-width="${shape.width}" stroke-linejoin="round"${dashed(shape.dash)}/>`;
      case 'line':
        return `<line x1="${shape.from[0]}" y1="${shape.from[1]}" x2="${shape.to[0]}" y2="${shape.to[1]}" stroke="${shape.stroke}" stroke-width="${shape.width}"${dashed(shape.dash)}/>`;
      case 'dot':
        return `<circle cx="${shape.at[0]}" cy="${shape.at[1]}" r="${shape.radius}" fill="${shape.fill}" stroke="${palette.surface}" stroke-width="2"/>`;
      case 'text':
        return `<text x="${shape.at[0]}" y="${shape.at[1]}" text-anchor="${shape.anchor}" fill="${shape.fill}" stroke="${palette.surface}" stroke-width="4" paint-order="stroke"${shape.size === TEXT_SIZE ? '' : ` font-size="${shape.size}"`}${shape.bold ? ' font-weight="bold"' : ''}>${escape(shape.words)}</text>`;
    }
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="t d" font-family="${escape(palette.font)}" font-size="${TEXT_SIZE}">
<title id="t">${escape(figure.title)}</title>
<desc id="d">${escape(figure.description)}</desc>
<rect width="${width}" height="${height}" fill="${palette.surface}"/>
${drawn.join('\n')}
</svg>
`;
  // What was mixed is written as the browser says it, which not every program reads.
  return svg.replace(/color\(srgb ([\d.e-]+) ([\d.e-]+) ([\d.e-]+)[^)]*\)/g, (_, ...parts: string[]) => {
    const channels = parts.slice(0, 3).map((part) => Math.round(Math.min(1, Math.max(0, Number(part))) * 255));
    return `rgb(${channels.join()})`;
  });
}

/** The same on a canvas, at `density` pixels for each of the figure's. */
export function paint(context: CanvasRenderingContext2D, figure: Figure, density: number): void {
  const { palette } = figure;
  context.scale(density, density);
  context.fillStyle = palette.surface;
  context.fillRect(0, 0, figure.width, figure.height);
  context.lineJoin = 'round';
  for (const shape of figure.shapes) {
    switch (shape.kind) {
      case 'curve':
        context.setLineDash([...shape.dash]);
        context.lineWidth = shape.width;
        context.strokeStyle = shape.stroke;
        context.stroke(new Path2D(shape.d));
        break;
      case 'line':
        context.setLineDash([...shape.dash]);
        context.lineWidth = shape.width;
        context.strokeStyle = shape.stroke;
        context.beginPath();
        context.moveTo(...shape.from);
        context.lineTo(...shape.to);
        context.stroke();
        break;
      case 'dot':
        context.setLineDash([]);
        context.beginPath();
        context.arc(...shape.at, shape.radius, 0, 2 * Math.PI);
        context.fillStyle = shape.fill;
        context.fill();
        context.lineWidth = 2;
        context.strokeStyle = palette.surface;
        context.stroke();
        break;
      case 'text':
        context.setLineDash([]);
        context.font = `${shape.bold ? 'bold ' : ''}${shape.size}px ${palette.font}`;
        context.textAlign = shape.anchor === 'middle' ? 'center' : shape.anchor;
        context.lineWidth = 4;
        context.strokeStyle = palette.surface;
        context.strokeText(shape.words, ...shape.at);
        context.fillStyle = shape.fill;
        context.fillText(shape.words, ...shape.at);
        break;
    }
  }
}
