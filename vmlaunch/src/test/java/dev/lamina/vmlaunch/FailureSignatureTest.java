package dev.lamina.vmlaunch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FailureSignatureTest {

    /// Lines as Linux 6.12 and QEMU print them.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            UNPACK_MEMORY       | [    0.51] Initramfs unpacking failed: write error
            UNPACK_MAGIC        | [    0.51] Initramfs unpacking failed: invalid magic at start of compressed archive
            UNPACK              | [    0.51] Initramfs unpacking failed: junk within compressed archive
            DECODING            | [    0.51] Decoding failed
            MEMORY_DEADLOCK     | [    0.90] Kernel panic - not syncing: System is deadlocked on memory
            NO_PROCESS_TO_KILL  | [    0.90] Kernel panic - not syncing: Out of memory and no killable processes...
            OUT_OF_MEMORY       | [    9.10] Out of memory: Killed process 214 (web) total-vm:1000kB
            INIT_NOT_EXECUTABLE | [    0.80] Failed to execute /init (error -8)
            NO_INIT             | [    0.80] Kernel panic - not syncing: No working init found.  Try passing init= option
            NO_ROOT             | Kernel panic - not syncing: VFS: Unable to mount root fs on unknown-block(0,0)
            INIT_DIED           | Kernel panic - not syncing: Attempted to kill init! exitcode=0x00000100
            KVM_ERROR           | KVM internal error. Suberror: 1
            PANIC               | Kernel panic - not syncing: stack-protector: Kernel stack is corrupted
            """)
    void everyKnownLineHasItsCause(FailureSignature expected, String line) {
        assertThat(FailureSignature.in(List.of("before", line, "after"))).contains(expected);
    }

    @Test
    void theFirstCauseIsNamedWhateverTheOrderOfTheLines() {
        assertThat(FailureSignature.in(List.of(
                        "Kernel panic - not syncing: VFS: Unable to mount root fs on unknown-block(0,0)",
                        "Initramfs unpacking failed: write error")))
                .contains(FailureSignature.UNPACK_MEMORY);
    }

    @Test
    void aGoodBootHasNoCause() {
        assertThat(FailureSignature.in(List.of("Linux version 6.12", "login:"))).isEmpty();
        assertThat(FailureSignature.in(List.of())).isEmpty();
    }

    @Test
    void onlyWhatEndsTheGuestIsFatal() {
        assertThat(Arrays.stream(FailureSignature.values()).filter(FailureSignature::fatal))
                .containsExactly(
                        FailureSignature.MEMORY_DEADLOCK,
                        FailureSignature.NO_PROCESS_TO_KILL,
                        FailureSignature.NO_INIT,
                        FailureSignature.NO_ROOT,
                        FailureSignature.INIT_DIED,
                        FailureSignature.KVM_ERROR,
                        FailureSignature.PANIC);
    }
}
