/** Whether this engine has 128-bit SIMD: a module of one function, which splats a number over a vector, is one. */
export const hasSimd = (): boolean =>
  WebAssembly.validate(
    // prettier-ignore
    Uint8Array.of(
      0, 97, 115, 109, 1, 0, 0, 0,
      1, 5, 1, 96, 0, 1, 123, // type: () -> v128
      3, 2, 1, 0, // a function of it
      10, 8, 1, 6, 0, 65, 0, 253, 15, 11, // i32.const 0, i8x16.splat
    ),
  );
