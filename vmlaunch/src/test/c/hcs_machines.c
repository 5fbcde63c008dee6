/* computecore.dll: machines, their handles and events; what the tests do to them. See fake.h. */
#include "hcs.h"

static const char *const state_names[] = {"Created", "Running", "Paused", "Stopped"};

static struct machine *machines;
static struct handle *handles;

struct machine *hcs_first(void) { return machines; }

const char *hcs_state(struct machine *machine) { return state_names[machine->state]; }

struct machine *hcs_add(const char *id, const char *document) {
    struct machine *machine = calloc(1, sizeof *machine);
    machine->id = fake_copy(id);
    machine->document = fake_copy(document);
    machine->next = machines;
    machines = machine;
    return machine;
}

struct machine *hcs_find(const char *id) {
    for (struct machine *machine = machines; machine != NULL; machine = machine->next) {
        if (strcmp(machine->id, id) == 0) {
            return machine;
        }
    }
    return NULL;
}

struct handle *hcs_new_handle(struct machine *machine) {
    struct handle *handle = calloc(1, sizeof *handle);
    handle->machine = machine;
    handle->next = handles;
    handles = handle;
    machine->handles++;
    fake_count(SYSTEM, 1);
    return handle;
}

int hcs_usable(struct handle *handle, const char *function) {
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

void hcs_stop(struct machine *machine, const char *exit_document) {
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

void hcs_close_handle(struct handle *handle) {
    if (handle->closed) {
        fake_bug("system closed twice");
        return;
    }
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

/* For the tests. */

EXPORTED int fake_event_size(void) { return (int)sizeof(HCS_EVENT); }
EXPORTED int fake_event_type_at(void) { return (int)offsetof(HCS_EVENT, Type); }
EXPORTED int fake_event_data_at(void) { return (int)offsetof(HCS_EVENT, EventData); }

/* The guest ends by itself. */
EXPORTED void fake_guest_exit(const char *id, const char *exit_document) {
    fake_lock();
    struct machine *machine = hcs_find(id);
    if (machine != NULL && machine->state != STOPPED) {
        hcs_stop(machine, exit_document);
    }
    fake_unlock();
}

/* The same, and no event tells of it. */
EXPORTED void fake_guest_exit_unheard(const char *id, const char *exit_document) {
    fake_lock();
    struct machine *machine = hcs_find(id);
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
        strcat(strcat(strcat(strcat(text, machine->id), " "), hcs_state(machine)), "\n");
    }
    fake_unlock();
    return text;
}

void fake_reset_systems(void) {
    machines = NULL;
    handles = NULL;
}
