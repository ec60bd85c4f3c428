/**
 * What a browser is told that the lesson may do: the Content-Security-Policy that it is served and tested under, and
 * the parts of it that a page of somebody else needs. Everything that is not named is forbidden.
 */

/** @typedef {Readonly<Record<string, string>>} Directives by name */

/** @param {Directives} directives */
export const written = (directives) =>
  Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');

/** The scripts that draw. Each makes its templates under a name of its own, as a page may let in a name once. */
export const SCRIPTS = ['bce-lesson', 'bce-graph', 'bce-practice', 'bce-derivation', 'bce-study'];

/**
 * What an element needs on a page that has such scripts from `from`. Its styles are made by script, and no policy
 * is about those.
 * @param {string} from
 * @param {readonly string[]} [scripts]
 * @returns {Directives}
 */
export const forElement = (from, scripts = ['bce-lesson']) => ({
  'script-src': `${from} 'wasm-unsafe-eval'`,
  'connect-src': from,
  'font-src': from,
  'require-trusted-types-for': "'script'",
  'trusted-types': scripts.join(' '),
});

/**
 * What a page needs that has the lesson in a frame, and the script that gives it its height.
 * @param {string} from
 * @returns {Directives}
 */
export const forFrame = (from) => ({ 'frame-src': from, 'script-src': from });

/** The pages of dist/site: elements, style sheets, an icon, what an app is installed by, and in the dialog for embedding a frame. @type {Directives} */
export const DIRECTIVES = {
  'default-src': "'none'",
  ...forElement("'self'", SCRIPTS),
  'style-src': "'self'",
  'img-src': "'self'",
  'manifest-src': "'self'",
  'frame-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
};

export const POLICY = written(DIRECTIVES);
