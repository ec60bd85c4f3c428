/**
 * Finds the tools that the other commands need, and installs what is missing where it may: system
 * packages on Debian and Ubuntu as root, npm packages anywhere. Node's own modules only.
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync, readdirSync, realpathSync, rmSync, statSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { ROOT, Stop, execute, run } from './steps.mjs';

const NODE = [20, 19];
const CMAKE = [3, 25];

/** @typedef {'emscripten' | 'cmake' | 'ninja' | 'compiler' | 'doctest' | 'fuzzer' | 'clang-format' | 'chromium' | 'pdftoppm'} ToolName */
/**
 * @typedef {object} Tool
 * @property {string} label
 * @property {string} apt Debian's packages
 * @property {string | null} brew Homebrew's arguments; null where it comes with Apple's command line tools
 * @property {() => string | null} find where it is
 */

/** What building the page needs. @type {readonly ToolName[]} */
export const FOR_BUILD = ['emscripten', 'cmake', 'ninja'];

/** @param {string} file */
const isProgram = (file) => {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
};

/** @param {readonly string[]} names programs on PATH, or whole paths */
const program = (...names) => {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const places = names.flatMap((name) => (name.includes('/') ? [name] : folders.map((folder) => join(folder, name))));
  return places.find(isProgram) ?? null;
};

/** The directory of Emscripten's CMake files; the same places in the same order as wasm/toolchain.cmake. */
const emscripten = () => {
  const { EMSDK, EMSCRIPTEN_ROOT } = process.env;
  const emcc = program('emcc');
  const beside = emcc === null ? null : dirname(realpathSync(emcc));
  const roots = [
    EMSDK && join(EMSDK, 'upstream/emscripten'),
    EMSCRIPTEN_ROOT,
    beside,
    beside && join(beside, '../libexec'),
    '/usr/share/emscripten',
  ];
  const found = roots.find((root) => root && existsSync(join(root, 'cmake/Modules/Platform/Emscripten.cmake')));
  if (!found) return null;
  // Debian's files take the compiler from PATH.
  return existsSync(join(found, 'emcc')) || emcc !== null ? found : null;
};

const chromium = () => {
  // Someone who names a browser means that one, also where it is a slip of the pen.
  if (process.env['CHROMIUM']) return program(process.env['CHROMIUM']);
  return program(
    '/usr/bin/chromium',
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  );
};

const doctest = () =>
  ['/usr/include', '/usr/local/include', '/opt/homebrew/include']
    .flatMap((folder) => [join(folder, 'doctest/doctest.h'), join(folder, 'doctest.h')])
    .find((file) => existsSync(file)) ?? null;

/** A clang++ that has libFuzzer with it: Apple's has not, and Debian's comes without unless asked. */
const fuzzer = () => {
  const compilers = ['clang++', '/opt/homebrew/opt/llvm/bin/clang++', '/usr/local/opt/llvm/bin/clang++'];
  const architecture = process.arch === 'arm64' ? 'aarch64' : 'x86_64';
  const libraries = ['fuzzer', `fuzzer-${architecture}`, 'fuzzer_osx'].map((name) => `libclang_rt.${name}.a`);
  const brings = (/** @type {string} */ compiler) =>
    libraries.some((library) =>
      existsSync(spawnSync(compiler, [`-print-file-name=${library}`], { encoding: 'utf8' }).stdout.trim()),
    );
  return compilers.map((name) => program(name)).find((file) => file !== null && brings(file)) ?? null;
};

/** @type {Readonly<Record<ToolName, Tool>>} */
const TOOLS = {
  emscripten: { label: 'Emscripten', apt: 'emscripten', brew: 'emscripten', find: emscripten },
  cmake: { label: `CMake ${CMAKE.join('.')} or newer`, apt: 'cmake', brew: 'cmake', find: () => program('cmake') },
  ninja: { label: 'Ninja', apt: 'ninja-build', brew: 'ninja', find: () => program('ninja') },
  compiler: { label: 'a C++ compiler', apt: 'g++', brew: null, find: () => program('c++', 'g++', 'clang++') },
  doctest: { label: 'doctest', apt: 'doctest-dev', brew: 'doctest', find: doctest },
  fuzzer: { label: 'clang with libFuzzer', apt: 'clang libclang-rt-dev', brew: 'llvm', find: fuzzer },
  'clang-format': {
    label: 'clang-format',
    apt: 'clang-format',
    brew: 'clang-format',
    find: () => program('clang-format'),
  },
  chromium: { label: 'Chromium or Chrome', apt: 'chromium', brew: '--cask google-chrome', find: chromium },
  pdftoppm: { label: 'pdftoppm', apt: 'poppler-utils', brew: 'poppler', find: () => program('pdftoppm') },
};

/**
 * Where a tool is, or null.
 * @param {ToolName} name
 */
export const find = (name) => TOOLS[name].find();

/**
 * @param {readonly number[]} version
 * @param {readonly number[]} least
 */
const atLeast = ([major = 0, minor = 0], [leastMajor = 0, leastMinor = 0]) =>
  major > leastMajor || (major === leastMajor && minor >= leastMinor);

/** Version numbers in what a program says of itself, as "3.25.1". @param {string} file */
export const versionOf = async (file) => /\d+(?:\.\d+)+/.exec((await execute([file, '--version'])).output)?.[0] ?? null;

/** The version of the Emscripten that the build uses. */
export const emscriptenVersion = async () => {
  const root = emscripten();
  if (root === null) return null;
  const beside = join(root, 'emcc');
  return versionOf(existsSync(beside) ? beside : 'emcc');
};

/** CMake's version where it is there but too old. */
const oldCMake = async () => {
  const file = find('cmake');
  const version = file && (await versionOf(file));
  return version && !atLeast(version.split('.').map(Number), CMAKE) ? version : null;
};

const isDebian = () => {
  const file = '/etc/os-release';
  return existsSync(file) && /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(readFileSync(file, 'utf8'));
};

/** How to become root without being asked for a password, or null. */
const asRoot = async () => {
  if (process.getuid?.() === 0) return [];
  return (await execute(['sudo', '-n', 'true'])).code === 0 ? ['sudo', '-n'] : null;
};

/**
 * @param {readonly ToolName[]} missing
 * @param {string | null} old CMake's version where it is too old
 */
const explain = (missing, old) => {
  const lines = missing.map((name) => `  - ${TOOLS[name].label}`);
  if (old !== null) lines.push(`  - CMake ${CMAKE.join('.')} or newer: this machine has ${old}`);
  if (process.env['CHROMIUM'] && missing.includes('chromium')) {
    lines.push(`    (CHROMIUM names ${process.env['CHROMIUM']}, which is not a program)`);
  }
  lines.unshift('Missing:');

  const apt = missing.map((name) => TOOLS[name].apt);
  const brew = missing.flatMap((name) => TOOLS[name].brew ?? []);
  const cask = brew.filter((entry) => entry.startsWith('--cask'));
  const formulae = [...brew.filter((entry) => !entry.startsWith('--cask')), ...(old === null ? [] : ['cmake'])];

  lines.push('', 'Debian, Ubuntu:');
  if (apt.length > 0) {
    lines.push('  sudo apt-get update', `  sudo apt-get install -y --no-install-recommends ${apt.join(' ')}`);
  }
  if (missing.includes('chromium')) {
    lines.push('  On Ubuntu, where the package chromium is only a pointer: sudo snap install chromium');
  }
  if (old !== null || missing.includes('cmake')) {
    lines.push(
      `  If apt's CMake is older than ${CMAKE.join('.')} (Ubuntu 20.04 and 22.04, Debian 11), take one of:`,
      '    pip install --user cmake      (and put ~/.local/bin first on PATH)',
      '    sudo snap install cmake --classic',
      "    Kitware's own packages: https://apt.kitware.com/",
    );
  }
  lines.push('', 'macOS:');
  if (missing.some((name) => TOOLS[name].brew === null)) lines.push('  xcode-select --install');
  if (formulae.length > 0) lines.push(`  brew install ${formulae.join(' ')}`);
  lines.push(...cask.map((entry) => `  brew install ${entry}`));
  if (missing.includes('emscripten')) {
    lines.push(
      '',
      'Emscripten on any system:',
      '  git clone https://github.com/emscripten-core/emsdk.git',
      '  cd emsdk && ./emsdk install latest && ./emsdk activate latest && . ./emsdk_env.sh',
    );
  }
  lines.push('', 'Then run the same command again.');
  return lines.join('\n');
};

/** @param {readonly ToolName[]} names */
const systemPackages = async (names) => {
  const absent = () => names.filter((name) => find(name) === null);
  let missing = absent();
  if (missing.length > 0 && isDebian()) {
    const prefix = await asRoot();
    if (prefix !== null) {
      // Through env, because sudo drops what it is not told to keep.
      /** @type {(...args: string[]) => import('./steps.mjs').Command} */
      const aptGet = (...args) => {
        const [first = 'env', ...rest] = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...args];
        return [first, ...rest];
      };
      const packages = missing.flatMap((name) => TOOLS[name].apt.split(' '));
      await run('apt-get update', aptGet('update'));
      await run(
        `apt-get install ${packages.join(' ')}`,
        aptGet('install', '-y', '--no-install-recommends', ...packages),
      );
      missing = absent();
    }
  }
  const old = names.includes('cmake') ? await oldCMake() : null;
  if (missing.length > 0 || old !== null) throw new Stop(explain(missing, old));
};

/** Whether node_modules is what package-lock.json asks for, by npm's own record of what it installed. @param {string} folder */
const npmPackagesFit = (folder) => {
  const record = join(folder, 'node_modules/.package-lock.json');
  if (!existsSync(record)) return false;
  /** @typedef {Record<string, { version?: string, integrity?: string, optional?: boolean }>} Packages */
  /** @type {{ packages: Packages }} */
  const { packages: wanted } = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8'));
  /** @type {{ packages: Packages }} */
  const { packages: installed } = JSON.parse(readFileSync(record, 'utf8'));
  return (
    Object.keys(installed).every((path) => path in wanted && existsSync(join(folder, path))) &&
    Object.entries(wanted).every(([path, { version, integrity, optional }]) => {
      const there = installed[path];
      if (path === '') return true;
      // Optional packages are mostly other machines' binaries.
      if (there === undefined) return optional === true;
      return there.version === version && there.integrity === integrity;
    })
  );
};

/** CMake refuses a build folder that came along when the project was moved or copied. */
const dropMovedBuilds = () => {
  const build = join(ROOT, 'build');
  for (const name of existsSync(build) ? readdirSync(build) : []) {
    const cache = join(build, name, 'CMakeCache.txt');
    if (!existsSync(cache)) continue;
    const home = /^CMAKE_HOME_DIRECTORY:INTERNAL=(.*)$/m.exec(readFileSync(cache, 'utf8'))?.[1];
    if (home === undefined || !existsSync(home) || realpathSync(home) !== realpathSync(ROOT)) {
      rmSync(join(build, name), { recursive: true });
    }
  }
};

/**
 * Makes sure that the npm packages of a folder are there; the development packages also where NODE_ENV
 * says production: they are what builds the page.
 * @param {string} folder relative to the root
 */
export const npmPackages = async (folder) => {
  if (npmPackagesFit(join(ROOT, folder))) return;
  const named = folder === '.' ? '' : ` in ${folder}`;
  await run(`npm ci${named}`, ['npm', 'ci', '--prefix', folder, '--include=dev', '--no-audit', '--no-fund']);
};

/**
 * Makes sure that the named tools and the npm packages are there.
 * @param {readonly ToolName[]} names
 */
export const setup = async (names) => {
  if (!atLeast(process.versions.node.split('.').map(Number), NODE)) {
    throw new Stop(
      `Node ${NODE.join('.')} or newer is needed; this is ${process.versions.node}. See https://nodejs.org/`,
    );
  }
  await systemPackages(names);
  dropMovedBuilds();
  await npmPackages('.');
};
