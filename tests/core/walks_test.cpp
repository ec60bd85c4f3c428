#include "bce/walks.hpp"

#include <doctest.h>

#include <array>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "bce/loss.hpp"
#include "bce/numeric.hpp"

namespace {

using bce::Asked;
using bce::Asking;
using bce::asking;
using bce::Mistake;
using bce::QuestionJudgement;
using bce::Trap;
using bce::Verdict;
using bce::WrongTurn;

constexpr std::array kTasks = {Asked::logits_task, Asked::gradient_task, Asked::entropy_task,
                               Asked::training_task};

Asked at(std::size_t i) { return static_cast<Asked>(i); }

std::string figures(double x, int count) {
  std::array<char, 64> text{};
  std::snprintf(text.data(), text.size(), "%.*e", count - 1, x);
  return text.data();
}

double sigma(double z) { return 1.0 / (1.0 + std::exp(-z)); }

/// What is asked for, by the C library.
double expected(Asked asked, const Asking& given) {
  const double y = given.label;
  const double p = given.logit ? sigma(given.at) : given.at;
  const double entropy = -(y * std::log(y) + (1.0 - y) * std::log(1.0 - y));
  const double cross = -(y * std::log(p) + (1.0 - y) * std::log(1.0 - p));
  switch (asked) {
    case Asked::logits_loss:
    case Asked::logits_task:
    case Asked::entropy_cross:
      return cross;
    case Asked::logits_softplus:
      return 800.0;
    case Asked::gradient_in_p:
      return (p - y) / (p * (1.0 - p));
    case Asked::gradient_of_p:
      return p * (1.0 - p);
    case Asked::gradient_in_z:
    case Asked::gradient_task:
      return p - y;
    case Asked::gradient_order:
      return 100.0;
    case Asked::entropy_of_label:
      return entropy;
    case Asked::entropy_divergence:
    case Asked::entropy_task:
      return cross - entropy;
    case Asked::training_start:
      return std::log(2.0);
    case Asked::training_stall:
      return (p - y) * p * (1.0 - p);
    case Asked::training_task:
      return -0.5 * (p - y) * 3.0;
  }
  return 0.0;
}

bool names(const QuestionJudgement& judgement, const Trap& trap) {
  if (judgement.answer.verdict != Verdict::wrong_turn) return false;
  if (const auto* mistake = std::get_if<Mistake>(&trap.mistake)) {
    return judgement.mistake == *mistake;
  }
  return !judgement.mistake && judgement.answer.turn == std::get<WrongTurn>(trap.mistake);
}

}  // namespace

TEST_CASE("each answer is what the C library makes of it, and three figures of it are right") {
  for (std::size_t i = 0; i < bce::kAsked; ++i) {
    for (std::uint32_t seed = 0; seed < 100; ++seed) {
      const Asking given = asking(at(i), seed);
      const double value = expected(at(i), given);
      CAPTURE(i);
      CAPTURE(seed);
      CHECK(given.question.answer.value == doctest::Approx(value).epsilon(1e-9));
      CHECK(judge(figures(value, 3), given.question).answer.verdict == Verdict::right);
      CHECK(judge(figures(value, 5), given.question).answer.verdict == Verdict::right);
    }
  }
}

TEST_CASE("every mistake of every step and of many tasks is told by its name, at three figures") {
  for (std::size_t i = 0; i < bce::kAsked; ++i) {
    for (std::uint32_t seed = 0; seed < 200; ++seed) {
      const Asking given = asking(at(i), seed);
      CAPTURE(i);
      CAPTURE(seed);
      CHECK(bce::told_apart(given.question.traps, given.question.answer.value));
      CHECK(given.question.traps.size() >= 1);
      for (const Trap& trap : given.question.traps) {
        CAPTURE(trap.value);
        CHECK(names(judge(figures(trap.value, 3), given.question), trap));
      }
    }
  }
}

TEST_CASE("an answer that is a short decimal needs no more figures than it has") {
  CHECK(judge("-5", asking(Asked::gradient_in_p, 0).question).answer.verdict == Verdict::right);
  CHECK(judge("-0.8", asking(Asked::gradient_in_z, 0).question).answer.verdict == Verdict::right);
  CHECK(judge("0.16", asking(Asked::gradient_of_p, 0).question).answer.verdict == Verdict::right);
  CHECK(judge("800", asking(Asked::logits_softplus, 0).question).answer.verdict == Verdict::right);
  CHECK(judge("0.61", asking(Asked::entropy_of_label, 0).question).answer.verdict ==
        Verdict::imprecise);
}

TEST_CASE("letters stand for what was given, and another name or unit is told") {
  const Asking slope = asking(Asked::gradient_in_z, 0);
  CHECK(judge("p - y = -0.8", slope.question).answer.verdict == Verdict::right);
  CHECK(judge("p - y = 0.8", slope.question).answer.verdict == Verdict::wrong_turn);
  CHECK(judge("L = -0.8", slope.question).answer.verdict == Verdict::unreadable);
  const Asking cross = asking(Asked::entropy_cross, 0);
  CHECK(judge("L = 0.795", cross.question).answer.verdict == Verdict::right);
  CHECK(judge("1.146 bits", cross.question).answer.verdict == Verdict::other_unit);
  CHECK(judge("", cross.question).answer.verdict == Verdict::empty);
  CHECK(judge("ln(", cross.question).answer.verdict == Verdict::unreadable);
}

TEST_CASE("10,000 seeds lead to a task of their own numbers, the same for the same seed") {
  for (const Asked asked : kTasks) {
    std::size_t same = 0;
    Asking second = asking(asked, 0);
    for (std::uint32_t seed = 0; seed < 10'000; ++seed) {
      const Asking first = std::exchange(second, asking(asked, seed + 1));
      same += first.label == second.label && first.at == second.at ? 1U : 0U;
      const double answer = first.question.answer.value;
      REQUIRE(std::isfinite(answer));
      REQUIRE(bce::told_apart(first.question.traps, answer));
    }
    CHECK(same < 500);
    CHECK(asking(asked, 7).at == asking(asked, 7).at);
  }
  CHECK(asking(Asked::gradient_in_p, 1).at == asking(Asked::gradient_in_p, 2).at);
}
