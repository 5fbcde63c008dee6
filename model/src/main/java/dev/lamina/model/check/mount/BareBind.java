package dev.lamina.model.check.mount;

import dev.lamina.model.ContainerSpec.Mount;
import dev.lamina.model.check.ContainerView;
import dev.lamina.model.check.Report;
import dev.lamina.model.check.Rule;
import dev.lamina.model.check.Severity;
import dev.lamina.model.check.SystemCheck;
import dev.lamina.model.check.SystemView;
import dev.lamina.model.edit.Edit;
import dev.lamina.model.mount.Binds;
import dev.lamina.model.mount.MountCommand;
import dev.lamina.model.mount.RootTree;
import dev.lamina.model.oci.Given;
import dev.lamina.model.oci.Origin;
import dev.lamina.model.problem.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// MNT08. The fix keeps what works: `rw`, and what the system mounts below the source appears. `rslave` takes away
/// that mounts of the container come out, which they do only where `rootfsPropagation` is shared; there they may be
/// meant to, and the fix writes `rshared`.
final class BareBind implements SystemCheck {
    private static final Rule RULE = Rule.of("MNT08", Severity.MEDIUM, "Bind without options")
            .what("A bind of two parts, source and destination, says nothing about how it may be used.")
            .why("""
                    LinuxKit takes it as rw,rbind,rshared: writable, with everything that is mounted below the source, and, if
                    rootfsPropagation is shared as well, with mounts that spread both ways between the container and the system.""")
            .fix("""
                    Append ro if the container only reads; otherwise say rw,rbind,rslave: new mounts of the system appear in the
                    container, and none of its own get out.""")
            .withQuickFix()
            .references(
                    "https://github.com/linuxkit/linuxkit/blob/master/src/cmd/linuxkit/moby/build/config.go",
                    "https://man7.org/linux/man-pages/man7/mount_namespaces.7.html")
            .example("""
                    services:
                      - name: web
                        image: nginx:1.27
                        binds: ["/var/pages:/usr/share/nginx/html"]
                    """, """
                    services:
                      - name: web
                        image: nginx:1.27
                        binds: ["/var/pages:/usr/share/nginx/html:rw,rbind,rslave"]
                    """);

    private static final List<String> IMPLIED = List.of("rw", "rbind", "rshared");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(SystemView system, Consumer<Report> found) {
        RootTree tree = system.derived(RootTree.class, RootTree::of);
        for (ContainerView container : system.containers()) {
            for (Given<Mount> mount : container.spec().mounts()) {
                if (Binds.isBind(mount.value()) && ofBinds(mount.origin()) && bare(mount, container)) {
                    found.accept(report(mount, container, tree));
                }
            }
        }
    }

    /// Whether the text has no options; written out, the same three are a decision.
    private static boolean bare(Given<Mount> mount, ContainerView container) {
        if (!mount.value().options().equals(IMPLIED)) {
            return false;
        }
        return !mount.origin().inDocument()
                || text(mount.origin(), container)
                        .filter(text -> Binds.parse(text).options().isEmpty())
                        .isPresent();
    }

    private static Optional<String> text(Origin origin, ContainerView container) {
        String path = origin.path();
        int bracket = path.lastIndexOf('[');
        int index = Integer.parseInt(path.substring(bracket + 1, path.length() - 1));
        Optional<List<String>> list = path.substring(0, bracket).endsWith(".add")
                ? container.container().spec().bindsAdd()
                : container.container().spec().binds();
        return list.filter(binds -> index < binds.size()).map(binds -> binds.get(index));
    }

    private static boolean ofBinds(Origin origin) {
        return origin.path().contains(".binds[") || origin.path().contains(".binds.add[");
    }

    private static Report report(Given<Mount> mount, ContainerView container, RootTree tree) {
        String source = mount.value().source();
        Report report = Report.at(
                        mount.origin(),
                        "the bind of %s by %s has no options, which means rw,rbind,rshared"
                                .formatted(Texts.shorten(source), container.words()))
                .hint("append :ro if it only reads, otherwise :rw,rbind,rslave");
        // Where files are hidden, MNT05 writes the options with another source.
        boolean hidden = tree.fileAt(source).isPresent() && tree.holding(source).isPresent();
        if (!mount.origin().inDocument() || hidden) {
            return report;
        }
        String propagation = container.spec().rootfsPropagation().value();
        boolean shared = propagation.equals("shared") || propagation.equals("rshared") || ofDisk(mount, container);
        String options = shared ? "rw,rbind,rshared" : "rw,rbind,rslave";
        String text = text(mount.origin(), container).orElseThrow();
        return report.fix("Write " + options, new Edit.Set(mount.origin().path(), text + ":" + options));
    }

    /// Whether a disk is mounted below it, for others to see.
    private static boolean ofDisk(Given<Mount> mount, ContainerView container) {
        return MountCommand.of(container)
                .flatMap(command -> command.bind(container))
                .filter(mount::equals)
                .isPresent();
    }
}
