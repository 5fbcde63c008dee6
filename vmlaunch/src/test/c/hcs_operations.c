/* computecore.dll: operations, which end on threads of their own. See fake.h. */
#include "hcs.h"

HCS_OPERATION WINAPI HcsCreateOperation(const void *context, HCS_OPERATION_COMPLETION callback) {
    (void)context;
    if (callback != NULL) {
        fake_bug("HcsCreateOperation with a callback, which is not played");
    }
    fake_lock();
    struct fake_failure failure = fake_next_failure("HcsCreateOperation");
    struct operation *operation = failure.at_once == 0 ? calloc(1, sizeof *operation) : NULL;
    fake_count(OPERATION, operation == NULL ? 0 : 1);
    fake_unlock();
    return (HCS_OPERATION)operation;
}

void WINAPI HcsCloseOperation(HCS_OPERATION opaque) {
    struct operation *operation = (struct operation *)opaque;
    fake_lock();
    if (operation->closed) {
        fake_bug("operation closed twice");
    } else {
        if (operation->state == PENDING) {
            fake_bug("operation closed while pending");
        }
        operation->closed = 1;
        fake_count(OPERATION, -1);
    }
    fake_unlock();
}

static void complete(void *argument) {
    struct operation *operation = argument;
    fake_lock();
    while (fake_now() < operation->due && (!operation->cancelled || operation->failure.stubborn)) {
        fake_wait((int)(operation->due - fake_now()));
    }
    if (operation->cancelled && !operation->failure.stubborn) {
        operation->result = HR(0x121);
    } else if (operation->failure.later != 0) {
        operation->result = operation->failure.later;
        operation->document = fake_copy(operation->failure.document);
    } else {
        operation->result = operation->act(operation);
    }
    operation->state = DONE;
    if (operation->handle != NULL) {
        operation->handle->pending--;
    }
    fake_changed();
    fake_unlock();
}

HRESULT hcs_begin(struct operation *operation, const char *function, struct handle *handle,
                     HRESULT (*act)(struct operation *), const char *argument) {
    if (operation == NULL || operation->closed || operation->state != NEW) {
        fake_bug("%s with a used operation", function);
        return HR(0x116);
    }
    struct fake_failure failure = fake_next_failure(function);
    if (failure.at_once != 0) {
        return failure.at_once;
    }
    operation->state = PENDING;
    operation->failure = failure;
    operation->due = fake_now() + failure.delay_ms;
    operation->handle = handle;
    operation->act = act;
    operation->argument = fake_copy(argument);
    if (handle != NULL) {
        handle->pending++;
    }
    fake_thread(complete, operation);
    return S_OK;
}

HRESULT WINAPI HcsWaitForOperationResult(HCS_OPERATION opaque, DWORD timeoutMs, PWSTR *resultDocument) {
    struct operation *operation = (struct operation *)opaque;
    HRESULT result;
    fake_lock();
    fake_call("HcsWaitForOperationResult(%d)", (int)timeoutMs);
    int64_t end = timeoutMs == INFINITE ? INT64_MAX : fake_now() + timeoutMs;
    while (operation->state == PENDING && fake_now() < end) {
        fake_wait(timeoutMs == INFINITE ? 1000 : (int)(end - fake_now()));
    }
    *resultDocument = NULL;
    if (operation->closed) {
        fake_bug("waited for a closed operation");
        result = HR(0x115);
    } else if (operation->state != DONE) {
        result = operation->state == NEW ? HR(0x115) : HR(0x118);
    } else {
        result = operation->result;
        if (operation->document != NULL) {
            *resultDocument = (PWSTR)fake_text(LOCAL_TEXT, operation->document);
        }
    }
    fake_unlock();
    return result;
}

HRESULT WINAPI HcsCancelOperation(HCS_OPERATION opaque) {
    struct operation *operation = (struct operation *)opaque;
    fake_lock();
    fake_call("HcsCancelOperation()");
    operation->cancelled = 1;
    fake_changed();
    fake_unlock();
    return S_OK;
}
