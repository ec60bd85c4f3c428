/**
 * What a page says of itself to programs that turn a pasted address into an embed: an oEmbed response
 * of type rich. It is a file, so it cannot answer to maxwidth; the frame takes the width it is given.
 */
import { LOCALES, type Locale } from '../content/locales.js';
import { fixedHeight, frameSnippet } from '../state/snippet.js';
import { HEIGHT, WIDTH } from './preview.js';

export interface OEmbed {
  type: 'rich';
  version: '1.0';
  title: string;
  provider_name: string;
  provider_url: string;
  cache_age: number;
  thumbnail_url: string;
  thumbnail_width: number;
  thumbnail_height: number;
  html: string;
  width: number;
  height: number;
}

/** As wide as the lesson's text is in its page, in pixels. */
const FRAME_WIDTH = 760;
/** A day, in seconds. */
const CACHE_AGE = 86_400;

export const oembedFile = (locale: Locale): string => (locale === LOCALES[0] ? 'oembed.json' : `oembed-${locale}.json`);

export const oembed = (
  locale: Locale,
  { folder, title, provider, picture }: { folder: string; title: string; provider: string; picture: string },
): OEmbed => ({
  type: 'rich',
  version: '1.0',
  title,
  provider_name: provider,
  provider_url: folder,
  cache_age: CACHE_AGE,
  thumbnail_url: picture,
  thumbnail_width: WIDTH,
  thumbnail_height: HEIGHT,
  html: frameSnippet({ locale }, { folder, title }),
  width: FRAME_WIDTH,
  height: fixedHeight(undefined),
});
