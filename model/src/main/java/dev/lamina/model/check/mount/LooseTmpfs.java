package dev.lamina.model.check.mount;

import dev.lamina.model.ContainerSpec.Mount;
import dev.lamina.model.check.ContainerCheck;
import dev.lamina.model.check.ContainerView;
import dev.lamina.model.check.Report;
import dev.lamina.model.check.Rule;
import dev.lamina.model.check.Severity;
import dev.lamina.model.edit.Edit;
import dev.lamina.model.oci.Given;
import dev.lamina.model.oci.Origin;
import dev.lamina.model.problem.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// MNT13.
final class LooseTmpfs implements ContainerCheck {
    private static final Rule RULE = Rule.of("MNT13", Severity.LOW, "tmpfs without limits")
            .what("A tmpfs of a container lacks size, nosuid, nodev or noexec.")
            .why("""
                    Without size a tmpfs takes up to half of the machine's memory, which all others then lack. What a program writes there
                    needs to be neither a device nor a program, let alone one with the rights of another user.""")
            .fix(
                    "Write them: /tmp:size=10%,nosuid,nodev,noexec. The fix adds what is missing, with the size that the init gives its own.")
            .withQuickFix()
            .references(
                    "https://man7.org/linux/man-pages/man5/tmpfs.5.html",
                    "https://github.com/linuxkit/linuxkit/blob/master/pkg/init/cmd/rc.init/main.go")
            .example("""
                    services:
                      - name: web
                        image: nginx:1.27
                        tmpfs: ["/tmp"]
                    """, """
                    services:
                      - name: web
                        image: nginx:1.27
                        tmpfs: ["/tmp:size=10%,nosuid,nodev,noexec"]
                    """);

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(ContainerView container, Consumer<Report> found) {
        for (Given<Mount> mount : container.spec().mounts()) {
            List<String> missing = missing(mount.value().options());
            if (mount.value().type().equals("tmpfs")
                    && mount.origin().kind() != Origin.Kind.DEFAULT
                    && !missing.isEmpty()) {
                found.accept(report(mount, missing, container));
            }
        }
    }

    private static List<String> missing(List<String> options) {
        List<String> missing = new ArrayList<>();
        if (options.stream().noneMatch(option -> option.startsWith("size=") || option.startsWith("nr_blocks="))) {
            missing.add("size=10%");
        }
        Stream.of("nosuid", "nodev", "noexec")
                .filter(word -> !options.contains(word) && !options.contains(word.substring(2)))
                .forEach(missing::add);
        return missing;
    }

    private static Report report(Given<Mount> mount, List<String> missing, ContainerView container) {
        String destination = mount.value().destination();
        Report report = Report.at(
                        mount.origin(),
                        "the tmpfs at %s of %s lacks %s"
                                .formatted(
                                        Texts.shorten(destination),
                                        container.words(),
                                        String.join(", ", missing).replace("size=10%", "size")))
                .hint("add " + String.join(",", missing));
        if (!mount.origin().inDocument()) {
            return report;
        }
        List<String> options = Stream.concat(mount.value().options().stream(), missing.stream())
                .filter(option -> !option.isEmpty())
                .toList();
        String label = "Add " + String.join(",", missing);
        return mount.origin().path().contains(".tmpfs[")
                ? report.fix(label, new Edit.Set(mount.origin().path(), destination + ":" + String.join(",", options)))
                : report.fix(label, new Edit.Set(mount.origin().key("options").path(), options));
    }
}
