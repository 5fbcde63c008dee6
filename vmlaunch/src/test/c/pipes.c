/*
 * kernel32.dll: pipes with overlapped reads and writes. See fake.h.
 *
 * A pipe is two buffers. What Windows would do on threads of its own is done by whoever changes a buffer. A transfer
 * that was cancelled goes on until GetOverlappedResult waits for it, so that nobody gets away with not waiting.
 */
#include "handles.h"

enum { PENDING_STATUS = 0x103, TO_SERVER_SPACE = 4096, MAX_PIPES = 1024 };

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

static struct pipe *pipes[MAX_PIPES];
static int pipe_count;

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
    struct object *object = handle_check(file, PIPE, "ReadFile");
    BOOL done = object != NULL && begin(object->pipe, &object->pipe->reading, buffer, count, overlapped);
    fake_unlock();
    return done;
}

BOOL WINAPI WriteFile(HANDLE file, LPCVOID buffer, DWORD count, LPDWORD written, LPOVERLAPPED overlapped) {
    fake_lock();
    if (written != NULL) {
        fake_bug("WriteFile with a count, which overlapped writes do not set");
    }
    struct object *object = handle_check(file, PIPE, "WriteFile");
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
    struct object *object = handle_check(file, PIPE, "CancelIoEx");
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
    struct object *object = handle_check(file, PIPE, "GetOverlappedResult");
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
        struct object *object = handle_new(PIPE);
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

void pipe_closed(struct pipe *pipe) {
    if (pipe->reading.overlapped != NULL || pipe->writing.overlapped != NULL) {
        fake_bug("pipe closed while a transfer is under way");
    }
    pipe->broken = 1;
}

/* For the tests: the other side of a pipe. */

EXPORTED int fake_overlapped_size(void) { return (int)sizeof(OVERLAPPED); }
EXPORTED int fake_overlapped_event_at(void) { return (int)offsetof(OVERLAPPED, hEvent); }

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
