#include "bce/answer.hpp"

#include <doctest.h>

#include <array>
#include <cmath>
#include <cstdio>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace {

using bce::judge;
using bce::Judgement;
using bce::Label;
using bce::Probability;
using bce::Verdict;
using bce::WrongTurn;

Judgement answer(std::string_view text, double label = 1.0, double probability = 0.85) {
  const auto y = Label::from(label);
  const auto p = Probability::from(probability);
  REQUIRE(y.ok());
  REQUIRE(p.ok());
  return y.ok() && p.ok() ? judge(text, *y, *p) : Judgement{};
}

double loss(double label, double probability) {
  const auto y = Label::from(label);
  const auto p = Probability::from(probability);
  return y.ok() && p.ok() ? bce::loss(*y, *p) : std::nan("");
}

bool turns(const Judgement& judgement, WrongTurn turn) {
  return judgement.verdict == Verdict::wrong_turn && judgement.turn == turn;
}

/// `x` rounded to so many significant figures, as a decimal without an exponent.
std::string rounded(double x, int figures) {
  const int decade = static_cast<int>(std::floor(std::log10(std::fabs(x))));
  std::array<char, 64> text{};
  std::snprintf(text.data(), text.size(), "%.*f", std::max(0, figures - 1 - decade), x);
  return text.data();
}

}  // namespace

TEST_CASE("the free problem's answers get the verdict that a patient teacher would give") {
  struct Case {
    const char* text;
    Verdict verdict;
  };
  for (const Case& c : std::vector<Case>{
           {"", Verdict::empty},
           {"  \t", Verdict::empty},
           // the right value
           {"0.163", Verdict::right},
           {"0.1625", Verdict::right},
           {".1625", Verdict::right},
           {"0,1625", Verdict::right},
           {"00.1625", Verdict::right},
           {"+0.1625", Verdict::right},
           {"16.25%", Verdict::right},
           {"16.3 %", Verdict::right},
           {"1.63e-1", Verdict::right},
           {"0.16252", Verdict::right},
           {"0.162519", Verdict::right},
           {"0.162 519", Verdict::right},
           {"0.16251892949777494", Verdict::right},
           {"0.162518929497775", Verdict::right},
           {"0.16251892949777494913", Verdict::right},
           {"L = 0.163", Verdict::right},
           {"l=0.163", Verdict::right},
           {"0.163 = L", Verdict::right},
           {"= 0.163", Verdict::right},
           {"\xE2\x89\x88 0.163", Verdict::right},
           {"(0.163)", Verdict::right},
           {"-ln(0.85)", Verdict::right},
           {"-ln 0.85", Verdict::right},
           {"\xE2\x88\x92ln 0,85", Verdict::right},
           {"\xE2\x80\x93LN(.85)", Verdict::right},
           {"-log(0.85)", Verdict::right},
           {"-ln 85%", Verdict::right},
           {"-ln(0.85) = 0.163", Verdict::right},
           {"ln(1/0.85)", Verdict::right},
           {"ln 1/0.85", Verdict::right},
           {"ln(20/17)", Verdict::right},
           {"ln 20/17", Verdict::right},
           {"13/80", Verdict::right},
           {"-[1*ln(0.85)]", Verdict::right},
           {"-(1*ln(0.85) + 0*ln(0.15))", Verdict::right},
           {"-[1 ln 0.85 + (1 - 1) ln(1 - 0.85)]", Verdict::right},
           {"-log2(0.85) ln 2", Verdict::right},
           // cut off in place of rounded
           {"0.162", Verdict::truncated},
           {"0.16251", Verdict::truncated},
           {"16.2%", Verdict::truncated},
           {"0.162518", Verdict::truncated},
           // too few figures
           {"0.16", Verdict::imprecise},
           {"0.2", Verdict::imprecise},
           {"0.1", Verdict::imprecise},
           {"16%", Verdict::imprecise},
           {"2e-1", Verdict::imprecise},
           // wrong
           {"1.2", Verdict::wrong},
           {"0", Verdict::wrong},
           {"0.00", Verdict::wrong},
           {"0.160", Verdict::wrong},
           {"0.17", Verdict::wrong},
           {"0.164", Verdict::wrong},
           {"0.161", Verdict::wrong},
           {"0.1626", Verdict::wrong},
           {"0.16253", Verdict::wrong},
           {"0.1625189294977790", Verdict::wrong},
           {"1.63", Verdict::wrong},
           {"1", Verdict::wrong},
           {"1/6", Verdict::wrong},
           {"162/1000", Verdict::wrong},
           {"exp(1000)", Verdict::wrong},
           {"-ln 0", Verdict::wrong},
           {"1.7976931348623157e308", Verdict::wrong},
           {"1e-320", Verdict::wrong},
           // unreadable
           {"abc", Verdict::unreadable},
           {"-ln(p)", Verdict::unreadable},
           {"L", Verdict::unreadable},
           {"ln(-1)", Verdict::unreadable},
           {"1/0", Verdict::unreadable},
           {"0.163 nats", Verdict::unreadable},
           {"0.1.63", Verdict::unreadable},
           {"-ln(0.85", Verdict::unreadable},
       }) {
    CAPTURE(std::string(c.text));
    CHECK(answer(c.text).verdict == c.verdict);
  }
}

TEST_CASE("known mistakes are told by their name") {
  struct Case {
    const char* text;
    WrongTurn turn;
  };
  for (const Case& c : std::vector<Case>{
           {"0.0706", WrongTurn::base_ten},
           {"0.071", WrongTurn::base_ten},
           {"0.07", WrongTurn::base_ten},
           {"0.0705", WrongTurn::base_ten},
           {"-log10(0.85)", WrongTurn::base_ten},
           {"-log10 0.85", WrongTurn::base_ten},
           {"0.2345", WrongTurn::base_two},
           {"0.234", WrongTurn::base_two},
           {"0.23", WrongTurn::base_two},
           {"-log2(0.85)", WrongTurn::base_two},
           {"-0.163", WrongTurn::lost_minus},
           {"-0.1625", WrongTurn::lost_minus},
           {"\xE2\x88\x92"
            "0.1625",
            WrongTurn::lost_minus},
           {"-0.162", WrongTurn::lost_minus},
           {"-0.2", WrongTurn::lost_minus},
           {"-16.25%", WrongTurn::lost_minus},
           {"ln(0.85)", WrongTurn::lost_minus},
           {"1.897", WrongTurn::other_term},
           {"1.90", WrongTurn::other_term},
           {"1.9", WrongTurn::other_term},
           {"1.89", WrongTurn::other_term},
           {"-ln(0.15)", WrongTurn::other_term},
           {"-ln(1 - 0.85)", WrongTurn::other_term},
           {"4.443", WrongTurn::percentage},
           {"-4.443", WrongTurn::percentage},
           {"ln 85", WrongTurn::percentage},
           {"-ln(85)", WrongTurn::percentage},
           {"0.0225", WrongTurn::squared_error},
           {"(1 - 0.85)^2", WrongTurn::squared_error},
           {"0.15", WrongTurn::absolute_error},
           {"15%", WrongTurn::absolute_error},
           {"1-0.85", WrongTurn::absolute_error},
           {"|1-0.85|", WrongTurn::absolute_error},
           {"0.85", WrongTurn::probability},
           {"85%", WrongTurn::probability},
           {"L = 0.85", WrongTurn::probability},
       }) {
    CAPTURE(std::string(c.text));
    CHECK(turns(answer(c.text), c.turn));
  }
}

TEST_CASE("the other label has its own right answer and its own mistakes") {
  CHECK(answer("1.897", 0.0).verdict == Verdict::right);
  CHECK(answer("-ln(1 - 0.85)", 0.0).verdict == Verdict::right);
  CHECK(turns(answer("0.1625", 0.0), WrongTurn::other_term));
  CHECK(turns(answer("-1.897", 0.0), WrongTurn::lost_minus));
  CHECK(turns(answer("0.824", 0.0), WrongTurn::base_ten));
  CHECK(turns(answer("ln 15", 0.0), WrongTurn::percentage));
  CHECK(turns(answer("0.85", 0.0), WrongTurn::absolute_error));
  CHECK(turns(answer("0.7225", 0.0), WrongTurn::squared_error));
}

TEST_CASE("a soft label is judged by the same formula") {
  CHECK(answer("0.6121", 0.75, 0.6).verdict == Verdict::truncated);
  CHECK(answer(rounded(loss(0.75, 0.6), 4), 0.75, 0.6).verdict == Verdict::right);
  CHECK(turns(answer("0.15", 0.75, 0.6), WrongTurn::absolute_error));
}

TEST_CASE("what could be a rounding of the right answer is never a wrong turn") {
  CHECK(answer("0.693", 1.0, 0.5).verdict == Verdict::right);    // the other term is equal
  CHECK(answer("0.567", 1.0, 0.567).verdict == Verdict::right);  // p is its own loss, nearly
  CHECK(answer("0.2", 1.0, 0.8).verdict == Verdict::imprecise);  // |y - p| is 0.2
  CHECK(answer("0.0100", 1.0, 0.99).verdict == Verdict::truncated);
}

TEST_CASE("of two wrong turns the one met exactly goes first") {
  // -ln 0.8 = 0.223 rounds to 0.2, but p is 0.2.
  CHECK(turns(answer("0.2", 1.0, 0.2), WrongTurn::probability));
  CHECK(turns(answer("0.22", 1.0, 0.2), WrongTurn::other_term));
}

TEST_CASE("rounding carries across a power of ten") {
  // p is e^-0.9996, so that the loss rounds to 1.00 and is cut off to 0.999.
  const double p = std::exp(-0.9996);
  CHECK(answer("1.00", 1.0, p).verdict == Verdict::right);
  CHECK(answer("0.9996", 1.0, p).verdict == Verdict::right);
  CHECK(answer("0.999", 1.0, p).verdict == Verdict::truncated);
  CHECK(answer("1", 1.0, p).verdict == Verdict::imprecise);
  // The loss is 0.1003: 0.0999 has the third decimal right, and no third figure.
  CHECK(answer("0.0999", 1.0, std::exp(-0.1003)).verdict == Verdict::wrong);
  CHECK(answer("1.000", 1.0, p).verdict == Verdict::right);
  CHECK(answer("1.00", 1.0, std::exp(-0.9951)).verdict == Verdict::imprecise);
  CHECK(answer("1.0", 1.0, std::exp(-0.9779)).verdict == Verdict::imprecise);
}

TEST_CASE("an unreadable answer says where and why") {
  const Judgement word = answer("0.1 abc");
  CHECK(word.verdict == Verdict::unreadable);
  CHECK(word.error.code == bce::ParseErrorCode::unknown_word);
  CHECK(word.error.position == 4);
  CHECK(word.error.length == 3);
  CHECK_FALSE(word.reading.has_value());
  CHECK_FALSE(word.needs_numbers);
  CHECK_FALSE(word.undefined);

  const Judgement letters = answer("-ln(p)");
  CHECK(letters.needs_numbers);
  CHECK_FALSE(letters.undefined);
  CHECK(letters.reading.has_value());

  const Judgement undefined = answer("ln(-1)");
  CHECK(undefined.undefined);
  CHECK_FALSE(undefined.needs_numbers);
  CHECK(undefined.reading.has_value());
}

TEST_CASE("a readable answer keeps its reading and its value") {
  const Judgement judgement = answer("L = 16.25%");
  CHECK(judgement.value == 0.1625);
  const auto expected = bce::parse("L = 16.25%");
  REQUIRE(expected.ok());
  REQUIRE(judgement.reading.has_value());
  if (expected.ok() && judgement.reading) CHECK(*judgement.reading == *expected);
}

TEST_CASE("at a loss of 0 or infinity only the exact value is right") {
  CHECK(answer("0", 1.0, 1.0).verdict == Verdict::right);
  CHECK(answer("-ln 1", 1.0, 1.0).verdict == Verdict::right);
  CHECK(answer("0.001", 1.0, 1.0).verdict != Verdict::right);
  CHECK(answer("-ln 0", 1.0, 0.0).verdict == Verdict::right);
  CHECK(answer("100", 1.0, 0.0).verdict == Verdict::wrong);
  CHECK(turns(answer("ln 0", 1.0, 0.0), WrongTurn::lost_minus));
}

TEST_CASE("the loss rounded to three or more figures is right, to fewer imprecise") {
  std::mt19937 random(20250105);
  for (int round = 0; round < 3000; ++round) {
    const double p = (1.0 + static_cast<double>(random() % 9998)) / 1e4;
    const double label = static_cast<double>(random() % 2);
    const double truth = loss(label, p);
    const int figures = 1 + static_cast<int>(random() % 17);
    const std::string text = rounded(truth, figures);
    CAPTURE(p);
    CAPTURE(label);
    CAPTURE(text);
    const auto typed = bce::parse(text);
    REQUIRE(typed.ok());
    if (!typed.ok()) continue;
    REQUIRE(answer(text, label, p).verdict == (figures >= 3 ? Verdict::right : Verdict::imprecise));
  }
}

TEST_CASE("the loss off by two units of its last figure is never right") {
  std::mt19937 random(20250106);
  for (int round = 0; round < 3000; ++round) {
    const double p = (100.0 + static_cast<double>(random() % 9800)) / 1e4;
    const double truth = loss(1.0, p);
    const int figures = 3 + static_cast<int>(random() % 6);
    const double unit = std::pow(10.0, std::floor(std::log10(truth)) - figures + 1);
    const std::string text = rounded(truth + (round % 2 == 0 ? 2.0 : -2.0) * unit, figures);
    CAPTURE(p);
    CAPTURE(text);
    const Verdict verdict = answer(text, 1.0, p).verdict;
    REQUIRE(verdict != Verdict::right);
    REQUIRE(verdict != Verdict::truncated);
  }
}
