import './shared.css';
import { Chart, LinearScale, LineElement, PointElement, ScatterController } from 'chart.js';
import { curve, held, loss, ready, show, toggle } from './shared.mjs';

Chart.register(ScatterController, LinearScale, LineElement, PointElement);

let label = 1;
let p = 0.7;

const line = () => curve(label).map(([x, y]) => ({ x, y }));
const place = () => [{ x: p, y: Math.min(5, loss(label, p)) }];

const graph = document.getElementById('graph');
const canvas = graph.appendChild(document.createElement('canvas'));
const chart = new Chart(canvas, {
  type: 'scatter',
  data: {
    datasets: [
      { data: place(), pointRadius: 8, backgroundColor: '#00676d' },
      { data: line(), showLine: true, pointRadius: 0, borderColor: '#00676d' },
    ],
  },
  options: {
    animation: false,
    parsing: false,
    maintainAspectRatio: false,
    events: [],
    scales: { x: { min: 0, max: 1 }, y: { min: 0, max: 5 } },
  },
});

const drawPoint = () => {
  chart.data.datasets[0].data = place();
  chart.update('none');
  show(label, p);
};
const move = (event) => {
  p = held(chart.scales.x.getValueForPixel(event.clientX - canvas.getBoundingClientRect().left));
  drawPoint();
};

canvas.addEventListener('pointerdown', (event) => {
  canvas.setPointerCapture(event.pointerId);
  move(event);
});
canvas.addEventListener('pointermove', (event) => {
  if (canvas.hasPointerCapture(event.pointerId)) move(event);
});
toggle((next) => {
  label = next;
  chart.data.datasets[1].data = line();
  drawPoint();
});
show(label, p);
ready();
