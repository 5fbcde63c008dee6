package dev.lamina.model.check.device;

import dev.lamina.model.ContainerSpec.Device;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The numbers of devices that never change, by the kernel's `Documentation/admin-guide/devices.txt`.
final class KnownDevices {
    private static final Map<String, Number> NAMED = Stream.of(
                    c("/dev/mem", 1, 1),
                    c("/dev/null", 1, 3),
                    c("/dev/port", 1, 4),
                    c("/dev/zero", 1, 5),
                    c("/dev/full", 1, 7),
                    c("/dev/random", 1, 8),
                    c("/dev/urandom", 1, 9),
                    c("/dev/kmsg", 1, 11),
                    c("/dev/tty", 5, 0),
                    c("/dev/console", 5, 1),
                    c("/dev/ptmx", 5, 2),
                    c("/dev/watchdog", 10, 130),
                    c("/dev/net/tun", 10, 200),
                    c("/dev/fuse", 10, 229),
                    c("/dev/kvm", 10, 232),
                    c("/dev/mapper/control", 10, 236),
                    c("/dev/loop-control", 10, 237))
            .collect(Collectors.toMap(Number::path, Function.identity()));

    /// @param first the minor number of the one with the number 0
    /// @param last the highest number that there is
    private record Series(Pattern name, String type, long major, long first, int last) {
        Optional<Number> find(String path) {
            Matcher matcher = name.matcher(path);
            return matcher.matches() && Integer.parseInt(matcher.group(1)) <= last
                    ? Optional.of(new Number(path, type, major, first + Integer.parseInt(matcher.group(1))))
                    : Optional.empty();
        }
    }

    private static final List<Series> SERIES = List.of(
            new Series(Pattern.compile("/dev/tty(\\d{1,3})"), "c", 4, 0, 63),
            new Series(Pattern.compile("/dev/ttyS(\\d{1,3})"), "c", 4, 64, 191),
            new Series(Pattern.compile("/dev/ttyAMA(\\d{1,3})"), "c", 204, 64, 15),
            new Series(Pattern.compile("/dev/hvc(\\d{1,3})"), "c", 229, 0, 7),
            new Series(Pattern.compile("/dev/loop(\\d{1,3})"), "b", 7, 0, 255));

    private KnownDevices() {}

    record Number(String path, String type, long major, long minor) {
        /// Whether a device is this one. A character device may be said to be unbuffered, which means the same.
        boolean is(Device device) {
            String kind = device.type().equals("u") ? "c" : device.type();
            return kind.equals(type) && device.major() == major && device.minor() == minor;
        }

        String words() {
            return "%s %d:%d".formatted(type, major, minor);
        }
    }

    static Optional<Number> find(String path) {
        @Nullable Number named = NAMED.get(path);
        return named != null
                ? Optional.of(named)
                : SERIES.stream().flatMap(series -> series.find(path).stream()).findFirst();
    }

    private static Number c(String path, long major, long minor) {
        return new Number(path, "c", major, minor);
    }
}
