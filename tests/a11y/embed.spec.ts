import { AxeBuilder } from '@axe-core/playwright';
import { expect, inside, test } from '../browser/host.js';

for (const scheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in the frame (${scheme})`, async ({ page, lessonFile, complaints }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await page.goto(lessonFile('embed.html'));
    await page.locator('bce-lesson[data-ready]').waitFor();
    expect(complaints).toEqual([]);
    const { violations } = await new AxeBuilder({ page }).analyze();
    complaints.length = 0;
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  });

  for (const width of [320, 1280])
    test(`axe finds nothing in the dialog at ${width} pixels (${scheme})`, async ({ page, address, complaints }) => {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme: scheme });
      await page.goto(address);
      await page.getByRole('button', { name: 'Embed this' }).click();
      await inside(page);
      await page.locator('input[value=some]').check({ force: true });
      await page.getByRole('button', { name: 'Copy the code' }).click();
      await expect(page.locator('dialog').getByRole('status')).not.toBeEmpty();
      expect(complaints).toEqual([]);
      // What is in the frame has been looked at by itself.
      const { violations } = await new AxeBuilder({ page }).include('.embed').exclude('iframe').analyze();
      complaints.length = 0;
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
    });
}
