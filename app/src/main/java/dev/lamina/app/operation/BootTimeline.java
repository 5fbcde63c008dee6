package dev.lamina.app.operation;

import dev.lamina.vmlaunch.GuestEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a boot's time went into, from the start of the machine until the system was ready, as its init told it. What
/// the guest says is not trusted: events without sensible numbers are left out.
///
/// @param spans in the order of their beginnings; services overlap
public record BootTimeline(List<Span> spans) {
    /// Before the guest has told anything, or when its init tells nothing.
    public static final BootTimeline EMPTY = new BootTimeline(List.of());

    /// No boot takes longer; it also keeps sums small.
    private static final Duration LONGEST = Duration.ofDays(1);

    /// Clocks of guests that are right differ from the host's by far less.
    private static final double DEVIATION = 0.25;

    public BootTimeline {
        spans = List.copyOf(spans);
    }

    /// Parts of a boot.
    public enum Part {
        /// Until the kernel's clock began: firmware, and the kernel unpacking itself.
        FIRMWARE,
        KERNEL,
        /// A stage of the init, by its name.
        INIT,
        ONBOOT,
        /// A service waits for what it declares.
        WAITING,
        /// From when a service was begun until it existed, or had failed.
        SERVICE
    }

    /// @param name of the stage or container; empty for the first two parts. Untrusted
    /// @param begin since the machine started
    public record Span(Part part, String name, Duration begin, Duration took) {}

    /// As [#of], by the clock of the host. On a busy computer the guest's own may run much too fast or too slow, as it
    /// is set when the kernel starts; times that agree with the host's are left as they are.
    public static BootTimeline byHost(List<GuestEvent> events) {
        List<GuestEvent> boot = untilReady(events);
        double pace = pace(boot);
        return of(
                pace == 1
                        ? boot
                        : boot.stream().map(event -> paced(event, pace)).toList());
    }

    private static double pace(List<GuestEvent> boot) {
        List<GuestEvent> timed =
                boot.stream().filter(event -> seconds(event, "t").isPresent()).toList();
        if (timed.size() < 2) {
            return 1;
        }
        GuestEvent first = timed.getFirst();
        GuestEvent last = timed.getLast();
        double host = last.received().minus(first.received()).toMillis();
        double guest = seconds(last, "t").orElse(Duration.ZERO).toMillis()
                - seconds(first, "t").orElse(Duration.ZERO).toMillis();
        boolean agree = host <= 0 || guest <= 0 || Math.abs(host / guest - 1) < DEVIATION;
        return agree ? 1 : host / guest;
    }

    private static GuestEvent paced(GuestEvent event, double pace) {
        Map<String, String> fields = new LinkedHashMap<>(event.fields());
        for (String field : List.of("t", "took")) {
            seconds(event, field).ifPresent(time -> fields.put(field, String.valueOf(time.toMillis() * pace / 1000)));
        }
        return new GuestEvent(event.kind(), event.received(), fields);
    }

    /// Takes the events up to the first `ready`.
    public static BootTimeline of(List<GuestEvent> events) {
        List<GuestEvent> boot = untilReady(events);
        Duration clock = boot.stream()
                .flatMap(event -> seconds(event, "t").map(event.received()::minus).stream())
                .min(Comparator.naturalOrder())
                .filter(offset -> !offset.isNegative())
                .orElse(Duration.ZERO);
        List<Span> spans = new ArrayList<>();
        Optional<Duration> begun = Optional.empty();
        for (GuestEvent event : boot) {
            Optional<Duration> time = seconds(event, "t").map(clock::plus);
            if (time.isPresent()) {
                span(event, time.get(), clock, begun.orElse(clock))
                        .filter(BootTimeline::canBe)
                        .ifPresent(spans::add);
                begun = event.kind().equals("stage") || event.kind().equals("kernel") ? time : begun;
            }
        }
        if (!spans.isEmpty() && !clock.isZero()) {
            spans.add(new Span(Part.FIRMWARE, "", Duration.ZERO, clock));
        }
        spans.sort(Comparator.comparing(Span::begin));
        return new BootTimeline(spans);
    }

    /// A guest may say that something took longer than it runs, or that its clock went back.
    private static boolean canBe(Span span) {
        return !span.begin().isNegative() && !span.took().isNegative();
    }

    private static List<GuestEvent> untilReady(List<GuestEvent> events) {
        List<GuestEvent> boot = new ArrayList<>();
        for (GuestEvent event : events) {
            boot.add(event);
            if (event.kind().equals("ready")) {
                break;
            }
        }
        return boot;
    }

    /// @param stage when the stage before ended
    private static Optional<Span> span(GuestEvent event, Duration time, Duration clock, Duration stage) {
        return switch (event.kind()) {
            case "kernel" -> Optional.of(new Span(Part.KERNEL, "", clock, time.minus(clock)));
            case "stage" -> Optional.of(new Span(Part.INIT, name(event), stage, time.minus(stage)));
            case "exit" -> inSection(event, "onboot") ? ending(Part.ONBOOT, event, time) : Optional.empty();
            case "failed" -> ending(inSection(event, "onboot") ? Part.ONBOOT : Part.SERVICE, event, time);
            case "start" -> ending(Part.SERVICE, event, time);
            case "waited" -> ending(Part.WAITING, event, time);
            default -> Optional.empty();
        };
    }

    /// Only events that say how long it took tell of an end.
    private static Optional<Span> ending(Part part, GuestEvent event, Duration end) {
        return seconds(event, "took").map(took -> new Span(part, name(event), end.minus(took), took));
    }

    private static boolean inSection(GuestEvent event, String section) {
        return event.field("section").equals(Optional.of(section));
    }

    private static String name(GuestEvent event) {
        return event.field("name").orElse("");
    }

    private static Optional<Duration> seconds(GuestEvent event, String field) {
        try {
            return event.field(field)
                    .map(Double::parseDouble)
                    .filter(seconds -> seconds >= 0 && seconds <= LONGEST.toSeconds())
                    .map(seconds -> Duration.ofMillis(Math.round(seconds * 1000)));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
