/** What is heard while the point moves, by the samples that go to the loudspeaker. */
import type { Page } from '@playwright/test';
import { expect, test } from './lesson.js';

/** Writes down the pitches of whatever goes to a loudspeaker, in Hz, by how often the samples swing from low to high. */
const listen = (page: Page) =>
  page.addInitScript(() => {
    const connect = AudioNode.prototype.connect as (this: AudioNode, to: unknown) => unknown;
    const heard: number[] = [];
    const ears: AnalyserNode[] = [];
    Object.assign(window, { heard, ears });
    AudioNode.prototype.connect = function (this: AudioNode, to: unknown) {
      if (to instanceof AudioDestinationNode) {
        const ear = new AnalyserNode(this.context, { fftSize: 2048 });
        connect.call(this, ear);
        ears.push(ear);
      }
      return connect.call(this, to);
    } as typeof AudioNode.prototype.connect;
    setInterval(() => {
      for (const ear of ears) {
        // Of one that is closed or rests the last samples would be read again and again.
        if (ear.context.state !== 'running') continue;
        const samples = new Float32Array(ear.fftSize);
        ear.getFloatTimeDomainData(samples);
        // Silence, or a tone that has only begun or is about to end.
        if (Math.max(...samples) < 0.05) continue;
        // A crossing counts between clear swings: what dies away still crosses, at its own pitch.
        const rising: number[] = [];
        let low = false;
        samples.forEach((sample, i) => {
          if (sample < -0.02) low = true;
          else if (sample > 0.02 && low) {
            rising.push(i);
            low = false;
          }
        });
        const [first, last] = [rising[0] ?? 0, rising.at(-1) ?? 0];
        if (last > first) heard.push(((rising.length - 1) * ear.context.sampleRate) / (last - first));
      }
    }, 15);
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
  const ears = () => page.evaluate(() => (window as unknown as { ears: unknown[] }).ears.length);
  expect(await ears()).toBe(0);

  const sound = page.getByRole('checkbox', { name: 'Sound' });
  await sound.check();
  /** The pitch that a key makes, pressed until it has been heard well. */
  const pitchOf = async (key: string, from?: string): Promise<number> => {
    if (from !== undefined) await page.locator('bce-graph .entry').fill(from);
    await slider.focus();
    // What sounded before has died away.
    await page.waitForTimeout(900);
    await page.evaluate(() => ((window as unknown as { heard: number[] }).heard.length = 0));
    let heard: number[] = [];
    await expect(async () => {
      await slider.press(key);
      heard = await page.evaluate(() => (window as unknown as { heard: number[] }).heard);
      expect(heard.length).toBeGreaterThan(20);
    }).toPass({ intervals: [60] });
    // Of all but the first, which still rise or fall from the pitch before: a machine under load drops samples.
    const late = heard.slice(5).sort((a, b) => a - b);
    return late[late.length >> 1] ?? NaN;
  };
  const right = await pitchOf('Alt+ArrowRight', '0.9');
  const even = await pitchOf('Alt+ArrowLeft', '0.5');
  const wrong = await pitchOf('Alt+ArrowLeft', '0.2');
  expect(right).toBeGreaterThan(150);
  expect(even).toBeGreaterThan(1.1 * right);
  expect(wrong).toBeGreaterThan(1.2 * even);

  // Low for no loss, high for an infinite one; each press says it anew.
  const infinite = await pitchOf('Home');
  const none = await pitchOf('End');
  expect(Math.abs(infinite / 1280 - 1)).toBeLessThan(0.05);
  expect(Math.abs(none / 160 - 1)).toBeLessThan(0.1);

  await sound.uncheck();
  await page.evaluate(() => ((window as unknown as { heard: number[] }).heard.length = 0));
  await slider.press('ArrowLeft');
  await page.waitForTimeout(300);
  expect(await page.evaluate(() => (window as unknown as { heard: number[] }).heard)).toEqual([]);
});
