import { LitElementRenderer, type RenderInfo } from '@lit-labs/ssr';
import type { ThunkedRenderResult } from '@lit-labs/ssr/lib/render-result.js';
import { renderValue } from '@lit-labs/ssr/lib/render-value.js';

/**
 * Renders an element's shadow root with its styles as a link.
 *
 * Lit would write a <style> element there, which a Content-Security-Policy without unsafe-inline
 * refuses.
 */
export const linkedRenderer = (stylesheet: string) =>
  class extends LitElementRenderer {
    // render() is protected on the element; the base class calls it as well.
    override renderShadow(renderInfo: RenderInfo): ThunkedRenderResult {
      const element = this.element as unknown as { render(): unknown };
      return [`<link rel="stylesheet" href="${stylesheet}">`, () => renderValue(element.render(), renderInfo)];
    }
  };
