package dev.lamina.vmlaunch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class BootReportTest {
    private static final BootFailure PANIC =
            new BootFailure("panic", Optional.empty(), "", "it panicked", Optional.empty(), "look", true);
    private static final BootFailure BUSY = new BootFailure(
            "port-in-use",
            Optional.of("service web"),
            "bind: Address in use",
            "the port is taken",
            Optional.of("NET01"),
            "take another",
            false);

    @Test
    void eachFailureHasItsLines() {
        assertThat(BootReport.of(List.of(PANIC, BUSY))).isEqualTo("""
                what failed, the first cause first:
                  it panicked
                    fix:  look
                  service web: the port is taken
                    seen: bind: Address in use
                    rule: NET01 (lamina explain NET01)
                    fix:  take another\
                """);
    }

    @Test
    void noMoreThanFiveAreShown() {
        assertThat(BootReport.of(Collections.nCopies(7, PANIC)))
                .hasLineCount(1 + 5 * 2 + 1)
                .endsWith("\n  and 2 more");
        assertThat(BootReport.of(List.of(PANIC))).startsWith("what failed:\n");
        assertThat(BootReport.of(List.of())).isEmpty();
    }
}
