/* computecore.dll: what can be called about machines. See fake.h. */
#include "hcs.h"

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
    if (hcs_find(fake_utf8(id)) != NULL) {
        result = HR(0x10F);
    } else {
        result = hcs_begin(operation, "HcsCreateComputeSystem", NULL, act_create, fake_utf8(configuration));
    }
    if (result == S_OK) {
        struct machine *machine = hcs_add(fake_utf8(id), fake_utf8(configuration));
        operation->handle = hcs_new_handle(machine);
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
    struct machine *machine = hcs_find(fake_utf8(id));
    *computeSystem = NULL;
    if (result == 0 && machine == NULL) {
        result = HR(0x10E);
    }
    if (result == 0) {
        *computeSystem = (HCS_SYSTEM)hcs_new_handle(machine);
    }
    fake_unlock();
    return result;
}

void WINAPI HcsCloseComputeSystem(HCS_SYSTEM opaque) {
    struct handle *handle = (struct handle *)opaque;
    fake_lock();
    fake_call("HcsCloseComputeSystem(%s)", handle->machine->id);
    hcs_close_handle(handle);
    fake_unlock();
}

/* What all operations on a machine have in common. */
static HRESULT on_machine(HCS_SYSTEM system, HCS_OPERATION operation, const char *function,
                          HRESULT (*act)(struct operation *), PCWSTR text) {
    struct handle *handle = (struct handle *)system;
    fake_lock();
    HRESULT result = HR(0x10E);
    if (hcs_usable(handle, function)) {
        fake_call("%s(%s, %s)", function, handle->machine->id, fake_utf8(text));
        result = hcs_begin((struct operation *)operation, function, handle, act, fake_utf8(text));
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
        hcs_stop(operation->handle->machine, "{\"Status\":0,\"ExitType\":\"GracefulExit\"}");
    }
    return result;
}

static HRESULT act_terminate(struct operation *operation) {
    if (operation->handle->machine->state == STOPPED) {
        return HR(0x110);
    }
    hcs_stop(operation->handle->machine, "{\"Status\":0,\"ExitType\":\"ForcedExit\"}");
    return S_OK;
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

static HRESULT act_enumerate(struct operation *operation) {
    size_t space = 8;
    for (struct machine *machine = hcs_first(); machine != NULL; machine = machine->next) {
        space += strlen(machine->id) + 64;
    }
    char *text = strcpy(malloc(space), "[");
    for (struct machine *machine = hcs_first(); machine != NULL; machine = machine->next) {
        strcat(strcat(strcat(text, text[1] == 0 ? "{\"Id\":\"" : ",{\"Id\":\""), machine->id), "\",\"State\":\"");
        strcat(strcat(text, hcs_state(machine)), "\"}");
    }
    operation->document = strcat(text, "]");
    return S_OK;
}

HRESULT WINAPI HcsEnumerateComputeSystems(PCWSTR query, HCS_OPERATION operation) {
    fake_lock();
    fake_call("HcsEnumerateComputeSystems(%s)", fake_utf8(query));
    HRESULT result =
        hcs_begin((struct operation *)operation, "HcsEnumerateComputeSystems", NULL, act_enumerate, fake_utf8(query));
    fake_unlock();
    return result;
}

HRESULT WINAPI HcsWaitForComputeSystemExit(HCS_SYSTEM system, DWORD timeoutMs, PWSTR *result) {
    struct handle *handle = (struct handle *)system;
    fake_lock();
    *result = NULL;
    HRESULT answer = HR(0x118);
    if (!hcs_usable(handle, "HcsWaitForComputeSystemExit")) {
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
    if (result == 0 && hcs_usable(handle, "HcsSetComputeSystemCallback")) {
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
