/// Tokens as text that parse() reads, to see that nothing was lost in print.
#pragma once

#include <array>
#include <cstddef>
#include <cstdio>
#include <string>
#include <vector>

#include "bce/tokens.hpp"

namespace bce {

inline std::string as_typed(const std::vector<Token>& tokens, std::size_t& at) {
  const Token& token = tokens[at++];
  if (token.kind == TokenKind::number) {
    std::array<char, 40> text{};
    std::snprintf(text.data(), text.size(), "%.17g", token.number);
    return text.data();
  }
  // 10 e would be a number with its exponent left out.
  if (token.text == "e") return "(e)";
  // L N would be ln: spaces do not part letters.
  if (token.text == "L") return "(L)";
  if (token.kind != TokenKind::open) return std::string(token.text);
  std::vector<std::string> parts;
  while (tokens[at].kind != TokenKind::close) parts.push_back(as_typed(tokens, at));
  ++at;
  if (token.text == "fraction") return "((" + parts[0] + ")/(" + parts[1] + "))";
  if (token.text == "superscript") return parts[0] + "^(" + parts[1] + ")";
  if (token.text == "root") return "sqrt(" + parts[0] + ")";
  if (token.text == "subscript") return parts[0] + parts[1];  // log2
  std::string all;
  for (const std::string& part : parts) all += part + (part == "log" ? "" : " ");
  if (token.text == "row") return all;
  return token.text == "|" ? "(|" + all + "|)" : "(" + all + ")";
}

inline std::string as_typed(const std::vector<Token>& tokens) {
  std::string text;
  for (std::size_t at = 0; at < tokens.size();) text += as_typed(tokens, at) + " ";
  return text;
}

}  // namespace bce
