#include "huiyin/base/phone.hpp"

#include <algorithm>
#include <array>

#include "folded.hpp"
#include "huiyin/base/fold.hpp"

namespace huiyin::base {

namespace {

constexpr std::size_t mobile_size = 11;

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

using Letters = FoldedLetters;

bool is_digit(const Folded& letter) {
    return letter.form.size() == 1 && is_digit(letter.form.front());
}

/// Digits side by side, of one writing, and what parts them from the next.
struct Group {
    std::string digits;
    std::size_t first;     ///< letter
    std::size_t last;      ///< letter behind them
    bool goes_on = false;  ///< into the next group, with no more than a few marks between
    bool divided = false;  ///< one of these marks divides lists, too
    bool point = false;    ///< a point and nothing else
};

/// The groups of digits in a text. More than three marks between two part them for good.
std::vector<Group> groups_of(const Letters& letters) {
    constexpr std::size_t most_marks = 3;
    std::vector<Group> groups;
    for (std::size_t at = 0; at < letters.size();) {
        if (!is_digit(letters[at])) {
            ++at;
            continue;
        }
        Group group{{}, at, at};
        // 王一13800008000: the name's numeral is not the number's.
        const bool numerals = letters[at].numeral;
        for (; at < letters.size() && ((is_digit(letters[at]) && letters[at].numeral == numerals) ||
                                       letters[at].form.empty());
             ++at)
            group.digits += letters[at].form;
        group.last = at;
        std::size_t marks = 0;
        for (; at < letters.size() && parts_digits(letters[at].form); ++at) {
            if (!goes_on_with_mark(letters, at)) ++marks;
            group.divided = group.divided || divides_lists(letters[at].form);
        }
        group.point = at == group.last + 1 && letters[group.last].form == ".";
        group.goes_on = marks <= most_marks && at < letters.size() && is_digit(letters[at]);
        groups.push_back(std::move(group));
    }
    return groups;
}

bool is_mobile(std::string_view digits) {
    return digits.size() == mobile_size && digits[0] == '1' && digits[1] >= '3';
}

/// Of a landline: 10 and 2x have two digits behind the 0, all others three.
std::size_t area_size(std::string_view digits) {
    return digits.starts_with("010") || digits.starts_with("02") ? 3 : 4;
}

/// With the 0 of its area.
bool is_landline(std::string_view digits) {
    constexpr std::size_t shortest = 7;
    constexpr std::size_t longest = 8;
    if (digits.size() < 2 || digits[0] != '0' || digits[1] == '0') return false;
    const auto own = digits.size() - std::min(area_size(digits), digits.size());
    return own >= shortest && own <= longest && digits[area_size(digits)] > '0';
}

/// The number as compared, where these digits are one; `country`: a code stood before them.
std::optional<std::string> number_of(std::string_view digits, bool country) {
    if (is_mobile(digits) || is_landline(digits)) return std::string(digits);
    if (digits.starts_with('0') && is_mobile(digits.substr(1)))
        return std::string(digits.substr(1));
    if (!country) return {};
    const std::string with_area = "0" + std::string(digits);
    return is_landline(with_area) ? std::optional(with_area) : std::nullopt;
}

/// Takes the country's code off; says whether there was one.
bool strip_country(std::string_view& digits, bool plus) {
    for (const std::string_view code : {"0086", "86"})
        if (digits.starts_with(code) && digits.size() > code.size() + 8 &&
            (!plus || code == "86")) {
            digits.remove_prefix(code.size());
            return true;
        }
    return false;
}

/// Of what stands behind 00: America's and Russia's numbers have one length, and no country's is
/// as short as a meter's.
bool may_be_abroad(std::string_view digits) {
    constexpr std::size_t shortest = 10;
    constexpr std::size_t longest = 15;
    if (digits.size() < shortest || digits.size() > longest || digits[0] == '0') return false;
    return (digits[0] != '1' && digits[0] != '7') || digits.size() == shortest + 1;
}

/// The number that so many digits are, if they are one.
std::optional<std::string> read_number(std::string_view digits, bool plus) {
    constexpr std::size_t shortest = 8;
    constexpr std::size_t longest = 15;
    if (auto number = number_of(digits, false); number && !plus) return number;
    auto rest = digits;
    if (strip_country(rest, plus))
        if (auto number = number_of(rest, true)) return number;
    if (plus && digits.size() >= shortest && digits.size() <= longest) return std::string(digits);
    if (!digits.starts_with("00")) return {};
    const auto abroad = digits.substr(2);
    return may_be_abroad(abroad) ? std::optional(std::string(abroad)) : std::nullopt;
}

/// Whether a date begins among them, 2026-11-23 or 23-11-2026: then they are no number in pieces.
bool holds_date(const std::vector<Group>& groups, std::size_t first, std::size_t last) {
    const auto is_short = [&](std::size_t at) { return groups[at].digits.size() <= 2; };
    const auto is_year = [&](std::size_t at) {
        const std::string_view digits = groups[at].digits;
        return digits.size() == 4 && (digits.starts_with("19") || digits.starts_with("20"));
    };
    for (auto at = first; at <= last && at + 2 < groups.size(); ++at)
        if (groups[at].goes_on && groups[at + 1].goes_on && is_short(at + 1) &&
            ((is_year(at) && is_short(at + 2)) || (is_short(at) && is_year(at + 2))))
            return true;
    return false;
}

bool is_divided(const std::vector<Group>& groups, std::size_t first, std::size_t last) {
    return std::any_of(groups.begin() + static_cast<std::ptrdiff_t>(first),
                       groups.begin() + static_cast<std::ptrdiff_t>(last),
                       [](const Group& group) { return group.divided; });
}

/// Whether commas or colons part these groups as a list or a time is parted, 13、14、15 or 13:00:
/// those of a number are longer.
bool is_list(const std::vector<Group>& groups, std::size_t first, std::size_t last) {
    constexpr std::size_t shortest = 3;
    if (!is_divided(groups, first, last)) return false;
    const auto is_short = [&](std::size_t at) {
        return groups[at].digits.size() < shortest && !(at == first && groups[at].digits == "86");
    };
    for (auto at = first; at <= last; ++at)
        if (is_short(at)) return true;
    return false;
}

/// 13.800.008.000: a point before every three digits.
bool is_by_thousands(const std::vector<Group>& groups, std::size_t first, std::size_t last) {
    constexpr std::size_t thousand = 3;
    for (auto at = first; at < last; ++at)
        if (!groups[at].point || groups[at + 1].digits.size() != thousand) return false;
    return last > first && groups[first].digits.size() <= thousand;
}

/// 13800.00 8000, 138 000 080.00: one point, before the fen of an amount.
bool is_amount(const std::vector<Group>& groups, std::size_t first, std::size_t last) {
    if (is_by_thousands(groups, first, last)) return true;
    constexpr std::size_t fen = 2;
    constexpr std::size_t thousand = 3;
    std::optional<std::size_t> point;
    for (auto at = first; at < last; ++at) {
        if (!groups[at].point) continue;
        if (point) return false;
        point = at;
    }
    if (!point || groups[*point + 1].digits.size() > fen) return false;
    if (*point == first) return groups[first].digits.size() > thousand;
    for (auto at = first; at <= *point; ++at)
        if (groups[at].digits.size() != thousand &&
            (at != first || groups[at].digits.size() > thousand))
            return false;
    return *point + 1 == last;
}

/// 20261123
bool is_day(std::string_view digits) {
    if (digits.size() != 8 || !(digits.starts_with("19") || digits.starts_with("20"))) return false;
    const auto month = digits.substr(4, 2);
    const auto day = digits.substr(6);
    return month >= "01" && month <= "12" && day >= "01" && day <= "31";
}

/// 400-810-1234, which firms answer. Ten digits in one piece may count anything.
bool is_service(const std::vector<Group>& groups, std::size_t first, std::size_t last,
                std::string_view digits) {
    constexpr std::size_t length = 10;
    constexpr std::size_t shortest = 3;
    if (digits.size() != length || !(digits.starts_with("400") || digits.starts_with("800")))
        return false;
    if (is_divided(groups, first, last)) return false;
    for (auto at = first; at <= last; ++at)
        if (groups[at].digits.size() < shortest) return false;
    return groups[first].digits.size() <= shortest + 1;
}

class Finder {
  public:
    explicit Finder(Letters letters) : letters_(std::move(letters)), groups_(groups_of(letters_)) {}

    std::vector<PhonePlace> run() {
        std::vector<PhonePlace> places;
        for (std::size_t first = 0; first < groups_.size();) {
            const auto last = longest_from(first);
            if (!last) {
                ++first;
                continue;
            }
            places.push_back(place(first, *last));
            last_end_ = groups_[*last].last;
            first = *last + 1;
        }
        return places;
    }

  private:
    bool has_plus(std::size_t group) const {
        const auto at = groups_[group].first;
        return at > 0 && letters_[at - 1].form == "+";
    }

    std::optional<std::size_t> longest_from(std::size_t first) {
        // No number is longer.
        constexpr std::size_t most_digits = 17;
        const bool plus = has_plus(first);
        // 电话88886666或88887777
        const bool beside = last_end_ && stands_beside(letters_, *last_end_, groups_[first].first);
        const auto named = beside ? Named::caller : named_before(letters_, groups_[first].first);
        std::optional<std::size_t> found;
        std::string digits;
        for (auto last = first; last < groups_.size(); ++last) {
            digits += groups_[last].digits;
            if (digits.size() > most_digits) break;
            if (auto one = number(digits, plus, named, first, last)) {
                found = last;
                number_ = std::move(*one);
            }
            if (!groups_[last].goes_on) break;
        }
        return found;
    }

    std::optional<std::string> number(const std::string& digits, bool plus, Named named,
                                      std::size_t first, std::size_t last) const {
        const bool called = named == Named::phone || named == Named::caller;
        if (holds_date(groups_, first, last) || is_list(groups_, first, last)) return {};
        if (!called && is_amount(groups_, first, last)) return {};
        if (auto one = read_number(digits, plus)) {
            // 水表01012345678
            const bool counted = named == Named::figure && first == last && !plus;
            return counted && !is_mobile(*one) ? std::nullopt : one;
        }
        if (is_service(groups_, first, last, digits)) return digits;
        if (!called) return {};
        if (first == last && digits.size() == 10 &&
            (digits.starts_with("400") || digits.starts_with("800")))
            return digits;
        const bool local = digits.size() == 7 || digits.size() == 8;
        const bool in_halves = last == first + 1 && groups_[last].digits.size() == 4;
        if (!local || digits.front() == '0' || (first != last && !in_halves)) return {};
        if (named == Named::caller && is_day(digits)) return {};
        return measures(letters_, groups_[last].last) ? std::nullopt : std::optional(digits);
    }

    PhonePlace place(std::size_t first, std::size_t last) const {
        auto begin = groups_[first].first;
        auto end = groups_[last].last;
        if (has_plus(first)) --begin;
        // (0351)7654321 has its bracket with it.
        const auto closes = [&](std::size_t at) { return letters_[at].form == ")"; };
        bool open = false;
        for (auto at = begin; at < end; ++at)
            open = open || closes(at);
        if (open && begin > 0 && letters_[begin - 1].form == "(") --begin;
        return {letters_[begin].begin, letters_[end - 1].end, number_};
    }

    Letters letters_;
    std::vector<Group> groups_;
    std::string number_;                   ///< that `longest_from` found
    std::optional<std::size_t> last_end_;  ///< the letter behind the number found before
};

/// 转801, ext. 801, 分机801 or x801 behind a number; nothing where there is none.
std::size_t extension_at(std::string_view folded) {
    std::size_t found = std::string_view::npos;
    for (const std::string_view word : {"转", "轉", "分机", "分機", "ext", "x", "#"})
        found = std::min(found, folded.find(word));
    return found;
}

}  // namespace

bool is_plain_mobile(std::string_view text) {
    return is_mobile(text) && std::ranges::all_of(text, [](char c) { return is_digit(c); });
}

std::vector<PhonePlace> find_phones(std::string_view text) {
    if (!may_hold_digits(text)) return {};
    if (is_plain_mobile(text)) return {{0, text.size(), std::string(text)}};
    auto letters = letters_of_numbers(text);
    auto places = Finder(letters).run();
    if (!read_look_alikes(letters)) return places;
    // l38OO138OOO; what is a number without that stays what it is.
    for (auto& place : Finder(std::move(letters)).run())
        if (std::ranges::none_of(places, [&](const PhonePlace& one) {
                return one.begin < place.end && place.begin < one.end;
            }))
            places.push_back(std::move(place));
    std::ranges::sort(places, {}, &PhonePlace::begin);
    return places;
}

std::string plain_phone(std::string_view typed) {
    const auto places = find_phones(typed);
    if (!places.empty()) return places.front().digits;
    auto folded = fold(typed);
    // 分机8012 alone is the house's own number.
    if (const auto extension = extension_at(folded);
        extension != std::string::npos &&
        std::any_of(folded.begin(), folded.begin() + static_cast<std::ptrdiff_t>(extension),
                    [](char c) { return is_digit(c); }))
        folded.resize(extension);
    std::string digits;
    std::ranges::copy_if(folded, std::back_inserter(digits), [](char c) { return is_digit(c); });
    return digits;
}

}  // namespace huiyin::base
