/// An example, as the arguments of a call.
#pragma once

#include "bce/loss.hpp"
#include "convert.hpp"

namespace bce::wasm {

/// A label and a logit checked by core, then f of them.
template <class F>
val with_logit(double label, double logit, F f) {
  const auto y = Label::from(label);
  if (!y) return failure(y.error());
  const auto z = Logit::from(logit);
  if (!z) return failure(z.error());
  return ok(f(*y, *z));
}

}  // namespace bce::wasm
