/** The picture that stands for the page where a link to it is shared: the graph below its formula. */
import type { GraphText } from '../content/schema.js';
import { INITIAL, reading, scenery } from '../state/graph.js';
import { figure, toSvg, type Figure, type Layout, type Palette } from '../views/figure-file.js';
import { plainAxis, sentence } from '../views/graph.js';
import { LOSS, type Setting } from '../views/prose.js';
import { plainText } from './plain-text.js';

/** In the proportion of 1,200 to 630 and small, so that the words are large when it is drawn at that width. */
const LAYOUT: Layout = { width: 800, height: 420, frame: { left: 60, top: 142, width: 710, height: 210 } };
export const WIDTH = 1200;
export const HEIGHT = (WIDTH * LAYOUT.height) / LAYOUT.width;

/** The light scheme of web/styles/tokens.css. */
const PALETTE: Palette = {
  surface: '#fdfcfa',
  text: '#1e2022',
  quiet: '#656667',
  line: '#d9d9d7',
  accent: '#00676d',
  font: 'STIX Two Math',
};

/** What it shows, in words. */
export const previewText = (setting: Setting<GraphText>): string =>
  `${setting.text.graph.figure}. ${sentence(setting, INITIAL, reading(setting.core, INITIAL))}`;

export function preview(setting: Setting<GraphText>): string {
  const { core } = setting;
  const graph = figure(
    setting,
    scenery(core, INITIAL),
    INITIAL,
    reading(core, INITIAL),
    plainAxis(INITIAL),
    previewText(setting),
    PALETTE,
    LAYOUT,
  );
  const line = (words: string, y: number, size: number, fill: string): Figure['shapes'][number] => ({
    kind: 'text',
    words: plainText(words, setting),
    at: [30, y],
    size,
    fill,
    anchor: 'start',
    bold: false,
  });
  return toSvg({
    ...graph,
    shapes: [
      line(setting.text.title, 54, 40, PALETTE.text),
      line(`\`${LOSS}\``, 92, 24, PALETTE.accent),
      ...graph.shapes,
    ],
  });
}
