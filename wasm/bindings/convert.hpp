/// Core's values as the plain JavaScript data that contract/core.d.ts describes.
///
/// The only file where both vocabularies meet. Argument types and counts have been checked on the
/// JavaScript side before a binding is called (web/engine/guard.ts), because release Embind turns
/// whatever it gets into a number without a word.
#pragma once

#include <emscripten/val.h>

#include <cstddef>
#include <cstdlib>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "bce/tokens.hpp"
#include "names.hpp"

namespace bce::wasm {

using emscripten::val;

inline val text(std::string_view utf8) { return val(std::string(utf8)); }

template <class T>
val ok(T&& value) {
  val outcome = val::object();
  outcome.set("ok", true);
  outcome.set("value", std::forward<T>(value));
  return outcome;
}

/// A refusal with the binding's own code, or with an enumerator of core.
inline val failure(std::string_view code) {
  val outcome = val::object();
  outcome.set("ok", false);
  outcome.set("code", text(code));
  return outcome;
}
template <class Error>
requires std::is_enum_v<Error> val failure(Error error) { return failure(name(error)); }

/// Tokens of the contract, made by the function `tokens` that the module was started with.
val to_tokens(const std::vector<Token>& list);

/// A copy of a Float64Array in wasm memory; `data` is null where memory ran out.
struct Numbers {
  struct Free {
    void operator()(double* memory) const { std::free(memory); }
  };
  std::unique_ptr<double[], Free> data;
  std::size_t size = 0;
  [[nodiscard]] std::span<const double> view() const { return {data.get(), size}; }
};
Numbers copy_in(const val& float64_array);

/// Copies some numbers of a Float64Array, from the one with that index on, into memory of ours.
void copy_in(const val& float64_array, std::size_t from, std::span<double> numbers);

/// A copy of numbers in JavaScript's own memory, so that a later growth of ours cannot touch it.
val copy_out(std::span<const double> numbers);

}  // namespace bce::wasm
