package dev.lamina.app.studio.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.lamina.app.studio.session.Live.Phase;
import dev.lamina.app.studio.testing.GuestWords;
import dev.lamina.vmlaunch.GuestEvent;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class LiveTest {
    private final Live live = new Live();

    @Test
    void theBootBeforeIsTheLastOneThatToldAnything() {
        live.begin(Phase.BOOTING);
        live.heard(List.of(GuestWords.ready(3)));
        live.restarted();
        assertThat(live.earlier().get()).containsExactly(GuestWords.ready(3));
        live.restarted();
        assertThat(live.events()).isEmpty();
        assertThat(live.earlier().get()).containsExactly(GuestWords.ready(3));
    }

    @Test
    void aGuestThatNamesThousandsOfComponentsDoesNotHoldUpTheWindow() {
        live.begin(Phase.BOOTING);
        List<GuestEvent> many = IntStream.range(0, 10_000)
                .mapToObj(number -> GuestWords.service(3, "service-" + number))
                .toList();
        assertTimeout(Duration.ofSeconds(2), () -> {
            for (int i = 0; i < 5; i++) {
                live.heard(many);
            }
        });
        assertThat(live.vitals().get().components()).hasSize(10_000);
    }

    @Test
    void aGuestThatTalksWithoutEndIsKeptAtItsBeginningAndItsEnd() {
        live.begin(Phase.BOOTING);
        live.heard(GuestWords.beginning());
        for (int i = 0; i < 12; i++) {
            live.heard(Collections.nCopies(1000, GuestWords.service(i, "web")));
        }
        assertThat(live.events())
                .hasSize(10_000)
                .startsWith(GuestWords.beginning().getFirst());
        assertThat(live.events().getLast()).isEqualTo(GuestWords.service(11, "web"));
    }
}
