/**
 * Part of the link, in Emscripten's own form: what the glue leaves out of Embind because nothing here uses it. The
 * guard (web/engine/guard.ts) stands before every call, and a function has one form.
 */
mergeInto(LibraryManager.library, {
  // Strings of wide characters: only UTF-8 crosses.
  _embind_register_std_wstring__deps: [],
  _embind_register_std_wstring: function () {},

  // A function by its name, without a table of those that share it.
  $exposePublicSymbol__deps: [],
  $exposePublicSymbol: function (name, value) {
    Module[name] = value;
  },
  $replacePublicSymbol__deps: [],
  $replacePublicSymbol: function (name, value, argCount) {
    Module[name] = value;
    value.argCount = argCount;
  },

  // Defects of ours, which the guard catches: one class of error says as much as three.
  $throwBindingError__deps: [],
  $throwBindingError: function (message) {
    throw new TypeError(message);
  },
  $throwInternalError__deps: [],
  $throwInternalError: function (message) {
    throw new TypeError(message);
  },
  $throwUnboundTypeError__deps: [],
  $throwUnboundTypeError: function (message) {
    throw new TypeError(message);
  },

  // Counts of handles, for debugging.
  $init_emval__deps: [],
  $init_emval__postset: '',
  $init_emval: function () {},
});
