/// Polylines as the contract describes them.
#pragma once

#include <vector>

#include "bce/graph.hpp"
#include "convert.hpp"

namespace bce::wasm {

inline val to_runs(const std::vector<Run>& list) {
  val runs = val::array();
  std::vector<double> flat;
  for (const Run& run : list) {
    flat.clear();
    for (const Point& point : run) {
      flat.push_back(point.x);
      flat.push_back(point.y);
    }
    runs.call<void>("push", copy_out(flat));
  }
  return runs;
}

}  // namespace bce::wasm
