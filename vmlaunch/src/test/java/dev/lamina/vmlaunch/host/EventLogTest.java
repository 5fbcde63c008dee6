package dev.lamina.vmlaunch.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.vmlaunch.GuestEvent;
import dev.lamina.vmlaunch.VmEvent;
import dev.lamina.vmlaunch.VmState;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

final class EventLogTest {
    private static final VmEvent RUNNING = new VmEvent.StateChanged(VmState.RUNNING);

    private final EventLog log = new EventLog();

    private static VmEvent guest(int number) {
        return new VmEvent.Guest(new GuestEvent("e" + number, Duration.ZERO, Map.of()));
    }

    @Test
    void whoComesLateHearsEverythingInOrder() {
        log.publish(RUNNING);
        log.publish(guest(1));
        log.close();
        List<VmEvent> heard = new CopyOnWriteArrayList<>();
        log.listen(heard::add);

        assertThat(heard).containsExactly(RUNNING, guest(1));
    }

    /// A guest may talk faster than anybody listens.
    @Test
    void aGuestCannotFillTheMemoryWhileAListenerSleeps() {
        CountDownLatch awake = new CountDownLatch(1);
        List<VmEvent> heard = new CopyOnWriteArrayList<>();
        log.listen(event -> {
            await(awake);
            heard.add(event);
        });
        for (int i = 0; i < 30_000; i++) {
            log.publish(guest(i));
        }
        log.publish(RUNNING);
        awake.countDown();
        log.close();

        assertThat(heard).startsWith(guest(0), guest(1)).endsWith(RUNNING).hasSizeLessThan(10_010);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
