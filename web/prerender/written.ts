import type { RenderResult } from '@lit-labs/ssr/lib/render-result.js';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';

/** A document as it is published. Lit's mark at the end of a template, which validators refuse, as browsers mend it. */
export const written = async (document: RenderResult): Promise<string> =>
  `${(await collectResult(document)).replaceAll('<?>', '<!--?-->')}\n`;
