#include "convert.hpp"

namespace bce::wasm {

val to_array(const std::vector<Token>& list) {
  val array = val::array();
  for (const Token& token : list) {
    val entry = val::object();
    entry.set("kind", text(name(token.kind)));
    if (token.kind == TokenKind::number)
      entry.set("number", token.number);
    else if (token.kind != TokenKind::close)
      entry.set("text", text(token.text));
    array.call<void>("push", entry);
  }
  return array;
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
