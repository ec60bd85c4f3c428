/** What the shell and every place stand on: it comes in one file, and each place adds its own. */
// First, because it prepares Lit to take over what was prerendered.
import '@lit-labs/ssr-client/lit-element-hydrate-support.js';
import '../../entry/start.js';
import '../elements/study-element.js';
// Before the core starts, which is told then what its own functions take.
import '../engine/study-core.js';
// What most places use.
import '../../elements/keypad.js';
import '../../views/keypad.js';
import '../../views/practice.js';
import '../views/said.js';
import 'lit/directives/live.js';
