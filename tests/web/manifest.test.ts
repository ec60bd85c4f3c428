import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Package } from 'custom-elements-manifest/schema.js';
import { attributeTag, describe, elementsIn, tables, withTables } from '../../web/tools/manifest.mjs';
import { elementTypes } from '../../web/tools/types.mjs';

test('@attr is read with and without its parts', () => {
  assert.deepEqual(attributeTag('{number} [p=0.7] - Where it\n starts.'), {
    type: 'number',
    name: 'p',
    default: '0.7',
    description: 'Where it starts.',
  });
  assert.deepEqual(attributeTag('study-href Where - or not'), {
    type: undefined,
    name: 'study-href',
    default: undefined,
    description: 'Where - or not',
  });
});

const public_ = describe({ study: false });
const elements = elementsIn(public_.manifest);
const graph = elements.find(({ tagName }) => tagName === 'bce-graph');

test('what the elements take and tell is found in their sources', () => {
  assert.deepEqual(
    elements.map(({ tagName }) => tagName),
    ['bce-lesson', 'bce-derivation', 'bce-graph', 'bce-practice'],
  );
  const attributes = graph?.attributes?.map(({ name }) => name) ?? [];
  for (const name of ['link', 'locale', 'p', 'theme', 'y']) assert.ok(attributes.includes(name), name);
  assert.deepEqual(graph?.attributes?.find(({ name }) => name === 'p')?.type, { text: 'number' });
  const lesson = elements.find(({ tagName }) => tagName === 'bce-lesson');
  assert.equal(lesson?.attributes?.find(({ name }) => name === 'study-href')?.fieldName, 'studyHref');
  assert.deepEqual(
    lesson?.events?.map(({ name }) => name),
    ['bce-answer', 'bce-change', 'bce-error', 'bce-ready', 'bce-step'],
  );
});

test('everything that is told has words, and nothing that is nobody else’s is told', () => {
  for (const { tagName, attributes = [], members = [], events = [] } of elements)
    for (const { name, description } of [...attributes, ...members, ...events]) {
      assert.ok(description, `${tagName}: ${name} has no description in its source`);
      assert.doesNotMatch(name, /^(live|attempt|label|text|setting|render|.*Callback)$/);
    }
});

const made: Package = {
  schemaVersion: '1.0.0',
  modules: [
    {
      kind: 'javascript-module',
      path: 'bce-a.js',
      declarations: [
        ...['bce-a', 'bce-b'].map((tagName) => ({
          kind: 'class' as const,
          customElement: true as const,
          tagName,
          name: tagName,
          attributes: [
            { name: 'p', description: 'Where.', type: { text: 'number | string' }, default: "'0.5'" },
            ...(tagName === 'bce-a' ? [{ name: 'a', description: 'This | that.' }] : []),
          ],
          events: [{ name: 'bce-change', type: { text: 'BceChangeEvent' } }],
        })),
        { kind: 'class', name: 'BceChangeEvent', description: 'It moved.', members: [{ kind: 'field', name: 'p' }] },
      ],
    },
  ],
};

test('the manifest becomes tables, in which what is common to elements stands once', () => {
  const { attributes, events, cssParts } = tables(made);
  assert.equal(
    attributes,
    [
      '| attribute | on | meaning |',
      '| --- | --- | --- |',
      '| `a` | a | This \\| that. |',
      '| `p` | all | Where. (0.5) |',
    ].join('\n'),
  );
  assert.equal(events.split('\n').at(-1), '| `bce-change` | all | `p` | It moved. |');
  assert.equal(cssParts, 'None.');
  assert.doesNotMatch(tables(made, (tag) => tag === 'bce-b').attributes, /`a`/);
});

test('tables are put between their marks, and a name that there is not is refused', () => {
  const text = 'A\n\n<!-- table: events -->\nold\n<!-- /table -->\n\nB\n';
  const once = withTables(text, { events: '| e |' });
  assert.equal(once, 'A\n\n<!-- table: events -->\n\n| e |\n\n<!-- /table -->\n\nB\n');
  assert.equal(withTables(once, { events: '| e |' }), once);
  assert.throws(() => withTables(text, {}), /no table "events"/);
});

test('types are made of it that need nobody else’s', () => {
  const types = elementTypes(public_);
  assert.match(types['bce-graph.d.ts'] ?? '', /export interface BceGraph extends HTMLElement \{/);
  assert.match(types['events.d.ts'] ?? '', /readonly verdict: Verdict;/);
  assert.match(types['settings.d.ts'] ?? '', /p\?: number \| string/);
  assert.deepEqual(
    Object.keys(types).filter((file) => /walkthrough|exercises|study/.test(file)),
    [],
  );
  for (const text of Object.values(types)) assert.doesNotMatch(text, /from '[^.]/);
});

test('a type that would bring Lit along is refused, one of literals is not', () => {
  const told = (text: string) => {
    const [module] = made.modules;
    const member = { kind: 'field' as const, name: 'x', type: { text } };
    const declarations = (module?.declarations ?? []).map((one) => ({ ...one, members: [member] }));
    const manifest = {
      ...made,
      modules: [{ ...module, kind: 'javascript-module' as const, path: 'a.js', declarations }],
    };
    return elementTypes({ manifest, imports: new Map([['Reader', 'web/elements/settings.ts']]) } as never);
  };
  assert.throws(() => told('Reader'), /Lit's types would come along/);
  assert.match(told("'lazy' | 'Reader'")['bce-a.d.ts'] ?? '', /x: 'lazy' \| 'Reader';/);
});
