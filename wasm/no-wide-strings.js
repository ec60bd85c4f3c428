/**
 * Part of the link, in Emscripten's own form. Embind registers a type for strings of wide characters
 * whether or not anything uses them, and the glue pays for it; only UTF-8 crosses here.
 */
mergeInto(LibraryManager.library, {
  _embind_register_std_wstring__deps: [],
  _embind_register_std_wstring: function () {},
});
