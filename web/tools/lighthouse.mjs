/**
 * What Lighthouse makes of the pages on a phone: `npm run lighthouse`. It is fetched for that alone, because
 * it is larger than everything else together. Fails below full marks for accessibility, best practices and SEO.
 */
import { once } from 'node:events';
import { cp, mkdir, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { POLICY } from './policy.mjs';
import { FOR_BUILD, find, setup } from './setup.mjs';
import { ROOT, Stop, main, run } from './steps.mjs';

const LIGHTHOUSE = 'lighthouse@12.8.2';
const FOLDER = join(ROOT, 'build/lighthouse');
const WANTED = ['accessibility', 'best-practices', 'seo'];

await main(async () => {
  await setup([...FOR_BUILD, 'chromium']);
  await run('build the pages', [process.execPath, 'web/tools/build.mjs']);
  const { default: sirv } = await import('sirv');
  const { prerender, writePages } = await import('./build.mjs');
  await rm(FOLDER, { recursive: true, force: true });
  await mkdir(FOLDER, { recursive: true });
  await cp(join(ROOT, 'dist/site'), join(FOLDER, 'site'), { recursive: true });
  const files = sirv(join(FOLDER, 'site'), {
    dev: true,
    setHeaders: (response) => response.setHeader('Content-Security-Policy', POLICY),
  });
  const server = createServer((request, response) => files(request, response)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The server has no address.');
  const home = `http://localhost:${address.port}/`;
  // Links among the languages have to be whole addresses to count.
  await writePages(join(FOLDER, 'site'), home);
  const { LOCALES, pageFile } = await prerender();
  const below = [];
  for (const locale of LOCALES) {
    const report = join(FOLDER, `${locale}.json`);
    await run(
      `Lighthouse, ${locale}`,
      [
        'npx',
        '--yes',
        LIGHTHOUSE,
        home + (locale === LOCALES[0] ? '' : pageFile(locale)),
        '--chrome-flags=--headless=new --no-sandbox --disable-gpu --disable-quic',
        '--output=json',
        `--output-path=${report}`,
        '--quiet',
      ],
      { CHROME_PATH: find('chromium') ?? '' },
    );
    const { categories, audits } = JSON.parse(await readFile(report, 'utf8'));
    for (const [name, { score, auditRefs }] of Object.entries(categories)) {
      console.log(`    ${name.padEnd(15)} ${Math.round(100 * score)}`);
      if (!WANTED.includes(name) || score === 1) continue;
      for (const { id, weight } of auditRefs)
        if (weight > 0 && audits[id].score !== null && audits[id].score < 1)
          below.push(`${locale}: ${audits[id].title}`);
    }
  }
  server.closeAllConnections();
  server.close();
  if (below.length > 0) throw new Stop(below.join('\n'));
});
