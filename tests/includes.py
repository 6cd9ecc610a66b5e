#!/usr/bin/env python3
"""Each source includes what it uses, itself or by a header of ours: includes.py [FOLDER]

The tests' builds have some headers precompiled, which hides a missing #include from them; the quickstart's
build has none. What is precompiled is checked here, by the words that each such header is there for.
"""
import pathlib
import re
import sys

root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parent.parent)

# The header, and what cannot be used without it.
WORDS = {
    "nlohmann/json.hpp": r"\bJson\b(?!::?parse_error)[^;]*[({.]|\bnlohmann::(json|ordered_json)\b[^;&>]*[({]",
    "fmt/format.h": r"\bfmt::(format_to|formatter|memory_buffer|runtime)\b",
    "algorithm": r"\bstd::(ranges::(sort|find|find_if|any_of|all_of|none_of|count|count_if|copy|copy_if|max|min|reverse"
                 r"|replace|transform|stable_sort|stable_partition|lower_bound|upper_bound|equal|fill|remove_if|contains"
                 r"|for_each|binary_search|unique|max_element|min_element)|min|max|clamp|sort|find_if|any_of)\b",
    "array": r"\bstd::array\b",
    "chrono": r"\bstd::chrono::",
    "filesystem": r"\bstd::filesystem::|\bfs::",
    "functional": r"\bstd::(function|greater<>|invoke)\b",
    "map": r"\bstd::(multi)?map\b",
    "optional": r"\bstd::(optional|nullopt)\b",
    "set": r"\bstd::(multi)?set\b",
    "span": r"\bstd::span\b",
    "string": r"\bstd::(string|to_string)\b",
    "string_view": r"\bstd::string_view\b",
    "utility": r"\bstd::(move|pair|exchange|swap|forward)\b",
    "vector": r"\bstd::vector\b",
}
# What brings another with it, by the standard.
BRINGS = {
    "string": {"string_view"},
    "map": {"utility"}, "set": {"utility"}, "vector": {"utility"}, "string_view": {"utility"}, "optional": {"utility"},
    "array": {"utility"}, "algorithm": {"utility"}, "functional": {"utility"}, "tuple": {"utility"},
    "filesystem": {"string", "string_view", "utility", "chrono"},
    "nlohmann/json.hpp": {"string", "vector", "map", "utility", "string_view", "algorithm", "functional", "array"},
    "fmt/format.h": {"string", "string_view", "utility"},
    "memory": {"utility"}, "variant": {"utility"},
}
INCLUDE = re.compile(r'^\s*#include\s+(?:"([^"]+)"|<([^>]+)>)', re.M)
reached = {}


def headers_of(path):
    """All headers that including this file includes, ours followed."""
    if path in reached:
        return reached[path]
    found = reached[path] = set()
    for own, other in INCLUDE.findall(path.read_text()):
        if other:
            found |= {other} | BRINGS.get(other, set())
            continue
        for place in (path.parent / own, root / "include" / own):
            if place.exists():
                found |= headers_of(place.resolve())
                break
    return found


missing = 0
for folder in ("src", "include"):
    for path in sorted((root / folder).rglob("*pp")):
        code = re.sub(r'//[^\n]*|"(?:\\.|[^"\\\n])*"', " ", INCLUDE.sub("", path.read_text()))
        headers = headers_of(path.resolve())
        for header, words in WORDS.items():
            if path.suffix == ".hpp" and "json" in header:
                continue  # a header may only name it: <nlohmann/json_fwd.hpp>
            used = re.search(words, code)
            if used and header not in headers:
                print(f"{path.relative_to(root)}: {used.group(0)!r} without <{header}>")
                missing += 1
sys.exit(1 if missing else 0)
