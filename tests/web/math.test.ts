import assert from 'node:assert/strict';
import { test } from 'node:test';
import { render } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
import type { Token } from '../../wasm/contract/core.js';
import { valueOf } from '../../web/engine/value.js';
import { mathText, mathView } from '../../web/views/math.js';
import { core } from '../wasm/core.js';

const SPACE = '<mspace width="0.167em"></mspace>';

/** The MathML of a formula, without the marks that Lit leaves, and with a space as " ". */
async function mathml(formula: string): Promise<string> {
  const html = await collectResult(render(mathView(valueOf(core.formula(formula), formula), 'en')));
  return html
    .replace(/<!--[^]*?-->/g, '')
    .replaceAll(SPACE, ' ')
    .replaceAll(/ data-part="\w"/g, '')
    .replace(/^<math dir="ltr"><mrow>|<\/mrow><\/math>$/g, '');
}

/** The characters of a formula, as a reader sees them. */
async function shown(formula: string): Promise<string> {
  const outcome = core.formula(formula);
  assert.ok(outcome.ok, formula);
  const html = await collectResult(render(mathView(outcome.value, 'en')));
  return html.replace(/<[^>]*>/g, '').replace(/\s/g, '');
}

test('a power of ten is bracketed where it is multiplied or is an argument, and nowhere else', async () => {
  for (const [formula, text] of [
    ['ln 0.00005', 'ln(5×10⁻⁵)'],
    ['0.00005 * 0.9', '(5×10⁻⁵)×0.9'],
    ['0.9 * 0.00005', '0.9×(5×10⁻⁵)'],
    ['0.00005 y', '(5×10⁻⁵)y'],
    ['0.00005^2', '(5×10⁻⁵)2'],
    ['1 - 0.00005', '1−5×10⁻⁵'],
    ['-0.00005', '−5×10⁻⁵'],
    ['ln(1 - 0.00005)', 'ln(1−5×10⁻⁵)'],
    ['0.00005 / 20000', '5×10⁻⁵2×10⁴'],
    ['L = 0.00005', 'L=5×10⁻⁵'],
    ['ln 0.5', 'ln0.5'],
  ] as const)
    assert.equal(await shown(formula), text);
});

const minus = '<mo form="prefix">−</mo>';
const log = (base: string) => `<msub><mi mathvariant="normal">log</mi><mn>${base}</mn></msub>`;

test('a logarithm keeps its base, and the space stands behind the base', async () => {
  assert.equal(await mathml('-log2 0.85'), `${minus}${log('2')} <mn>0.85</mn>`);
  assert.equal(await mathml('-log10 0.85'), `${minus}${log('10')} <mn>0.85</mn>`);
  assert.equal(await mathml('2 log2 p'), `<mn>2</mn> ${log('2')} <mi>p</mi>`);
});

test('brackets need no space beside a function', async () => {
  const fence = (inside: string) =>
    `<mrow><mo form="prefix" stretchy="false">(</mo>${inside}<mo form="postfix" stretchy="false">)</mo></mrow>`;

  assert.equal(await mathml('ln(2p)'), `<mi mathvariant="normal">ln</mi>${fence('<mn>2</mn><mi>p</mi>')}`);
  assert.equal(await mathml('log2(2p)'), `${log('2')}${fence('<mn>2</mn><mi>p</mi>')}`);
});

test('a layout with a fixed number of parts has that many children, whatever they are', async () => {
  const arity = { mfrac: 2, msup: 2, msub: 2 };
  for (const formula of [
    'ln 0.85/ln 2',
    'ln(p)^2',
    'log2(p)^(ln p)',
    '(log2 p)/(y ln p)',
    'sqrt(ln p)',
    'e^(ln p)',
    'exp(log10 p)',
  ]) {
    const found: { name: string; children: number }[] = [];
    const open: { name: string; children: number }[] = [];
    for (const [, end, name = ''] of (await mathml(formula))
      .replaceAll(' ', SPACE.replace(' ', '\t'))
      .matchAll(/<(\/?)(\w+)/g)) {
      if (end) {
        found.push(open.pop() ?? { name: 'none', children: 0 });
        continue;
      }
      const parent = open.at(-1);
      if (parent) parent.children += 1;
      open.push({ name, children: 0 });
    }
    for (const { name, children } of found)
      if (name in arity) assert.equal(children, arity[name as keyof typeof arity], `${name} in ${formula}`);
  }
});

test('a formula has a plain text for the ear', () => {
  const text = (formula: string, locale = 'en') => mathText(valueOf(core.formula(formula), formula), locale);

  assert.equal(text('-log2 0.85'), '− log2 0.85');
  assert.equal(text('L = -ln(1 - 0.85) ~ 0.163'), 'L = − ln (1 − 0.85) ≈ 0.163');
  assert.equal(text('13/80'), '13/80');
  assert.equal(text('(1-p)/ln 2'), '(1 − p)/(ln 2)');
  assert.equal(text('(1 - 0.85)^2'), '(1 − 0.85)^2');
  assert.equal(text('sqrt(0.5)'), '√0.5');
  assert.equal(text('|1-p|'), '|1 − p|');
  assert.equal(text('16.25%', 'de'), '16,25 %');
  assert.equal(text('2^(1/3)'), '2^(1/3)');
  assert.equal(text('(1/2)/3'), '(1/2)/3');
  assert.equal(text('2^3^4'), '2^(3^4)');
});

test('a number shows the zeros that it was typed with', () => {
  const text = (formula: string) => mathText(valueOf(core.formula(formula), formula), 'en');

  for (const typed of ['0.1630', '0.160', '1.00', '100', '16.0 %', '− ln 0.850']) assert.equal(text(typed), typed);
  assert.equal(text('1.630e-1'), '0.1630');
  assert.equal(text('00.16'), '0.16');
  assert.equal(text('1.20e-7'), '1.20 × 10⁻⁷');
  assert.equal(text('12000'), '1.2 × 10⁴');
});

test('a formula is echoed with the decimal mark that it was typed with', async () => {
  const echo = (typed: string, mark: '.' | ',' = '.') => {
    const judgement = valueOf(core.judge(typed, 1, 0.85, mark));
    assert.ok('reading' in judgement);
    const locale = mark === '.' ? 'en' : 'es';
    return mathText(judgement.reading, locale, judgement.otherMark);
  };

  assert.equal(echo('0,163'), '0,163');
  assert.equal(echo('-ln 0,85 = ,163'), '− ln 0,85 = 0,163');
  assert.equal(echo('0.163'), '0.163');
  assert.equal(echo('-ln 0.85 = 0,163'), '− ln 0.85 = 0.163');
  assert.equal(echo('1.234,5'), '1234,5');
  assert.equal(echo('0.163', ','), '0.163');
  assert.equal(echo('0,163', ','), '0,163');
  assert.equal(echo('1/6', ','), '1/6');
  const { reading } = valueOf(core.judge('0,163', 1, 0.85, '.')) as { reading: readonly Token[] };
  assert.match(await collectResult(render(mathView(reading, 'en', { otherMark: true }))), /<mn>.*0,163.*<\/mn>/);
});
