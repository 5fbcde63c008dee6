package dev.lamina.vmlaunch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.vmlaunch.WatchResult.Outcome;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ConsoleWatcherTest {
    private static final Duration NOW = Duration.ZERO;
    private static final Duration LONG = Duration.ofMinutes(1);

    private static void print(ConsoleWatcher watcher, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        watcher.received(bytes, 0, bytes.length);
    }

    @Test
    void theTextIsSeenWhereverThePiecesEnd() throws InterruptedException {
        byte[] bytes = "boot\r\nweb-1 log\033[1min: ".getBytes(StandardCharsets.UTF_8);
        for (int split = 0; split <= bytes.length; split++) {
            ConsoleWatcher watcher = new ConsoleWatcher("web-1 login:");
            watcher.received(bytes, 0, split);
            watcher.received(bytes, split, bytes.length - split);
            assertThat(watcher.await(NOW).outcome()).as("split at %d", split).isEqualTo(Outcome.SEEN);
        }
    }

    static LongStream seeds() {
        return LongStream.range(0, 50);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theTextIsSeenInAnyPieces(long seed) throws InterruptedException {
        Random random = new Random(seed);
        ConsoleWatcher watcher = new ConsoleWatcher("über\nzwei");
        byte[] bytes = "üüber\r\r\nüb\033]0;x\007er\r\nzwei!".getBytes(StandardCharsets.UTF_8);
        for (int at = 0; at < bytes.length; ) {
            int length = Math.min(random.nextInt(4), bytes.length - at);
            watcher.received(bytes, at, length);
            at += length;
        }
        assertThat(watcher.await(NOW).seen()).isTrue();
    }

    @Test
    void aTextThatWasNotPrintedIsATimeOutWithTheLastLines() throws InterruptedException {
        ConsoleWatcher watcher = new ConsoleWatcher("login:");
        print(watcher, "one\r\n\r\n  \r\ntwo \033[31mred\r\nlogi");
        WatchResult result = watcher.await(NOW);
        assertThat(result)
                .isEqualTo(new WatchResult(
                        "login:",
                        Outcome.TIMEOUT,
                        result.after(),
                        List.of("one", "two red", "logi"),
                        List.of(),
                        Optional.of("allow more time with --timeout, or look at the console log")));
    }

    @Test
    void theEndOfTheMachineEndsTheWaiting() throws InterruptedException {
        ConsoleWatcher watcher = new ConsoleWatcher("login:");
        print(watcher, "one\n");
        watcher.ended();
        WatchResult result = watcher.await(LONG);
        assertThat(result.outcome()).isEqualTo(Outcome.EXITED);
        assertThat(result.hint()).contains("look at the console log");
    }

    @Test
    void aSilentGuestHasAReasonOfItsOwn() throws InterruptedException {
        ConsoleWatcher watcher = new ConsoleWatcher("login:");
        watcher.ended();
        WatchResult result = watcher.await(LONG);
        assertThat(result.reason())
                .contains("the guest printed nothing: its kernel may log to another console or not start at all");
        assertThat(result.lastLines()).isEmpty();
        assertThatThrownBy(result::orThrow)
                .hasMessageMatching("(?s)'login:' did not appear on the console before the"
                        + " machine ended after [0-9.]+ s; likely reason: the guest printed nothing: .*\nthe console is empty\n"
                        + "what failed:\n  console: the guest printed nothing: .*\n    rule: KRN01 .*");
    }

    @Test
    void aPanicEndsTheWaitingAndTheCauseStandsAboveWhatFollows() throws InterruptedException {
        ConsoleWatcher watcher = new ConsoleWatcher("login:");
        print(
                watcher,
                "Kernel panic - not syncing: Attempted to kill init!\nInitramfs unpacking failed: write error\n");
        WatchResult result = watcher.await(LONG);
        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(result.reason()).contains("the initial file system does not fit in the machine's memory");
        assertThat(result.hint()).contains("give it more memory with --mem");
    }

    @Test
    void theTextCountsEvenAfterAFatalLine() throws InterruptedException {
        ConsoleWatcher watcher = new ConsoleWatcher("not syncing");
        print(watcher, "Kernel panic - not syncing\n");
        WatchResult result = watcher.await(LONG);
        assertThat(result.outcome()).isEqualTo(Outcome.SEEN);
        assertThat(result.reason()).isEmpty();
        assertThatCode(result::orThrow).doesNotThrowAnyException();
    }

    @Test
    void aFailureThatIsNotFatalExplainsTheTimeOut() throws InterruptedException {
        ConsoleWatcher watcher = new ConsoleWatcher("login:");
        print(watcher, "Out of memory: Killed process 7 (web)\n");
        WatchResult result = watcher.await(NOW);
        assertThat(result.outcome()).isEqualTo(Outcome.TIMEOUT);
        assertThat(result.reason()).contains("the guest ran out of memory");
    }

    @Test
    void aPanicIsSeenInALineThatDoesNotEnd() throws InterruptedException {
        ConsoleWatcher watcher = new ConsoleWatcher("login:");
        print(watcher, "x".repeat(1010) + "Kernel panic - not syncing: " + "y".repeat(1100));
        assertThat(watcher.await(LONG).outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    @Timeout(20)
    void tenMegabytesOfConsoleAreReadInSeconds() {
        ConsoleWatcher watcher = new ConsoleWatcher("login:");
        String noise = "mount of Initramfs unpacking failed lamina: a failed with \"exec: \" to rootfs at ";
        for (int i = 0; i < 10_000_000 / noise.length(); i++) {
            print(watcher, noise);
        }
    }

    @Test
    void longLinesAndLongConsolesAreCut() throws InterruptedException {
        ConsoleWatcher watcher = new ConsoleWatcher("login:");
        for (int i = 0; i < 100; i++) {
            print(watcher, i + "x".repeat(1000) + "\n");
        }
        WatchResult result = watcher.await(NOW);
        assertThat(result.lastLines()).hasSize(20).allMatch(line -> line.length() == 400);
        assertThat(result.lastLines().getFirst()).startsWith("80x");
        assertThat(result.lastLines().getLast()).startsWith("99x");
    }
}
