// What is handed over to prove a store by: anchors and keys.
#include <string>

#include "huiyin/gate/seal.hpp"
#include "target.hpp"

using namespace huiyin;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string given(fuzz::text(data, size));
    fuzz::understands_or_refuses([&] { gate::parse_anchor(given); });
    fuzz::understands_or_refuses([&] { gate::SigningKey::parse(given); });
    fuzz::understands_or_refuses([&] { gate::parse_public_pem(given); });
    return 0;
}
