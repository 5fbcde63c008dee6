package dev.lamina.assembler.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.assembler.io.Storage.IoCall;
import dev.lamina.model.problem.CancelledException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class OnceTest {
    private final Once<String, Integer> once = new Once<>();
    private final AtomicInteger calls = new AtomicInteger();

    @Test
    void aResultIsWorkedOutOnce() throws IOException {
        List<IoCall<Integer>> work = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            work.add(() -> once.get("key", calls::incrementAndGet));
        }
        assertThat(Parallel.run(work)).containsOnly(1);
        once.forget("key");
        assertThat(once.get("key", calls::incrementAndGet)).isEqualTo(2);
    }

    @Test
    void aFailureIsForgotten() throws IOException {
        assertThatThrownBy(() -> once.get("key", () -> {
                    throw new IOException("broken");
                }))
                .hasMessage("broken");
        assertThat(once.get("key", calls::incrementAndGet)).isEqualTo(1);
    }

    /// Who is not told to stop takes over from one who was.
    @Test
    void aCancelledWorkIsTakenOverByOneWhoWaits() throws IOException {
        CountDownLatch begun = new CountDownLatch(1);
        List<IoCall<Integer>> work = List.of(
                () -> {
                    try {
                        return once.get("key", () -> {
                            begun.countDown();
                            throw new CancelledException();
                        });
                    } catch (CancelledException e) {
                        return -1;
                    }
                },
                () -> {
                    awaitQuietly(begun);
                    return once.get("key", calls::incrementAndGet);
                });
        assertThat(Parallel.run(work)).containsExactly(-1, 1);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
