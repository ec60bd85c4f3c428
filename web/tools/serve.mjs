/**
 * Serves dist/site to this machine: `node web/tools/serve.mjs [--port 8080]`.
 */
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { POLICY } from './policy.mjs';
import { ROOT, Stop, main } from './steps.mjs';

/** The port that was asked for by --port or PORT, else 8080. */
export const wantedPort = () => {
  /** @type {string | undefined} */
  let port;
  try {
    port = parseArgs({ options: { port: { type: 'string' } } }).values.port;
  } catch (error) {
    throw new Stop(`${error instanceof Error ? error.message : error}\nThe only option is --port <number>.`);
  }
  const text = port ?? (process.env['PORT'] || '8080');
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535) {
    throw new Stop(`The port has to be a number from 0 to 65535, not "${text}".`);
  }
  return Number(text);
};

/**
 * Listens on this machine only, under both of localhost's addresses, so that whichever one a
 * browser tries first is ours.
 * @param {import('node:http').RequestListener} handler
 * @param {number} port
 */
const listen = async (handler, port) => {
  const four = createServer(handler);
  four.listen(port, '127.0.0.1');
  await once(four, 'listening');
  const address = four.address();
  const taken = typeof address === 'object' && address !== null ? address.port : port;
  const six = createServer(handler);
  six.listen(taken, '::1');
  try {
    await once(six, 'listening');
  } catch (error) {
    if (codeOf(error) === 'EADDRINUSE') {
      four.close();
      throw error;
    }
    // A machine without IPv6.
  }
  return taken;
};

/** @param {unknown} error */
const codeOf = (error) => (error instanceof Error && 'code' in error ? error.code : undefined);

/**
 * Serves dist/site and says where; the next free port if that one is taken.
 * @param {number} port
 */
export const serve = async (port) => {
  // Imported here, because npm's packages may have been installed a moment ago.
  const { default: sirv } = await import('sirv');
  const site = join(ROOT, 'dist/site');
  if (!existsSync(site)) throw new Stop('dist/site is not there yet: npm run build');
  const files = sirv(site, {
    dev: true,
    setHeaders: (response) => response.setHeader('Content-Security-Policy', POLICY),
  });
  for (let attempt = port; ; ++attempt) {
    try {
      const taken = await listen((request, response) => files(request, response), attempt);
      const moved = taken === port || port === 0 ? '' : `  (port ${port} is taken)`;
      // To stop a server is no failure.
      for (const signal of ['SIGINT', 'SIGTERM']) process.removeAllListeners(signal).on(signal, () => process.exit(0));
      console.log(`\n  The lesson is at  http://localhost:${taken}/${moved}\n  Ctrl+C stops it.\n`);
      return;
    } catch (error) {
      const code = codeOf(error);
      if (code === 'EACCES')
        throw new Stop(`Port ${attempt} may not be used by this user; choose another: --port 8080`);
      if (code !== 'EADDRINUSE') throw error;
      if (attempt === 65_535 || attempt - port === 50) throw new Stop(`No port from ${port} to ${attempt} is free.`);
    }
  }
};

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(() => serve(wantedPort()));
