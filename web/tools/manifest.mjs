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
import { filesIn } from './files.mjs';
import { ROOT, Stop, main } from './steps.mjs';

/** @typedef {import('custom-elements-manifest/schema.js').Package} Package */
/** @typedef {import('custom-elements-manifest/schema.js').Module} Module */
/** @typedef {import('custom-elements-manifest/schema.js').Declaration} Declaration */
/** @typedef {import('custom-elements-manifest/schema.js').ClassDeclaration} ClassDeclaration */
/** @typedef {import('custom-elements-manifest/schema.js').CustomElement & ClassDeclaration & { tagName: string }} ElementDeclaration */
/** @typedef {import('custom-elements-manifest/schema.js').Attribute} Attribute */
/** @typedef {NonNullable<ClassDeclaration['members']>[number]} Member */
/** @typedef {Readonly<{ name: string, attribute: string | undefined, reflects: boolean, fallback: string | undefined }>} Setting */
/**
 * @typedef {object} Described
 * @property {Package} manifest
 * @property {ReadonlyMap<string, string>} imports by the name of a type, the source that it is imported from
 */

const README = join(ROOT, 'README.md');

/** The scripts that define elements. @param {string} folder */
const entriesIn = (folder) =>
  filesIn(folder)
    // That of the lesson in one file is no script that a page could ask for.
    .filter((file) => file.endsWith('.ts') && !file.endsWith('/one-file.ts'))
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

/** One of some texts, or nothing. */
export const LITERALS = /^('[^']*'|null)( \| ('[^']*'|null))*$/;

/** What the platform calls by itself. */
const REACTIONS = new Set(['connectedCallback', 'disconnectedCallback', 'adoptedCallback', 'attributeChangedCallback']);

/** The attribute that Lit gives a property, by what its declaration says. @param {import('@custom-elements-manifest/analyzer').Node} declared @param {string} name @returns {Setting | undefined} */
const settingOf = (declared, name) => {
  const given = ts.isCallExpression(declared) ? [...declared.arguments] : [declared];
  const options = given.filter(ts.isObjectLiteralExpression).at(-1);
  /** @type {Record<string, string>} */
  const told = Object.fromEntries(
    (options?.properties ?? [])
      .filter(ts.isPropertyAssignment)
      .map((property) => [property.name.getText(), property.initializer.getText()]),
  );
  if (told['state'] === 'true') return undefined;
  const named = /^'(.*)'$/.exec(told['attribute'] ?? '')?.[1];
  // By our own helper: how it is read, what holds without it, and the rest.
  const fallback = given.length > 1 ? given[1]?.getText() : undefined;
  return {
    name,
    attribute: told['attribute'] === 'false' ? undefined : (named ?? name.toLowerCase()),
    reflects: told['reflect'] === 'true',
    fallback: fallback && /^('.*'|true|[\d.]+)$/.test(fallback) ? fallback : undefined,
  };
};

/**
 * What the analyzer leaves out: the properties that Lit observes, what an event is called, what a field is that is
 * made by `new`, the words of @attr, and which names of types the sources make themselves.
 */
const ours = () => {
  /** By the event's name, its class. @type {Map<string, string>} */
  const eventClasses = new Map();
  /** By class, what may be set. @type {Map<string, Setting[]>} */
  const settings = new Map();
  /** By class, what is said of an attribute. @type {Map<string, Map<string, ReturnType<typeof attributeTag>>>} */
  const words = new Map();
  /** By class, what is there already in the one it stands on. @type {Map<string, Set<string>>} */
  const overridden = new Map();
  /** The types of literals that the sources make themselves, in whose place stands what they are. @type {Map<string, string>} */
  const aliases = new Map();
  /** @param {import('@custom-elements-manifest/analyzer').ClassDeclaration} node @param {ClassDeclaration} declaration */
  const readClass = (node, declaration) => {
    const { name } = declaration;
    if (declaration.superclass?.name === 'Event') {
      const [, event] = /\bsuper\('([\w-]+)'/.exec(node.getText()) ?? [];
      if (event) eventClasses.set(event, name);
    }
    const tags = ts.getJSDocTags(node).filter(({ tagName }) => /^attr(ibute)?$/.test(tagName.text));
    const told = tags.map(({ comment }) => attributeTag(ts.getTextOfJSDocComment(comment) ?? ''));
    words.set(name, new Map(told.map((one) => [one.name, one])));
    overridden.set(
      name,
      new Set(
        node.members
          .filter((member) => /^\s*(?:(?:protected|public|static|async)\s+)*override\b/.test(member.getText()))
          .map((member) => member.name?.getText() ?? ''),
      ),
    );
    for (const member of node.members) {
      if (!ts.isPropertyDeclaration(member) || !member.initializer) continue;
      const { initializer } = member;
      if (member.name.getText() === 'properties' && ts.isObjectLiteralExpression(initializer)) {
        const declared = initializer.properties.filter(ts.isPropertyAssignment);
        const found = declared.map((property) => settingOf(property.initializer, property.name.getText()));
        settings.set(
          name,
          found.filter((setting) => setting !== undefined),
        );
      }
      if (member.type || !ts.isNewExpression(initializer)) continue;
      const field = declaration.members?.find((one) => one.name === member.name.getText());
      const given = initializer.typeArguments?.map((type) => type.getText()).join(', ');
      if (field?.kind === 'field')
        field.type = { text: initializer.expression.getText() + (given ? `<${given}>` : '') };
    }
  };
  return {
    eventClasses,
    settings,
    words,
    overridden,
    /** @template T @param {T} declared @returns {T} */
    expanded: (declared) =>
      JSON.parse(JSON.stringify(declared), (key, value) =>
        key === 'text' && typeof value === 'string'
          ? value.replace(/\b[A-Z]\w*\b/g, (name) => aliases.get(name) ?? name)
          : value,
      ),
    /** @type {import('@custom-elements-manifest/analyzer').Plugin} */
    plugin: {
      name: 'ours',
      analyzePhase({ node, moduleDoc }) {
        if (ts.isTypeAliasDeclaration(node)) {
          const type = node.type.getText().replace(/\s+/g, ' ').replace(/^\| /, '');
          if (LITERALS.test(type)) aliases.set(node.name.getText(), type);
        }
        if (!ts.isClassDeclaration(node) || !node.name) return;
        const name = node.name.getText();
        const declaration = moduleDoc.declarations?.find((found) => found.name === name);
        if (declaration?.kind === 'class') readClass(node, declaration);
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

/** One line, without what only this project's sources have. @template {{ description?: string, inheritedFrom?: unknown }} T @param {T} told @returns {T} */
const plain = ({ inheritedFrom: _, ...told }) =>
  /** @type {T} */ (
    told.description === undefined ? told : { ...told, description: told.description.replace(/\s+/g, ' ') }
  );

/** What a field is before anything is set says nothing of what is assigned in a constructor. @param {Member} member @returns {Member} */
const withoutDefault = (member) => {
  const { default: _, ...told } = /** @type {Member & { default?: string }} */ (plain(member));
  return told;
};

/** @param {string} a @param {string} b */
const byName = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

/**
 * @param {ClassDeclaration & Partial<ElementDeclaration>} declaration
 * @param {string} tagName
 * @param {readonly string[]} chain the class, and those it stands on
 * @param {ReturnType<typeof ours>} found
 * @returns {ElementDeclaration}
 */
const publicElement = (declaration, tagName, chain, { eventClasses, settings, words, overridden }) => {
  const { name, summary, description, members = [], events = [], cssParts, cssProperties, slots } = declaration;
  const set = chain.flatMap((one) => settings.get(one) ?? []);
  const wordsOf = (/** @type {string | undefined} */ attribute) =>
    attribute === undefined ? undefined : chain.map((one) => words.get(one)?.get(attribute)).find((told) => told);
  const redone = new Set(chain.flatMap((one) => [...(overridden.get(one) ?? [])]));
  const isPublic = (/** @type {Member} */ member) =>
    (member.privacy ?? 'public') === 'public' &&
    member.static !== true &&
    !/^[#_]/.test(member.name) &&
    !REACTIONS.has(member.name) &&
    !redone.has(member.name) &&
    (member.description !== undefined || set.some((setting) => setting.name === member.name));

  const fields = members.filter(isPublic).map((member) => {
    const setting = set.find((one) => one.name === member.name);
    if (!setting) return withoutDefault(member);
    const told = wordsOf(setting.attribute)?.description ?? member.description;
    return {
      ...withoutDefault(member),
      ...(told ? { description: told } : {}),
      ...(setting.attribute ? { attribute: setting.attribute } : {}),
      ...(setting.reflects ? { reflects: true } : {}),
    };
  });
  /** @type {Attribute[]} */
  const attributes = set.flatMap(({ name: fieldName, attribute, fallback }) => {
    if (attribute === undefined) return [];
    const field = fields.find((one) => one.name === fieldName);
    const told = wordsOf(attribute);
    const holds = told?.default ?? fallback;
    return [
      {
        name: attribute,
        fieldName,
        ...(field && 'type' in field && field.type ? { type: field.type } : {}),
        ...(holds === undefined ? {} : { default: holds }),
        ...(field?.description ? { description: field.description } : {}),
      },
    ];
  });
  const told = events
    .filter((event) => event.name?.startsWith('bce-'))
    .map((event) => {
      if (!eventClasses.has(event.name))
        throw new Stop(`${name} says @fires ${event.name}, which is no class of events in web/elements.`);
      return { ...plain(event), type: { text: eventType(event.name) } };
    });
  return {
    kind: 'class',
    customElement: true,
    tagName,
    name,
    ...(summary ? { summary } : {}),
    ...(description ? { description } : {}),
    attributes: attributes.sort((a, b) => byName(a.name, b.name)),
    members: fields.sort((a, b) => byName(a.name, b.name)),
    events: told.sort((a, b) => byName(a.name, b.name)),
    ...(cssParts?.length ? { cssParts: cssParts.map(plain) } : {}),
    ...(cssProperties?.length ? { cssProperties: cssProperties.map(plain) } : {}),
    ...(slots?.length ? { slots: slots.map(plain) } : {}),
    superclass: { name: 'HTMLElement' },
  };
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
  const found = ours();
  const { eventClasses, plugin, expanded } = found;
  const modules = files.map((file) =>
    ts.createSourceFile(file, readFileSync(join(ROOT, file), 'utf8'), ts.ScriptTarget.ES2022, true),
  );
  const raw = /** @type {Package} */ (create({ modules, plugins: [plugin], context: { dev: false } }));
  const classes = /** @type {ClassDeclaration[]} */ (
    raw.modules.flatMap(({ declarations = [] }) => declarations.filter(({ kind }) => kind === 'class'))
  );
  const classOf = (/** @type {string} */ name) => classes.find((one) => one.name === name);
  /** @type {(name: string) => string[]} */
  const chainOf = (name) => {
    const above = classOf(name)?.superclass?.name;
    return above ? [name, ...chainOf(above)] : [name];
  };

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
      return publicElement(expanded(declaration), tag, chainOf(name), found);
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
      first.module.declarations?.push(publicEvent(name, expanded(declaration)));
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

/** @typedef {Readonly<{ columns: readonly string[], rows: readonly (readonly string[])[] }>} Table code in its cells is between backticks */

/**
 * The manifest, table by table.
 * @param {Package} manifest
 * @param {(tag: string) => boolean} [wanted]
 */
export const tablesOf = (manifest, wanted = () => true) => {
  const elements = elementsIn(manifest).filter(({ tagName }) => wanted(tagName));
  const events = eventsIn(manifest);
  const all = elements.length;
  const words = (/** @type {string | undefined} */ text) => text ?? '';
  const attributes = shared(elements, ({ attributes: own = [] }) => own).map(({ told, tags }) => [
    code(told.name),
    on(tags, all),
    words(told.description) +
      (told.default && !/^(false|null|'')$/.test(told.default) ? ` (${told.default.replace(/^'(.*)'$/, '$1')})` : ''),
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
  return {
    attributes: { columns: ['attribute', 'on', 'meaning'], rows: attributes },
    properties: { columns: ['property', 'on', 'type', 'meaning'], rows: properties },
    events: { columns: ['event', 'from', 'carries', 'when'], rows: heard.filter(([, from]) => from !== '') },
    cssProperties: { columns: ['custom property', 'on', 'without it', 'what it sets'], rows: custom },
    cssParts: { columns: ['part', 'in', 'what it is'], rows: parts },
  };
};

/**
 * The same as Markdown.
 * @param {Package} manifest
 * @param {(tag: string) => boolean} [wanted]
 */
export const tables = (manifest, wanted) =>
  /** @type {Record<keyof ReturnType<typeof tablesOf>, string>} */ (
    Object.fromEntries(
      Object.entries(tablesOf(manifest, wanted)).map(([name, { columns, rows }]) => [
        name,
        rows.length > 0 ? markdown(columns, rows) : 'None.',
      ]),
    )
  );

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
