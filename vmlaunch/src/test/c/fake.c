/* What all stand-ins share: one lock, threads, what was called, what is alive, how to fail. See fake.h. */
#include "fake.h"

#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t changed = PTHREAD_COND_INITIALIZER;
static int threads;

void fake_lock(void) { pthread_mutex_lock(&lock); }
void fake_unlock(void) { pthread_mutex_unlock(&lock); }
void fake_changed(void) { pthread_cond_broadcast(&changed); }

int64_t fake_now(void) {
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

void fake_wait(int milliseconds) {
    int64_t until = fake_now() + milliseconds;
    struct timespec end = {.tv_sec = until / 1000, .tv_nsec = until % 1000 * 1000000};
    pthread_cond_timedwait(&changed, &lock, &end);
}

struct job {
    void (*work)(void *);
    void *argument;
};

static void *run(void *argument) {
    struct job job = *(struct job *)argument;
    free(argument);
    job.work(job.argument);
    fake_lock();
    threads--;
    fake_changed();
    fake_unlock();
    return NULL;
}

/* The lock is held. */
void fake_thread(void (*work)(void *), void *argument) {
    struct job *job = malloc(sizeof *job);
    *job = (struct job){work, argument};
    pthread_t thread;
    threads++;
    if (pthread_create(&thread, NULL, run, job) != 0) {
        abort();
    }
    pthread_detach(thread);
}

/* Lines that only grow. */
struct lines {
    char *text;
    size_t length, space;
};

static struct lines calls, bugs;

static void append(struct lines *lines, const char *format, va_list arguments) {
    va_list again;
    va_copy(again, arguments);
    size_t length = (size_t)vsnprintf(NULL, 0, format, again) + 1;
    va_end(again);
    if (lines->length + length + 1 > lines->space) {
        lines->space = (lines->length + length + 1) * 2;
        lines->text = realloc(lines->text, lines->space);
    }
    vsnprintf(lines->text + lines->length, length, format, arguments);
    lines->length += length;
    lines->text[lines->length - 1] = '\n';
    lines->text[lines->length] = 0;
}

void fake_call(const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    append(&calls, format, arguments);
    va_end(arguments);
}

void fake_bug(const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    append(&bugs, format, arguments);
    va_end(arguments);
}

/* What is handed to the tests stays as it is until the next question. */
static const char *answer(const char *text) {
    static char *last;
    free(last);
    last = fake_copy(text == NULL ? "" : text);
    return last;
}

const char *fake_calls(void) {
    fake_lock();
    const char *text = answer(calls.text);
    fake_unlock();
    return text;
}

const char *fake_bugs(void) {
    fake_lock();
    const char *text = answer(bugs.text);
    fake_unlock();
    return text;
}

char *fake_copy(const char *text) { return text == NULL ? NULL : strcpy(malloc(strlen(text) + 1), text); }

static size_t put_utf8(char *out, uint32_t c) {
    if (c < 0x80) {
        out[0] = (char)c;
        return 1;
    }
    size_t more = c < 0x800 ? 1 : c < 0x10000 ? 2 : 3;
    static const unsigned char lead[] = {0, 0xC0, 0xE0, 0xF0};
    out[0] = (char)(lead[more] | c >> 6 * more);
    for (size_t i = 1; i <= more; i++) {
        out[i] = (char)(0x80 | (c >> 6 * (more - i) & 0x3F));
    }
    return more + 1;
}

const char *fake_utf8(const WCHAR *text) {
    static char *texts[8];
    static unsigned next;
    if (text == NULL) {
        return "NULL";
    }
    size_t units = 0;
    while (text[units] != 0) {
        units++;
    }
    char **slot = &texts[next++ % 8];
    *slot = realloc(*slot, units * 3 + 1);
    size_t length = 0;
    for (size_t i = 0; i < units; i++) {
        uint32_t c = text[i];
        if (c >= 0xD800 && c < 0xDC00 && (text[i + 1] & 0xFC00) == 0xDC00) {
            c = 0x10000 + ((c & 0x3FF) << 10 | (text[++i] & 0x3FFu));
        }
        length += put_utf8(*slot + length, c);
    }
    (*slot)[length] = 0;
    return *slot;
}

static const char *const names[KINDS] = {"LocalAlloc", "CoTaskMemAlloc", "operation", "system",  "network",
                                         "endpoint",   "event",          "pipe",      "job",     "process"};
static int alive[KINDS];

void fake_count(enum fake_kind kind, int change) { alive[kind] += change; }

const char *fake_leaks(void) {
    char text[KINDS * 32] = "";
    fake_lock();
    /* An event that is being delivered has a text of its own. */
    while (threads > 0) {
        fake_wait(1000);
    }
    for (int i = 0; i < KINDS; i++) {
        if (alive[i] != 0) {
            sprintf(text + strlen(text), "%s=%d ", names[i], alive[i]);
        }
    }
    const char *result = answer(text);
    fake_unlock();
    return result;
}

/* Stands in front of each text. The memory itself is kept for ever, so that freeing twice is noticed. */
struct block {
    int64_t kind;
    WCHAR text[];
};
enum { FREED = 0x0F0F };

static const char *get_utf8(const char *in, uint32_t *c) {
    unsigned char first = (unsigned char)*in++;
    int more = first < 0x80 ? 0 : first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3;
    *c = more == 0 ? first : first & (0x3F >> more);
    while (more-- > 0) {
        *c = *c << 6 | ((unsigned char)*in++ & 0x3F);
    }
    return in;
}

WCHAR *fake_text(enum fake_kind kind, const char *utf8) {
    struct block *block = malloc(sizeof *block + (strlen(utf8) + 1) * sizeof(WCHAR));
    block->kind = kind;
    WCHAR *out = block->text;
    while (*utf8 != 0) {
        uint32_t c;
        utf8 = get_utf8(utf8, &c);
        if (c < 0x10000) {
            *out++ = (WCHAR)c;
        } else {
            *out++ = (WCHAR)(0xD800 | (c - 0x10000) >> 10);
            *out++ = (WCHAR)(0xDC00 | (c & 0x3FF));
        }
    }
    *out = 0;
    fake_count(kind, 1);
    return block->text;
}

void fake_free(enum fake_kind kind, void *memory) {
    if (memory == NULL) {
        return;
    }
    struct block *block = (struct block *)((char *)memory - offsetof(struct block, text));
    if (block->kind != kind) {
        fake_bug("%s memory freed %s", names[kind], block->kind == FREED ? "twice" : "by the wrong function");
        return;
    }
    block->kind = FREED;
    fake_count(kind, -1);
}

static struct planned {
    char *function;
    struct fake_failure failure;
    struct planned *next;
} *plans;

void fake_fail(const char *function, int at_once, int later, const char *document, int delay_ms, int stubborn) {
    struct planned *plan = malloc(sizeof *plan);
    *plan = (struct planned){fake_copy(function), {at_once, later, fake_copy(document), delay_ms, stubborn}, NULL};
    fake_lock();
    struct planned **end = &plans;
    while (*end != NULL) {
        end = &(*end)->next;
    }
    *end = plan;
    fake_unlock();
}

struct fake_failure fake_next_failure(const char *function) {
    for (struct planned **at = &plans; *at != NULL; at = &(*at)->next) {
        struct planned *plan = *at;
        if (strcmp(plan->function, function) == 0) {
            struct fake_failure failure = plan->failure;
            *at = plan->next;
            free(plan->function);
            free(plan);
            return failure;
        }
    }
    return (struct fake_failure){0};
}

void fake_reset(void) {
    fake_lock();
    while (threads > 0) {
        fake_wait(1000);
    }
    while (plans != NULL) {
        fake_next_failure(plans->function);
    }
    calls.length = bugs.length = 0;
    if (calls.text != NULL) {
        *calls.text = 0;
    }
    if (bugs.text != NULL) {
        *bugs.text = 0;
    }
    fake_reset_systems();
    fake_reset_networks();
    fake_reset_handles();
    fake_reset_hypervisor();
    memset(alive, 0, sizeof alive);
    fake_unlock();
}
