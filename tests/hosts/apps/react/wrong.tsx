/** What must not compile: see types.spec.ts. */
import type {} from 'binary-cross-entropy/react';

export const wrong = <bce-graph p={[1]} onbce-change={(event) => event.verdict} />;
