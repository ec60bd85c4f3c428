#include "bce/parse.hpp"

#include <doctest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <optional>
#include <random>
#include <string>
#include <string_view>

namespace {

using bce::approximates;
using bce::equals;
using bce::Expression;
using bce::kDeepestNesting;
using bce::kLongestText;
using bce::ln;
using bce::Op;
using bce::parse;
using bce::ParseErrorCode;
using bce::Symbol;

const Expression y{Symbol::label};
const Expression p{Symbol::probability};
const Expression z{Symbol::logit};
const Expression e{Op::euler, {}};

Expression power(Expression base, Expression exponent) { return pow(base, exponent); }
Expression one(Op op, Expression a) { return {op, {std::move(a)}}; }

bool reads(std::string_view text, const Expression& expected) {
  const auto result = parse(text);
  return result.ok() && *result == expected;
}

bool same_reading(std::string_view a, std::string_view b) {
  const auto left = parse(a);
  const auto right = parse(b);
  return left.ok() && right.ok() && *left == *right;
}

double value(std::string_view text) {
  const auto result = parse(text);
  if (!result.ok()) return std::nan("");
  bce::Environment environment;
  environment.set(Symbol::label, 1.0).set(Symbol::probability, 0.85);
  const auto number = bce::evaluate(*result, environment);
  return number.ok() ? *number : std::nan("");
}

/// The literal that the text is; NaN where it is none.
double literal(const std::string& text) {
  const auto result = parse(text);
  return result.ok() && result->op() == Op::number ? result->number() : std::nan("");
}

int figures(std::string_view text) {
  const auto result = parse(text);
  return result.ok() && result->op() == Op::number ? result->figures() : -1;
}

bool fails(std::string_view text, ParseErrorCode code, std::size_t position, std::size_t length) {
  const auto result = parse(text);
  if (result.ok()) return false;
  CAPTURE(static_cast<int>(result.error().code));
  CAPTURE(result.error().position);
  CAPTURE(result.error().length);
  CHECK(result.error().code == code);
  CHECK(result.error().position == position);
  CHECK(result.error().length == length);
  return true;
}

std::string repeated(std::string_view piece, std::size_t times) {
  std::string text;
  for (std::size_t i = 0; i < times; ++i) text += piece;
  return text;
}

}  // namespace

TEST_CASE("a decimal reads with a point or a comma, and with either end left out") {
  for (const std::string text : {"0.85", "0,85", ".85", ",85", "0.850", "00.85", "+0.85", "8.5e-1",
                                 "85E-2", "0.085e+1", "0.85 "}) {
    CAPTURE(text);
    CHECK(value(text) == 0.85);
  }
  CHECK(reads("85.", 85.0));
  CHECK(reads("1,2345", 1.2345));
  CHECK(reads("-3", -Expression(3.0)));
}

TEST_CASE("the locale has one reading of a mark, the other mark where nothing else is possible") {
  struct Case {
    const char* text;
    double with_point;  // NaN: not read
    double with_comma;
  };
  const double none = std::nan("");
  for (const Case& c : {Case{"1.234", 1.234, none},
                        Case{"1,234", none, 1.234},
                        Case{"12.345", 12.345, none},
                        Case{"123,456", none, 123.456},
                        Case{"0.163", 0.163, 0.163},
                        Case{"0,163", 0.163, 0.163},
                        Case{"00,163", 0.163, 0.163},
                        Case{",163", 0.163, 0.163},
                        Case{"1,23", 1.23, 1.23},
                        Case{"1.2345", 1.2345, 1.2345},
                        Case{"1234,567", 1234.567, 1234.567},
                        Case{"85,", 85.0, 85.0},
                        Case{"1,234.5", 1234.5, 1234.5},
                        Case{"1.234,5", 1234.5, 1234.5},
                        Case{"1,234,567.8", 1234567.8, 1234567.8},
                        Case{"1,234,567", 1234567.0, 1234567.0},
                        Case{"1.234.567", 1234567.0, 1234567.0},
                        Case{"1'234,5", 1234.5, 1234.5},
                        Case{"1,234.567e1", 12345.67, 12345.67},
                        Case{"1.625e-1", 0.1625, 0.1625},
                        Case{"1,625e-1", 0.1625, 0.1625},
                        Case{"1'23", none, none},
                        Case{"0'123", none, none},
                        Case{"0'1234", none, none},
                        Case{"0.123'45", 0.12345, 0.12345},
                        Case{"0,123.5", none, none},
                        Case{"1234,567.8", none, none},
                        Case{"1,234,56", none, none},
                        Case{"1,234.", none, 1.234},
                        Case{"1.234.5", none, none},
                        Case{"1,2.3", none, none},
                        Case{"1.2,345,678", none, none}}) {
    CAPTURE(std::string(c.text));
    for (const char mark : {'.', ','}) {
      const double expected = mark == '.' ? c.with_point : c.with_comma;
      const auto result = bce::read(std::string(c.text) + " ", mark);
      CHECK(result.ok() != std::isnan(expected));
      if (result.ok()) CHECK(result->formula.number() == expected);
    }
  }
  CHECK(fails("1,234", ParseErrorCode::ambiguous_mark, 0, 5));
}

TEST_CASE("what was read in a way that has to be said is told with it") {
  const auto natural = [](std::string_view text) {
    const auto result = bce::read(text, '.');
    return result.ok() && result->natural_log;
  };
  CHECK(natural("log 2"));
  CHECK(natural("1 + log20"));
  CHECK(natural("-Log(0.85)"));
  CHECK_FALSE(natural("ln 2"));
  CHECK_FALSE(natural("log2(8)"));
  CHECK_FALSE(natural("log_e 8"));
  CHECK_FALSE(natural("lg 8"));
}

TEST_CASE("a fraction behind a whole number is a mixed number where there is space between") {
  const Expression half = Expression(1.0) / 2.0;
  CHECK(reads("2 1/2", 2.0 + half));
  CHECK(
      reads("2\xC2\xA0"
            "1\xE2\x81\x84"
            "2",
            2.0 + half));
  CHECK(reads("-2 1/2", -(2.0 + half)));
  CHECK(reads("2 1/2%", one(Op::percent, 2.0 + half)));
  CHECK(reads("2 1/2 p", (2.0 + half) * p));
  CHECK(reads("65/4 %", one(Op::percent, Expression(65.0) / 4.0)));
  CHECK(reads("65/(4%)", Expression(65.0) / one(Op::percent, 4.0)));
  CHECK(reads("p/4%", p / one(Op::percent, 4.0)));
  CHECK(reads("21/2", Expression(21.0) / 2.0));
  CHECK(reads("2 100/400", Expression(2100.0) / 400.0));
  CHECK(reads("1 000 1/2", 1000.0 + half));
  CHECK(reads("2.5 1/2", Expression(2.51) / 2.0));
  CHECK(reads("0.5 (1/2)", 0.5 * half));
}

TEST_CASE("times and powers as calculators and programs write them") {
  CHECK(reads("1.6x10^-1", 1.6 * power(10.0, -Expression(1.0))));
  CHECK(reads("1.6 \xC3\x97 10\xE2\x81\xBB\xC2\xB9", 1.6 * power(10.0, -Expression(1.0))));
  CHECK(reads("p**2", power(p, 2.0)));
  CHECK(reads("p**-2*3", power(p, -Expression(2.0)) * 3.0));
  CHECK(reads("p\xC2\xB9\xE2\x81\xB0", power(p, 10.0)));
  CHECK(reads("p\xE2\x81\xBA\xC2\xB2", power(p, 2.0)));
  CHECK(reads("e\xC2\xB2", one(Op::exp, 2.0)));
  CHECK(reads("2e\xC2\xB2", 2.0 * one(Op::exp, 2.0)));
  CHECK(reads("e^2", one(Op::exp, 2.0)));
  CHECK(reads("(e)^2", one(Op::exp, 2.0)));
  CHECK(reads("loss = 2", equals(Symbol::loss, 2.0)));
  CHECK(reads("13:80", Expression(13.0) / 80.0));
  CHECK(fails("2\xE2\x81\xBB", ParseErrorCode::unknown_character, 1, 1));
  CHECK(fails("x", ParseErrorCode::unknown_word, 0, 1));
  CHECK(fails("2x", ParseErrorCode::unknown_word, 1, 1));
}

TEST_CASE("a literal remembers its significant figures") {
  CHECK(figures("0.163") == 3);
  CHECK(figures(".1625") == 4);
  CHECK(figures("0,1630") == 4);
  CHECK(figures("016.25") == 4);
  CHECK(figures("1.6e-1") == 2);
  CHECK(figures("0.00") == 0);
  CHECK(figures("100") == 3);
}

TEST_CASE("percent binds tighter than a power, a power tighter than a minus on its left") {
  CHECK(reads("16.25%", one(Op::percent, 16.25)));
  CHECK(reads("50%^2", power(one(Op::percent, 50.0), 2.0)));
  CHECK(reads("-2^2", -power(2.0, 2.0)));
  CHECK(reads("(-2)^2", power(-Expression(2.0), 2.0)));
  CHECK(reads("2^-1", power(2.0, -Expression(1.0))));
  CHECK(reads("2^3^2", power(2.0, power(3.0, 2.0))));
  CHECK(reads("2^-1^2", power(2.0, -power(1.0, 2.0))));
}

TEST_CASE("sums and products read from the left") {
  CHECK(reads("1-2-3", (Expression(1.0) - 2.0) - 3.0));
  CHECK(reads("1+2*3", 1.0 + Expression(2.0) * 3.0));
  CHECK(reads("1/2*3", Expression(1.0) / 2.0 * 3.0));
  CHECK(reads("1/2p", Expression(1.0) / 2.0 * p));
  CHECK(reads("-y*p", -(y * p)));
  CHECK(reads("-y/p", -(y / p)));
  CHECK(reads("(-y)p", -y * p));
  CHECK(reads("1--2p", 1.0 - -(2.0 * p)));
  CHECK(reads("2*-3", Expression(2.0) * -Expression(3.0)));
  CHECK(reads("2--3", Expression(2.0) - -Expression(3.0)));
  CHECK(reads("--2", -(-Expression(2.0))));
  CHECK(reads("1-(2-3)", 1.0 - (Expression(2.0) - 3.0)));
}

TEST_CASE("multiplication needs no sign") {
  CHECK(reads("2p", 2.0 * p));
  CHECK(reads("yp", y * p));
  CHECK(reads("2(3)", Expression(2.0) * 3.0));
  CHECK(reads("(1-y)(1-p)", (1.0 - y) * (1.0 - p)));
  CHECK(reads("2p^2", 2.0 * power(p, 2.0)));
  CHECK(reads("2e^-z", 2.0 * one(Op::exp, -z)));
  CHECK(reads("2exp(z)", 2.0 * one(Op::exp, z)));
  CHECK(reads("p|y|", p * one(Op::absolute, y)));
  CHECK(reads("Np", Expression(Symbol::count) * p));
}

TEST_CASE("the loss formula reads however it is spaced and bracketed") {
  const Expression loss = -(y * ln(p) + (1.0 - y) * ln(1.0 - p));
  for (const std::string text :
       {"-[y ln p + (1 - y) ln(1 - p)]", "-(y ln(p)+(1-y)ln(1-p))", "-{ylnp+(1-y)log(1-p)}",
        "\xE2\x88\x92[y\xC2\xB7ln p + (1\xE2\x88\x92y)\xC3\x97Ln(1 \xE2\x80\x93 p)]",
        "-[Y LN P + (1 - y) * LOG[1 - p]]"}) {
    CAPTURE(text);
    CHECK(reads(text, loss));
  }
  CHECK(reads("L = -ln p", equals(Symbol::loss, -ln(p))));
}

TEST_CASE("a function without brackets takes the next factor and the letters after it") {
  CHECK(reads("ln 0.85", ln(0.85)));
  CHECK(reads("-ln .85", -ln(0.85)));
  CHECK(reads("ln p^2", ln(power(p, 2.0))));
  CHECK(reads("ln 85%", ln(one(Op::percent, 85.0))));
  CHECK(reads("ln 2p", ln(2.0 * p)));
  CHECK(reads("ln yp", ln(y * p)));
  CHECK(reads("ln p + 1", ln(p) + 1.0));
  CHECK(reads("ln p * y", ln(p) * y));
  CHECK(reads("ln p (1-y)", ln(p) * (1.0 - y)));
  CHECK(reads("ln p ln y", ln(p) * ln(y)));
  CHECK(reads("ln sqrt p", ln(one(Op::sqrt, p))));
  CHECK(reads("ln -2", ln(-Expression(2.0))));
  CHECK(reads("ln|p|", ln(one(Op::absolute, p))));
  CHECK(reads("ln(p)^2", power(ln(p), 2.0)));
  CHECK(reads("ln(p)y", ln(p) * y));
}

TEST_CASE("a function without brackets takes a fraction of two plain numbers, no other division") {
  CHECK(reads("ln 20/17", ln(Expression(20.0) / 17.0)));
  CHECK(reads("-ln 1/.85", -ln(Expression(1.0) / 0.85)));
  CHECK(reads("ln 1/2 p", ln(Expression(1.0) / 2.0) * p));
  CHECK(reads("ln(20)/17", ln(20.0) / 17.0));
  CHECK(reads("ln p/2", ln(p) / 2.0));
  CHECK(reads("ln 2/p", ln(2.0) / p));
  CHECK(reads("ln 0.85/ln 2", ln(0.85) / ln(2.0)));
}

TEST_CASE("log is natural unless another base is written onto it") {
  CHECK(reads("log 2", ln(2.0)));
  CHECK(reads("log 10", ln(10.0)));
  CHECK(reads("log20", ln(20.0)));
  CHECK(reads("log 20/17", ln(Expression(20.0) / 17.0)));
  CHECK(reads("log2.5", ln(2.5)));
  CHECK(reads("log10.5", ln(10.5)));
  CHECK(reads("log2(8)", one(Op::log2, 8.0)));
  CHECK(reads("Log2 8", one(Op::log2, 8.0)));
  CHECK(reads("log10 0.85", one(Op::log10, 0.85)));
  CHECK(reads("log10p", one(Op::log10, p)));
  CHECK(reads("log_2 p", one(Op::log2, p)));
  CHECK(reads("log_10(p)", one(Op::log10, p)));
  CHECK(reads("log_{2} p", one(Op::log2, p)));
  CHECK(
      reads("log\xE2\x82\x82"
            "8",
            one(Op::log2, 8.0)));
  CHECK(
      reads("log\xE2\x82\x81\xE2\x82\x80"
            "8",
            one(Op::log10, 8.0)));
  CHECK(reads("loge 0.85", ln(0.85)));
  CHECK(reads("log_e 0.85", ln(0.85)));
  CHECK(reads("LOGE 0.85", ln(0.85)));
  CHECK(reads("log e", ln(e)));
  CHECK(reads("log(e)", ln(e)));
  CHECK(reads("loge^2", ln(one(Op::exp, 2.0))));
  CHECK(reads("logexp(2)", ln(one(Op::exp, 2.0))));
  CHECK(reads("log_3 8", ln(8.0) / ln(3.0)));
  CHECK(reads("log_{1/2}(8)", ln(8.0) / ln(Expression(1.0) / 2.0)));
  CHECK(reads("log_(3)(8)", ln(8.0) / ln(3.0)));
  CHECK(reads("log_p y", ln(y) / ln(p)));
  CHECK(reads("log_0.5 8", ln(8.0) / ln(0.5)));
  CHECK(reads("LOG_E 8", ln(8.0)));
  CHECK(
      reads("log\xE2\x82\x81\xE2\x82\x82"
            "8",
            ln(8.0) / ln(12.0)));
  CHECK(fails("log_", ParseErrorCode::missing_operand, 4, 0));
  CHECK(fails("log2", ParseErrorCode::missing_operand, 4, 0));
}

TEST_CASE("bars pair up as absolute values") {
  const Expression size = one(Op::absolute, y - p);
  CHECK(reads("|y-p|", size));
  CHECK(reads("2|y-p|", 2.0 * size));
  CHECK(reads("|y-p||y-p|", size * size));
  CHECK(reads("||y|-p|", one(Op::absolute, one(Op::absolute, y) - p)));
  CHECK(reads("|2(|y-p|)|", one(Op::absolute, 2.0 * size)));
  CHECK(reads("|y-p|^2", power(size, 2.0)));
}

TEST_CASE("an equals sign states something, and one without a left side is not there") {
  CHECK(reads("y = 1", equals(y, 1.0)));
  CHECK(reads("L \xE2\x89\x88 0.163", approximates(Symbol::loss, 0.163)));
  CHECK(reads("L ~ 0.163", approximates(Symbol::loss, 0.163)));
  CHECK(reads("l = 0.163", equals(Symbol::loss, 0.163)));
  CHECK(reads("= 0.163", 0.163));
  CHECK(reads("\xE2\x89\x88 0.163", 0.163));
  CHECK(reads("~0.163", 0.163));
  CHECK(fails("l", ParseErrorCode::unknown_word, 0, 1));
}

TEST_CASE("statements go on: the left side of the last sign is all that stands before it") {
  CHECK(reads("L = -ln p = 2", equals(equals(Symbol::loss, -ln(p)), 2.0)));
  CHECK(reads("L = 1 \xE2\x89\x88 2", approximates(equals(Symbol::loss, 1.0), 2.0)));
  CHECK(reads("= 1 = 2", equals(1.0, 2.0)));
  CHECK(parse(repeated("1=", kLongestText / 2 - 1) + "1").ok());
}

TEST_CASE("a full stop at the very end closes a sentence, not a number") {
  CHECK(reads("0.163.", 0.163));
  CHECK(reads("0,163 .", 0.163));
  CHECK(reads("ln p.", ln(p)));
  CHECK(reads("85.", 85.0));
  CHECK(figures("0.1630.") == 4);
  CHECK(reads("0.163...", 0.163));
  CHECK(reads("0.163 \xE2\x80\xA6", 0.163));
  CHECK(fails("0.163..1", ParseErrorCode::malformed_number, 0, 8));
  CHECK(fails("0.163,", ParseErrorCode::malformed_number, 0, 6));
}

TEST_CASE("raised digits, the root sign, abs, lg, infinity and LaTeX's names are read") {
  CHECK(reads("p\xC2\xB2", power(p, 2.0)));
  CHECK(reads("2p\xC2\xB3", 2.0 * power(p, 3.0)));
  CHECK(reads("(1-p)\xC2\xB2y", power(1.0 - p, 2.0) * y));
  CHECK(reads("\xE2\x88\x9Ap", one(Op::sqrt, p)));
  CHECK(reads("2\xE2\x88\x9A(1-p)", 2.0 * one(Op::sqrt, 1.0 - p)));
  CHECK(reads("abs(y-p)", one(Op::absolute, y - p)));
  CHECK(reads("lg p", one(Op::log10, p)));
  CHECK(reads("\xE2\x88\x9E", {Op::infinity, {}}));
  CHECK(reads("-inf", -Expression(Op::infinity, {})));
  CHECK(reads("2 infinity", 2.0 * Expression(Op::infinity, {})));
  CHECK(reads("-\\ln{p}", -ln(p)));
  CHECK(reads("y\\ln p", y * ln(p)));
  CHECK(reads("\\log_{10} p", one(Op::log10, p)));
  CHECK(fails("2\\3", ParseErrorCode::unknown_character, 1, 1));
  CHECK(fails("\\frac p", ParseErrorCode::unknown_word, 1, 4));
  CHECK(fails("info", ParseErrorCode::unknown_word, 0, 4));
}

TEST_CASE("a fraction in one character is a fraction, and mixed behind a whole number") {
  CHECK(reads("\xC2\xBD", Expression(1.0) / 2.0));
  CHECK(reads("-ln \xE2\x85\x90", -ln(Expression(1.0) / 7.0)));
  CHECK(reads("2\xC2\xBE", 2.0 + Expression(3.0) / 4.0));
  CHECK(reads("2 \xE2\x85\x9E %", one(Op::percent, 2.0 + Expression(7.0) / 8.0)));
  CHECK(reads("p\xE2\x85\x92", p * (Expression(1.0) / 10.0)));
  CHECK(fails("0.5\xC2\xBD\xC2\xBD$", ParseErrorCode::unknown_character, 5, 1));
}

TEST_CASE("a name before a colon, or with brackets behind it, is what is defined") {
  const Expression loss{Symbol::loss};
  CHECK(reads("L: 2", equals(loss, 2.0)));
  CHECK(reads("L := 2", equals(loss, 2.0)));
  CHECK(
      reads("Loss\xEF\xBC\x9A"
            "2",
            equals(loss, 2.0)));
  CHECK(reads("L(p) = 2", equals(loss, 2.0)));
  CHECK(reads("L[0.85] \xE2\x89\x88 2", approximates(loss, 2.0)));
  // Elsewhere they are what they always are.
  CHECK(reads("p: 2", p / 2.0));
  CHECK(reads("2 L: 3", 2.0 * loss / 3.0));
  CHECK(reads("L/2 = 1", equals(loss / 2.0, 1.0)));
  CHECK(reads("L(p)", loss * p));
  CHECK(reads("2 = L(p)", equals(2.0, loss * p)));
  CHECK(reads("L(p + 1) = 2", equals(loss * (p + 1.0), 2.0)));
}

TEST_CASE("log1p takes 1 and what follows, as programs do") {
  CHECK(reads("log1p(-p)", ln(1.0 + -p)));
  CHECK(reads("-log1p(y)", -ln(1.0 + y)));
  CHECK(reads("log1p y", ln(1.0 + y)));
}

TEST_CASE("every dash is a minus, every times and slash its own") {
  for (const std::string dash :
       {"-", "\xE2\x88\x92", "\xE2\x80\x90", "\xE2\x80\x91", "\xE2\x80\x92", "\xE2\x80\x93",
        "\xE2\x80\x94", "\xE2\x80\x95", "\xEF\xB9\xA3", "\xEF\xBC\x8D"}) {
    CAPTURE(dash);
    CHECK(reads(dash + "2", -Expression(2.0)));
  }
  for (const std::string times : {"*", "\xC3\x97", "\xC2\xB7", "\xE2\x8B\x85", "\xE2\x88\x97"}) {
    CAPTURE(times);
    CHECK(reads(std::string("2") + times + "3", Expression(2.0) * 3.0));
  }
  for (const std::string slash :
       {"/", "\xC3\xB7", "\xE2\x81\x84", "\xE2\x88\x95", "\xEF\xBC\x8F"}) {
    CAPTURE(slash);
    CHECK(reads(std::string("2") + slash + "3", Expression(2.0) / 3.0));
  }
}

TEST_CASE("full-width forms and other scripts' digits read as their plain kin") {
  CHECK(reads("\xEF\xBC\x90\xEF\xBC\x8E\xEF\xBC\x98", 0.8));  // full width
  CHECK(reads("\xEF\xBD\x8C\xEF\xBD\x8E\xEF\xBC\x88\xEF\xBD\x90\xEF\xBC\x89", ln(p)));
  CHECK(reads("\xD9\xA0\xD9\xAB\xD9\xA8\xD9\xA5", 0.85));  // Arabic
  CHECK(reads("\xDB\xB0.\xDB\xB8", 0.8));                  // Persian
  CHECK(reads("\xE0\xA5\xA6.\xE0\xA5\xAE", 0.8));          // Devanagari
}

TEST_CASE("white space never changes a reading") {
  for (const std::string space :
       {" ", "\t", "\r\n", "\xC2\xA0", "\xE1\x9A\x80", "\xE2\x80\x80", "\xE2\x80\x89",
        "\xE2\x80\x8A", "\xE2\x80\x8B", "\xE2\x80\x8F", "\xE2\x80\xAF", "\xE2\x81\x9F",
        "\xE2\x81\xA0", "\xE3\x80\x80", "\xEF\xBB\xBF"}) {
    CAPTURE(space);
    for (const std::string_view text : {"-[ylnp+(1-y)ln(1-p)]", "0.162519", "1e-7", "16.25%"}) {
      std::string spaced = space;
      for (const char c : text) (spaced += c) += space;
      CHECK(same_reading(text, spaced));
    }
  }
}

TEST_CASE("each error names its piece of the text") {
  CHECK(fails("", ParseErrorCode::empty, 0, 0));
  CHECK(fails(" \xC2\xA0\t", ParseErrorCode::empty, 0, 0));
  CHECK(fails("foo", ParseErrorCode::unknown_word, 0, 3));
  CHECK(fails("2 + yes", ParseErrorCode::unknown_word, 4, 3));
  CHECK(fails("y foo p", ParseErrorCode::unknown_word, 2, 3));
  CHECK(fails("0.1625 nats", ParseErrorCode::unknown_word, 7, 4));
  CHECK(fails("2 $ 3", ParseErrorCode::unknown_character, 2, 1));
  CHECK(fails("(2 $ 3)", ParseErrorCode::unknown_character, 3, 1));
  CHECK(fails("p_1", ParseErrorCode::unknown_character, 1, 1));
  CHECK(fails("1.2.3", ParseErrorCode::malformed_number, 0, 5));
  CHECK(fails("2+1,23.5", ParseErrorCode::malformed_number, 2, 6));
  CHECK(fails("2 + 1,234 y", ParseErrorCode::ambiguous_mark, 4, 5));
  CHECK(fails(".", ParseErrorCode::malformed_number, 0, 1));
  CHECK(fails("1e", ParseErrorCode::malformed_number, 0, 2));
  CHECK(fails("1e-", ParseErrorCode::malformed_number, 0, 3));
  CHECK(fails("1e999", ParseErrorCode::number_too_large, 0, 5));
  CHECK(fails("2 + 1e400 y", ParseErrorCode::number_too_large, 4, 5));
  CHECK(fails("2 +", ParseErrorCode::missing_operand, 3, 0));
  CHECK(fails("2 + ", ParseErrorCode::missing_operand, 3, 0));
  CHECK(fails("2 * / 3", ParseErrorCode::missing_operand, 4, 0));
  CHECK(fails("ln()", ParseErrorCode::missing_operand, 3, 0));
  CHECK(fails("ln", ParseErrorCode::missing_operand, 2, 0));
  CHECK(fails("%", ParseErrorCode::missing_operand, 0, 0));
  CHECK(fails("L =", ParseErrorCode::missing_operand, 3, 0));
  CHECK(fails("||", ParseErrorCode::missing_operand, 2, 0));
  CHECK(fails("(1 - p", ParseErrorCode::missing_bracket, 0, 1));
  CHECK(fails("2|y", ParseErrorCode::missing_bracket, 1, 1));
  CHECK(fails("(|y)", ParseErrorCode::missing_bracket, 1, 1));
  CHECK(fails("(1 = 2", ParseErrorCode::missing_bracket, 0, 1));
  CHECK(fails("1 - p)", ParseErrorCode::unexpected_bracket, 5, 1));
  CHECK(fails(")", ParseErrorCode::unexpected_bracket, 0, 1));
  CHECK(fails("(1 - p]", ParseErrorCode::unexpected_bracket, 6, 1));
  CHECK(fails("L == 1", ParseErrorCode::second_equals, 3, 1));
  CHECK(fails("L = \xE2\x89\x88 1", ParseErrorCode::second_equals, 4, 1));
  CHECK(fails("1 = 2 =", ParseErrorCode::missing_operand, 7, 0));
}

TEST_CASE("positions count UTF-16 code units") {
  CHECK(fails("\xE2\x88\x92 $", ParseErrorCode::unknown_character, 2, 1));
  CHECK(fails("2 \xF0\x9F\x98\x80", ParseErrorCode::unknown_character, 2, 2));
  CHECK(fails("\xF0\x9F\x98\x80 +", ParseErrorCode::unknown_character, 0, 2));
}

TEST_CASE("a byte that is not UTF-8 is one unknown character") {
  for (const std::string bytes : {"\x80", "\xFF", "\xC3", "\xC3(", "\xE2\x88", "\xED\xA0\x80",
                                  "\xC0\x80", "\xF4\x90\x80\x80", "\xF9\x80\x80\x80", "\x82\xB7"}) {
    CHECK(fails(std::string("2 ") + bytes, ParseErrorCode::unknown_character, 2, 1));
  }
  CHECK(fails(std::string_view("2\0", 2), ParseErrorCode::unknown_character, 1, 1));
}

TEST_CASE("a text may have 200 characters and no more") {
  const std::string longest = "1" + repeated(" ", kLongestText - 1);
  CHECK(reads(longest, 1.0));
  CHECK(fails(longest + "11", ParseErrorCode::too_long, kLongestText, 1));
  CHECK(reads("1" + repeated("\xE2\x80\x89", kLongestText - 1), 1.0));
  CHECK(fails(repeated("\xF0\x9F\x98\x80", kLongestText + 1), ParseErrorCode::too_long,
              2 * kLongestText, 2));
  CHECK(parse(repeated("p", kLongestText)).ok());
}

TEST_CASE("nesting stops at 32, whatever nests") {
  const auto deepest = static_cast<std::size_t>(kDeepestNesting);
  CHECK(parse(repeated("(", deepest) + "1" + repeated(")", deepest)).ok());
  CHECK(fails(repeated("(", deepest + 1) + "1", ParseErrorCode::too_deep, deepest, 1));
  CHECK(parse(repeated("exp(", deepest) + "1" + repeated(")", deepest)).ok());
  CHECK(parse(repeated("-", deepest) + "1").ok());
  CHECK(fails(repeated("-", deepest + 1) + "1", ParseErrorCode::too_deep, deepest, 1));
  CHECK(parse(repeated("-1*", deepest + 1) + "1").ok());
  CHECK(parse(repeated("1^1*", deepest + 1) + "1").ok());
  CHECK(parse(repeated("ln 1*", deepest + 1) + "1").ok());
  CHECK(parse(repeated("1^", deepest) + "1").ok());
  CHECK(fails(repeated("1^", deepest + 1) + "1", ParseErrorCode::too_deep, 2 * deepest + 1, 1));
  CHECK(parse(repeated("ln", deepest) + "1").ok());
  CHECK(fails(repeated("ln", deepest + 1) + "1", ParseErrorCode::too_deep, 2 * deepest + 2, 1));
  CHECK(parse(repeated("(1)-", kLongestText / 4 - 1) + "1").ok());
}

TEST_CASE("a decimal is the nearest double") {
  for (const std::string text :
       {"0",
        "0.1",
        "0.85",
        "0.1625",
        "0.16251892949777494",
        "0.1625189294977749",
        "9007199254740993",
        "9007199254740992.5",
        "9007199254740993.0000000000000000001",
        "1.7976931348623157e308",
        "2.2250738585072014e-308",
        "1e22",
        "1e23",
        "1e-22",
        "123456789012345678901234567890",
        "0.1e-300",
        "179769313486231570814527423731704356798070567525844996598917476803157260780028538760",
        "1.00000000000000011102230246251565404236316680908203125",
        "1.00000000000000011102230246251565404236316680908203124",
        "1.00000000000000011102230246251565404236316680908203126"}) {
    CAPTURE(text);
    CHECK(literal(text) == std::strtod(text.c_str(), nullptr));
  }
  CHECK(literal("1e-999") == 0.0);
  CHECK(literal("0e999") == 0.0);
  CHECK(literal("0." + repeated("0", 190) + "1e191") == 1.0);
  CHECK(literal("1" + repeated("0", 190) + "e-190") == 1.0);
  CHECK(std::isnan(literal("1.8e308")));
}

TEST_CASE("a decimal too small for all its digits is within one unit in its last place") {
  for (const std::string text :
       {"2.2250738585072011e-308", "4.9406564584124654e-324", "1.5e-310", "3e-323"}) {
    CAPTURE(text);
    const double unit = std::numeric_limits<double>::denorm_min();
    CHECK(std::fabs(literal(text) - std::strtod(text.c_str(), nullptr)) <= unit);
  }
}

TEST_CASE("random decimals are the nearest doubles") {
  std::mt19937 random(7);
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    const auto digits = 1 + random() % (round % 10 == 0 ? 120 : 25);
    const auto mark = random() % (digits + 1);
    for (unsigned i = 0; i < digits; ++i) {
      if (i == mark) text += '.';
      text += static_cast<char>('0' + random() % 10);
    }
    if (round % 2 == 0) {
      text += 'e';
      text += std::to_string(static_cast<int>(random() % 560) - 300);
    }
    const double expected = std::strtod(text.c_str(), nullptr);
    if (expected != 0.0 && expected < std::numeric_limits<double>::min()) continue;
    CAPTURE(text);
    if (std::isinf(expected)) {
      REQUIRE(std::isnan(literal(text)));
    } else {
      REQUIRE(literal(text) == expected);
    }
  }
}

TEST_CASE("any text is read or refused with a piece that lies inside it") {
  constexpr std::array<std::string_view, 52> kPieces{"0",
                                                     "1",
                                                     "2",
                                                     "10",
                                                     "85",
                                                     ".",
                                                     ",",
                                                     "e",
                                                     "E",
                                                     "+",
                                                     "-",
                                                     "*",
                                                     "/",
                                                     "^",
                                                     "%",
                                                     "(",
                                                     ")",
                                                     "[",
                                                     "]",
                                                     "{",
                                                     "}",
                                                     "|",
                                                     "=",
                                                     " ",
                                                     "ln",
                                                     "log",
                                                     "log2",
                                                     "log10",
                                                     "exp",
                                                     "sqrt",
                                                     "y",
                                                     "p",
                                                     "z",
                                                     "L",
                                                     "N",
                                                     "l",
                                                     "foo",
                                                     "$",
                                                     "\xE2\x88\x92",
                                                     "\xC3\x97",
                                                     "\xF0\x9F\x98\x80",
                                                     "\xE2\x80\x89",
                                                     "\xE2\x89\x88",
                                                     "_",
                                                     "abs",
                                                     "lg",
                                                     "inf",
                                                     "\\",
                                                     "\xC2\xB2",
                                                     "\xE2\x88\x9A",
                                                     "\xE2\x88\x9E",
                                                     "\xE2\x82\x82"};
  std::mt19937 random(20250102);
  int read = 0;
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    std::size_t characters = 0;
    const auto pieces = 1 + random() % (round % 50 == 0 ? 220 : 12);
    for (unsigned i = 0; i < pieces; ++i) {
      if (round % 5 == 4) {
        text += static_cast<char>(random() % 256);
      } else {
        text += kPieces[random() % kPieces.size()];
      }
    }
    characters = 2 * text.size();
    const auto result = parse(text);
    CAPTURE(text);
    if (result.ok()) {
      ++read;
      const auto number = bce::evaluate(*result, {});
      REQUIRE_FALSE((number.ok() && std::isnan(*number)));
    } else {
      REQUIRE(result.error().position + result.error().length <= characters);
    }
  }
  CHECK(read > 500);
}

TEST_CASE("a tree has at most two and a half nodes for each byte that it was typed with") {
  // log_2 of each character in turn is the most: a product, a quotient and two logarithms.
  const auto nodes = [](const Expression& tree, const auto& self) -> std::size_t {
    std::size_t count = 1;
    for (const Expression& operand : tree.operands()) count += self(operand, self);
    return count;
  };
  std::mt19937 random(20250109);
  constexpr std::array<std::string_view, 16> kPieces{"1", "2", "p", "e",  "-",   "+",     "*", "/",
                                                     "%", "(", ")", "ln", "log", "log_3", "^", "="};
  std::size_t most = 0;
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    while (text.size() < 1 + random() % kLongestText) text += kPieces[random() % kPieces.size()];
    const auto result = parse(text);
    if (!result.ok()) continue;
    const std::size_t count = nodes(*result, nodes);
    most = std::max(most, count);
    CAPTURE(text);
    REQUIRE(2 * count <= 5 * text.size());
  }
  CHECK(most > 20);
  // A fraction in one character is three nodes, and its product with the next a fourth.
  const auto halves = parse(repeated("\xC2\xBD", kLongestText));
  REQUIRE(halves.ok());
  if (halves.ok()) CHECK(nodes(*halves, nodes) == 4 * kLongestText - 1);
  for (const std::string_view piece : {"p", "1-", "1=", "p%", "-1*", "ln1*", "log_pp"}) {
    std::string text = repeated(piece, kLongestText / piece.size() - 1) + "1";
    const auto result = parse(text);
    CAPTURE(text);
    REQUIRE(result.ok());
    if (result.ok()) CHECK(2 * nodes(*result, nodes) <= 5 * text.size());
  }
}

TEST_CASE("a text far beyond the longest is refused, not read") {
  CHECK(fails(repeated("((", 500000), ParseErrorCode::too_long, kLongestText, 1));
}
