/**
 * Runs the long steps of a command: shows that they are alive, keeps their output to itself while
 * they succeed, and shows all of it when they fail. Node's own modules only: npm's are not there yet.
 */
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..');

/** A failure that was foreseen: its message is all that the reader needs, a stack would only hide it. */
export class Stop extends Error {}

/** @typedef {readonly [string, ...string[]]} Command */
/** @typedef {{ command: string, code: number | null, output: string }} Ran */

/** @param {Ran} ran */
export const failure = (ran) => `$ ${ran.command}\n${ran.output.trimEnd()}\n(exit code ${ran.code ?? 'none: killed'})`;

/** @param {number} since */
export const elapsed = (since) => {
  const seconds = (performance.now() - since) / 1000;
  return seconds < 60
    ? `${seconds.toFixed(1)} s`
    : `${Math.floor(seconds / 60)} min ${Math.floor(seconds % 60)
        .toString()
        .padStart(2, '0')} s`;
};

/** @type {Set<import('node:child_process').ChildProcess>} */
const children = new Set();
process.on('exit', () => children.forEach((child) => child.kill()));
for (const [signal, code] of /** @type {const} */ ([
  ['SIGINT', 130],
  ['SIGTERM', 143],
])) {
  process.on(signal, () => process.exit(code));
}

/**
 * Runs a command in the repository's root without a terminal; never rejects.
 * @param {Command} command
 * @param {NodeJS.ProcessEnv} [env] on top of ours
 * @returns {Promise<Ran>}
 */
export const execute = ([name, ...args], env = {}) =>
  new Promise((resolve) => {
    const shown = [name, ...args].map((part) => (/[^\w./:=@+,-]/.test(part) ? `'${part}'` : part)).join(' ');
    const child = spawn(name, args, {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, FORCE_COLOR: '0', ...env },
    });
    /** @type {Buffer[]} */
    const chunks = [];
    /** @param {number | null} code */
    const finish = (code) => {
      children.delete(child);
      // Some colour their output whatever they are told, and it is searched for counts.
      resolve({ command: shown, code, output: stripVTControlCharacters(Buffer.concat(chunks).toString()) });
    };
    children.add(child);
    child.stdout.on('data', (chunk) => chunks.push(chunk));
    child.stderr.on('data', (chunk) => chunks.push(chunk));
    child.on('close', finish);
    child.on('error', (error) => {
      chunks.push(Buffer.from(error.message));
      finish(127);
    });
  });

const live = process.stdout.isTTY === true;
/** @type {Map<string, number>} */
const running = new Map();
/** @type {NodeJS.Timeout | undefined} */
let clock;

const clear = () => void (live && process.stdout.write('\r\x1b[2K'));
const paint = () => {
  if (!live || running.size === 0) return;
  const line = `  … ${[...running].map(([title, since]) => `${title} ${elapsed(since)}`).join(', ')}`;
  process.stdout.write(`\r\x1b[2K${line.slice(0, (process.stdout.columns || 80) - 1)}`);
};
const heartbeat = () => {
  if (live) paint();
  else for (const [title, since] of running) console.log(`  … ${title} ${elapsed(since)}`);
};

/** @param {string} text */
const say = (text) => {
  clear();
  console.log(text);
  paint();
};

/**
 * One step: a line when it is over, and signs of life until then. Steps may run side by side.
 * @template T
 * @param {string} title
 * @param {() => Promise<{ ok: boolean, value: T, note?: string }>} work
 * @returns {Promise<T>}
 */
export const step = async (title, work) => {
  const since = performance.now();
  running.set(title, since);
  clock ??= setInterval(heartbeat, live ? 200 : 15_000);
  paint();
  /** @type {{ ok: boolean, value: T, note?: string } | undefined} */
  let result;
  try {
    result = await work();
    return result.value;
  } finally {
    running.delete(title);
    if (running.size === 0) {
      clearInterval(clock);
      clock = undefined;
    }
    const note = result?.note === undefined ? '' : `  ${result.note}`;
    say(`  ${result?.ok === true ? '✓' : '✗'} ${title}${note}  ${elapsed(since)}`);
  }
};

/**
 * A step that is one command; stops everything if it fails.
 * @param {string} title
 * @param {Command} command
 * @param {NodeJS.ProcessEnv} [env]
 */
export const run = async (title, command, env) => {
  const ran = await step(title, async () => {
    const value = await execute(command, env);
    return { ok: value.code === 0, value };
  });
  if (ran.code !== 0) throw new Stop(failure(ran));
};

/**
 * The frame of every command.
 * @param {() => Promise<void>} work
 */
export const main = async (work) => {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    console.error(`\n${error.message}`);
    process.exitCode = 1;
  }
};
