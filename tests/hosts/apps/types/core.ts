/** The core, from a script that knows no page. */
import { createCore, loadCore, valueOf, type CoreModule, type Verdict } from 'binary-cross-entropy/core';

const core: CoreModule = await loadCore();
const loss: number = valueOf(core.loss(1, 0.85));
const judged = core.judge('0.163', 1, 0.85, '.');
const verdict: Verdict | undefined = judged.ok ? judged.value.verdict : undefined;
const another: CoreModule = await createCore(new Uint8Array(8));

export const all = [loss, verdict, another];

// @ts-expect-error the label is a number
core.loss('1', 0.85);
// @ts-expect-error nothing is there before it is known to be
core.loss(1, 0.85).value;
// @ts-expect-error a Float64Array, not a list
core.meanLoss([1], [0.5]);
// @ts-expect-error what the study core has, the public one has not
core.exercise(12, 'find_p', 2);
