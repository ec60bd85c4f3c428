import './shared.css';
import './svg.css';
import { axisBottom, axisLeft } from 'd3-axis';
import { drag } from 'd3-drag';
import { scaleLinear } from 'd3-scale';
import { select } from 'd3-selection';
import { line } from 'd3-shape';
import { curve, held, loss, ready, show, toggle } from './shared.mjs';

const WIDTH = 640;
const HEIGHT = 400;
const LEFT = 40;
const BOTTOM = 30;
const x = scaleLinear([0, 1], [LEFT, WIDTH - 10]);
const y = scaleLinear([0, 5], [HEIGHT - BOTTOM, 10]).clamp(true);
const path = line(
  ([p]) => x(p),
  ([, l]) => y(l),
);

const svg = select('#graph').append('svg').attr('width', WIDTH).attr('height', HEIGHT);
svg
  .append('g')
  .attr('transform', `translate(0,${HEIGHT - BOTTOM})`)
  .call(axisBottom(x).ticks(5));
svg.append('g').attr('transform', `translate(${LEFT},0)`).call(axisLeft(y).ticks(5));
const drawn = svg.append('path').attr('class', 'curve');
const point = svg.append('circle').attr('class', 'point').attr('r', 8);

let label = 1;
let p = 0.7;

const drawCurve = () => drawn.datum(curve(label)).attr('d', path);
const drawPoint = () => {
  point.attr('cx', x(p)).attr('cy', y(loss(label, p)));
  show(label, p);
};

point.call(
  drag().on('drag', (event) => {
    p = held(x.invert(event.x));
    drawPoint();
  }),
);
// Where the drag begins: the point's own place, so that it does not jump.
point.datum(() => ({
  get x() {
    return x(p);
  },
  get y() {
    return y(loss(label, p));
  },
}));
toggle((next) => {
  label = next;
  drawCurve();
  drawPoint();
});
drawCurve();
drawPoint();
ready();
