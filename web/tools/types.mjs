/**
 * The elements' types, as a project sees them that has installed the package: interfaces made from the
 * manifest, so that nobody needs Lit's types, and what they stand on.
 */
import { LITERALS, elementsIn, eventsIn } from './manifest.mjs';
import { Stop } from './steps.mjs';

/** @typedef {import('./manifest.mjs').Described} Described */
/** @typedef {import('./manifest.mjs').ElementDeclaration} ElementDeclaration */
/** @typedef {import('custom-elements-manifest/schema.js').ClassMember} Member */
/** @typedef {Described['imports']} Imports */

/** @param {string | undefined} text @param {string} [indent] */
const comment = (text, indent = '') => (text ? `${indent}/** ${text.replaceAll('*/', '* /')} */\n` : '');

/** The names of types in a type; what stands in quotes is none. @param {string} type */
const namesIn = (type) => type.replace(/'[^']*'|"[^"]*"/g, '').match(/\b[A-Z]\w*/g) ?? [];

/** The source that the name of a type comes from; none for what every page has. @param {string} name @param {Imports} imports */
const sourceOf = (name, imports) => {
  const source = imports.get(name);
  if (source && /(^|\/)elements\//.test(source))
    throw new Stop(
      `${name} in ${source} cannot be published: Lit's types would come along. It has to be a type of literals.`,
    );
  return source;
};

/** @param {readonly string[]} types @param {Imports} imports */
const importLines = (types, imports) => {
  /** @type {Map<string, Set<string>>} */
  const bySource = new Map();
  for (const name of types.flatMap(namesIn)) {
    const source = sourceOf(name, imports);
    if (source) bySource.set(source, (bySource.get(source) ?? new Set()).add(name));
  }
  return [...bySource]
    .map(
      ([source, names]) =>
        `import type { ${[...names].sort().join(', ')} } from './${source.replace(/\.ts$/, '.js')}';\n`,
    )
    .join('');
};

/** @param {Member} member */
const typeOf = (member) => ('type' in member ? member.type?.text : undefined) ?? 'unknown';

/** @param {Member} member @returns {{ line: string, types: string[] }} */
const memberLine = (member) => {
  const words = comment(member.description, '  ');
  if (member.kind === 'method') {
    const { parameters = [], return: result } = member;
    const given = parameters.map(
      ({ name, type, optional }) => `${name}${optional ? '?' : ''}: ${type?.text ?? 'unknown'}`,
    );
    const back = result?.type?.text ?? 'void';
    return {
      line: `${words}  ${member.name}(${given.join(', ')}): ${back};\n`,
      types: [...parameters.map(({ type }) => type?.text ?? ''), back],
    };
  }
  const readonly = 'readonly' in member && member.readonly ? 'readonly ' : '';
  return { line: `${words}  ${readonly}${member.name}: ${typeOf(member)};\n`, types: [typeOf(member)] };
};

/** @param {ElementDeclaration} element @param {Imports} imports */
const elementFile = ({ name, tagName, summary, members = [] }, imports) => {
  const lines = members.map(memberLine);
  return `import './events.js';
${importLines(
  lines.flatMap(({ types }) => types),
  imports,
)}
${comment(summary)}export interface ${name} extends HTMLElement {
${lines.map(({ line }) => line).join('')}}

declare global {
  interface HTMLElementTagNameMap {
    '${tagName}': ${name};
  }
}
`;
};

/** @param {Described} described */
const eventFile = ({ manifest, imports }) => {
  const events = [...eventsIn(manifest)].sort(([a], [b]) => (a < b ? -1 : 1));
  const told = events.map(([event, declaration]) => {
    const lines = (declaration?.members ?? []).map(memberLine);
    const text = `${comment(declaration?.description)}export interface ${declaration?.name} extends Event {
  readonly type: '${event}';
${lines.map(({ line }) => line).join('')}}
`;
    return { text, types: lines.flatMap(({ types }) => types) };
  });
  return `${importLines(
    told.flatMap(({ types }) => types),
    imports,
  )}
${told.map(({ text }) => text).join('\n')}
declare global {
  interface GlobalEventHandlersEventMap {
${events.map(([event, declaration]) => `    '${event}': ${declaration?.name};\n`).join('')}  }
}
`;
};

/** What an attribute takes in a template: its property's type, or text. @param {string} type */
const setting = (type) => {
  if (type === 'boolean') return `boolean | ''`;
  // Text of any kind would hide which there are.
  return LITERALS.test(type) || /\bstring\b(?!\[)/.test(type) ? type : `${type} | string`;
};

/** @param {ElementDeclaration} element */
const settingLines = ({ attributes = [] }) => {
  const lines = attributes.flatMap(({ name, fieldName = name, type, description }) =>
    [...new Set([fieldName, name])].map(
      (key) =>
        `${comment(description, '    ')}    ${/^\w+$/.test(key) ? key : `'${key}'`}?: ${setting(type?.text ?? 'string')} | undefined;\n`,
    ),
  );
  return lines.join('');
};

/** What frameworks need, by tag. @param {Described} described */
const settingsFile = ({ manifest, imports }) => {
  const elements = elementsIn(manifest);
  const attributes = elements.flatMap(({ attributes: own = [] }) => own.map(({ type }) => type?.text ?? ''));
  const events = [...new Set(elements.flatMap(({ events = [] }) => events.map(({ type }) => type.text)))].sort();
  /** @param {(element: ElementDeclaration) => string} body */
  const byTag = (body) => elements.map((element) => `  '${element.tagName}': ${body(element)};\n`).join('');
  return `${elements.map(({ name, tagName }) => `import type { ${name} } from './${tagName}.js';\n`).join('')}import type { ${events.join(', ')} } from './events.js';
${importLines(attributes, imports)}
/** The class of each element. */
export interface BceElements {
${byTag(({ name }) => name)}}

/** What may be set on each, as a property or as an attribute. */
export interface BceSettings {
${byTag((element) => `{\n${settingLines(element)}  }`)}}

/** What each tells. */
export interface BceEvents {
${byTag(({ events = [] }) => `{\n${events.map(({ name, type }) => `    '${name}': ${type.text};\n`).join('')}  }`)}}
`;
};

/** The types of a script: of the elements that it defines. @param {readonly string[]} tags */
const scriptFile = (tags) => ['events', ...tags].map((file) => `export type * from '../${file}.js';\n`).join('');

/**
 * The files of types by name: one for each element, each script, the events, and what frameworks are told.
 * @param {Described} described
 * @returns {Readonly<Record<string, string>>}
 */
export const elementTypes = (described) => {
  const { manifest, imports } = described;
  const scripts = manifest.modules.map(({ path, exports = [] }) => {
    const tags = exports.filter(({ kind }) => kind === 'custom-element-definition').map(({ name }) => name);
    return /** @type {const} */ ([`scripts/${path.replace(/\.js$/, '.d.ts')}`, scriptFile(tags)]);
  });
  const elements = elementsIn(manifest).map(
    (element) => /** @type {const} */ ([`${element.tagName}.d.ts`, elementFile(element, imports)]),
  );
  return Object.fromEntries([
    ...elements,
    ...scripts,
    ['events.d.ts', eventFile(described)],
    ['settings.d.ts', settingsFile(described)],
  ]);
};

/** Where the parts of a file of types come from, relative to it. @param {string} text */
export const importedIn = (text) =>
  [...text.matchAll(/\bfrom '([^']+)'|\bimport\(["']([^"']+)["']\)|^import '([^']+)'/gm)].map(
    ([, from, call, alone]) => from ?? call ?? alone ?? '',
  );
