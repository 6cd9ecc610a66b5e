#pragma once

#include "huiyin/store/connection.hpp"

/// The store as one moment saw it, for as long as somebody reads: nobody waits for that. Whoever
/// writes meanwhile keeps what its pages were in a file beside the store, which is gone afterwards
/// (`kept_pages.hpp`). A program that keeps nothing, such as SQLite's own shell, is found out at
/// the end.
namespace huiyin::store {

/// From now on the connection reads the store as it is now, until `end_moment` or its own end. Says
/// whether that can be had, else it reads as before: not inside a transaction, nor of what is no
/// file, nor for those who may not write beside the store, nor where somebody else reads so.
bool begin_moment(Connection& connection);

/// Whether it reads the store as a moment saw it.
bool is_of_one_moment(const Connection& connection);

/// The connection reads again what is there. Says whether all that it read since `begin_moment` is
/// of that moment; else even an error that came of it means nothing. No statement may be open.
/// Throws nothing.
bool end_moment(Connection& connection);

/// Has another connection to the same file read what this one reads, where that is of one moment.
/// In another process, the other has to come to its end before this one does. Says whether both
/// read the same.
bool read_as(Connection& another, const Connection& connection);

}  // namespace huiyin::store
