#include <algorithm>
#include <utility>

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
    return is_blank(left) || stands_alone(left) || stands_alone(right);
}

/// What stays on one line, and the blanks after it that vanish at the end of a line.
struct Piece {
    std::vector<Cluster> body;
    std::vector<Cluster> blanks;

    void add(const Cluster& cluster) {
        if (is_blank(cluster) && !body.empty()) {
            blanks.push_back(cluster);
            return;
        }
        body.insert(body.end(), blanks.begin(), blanks.end());
        blanks.clear();
        body.push_back(cluster);
    }
};

std::vector<Piece> pieces(std::string_view paragraph) {
    std::vector<Cluster> all = clusters(paragraph);
    std::ranges::replace_if(all, is_tab, Cluster{" ", U' ', 1});

    std::vector<Piece> found;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (i == 0 || may_break_between(all[i - 1], all[i])) found.emplace_back();
        found.back().add(all[i]);
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
        pending_.clear();
    }

    std::vector<std::string> take_lines() { return std::move(lines_); }

  private:
    using Position = std::vector<Cluster>::const_iterator;

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
        pending_.clear();
    }

    int width_;
    int used_ = 0;
    std::string line_;
    std::vector<Cluster> pending_;  ///< blanks, shown only when more follows on the same line
    std::vector<std::string> lines_;
};

}  // namespace

std::vector<std::string> wrap(std::string_view text, int width) {
    LineBreaker breaker(width);
    for (bool more = true; more;) {
        const std::size_t end = text.find('\n');
        more = end != std::string_view::npos;
        for (const Piece& piece : pieces(text.substr(0, end)))
            breaker.put(piece);
        breaker.end_line();
        if (more) text.remove_prefix(end + 1);
    }
    return breaker.take_lines();
}

}  // namespace huiyin::base
