import { useState } from 'react';
import type {} from 'binary-cross-entropy/react';

export function App() {
  const [p, setP] = useState(0.3);
  const [shown, setShown] = useState(true);
  const [heard, setHeard] = useState('');
  return (
    <>
      <p>
        <button id="set" onClick={() => setP(0.2)}>
          p = 0.2
        </button>
        <button id="toggle" onClick={() => setShown(!shown)}>
          Show or hide
        </button>
        <output id="heard">{heard}</output>
      </p>
      {shown && (
        <>
          <bce-graph p={p} y={0} theme="dark" onbce-change={(event) => setHeard(`change ${event.p}`)} />
          <bce-lesson
            sections="practice"
            studyHref="https://study.example/"
            onbce-answer={({ verdict }) => setHeard(`answer ${verdict}`)}
          />
          <bce-derivation locale="es" onbce-step={({ rows }) => setHeard(`step ${rows}`)} />
        </>
      )}
    </>
  );
}
