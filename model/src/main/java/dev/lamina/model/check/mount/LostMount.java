package dev.lamina.model.check.mount;

import dev.lamina.model.ContainerSpec.Mount;
import dev.lamina.model.check.ContainerCheck;
import dev.lamina.model.check.ContainerView;
import dev.lamina.model.check.Report;
import dev.lamina.model.check.Rule;
import dev.lamina.model.check.Severity;
import dev.lamina.model.edit.Edit;
import dev.lamina.model.oci.Origin;
import dev.lamina.model.oci.Replaced;
import dev.lamina.model.problem.Texts;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/// MNT03. To mount over a default, or to replace what a label mounts by `binds.add`, is the way to do that.
final class LostMount implements ContainerCheck {
    private static final Rule RULE = Rule.of("MNT03", Severity.ERROR, "Two mounts at one destination")
            .what("""
                    Two of tmpfs, binds and mounts of a container have the same destination. It is a warning when both are the same, and
                    information when the document replaces what the label of the image mounts.""")
            .why("""
                    Mounts are kept by their destination: the last one of tmpfs, binds and mounts, in this order, silently replaces the
                    others, so that one of the two things is not there.""")
            .fix("Give one of them another destination, or remove it. The fix removes what has no effect.")
            .withQuickFix()
            .references("https://github.com/linuxkit/linuxkit/blob/master/src/cmd/linuxkit/moby/config.go")
            .example("""
                    services:
                      - name: web
                        image: nginx:1.27
                        binds: ["/etc/pages:/usr/share/nginx/html:ro", "/etc/more:/usr/share/nginx/html:ro"]
                    """, """
                    services:
                      - name: web
                        image: nginx:1.27
                        binds: ["/etc/more:/usr/share/nginx/html:ro"]
                    """);

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(ContainerView container, Consumer<Report> found) {
        // All at once, as what is removed first would change the numbers of the others.
        Edit[] removals = container.spec().replaced().stream()
                .map(replaced -> replaced.lost().origin())
                .filter(Origin::inDocument)
                .sorted(Comparator.comparingInt(LostMount::index).reversed())
                .map(origin -> new Edit.Remove(origin.path()))
                .toArray(Edit[]::new);
        boolean first = true;
        for (Replaced replaced : container.spec().replaced()) {
            Origin lost = replaced.lost().origin();
            boolean same = same(replaced.lost().value(), replaced.by().value());
            if (lost.kind() == Origin.Kind.DEFAULT || !lost.inDocument() && sameSource(replaced)) {
                continue;
            }
            Report report = report(replaced, container);
            report = !lost.inDocument()
                    ? report.severity(Severity.INFO)
                    : same ? report.severity(Severity.WARNING) : report;
            if (lost.inDocument() && first) {
                report = report.fix("Remove what has no effect", removals);
                first = false;
            }
            found.accept(report);
        }
    }

    private static Report report(Replaced replaced, ContainerView container) {
        Mount lost = replaced.lost().value();
        Mount by = replaced.by().value();
        Origin place = replaced.lost().origin().inDocument()
                ? replaced.lost().origin()
                : replaced.by().origin();
        String message = same(lost, by)
                ? "%s is mounted at %s of %s twice".formatted(what(lost), at(lost), container.words())
                : "%s is not mounted at %s of %s, as %s is"
                        .formatted(what(lost), at(lost), container.words(), what(by));
        return Report.at(place, message).hint("give one of them another destination, or remove it");
    }

    private static String at(Mount mount) {
        return Texts.shorten(mount.destination());
    }

    private static String what(Mount mount) {
        return mount.type().equals("bind") ? Texts.shorten(mount.source()) : "a " + Texts.shorten(mount.type());
    }

    private static boolean same(Mount one, Mount other) {
        return one.type().equals(other.type())
                && one.source().equals(other.source())
                && List.copyOf(one.options()).equals(List.copyOf(other.options()));
    }

    /// A document that gives a bind of a label other options says so.
    private static boolean sameSource(Replaced replaced) {
        Mount lost = replaced.lost().value();
        Mount by = replaced.by().value();
        return lost.type().equals(by.type()) && lost.source().equals(by.source());
    }

    /// The number at the end of `services[0].binds[3]`.
    private static int index(Origin origin) {
        String path = origin.path();
        return Integer.parseInt(path.substring(path.lastIndexOf('[') + 1, path.length() - 1));
    }
}
