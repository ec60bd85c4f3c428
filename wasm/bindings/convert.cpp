#include "convert.hpp"

namespace bce::wasm {

namespace {

/// A number as itself, which is never negative; any other token as a negative number made of the
/// bytes of its text, as codeOf in web/engine/tokens.ts makes it.
double code_of(const Token& token) {
  if (token.kind == TokenKind::number) return token.number;
  double code = 0.0;
  for (const char c : token.text) code = 16.0 * code + static_cast<unsigned char>(c);
  return -1.0 - code;
}

}  // namespace

val to_tokens(const std::vector<Token>& list) {
  std::vector<double> codes;
  for (const Token& token : list) {
    // Before the number, because what a token is called is a whole number.
    if (token.figures != 0) codes.push_back(token.figures / -256.0);
    codes.push_back(code_of(token));
  }
  // As objects, each token would cross in a dozen calls.
  return val::module_property("tokens")(emscripten::typed_memory_view(codes.size(), codes.data()));
}

Numbers copy_in(const val& float64_array) {
  Numbers numbers;
  numbers.size = float64_array["length"].as<std::size_t>();
  // Not new: without exceptions it ends the program where memory cannot grow. At least one, so that
  // an empty array is not mistaken for exhausted memory.
  numbers.data.reset(static_cast<double*>(std::malloc((numbers.size + 1) * sizeof(double))));
  if (numbers.data) {
    val memory{emscripten::typed_memory_view(numbers.size, numbers.data.get())};
    memory.call<void>("set", float64_array);
  }
  return numbers;
}

val copy_out(std::span<const double> numbers) {
  return val(emscripten::typed_memory_view(numbers.size(), numbers.data())).call<val>("slice");
}

}  // namespace bce::wasm
