package dev.lamina.vmlaunch;

import java.util.Map;
import java.util.Optional;

/// A line of the console in which Lamina's init says that a container failed: what its events say, but for the section.
///
/// @param name of the container
/// @param words what it or its runtime said last
record ContainerLine(String name, String words) {
    private static final LinePattern FAILED = LinePattern.parse("^lamina: {name} failed with code {code}");
    private static final LinePattern WAITED =
            LinePattern.parse("^lamina: {name} starts without what it waited for: {what}");
    private static final LinePattern SERVICE = LinePattern.parse("containers/services/{name}/");
    private static final LinePattern ONBOOT = LinePattern.parse("containers/onboot/{number}-{name}/");

    static Optional<ContainerLine> parse(String line) {
        return FAILED.match(line)
                .map(ContainerLine::failed)
                .or(() -> WAITED.match(line)
                        .map(gaps -> new ContainerLine(
                                name(gaps), "starts without what it waited for: " + gaps.getOrDefault("what", ""))));
    }

    /// Behind the code and a colon stand the words, if there are any.
    private static ContainerLine failed(Map<String, String> gaps) {
        String end = gaps.getOrDefault("code", "");
        int colon = end.indexOf(": ");
        return new ContainerLine(name(gaps), colon < 0 ? "" : end.substring(colon + 2));
    }

    private static String name(Map<String, String> gaps) {
        return gaps.getOrDefault("name", "");
    }

    /// The container whose folder a message of a runtime names.
    static Optional<String> bundle(String line) {
        return SERVICE.match(line)
                .map(gaps -> "service " + name(gaps))
                .or(() -> ONBOOT.match(line).map(gaps -> "onboot " + name(gaps)));
    }
}
