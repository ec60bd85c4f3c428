import { renderToString } from 'react-dom/server';
import { Served } from './served.js';

export const render = () => renderToString(<Served />);
