import 'uplot/dist/uPlot.min.css';
import './shared.css';
import './uplot.css';
import uPlot from 'uplot';
import { curve, held, loss, ready, show, toggle } from './shared.mjs';

let label = 1;
let p = 0.7;

const columns = () => {
  const points = curve(label);
  return [points.map(([at]) => at), points.map(([, l]) => l)];
};

const plot = new uPlot(
  {
    width: 640,
    height: 400,
    legend: { show: false },
    cursor: { show: false },
    scales: { x: { time: false, range: [0, 1] }, y: { range: [0, 5] } },
    // Only then the scales are known.
    hooks: {
      ready: [
        () => {
          drawPoint();
          ready();
        },
      ],
    },
    series: [{}, { stroke: '#00676d', width: 3, points: { show: false } }],
  },
  columns(),
  document.getElementById('graph'),
);
// The point is an element over the canvas, so that the canvas is not painted anew at each move.
const point = plot.over.appendChild(document.createElement('div'));
point.className = 'point';

const drawPoint = () => {
  const left = plot.valToPos(p, 'x');
  const top = plot.valToPos(Math.min(5, loss(label, p)), 'y');
  point.style.transform = `translate(${left}px, ${top}px)`;
  show(label, p);
};
const move = (event) => {
  p = held(plot.posToVal(event.clientX - plot.over.getBoundingClientRect().left, 'x'));
  drawPoint();
};

plot.over.addEventListener('pointerdown', (event) => {
  plot.over.setPointerCapture(event.pointerId);
  move(event);
});
plot.over.addEventListener('pointermove', (event) => {
  if (plot.over.hasPointerCapture(event.pointerId)) move(event);
});
toggle((next) => {
  label = next;
  plot.setData(columns());
  drawPoint();
});
