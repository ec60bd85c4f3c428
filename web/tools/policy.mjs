/** The Content-Security-Policy that the lesson is served and tested under. */
export const POLICY = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'";
