/* kernel32.dll and ole32.dll: handles, events, freeing. See fake.h. */
#include "handles.h"

struct object *handle_new(enum fake_kind kind) {
    struct object *object = calloc(1, sizeof *object);
    object->kind = kind;
    fake_count(kind, 1);
    return object;
}

struct object *handle_check(HANDLE handle, enum fake_kind kind, const char *function) {
    struct object *object = handle;
    if (object == NULL || object->closed || object->kind != kind) {
        fake_bug("%s with a wrong or closed handle", function);
        FAIL(ERROR_INVALID_HANDLE);
        return NULL;
    }
    return object;
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
        pipe_closed(object->pipe);
    } else if (object->kind == JOB) {
        job_closed(object);
    }
    fake_changed();
    fake_unlock();
    return TRUE;
}

HANDLE WINAPI CreateEventW(LPSECURITY_ATTRIBUTES security, BOOL manualReset, BOOL set, LPCWSTR name) {
    fake_lock();
    if (security != NULL || name != NULL || !manualReset) {
        fake_bug("CreateEventW: only plain manual events are played");
    }
    struct fake_failure failure = fake_next_failure("CreateEventW");
    struct object *event = failure.at_once == 0 ? handle_new(EVENT) : NULL;
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
    struct object *event = handle_check(handle, EVENT, "SetEvent");
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
            struct object *event = handle_check(objects[i], EVENT, "WaitForMultipleObjects");
            result = event == NULL ? WAIT_FAILED : event->set ? WAIT_OBJECT_0 + i : result;
        }
        if (result == WAIT_TIMEOUT && fake_now() < until) {
            fake_wait(timeoutMs == INFINITE ? 1000 : (int)(until - fake_now()));
        }
    } while (result == WAIT_TIMEOUT && fake_now() < until);
    fake_unlock();
    return result;
}

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
