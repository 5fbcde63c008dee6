/*
 * Libraries of Windows, played for tests on any system: computecore.dll, computenetwork.dll, WinHvPlatform.dll, and
 * of kernel32.dll and ole32.dll what Lamina calls.
 *
 * What they play: machines with their states, calls that end on other threads, events, results that fail at once,
 * later or slowly, texts that must be freed by the right function, handles, pipes with overlapped reads and writes,
 * job objects. They write down each call with its arguments, count what was not given back, and write down as a BUG
 * what would end a real process: a handle closed while it is in use, freeing twice or by the wrong function, using
 * what is closed, an OVERLAPPED used again too early.
 *
 * What they do not play: rights, JSON that only the real service understands, networks, and everything of a guest.
 *
 * Where the facts are from: the signatures, structures and numbers are those of the headers of mingw-w64
 * (computecore.h, computedefs.h, computenetwork.h, winhvplatform.h, windows.h; public domain), against which a test
 * compiles these same files; shim.h repeats for other systems what they need of them. How the functions behave is
 * from Microsoft's documentation of the Host Compute System, the Host Compute Network and Win32.
 *
 * All files together make one library, which the tests load under each of the five names.
 */
#ifndef LAMINA_FAKE_H
#define LAMINA_FAKE_H

#ifdef _WIN32
/* The headers say that these functions are imported; here they are made. */
#define WINBASEAPI
#define WIN32_LEAN_AND_MEAN
#include <windows.h>
#include <combaseapi.h>
#include <computecore.h>
#include <computenetwork.h>
#include <winhvplatform.h>
#define EXPORTED __declspec(dllexport)
#else
#include "shim.h"
#define EXPORTED __attribute__((visibility("default")))
#endif

#include <stddef.h>
#include <stdint.h>

enum {
    FAKE_ACCESS_DENIED = 5,
    FAKE_OUT_OF_MEMORY = 0x0E,
};

#define HR(number) ((HRESULT)(0x80370000u | (number)))
#define HR_WIN32(number) ((HRESULT)(0x80070000u | (number)))

/* One lock for everything that is played, and one signal for every change. */
void fake_lock(void);
void fake_unlock(void);
void fake_changed(void);
/* Waits for a change, with the lock held; at most so long. */
void fake_wait(int milliseconds);
int64_t fake_now(void);
/* Runs on a thread of its own. fake_reset waits for its end. */
void fake_thread(void (*work)(void *), void *argument);

/* Writes a line down; %s takes UTF-8. */
void fake_call(const char *format, ...) __attribute__((format(printf, 1, 2)));
void fake_bug(const char *format, ...) __attribute__((format(printf, 1, 2)));
/* UTF-8 of a text, for one line only: the memory is used again after a few calls. NULL is "NULL". */
const char *fake_utf8(const WCHAR *text);
char *fake_copy(const char *text);

/* What is alive. */
enum fake_kind { LOCAL_TEXT, COM_TEXT, OPERATION, SYSTEM, NETWORK, ENDPOINT, EVENT, PIPE, JOB, PROCESS, KINDS };
void fake_count(enum fake_kind kind, int change);
/* A text of UTF-16 that the caller of the library has to free. */
WCHAR *fake_text(enum fake_kind kind, const char *utf8);
void fake_free(enum fake_kind kind, void *memory);

/* How the next call of a function is to fail. */
struct fake_failure {
    HRESULT at_once; /* 0: the call begins */
    HRESULT later;   /* 0: as it would end by itself */
    char *document;  /* or NULL */
    int delay_ms;    /* until it ends */
    int stubborn;    /* cancelling does not shorten the delay */
};
struct fake_failure fake_next_failure(const char *function);

/* For the tests. */
EXPORTED void fake_reset(void);
EXPORTED const char *fake_calls(void);
EXPORTED const char *fake_bugs(void);
EXPORTED const char *fake_leaks(void);
EXPORTED void fake_fail(const char *function, int at_once, int later, const char *document, int delay_ms, int stubborn);

/* Each part forgets what it holds. */
void fake_reset_systems(void);
void fake_reset_networks(void);
void fake_reset_handles(void);
void fake_reset_hypervisor(void);

#endif
