#include "postgres_library.hpp"

#include <dlfcn.h>

#include <string>
#include <type_traits>

#include "huiyin/base/failure.hpp"

namespace huiyin::headquarters {

namespace {

base::Failure no_library(const std::string& why) {
    return {base::Exit::failed,
            base::compose({"总部命令要用 PostgreSQL 的客户端库:{}",
                           "headquarters needs PostgreSQL's client library: {}"},
                          why),
            base::Label{"安装 libpq5", "install libpq5"}};
}

PostgresLibrary load_postgres() {
    void* const library = dlopen("libpq.so.5", RTLD_NOW | RTLD_LOCAL);
    if (library == nullptr) throw no_library(dlerror());
    PostgresLibrary functions{};
    const auto find = [&](auto& function, const char* name) {
        function =
            reinterpret_cast<std::remove_reference_t<decltype(function)>>(dlsym(library, name));
        if (function == nullptr) throw no_library(dlerror());
    };
    find(functions.connect_start, "PQconnectStart");
    find(functions.connect_poll, "PQconnectPoll");
    find(functions.status, "PQstatus");
    find(functions.socket, "PQsocket");
    find(functions.error_message, "PQerrorMessage");
    find(functions.finish, "PQfinish");
    find(functions.set_error_verbosity, "PQsetErrorVerbosity");
    find(functions.set_notice_processor, "PQsetNoticeProcessor");
    find(functions.set_nonblocking, "PQsetnonblocking");
    find(functions.send_query, "PQsendQuery");
    find(functions.send_query_params, "PQsendQueryParams");
    find(functions.flush, "PQflush");
    find(functions.consume_input, "PQconsumeInput");
    find(functions.is_busy, "PQisBusy");
    find(functions.get_result, "PQgetResult");
    find(functions.put_copy_data, "PQputCopyData");
    find(functions.put_copy_end, "PQputCopyEnd");
    find(functions.get_copy_data, "PQgetCopyData");
    find(functions.free_memory, "PQfreemem");
    find(functions.result_status, "PQresultStatus");
    find(functions.result_error_field, "PQresultErrorField");
    find(functions.row_count, "PQntuples");
    find(functions.value, "PQgetvalue");
    find(functions.length, "PQgetlength");
    find(functions.is_null, "PQgetisnull");
    find(functions.rows_affected, "PQcmdTuples");
    find(functions.clear, "PQclear");
    return functions;
}

}  // namespace

const PostgresLibrary& PostgresLibrary::open() {
    static const PostgresLibrary functions = load_postgres();
    return functions;
}

}  // namespace huiyin::headquarters
