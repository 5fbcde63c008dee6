package dev.lamina.app.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.operation.BenchConsole.Scrollback;
import dev.lamina.model.progress.Reporter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class BenchConsoleTest {
    @Test
    void eachKindOfInputIsMeasured() {
        BenchConsole.Result result = new BenchConsole().run(new BenchConsole.Request(1, 2), Reporter.silent());

        assertThat(result.floods()).extracting(BenchConsole.Flood::input).containsExactly(ConsoleInput.values());
        assertThat(result.floods()).allSatisfy(flood -> {
            assertThat(flood.bytes()).isEqualTo(1024 * 1024);
            assertThat(flood.alone().runs()).hasSize(2);
            assertThat(flood.watched().runs()).hasSize(2);
            assertThat(flood.alone().min()).isPositive();
        });
        assertThat(result.scrollbacks())
                .extracting(Scrollback::input)
                .containsExactly(ConsoleInput.PLAIN, ConsoleInput.COLOURED, ConsoleInput.INTERNATIONAL);
        assertThat(result.scrollbacks()).allSatisfy(scrollback -> {
            assertThat(scrollback.lines()).isEqualTo(100_000);
            assertThat(scrollback.bytes() / scrollback.lines()).isLessThan(120);
        });
    }

    @ParameterizedTest
    @EnumSource
    void inputIsTheSameEachTime(ConsoleInput input) {
        assertThat(input.bytes(10_000)).hasSize(10_000).isEqualTo(input.bytes(10_000));
    }
}
