#pragma once

#include <optional>
#include <string>
#include <vector>

#include "huiyin/base/encoding.hpp"
#include "huiyin/cli/output.hpp"

namespace huiyin::cli {

/// What a batch reads, in UTF-8.
struct TableInput {
    std::string text;
    bool json_lines = false;     ///< by its name
    bool from_workbook = false;  ///< a program made the text of a workbook's cells
};

/// A table's bytes as UTF-8, whatever encoding they are in. Throws Failure{usage} where they are no
/// text; `name` is the file that is then named.
base::Decoded decode_table(std::string bytes, const std::string& name);

/// Reads a file or, without a name, standard input. What is in another encoding, or a workbook that
/// can be read here, is converted, and that is said. Throws Failure for what cannot be read, once.
TableInput read_table_input(const std::optional<std::string>& name, Output& output);
/// The same; what is to be said of it goes into `remarks`.
TableInput read_table_input(const std::optional<std::string>& name,
                            std::vector<base::Text>& remarks);

}  // namespace huiyin::cli
