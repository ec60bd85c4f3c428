/** SVG and JavaScript, written by hand: what the others are measured against. */
import './shared.css';
import './svg.css';
import { curve, held, loss, ready, show, toggle } from './shared.mjs';

const WIDTH = 640;
const HEIGHT = 400;
const LEFT = 40;
const BOTTOM = 30;
const MARGIN = 10;
const x = (p) => LEFT + p * (WIDTH - LEFT - MARGIN);
const y = (l) => MARGIN + (1 - l / 5) * (HEIGHT - BOTTOM - MARGIN);

const add = (name, attributes, parent) => {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return parent.appendChild(element);
};

const graph = document.getElementById('graph');
const svg = add('svg', { width: WIDTH, height: HEIGHT }, graph);
const axes = add('g', { class: 'axes' }, svg);
for (let p = 0; p <= 1; p += 0.25) {
  add('line', { x1: x(p), x2: x(p), y1: y(5), y2: y(0) }, axes);
  add('text', { x: x(p), y: HEIGHT - 8, 'text-anchor': 'middle' }, axes).textContent = String(p);
}
for (let l = 0; l <= 5; ++l) {
  add('line', { x1: x(0), x2: x(1), y1: y(l), y2: y(l) }, axes);
  add('text', { x: LEFT - 8, y: y(l) + 4, 'text-anchor': 'end' }, axes).textContent = String(l);
}
const line = add('path', { class: 'curve' }, svg);
const point = add('circle', { class: 'point', r: 8 }, svg);

let label = 1;
let p = 0.7;

const drawCurve = () => line.setAttribute('d', `M${curve(label).map(([at, l]) => `${x(at)} ${y(l)}`)}`);
const drawPoint = () => {
  point.setAttribute('cx', String(x(p)));
  point.setAttribute('cy', String(y(Math.min(5, loss(label, p)))));
  show(label, p);
};
const move = (event) => {
  p = held((event.clientX - svg.getBoundingClientRect().left - LEFT) / (WIDTH - LEFT - MARGIN));
  drawPoint();
};

graph.addEventListener('pointerdown', (event) => {
  graph.setPointerCapture(event.pointerId);
  move(event);
});
graph.addEventListener('pointermove', (event) => {
  if (graph.hasPointerCapture(event.pointerId)) move(event);
});
toggle((y) => {
  label = y;
  drawCurve();
  drawPoint();
});
drawCurve();
drawPoint();
ready();
