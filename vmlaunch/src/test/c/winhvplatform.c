/* WinHvPlatform.dll: whether there is a hypervisor. See fake.h. */
#include "fake.h"

#include <string.h>

static int present;
static HRESULT failing;

HRESULT WINAPI WHvGetCapability(WHV_CAPABILITY_CODE CapabilityCode, VOID *CapabilityBuffer,
                                UINT32 CapabilityBufferSizeInBytes, UINT32 *WrittenSizeInBytes) {
    fake_lock();
    fake_call("WHvGetCapability(%d, %u)", (int)CapabilityCode, (unsigned)CapabilityBufferSizeInBytes);
    HRESULT result = failing;
    if (CapabilityCode != WHvCapabilityCodeHypervisorPresent || CapabilityBufferSizeInBytes < sizeof(BOOL)) {
        fake_bug("WHvGetCapability was asked for something else");
        result = HR_WIN32(0x57);
    }
    if (result == S_OK) {
        BOOL value = present;
        memcpy(CapabilityBuffer, &value, sizeof value);
        *WrittenSizeInBytes = sizeof value;
    }
    fake_unlock();
    return result;
}

/* For the tests. */
EXPORTED void fake_hypervisor(int is_present, int failure) {
    fake_lock();
    present = is_present;
    failing = failure;
    fake_unlock();
}

void fake_reset_hypervisor(void) {
    present = 0;
    failing = 0;
}
