/// A value, or the reason there is none.
///
/// Every core function that can refuse its input returns a Result with its own small enum of
/// reasons; a function that cannot fail returns the plain value and is noexcept. Core is built
/// without exceptions.
#pragma once

#include <cassert>
#include <type_traits>
#include <utility>
#include <variant>

namespace bce {

template <class T, class E>
class [[nodiscard("a Result may hold an error: look at it")]] Result {
  static_assert(!std::is_same_v<T, E>, "value and error need different types");

 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(E error) : state_(std::in_place_index<1>, std::move(error)) {}

  [[nodiscard]] bool ok() const noexcept { return state_.index() == 0; }
  explicit operator bool() const noexcept { return ok(); }

  /// The value. Only where ok().
  [[nodiscard]] const T& operator*() const& noexcept {
    assert(ok());
    return *std::get_if<0>(&state_);
  }
  [[nodiscard]] const T* operator->() const noexcept { return &**this; }

  /// The reason. Only where not ok().
  [[nodiscard]] const E& error() const& noexcept {
    assert(!ok());
    return *std::get_if<1>(&state_);
  }

 private:
  std::variant<T, E> state_;
};

}  // namespace bce
