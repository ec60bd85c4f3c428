/** Files that the build puts beside the scripts; each value is a path relative to them. */
declare module '#bce-study.wasm' {
  const path: string;
  export default path;
}
declare module '#bce-study-simd.wasm' {
  const path: string;
  export default path;
}
declare module '#predictions-worker' {
  const path: string;
  export default path;
}
