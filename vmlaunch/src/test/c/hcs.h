/* What the parts of the played computecore.dll share. The lock is held in all of them. See fake.h. */
#ifndef LAMINA_HCS_H
#define LAMINA_HCS_H

#include "fake.h"

#include <stdlib.h>
#include <string.h>

enum state { CREATED, RUNNING, PAUSED, STOPPED };

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

struct machine *hcs_first(void);
struct machine *hcs_find(const char *id);
struct machine *hcs_add(const char *id, const char *document);
const char *hcs_state(struct machine *machine);
/* It ends, and whoever has a handle hears of it. */
void hcs_stop(struct machine *machine, const char *exit_document);

struct handle *hcs_new_handle(struct machine *machine);
void hcs_close_handle(struct handle *handle);
int hcs_usable(struct handle *handle, const char *function);

/* @param handle in use until the end, or NULL */
HRESULT hcs_begin(struct operation *operation, const char *function, struct handle *handle,
                  HRESULT (*act)(struct operation *), const char *argument);

#endif
