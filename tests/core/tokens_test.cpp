#include "bce/tokens.hpp"

#include <doctest.h>

#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "as_typed.hpp"
#include "bce/parse.hpp"

namespace {

using bce::equals;
using bce::Expression;
using bce::ln;
using bce::Op;
using bce::product;
using bce::sum;
using bce::Symbol;
using bce::Token;
using bce::TokenKind;

const Expression y{Symbol::label};
const Expression p{Symbol::probability};
const Expression y_i{Symbol::label_i};
const Expression p_i{Symbol::probability_i};

Expression power(Expression base, Expression exponent) { return pow(base, exponent); }
Expression one(Op op, Expression a) { return {op, {std::move(a)}}; }

/// The shortest decimal that is this number.
std::string digits(double number) {
  std::array<char, 400> text{};
  for (int decimals = 0; decimals < 25; ++decimals) {
    std::snprintf(text.data(), text.size(), "%.*f", decimals, number);
    if (std::strtod(text.data(), nullptr) == number) return text.data();
  }
  std::snprintf(text.data(), text.size(), "%.17g", number);
  return text.data();
}

/// One line, easy to read in a test: fences as they print, other layouts as name{ ... }.
std::string line(const Expression& e) {
  std::string text;
  std::vector<std::string_view> open;
  for (const Token& token : bce::tokens(e)) {
    if (token.kind == TokenKind::close) {
      if (open.empty()) return text + " UNBALANCED";
      const std::string_view layout = open.back();
      open.pop_back();
      text += layout == "(" ? ")" : layout == "[" ? "]" : layout == "|" ? "|" : "}";
      continue;
    }
    const char last = text.empty() ? '{' : text.back();
    if (last != '{' && last != '(' && last != '[' && !(last == '|' && open.back() == "|")) {
      text += ' ';
    }
    if (token.kind == TokenKind::number) {
      text += digits(token.number);
    } else {
      text += token.text;
    }
    if (token.kind == TokenKind::open) {
      open.push_back(token.text);
      if (token.text != "(" && token.text != "[" && token.text != "|") text += '{';
    }
  }
  return open.empty() ? text : text + " UNBALANCED";
}

/// The same for typed text, with the minus and times that a keyboard has.
std::string typed(std::string_view text) {
  const auto result = bce::parse(text);
  if (!result.ok()) return "UNREADABLE";
  std::string printed = line(*result);
  for (const auto& [from, to] : {std::pair{"\xE2\x88\x92", "-"}, std::pair{"\xC3\x97", "*"}}) {
    const std::string_view sign = from;
    for (std::size_t at; (at = printed.find(sign)) != std::string::npos;) {
      printed.replace(at, sign.size(), to);
    }
  }
  return printed;
}

/// The number of children of the layout that opens at `at`; -1 where it does not close. Moves `at`
/// behind its close.
int children(const std::vector<Token>& tokens, std::size_t& at, bool& well_formed) {
  const std::string_view layout = tokens[at].text;
  ++at;
  int count = 0;
  while (at < tokens.size() && tokens[at].kind != TokenKind::close) {
    ++count;
    if (tokens[at].kind == TokenKind::open) {
      children(tokens, at, well_formed);
    } else {
      ++at;
    }
  }
  if (at == tokens.size()) {
    well_formed = false;
    return count;
  }
  ++at;
  const bool pair = layout == "fraction" || layout == "superscript" || layout == "subscript";
  const bool single = layout == "hat" || layout == "root";
  const bool any = layout == "row" || layout == "(" || layout == "[" || layout == "|";
  well_formed = well_formed && ((pair && count == 2) || (single && count == 1) ||
                                (layout == "total" && count == 3) || (any && count > 0));
  return count;
}

bool well_formed(const std::vector<Token>& tokens) {
  bool result = !tokens.empty();
  for (std::size_t at = 0; at < tokens.size() && result;) {
    const Token& token = tokens[at];
    result = result && token.kind != TokenKind::close;
    result = result && (token.kind == TokenKind::number) == token.text.empty();
    result = result && !std::signbit(token.number) && std::isfinite(token.number);
    if (token.kind == TokenKind::open) {
      children(tokens, at, result);
    } else {
      ++at;
    }
  }
  return result;
}

Expression random_tree(std::mt19937& random, int depth, bool typeable) {
  constexpr std::array<double, 6> kNumbers{0.0, 1.0, 2.0, 0.85, 10.0, 3.5};
  constexpr std::array<Op, 17> kOps{
      Op::negate,   Op::add,      Op::subtract, Op::multiply, Op::divide, Op::power,
      Op::percent,  Op::ln,       Op::log2,     Op::log10,    Op::exp,    Op::sqrt,
      Op::absolute, Op::multiply, Op::sum,      Op::product,  Op::equals};
  if (depth == 0 || random() % 6 == 0) {
    if (random() % 2 == 0) {
      const double sign = typeable || random() % 3 != 0 ? 1.0 : -1.0;
      return sign * kNumbers[random() % kNumbers.size()];
    }
    if (random() % 8 == 0) return {Op::euler, {}};
    if (typeable) return random() % 2 == 0 ? y : p;
    return static_cast<Symbol>(random() % bce::kSymbols);
  }
  const Op op = kOps[random() % (typeable ? kOps.size() - 3 : kOps.size())];
  std::vector<Expression> operands{random_tree(random, depth - 1, typeable)};
  if ((op >= Op::add && op <= Op::power) || op == Op::equals) {
    operands.push_back(random_tree(random, depth - 1, typeable));
  }
  // That is how e^x is read.
  if (op == Op::power && operands[0].op() == Op::euler) return one(Op::exp, operands[1]);
  return {op, std::move(operands)};
}

}  // namespace

TEST_CASE("the loss formula prints with square brackets outside and round ones inside") {
  CHECK(typed("L = -(y ln p + (1-y) ln(1-p))") == "L = - [y ln p + (1 - y) ln (1 - p)]");
}

TEST_CASE("formulas print as a textbook would") {
  struct Case {
    const char* text;
    const char* printed;
  };
  for (const Case& c : std::vector<Case>{
           {"ln p", "ln p"},
           {"ln 0.85", "ln 0.85"},
           {"ln e", "ln e"},
           {"ln|p|", "ln |p|"},
           {"ln(2p)", "ln (2 p)"},
           {"ln(85%)", "ln (85 %)"},
           {"ln(ln p)", "ln (ln p)"},
           {"ln(20/17)", "ln (fraction{20 17})"},
           {"log2 p", "subscript{log 2} p"},
           {"log10(1-p)", "subscript{log 10} (1 - p)"},
           {"(1-p)^(1-y)", "superscript{(1 - p) row{1 - y}}"},
           {"p^y", "superscript{p y}"},
           {"(p^y)^2", "superscript{(superscript{p y}) 2}"},
           {"2^3^2", "superscript{2 superscript{3 2}}"},
           {"(ln p)^2", "superscript{(ln p) 2}"},
           {"|p|^2", "superscript{|p| 2}"},
           {"-2^2", "- superscript{2 2}"},
           {"(-2)^2", "superscript{(- 2) 2}"},
           {"2^-1", "superscript{2 row{- 1}}"},
           {"exp(-z)", "superscript{e row{- z}}"},
           {"e^z", "superscript{e z}"},
           {"exp(z)^2", "superscript{(superscript{e z}) 2}"},
           {"sqrt(1-p)", "root{row{1 - p}}"},
           {"sqrt p", "root{p}"},
           {"(1-p)/(2-y)", "fraction{row{1 - p} row{2 - y}}"},
           {"1/2", "fraction{1 2}"},
           {"p/2*y", "fraction{p 2} y"},
           {"p/2*3", "fraction{p 2} * 3"},
           {"2*(1/3)", "2 * fraction{1 3}"},
           {"-2*(1/3)", "- 2 * fraction{1 3}"},
           {"p(1/3)", "p fraction{1 3}"},
           {"16.25%", "16.25 %"},
           {"(1+p)%", "(1 + p) %"},
           {"2*3", "2 * 3"},
           {"2*p", "2 p"},
           {"p*2", "p * 2"},
           {"2*p*3", "2 * p * 3"},
           {"0.9*0.8*(1-0.3)", "0.9 * 0.8 * (1 - 0.3)"},
           {"0.9(1-0.3)", "0.9 (1 - 0.3)"},
           {"2*3^2", "2 * superscript{3 2}"},
           {"2(3p)", "2 (3 p)"},
           {"a-b", "UNREADABLE"},
           {"1-(2-3)", "1 - (2 - 3)"},
           {"1-2-3", "1 - 2 - 3"},
           {"1+(2+3)", "1 + (2 + 3)"},
           {"-(p+y)", "- (p + y)"},
           {"-(-p)", "- (- p)"},
           {"1+(-p)", "1 + (- p)"},
           {"1-(-p)y", "1 - (- p) y"},
           {"(-p)y", "(- p) y"},
           {"-p y", "- p y"},
           {"-(p y)", "- p y"},
           {"-2 p/3", "- fraction{row{2 p} 3}"},
           {"y*(-p)", "y (- p)"},
           {"(ln p)y", "(ln p) y"},
           {"ln(p)ln(y)", "(ln p) ln y"},
           {"ln(1-p)ln(y)", "ln (1 - p) ln y"},
           {"-ln(p)*y", "- (ln p) y"},
           {"((1-p)(1-y))^2", "superscript{[(1 - p) (1 - y)] 2}"},
           {"1-(1-(1-(1-p)))", "1 - [1 - (1 - (1 - p))]"},
           {"|y-p|", "|y - p|"},
           {"y = 1", "y = 1"},
           {"L = -ln p = 2", "L = - ln p = 2"},
           {"L ~ 1 = 2", "L \xE2\x89\x88 1 = 2"},
           {"-inf", "- \xE2\x88\x9E"},
       }) {
    CAPTURE(std::string(c.text));
    CHECK(typed(c.text) == c.printed);
  }
}

TEST_CASE("indexed letters, sums and products have layouts of their own") {
  CHECK(line(y_i) == "subscript{y i}");
  CHECK(line(p_i) == "subscript{hat{p} i}");
  CHECK(line(ln(p_i)) == "ln subscript{hat{p} i}");
  CHECK(line(power(p_i, y_i)) == "superscript{subscript{hat{p} i} subscript{y i}}");
  CHECK(line(sum(y_i)) == "total{\xE2\x88\x91 row{i = 1} N} subscript{y i}");
  CHECK(line(product(p_i)) == "total{\xE2\x88\x8F row{i = 1} N} subscript{hat{p} i}");
  CHECK(line(sum(y_i + p_i)) ==
        "total{\xE2\x88\x91 row{i = 1} N} (subscript{y i} + subscript{hat{p} i})");
  CHECK(line(sum(y_i) * p) == "(total{\xE2\x88\x91 row{i = 1} N} subscript{y i}) p");
  CHECK(line(p * sum(y_i)) == "p total{\xE2\x88\x91 row{i = 1} N} subscript{y i}");
  CHECK(line(Symbol::likelihood) == "\xE2\x84\x92");
  CHECK(line(Symbol::mean_loss) == "J");
  CHECK(line(equals(y, equals(p, 1.0))) == "y = (p = 1)");
}

TEST_CASE("the minus of a negative literal is an operator") {
  CHECK(line(-2.0) == "\xE2\x88\x92 2");
  CHECK(line(p * -2.0) == "p (\xE2\x88\x92 2)");
  CHECK(line(power(-2.0, 2.0)) == "superscript{(\xE2\x88\x92 2) 2}");
  CHECK(line(ln(-2.0)) == "ln (\xE2\x88\x92 2)");
}

TEST_CASE("tokens have the kind of what they print") {
  const std::vector<Token> tokens = bce::tokens(one(Op::log2, 1e-7));
  REQUIRE(tokens.size() == 5);
  CHECK(tokens[0].kind == TokenKind::open);
  CHECK(tokens[1].kind == TokenKind::function);
  CHECK(tokens[2].kind == TokenKind::number);
  CHECK(tokens[2].number == 2.0);
  CHECK(tokens[3].kind == TokenKind::close);
  CHECK(tokens[4].number == 1e-7);
  CHECK(bce::tokens(Expression(Op::euler, {}))[0].kind == TokenKind::identifier);
  CHECK(bce::tokens(1.0 - p)[1].kind == TokenKind::operation);
}

TEST_CASE("random trees print in balance, every layout with its number of children") {
  std::mt19937 random(20250103);
  for (int round = 0; round < 20000; ++round) {
    const Expression tree = random_tree(random, 1 + round % 6, false);
    const std::vector<Token> tokens = bce::tokens(tree);
    CAPTURE(line(tree));
    REQUIRE(well_formed(tokens));
  }
}

TEST_CASE("what is printed reads back as the same tree") {
  std::mt19937 random(20250104);
  int compared = 0;
  for (int round = 0; round < 30000; ++round) {
    const Expression tree = random_tree(random, 1 + round % 5, true);
    const std::string text = bce::as_typed(bce::tokens(tree));
    const auto read = bce::parse(text);
    CAPTURE(text);
    if (!read.ok()) {
      const auto code = read.error().code;
      const bool large =
          code == bce::ParseErrorCode::too_long || code == bce::ParseErrorCode::too_deep;
      REQUIRE(large);
      continue;
    }
    ++compared;
    REQUIRE(*read == tree);
  }
  CHECK(compared > 20000);
}

TEST_CASE("what was typed, printed and read again is the same tree") {
  constexpr std::array<std::string_view, 34> kPieces{
      "0.85", "1", "2",   "10",   "e",   "p",     "y", "L",        "-",   "-",    "+",  "*",
      "/",    "^", "(",   ")",    "%",   "=",     " ", "ln",       "log", "log2", "lg", "exp",
      "sqrt", "|", "inf", "x10^", "1/4", "log_3", ",", "\xC2\xB2", "**",  "~"};
  std::mt19937 random(20250110);
  int compared = 0;
  for (int round = 0; round < 60000; ++round) {
    std::string typed;
    for (auto pieces = 1 + random() % 12; pieces > 0; --pieces) {
      typed += kPieces[random() % kPieces.size()];
    }
    const auto first = bce::parse(typed);
    if (!first.ok()) continue;
    const std::string text = bce::as_typed(bce::tokens(*first));
    const auto second = bce::parse(text);
    CAPTURE(typed);
    CAPTURE(text);
    if (!second.ok()) {
      REQUIRE(second.error().code == bce::ParseErrorCode::too_long);
      continue;
    }
    ++compared;
    REQUIRE(*second == *first);
  }
  CHECK(compared > 3000);
}
