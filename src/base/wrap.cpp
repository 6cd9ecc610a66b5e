#include <algorithm>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "huiyin/base/display.hpp"
#include "unicode.hpp"

namespace huiyin::base {

namespace {

/// Marks that belong to what stands before them, and marks that belong to what comes after.
constexpr std::u32string_view closing_marks = U"，。、；：？！）」』》〉】〕］｝”’…—·,.;:?!)]}%％℃";
constexpr std::u32string_view opening_marks = U"（「『《〈【〔［｛“‘([{";

bool is_closing(const Cluster& cluster) {
    return closing_marks.find(cluster.first) != std::u32string_view::npos;
}

bool is_opening(const Cluster& cluster) {
    return opening_marks.find(cluster.first) != std::u32string_view::npos;
}

bool is_tab(const Cluster& cluster) {
    return cluster.first == U'\t';
}

bool is_blank(const Cluster& cluster) {
    return cluster.first == U' ' || cluster.first == U'\u3000' || is_tab(cluster);
}

/// Chinese characters, kana, full-width forms and emoji stand for themselves; letters make words.
bool stands_alone(const Cluster& cluster) {
    return cluster.width == 2;
}

bool may_break_between(const Cluster& left, const Cluster& right) {
    if (is_blank(right) || is_closing(right) || is_opening(left)) return false;
    // An option is copied as a whole: --理由.
    if (left.first == U'-') return false;
    return is_blank(left) || stands_alone(left) || stands_alone(right);
}

/// What stays on one line, and the blanks after it that vanish at the end of a line.
struct Piece {
    std::span<const Cluster> body;
    std::span<const Cluster> blanks;
};

Piece piece_of(std::span<const Cluster> all) {
    const auto last = std::ranges::find_if_not(all.rbegin(), all.rend(), is_blank);
    const auto blanks = static_cast<std::size_t>(last - all.rbegin());
    // What is nothing but blanks begins the paragraph, and the first of them is kept.
    const auto body = std::max<std::size_t>(all.size() - blanks, 1);
    return {all.first(body), all.subspan(body)};
}

std::vector<Piece> pieces(std::span<const Cluster> paragraph) {
    std::vector<Piece> found;
    std::size_t begin = 0;
    for (std::size_t i = 1; i <= paragraph.size(); ++i) {
        if (i < paragraph.size() && !may_break_between(paragraph[i - 1], paragraph[i])) continue;
        found.push_back(piece_of(paragraph.subspan(begin, i - begin)));
        begin = i;
    }
    return found;
}

class LineBreaker {
  public:
    explicit LineBreaker(int width) : width_(width) {}

    void put(const Piece& piece) {
        if (used_ > 0 && !fits(width_of(piece.body))) end_line();
        for (auto next = piece.body.begin(); next != piece.body.end(); ++next) {
            // Nothing ends a line here but a piece wider than a whole line.
            if (used_ > 0 && !fits(width_with_closing_marks(next, piece.body.end()))) end_line();
            append(*next);
        }
        pending_ = piece.blanks;
    }

    void end_line() {
        lines_.push_back(std::exchange(line_, {}));
        used_ = 0;
        pending_ = {};
    }

    std::vector<std::string> take_lines() { return std::move(lines_); }

  private:
    using Position = std::span<const Cluster>::iterator;

    bool fits(int more) const { return used_ + width_of(pending_) + more <= width_; }

    /// A cluster with the closing marks behind it, which would follow it to the next line; without
    /// them where they are more than any line can hold.
    int width_with_closing_marks(Position cluster, Position end) const {
        if (is_closing(*cluster)) return cluster->width;
        int width = cluster->width;
        for (auto mark = cluster + 1; mark != end && is_closing(*mark); ++mark) {
            width += mark->width;
            if (width > width_) return cluster->width;
        }
        return width;
    }

    void append(const Cluster& cluster) {
        for (const Cluster& blank : pending_)
            line_ += blank.bytes;
        line_ += cluster.bytes;
        used_ += width_of(pending_) + cluster.width;
        pending_ = {};
    }

    int width_;
    int used_ = 0;
    std::string line_;
    std::span<const Cluster> pending_;  ///< blanks, shown only when more follows on the same line
    std::vector<std::string> lines_;
};

}  // namespace

std::vector<std::string> wrap(std::string_view text, int width) {
    LineBreaker breaker(width);
    for (bool more = true; more;) {
        const std::size_t end = text.find('\n');
        more = end != std::string_view::npos;
        std::vector<Cluster> paragraph = clusters(text.substr(0, end));
        std::ranges::replace_if(paragraph, is_tab, Cluster{" ", U' ', 1});
        for (const Piece& piece : pieces(paragraph))
            breaker.put(piece);
        breaker.end_line();
        if (more) text.remove_prefix(end + 1);
    }
    return breaker.take_lines();
}

}  // namespace huiyin::base
