package dev.lamina.assembler.io;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.assembler.io.Storage.IoCall;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

final class ParallelTest {
    @Test
    void theFirstFailureStopsTheOthersAndIsThrown() {
        CountDownLatch never = new CountDownLatch(1);
        List<IoCall<Integer>> work = List.of(
                () -> {
                    throw new IOException("broken");
                },
                () -> {
                    awaitQuietly(never);
                    return 1;
                });
        assertThatThrownBy(() -> Parallel.run(work))
                .isInstanceOf(IOException.class)
                .hasMessage("broken");
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
