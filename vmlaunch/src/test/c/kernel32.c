/*
 * kernel32.dll and ole32.dll: freeing, events, pipes with overlapped reads and writes, job objects. See fake.h.
 *
 * A pipe is two buffers. What Windows would do on threads of its own is done by whoever changes a buffer. A transfer
 * that was cancelled goes on until GetOverlappedResult waits for it, so that nobody gets away with not waiting.
 */
#include "fake.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>

#ifdef _WIN32
#define FAIL(error) SetLastError(error)
static void end_process(DWORD process) { (void)process; }
#else
#include <stdio.h>
#include <unistd.h>
/* JNA takes this for the last error here. */
#define FAIL(error) (errno = (int)(error))

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

enum { PENDING_STATUS = 0x103, TO_SERVER_SPACE = 4096, MAX_PIPES = 64, MAX_PROCESSES = 16 };

struct buffer {
    unsigned char *bytes;
    size_t length;
};

/* A read or a write that is not over. */
struct transfer {
    LPOVERLAPPED overlapped;
    unsigned char *memory;
    size_t count;
    int cancelled;
};

struct pipe {
    char *name;
    int busy, broken;
    struct buffer to_client, to_server;
    struct transfer reading, writing;
};

struct object {
    enum fake_kind kind;
    int closed;
    int set;                         /* EVENT */
    struct pipe *pipe;               /* PIPE */
    DWORD processes[MAX_PROCESSES];  /* JOB, and the one of PROCESS */
    int process_count, kills;
};

static struct pipe *pipes[MAX_PIPES];
static int pipe_count;

static struct object *new_object(enum fake_kind kind) {
    struct object *object = calloc(1, sizeof *object);
    object->kind = kind;
    fake_count(kind, 1);
    return object;
}

static struct object *check(HANDLE handle, enum fake_kind kind, const char *function) {
    struct object *object = handle;
    if (object == NULL || object->closed || object->kind != kind) {
        fake_bug("%s with a wrong or closed handle", function);
        FAIL(ERROR_INVALID_HANDLE);
        return NULL;
    }
    return object;
}

static void append(struct buffer *buffer, const void *bytes, size_t count) {
    buffer->bytes = realloc(buffer->bytes, buffer->length + count + 1);
    memcpy(buffer->bytes + buffer->length, bytes, count);
    buffer->length += count;
}

static size_t take(struct buffer *buffer, void *bytes, size_t most) {
    size_t count = buffer->length < most ? buffer->length : most;
    if (count > 0) {
        memcpy(bytes, buffer->bytes, count);
        memmove(buffer->bytes, buffer->bytes + count, buffer->length - count);
        buffer->length -= count;
    }
    return count;
}

static void end(struct transfer *transfer, ULONG_PTR status, size_t count) {
    LPOVERLAPPED overlapped = transfer->overlapped;
    transfer->overlapped = NULL;
    overlapped->InternalHigh = count;
    overlapped->Internal = status;
    if (overlapped->hEvent != NULL) {
        ((struct object *)overlapped->hEvent)->set = 1;
    }
    fake_changed();
}

/* The statuses of the kernel that become the errors 109 and 995. */
enum { BROKEN_STATUS = (int)0xC000014B, CANCELLED_STATUS = (int)0xC0000120 };

/* What can go on does. */
static void advance(struct pipe *pipe) {
    struct transfer *reading = &pipe->reading;
    if (reading->overlapped != NULL && !reading->cancelled) {
        if (pipe->to_client.length > 0) {
            end(reading, 0, take(&pipe->to_client, reading->memory, reading->count));
        } else if (pipe->broken) {
            end(reading, (ULONG_PTR)BROKEN_STATUS, 0);
        }
    }
    struct transfer *writing = &pipe->writing;
    if (writing->overlapped != NULL && !writing->cancelled) {
        if (pipe->broken) {
            end(writing, (ULONG_PTR)BROKEN_STATUS, 0);
        } else if (pipe->to_server.length + writing->count <= TO_SERVER_SPACE || pipe->to_server.length == 0) {
            append(&pipe->to_server, writing->memory, writing->count);
            end(writing, 0, writing->count);
        }
    }
}

static BOOL begin(struct pipe *pipe, struct transfer *transfer, void *memory, DWORD count, LPOVERLAPPED overlapped) {
    if (transfer->overlapped != NULL) {
        fake_bug("a second transfer in the same direction before the first is over");
    }
    *transfer = (struct transfer){overlapped, memory, count, 0};
    overlapped->Internal = PENDING_STATUS;
    ((struct object *)overlapped->hEvent)->set = 0;
    advance(pipe);
    if (transfer->overlapped != NULL) {
        FAIL(ERROR_IO_PENDING);
    } else if (overlapped->Internal != 0) {
        FAIL(ERROR_BROKEN_PIPE);
    }
    return transfer->overlapped == NULL && overlapped->Internal == 0;
}

BOOL WINAPI ReadFile(HANDLE file, LPVOID buffer, DWORD count, LPDWORD read, LPOVERLAPPED overlapped) {
    fake_lock();
    if (read != NULL) {
        fake_bug("ReadFile with a count, which overlapped reads do not set");
    }
    struct object *object = check(file, PIPE, "ReadFile");
    BOOL done = object != NULL && begin(object->pipe, &object->pipe->reading, buffer, count, overlapped);
    fake_unlock();
    return done;
}

BOOL WINAPI WriteFile(HANDLE file, LPCVOID buffer, DWORD count, LPDWORD written, LPOVERLAPPED overlapped) {
    fake_lock();
    if (written != NULL) {
        fake_bug("WriteFile with a count, which overlapped writes do not set");
    }
    struct object *object = check(file, PIPE, "WriteFile");
    BOOL done = object != NULL && begin(object->pipe, &object->pipe->writing, (void *)buffer, count, overlapped);
    fake_unlock();
    return done;
}

static struct transfer *find(struct pipe *pipe, LPOVERLAPPED overlapped) {
    return pipe->reading.overlapped == overlapped   ? &pipe->reading
           : pipe->writing.overlapped == overlapped ? &pipe->writing
                                                    : NULL;
}

BOOL WINAPI CancelIoEx(HANDLE file, LPOVERLAPPED overlapped) {
    fake_lock();
    struct object *object = check(file, PIPE, "CancelIoEx");
    struct transfer *transfer = object == NULL ? NULL : find(object->pipe, overlapped);
    if (transfer != NULL) {
        transfer->cancelled = 1;
    } else {
        FAIL(ERROR_NOT_FOUND);
    }
    fake_changed();
    fake_unlock();
    return transfer != NULL;
}

BOOL WINAPI GetOverlappedResult(HANDLE file, LPOVERLAPPED overlapped, LPDWORD transferred, BOOL wait) {
    fake_lock();
    struct object *object = check(file, PIPE, "GetOverlappedResult");
    while (object != NULL && overlapped->Internal == PENDING_STATUS && wait) {
        struct transfer *transfer = find(object->pipe, overlapped);
        if (transfer->cancelled) {
            end(transfer, (ULONG_PTR)CANCELLED_STATUS, 0);
        } else {
            fake_wait(1000);
        }
    }
    *transferred = (DWORD)overlapped->InternalHigh;
    int status = (int)overlapped->Internal;
    if (status != 0) {
        FAIL(status == PENDING_STATUS   ? ERROR_IO_INCOMPLETE
             : status == BROKEN_STATUS ? ERROR_BROKEN_PIPE
                                       : ERROR_OPERATION_ABORTED);
    }
    fake_unlock();
    return status == 0;
}

HANDLE WINAPI CreateEventW(LPSECURITY_ATTRIBUTES security, BOOL manualReset, BOOL set, LPCWSTR name) {
    fake_lock();
    if (security != NULL || name != NULL || !manualReset) {
        fake_bug("CreateEventW: only plain manual events are played");
    }
    struct fake_failure failure = fake_next_failure("CreateEventW");
    struct object *event = failure.at_once == 0 ? new_object(EVENT) : NULL;
    if (event != NULL) {
        event->set = set;
    } else {
        FAIL(failure.at_once);
    }
    fake_unlock();
    return event;
}

BOOL WINAPI SetEvent(HANDLE handle) {
    fake_lock();
    struct object *event = check(handle, EVENT, "SetEvent");
    if (event != NULL) {
        event->set = 1;
        fake_changed();
    }
    fake_unlock();
    return event != NULL;
}

DWORD WINAPI WaitForMultipleObjects(DWORD count, const HANDLE *objects, BOOL all, DWORD timeoutMs) {
    DWORD result = WAIT_TIMEOUT;
    fake_lock();
    if (all) {
        fake_bug("WaitForMultipleObjects for all, which is not played");
    }
    int64_t until = timeoutMs == INFINITE ? INT64_MAX : fake_now() + timeoutMs;
    do {
        for (DWORD i = 0; i < count && result == WAIT_TIMEOUT; i++) {
            struct object *event = check(objects[i], EVENT, "WaitForMultipleObjects");
            result = event == NULL ? WAIT_FAILED : event->set ? WAIT_OBJECT_0 + i : result;
        }
        if (result == WAIT_TIMEOUT && fake_now() < until) {
            fake_wait(timeoutMs == INFINITE ? 1000 : (int)(until - fake_now()));
        }
    } while (result == WAIT_TIMEOUT && fake_now() < until);
    fake_unlock();
    return result;
}

static struct pipe *find_pipe(const char *name) {
    for (int i = 0; i < pipe_count; i++) {
        if (strcmp(pipes[i]->name, name) == 0) {
            return pipes[i];
        }
    }
    return NULL;
}

HANDLE WINAPI CreateFileW(LPCWSTR name, DWORD access, DWORD share, LPSECURITY_ATTRIBUTES security, DWORD disposition,
                          DWORD flags, HANDLE template) {
    HANDLE opened = INVALID_HANDLE_VALUE;
    fake_lock();
    fake_call("CreateFileW(%s, 0x%X, %u, %u, 0x%X)", fake_utf8(name), (unsigned)access,
              (unsigned)share, (unsigned)disposition, (unsigned)flags);
    if (security != NULL || template != NULL) {
        fake_bug("CreateFileW with more than needed");
    }
    struct fake_failure failure = fake_next_failure("CreateFileW");
    struct pipe *pipe = find_pipe(fake_utf8(name));
    int error = failure.at_once != 0 ? failure.at_once
                : pipe == NULL      ? ERROR_FILE_NOT_FOUND
                : pipe->busy        ? ERROR_PIPE_BUSY
                                    : 0;
    if (error == 0) {
        struct object *object = new_object(PIPE);
        object->pipe = pipe;
        pipe->busy = 1;
        opened = object;
    } else {
        FAIL(error);
    }
    fake_unlock();
    return opened;
}

BOOL WINAPI WaitNamedPipeW(LPCWSTR name, DWORD timeoutMs) {
    fake_lock();
    fake_call("WaitNamedPipeW(%s, %u)", fake_utf8(name), (unsigned)timeoutMs);
    struct pipe *pipe = find_pipe(fake_utf8(name));
    if (pipe != NULL && pipe->busy) {
        fake_wait((int)timeoutMs);
    }
    BOOL free_now = pipe != NULL && !pipe->busy;
    fake_unlock();
    return free_now;
}

BOOL WINAPI CloseHandle(HANDLE handle) {
    struct object *object = handle;
    fake_lock();
    if (object == NULL || object->closed) {
        fake_bug("CloseHandle of a closed handle");
        fake_unlock();
        return FALSE;
    }
    object->closed = 1;
    fake_count(object->kind, -1);
    if (object->kind == PIPE) {
        if (object->pipe->reading.overlapped != NULL || object->pipe->writing.overlapped != NULL) {
            fake_bug("pipe closed while a transfer is under way");
        }
        object->pipe->broken = 1;
    }
    for (int i = 0; object->kind == JOB && object->kills && i < object->process_count; i++) {
        end_process(object->processes[i]);
    }
    fake_changed();
    fake_unlock();
    return TRUE;
}

/* Job objects. */

HANDLE WINAPI CreateJobObjectW(LPSECURITY_ATTRIBUTES security, LPCWSTR name) {
    fake_lock();
    if (security != NULL || name != NULL) {
        fake_bug("CreateJobObjectW with more than needed");
    }
    struct fake_failure failure = fake_next_failure("CreateJobObjectW");
    HANDLE job = failure.at_once == 0 ? new_object(JOB) : NULL;
    FAIL(failure.at_once);
    fake_unlock();
    return job;
}

BOOL WINAPI SetInformationJobObject(HANDLE handle, JOBOBJECTINFOCLASS kind, LPVOID information, DWORD size) {
    fake_lock();
    struct object *job = check(handle, JOB, "SetInformationJobObject");
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
    struct object *object = failure.at_once == 0 ? new_object(PROCESS) : NULL;
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
    struct object *job = check(job_handle, JOB, "AssignProcessToJobObject");
    struct object *process = check(process_handle, PROCESS, "AssignProcessToJobObject");
    struct fake_failure failure = fake_next_failure("AssignProcessToJobObject");
    BOOL done = job != NULL && process != NULL && failure.at_once == 0;
    if (done) {
        job->processes[job->process_count++] = process->processes[0];
    } else {
        FAIL(failure.at_once);
    }
    fake_unlock();
    return done;
}

/* Memory. */

HLOCAL WINAPI LocalFree(HLOCAL memory) {
    fake_lock();
    fake_free(LOCAL_TEXT, memory);
    fake_unlock();
    return NULL;
}

void STDAPICALLTYPE CoTaskMemFree(LPVOID memory) {
    fake_lock();
    fake_free(COM_TEXT, memory);
    fake_unlock();
}

/* For the tests: the other side of a pipe. */

EXPORTED int fake_overlapped_size(void) { return (int)sizeof(OVERLAPPED); }
EXPORTED int fake_overlapped_event_at(void) { return (int)offsetof(OVERLAPPED, hEvent); }
EXPORTED int fake_job_limits_size(void) { return (int)sizeof(JOBOBJECT_EXTENDED_LIMIT_INFORMATION); }
EXPORTED int fake_job_flags_at(void) {
    return (int)offsetof(JOBOBJECT_EXTENDED_LIMIT_INFORMATION, BasicLimitInformation.LimitFlags);
}

/* @return the number of the pipe. A busy one serves somebody else. */
EXPORTED int fake_pipe_serve(const char *name, int busy) {
    fake_lock();
    struct pipe *pipe = calloc(1, sizeof *pipe);
    pipe->name = fake_copy(name);
    pipe->busy = busy;
    pipes[pipe_count] = pipe;
    int number = pipe_count++;
    fake_changed();
    fake_unlock();
    return number;
}

EXPORTED void fake_pipe_free(int number) {
    fake_lock();
    pipes[number]->busy = 0;
    fake_changed();
    fake_unlock();
}

EXPORTED void fake_pipe_write(int number, const void *bytes, int count) {
    fake_lock();
    append(&pipes[number]->to_client, bytes, (size_t)count);
    advance(pipes[number]);
    fake_unlock();
}

/* Waits for something. @return how much, 0 at the end */
EXPORTED int fake_pipe_read(int number, void *bytes, int most) {
    struct pipe *pipe = pipes[number];
    fake_lock();
    while (pipe->to_server.length == 0 && !pipe->broken) {
        fake_wait(1000);
    }
    int count = (int)take(&pipe->to_server, bytes, (size_t)most);
    advance(pipe);
    fake_unlock();
    return count;
}

EXPORTED void fake_pipe_break(int number) {
    fake_lock();
    pipes[number]->broken = 1;
    advance(pipes[number]);
    fake_changed();
    fake_unlock();
}

/* Whether somebody waits for bytes. */
EXPORTED int fake_pipe_is_read(int number) {
    fake_lock();
    int is = pipes[number]->reading.overlapped != NULL;
    fake_unlock();
    return is;
}

EXPORTED int fake_pipe_is_written(int number) {
    fake_lock();
    int is = pipes[number]->writing.overlapped != NULL;
    fake_unlock();
    return is;
}

void fake_reset_handles(void) { pipe_count = 0; }
