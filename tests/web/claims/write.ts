/** `npm run claims`: writes the list anew. */
import { writeFile } from 'node:fs/promises';
import { list, LIST } from './list.js';

await writeFile(LIST, await list());
