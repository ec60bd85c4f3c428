#include "bce/result.hpp"

#include <doctest.h>

#include <cstdint>
#include <memory>
#include <string>
#include <type_traits>

namespace {

enum class Reason : std::uint8_t { too_small, too_large };

bce::Result<int, Reason> digit(int number) {
  if (number < 0) return Reason::too_small;
  if (number > 9) return Reason::too_large;
  return number;
}

}  // namespace

TEST_CASE("a result holds its value") {
  const auto result = digit(7);
  REQUIRE(result.ok());
  CHECK(static_cast<bool>(result));
  CHECK(*result == 7);
}

TEST_CASE("a result holds the reason why there is no value") {
  REQUIRE_FALSE(digit(-1).ok());
  CHECK_FALSE(static_cast<bool>(digit(-1)));
  CHECK(digit(-1).error() == Reason::too_small);
  CHECK(digit(10).error() == Reason::too_large);
}

TEST_CASE("the arrow of a result reaches into its value") {
  const bce::Result<std::string, Reason> result = std::string("loss");
  REQUIRE(result.ok());
  CHECK(result->size() == 4);
}

TEST_CASE("a result takes a value that can only be moved") {
  const bce::Result<std::unique_ptr<int>, Reason> result = std::make_unique<int>(3);
  REQUIRE(result.ok());
  CHECK(**result == 3);
}

TEST_CASE("a copied result is independent of the original") {
  auto copy = digit(3);
  const auto original = copy;
  copy = Reason::too_large;
  REQUIRE(original.ok());
  CHECK(*original == 3);
  CHECK_FALSE(copy.ok());
}

TEST_CASE("a result is never taken for its value by accident") {
  CHECK_FALSE(std::is_convertible_v<bce::Result<int, Reason>, int>);
  CHECK_FALSE(std::is_convertible_v<bce::Result<int, Reason>, bool>);
}
