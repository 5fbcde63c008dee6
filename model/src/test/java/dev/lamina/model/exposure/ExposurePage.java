package dev.lamina.model.exposure;

import dev.lamina.model.exposure.SystemScore.ComponentScore;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// The page of the documentation about scores, `docs/exposure.md`, made from the table of weights.
final class ExposurePage {
    private static final String INTRODUCTION = """
        # How exposed is a system?

        Each container has a score from 0, tight, to 10, owns the machine, after the manner of `systemd-analyze security`. It says what
        somebody could do who took the container over, not how likely that is. The score is a sum: each right beyond the least adds its
        weight, and what is above 10 is cut off. A new right never lowers it.

        - Values count wherever they come from: the document, the label of the image, or LinuxKit's defaults, which share the network, ipc
          and host name and let every system call through.
        - Containers of `onboot` and `onshutdown` count half: they end, and while they run nobody reaches them over the network.
        - Without the image its label is unknown, and the score is that of the document alone.
        - Volumes, limits and user namespaces do not count.
        - The score of a system is that of its most exposed container, as whoever has that one has the most there is to have.

        """;

    private static final String SOURCES = """
        ## Sources

        "systemd N" is the weight that the same right has in
        [systemd-analyze security](https://github.com/systemd/systemd/blob/main/src/analyze/analyze-security.c): ours are mostly in the same
        order. "CIS N" is a recommendation of the CIS Docker Benchmark, with the numbers of
        [docker-bench-security](https://github.com/docker/docker-bench-security). Checks of kube-linter are described in
        [its documentation](https://docs.kubelinter.io/#/generated/checks). Names with a number in brackets are
        [manual pages](https://man7.org/linux/man-pages/index.html).
        """;

    private ExposurePage() {}

    /// @param samples containers for orientation, by a description of them
    static String of(Map<String, ComponentScore> samples) {
        return INTRODUCTION
                + levels()
                + samples(samples)
                + table("Rights", List.of("capability ", "user ", "privileges ", "calls "))
                + table("Walls", List.of("namespace ", "root ", "bind "))
                + table("Devices and ports", List.of("device ", "port "))
                + table("Together", List.of("together "))
                + SOURCES;
    }

    private static String levels() {
        StringBuilder text = new StringBuilder("| score | in words |\n|---|---|\n");
        int from = 0;
        for (Level level : Level.values()) {
            String to = level == Level.OWNS_MACHINE ? "to 10" : "to below " + level.below() / 100;
            text.append("| %d %s | %s |\n".formatted(from, to, level.text()));
            from = level.below() / 100;
        }
        return text.append('\n').toString();
    }

    private static String samples(Map<String, ComponentScore> samples) {
        StringBuilder text = new StringBuilder("For orientation:\n\n| container | score |\n|---|---|\n");
        samples.forEach((description, component) -> text.append("| %s | %s, %s |\n"
                .formatted(
                        description,
                        component.score().text(),
                        component.score().level().text())));
        return text.append('\n').toString();
    }

    private static String table(String title, List<String> kinds) {
        String rows = Weights.all().stream()
                .filter(weight -> kinds.stream().anyMatch(weight.key()::startsWith))
                .map(ExposurePage::row)
                .collect(Collectors.joining());
        return "## " + title + "\n\n| weight | what | why | source |\n|---|---|---|---|\n" + rows + "\n";
    }

    private static String row(Weight weight) {
        return "| %s | %s | %s | %s |\n".formatted(points(weight), what(weight), weight.why(), weight.source());
    }

    private static String points(Weight weight) {
        return weight.ofBind()
                ? "%s, read-only %s".formatted(number(weight.points()), number(weight.readOnlyPoints()))
                : number(weight.points());
    }

    private static String what(Weight weight) {
        if (weight.key().equals("bind other")) {
            return "any other bind";
        }
        if (!weight.ofBind()) {
            return weight.what()
                    .replace("on port %s", "on a port")
                    .replace(
                            "the device %s",
                            switch (weight.key()) {
                                case "device memory" -> "device `/dev/mem`, `/dev/kmem` or `/dev/port`";
                                case "device block" -> "a block device";
                                default -> "a character device";
                            });
        }
        if (weight.key().startsWith("bind = ")) {
            return "bind of `%s`".formatted(weight.key().substring("bind = ".length()));
        }
        String path = weight.key().substring("bind ".length());
        boolean exact = Weights.all().stream().anyMatch(other -> other.key().equals("bind = " + path));
        return (exact ? "bind below `%s`" : "bind of `%s`, or below").formatted(path);
    }

    private static String number(int points) {
        return String.format(Locale.ROOT, "%.2f", points / 100.0);
    }
}
