// The same as JSON, one object a line.
#include "target.hpp"

#include "table_file.hpp"

using namespace huiyin;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::understands_or_refuses([&] { cli::read_json_lines(fuzz::text(data, size)); });
    return 0;
}
