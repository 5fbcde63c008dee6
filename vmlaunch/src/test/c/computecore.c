/* computecore.dll: machines and the operations on them. See fake.h. */
#include "fake.h"

#include <stdlib.h>
#include <string.h>

enum state { CREATED, RUNNING, PAUSED, STOPPED };
static const char *const state_names[] = {"Created", "Running", "Paused", "Stopped"};

/* A machine. It is there as long as it runs or somebody has a handle. */
struct machine {
    char *id;
    char *document;
    enum state state;
    int handles;
    char *exit_document;
    struct machine *next;
};

/* A handle of a machine. Closed ones are kept, so that their use is noticed. */
struct handle {
    struct machine *machine;
    int closed, pending;
    HCS_EVENT_CALLBACK callback;
    void *context;
    struct handle *next;
};

enum operation_state { NEW, PENDING, DONE };

struct operation {
    enum operation_state state;
    int closed, cancelled;
    HRESULT result;
    char *document;
    struct fake_failure failure;
    int64_t due;
    struct handle *handle; /* or NULL */
    /* What happens in the end. */
    HRESULT (*act)(struct operation *);
    char *argument;
};

static struct machine *machines;
static struct handle *handles;

static struct machine *find(const char *id) {
    for (struct machine *machine = machines; machine != NULL; machine = machine->next) {
        if (strcmp(machine->id, id) == 0) {
            return machine;
        }
    }
    return NULL;
}

static struct handle *new_handle(struct machine *machine) {
    struct handle *handle = calloc(1, sizeof *handle);
    handle->machine = machine;
    handle->next = handles;
    handles = handle;
    machine->handles++;
    fake_count(SYSTEM, 1);
    return handle;
}

static int usable(struct handle *handle, const char *function) {
    if (handle == NULL || handle->closed) {
        fake_bug("%s of a closed system", function);
        return 0;
    }
    return 1;
}

/* Events: for each one a thread, as the real library uses a pool. */

struct event {
    HCS_EVENT_CALLBACK callback;
    void *context;
    HCS_EVENT_TYPE type;
    char *data;
};

static void deliver(void *argument) {
    struct event *event = argument;
    fake_lock();
    WCHAR *data = event->data == NULL ? NULL : fake_text(LOCAL_TEXT, event->data);
    fake_unlock();
    HCS_EVENT told = {event->type, data, NULL};
    event->callback(&told, event->context);
    fake_lock();
    fake_free(LOCAL_TEXT, data);
    fake_unlock();
    free(event->data);
    free(event);
}

static void tell(struct handle *handle, HCS_EVENT_TYPE type, const char *data) {
    if (handle->callback == NULL || handle->closed) {
        return;
    }
    struct event *event = malloc(sizeof *event);
    *event = (struct event){handle->callback, handle->context, type, fake_copy(data)};
    fake_thread(deliver, event);
}

static void stop(struct machine *machine, const char *exit_document) {
    machine->state = STOPPED;
    machine->exit_document = fake_copy(exit_document);
    for (struct handle *handle = handles; handle != NULL; handle = handle->next) {
        if (handle->machine == machine) {
            tell(handle, HcsEventSystemExited, exit_document);
        }
    }
    fake_changed();
}

static void forget(struct machine *machine) {
    for (struct machine **at = &machines; *at != NULL; at = &(*at)->next) {
        if (*at == machine) {
            *at = machine->next;
            return;
        }
    }
}

/* Operations. */

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

/* The lock is held. */
static HRESULT begin(struct operation *operation, const char *function, struct handle *handle,
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

/* Machines. */

static HRESULT act_create(struct operation *operation) {
    size_t length = strlen(operation->argument);
    if (length < 2 || operation->argument[0] != '{' || operation->argument[length - 1] != '}') {
        operation->document = fake_copy("{\"Error\":-2143878899,\"ErrorMessage\":\"The document is no JSON.\"}");
        return HR(0x10D);
    }
    return S_OK;
}

HRESULT WINAPI HcsCreateComputeSystem(PCWSTR id, PCWSTR configuration, HCS_OPERATION opaque,
                                      const SECURITY_DESCRIPTOR *securityDescriptor, HCS_SYSTEM *computeSystem) {
    struct operation *operation = (struct operation *)opaque;
    HRESULT result;
    fake_lock();
    fake_call("HcsCreateComputeSystem(%s, %s)", fake_utf8(id), fake_utf8(configuration));
    *computeSystem = NULL;
    if (securityDescriptor != NULL) {
        fake_bug("HcsCreateComputeSystem with a security descriptor");
    }
    if (find(fake_utf8(id)) != NULL) {
        result = HR(0x10F);
    } else {
        result = begin(operation, "HcsCreateComputeSystem", NULL, act_create, fake_utf8(configuration));
    }
    if (result == S_OK) {
        struct machine *machine = calloc(1, sizeof *machine);
        machine->id = fake_copy(fake_utf8(id));
        machine->document = fake_copy(fake_utf8(configuration));
        machine->next = machines;
        machines = machine;
        operation->handle = new_handle(machine);
        operation->handle->pending++;
        *computeSystem = (HCS_SYSTEM)operation->handle;
    }
    fake_unlock();
    return result;
}

HRESULT WINAPI HcsOpenComputeSystem(PCWSTR id, DWORD requestedAccess, HCS_SYSTEM *computeSystem) {
    fake_lock();
    fake_call("HcsOpenComputeSystem(%s, 0x%X)", fake_utf8(id), (unsigned)requestedAccess);
    HRESULT result = fake_next_failure("HcsOpenComputeSystem").at_once;
    struct machine *machine = find(fake_utf8(id));
    *computeSystem = NULL;
    if (result == 0 && machine == NULL) {
        result = HR(0x10E);
    }
    if (result == 0) {
        *computeSystem = (HCS_SYSTEM)new_handle(machine);
    }
    fake_unlock();
    return result;
}

void WINAPI HcsCloseComputeSystem(HCS_SYSTEM opaque) {
    struct handle *handle = (struct handle *)opaque;
    fake_lock();
    fake_call("HcsCloseComputeSystem(%s)", handle->machine->id);
    if (handle->closed) {
        fake_bug("system closed twice");
    } else {
        if (handle->pending > 0) {
            fake_bug("system closed while an operation is pending");
        }
        handle->closed = 1;
        fake_count(SYSTEM, -1);
        struct machine *machine = handle->machine;
        machine->handles--;
        int runs = machine->state == RUNNING || machine->state == PAUSED;
        int ends = strstr(machine->document, "\"ShouldTerminateOnLastHandleClosed\":true") != NULL;
        if (machine->handles == 0 && (!runs || ends)) {
            forget(machine);
        }
    }
    fake_unlock();
}

/* What all operations on a machine have in common. */
static HRESULT on_machine(HCS_SYSTEM system, HCS_OPERATION operation, const char *function,
                          HRESULT (*act)(struct operation *), PCWSTR text) {
    struct handle *handle = (struct handle *)system;
    fake_lock();
    HRESULT result = HR(0x10E);
    if (usable(handle, function)) {
        fake_call("%s(%s, %s)", function, handle->machine->id, fake_utf8(text));
        result = begin((struct operation *)operation, function, handle, act, fake_utf8(text));
    }
    fake_unlock();
    return result;
}

static HRESULT move(struct operation *operation, enum state from, enum state to) {
    struct machine *machine = operation->handle->machine;
    if (machine->state != from) {
        return HR(machine->state == STOPPED ? 0x110 : 0x105);
    }
    machine->state = to;
    return S_OK;
}

static HRESULT act_start(struct operation *operation) { return move(operation, CREATED, RUNNING); }
static HRESULT act_pause(struct operation *operation) { return move(operation, RUNNING, PAUSED); }
static HRESULT act_resume(struct operation *operation) { return move(operation, PAUSED, RUNNING); }

static HRESULT act_shut_down(struct operation *operation) {
    HRESULT result = move(operation, RUNNING, RUNNING);
    if (result == S_OK) {
        stop(operation->handle->machine, "{\"Status\":0,\"ExitType\":\"GracefulExit\"}");
    }
    return result;
}

static HRESULT act_terminate(struct operation *operation) {
    if (operation->handle->machine->state == STOPPED) {
        return HR(0x110);
    }
    stop(operation->handle->machine, "{\"Status\":0,\"ExitType\":\"ForcedExit\"}");
    return S_OK;
}

static HRESULT act_properties(struct operation *operation) {
    struct machine *machine = operation->handle->machine;
    char *text = malloc(strlen(machine->id) + 64);
    strcat(strcat(strcat(strcat(strcpy(text, "{\"Id\":\""), machine->id), "\",\"State\":\""), state_names[machine->state]),
           "\"}");
    operation->document = text;
    return S_OK;
}

static HRESULT act_modify(struct operation *operation) {
    return operation->handle->machine->state == STOPPED ? HR(0x110) : S_OK;
}

HRESULT WINAPI HcsStartComputeSystem(HCS_SYSTEM system, HCS_OPERATION operation, PCWSTR options) {
    return on_machine(system, operation, "HcsStartComputeSystem", act_start, options);
}

HRESULT WINAPI HcsShutDownComputeSystem(HCS_SYSTEM system, HCS_OPERATION operation, PCWSTR options) {
    return on_machine(system, operation, "HcsShutDownComputeSystem", act_shut_down, options);
}

HRESULT WINAPI HcsTerminateComputeSystem(HCS_SYSTEM system, HCS_OPERATION operation, PCWSTR options) {
    return on_machine(system, operation, "HcsTerminateComputeSystem", act_terminate, options);
}

HRESULT WINAPI HcsPauseComputeSystem(HCS_SYSTEM system, HCS_OPERATION operation, PCWSTR options) {
    return on_machine(system, operation, "HcsPauseComputeSystem", act_pause, options);
}

HRESULT WINAPI HcsResumeComputeSystem(HCS_SYSTEM system, HCS_OPERATION operation, PCWSTR options) {
    return on_machine(system, operation, "HcsResumeComputeSystem", act_resume, options);
}

HRESULT WINAPI HcsGetComputeSystemProperties(HCS_SYSTEM system, HCS_OPERATION operation, PCWSTR propertyQuery) {
    return on_machine(system, operation, "HcsGetComputeSystemProperties", act_properties, propertyQuery);
}

HRESULT WINAPI HcsModifyComputeSystem(HCS_SYSTEM system, HCS_OPERATION operation, PCWSTR configuration,
                                      HANDLE identity) {
    if (identity != NULL) {
        fake_bug("HcsModifyComputeSystem with an identity");
    }
    return on_machine(system, operation, "HcsModifyComputeSystem", act_modify, configuration);
}

static HRESULT act_enumerate(struct operation *operation) {
    size_t space = 8;
    for (struct machine *machine = machines; machine != NULL; machine = machine->next) {
        space += strlen(machine->id) + 64;
    }
    char *text = strcpy(malloc(space), "[");
    for (struct machine *machine = machines; machine != NULL; machine = machine->next) {
        strcat(strcat(strcat(text, text[1] == 0 ? "{\"Id\":\"" : ",{\"Id\":\""), machine->id), "\",\"State\":\"");
        strcat(strcat(text, state_names[machine->state]), "\"}");
    }
    operation->document = strcat(text, "]");
    return S_OK;
}

HRESULT WINAPI HcsEnumerateComputeSystems(PCWSTR query, HCS_OPERATION operation) {
    fake_lock();
    fake_call("HcsEnumerateComputeSystems(%s)", fake_utf8(query));
    HRESULT result =
        begin((struct operation *)operation, "HcsEnumerateComputeSystems", NULL, act_enumerate, fake_utf8(query));
    fake_unlock();
    return result;
}

HRESULT WINAPI HcsWaitForComputeSystemExit(HCS_SYSTEM system, DWORD timeoutMs, PWSTR *result) {
    struct handle *handle = (struct handle *)system;
    fake_lock();
    *result = NULL;
    HRESULT answer = HR(0x118);
    if (!usable(handle, "HcsWaitForComputeSystemExit")) {
        answer = HR(0x10E);
    } else {
        int64_t end = timeoutMs == INFINITE ? INT64_MAX : fake_now() + timeoutMs;
        handle->pending++;
        while (handle->machine->state != STOPPED && fake_now() < end) {
            fake_wait(timeoutMs == INFINITE ? 1000 : (int)(end - fake_now()));
        }
        handle->pending--;
        if (handle->machine->state == STOPPED) {
            *result = (PWSTR)fake_text(LOCAL_TEXT, handle->machine->exit_document);
            answer = S_OK;
        }
    }
    fake_unlock();
    return answer;
}

HRESULT WINAPI HcsSetComputeSystemCallback(HCS_SYSTEM system, HCS_EVENT_OPTIONS options, const void *context,
                                           HCS_EVENT_CALLBACK callback) {
    struct handle *handle = (struct handle *)system;
    fake_lock();
    HRESULT result = fake_next_failure("HcsSetComputeSystemCallback").at_once;
    if (options != HcsEventOptionNone) {
        fake_bug("HcsSetComputeSystemCallback with operation callbacks");
    }
    if (result == 0 && usable(handle, "HcsSetComputeSystemCallback")) {
        handle->callback = callback;
        handle->context = (void *)context;
    }
    fake_unlock();
    return result;
}

HRESULT WINAPI HcsGetServiceProperties(PCWSTR propertyQuery, PWSTR *result) {
    fake_lock();
    fake_call("HcsGetServiceProperties(%s)", fake_utf8(propertyQuery));
    struct fake_failure failure = fake_next_failure("HcsGetServiceProperties");
    const char *text = failure.document;
    if (failure.at_once == 0) {
        text = "{\"Properties\":[{\"SupportedSchemaVersions\":[{\"Major\":1,\"Minor\":0},{\"Major\":2,\"Minor\":5}]}]}";
    }
    *result = text == NULL ? NULL : (PWSTR)fake_text(LOCAL_TEXT, text);
    fake_unlock();
    return failure.at_once;
}

static HRESULT access_call(const char *function, PCWSTR vmId, PCWSTR filePath) {
    fake_lock();
    fake_call("%s(%s, %s)", function, fake_utf8(vmId), fake_utf8(filePath));
    HRESULT result = fake_next_failure(function).at_once;
    fake_unlock();
    return result;
}

HRESULT WINAPI HcsGrantVmAccess(PCWSTR vmId, PCWSTR filePath) { return access_call("HcsGrantVmAccess", vmId, filePath); }

HRESULT WINAPI HcsRevokeVmAccess(PCWSTR vmId, PCWSTR filePath) {
    return access_call("HcsRevokeVmAccess", vmId, filePath);
}

/* For the tests. */

EXPORTED int fake_event_size(void) { return (int)sizeof(HCS_EVENT); }
EXPORTED int fake_event_type_at(void) { return (int)offsetof(HCS_EVENT, Type); }
EXPORTED int fake_event_data_at(void) { return (int)offsetof(HCS_EVENT, EventData); }

/* The guest ends by itself. */
EXPORTED void fake_guest_exit(const char *id, const char *exit_document) {
    fake_lock();
    struct machine *machine = find(id);
    if (machine != NULL && machine->state != STOPPED) {
        stop(machine, exit_document);
    }
    fake_unlock();
}

/* The same, and no event tells of it. */
EXPORTED void fake_guest_exit_unheard(const char *id, const char *exit_document) {
    fake_lock();
    struct machine *machine = find(id);
    machine->exit_document = fake_copy(exit_document);
    machine->state = STOPPED;
    fake_unlock();
}

EXPORTED void fake_service_disconnect(void) {
    fake_lock();
    for (struct handle *handle = handles; handle != NULL; handle = handle->next) {
        tell(handle, HcsEventServiceDisconnect, NULL);
    }
    fake_unlock();
}

/* An event that comes when the handle is closed already, as nobody rules out. */
EXPORTED void fake_late_event(const char *id) {
    fake_lock();
    for (struct handle *handle = handles; handle != NULL; handle = handle->next) {
        if (strcmp(handle->machine->id, id) == 0 && handle->callback != NULL) {
            struct event *event = malloc(sizeof *event);
            *event = (struct event){handle->callback, handle->context, HcsEventSystemExited, fake_copy("{}")};
            fake_thread(deliver, event);
        }
    }
    fake_unlock();
}

/* What is there, with its state: "id State" a line. */
EXPORTED const char *fake_machines(void) {
    static char *text;
    fake_lock();
    size_t space = 1;
    for (struct machine *machine = machines; machine != NULL; machine = machine->next) {
        space += strlen(machine->id) + 16;
    }
    text = realloc(text, space);
    *text = 0;
    for (struct machine *machine = machines; machine != NULL; machine = machine->next) {
        strcat(strcat(strcat(strcat(text, machine->id), " "), state_names[machine->state]), "\n");
    }
    fake_unlock();
    return text;
}

void fake_reset_systems(void) {
    machines = NULL;
    handles = NULL;
}
