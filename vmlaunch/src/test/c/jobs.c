/* kernel32.dll: job objects and processes, which are real ones. See fake.h. */
#include "handles.h"

#ifdef _WIN32
static void end_process(DWORD process) { (void)process; }
#else
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

/* Numbers of processes are given out again, and only a child of ours is meant. */
static int is_child(DWORD process) {
#ifdef __linux__
    char name[32];
    int parent = 0;
    snprintf(name, sizeof name, "/proc/%u/stat", (unsigned)process);
    FILE *file = fopen(name, "r");
    int found = file != NULL && fscanf(file, "%*d (%*[^)]) %*c %d", &parent) == 1 && parent == getpid();
    if (file != NULL) {
        fclose(file);
    }
    return found;
#else
    return process != 0;
#endif
}

static void end_process(DWORD process) {
    if (is_child(process)) {
        kill((pid_t)process, SIGKILL);
    }
}
#endif

void job_closed(struct object *job) {
    for (int i = 0; job->kills && i < job->process_count; i++) {
        end_process(job->processes[i]);
    }
}

HANDLE WINAPI CreateJobObjectW(LPSECURITY_ATTRIBUTES security, LPCWSTR name) {
    fake_lock();
    if (security != NULL || name != NULL) {
        fake_bug("CreateJobObjectW with more than needed");
    }
    struct fake_failure failure = fake_next_failure("CreateJobObjectW");
    HANDLE job = failure.at_once == 0 ? handle_new(JOB) : NULL;
    FAIL(failure.at_once);
    fake_unlock();
    return job;
}

BOOL WINAPI SetInformationJobObject(HANDLE handle, JOBOBJECTINFOCLASS kind, LPVOID information, DWORD size) {
    fake_lock();
    struct object *job = handle_check(handle, JOB, "SetInformationJobObject");
    JOBOBJECT_EXTENDED_LIMIT_INFORMATION *limits = information;
    if (kind != JobObjectExtendedLimitInformation || size != sizeof *limits) {
        fake_bug("SetInformationJobObject: kind %d, %u bytes", (int)kind, (unsigned)size);
    } else {
        fake_call("SetInformationJobObject(0x%X)", (unsigned)limits->BasicLimitInformation.LimitFlags);
        job->kills = (limits->BasicLimitInformation.LimitFlags & JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE) != 0;
    }
    struct fake_failure failure = fake_next_failure("SetInformationJobObject");
    FAIL(failure.at_once);
    fake_unlock();
    return failure.at_once == 0;
}

HANDLE WINAPI OpenProcess(DWORD access, BOOL inherit, DWORD process) {
    fake_lock();
    if (inherit) {
        fake_bug("OpenProcess with a handle that others inherit");
    }
    fake_call("OpenProcess(0x%X)", (unsigned)access);
    struct fake_failure failure = fake_next_failure("OpenProcess");
    struct object *object = failure.at_once == 0 ? handle_new(PROCESS) : NULL;
    if (object != NULL) {
        object->processes[0] = process;
    } else {
        FAIL(failure.at_once);
    }
    fake_unlock();
    return object;
}

BOOL WINAPI AssignProcessToJobObject(HANDLE job_handle, HANDLE process_handle) {
    fake_lock();
    struct object *job = handle_check(job_handle, JOB, "AssignProcessToJobObject");
    struct object *process = handle_check(process_handle, PROCESS, "AssignProcessToJobObject");
    struct fake_failure failure = fake_next_failure("AssignProcessToJobObject");
    BOOL done = job != NULL && process != NULL && failure.at_once == 0 && job->process_count < MAX_PROCESSES;
    if (done) {
        job->processes[job->process_count++] = process->processes[0];
    } else {
        FAIL(failure.at_once);
    }
    fake_unlock();
    return done;
}

/* For the tests. */

EXPORTED int fake_job_limits_size(void) { return (int)sizeof(JOBOBJECT_EXTENDED_LIMIT_INFORMATION); }
EXPORTED int fake_job_flags_at(void) {
    return (int)offsetof(JOBOBJECT_EXTENDED_LIMIT_INFORMATION, BasicLimitInformation.LimitFlags);
}
