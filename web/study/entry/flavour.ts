/** The file of the core that this engine can run: with SIMD, or without. Both go with the same glue. */
import plain from '#bce-study.wasm';
import simd from '#bce-study-simd.wasm';
import { hasSimd } from '../engine/simd.js';

export default hasSimd() ? simd : plain;
