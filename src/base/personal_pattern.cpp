#include "huiyin/base/personal_pattern.hpp"

#include <algorithm>
#include <optional>

#include "folded.hpp"
#include "huiyin/base/failure.hpp"
#include "huiyin/base/fold.hpp"
#include "huiyin/base/phone.hpp"
#include "unicode.hpp"

namespace huiyin::base {

namespace {

bool is_blank(std::string_view form) {
    static constexpr std::string_view blanks = " \t\n\r";
    return form.find_first_not_of(blanks) == std::string_view::npos;
}

bool is_digit(std::string_view form) {
    return form.size() == 1 && form.front() >= '0' && form.front() <= '9';
}

/// In a name every dot is the one between its parts: 古丽．巴哈尔 is 古丽·巴哈尔.
FoldedLetters name_letters(std::string_view text) {
    auto letters = folded_letters(text);
    for (auto& letter : letters)
        if (letter.form == ".") letter.form = "·";
    return letters;
}

bool is_latin(std::string_view form) {
    return form.size() == 1 && ((form.front() >= 'a' && form.front() <= 'z') || is_digit(form));
}

using Letters = FoldedLetters;

/// Where `wanted` ends if it begins at `at`, passing over what `between` allows; nothing if it does
/// not.
template <typename Between>
std::optional<std::size_t> match(const Letters& letters, std::size_t at, std::string_view wanted,
                                 Between between, std::size_t most_between) {
    std::size_t passed = 0;
    const auto first = at;
    for (; at < letters.size() && !wanted.empty(); ++at) {
        const std::string_view form = letters[at].form;
        const bool is_wanted = !form.empty() && wanted.starts_with(form);
        if (is_wanted) {
            wanted.remove_prefix(form.size());
            passed = 0;
        } else if (at == first || !between(form)) {
            return {};
        } else if (!goes_on_with_mark(letters, at) && ++passed > most_between) {
            return {};
        }
    }
    return wanted.empty() ? std::optional(at) : std::nullopt;
}

/// A number may be preceded by +86, 0086 or 86; those digits are part of how it was written. What
/// stands before `floor` is something else's: the end of the number before.
std::size_t with_country(const Letters& letters, std::size_t floor, std::size_t begin) {
    constexpr std::size_t most_marks = 2;
    auto at = begin;
    for (std::size_t marks = 0;
         at > floor && marks < most_marks && parts_digits(letters[at - 1].form); ++marks)
        --at;
    if (at < floor + 2 || letters[at - 1].form != "6" || letters[at - 2].form != "8") return begin;
    at -= 2;
    if (at > floor && letters[at - 1].form == "+") return at - 1;
    if (at > floor + 1 && letters[at - 1].form == "0" && letters[at - 2].form == "0") return at - 2;
    return at > floor && is_digit(letters[at - 1].form) ? begin : at;
}

bool stands_alone(const Letters& letters, std::size_t begin, std::size_t end,
                  bool (*touches)(std::string_view)) {
    // A numeral beside digits is a word: 王一12345678.
    const auto is_apart = [&](std::size_t at, std::size_t of) {
        return !touches(letters[at].form) || letters[at].numeral != letters[of].numeral;
    };
    return (begin == 0 || is_apart(begin - 1, begin)) &&
           (end == letters.size() || is_apart(end, end - 1));
}

struct Stretch {
    std::size_t begin;
    std::size_t end;
};

std::optional<Stretch> phone_at(const Letters& letters, std::size_t floor, std::size_t at,
                                std::string_view digits) {
    constexpr std::size_t most_marks = 3;
    constexpr std::size_t surely_a_phone = 10;
    const auto parts = digits.size() < surely_a_phone ? parts_short_numbers : parts_digits;
    if (const auto end = match(letters, at, digits, parts, most_marks)) {
        if (digits.size() < surely_a_phone && !stands_alone(letters, at, *end, is_digit)) return {};
        return Stretch{with_country(letters, floor, at), *end};
    }
    // Behind the country's code a landline goes without the 0 of its area.
    if (digits.size() < surely_a_phone || !digits.starts_with('0')) return {};
    const auto end = match(letters, at, digits.substr(1), parts_digits, most_marks);
    if (!end) return {};
    const auto begin = with_country(letters, floor, at);
    return begin < at ? std::optional(Stretch{begin, *end}) : std::nullopt;
}

std::optional<Stretch> name_at(const Letters& letters, std::size_t at, std::string_view name) {
    constexpr std::size_t most_blanks = 4;
    const auto end = match(letters, at, name, is_blank, most_blanks);
    if (!end) return {};
    const bool latin = is_latin(name.substr(0, 1));
    if (latin && !stands_alone(letters, at, *end, is_latin)) return {};
    return Stretch{at, *end};
}

}  // namespace

std::string plain_name(std::string_view typed) {
    std::string plain;
    for (const auto& letter : name_letters(typed))
        if (!is_blank(letter.form)) plain += letter.form;
    return plain;
}

PersonalPattern PersonalPattern::phone(std::string_view typed) {
    constexpr std::size_t fewest_digits = 3;
    auto digits = plain_phone(typed);
    if (digits.size() < fewest_digits)
        throw Failure(Exit::usage,
                      Label{"电话至少要有三位数字", "a phone has at least three digits"},
                      Label{"写完整的号码,如 13800008000", "give the whole number: 13800008000"});
    return {std::move(digits), true};
}

PersonalPattern PersonalPattern::name(std::string_view typed,
                                      const std::vector<std::string>& others) {
    auto plain = plain_name(typed);
    if (characters(plain).size() < 2)
        throw Failure(Exit::usage,
                      Label{"姓名至少要有两个字", "a name has at least two characters"},
                      Label{"一个字会误中太多;请写全名",
                            "a single character matches too much; give the full name"});
    PersonalPattern name(std::move(plain), false);
    for (const auto& other : others)
        if (auto longer = plain_name(other);
            longer != name.plain_ && longer.find(name.plain_) != std::string::npos)
            name.others_.push_back(std::move(longer));
    return name;
}

bool PersonalPattern::may_be_in(std::string_view text) const {
    // Whatever is written in another width begins with one of these bytes.
    static constexpr std::string_view other_forms = "\xc2\xe2\xe3\xef\xf0";
    if (text.find_first_of(other_forms) != std::string_view::npos) return true;
    if (!is_phone_) {
        const auto first = characters(plain_).front();
        return first.code_point < 0x80 || text.find(first.bytes) != std::string_view::npos;
    }
    const auto digits = std::ranges::count_if(text, [](char c) {
        return (c >= '0' && c <= '9') ||
               std::string_view("oOlLiI").find(c) != std::string_view::npos;
    });
    if (digits + 1 >= std::ssize(plain_)) return true;
    return digits + 1 + static_cast<std::ptrdiff_t>(count_numerals(text)) >= std::ssize(plain_);
}

std::vector<PersonalPattern::Place> PersonalPattern::find(std::string_view text) const {
    if (!may_be_in(text)) return {};
    auto letters = is_phone_ ? letters_of_numbers(text) : name_letters(text);
    auto places = find_among(letters);
    if (!is_phone_ || !read_look_alikes(letters)) return places;
    for (const auto& place : find_among(letters))
        if (std::ranges::none_of(places, [&](const Place& one) {
                return one.begin < place.end && place.begin < one.end;
            }))
            places.push_back(place);
    std::ranges::sort(places, {}, &Place::begin);
    return places;
}

std::vector<PersonalPattern::Place> PersonalPattern::find_among(
    const std::vector<Folded>& letters) const {
    std::vector<Place> places;
    std::size_t last_end = 0;
    for (std::size_t at = 0; at < letters.size(); ++at) {
        if (letters[at].form.empty()) continue;
        std::size_t other_end = at;
        for (const auto& other : others_)
            if (const auto longer = name_at(letters, at, other))
                other_end = std::max(other_end, longer->end);
        if (other_end > at) {
            at = other_end - 1;
            continue;
        }
        const auto found =
            is_phone_ ? phone_at(letters, last_end, at, plain_) : name_at(letters, at, plain_);
        if (!found) continue;
        places.push_back({letters[found->begin].begin, letters[found->end - 1].end});
        last_end = found->end;
        at = last_end - 1;
    }
    return places;
}

bool PersonalPattern::is(std::string_view text) const {
    if (!is_phone_) return plain_name(text) == plain_;
    const auto rest = replaced(text, "");
    return rest.size() < text.size() && std::ranges::none_of(letters(rest), &Letter::is_word);
}

std::string PersonalPattern::replaced(std::string_view text, std::string_view by) const {
    std::string left;
    std::size_t at = 0;
    for (const auto& place : find(text)) {
        left.append(text.substr(at, place.begin - at)).append(by);
        at = place.end;
    }
    return left.append(text.substr(at));
}

}  // namespace huiyin::base
