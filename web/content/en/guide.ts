import type { GuideFacts, GuideText } from '../schema.js';

const oneLine = (policy: string): string => policy.replaceAll('\n', ' ');

const HASHED = '-[0-9A-Z]{8}\\.(js|wasm|woff2)$';

export default ({ policy, hash, sections }: GuideFacts): GuideText => ({
  title: 'Binary cross-entropy on your own page: a guide for publishers',
  description:
    'How to put the interactive lesson on binary cross-entropy on a page of yours: elements, frame, package, settings, events, looks, policy, caching.',
  heading: 'On your own page',
  intro:
    'The lesson is a guest: it takes the type of your page, stores nothing, sends nothing, loads only its own files, and leaves nothing behind when it is removed. What stands here in examples is at work, under the policy that is printed below.',
  back: 'The lesson',
  contents: 'In this guide',
  copy: 'Copy',
  copied: 'Copied.',
  copyFailed: 'That could not be copied; select it and use your keyboard.',
  none: 'None yet.',
  sections: [
    {
      id: 'start',
      heading: 'Start in five lines',
      blocks: [
        'Copy the folder `dist/site` to your server; any folder of any server that can send files will do. In what follows it is `https://example.org/bce/`. Then choose one of three.',
        '*An element*, where you can put a script on a page:',
        {
          name: 'An element',
          code: `<script type="module" src="https://example.org/bce/bce-lesson.js"></script>
<bce-lesson>
  <a href="https://example.org/bce/">Binary cross-entropy, an interactive lesson</a>
</bce-lesson>`,
        },
        'What is inside the element stands there until the lesson is ready, and if it never is. `<bce-graph>`, `<bce-practice>` and `<bce-derivation>` stand alone as well: a page with one of them takes the script of that name, a page with several takes `bce-lesson.js`, which has them all.',
        {
          example: 'graph',
          caption:
            '`<bce-graph p="0.85">`, in the type and at the width of this page. Files are asked for when it nears what is seen; `loading="eager"` does not wait.',
        },
        '*A frame*, where only HTML can be pasted. The dialog *Embed this* at the top of the lesson makes this code:',
        {
          name: 'A frame',
          code: `<iframe src="https://example.org/bce/embed.html?sections=graph,practice&amp;p=0.85"
  title="Binary cross-entropy" width="100%" height="720" frameborder="0"
  loading="lazy" allow="clipboard-write"></iframe>
<script async src="https://example.org/bce/bce-frame.js"></script>`,
        },
        '*A package*, where you have a bundler. `npm run build` writes `dist/package`; `npm pack` makes an archive of it.',
        {
          name: 'A package',
          code: `import 'binary-cross-entropy';

document.body.append(document.createElement('bce-lesson'));`,
        },
        'It has types for TypeScript, React, Vue and Svelte, the core on its own for browsers and Node, and the events as xAPI statements; its README says how.',
      ],
    },
    {
      id: 'settings',
      heading: 'Settings',
      blocks: [
        'Each is an attribute, and a property of the same name in camel case. What makes no sense keeps the value before it, and one `bce-error` event says which it was; nothing is thrown into your page.',
        { name: 'Attributes', table: 'attributes' },
        `The sections are ${sections.map((id) => `\`${id}\``).join(', ')}.`,
        { name: 'Properties', table: 'properties' },
      ],
    },
    {
      id: 'events',
      heading: 'Events',
      blocks: [
        'They bubble and cross shadow roots. `bce-change`, `bce-answer` and `bce-step` tell what the learner did, never what a script did; nobody else is told.',
        { name: 'Events', table: 'events' },
        {
          name: 'To hear an event',
          code: `document.querySelector('bce-graph').addEventListener('bce-change', ({ y, p, loss }) => {
  console.log(\`y = \${y}, p = \${p}: a loss of \${loss}\`);
});`,
        },
        'For a learning record store, `bce-xapi.js` makes xAPI statements of them and hands them to you. It sends nothing.',
      ],
    },
    {
      id: 'looks',
      heading: 'Looks',
      blocks: [
        'Font and size are those of your page. Colours and corners follow custom properties, which a style sheet sets on the element or anywhere above it:',
        { name: 'Custom properties', table: 'cssProperties' },
        {
          name: 'Colours of a page of its own',
          code: `bce-practice {
  --bce-accent: light-dark(#7a2f7d, #e3a6e6);
  --bce-surface: light-dark(#f8f3f8, #201a21);
  --bce-radius: 1.2rem;
  border-radius: 1.2rem;
}`,
        },
        { example: 'practice', caption: '`<bce-practice>` with these properties.' },
        'Single boxes can be reached as parts, `bce-lesson::part(lesson)`:',
        { name: 'Parts', table: 'cssParts' },
        '`theme` is `auto`, `light` or `dark`. Where a reader forces colours of their own, those win.',
      ],
    },
    {
      id: 'frame',
      heading: 'The frame',
      blocks: [
        {
          example: 'frame',
          caption: '`embed.html?sections=overview,symbols`, as high as its content by `bce-frame.js`.',
        },
        {
          name: 'Settings in the address of a frame',
          columns: ['in the address', 'what it says'],
          rows: [
            ['`sections=graph,practice`', 'What is shown, in this order.'],
            ['`p=0.85`, `y=1`', 'Where the point of the graph starts, each from 0 to 1.'],
            ['`theme=dark`', '`auto`, `light` or `dark`.'],
            ['`locale=es`', 'The language. `embed-es.html` is in Spanish from the first moment.'],
            ['`#p=0.85&y=1`', 'A state, as links that learners copy have it; it wins.'],
          ],
        },
        'Nothing in an address stores anything or leads away from the lesson: a frame has neither `storage` nor `study-href`.',
        'The script is optional. With it the frame follows its content, and the events are heard on the `<iframe>`, their fields in `detail`. It finds the frames from its own folder; mark others with `data-bce`. Without it, 720 pixels suit a frame with the graph or the derivation, 640 one with the problem, 480 one with text alone; what does not fit scrolls inside. A page with `@open-iframe-resizer/core` needs nothing else.',
        {
          name: 'Messages between a page and the frame',
          columns: ['message, each with bce: 1', 'from', 'meaning'],
          rows: [
            ["`{ type: 'open' }`", 'the frame', 'It has begun to listen.'],
            [
              "`{ type: 'height', height }`",
              'the frame',
              'How high all of it is, in CSS pixels, whenever that changes.',
            ],
            [
              "`{ type: 'reveal', top, bottom, block }`",
              'the frame',
              'The learner went to what stands between these heights: bring it into view.',
            ],
            [
              "`{ type: 'event', name, detail }`",
              'the frame',
              'An event of the lesson; sent only to the origin that said hello.',
            ],
            ["`{ type: 'hello' }`", 'your page', 'Answered by the height; from then on events are sent to you.'],
            [
              "`{ type: 'set', sections, p, y, theme, locale }`",
              'your page',
              'Any of the settings of an address; what is left out stays.',
            ],
          ],
        },
        {
          name: 'To set the point from outside',
          code: `const frame = document.querySelector('iframe');
frame.contentWindow.postMessage({ bce: 1, type: 'set', p: 0.25, y: 0 }, 'https://example.org');`,
        },
        'A frame with `sandbox="allow-scripts"` has no origin, so its scripts are asked for across origins: send `Access-Control-Allow-Origin: *` with every file of the folder, as you have to for an element on a page of another origin. Where that is missing, the lesson stands as text and pictures, and says so. `allow-popups allow-popups-to-escape-sandbox` lets links to the sources open, `allow-downloads` lets pictures be saved. Do not send `X-Frame-Options` with `embed.html`; who may have it in a frame is said by `frame-ancestors` in its policy, and without that anyone may.',
      ],
    },
    {
      id: 'security',
      heading: 'Policy and integrity',
      blocks: [
        'This is the policy of the lesson’s own pages, this one among them. Whatever it lets in is needed, and Trusted Types are enforced.',
        { name: 'The policy of the folder', code: policy.site },
        'A page of yours needs less. With `bce-lesson.js` from another server, besides what you have:',
        { name: 'What an element needs', code: policy.element },
        "Each script makes its templates under its own name, so name in `trusted-types` the scripts that you load; with two copies of one script on a page, add `'allow-duplicates'`. There are no style elements and no style attributes, so nothing is needed in `style-src`. Under Trusted Types webpack wants `output.trustedTypes`, and Vue and Svelte names of their own. With a frame:",
        { name: 'What a frame needs', code: policy.frame },
        'Hashes of all files are in `integrity.json`. A script that is held to its hash is not run once the file is another one, so this is for who keeps a folder for each version:',
        {
          name: 'A script held to its hash',
          code: `<script type="module" src="https://example.org/bce/bce-lesson.js" crossorigin
  integrity="${hash}"></script>`,
        },
        'That holds this script alone. Modules that it asks for later, the text among them, are held by the field `integrity` of an import map, where the browser knows it; an import map is inline, so a strict policy has to name its hash. The WebAssembly file and the font cannot be held so; their names are made from their content.',
        '`SECURITY.md` in the repository says what is promised and how to report a weakness.',
      ],
    },
    {
      id: 'serving',
      heading: 'Types and caching',
      blocks: [
        'Files with a hash in their name, eight capitals and digits before the dot, never change: keep them for a year. All others keep their names from build to build, so let browsers ask each time whether they are still the same. Scripts have to have a type of JavaScript, as `text/javascript`, and HTML has to be UTF-8. WebAssembly should be `application/wasm`, and works as anything else.',
        {
          name: 'nginx',
          code: `# In http { … }
map $uri $bce_cache {
  default "no-cache";
  "~${HASHED}" "public, max-age=31536000, immutable";
}

# In server { … }
location /bce/ {
  charset utf-8;
  charset_types text/css text/plain text/javascript application/javascript application/json;
  gzip on;
  gzip_types text/css text/javascript application/javascript application/json application/wasm image/svg+xml;
  add_header Cache-Control $bce_cache;
  add_header Access-Control-Allow-Origin "*";
  add_header X-Content-Type-Options "nosniff";
  add_header Content-Security-Policy "${oneLine(policy.site)}";
}`,
        },
        {
          name: 'Apache, as .htaccess in the folder; needs mod_headers',
          code: `AddType text/javascript .js
AddType application/wasm .wasm
AddType font/woff2 .woff2
AddDefaultCharset utf-8
AddCharset utf-8 .js .css .json
Header set Cache-Control "no-cache"
<FilesMatch "${HASHED}">
  Header set Cache-Control "public, max-age=31536000, immutable"
</FilesMatch>
Header set Access-Control-Allow-Origin "*"
Header set X-Content-Type-Options "nosniff"
Header set Content-Security-Policy "${oneLine(policy.site)}"`,
        },
        'GitHub Pages takes the folder as it is. Its headers are its own: it knows the types, lets other origins read the files, and keeps every file for ten minutes, so a new version can be mixed with an old one for that long. It sends no policy.',
        {
          name: 'A bucket, as of Amazon S3, by its command line',
          code: `aws s3 sync dist/site s3://BUCKET/bce/ --cache-control "no-cache"
aws s3 cp dist/site s3://BUCKET/bce/ --recursive --exclude "*" \\
  --include "${`*-${'[0-9A-Z]'.repeat(8)}.*`}" \\
  --cache-control "public, max-age=31536000, immutable"
aws s3 cp dist/site s3://BUCKET/bce/ --recursive --exclude "*" --include "*.wasm" \\
  --content-type application/wasm --cache-control "public, max-age=31536000, immutable"`,
        },
        'A bucket answers other origins once its CORS rules let `GET` from `*` in; a policy is set by what stands in front of it.',
      ],
    },
    {
      id: 'upgrades',
      heading: 'Upgrades',
      blocks: [
        {
          list: [
            'To upgrade, put the new folder in the place of the old one, and leave old files with a hash there for a day or two: a page that is open may still ask for one.',
            'The names without a hash stay: `bce-lesson.js` and its sisters, `bce-frame.js`, `embed.html`, `guide.html`.',
            'The package counts by semantic versioning. What counts is what this guide has in tables: elements, attributes, properties, events, custom properties, parts. What an element looks like inside is not among them.',
            'Messages carry their version. A change that an older page would misread gets another number; whoever meets a number that they do not know passes over it.',
            'Two versions of the scripts on one page do not fight: the first to define an element has it.',
          ],
        },
      ],
    },
    {
      id: 'data',
      heading: 'What is stored and sent',
      blocks: [
        'By default nothing: no cookie, no storage, no cache of its own, no request but for the files of the folder. Only the lesson’s own page, where a reader opens it by itself, keeps a copy of these files in the browser, so that it opens without a network; delete `offline.js` from the folder if you do not want that. An element never stores unless its `storage` is set to `local`, by you; a frame cannot. Then it keeps what the learner did in the browser’s local storage, under the one key `bce-lesson/1`, by the element’s `id` or by its place among its kind. What learners do leaves the lesson as events, for your page alone.',
      ],
    },
    {
      id: 'failure',
      heading: 'When something is missing',
      blocks: [
        {
          list: [
            '*No JavaScript.* The lesson’s own pages and the frame are complete as text, formulas and pictures. An element shows what you wrote inside it.',
            '*A file that does not come, or no WebAssembly.* What is there already stays, one sentence says what is not, a button asks for it again, and there is one `bce-error` event.',
            '*No network.* What has been loaded goes on working; nothing is asked for while a learner works, but for what a button brings, such as saving a picture.',
            '*An exception of ours* stays in the element, and is told of by `bce-error` with the code `drawing_failed`.',
          ],
        },
      ],
    },
    {
      id: 'accessibility',
      heading: 'Accessibility',
      blocks: [
        'Facts for a statement of yours, each held by a test of the project:',
        {
          list: [
            'Everything can be done by keyboard. The point of the graph is a native slider with a name and a value in words; the other controls are native too.',
            'The graph is told in a sentence that follows the point, and can be listened to. Formulas are MathML. Answers are announced.',
            'Nothing is lost at 320 pixels; pages do not scroll sideways. Light, dark and forced colours are looked at by pictures.',
            'axe-core finds nothing in the pages, the frame and this guide, in light and in dark.',
          ],
        },
        'It has not been audited by anyone else, and no conformance is claimed.',
      ],
    },
    {
      id: 'licence',
      heading: 'Licence',
      blocks: [
        'MIT. What is published with the lesson, and under which licence, is in [licenses.txt](./licenses.txt); keep that file with the others.',
      ],
    },
  ],
});
