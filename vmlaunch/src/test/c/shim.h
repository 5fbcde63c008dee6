/*
 * What the stand-ins need of Windows' headers, for systems that have none. That it is the same as there is shown by
 * compiling the stand-ins against the real headers too.
 */
#ifndef LAMINA_SHIM_H
#define LAMINA_SHIM_H

#include <stdint.h>

#define WINAPI
#define CALLBACK
#define STDAPICALLTYPE
#define DECLARE_HANDLE(name)                                                                                          \
    struct name##__ {                                                                                                  \
        int unused;                                                                                                    \
    };                                                                                                                 \
    typedef struct name##__ *name

typedef uint16_t WCHAR;
typedef WCHAR *PWSTR;
typedef const WCHAR *PCWSTR, *LPCWSTR;
typedef uint32_t DWORD, UINT32;
typedef DWORD *LPDWORD;
typedef uint64_t UINT64;
typedef uintptr_t ULONG_PTR;
typedef int32_t BOOL;
typedef int32_t HRESULT;
typedef void VOID;
typedef void *HANDLE, *LPVOID, *HLOCAL;
typedef const void *LPCVOID;
typedef struct _SECURITY_ATTRIBUTES *LPSECURITY_ATTRIBUTES;
typedef void SECURITY_DESCRIPTOR;

#define TRUE 1
#define FALSE 0
#define S_OK 0
#define INFINITE 0xFFFFFFFFu
#define INVALID_HANDLE_VALUE ((HANDLE)(intptr_t)-1)
#define WAIT_OBJECT_0 0
#define WAIT_TIMEOUT 258
#define WAIT_FAILED 0xFFFFFFFFu
#define GENERIC_ALL 0x10000000

typedef struct {
    uint32_t Data1;
    uint16_t Data2, Data3;
    uint8_t Data4[8];
} GUID;
typedef const GUID *const REFGUID;

typedef struct {
    ULONG_PTR Internal, InternalHigh;
    DWORD Offset, OffsetHigh;
    HANDLE hEvent;
} OVERLAPPED, *LPOVERLAPPED;

#define ERROR_FILE_NOT_FOUND 2
#define ERROR_INVALID_HANDLE 6
#define ERROR_INVALID_PARAMETER 87
#define ERROR_BROKEN_PIPE 109
#define ERROR_PIPE_BUSY 231
#define ERROR_NO_DATA 232
#define ERROR_OPERATION_ABORTED 995
#define ERROR_IO_INCOMPLETE 996
#define ERROR_IO_PENDING 997
#define ERROR_NOT_FOUND 1168

typedef enum { JobObjectExtendedLimitInformation = 9 } JOBOBJECTINFOCLASS;
#define JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE 0x2000

typedef struct {
    int64_t PerProcessUserTimeLimit, PerJobUserTimeLimit;
    DWORD LimitFlags;
    uintptr_t MinimumWorkingSetSize, MaximumWorkingSetSize;
    DWORD ActiveProcessLimit;
    ULONG_PTR Affinity;
    DWORD PriorityClass, SchedulingClass;
} JOBOBJECT_BASIC_LIMIT_INFORMATION;

typedef struct {
    JOBOBJECT_BASIC_LIMIT_INFORMATION BasicLimitInformation;
    uint64_t IoInfo[6];
    uintptr_t ProcessMemoryLimit, JobMemoryLimit, PeakProcessMemoryUsed, PeakJobMemoryUsed;
} JOBOBJECT_EXTENDED_LIMIT_INFORMATION;

DECLARE_HANDLE(HCS_SYSTEM);
DECLARE_HANDLE(HCS_OPERATION);
typedef void(CALLBACK *HCS_OPERATION_COMPLETION)(HCS_OPERATION operation, void *context);

typedef enum {
    HcsEventSystemExited = 0x00000001,
    HcsEventServiceDisconnect = 0x02000000,
} HCS_EVENT_TYPE;

typedef struct {
    HCS_EVENT_TYPE Type;
    PCWSTR EventData;
    HCS_OPERATION Operation;
} HCS_EVENT;

typedef enum { HcsEventOptionNone = 0, HcsEventOptionEnableOperationCallbacks = 1 } HCS_EVENT_OPTIONS;
typedef void(CALLBACK *HCS_EVENT_CALLBACK)(HCS_EVENT *event, void *context);

typedef void *HCN_NETWORK, *HCN_ENDPOINT;
typedef HCN_NETWORK *PHCN_NETWORK;
typedef HCN_ENDPOINT *PHCN_ENDPOINT;

typedef enum { WHvCapabilityCodeHypervisorPresent = 0 } WHV_CAPABILITY_CODE;

#endif
