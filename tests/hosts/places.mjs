/** Where the hosts are, where the package is installed for them, and where they are built to. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const HERE = fileURLToPath(new URL('.', import.meta.url));
export const ROOT = join(HERE, '../..');
export const APPS = join(HERE, 'apps');
export const INSTALLED = join(APPS, 'node_modules/binary-cross-entropy');
export const BUILT = join(ROOT, 'build/hosts');
