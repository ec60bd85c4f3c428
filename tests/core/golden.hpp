#pragma once

#include <cstddef>
#include <cstdio>
#include <string>
#include <vector>

/// The rows of a file of golden/ that have so many cells, in the order in which they stand; none
/// where there is no such file.
inline std::vector<std::vector<std::string>> golden_cells(const std::string& name,
                                                          std::size_t columns) {
  std::vector<std::vector<std::string>> rows;
  std::FILE* file = std::fopen((BCE_GOLDEN_DIR "/" + name).c_str(), "r");
  if (file == nullptr) return rows;
  char line[512];
  while (std::fgets(line, sizeof line, file) != nullptr) {
    if (line[0] == '#') continue;
    std::vector<std::string> cells(1);
    for (const char* c = line; *c != '\0' && *c != '\n'; ++c) {
      if (*c == '\t') {
        cells.emplace_back();
      } else {
        cells.back().push_back(*c);
      }
    }
    if (cells.size() == columns) rows.push_back(cells);
  }
  std::fclose(file);
  return rows;
}
