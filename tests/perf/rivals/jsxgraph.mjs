import '../node_modules/jsxgraph/distrib/jsxgraph.css';
import './shared.css';
import JXG from 'jsxgraph';
import { held, loss, ready, show, toggle } from './shared.mjs';

let label = 1;

const board = JXG.JSXGraph.initBoard('graph', {
  boundingbox: [-0.06, 5, 1, -0.5],
  axis: true,
  showCopyright: false,
  showNavigation: false,
  pan: { enabled: false },
  zoom: { enabled: false },
});
const curve = board.create('functiongraph', [(x) => loss(label, x), 0.001, 0.999], {
  strokeColor: '#00676d',
  strokeWidth: 3,
});
const point = board.create('glider', [0.7, loss(1, 0.7), curve], { name: '', size: 8, color: '#00676d' });

const read = () => show(label, held(point.X()));
point.on('drag', read);
toggle((next) => {
  label = next;
  // A curve that has not changed is not sampled again while the point moves.
  board.fullUpdate();
  read();
});
read();
ready();
