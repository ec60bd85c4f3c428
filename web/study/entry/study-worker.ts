/** A worker that reads a file of predictions, with a core of its own, so that the page stays at hand. */
import wasmFile from '#bce.wasm';
import { loadCore } from '../../engine/load.js';
import { studyCore } from '../engine/study-core.js';
import { readPredictions, type ReadingAsked, type ReadingSaid } from '../state/reading.js';

const say = (said: ReadingSaid): void => postMessage(said);

addEventListener('message', async ({ data }: MessageEvent<ReadingAsked>) => {
  try {
    await loadCore(new URL(wasmFile, import.meta.url));
    const reading = await readPredictions(studyCore(), data.file, data.layout, (progress) =>
      say({ type: 'progress', ...progress }),
    );
    say({ type: 'done', reading });
  } catch {
    say({ type: 'failed' });
  }
});
