#include "huiyin/store/lock.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <utility>

#include "huiyin/base/failure.hpp"
#include "huiyin/base/system_error.hpp"

namespace huiyin::store {

namespace {

using base::compose;
using base::Exit;
using base::Failure;

volatile std::sig_atomic_t interrupt_seen = 0;

extern "C" void on_interrupt(int) {
    interrupt_seen = 1;
    alarm(1);  // had the signal come just before a call that blocks, this one ends the wait
}
extern "C" void on_alarm(int) {}

void handle(int signal, void (*handler)(int), struct sigaction* before = nullptr) {
    struct sigaction action {};
    action.sa_handler = handler;  // without SA_RESTART: the signal must end a wait
    sigemptyset(&action.sa_mask);
    sigaction(signal, &action, before);
}

/// Makes blocking calls return EINTR once the time is up, and then every tenth of a second: the
/// first alarm could come just before the call blocks. None comes earlier, because whoever wakes up
/// and asks again stands at the end of the queue.
class Timer {
  public:
    explicit Timer(std::chrono::seconds timeout) {
        handle(SIGALRM, on_alarm, &before_);
        const itimerval ticks{.it_interval = {0, 100'000}, .it_value = {timeout.count(), 0}};
        setitimer(ITIMER_REAL, &ticks, nullptr);
    }
    ~Timer() {
        const itimerval off{};
        setitimer(ITIMER_REAL, &off, nullptr);
        sigaction(SIGALRM, &before_, nullptr);
    }
    Timer(const Timer&) = delete;
    Timer& operator=(const Timer&) = delete;

  private:
    struct sigaction before_ {};
};

int open_lock_file(const std::filesystem::path& store) {
    struct stat of_store {};
    const mode_t mode = stat(store.c_str(), &of_store) == 0 ? of_store.st_mode & 0666 : 0600;
    const auto path = store.string() + ".lock";
    const int descriptor = open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, mode);
    if (descriptor < 0)
        throw Failure(
            Exit::failed,
            base::with_system_error(
                compose({"无法打开写锁文件 {}", "cannot open the lock file {}"}, path), errno),
            base::Label{"需要目录与文件的写权限",
                        "writing needs permission on the folder and the file"});
    // The store's mode, not what the umask left of it: the next writer may be a colleague.
    struct stat of_lock {};
    if (fstat(descriptor, &of_lock) != 0) return descriptor;
    if ((of_lock.st_mode & 0777) != mode) (void)fchmod(descriptor, mode);
    // What root made must not shut out those whose store it is.
    const bool foreign = of_lock.st_uid != of_store.st_uid || of_lock.st_gid != of_store.st_gid;
    if (geteuid() == 0 && of_store.st_nlink > 0 && foreign)
        (void)!fchown(descriptor, of_store.st_uid, of_store.st_gid);
    return descriptor;
}

void wait_for(int descriptor, std::chrono::seconds timeout,
              const std::function<void()>& meanwhile) {
    if (flock(descriptor, LOCK_EX | LOCK_NB) == 0) return;
    const auto deadline = std::chrono::steady_clock::now() + timeout;
    const Timer timer(timeout);
    if (meanwhile) meanwhile();
    require_not_interrupted();
    while (flock(descriptor, LOCK_EX) != 0) {
        if (errno != EINTR)
            throw Failure(
                Exit::failed,
                base::with_system_error(
                    base::Label{"无法锁定数据文件", "the store cannot be locked"}, errno),
                base::Label{"数据文件要放在本机磁盘上", "keep the store on a local disk"});
        require_not_interrupted();
        if (std::chrono::steady_clock::now() >= deadline)
            throw Failure(
                Exit::busy,
                compose({"等待 {} 秒后数据文件仍被占用", "the store stayed locked for {} s"},
                        timeout.count()),
                base::Label{"稍后重试;什么也没有登记", "try again; nothing was recorded"});
    }
}

}  // namespace

WriterLock::WriterLock(const std::filesystem::path& store, std::chrono::seconds timeout,
                       const std::function<void()>& meanwhile)
    : descriptor_(open_lock_file(store)) {
    try {
        wait_for(descriptor_, timeout, meanwhile);
    } catch (...) {
        close(descriptor_);
        throw;
    }
}

WriterLock::WriterLock(WriterLock&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)) {}

WriterLock::~WriterLock() {
    if (descriptor_ >= 0) close(descriptor_);
}

bool interrupted() noexcept {
    return interrupt_seen != 0;
}

void require_not_interrupted() {
    if (interrupted())
        throw Failure(Exit::interrupted,
                      base::Label{"已中断,什么也没有登记", "interrupted; nothing was recorded"});
}

void watch_for_interrupts() {
    handle(SIGALRM, on_alarm);
    handle(SIGINT, on_interrupt);
    handle(SIGTERM, on_interrupt);
}

}  // namespace huiyin::store
