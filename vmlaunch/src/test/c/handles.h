/* What the parts of the played kernel32.dll share. The lock is held in all of them. See fake.h. */
#ifndef LAMINA_HANDLES_H
#define LAMINA_HANDLES_H

#include "fake.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#ifdef _WIN32
#define FAIL(error) SetLastError(error)
#else
/* JNA takes this for the last error here. */
#define FAIL(error) (errno = (int)(error))
#endif

enum { MAX_PROCESSES = 16 };

struct object {
    enum fake_kind kind;
    int closed;
    int set; /* EVENT */
    struct pipe *pipe; /* PIPE */
    DWORD processes[MAX_PROCESSES]; /* JOB, and the one of PROCESS */
    int process_count, kills;
};

struct object *handle_new(enum fake_kind kind);
/* @return NULL when it is closed or another kind */
struct object *handle_check(HANDLE handle, enum fake_kind kind, const char *function);

/* What else happens when the last handle is closed. */
void pipe_closed(struct pipe *pipe);
void job_closed(struct object *job);

#endif
