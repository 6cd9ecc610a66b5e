#include "../../../src/gate/residue.hpp"

#include <doctest/doctest.h>

#include <vector>

using huiyin::gate::Residue;
using Wide = Residue::Wide;

namespace {

/// By doubling and adding, so that nothing ever exceeds 128 bits.
Wide multiplied(Wide left, Wide right) {
    Wide product = 0;
    for (unsigned bit = 127; bit-- > 0;) {
        product = (product + product) % Residue::prime;
        if ((right >> bit & 1U) != 0) product = (product + left) % Residue::prime;
    }
    return product;
}

/// The ends of each half, and some in between.
std::vector<Wide> numbers() {
    std::vector<Wide> all{0, 1, 2, Residue::prime - 1, Residue::prime - 2, Residue::prime >> 1U};
    for (unsigned bit = 1; bit < 127; bit += 3)
        for (const int off : {-1, 0, 1})
            all.push_back(((Wide{1} << bit) + static_cast<Wide>(off)) % Residue::prime);
    Wide chance = 0x9E3779B97F4A7C15U;
    for (int count = 0; count < 100; ++count) {
        chance = chance * 0xD1342543DE82EF95U + (chance >> 61U) + 1;
        all.push_back(chance % Residue::prime);
    }
    return all;
}

}  // namespace

TEST_CASE("residues multiply, add and subtract as numbers modulo their prime do") {
    for (const auto left : numbers())
        for (const auto right : numbers()) {
            const auto product = Residue(left) * Residue(right);
            auto sum = Residue(left);
            sum += Residue(right);
            auto difference = sum;
            difference -= Residue(right);
            const bool all_right = product.value() == multiplied(left, right) &&
                                   sum.value() == (left + right) % Residue::prime &&
                                   difference == Residue(left);
            if (!all_right) FAIL("a wrong result");
        }
}

TEST_CASE("any 128 bits are a residue, and the prime is none of its own") {
    CHECK(Residue(Residue::prime) == Residue());
    CHECK(Residue(Residue::prime + 1) == Residue(1));
    CHECK(Residue(~Wide{0}) == Residue(1));
    CHECK(Residue(Residue::prime - 1) * Residue(Residue::prime - 1) == Residue(1));
}
