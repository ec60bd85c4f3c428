/** What is heard while the point moves, by the samples that go to the loudspeaker. */
import type { Page } from '@playwright/test';
import { expect, test } from './lesson.js';

/** Listens to whatever is connected to a loudspeaker. */
const listen = (page: Page) =>
  page.addInitScript(() => {
    const connect = AudioNode.prototype.connect as (this: AudioNode, to: unknown) => unknown;
    const ears: AnalyserNode[] = [];
    Object.assign(window, { ears });
    AudioNode.prototype.connect = function (this: AudioNode, to: unknown) {
      if (to instanceof AudioDestinationNode) {
        const ear = new AnalyserNode(this.context, { fftSize: 8192, smoothingTimeConstant: 0 });
        connect.call(this, ear);
        ears.push(ear);
      }
      return connect.call(this, to);
    } as typeof AudioNode.prototype.connect;
  });

/** The pitch of what is heard now in Hz, by how often the samples cross zero; 0 in silence. */
const pitch = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const [ear] = (window as unknown as { ears: AnalyserNode[] }).ears;
    if (!ear) return 0;
    const samples = new Float32Array(2048);
    ear.getFloatTimeDomainData(samples);
    if (Math.max(...samples) < 0.005) return 0;
    const rising = [...samples.keys()].filter((i) => i > 0 && (samples[i - 1] ?? 0) < 0 && (samples[i] ?? 0) >= 0);
    const [first = 0] = rising;
    return rising.length < 2
      ? 0
      : ((rising.length - 1) * ear.context.sampleRate) / ((rising.at(-1) ?? first) - first || 1);
  });

test('the tone rises with the loss, an end has a pitch of its own, and nothing sounds until it is turned on', async ({
  page,
  address,
  complaints: _,
}) => {
  await listen(page);
  await page.goto(`${address}#p=0.85&y=1`);
  await expect(page.locator('bce-graph')).toHaveAttribute('data-ready', '');
  const slider = page.locator('bce-graph .slider[part]');
  await slider.press('ArrowLeft');
  expect(await page.evaluate(() => (window as unknown as { ears: unknown[] }).ears.length)).toBe(0);

  await page.getByRole('checkbox', { name: 'Sound' }).check();
  /** While the key is held down, as long as it takes to hear. */
  const heardAt = async (p: string, key: string) => {
    await page.locator('bce-graph .entry').fill(p);
    await slider.focus();
    let heard = 0;
    await expect(async () => {
      await slider.press(key);
      heard = await pitch(page);
      expect(heard).toBeGreaterThan(0);
    }).toPass({ intervals: [60] });
    // The tone glides to its pitch.
    for (let i = 0; i < 6; i += 1) {
      await slider.press(key);
      await page.waitForTimeout(30);
    }
    return pitch(page);
  };
  const right = await heardAt('0.9', 'Alt+ArrowRight');
  const even = await heardAt('0.5', 'Alt+ArrowLeft');
  const wrong = await heardAt('0.03', 'Alt+ArrowLeft');
  expect(right).toBeGreaterThan(140);
  expect(even).toBeGreaterThan(1.1 * right);
  expect(wrong).toBeGreaterThan(1.5 * even);

  const beats = async (key: string) => {
    await slider.press(key);
    const heard: number[] = [];
    for (let i = 0; i < 25; i += 1) {
      heard.push(await pitch(page));
      await page.waitForTimeout(10);
    }
    return Math.max(...heard);
  };
  // An end has a pitch of its own: low for no loss, high for an infinite one.
  await expect(async () => expect(Math.abs((await beats('Home')) / 1280 - 1)).toBeLessThan(0.1)).toPass();
  await expect(async () => {
    const low = await beats('End');
    expect(low).toBeGreaterThan(0);
    expect(low).toBeLessThan(400);
  }).toPass();

  await page.getByRole('checkbox', { name: 'Sound' }).uncheck();
  await slider.press('ArrowLeft');
  expect(await pitch(page)).toBe(0);
});
