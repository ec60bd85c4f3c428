import 'mafs/core.css';
import './shared.css';
import { Coordinates, Mafs, Plot, useMovablePoint } from 'mafs';
import { useCallback, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { held, loss, ready } from './shared.mjs';

function Graph() {
  const [label, setLabel] = useState(1);
  const onCurve = useCallback(([x]) => [held(x), Math.min(5, loss(label, held(x)))], [label]);
  const curve = useCallback((x) => loss(label, x), [label]);
  const point = useMovablePoint([0.7, loss(1, 0.7)], { constrain: onCurve });
  const change = () => {
    const next = label === 1 ? 0 : 1;
    setLabel(next);
    point.setPoint([point.x, Math.min(5, loss(next, point.x))]);
  };
  useEffect(ready, []);
  return (
    <>
      <Mafs
        width={640}
        height={400}
        viewBox={{ x: [0, 1], y: [0, 5], padding: 0 }}
        preserveAspectRatio={false}
        pan={false}
      >
        <Coordinates.Cartesian xAxis={{ lines: 0.25 }} />
        <Plot.OfX y={curve} domain={[0.001, 0.999]} />
        {point.element}
      </Mafs>
      <p>
        p = <output id="p">{point.x.toFixed(3)}</output>, L ={' '}
        <output id="loss">{loss(label, point.x).toFixed(3)}</output> <button onClick={change}>y = {label}</button>
      </p>
    </>
  );
}

createRoot(document.getElementById('app')).render(<Graph />);
