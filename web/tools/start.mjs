/**
 * `npm start`: from a fresh checkout to the lesson in the browser.
 *
 *   npm start [-- --port 8080]      (or PORT=8080 npm start)
 */
import { serve, wantedPort } from './serve.mjs';
import { FOR_BUILD, setup } from './setup.mjs';
import { main, run } from './steps.mjs';

await main(async () => {
  const port = wantedPort();
  await setup(FOR_BUILD);
  await run('build the page', [process.execPath, 'web/tools/build.mjs']);
  await serve(port);
});
