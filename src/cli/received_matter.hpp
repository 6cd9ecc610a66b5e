#pragma once

#include "huiyin/records/matter.hpp"

namespace huiyin::cli {

/// What a complaint, a repair and a suggestion are told alike, of the options of any of the three.
/// It is made before what it becomes a part of: g++ 12 destroys an aggregate within another twice
/// where what follows it there throws.
template <typename Typed>
records::NewMatter received_matter(records::MatterKind kind, const Typed& typed) {
    return {.kind = kind,
            .channel = typed.channel(),
            .via = typed.via(),
            .category = typed.category(),
            .unit = typed.unit(),
            .person = typed.from(),
            .phone = typed.phone(),
            .text = typed.text()};
}

}  // namespace huiyin::cli
