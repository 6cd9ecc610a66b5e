#pragma once

#include <cstdint>
#include <string_view>

#include "huiyin/cli/output.hpp"

namespace huiyin::cli {

/// A bar on standard error while it is a terminal; wiped at the end. Drawn only when it grows, so
/// that it may be told of every step.
class ProgressBar {
  public:
    ProgressBar(const Output& output, base::Label title);
    ~ProgressBar();
    ProgressBar(const ProgressBar&) = delete;
    ProgressBar& operator=(const ProgressBar&) = delete;

    void operator()(std::int64_t done, std::int64_t of);

  private:
    bool shown_;
    std::int64_t drawn_ = -1;  ///< columns of it, in eighths
    std::string_view title_;
};

}  // namespace huiyin::cli
