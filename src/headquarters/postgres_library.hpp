#pragma once

#include <cstddef>

/// libpq, opened when headquarters is asked for: linked, it would make every command start in
/// several times the time. What is called here has been the same in every libpq.so.5 there was, so
/// it is declared here, and nobody needs its headers to build. Private to this directory.
namespace huiyin::headquarters {

/// Of libpq's own; only pointed at.
struct PgConnection;
struct PgResult;

/// Those of `ConnStatusType`, `ExecStatusType`, `PGVerbosity` that are asked for.
namespace pg {
inline constexpr int connection_ok = 0;
inline constexpr int polling_failed = 0;
inline constexpr int polling_reading = 1;
inline constexpr int polling_writing = 2;
inline constexpr int polling_ok = 3;
inline constexpr int command_ok = 1;
inline constexpr int tuples_ok = 2;
inline constexpr int copy_out = 3;
inline constexpr int copy_in = 4;
inline constexpr int terse = 0;
inline constexpr int sqlstate = 'C';
inline constexpr int primary_message = 'M';
}  // namespace pg

struct PostgresLibrary {
    PgConnection* (*connect_start)(const char* conninfo);
    int (*connect_poll)(PgConnection*);
    int (*status)(const PgConnection*);
    int (*socket)(const PgConnection*);
    char* (*error_message)(const PgConnection*);
    void (*finish)(PgConnection*);
    int (*set_error_verbosity)(PgConnection*, int);
    void* (*set_notice_processor)(PgConnection*, void (*)(void*, const char*), void*);
    int (*set_nonblocking)(PgConnection*, int);
    int (*send_query)(PgConnection*, const char* sql);
    int (*send_query_params)(PgConnection*, const char* sql, int count, const unsigned* types,
                             const char* const* values, const int* lengths, const int* formats,
                             int result_format);
    int (*flush)(PgConnection*);
    int (*consume_input)(PgConnection*);
    int (*is_busy)(PgConnection*);
    PgResult* (*get_result)(PgConnection*);
    int (*put_copy_data)(PgConnection*, const char* bytes, int size);
    int (*put_copy_end)(PgConnection*, const char* error);
    int (*get_copy_data)(PgConnection*, char** bytes, int async);
    void (*free_memory)(void*);
    int (*result_status)(const PgResult*);
    char* (*result_error_field)(const PgResult*, int field);
    int (*row_count)(const PgResult*);
    char* (*value)(const PgResult*, int row, int column);
    int (*length)(const PgResult*, int row, int column);
    int (*is_null)(const PgResult*, int row, int column);
    char* (*rows_affected)(PgResult*);
    void (*clear)(PgResult*);

    /// Throws Failure{failed} where it is not installed.
    static const PostgresLibrary& open();
};

}  // namespace huiyin::headquarters
