import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '../browser/lesson.js';

for (const [width, scheme] of [
  [360, 'dark'],
  [1280, 'light'],
] as const)
  test(`axe finds nothing in the guide at ${width} pixels (${scheme})`, async ({ page, address, complaints }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme: scheme });
    await page.goto(address.replace('index', 'guide'));
    for (const name of ['bce-graph', 'bce-practice']) {
      await page.locator(name).scrollIntoViewIfNeeded();
      await expect(page.locator(name)).toHaveAttribute('data-ready', '');
    }
    expect(complaints).toEqual([]);
    // What is in the frame has been looked at by itself.
    const { violations } = await new AxeBuilder({ page }).exclude('iframe').analyze();
    complaints.length = 0;
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  });
