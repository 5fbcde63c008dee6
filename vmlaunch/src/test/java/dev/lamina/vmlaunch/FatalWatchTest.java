package dev.lamina.vmlaunch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FatalWatchTest {
    private final List<String> told = new ArrayList<>();
    private final FatalWatch watch = new FatalWatch(failure -> told.add(failure.signature()));

    private void print(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        watch.received(bytes, 0, bytes.length);
    }

    @Test
    void theCauseOfTheFirstPanicIsToldOnce() {
        print("Initramfs unpacking failed: invalid magic\r\nlamina: web failed with code 1: no\r\n");
        assertThat(told).isEmpty();
        print("\033[1mKernel panic - not sync");
        print("ing: Attempted to kill init!\r\n");
        print("Kernel panic - not syncing: again\r\n");
        assertThat(told).containsExactly("unpack-magic");
    }
}
