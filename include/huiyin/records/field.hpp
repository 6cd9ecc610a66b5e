#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "huiyin/base/language.hpp"
#include "huiyin/records/listed_words.hpp"
#include "huiyin/records/step_kind.hpp"

/// What is known of every field of a record: one table, of which masking, erasing, search,
/// redaction, history, headings, corrections and the export are made. Its rows stand in `fields/`,
/// noun by noun. Only `with_fields` throws.
namespace huiyin::records {

/// What a field holds, and so how it is kept, shown and masked.
enum class FieldType {
    // Said by somebody: kept apart, so that it can be erased (docs/journal-format.md).
    words,       ///< free text; numbers in it are masked
    name,        ///< somebody's name and nothing else; masked for most
    phone,       ///< somebody's number; masked for everyone
    staff_name,  ///< of one of us: no resident's, never masked
    digest,      ///< what a key was given for
    bytes,       ///< of a file
    // Kept as it is.
    number,    ///< of the record itself: TS-2026-0001
    word,      ///< a label that is no secret: a home, a login, a policy
    category,  ///< of a matter: a word of the regulation or of the office's own
    choice,    ///< one of `words`
    choices,   ///< several of them
    flag,
    whole,  ///< from 1
    count,  ///< from 0
    money,  ///< yuan, to the fen
    rate,
    time,
    later,  ///< a time that may lie ahead
    staff,  ///< one of us, by login
    people,
    matter,  ///< another record, by its number
    matters,
    step,   ///< what a step is
    field,  ///< which field was corrected, as people type it
};

constexpr bool is_said(FieldType type) {
    return type <= FieldType::bytes;
}

/// Who may correct a field (`amend`).
enum class Amend { nobody, office, supervisor };

struct Field {
    /// Whose it is: `matter` of every matter, `complaint` of that kind (a row of a kind takes the
    /// place of one of `matter` with the same key), `step`, `callback`, `order`, `staff`, `policy`,
    /// `journal`; of anything else the name of its table.
    std::string_view of;
    std::string_view key;  ///< in JSON; empty: in none
    base::Label title;     ///< the heading of its column, and its name beside a value
    FieldType type;
    std::string_view place = {};  ///< `matter.person`; empty where no column holds just this
    Typed typed = {};             ///< the option that takes it, and its Chinese name
    std::span<const ListedWord> words = {};
    bool searched = false;  ///< `search` looks in it
    int turn = 0;           ///< its place among what `show` shows people; 0: it is not shown
    Amend amend = Amend::nobody;
    base::Label help = {};       ///< of its option; empty: the title says enough
    std::string_view hint = {};  ///< what stands for the value in help; empty: by its type
    /// Rules hang on it: by what it is corrected to they judge the reception anew.
    bool judged = false;
    std::string_view excludes = {};  ///< the key of a field that is never typed beside it
    bool spoken = false;  ///< said or written to residents by us (2.2.1); of a step its kind says

    constexpr std::string_view table() const { return place.substr(0, place.find('.')); }
    constexpr std::string_view column() const {
        return place.empty() ? place : place.substr(place.find('.') + 1);
    }
    constexpr bool is_said() const { return !place.empty() && records::is_said(type); }
    /// A name or a number of somebody outside the office.
    constexpr bool is_personal() const {
        return type == FieldType::name || type == FieldType::phone;
    }
};

/// To what the row of a table belongs whose column a field is.
enum class BelongsTo { matter, step, office };
BelongsTo belongs_to(const Field& field);
/// The column that holds that matter's or step's id.
std::string_view key_column(const Field& field);

/// Every row, in the order of the catalogue.
std::span<const Field> fields();
/// In JSON's order; of a kind of matter without those of `matter`.
std::vector<const Field*> fields_of(std::string_view of);
/// The same with those that every matter has, first.
std::vector<const Field*> fields_of_kind(std::string_view kind);
/// By its key in JSON; nothing where there is no such field.
const Field* find_field(std::string_view of, std::string_view key);
/// By where it is kept: `matter.person`; the first where several are.
const Field* field_at(std::string_view place);
/// By the name of its column in whatever table: the first.
const Field* field_in_column(std::string_view column);
/// What is corrected under an option, of a matter of that kind.
const Field* amendable_field(std::string_view kind, std::string_view option);
/// The same of a `step` or a `callback`.
const Field* amendable_part(std::string_view of, std::string_view option);

/// What something said is: what its column holds; where a correction says it, the field it
/// corrects. `corrected` is the option that such a step names, empty of any other. Nothing for a
/// place that is not in the table.
const Field* said_field(std::string_view place, std::string_view corrected);

/// What paper forms and our own lists call a field (docs/clerk.md): headings of a table that is
/// imported.
struct PaperHeading {
    std::string_view of;
    std::string_view written;
    std::string_view key;
    std::string_view ticked = {};  ///< a column of ticks: the choice that one stands for
    bool with_home = false;        ///< a name and a home in one cell: 王小明 3-502
    bool yields = false;           ///< says nothing where another heading means the same field
};
std::span<const PaperHeading> paper_headings();

/// Where those are kept that `wanted` answers yes to, as an SQL list: `('matter.text',
/// 'matter.via')`.
std::string places_where(bool (*wanted)(const Field&));
/// SQL in which what a query wants to know of fields is written out, as `with_step_kinds` does it:
/// `(SELECT place FROM field WHERE spoken)`. The words: `spoken`, `personal`, `searched`. Throws
/// Failure{integrity} for one there is not.
std::string with_fields(std::string_view sql);
/// SQL over a `said` row `s` and the step `t` it belongs to, if any: whether it is a resident's
/// name or number, a corrected one too.
std::string is_personal_sql();

}  // namespace huiyin::records
