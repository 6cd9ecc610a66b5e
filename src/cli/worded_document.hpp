#pragma once

#include "huiyin/reports/document.hpp"

namespace huiyin::cli {

/// The document as whoever typed Chinese words reads it: where it says what to do, behind an arrow
/// or under 改正, commands and options stand in Chinese. What people wrote is left as it is.
reports::Document in_chinese_words(reports::Document document);

}  // namespace huiyin::cli
