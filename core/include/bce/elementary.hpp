/// The natural logarithm and the exponential function, made of + - * / alone.
///
/// Our own for two reasons. The same digits everywhere: two C libraries differ in the last place,
/// so a browser and a test would too; these functions use only operations that IEEE 754 rounds in
/// one way. And bytes: a C library's tables, which do not compress, would add 2 kB to the wasm.
///
/// Accuracy, the most of 10 million random doubles of every range: ln 0.55 ulp, ln_1p 0.55 ulp, exp
/// 0.69 ulp, subnormal arguments and values included. NaN gives NaN.
#pragma once

namespace bce::elementary {

/// Natural logarithm. Domain [0, +inf]; either zero gives -inf, what is below gives NaN. ln 1 = 0.
[[nodiscard]] double ln(double x) noexcept;

/// ln(1 + x), also where 1 + x has lost the digits of x. Domain [-1, +inf]; -1 gives -inf, what is
/// below gives NaN. Below 2^-54 in size it is x itself, the sign of zero included.
[[nodiscard]] double ln_1p(double x) noexcept;

/// e^x. Domain [-inf, +inf], range [0, +inf]; overflows to +inf and underflows gradually to 0, both
/// where the value rounds to it.
[[nodiscard]] double exp(double x) noexcept;

/// 1/3 + t/5 + t^2/7 + ..., cut off after `terms` terms; atanh(s) = s + s^3 atanh_tail(s^2).
[[nodiscard]] double atanh_tail(double t, int terms) noexcept;

}  // namespace bce::elementary
