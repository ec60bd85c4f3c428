import { LitElementRenderer, type RenderInfo, type RenderResult } from '@lit-labs/ssr';
import { renderValue } from '@lit-labs/ssr/lib/render-value.js';

/**
 * Renders an element's shadow root with its styles as a link.
 *
 * Lit would write a <style> element there, which a Content-Security-Policy without unsafe-inline
 * refuses.
 */
export const linkedRenderer = (stylesheet: string) =>
  class extends LitElementRenderer {
    override renderShadow(renderInfo: RenderInfo): RenderResult {
      const element = this.element as unknown as { render(): unknown };
      return [`<link rel="stylesheet" href="${stylesheet}">`, () => renderValue(element.render(), renderInfo)] as RenderResult;
    }
  };
