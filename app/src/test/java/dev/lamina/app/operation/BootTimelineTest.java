package dev.lamina.app.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.operation.BootTimeline.Part;
import dev.lamina.app.operation.BootTimeline.Span;
import dev.lamina.vmlaunch.GuestEvent;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class BootTimelineTest {

    /// @param fields `name=value` separated by blanks
    private static GuestEvent event(String kind, long receivedMillis, String fields) {
        Map<String, String> map = new LinkedHashMap<>();
        for (String field : fields.split(" ")) {
            map.put(field.substring(0, field.indexOf('=')), field.substring(field.indexOf('=') + 1));
        }
        return new GuestEvent(kind, Duration.ofMillis(receivedMillis), map);
    }

    private static Span span(Part part, String name, long begin, long took) {
        return new Span(part, name, Duration.ofMillis(begin), Duration.ofMillis(took));
    }

    @Test
    void everyPartOfTheBootHasItsTime() {
        BootTimeline timeline = BootTimeline.of(List.of(
                event("kernel", 3200, "t=2.000"),
                event("stage", 3200, "t=2.150 name=mounts"),
                event("stage", 3410, "t=2.400 name=modules"),
                event("start", 3420, "t=2.410 section=onboot name=dhcp"),
                event("exit", 3820, "t=2.810 section=onboot name=dhcp took=0.400 code=0"),
                event("waiting", 3900, "t=2.900 section=services name=web for=db"),
                event("start", 4000, "t=3.000 section=services name=db took=0.120"),
                event("failed", 4050, "t=3.050 section=services name=broken took=0.100 code=1"),
                event("waited", 4060, "t=3.060 section=services name=web took=0.160 ok=true"),
                event("start", 4200, "t=3.200 section=services name=web took=0.130"),
                event("exit", 4300, "t=3.300 section=services name=db took=0.420 code=0"),
                event("ready", 4300, "t=3.300 x=y"),
                event("start", 9000, "t=8.000 section=services name=later took=0.1")));

        assertThat(timeline.spans())
                .containsExactly(
                        span(Part.FIRMWARE, "", 0, 1000),
                        span(Part.KERNEL, "", 1000, 2000),
                        span(Part.INIT, "mounts", 3000, 150),
                        span(Part.INIT, "modules", 3150, 250),
                        span(Part.ONBOOT, "dhcp", 3410, 400),
                        span(Part.SERVICE, "db", 3880, 120),
                        span(Part.WAITING, "web", 3900, 160),
                        span(Part.SERVICE, "broken", 3950, 100),
                        span(Part.SERVICE, "web", 4070, 130));
    }

    @Test
    void aGuestThatLiesIsLeftOut() {
        assertThat(BootTimeline.of(List.of(
                        event("kernel", 100, "t=soon"),
                        event("stage", 100, "t=-1 name=mounts"),
                        event("start", 100, "t=1e99 section=services name=a took=1"),
                        event("start", 100, "t=NaN section=services name=a took=1"),
                        event("start", 100, "t=1 section=services name=a took=x"),
                        event("start", 100, "t=1 section=services name=a took=50"))))
                .isEqualTo(BootTimeline.EMPTY);
    }

    @Test
    void aClockThatGoesBackTellsNothing() {
        assertThat(BootTimeline.of(List.of(
                                event("stage", 5000, "t=5.000 name=mounts"),
                                event("stage", 5100, "t=3.000 name=modules")))
                        .spans())
                .containsExactly(span(Part.INIT, "mounts", 0, 5000));
    }

    @Test
    void aGuestWhoseClockRunsTooFastIsMeasuredByTheHost() {
        List<GuestEvent> fast = List.of(
                event("kernel", 2000, "t=10.000"),
                event("start", 3000, "t=20.000 section=services name=db took=2.000"),
                event("ready", 3000, "t=20.000 x=y"));
        assertThat(BootTimeline.byHost(fast).spans())
                .containsExactly(
                        span(Part.FIRMWARE, "", 0, 1000),
                        span(Part.KERNEL, "", 1000, 1000),
                        span(Part.SERVICE, "db", 2800, 200));
        List<GuestEvent> right = List.of(
                event("kernel", 1500, "t=1.000"), event("start", 2550, "t=2.000 section=services name=db took=0.300"));
        assertThat(BootTimeline.byHost(right)).isEqualTo(BootTimeline.of(right));
    }
}
