package dev.lamina.vmlaunch.natives;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.Memory;
import java.io.IOException;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// Where things are in memory, as a C compiler sees it.
final class LayoutTest {

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has the real libraries")
    void structuresAreAsLargeAsTheCompilerMakesThem() throws IOException {
        FakeWindows.Controls windows = FakeWindows.open().controls();

        assertThat(windows.fake_event_size()).isEqualTo(HcsEvent.BYTES);
        assertThat(windows.fake_event_type_at()).isEqualTo(HcsEvent.TYPE_AT);
        assertThat(windows.fake_event_data_at()).isEqualTo(HcsEvent.DATA_AT);
        assertThat(windows.fake_overlapped_size()).isEqualTo(PipeLane.OVERLAPPED_BYTES);
        assertThat(windows.fake_overlapped_event_at()).isEqualTo(PipeLane.EVENT_AT);
        assertThat(windows.fake_job_limits_size()).isEqualTo(KillOnCloseJob.EXTENDED_LIMITS_BYTES);
        assertThat(windows.fake_job_flags_at()).isEqualTo(KillOnCloseJob.LIMIT_FLAGS_AT);
    }

    @Test
    void theFirstThreePartsOfAGuidAreTurnedAround() {
        byte[] bytes = Guid.memory(UUID.fromString("c08cb7b8-9b3c-408e-8e30-5e16a3aeb444"))
                .getByteArray(0, Guid.BYTES);

        assertThat(HexFormat.of().formatHex(bytes)).isEqualTo("b8b78cc03c9b8e408e305e16a3aeb444");
    }

    @Test
    void textIsUtf16AndEndsWithNul() {
        Memory memory = Utf16.memory("a\u20ac\ud83d\ude80");

        assertThat(HexFormat.of().formatHex(memory.getByteArray(0, (int) memory.size())))
                .isEqualTo("6100" + "ac20" + "3dd8" + "80de" + "0000");
        assertThat(Utf16.text(memory)).isEqualTo("a\u20ac\ud83d\ude80");
        assertThat(Utf16.text(Utf16.memory(""))).isEmpty();
    }
}
