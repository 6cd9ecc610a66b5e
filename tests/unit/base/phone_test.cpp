#include "huiyin/base/phone.hpp"

#include <doctest/doctest.h>

using namespace huiyin::base;

TEST_CASE("a number is one in every spelling") {
    struct Row {
        std::string_view plain;
        std::vector<std::string_view> spellings;
    };
    const Row rows[] = {
        {"13800008000",
         {"13800008000",
          "138 0000 8000",
          "138-0000-8000",
          "138 00008000",
          "1380000 8000",
          "138.0000.8000",
          "138　0000　8000",
          "138·0000·8000",
          "138—0000—8000",
          "(138)00008000",
          "138-0000 8000",
          "138/0000/8000",
          "138_0000_8000",
          "138\u00a00000\u00a08000",
          "１３８００００８０００",
          "+86 138-0000-8000",
          "+8613800008000",
          "008613800008000",
          "0086 138 0000 8000",
          "86-13800008000",
          "013800008000",
          "1 3 8 0 0 0 0 8 0 0 0",
          "138-00-00-80-00",
          "138\u200b00008000",
          "138‑0000‑8000",
          "138･0000･8000"}},
        {"01012345678",
         {"01012345678", "010-12345678", "(010)1234 5678", "010 1234 5678", "(010) 12345678",
          "+86 10 12345678", "+86-10-1234-5678", "0086 10 12345678", "010-12345678转801",
          "010-12345678-801", "010 12345678 ext. 801", "０１０－１２３４５６７８"}},
        {"075588889999", {"0755 8888 9999", "0755-88889999", "+86 755 88889999"}},
        {"03517654321", {"0351-7654321", "(0351)7654321", "+86 351 765 4321"}},
        {"85212345678", {"+852 1234 5678", "00852-12345678"}},
    };
    for (const auto& [plain, spellings] : rows)
        for (const auto spelling : spellings) {
            CAPTURE(spelling);
            CHECK_EQ(plain_phone(spelling), plain);
            const auto found = find_phones("打" + std::string(spelling) + "找我");
            REQUIRE_EQ(found.size(), 1);
            CHECK_EQ(found.front().digits, plain);
        }
}

TEST_CASE("what is no phone is none") {
    for (const std::string_view text :
         {"2026-11-23 09:00", "23-11-2026", "TS-2026-0001", "表号1234567890", "100 2000 3000",
          "138000080001", "110101199001011234", "12345678", "3-502", "13-502 2026-11-24",
          "度数12345678", "35.50元", "2026-11-13 - 2026-11-24", "电话记录20261123份"}) {
        CAPTURE(text);
        CHECK(find_phones(text).empty());
    }
}

TEST_CASE("digits without an area are a phone behind 电话 or 打") {
    for (const std::string_view text : {"电话12345678", "电话:1234 5678", "电话号码是12345678",
                                        "请打12345678", "打电话 8765-4321", "打到7654321"}) {
        CAPTURE(text);
        CHECK_EQ(find_phones(text).size(), 1);
    }
    CHECK(find_phones("打2026-11-23的").empty());
}

TEST_CASE("several stand in one text, each by itself") {
    const auto found = find_phones("13800008000、(010)12345678/3-502 139 0000 9000");
    REQUIRE_EQ(found.size(), 3);
    CHECK_EQ(found[0].digits, "13800008000");
    CHECK_EQ(found[1].digits, "01012345678");
    CHECK_EQ(found[2].digits, "13900009000");
}

TEST_CASE("a number of the house and one without its area keep their digits") {
    CHECK_EQ(plain_phone("8012"), "8012");
    CHECK_EQ(plain_phone("7654321转12"), "7654321");
    CHECK_EQ(plain_phone("1234-5678"), "12345678");
    CHECK_EQ(plain_phone("无"), "");
}
