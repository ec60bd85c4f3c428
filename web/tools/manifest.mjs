/**
 * What the elements take, tell and can be styled by, read out of their sources: the custom-elements manifest,
 * and the tables that are made of it. `node web/tools/manifest.mjs --write` puts them into README.md.
 *
 * What has a description is public; what has none is nobody's business.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { create, ts } from '@custom-elements-manifest/analyzer';
import { litPlugin } from '@custom-elements-manifest/analyzer/src/features/framework-plugins/lit/lit.js';
import { filesIn } from './files.mjs';
import { ROOT, Stop, main } from './steps.mjs';

/** @typedef {import('custom-elements-manifest/schema.js').Package} Package */
/** @typedef {import('custom-elements-manifest/schema.js').Module} Module */
/** @typedef {import('custom-elements-manifest/schema.js').Declaration} Declaration */
/** @typedef {import('custom-elements-manifest/schema.js').ClassDeclaration} ClassDeclaration */
/** @typedef {import('custom-elements-manifest/schema.js').CustomElement & ClassDeclaration & { tagName: string }} ElementDeclaration */
/** @typedef {import('custom-elements-manifest/schema.js').Attribute} Attribute */
/** @typedef {NonNullable<ClassDeclaration['members']>[number]} Member */
/** @typedef {Readonly<{ manifest: Package, imports: ReadonlyMap<string, string> }>} Described `imports`: from which source a name comes */

const README = join(ROOT, 'README.md');

/** The scripts that define elements. @param {string} folder */
const entriesIn = (folder) =>
  filesIn(folder)
    .filter((file) => file.endsWith('.ts'))
    .map((file) => ({
      script: `${basename(file, '.ts')}.js`,
      defined: definedIn(readFileSync(join(ROOT, file), 'utf8')),
    }))
    .filter(({ defined }) => defined.size > 0)
    .sort((a, b) => b.defined.size - a.defined.size);

/** By class, the tag that an entry gives it. @param {string} source */
const definedIn = (source) =>
  new Map([...source.matchAll(/\bdefine\('([\w-]+)', (\w+)\)/g)].map(([, tag = '', name = '']) => [name, tag]));

/** "{number} [p=0.7] - Where it starts": what stands behind @attr. @param {string} text */
export const attributeTag = (text) => {
  const [, type, name = '', fallback, description = ''] =
    /^\s*(?:\{([^}]*)\})?\s*\[?([\w-]+)(?:=([^\]]*))?\]?\s*(?:-\s*)?([^]*)$/.exec(text) ?? [];
  return { type, name, default: fallback, description: description.replace(/\s+/g, ' ').trim() };
};

/**
 * What the analyzer leaves out: which class an event is of, by the name that it hands to Event; what a field is
 * that is made by `new`; and the words of @attr, in whose place it puts those of the field.
 */
const ours = () => {
  /** @type {Map<string, string>} */
  const eventClasses = new Map();
  return {
    eventClasses,
    /** @type {import('@custom-elements-manifest/analyzer').Plugin} */
    plugin: {
      name: 'ours',
      analyzePhase({ node, moduleDoc }) {
        if (!ts.isClassDeclaration(node) || !node.name) return;
        const name = node.name.text;
        const declaration = /** @type {ClassDeclaration | undefined} */ (
          moduleDoc.declarations?.find((found) => found.name === name)
        );
        if (!declaration) return;
        if (declaration.superclass?.name === 'Event') {
          const [, event] = /\bsuper\('([\w-]+)'/.exec(node.getText()) ?? [];
          if (event) eventClasses.set(event, name);
        }
        for (const member of node.members) {
          if (!ts.isPropertyDeclaration(member) || member.type || !member.initializer) continue;
          if (!ts.isNewExpression(member.initializer)) continue;
          const { expression, typeArguments } = member.initializer;
          const field = declaration.members?.find((found) => found.name === member.name.getText());
          const given = typeArguments ? `<${typeArguments.map((type) => type.getText()).join(', ')}>` : '';
          if (field?.kind === 'field') field.type = { text: expression.getText() + given };
        }
        const { attributes = [] } = /** @type {Partial<ElementDeclaration>} */ (declaration);
        for (const tag of ts.getJSDocTags(node)) {
          if (!/^attr(ibute)?$/.test(tag.tagName.text)) continue;
          const { description, ...told } = attributeTag(ts.getTextOfJSDocComment(tag.comment) ?? '');
          const attribute = attributes.find((found) => found.name === told.name);
          if (!attribute) continue;
          attribute.description = description;
          if (told.default !== undefined) attribute.default = told.default;
        }
      },
    },
  };
};

/** Where each imported name comes from, relative to the root. @param {readonly string[]} files */
const importsOf = (files) => {
  /** @type {Map<string, string>} */
  const found = new Map();
  for (const file of files) {
    const source = readFileSync(join(ROOT, file), 'utf8');
    for (const [, names = '', from = ''] of source.matchAll(/^import (?:type )?\{([^}]*)\} from '(\.[^']*)';/gm))
      for (const name of names.split(',').map((one) => one.replace(/^\s*type /, '').trim()))
        found.set(name, join(file, '..', from).replace(/\.js$/, '.ts'));
  }
  return found;
};

/** "bce-change" is a BceChangeEvent. @param {string} event */
const eventType = (event) => `${event.replace(/(?:^|-)(\w)/g, (_, letter) => letter.toUpperCase())}Event`;

/** @param {Member} member @param {readonly Attribute[]} attributes */
const isPublic = (member, attributes) =>
  (member.privacy ?? 'public') === 'public' &&
  member.static !== true &&
  !member.name.startsWith('#') &&
  (member.description !== undefined || attributes.some(({ fieldName }) => fieldName === member.name));

/** One line, without what only this project's sources have. @template {{ description?: string, inheritedFrom?: unknown }} T @param {T} told @returns {T} */
const plain = ({ inheritedFrom: _, ...told }) =>
  /** @type {T} */ (
    told.description === undefined ? told : { ...told, description: told.description.replace(/\s+/g, ' ') }
  );

/** @param {string} a @param {string} b */
const byName = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

/**
 * @param {ClassDeclaration & Partial<ElementDeclaration>} declaration
 * @param {string} tagName
 * @param {ReadonlyMap<string, string>} eventClasses
 * @returns {ElementDeclaration}
 */
const publicElement = (declaration, tagName, eventClasses) => {
  const { name, summary, description, cssParts, cssProperties, slots } = declaration;
  const internal = new Set(
    declaration.members?.filter(({ privacy }) => privacy && privacy !== 'public').map((m) => m.name),
  );
  const attributes = (declaration.attributes ?? []).filter(({ fieldName = '' }) => !internal.has(fieldName)).map(plain);
  const members = (declaration.members ?? [])
    .filter((member) => isPublic(member, attributes))
    .map((member) => {
      const attribute = attributes.find(({ fieldName }) => fieldName === member.name);
      if (!attribute) return withoutDefault(member);
      return plain(attribute.description ? { ...member, description: attribute.description } : member);
    });
  const events = (declaration.events ?? [])
    .filter((event) => event.name?.startsWith('bce-'))
    .map((event) => {
      if (!eventClasses.has(event.name))
        throw new Stop(`${name} says @fires ${event.name}, which is no class of events in web/elements.`);
      return { ...plain(event), type: { text: eventType(event.name) } };
    });
  const sorted = {
    attributes: attributes.sort((a, b) => byName(a.name, b.name)),
    members: members.sort((a, b) => byName(a.name, b.name)),
    events: events.sort((a, b) => byName(a.name, b.name)),
    ...(cssParts?.length ? { cssParts: cssParts.map(plain) } : {}),
    ...(cssProperties?.length ? { cssProperties: cssProperties.map(plain) } : {}),
    ...(slots?.length ? { slots: slots.map(plain) } : {}),
  };
  const words = { ...(summary ? { summary } : {}), ...(description ? { description } : {}) };
  return {
    kind: 'class',
    customElement: true,
    tagName,
    name,
    ...words,
    ...sorted,
    superclass: { name: 'HTMLElement' },
  };
};

/** What a field is before anything is set says nothing of what is assigned in a constructor. @param {Member} member */
const withoutDefault = (member) => {
  const { default: _, ...told } = /** @type {Member & { default?: string }} */ (plain(member));
  return told;
};

/** @param {string} event @param {ClassDeclaration} declaration @returns {ClassDeclaration} */
const publicEvent = (event, { description, members = [] }) => ({
  kind: 'class',
  name: eventType(event),
  ...(description ? { description: description.replace(/\s+/g, ' ') } : {}),
  members: members
    .filter(({ kind, privacy }) => kind === 'field' && (privacy ?? 'public') === 'public')
    .map(withoutDefault),
  superclass: { name: 'Event' },
});

/**
 * The manifest of the elements that the entries define: those of the public edition, and the others where they
 * are asked for and there.
 * @param {{ study?: boolean }} [options]
 * @returns {Described}
 */
export const describe = ({ study = true } = {}) => {
  const edition = (/** @type {string} */ folder) => [
    ...filesIn(`web/${folder}`),
    ...(study ? filesIn(`web/study/${folder}`) : []),
  ];
  const files = edition('elements').filter((file) => file.endsWith('.ts'));
  const entries = [...entriesIn('web/entry'), ...(study ? entriesIn('web/study/entry') : [])];
  const { eventClasses, plugin } = ours();
  const modules = files.map((file) =>
    ts.createSourceFile(file, readFileSync(join(ROOT, file), 'utf8'), ts.ScriptTarget.ES2022, true),
  );
  const raw = /** @type {Package} */ (create({ modules, plugins: [...litPlugin(), plugin], context: { dev: false } }));
  const classes = /** @type {ClassDeclaration[]} */ (
    raw.modules.flatMap(({ declarations = [] }) => declarations.filter(({ kind }) => kind === 'class'))
  );
  const classOf = (/** @type {string} */ name) => classes.find((found) => found.name === name);

  /** @type {Set<string>} */
  const told = new Set();
  // A script with one element describes it; what defines several describes those that have no script of their own.
  const alone = new Map(
    entries
      .filter(({ defined }) => defined.size === 1)
      .flatMap(({ script, defined }) => [...defined.values()].map((tag) => [tag, script])),
  );
  const published = entries.map(({ script, defined }) => {
    const owned = [...defined].filter(([, tag]) => (alone.get(tag) ?? script) === script);
    const elements = owned.map(([name, tag]) => {
      const declaration = classOf(name);
      if (!declaration) throw new Stop(`${script} defines <${tag}> as ${name}, which is no class in web/elements.`);
      return publicElement(declaration, tag, eventClasses);
    });
    /** @type {Module} */
    const module = {
      kind: 'javascript-module',
      path: script,
      declarations: elements,
      exports: [...defined].map(([name, tag]) => ({
        kind: 'custom-element-definition',
        name: tag,
        declaration: { name, module: alone.get(tag) ?? script },
      })),
    };
    return { module, elements };
  });
  const [first] = published;
  if (!first) throw new Stop('No entry defines an element.');
  for (const { elements } of published)
    for (const { name } of elements.flatMap(({ events = [] }) => events)) {
      const declaration = classOf(eventClasses.get(name) ?? '');
      if (!declaration || told.has(name)) continue;
      told.add(name);
      first.module.declarations?.push(publicEvent(name, declaration));
    }
  return {
    manifest: { schemaVersion: '1.0.0', readme: '', modules: published.map(({ module }) => module) },
    imports: importsOf(files),
  };
};

/** The elements of a manifest. @param {Package} manifest */
export const elementsIn = (manifest) =>
  /** @type {ElementDeclaration[]} */ (
    manifest.modules.flatMap(({ declarations = [] }) => declarations.filter((found) => 'tagName' in found))
  );

/** The classes of events in it, by the event's name. @param {Package} manifest */
export const eventsIn = (manifest) => {
  const classes = manifest.modules.flatMap(({ declarations = [] }) => declarations);
  const named = elementsIn(manifest).flatMap(({ events = [] }) => events);
  return new Map(
    named.map(({ name, type }) => [
      name,
      /** @type {ClassDeclaration | undefined} */ (classes.find((found) => found.name === type.text)),
    ]),
  );
};

/** @param {readonly string[]} columns @param {readonly (readonly string[])[]} rows */
const markdown = (columns, rows) => {
  // A bar would end the cell.
  const line = (/** @type {readonly string[]} */ cells) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(columns), line(columns.map(() => '---')), ...rows.map(line)].join('\n');
};

const code = (/** @type {string} */ text) => `\`${text}\``;

/** The tags without what they all begin with. @param {readonly string[]} tags @param {number} all */
const on = (tags, all) =>
  tags.length === all && all > 1 ? 'all' : tags.map((tag) => tag.replace(/^bce-/, '')).join(', ');

/**
 * What several elements have in common, in one row for each thing that is said of it.
 * @template {{ name: string, description?: string, default?: string }} T
 * @param {readonly ElementDeclaration[]} elements
 * @param {(element: ElementDeclaration) => readonly T[]} of
 */
const shared = (elements, of) => {
  /** @type {Map<string, { told: T, tags: string[] }>} */
  const rows = new Map();
  for (const element of elements)
    for (const told of of(element)) {
      const key = `${told.name}\n${told.description ?? ''}`;
      const row = rows.get(key) ?? { told, tags: [] };
      row.tags.push(element.tagName);
      rows.set(key, row);
    }
  return [...rows.values()].sort((a, b) => byName(a.told.name, b.told.name));
};

/**
 * The manifest as Markdown, table by table; an empty text where there is nothing of the kind.
 * @param {Package} manifest
 * @param {(tag: string) => boolean} [wanted]
 */
export const tables = (manifest, wanted = () => true) => {
  const elements = elementsIn(manifest).filter(({ tagName }) => wanted(tagName));
  const events = eventsIn(manifest);
  const all = elements.length;
  const words = (/** @type {string | undefined} */ text) => text ?? '';
  const attributes = shared(elements, ({ attributes: own = [] }) => own).map(({ told, tags }) => [
    code(told.name),
    on(tags, all),
    words(told.description) + (told.default && !/^(false|null|'')$/.test(told.default) ? ` (${told.default})` : ''),
  ]);
  const properties = shared(elements, ({ members = [] }) => members.filter(({ kind }) => kind === 'field')).map(
    ({ told, tags }) => [
      code(told.name),
      on(tags, all),
      'type' in told && told.type ? code(told.type.text) : '',
      words(told.description),
    ],
  );
  const heard = [...events].map(([name, declaration]) => [
    code(name),
    on(
      elements.filter(({ events: own = [] }) => own.some((event) => event.name === name)).map(({ tagName }) => tagName),
      all,
    ),
    (declaration?.members ?? []).map((member) => code(member.name)).join(', '),
    words(declaration?.description),
  ]);
  const custom = shared(elements, ({ cssProperties = [] }) => cssProperties).map(({ told, tags }) => [
    code(told.name),
    on(tags, all),
    told.default === undefined ? '' : code(told.default),
    words(told.description),
  ]);
  const parts = shared(elements, ({ cssParts = [] }) => cssParts).map(({ told, tags }) => [
    code(told.name),
    on(tags, all),
    words(told.description),
  ]);
  /** @type {(columns: readonly string[], rows: readonly (readonly string[])[]) => string} */
  const table = (columns, rows) => (rows.length > 0 ? markdown(columns, rows) : '');
  return {
    attributes: table(['attribute', 'on', 'meaning'], attributes),
    properties: table(['property', 'on', 'type', 'meaning'], properties),
    events: table(
      ['event', 'from', 'carries', 'when'],
      heard.filter(([, from]) => from !== ''),
    ),
    cssProperties: table(['custom property', 'on', 'without it', 'what it sets'], custom),
    cssParts: table(['part', 'in', 'what it is'], parts),
  };
};

/**
 * A document with a table between each pair of marks, `<!-- table: events -->` and `<!-- /table -->`.
 * @param {string} text
 * @param {Readonly<Record<string, string>>} made
 */
export const withTables = (text, made) =>
  text.replace(/(<!-- table: (\w+) -->\n)[^]*?(<!-- \/table -->)/g, (_, from, name, to) => {
    const table = made[name];
    if (table === undefined) throw new Stop(`There is no table "${name}". There are: ${Object.keys(made).join(', ')}.`);
    return `${from}\n${table}\n\n${to}`;
  });

/** README.md as it has to be. */
export const readme = async () => {
  const { format, resolveConfig } = await import('prettier');
  const text = withTables(readFileSync(README, 'utf8'), tables(describe({ study: false }).manifest));
  return format(text, { ...(await resolveConfig(README)), parser: 'markdown' });
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await main(async () => {
    if (process.argv[2] !== '--write') throw new Stop('The only option is --write: the tables of README.md.');
    writeFileSync(README, await readme());
  });
}
