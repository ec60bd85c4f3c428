import { useEffect, useRef, useState } from 'react';
import type { BceChangeEvent, BceGraph } from 'binary-cross-entropy';
import type {} from 'binary-cross-entropy/react';
import 'binary-cross-entropy';

/** Rendered on a server first: a listener that React is given it forgets there, one that an effect adds is heard. */
export function Served() {
  const graph = useRef<BceGraph>(null);
  const [heard, setHeard] = useState('');
  const [heardByReact, setHeardByReact] = useState('');
  useEffect(() => {
    const element = graph.current;
    const hear = (event: BceChangeEvent) => setHeard(`change ${event.p}`);
    element?.addEventListener('bce-change', hear);
    return () => element?.removeEventListener('bce-change', hear);
  }, []);
  return (
    <>
      <bce-graph ref={graph} p={0.3} onbce-change={({ p }) => setHeardByReact(`change ${p}`)} />
      <output id="heard">{heard}</output>
      <output id="heard-by-react">{heardByReact}</output>
    </>
  );
}
