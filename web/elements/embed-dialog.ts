/** The dialog of the page that makes the code for embedding, at work. Loaded when it is asked for. */
import { SECTION_IDS } from '../content/schema.js';
import { PROTOCOL, settingsFrom, type FrameSettings, type HostMessage } from '../state/frame.js';
import { INITIAL } from '../state/graph.js';
import { elementSnippet, fixedHeight, frameAddress, frameSnippet, type Wanted } from '../state/snippet.js';
import { embedDialogView, type EmbedDialogText } from '../views/embed-dialog.js';
import styles from '../styles/embed-dialog.css';
import { copyText } from './copy-link.js';

/** The folder of the lesson, as it is known to the world where the page says so. */
function folderOf(document: Document): string {
  const canonical = document.querySelector<HTMLLinkElement>('link[rel=canonical]');
  return new URL('./', canonical?.href ?? document.baseURI).href;
}

/** All of them, for what is on show already: there a setting that is left out would stay as it was. */
const whole = ({ locale, ...settings }: Wanted): Required<FrameSettings> => ({
  sections: SECTION_IDS,
  p: INITIAL.at,
  y: INITIAL.y,
  theme: 'auto',
  ...settings,
  locale,
});

/** The lesson as it would be embedded; it takes new settings as they come. */
interface Preview {
  show(settings: Required<FrameSettings>): void;
  remove(): void;
}

function elementPreview(box: HTMLElement): Preview {
  const lesson = document.createElement('bce-lesson');
  box.append(lesson);
  return {
    show: (settings) => {
      for (const [name, value] of Object.entries(settings)) lesson.setAttribute(name, String(value));
    },
    remove: () => lesson.remove(),
  };
}

/** `address` is that of the frame, and `follows` whether it has the height of its content now. */
function framePreview(box: HTMLElement, address: string, title: string, follows: () => boolean): Preview {
  const frame = document.createElement('iframe');
  frame.title = title;
  frame.src = address;
  let wanted: Required<FrameSettings> | undefined;
  let content = 0;
  const send = (settings: FrameSettings): void =>
    frame.contentWindow?.postMessage({ bce: PROTOCOL, type: 'set', ...settings } satisfies HostMessage, '*');
  const resize = (): void => {
    frame.height = String(follows() && content > 0 ? content : fixedHeight(wanted?.sections));
  };
  const listen = ({ source, data }: MessageEvent): void => {
    if (source !== frame.contentWindow || data?.bce !== PROTOCOL) return;
    // What was wanted while it was loading.
    if (data.type === 'open' && wanted) send(wanted);
    if (data.type === 'height') content = Number(data.height);
    resize();
  };
  addEventListener('message', listen);
  box.append(frame);
  return {
    show: (settings) => {
      const before = wanted;
      wanted = settings;
      // Only what is new, so that a point that was moved in the preview stays where it is.
      const news = Object.entries(settings).filter(([name, value]) => {
        const old = before?.[name as keyof FrameSettings];
        return String(old) !== String(value);
      });
      if (before && news.length > 0) send(Object.fromEntries(news));
      resize();
    },
    remove: () => {
      removeEventListener('message', listen);
      frame.remove();
    },
  };
}

export function embedDialog(words: EmbedDialogText): { open(): void } {
  const { locale, texts } = words;
  const text = texts[locale];
  const view = embedDialogView(words);
  const { dialog, form, parts, code, said } = view;
  const folder = folderOf(document);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  const host = document.createElement('div');
  host.className = 'embed';
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [sheet];
  root.append(dialog);
  document.body.append(host);

  let preview: Preview | undefined;
  let previewed: string | undefined;

  const wanted = (): { kind: string; follows: boolean; settings: Wanted } => {
    const data = new FormData(form);
    const some = data.get('show') === 'some' ? data.getAll('section') : undefined;
    const { theme, ...settings } = settingsFrom((name) => (name === 'sections' ? some : data.get(name)));
    const { sections } = settings;
    if (sections && !sections.includes('graph')) for (const name of ['p', 'y'] as const) delete settings[name];
    return {
      kind: String(data.get('kind')),
      follows: data.has('follow'),
      settings: { ...settings, ...(theme && theme !== 'auto' ? { theme } : {}), locale: settings.locale ?? locale },
    };
  };

  const update = (): void => {
    const { kind, follows, settings } = wanted();
    const framed = kind === 'frame';
    const title = texts[settings.locale].lesson;
    const published = { folder, title };
    parts.sections.hidden = new FormData(form).get('show') !== 'some';
    parts.start.hidden = settings.sections !== undefined && !settings.sections.includes('graph');
    parts.follow.hidden = !framed;
    code.value = framed ? frameSnippet(settings, published, { follows }) : elementSnippet(settings, published);
    said.textContent = '';
    if (previewed !== kind) {
      preview?.remove();
      // Of this page's own folder: the published one may be another server's.
      preview = framed
        ? framePreview(
            view.preview,
            frameAddress(settings, new URL('./', document.baseURI).href),
            title,
            () => wanted().follows,
          )
        : elementPreview(view.preview);
      previewed = kind;
    }
    preview?.show(whole(settings));
  };

  form.addEventListener('input', update);
  form.addEventListener('submit', (event) => event.preventDefault());
  dialog.addEventListener('close', () => {
    preview?.remove();
    preview = undefined;
    previewed = undefined;
  });
  view.copy.addEventListener('click', async () => {
    const copied = await copyText(code.value);
    if (!copied) {
      code.focus();
      code.select();
    }
    // Said again where it is pressed again.
    said.textContent = '';
    requestAnimationFrame(() => (said.textContent = copied ? text.copied : text.copyFailed));
  });

  return {
    open: () => {
      if (dialog.open) return;
      dialog.showModal();
      update();
    },
  };
}
