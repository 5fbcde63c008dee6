/* computenetwork.dll: the default network, and endpoints on it. See fake.h. */
#include "fake.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define DEFAULT_SWITCH "c08cb7b8-9b3c-408e-8e30-5e16a3aeb444"

struct endpoint {
    char id[40];
    char *settings;
    struct endpoint *next;
};

static struct endpoint *endpoints;
static int has_no_network;

static const char *name(REFGUID id) {
    static char texts[4][40];
    static unsigned next;
    char *text = texts[next++ % 4];
    sprintf(text, "%08x-%04x-%04x-%02x%02x-%02x%02x%02x%02x%02x%02x", (unsigned)id->Data1, id->Data2, id->Data3,
            id->Data4[0], id->Data4[1], id->Data4[2], id->Data4[3], id->Data4[4], id->Data4[5], id->Data4[6],
            id->Data4[7]);
    return text;
}

static struct endpoint *find(const char *id) {
    for (struct endpoint *endpoint = endpoints; endpoint != NULL; endpoint = endpoint->next) {
        if (strcmp(endpoint->id, id) == 0) {
            return endpoint;
        }
    }
    return NULL;
}

/* An error record for what fails; a text for what does not. */
static HRESULT answer(const char *function, HRESULT by_itself, const char *text, PWSTR *result, PWSTR *error) {
    struct fake_failure failure = fake_next_failure(function);
    HRESULT code = failure.at_once != 0 ? failure.at_once : by_itself;
    const char *record = failure.document != NULL ? failure.document : "{\"Success\":false}";
    *error = code == 0 ? NULL : (PWSTR)fake_text(COM_TEXT, record);
    if (result != NULL) {
        *result = code == 0 ? (PWSTR)fake_text(COM_TEXT, text) : NULL;
    }
    return code;
}

/* A handle says what it is, and is kept when closed. */
struct handle {
    enum fake_kind kind;
    int closed;
    struct endpoint *endpoint;
};

static struct handle *new_handle(enum fake_kind kind, struct endpoint *endpoint) {
    struct handle *handle = malloc(sizeof *handle);
    *handle = (struct handle){kind, 0, endpoint};
    fake_count(kind, 1);
    return handle;
}

static void check(struct handle *handle, enum fake_kind kind, const char *function) {
    if (handle == NULL || handle->closed || handle->kind != kind) {
        fake_bug("%s with a wrong or closed handle", function);
    }
}

static HRESULT close_handle(struct handle *handle, enum fake_kind kind, const char *function) {
    fake_lock();
    check(handle, kind, function);
    handle->closed = 1;
    fake_count(kind, -1);
    fake_unlock();
    return S_OK;
}

HRESULT WINAPI HcnEnumerateNetworks(PCWSTR Query, PWSTR *Networks, PWSTR *ErrorRecord) {
    fake_lock();
    fake_call("HcnEnumerateNetworks(%s)", fake_utf8(Query));
    const char *all = has_no_network ? "[]" : "[\"" DEFAULT_SWITCH "\"]";
    HRESULT result = answer("HcnEnumerateNetworks", S_OK, all, Networks, ErrorRecord);
    fake_unlock();
    return result;
}

HRESULT WINAPI HcnOpenNetwork(REFGUID Id, PHCN_NETWORK Network, PWSTR *ErrorRecord) {
    fake_lock();
    fake_call("HcnOpenNetwork(%s)", name(Id));
    int found = !has_no_network && strcmp(name(Id), DEFAULT_SWITCH) == 0;
    HRESULT result = answer("HcnOpenNetwork", found ? S_OK : (HRESULT)0x803B0001, "", NULL, ErrorRecord);
    *Network = result == S_OK ? new_handle(NETWORK, NULL) : NULL;
    fake_unlock();
    return result;
}

HRESULT WINAPI HcnCloseNetwork(HCN_NETWORK Network) { return close_handle(Network, NETWORK, "HcnCloseNetwork"); }

HRESULT WINAPI HcnEnumerateEndpoints(PCWSTR Query, PWSTR *Endpoints, PWSTR *ErrorRecord) {
    fake_lock();
    fake_call("HcnEnumerateEndpoints(%s)", fake_utf8(Query));
    size_t count = 1;
    for (struct endpoint *endpoint = endpoints; endpoint != NULL; endpoint = endpoint->next) {
        count++;
    }
    char *text = strcpy(malloc(count * 48), "[");
    for (struct endpoint *endpoint = endpoints; endpoint != NULL; endpoint = endpoint->next) {
        strcat(strcat(strcat(text, text[1] == 0 ? "\"" : ",\""), endpoint->id), "\"");
    }
    HRESULT result = answer("HcnEnumerateEndpoints", S_OK, strcat(text, "]"), Endpoints, ErrorRecord);
    free(text);
    fake_unlock();
    return result;
}

HRESULT WINAPI HcnCreateEndpoint(HCN_NETWORK Network, REFGUID Id, PCWSTR Settings, PHCN_ENDPOINT Endpoint,
                                 PWSTR *ErrorRecord) {
    fake_lock();
    fake_call("HcnCreateEndpoint(%s, %s)", name(Id), fake_utf8(Settings));
    check(Network, NETWORK, "HcnCreateEndpoint");
    HRESULT exists = find(name(Id)) == NULL ? S_OK : (HRESULT)0x803B0013;
    HRESULT result = answer("HcnCreateEndpoint", exists, "", NULL, ErrorRecord);
    *Endpoint = NULL;
    if (result == S_OK) {
        struct endpoint *endpoint = malloc(sizeof *endpoint);
        strcpy(endpoint->id, name(Id));
        endpoint->settings = fake_copy(fake_utf8(Settings));
        endpoint->next = endpoints;
        endpoints = endpoint;
        *Endpoint = new_handle(ENDPOINT, endpoint);
    }
    fake_unlock();
    return result;
}

HRESULT WINAPI HcnOpenEndpoint(REFGUID Id, PHCN_ENDPOINT Endpoint, PWSTR *ErrorRecord) {
    fake_lock();
    fake_call("HcnOpenEndpoint(%s)", name(Id));
    struct endpoint *endpoint = find(name(Id));
    HRESULT result = answer("HcnOpenEndpoint", endpoint != NULL ? S_OK : (HRESULT)0x803B0002, "", NULL, ErrorRecord);
    *Endpoint = result == S_OK ? new_handle(ENDPOINT, endpoint) : NULL;
    fake_unlock();
    return result;
}

HRESULT WINAPI HcnQueryEndpointProperties(HCN_ENDPOINT Endpoint, PCWSTR Query, PWSTR *Properties, PWSTR *ErrorRecord) {
    struct handle *handle = Endpoint;
    fake_lock();
    fake_call("HcnQueryEndpointProperties(%s)", fake_utf8(Query));
    check(handle, ENDPOINT, "HcnQueryEndpointProperties");
    HRESULT result =
        answer("HcnQueryEndpointProperties", S_OK, handle->endpoint->settings, Properties, ErrorRecord);
    fake_unlock();
    return result;
}

HRESULT WINAPI HcnDeleteEndpoint(REFGUID Id, PWSTR *ErrorRecord) {
    fake_lock();
    fake_call("HcnDeleteEndpoint(%s)", name(Id));
    struct endpoint *found = find(name(Id));
    HRESULT result = answer("HcnDeleteEndpoint", found != NULL ? S_OK : (HRESULT)0x803B0002, "", NULL, ErrorRecord);
    for (struct endpoint **at = &endpoints; result == S_OK && *at != NULL; at = &(*at)->next) {
        if (*at == found) {
            *at = found->next;
            break;
        }
    }
    fake_unlock();
    return result;
}

HRESULT WINAPI HcnCloseEndpoint(HCN_ENDPOINT Endpoint) { return close_handle(Endpoint, ENDPOINT, "HcnCloseEndpoint"); }

/* For the tests: as on Windows Server. */
EXPORTED void fake_without_network(void) { has_no_network = 1; }

void fake_reset_networks(void) {
    endpoints = NULL;
    has_no_network = 0;
}
