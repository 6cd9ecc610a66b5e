#pragma once

#include <cstdint>
#include <random>
#include <utility>
#include <vector>

namespace huiyin::property {

/// The same choices for the same seed, on every machine.
class Chance {
  public:
    explicit Chance(std::uint64_t seed) : engine_(seed) {}

    /// Both ends included. The standard's distributions may differ between libraries; the remainder
    /// does not.
    std::int64_t between(std::int64_t least, std::int64_t most) {
        const auto span = static_cast<std::uint64_t>(most - least + 1);
        return least + static_cast<std::int64_t>(engine_() % span);
    }

    bool percent(int share) { return between(1, 100) <= share; }

    template <typename T>
    const T& of(const std::vector<T>& choices) {
        return choices.at(
            static_cast<std::size_t>(between(0, static_cast<std::int64_t>(choices.size()) - 1)));
    }

    /// One of the choices, each as often as its weight says.
    template <typename T>
    const T& weighted(const std::vector<std::pair<int, T>>& choices) {
        std::int64_t total = 0;
        for (const auto& [weight, choice] : choices)
            total += weight;
        auto left = between(1, total);
        for (const auto& [weight, choice] : choices) {
            left -= weight;
            if (left <= 0) return choice;
        }
        return choices.back().second;
    }

  private:
    std::mt19937_64 engine_;
};

}  // namespace huiyin::property
