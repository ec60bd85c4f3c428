/** A reading of the point as it crosses from core: one array of numbers, which is as fast as one property. */
import type { PointReading } from '../../wasm/contract/core.js';

/** The order is that of read_point in wasm/bindings/graph.cpp. */
export function pointFrom(numbers: Float64Array): PointReading {
  const at = (i: number): number => numbers[i] ?? NaN;
  return {
    probability: at(0),
    complement: at(1),
    logit: at(2),
    loss: at(3),
    slope: at(4),
    slopeInLogit: at(5),
    entropy: at(6),
    divergence: at(7),
    squaredError: at(8),
    squaredErrorSlope: at(9),
    classificationError: at(10),
    reported: {
      pytorch: { loss: at(11), slope: at(12) },
      keras: { loss: at(13), slope: at(14) },
      scikit_learn: { loss: at(15), slope: at(16) },
    },
    xPx: at(17),
    yPx: at(18),
    inFrame: at(19) === 1,
    tangent: numbers.length > 20 ? [at(20), at(21), at(22), at(23)] : undefined,
  };
}
