#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "huiyin/base/language.hpp"
#include "huiyin/records/matter.hpp"

/// Conduct cases: misconduct of staff, from its recording to the decision that ends it (clauses
/// 1.4, 2.2.1, 2.2.2, 2.2.9, 7.5). Whatever is given a number throws as `require_matter` does, a
/// number of another kind included.
namespace huiyin::records {

/// What staff can be answerable for, each under its clause.
struct ConductKind {
    std::string_view word;  ///< as typed and stored
    std::string_view clause;
    base::Label title;
};
inline constexpr std::array all_conduct_sorts{
    ConductKind{"sleeping", "1.4", {"值班大睡", "undressed and asleep on duty"}},
    ConductKind{"drinking", "1.4", {"值班喝酒", "drinking on duty"}},
    ConductKind{"gambling", "1.4", {"值班赌博", "gambling on duty"}},
    ConductKind{"left-post", "1.4", {"脱岗", "left the post"}},
    ConductKind{"missed-post", "1.4", {"漏岗", "missed the post"}},
    ConductKind{"negligent", "1.9", {"值班失职", "negligent on duty"}},
    ConductKind{"other-duty", "1.4", {"其他值班违纪", "other misconduct on duty"}},
    ConductKind{"ignoring", "2.2.1", {"不理睬", "ignoring"}},
    ConductKind{"indifferent", "2.2.1", {"不关心", "indifferent"}},
    ConductKind{"bureaucratic", "2.2.1", {"打官腔", "bureaucratic"}},
    ConductKind{"contemptuous", "2.2.1", {"斜视", "contemptuous"}},
    ConductKind{"arrogant", "2.2.1", {"傲慢", "arrogant"}},
    ConductKind{"taboo-phrase", "2.2.1", {"说服务忌语", "said a taboo phrase"}},
    ConductKind{"fobbing-off", "2.2.2", {"搪塞", "fobbing off"}},
    ConductKind{"other-manner", "2.2.1", {"其他服务忌行", "other taboo manner"}},
    ConductKind{"quarrel", "2.2.9", {"与业主争吵", "quarrelled with a resident"}},
    ConductKind{"not-reporting", "7.5", {"不汇报", "did not report"}},
    ConductKind{"concealing", "7.5", {"瞒报", "concealed"}},
    ConductKind{"misreporting", "7.5", {"谎报", "misreported"}},
    ConductKind{"under-reporting", "7.5", {"少报", "under-reported"}},
    ConductKind{"omitting", "7.5", {"漏报", "omitted"}},
    ConductKind{"late-reporting", "7.5", {"迟报", "reported late"}},
};
std::span<const ConductKind> conduct_sorts();
/// An unknown word is its own title.
base::Text conduct_title(std::string_view word);

struct NewConduct {
    StaffId staff = 0;  ///< whom it is about
    std::string kind;
    std::optional<std::string> text;
    std::optional<MatterId> source;  ///< the matter it came of
};

/// Throws nothing of its own: `staff` and `source` are on file.
Opened open_conduct(const Writing& writing, const NewConduct& conduct);
/// A decision ends the case (clauses 2.2.9, 7.5). Who may decide is the rules' to say; `authority`
/// names who above the office did.
WriteResult decide_conduct(const Writing& writing, std::string_view number,
                           const std::string& decision,
                           const std::optional<std::string>& authority);
/// Who above the office decided it; nothing where the office did, or nobody has yet.
std::optional<std::string> deciding_authority(store::Connection& connection, MatterId id);

/// A quarrel with a visitor (clause 2.2.6): who took over holds the complaint from then on, and a
/// conduct case is opened.
struct NewQuarrel {
    std::string who;                        ///< a login, like the others
    std::optional<std::string> stopped_by;  ///< `none` or nothing: nobody did, which a rule refuses
    std::optional<std::string> taken_over_by;
    std::optional<std::string> note;
};
/// Answers with the complaint's number, and the case in `opened`. Throws as `require_staff` for who
/// quarrelled, who may have left since; as `Writing::staff_with_us` for the others.
WriteResult record_quarrel(const Writing& writing, std::string_view complaint,
                           const NewQuarrel& quarrel);

}  // namespace huiyin::records
