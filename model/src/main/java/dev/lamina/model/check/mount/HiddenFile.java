package dev.lamina.model.check.mount;

import dev.lamina.model.ContainerSpec.Mount;
import dev.lamina.model.FileEntry;
import dev.lamina.model.check.ContainerView;
import dev.lamina.model.check.Report;
import dev.lamina.model.check.Rule;
import dev.lamina.model.check.Severity;
import dev.lamina.model.check.SystemCheck;
import dev.lamina.model.check.SystemView;
import dev.lamina.model.edit.Edit;
import dev.lamina.model.mount.Binds;
import dev.lamina.model.mount.GuestPaths;
import dev.lamina.model.mount.RootMount;
import dev.lamina.model.mount.RootTree;
import dev.lamina.model.oci.Given;
import dev.lamina.model.problem.Texts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// MNT05. A directory that something makes at boot as well does no harm.
final class HiddenFile implements SystemCheck {
    private static final Rule RULE = Rule.of("MNT05", Severity.ERROR, "File hidden at boot")
            .what("An entry of files lies below /var, /run or /tmp, or another path that the init mounts something on.")
            .why("""
                    The init mounts an empty tmpfs on /var, /run and /tmp before any container starts, so that what the image has there cannot
                    be seen. It takes memory and does nothing.""")
            .fix("""
                    Put the file elsewhere, for example below /etc or /srv, and bind it where it is wanted; let a directory be made by
                    runtime.mkdir of the container that needs it. The fix does so when one bind of one container shows it.""")
            .withQuickFix()
            .references(
                    "https://github.com/linuxkit/linuxkit/issues/2711",
                    "https://github.com/linuxkit/linuxkit/blob/master/docs/yaml.md")
            .example("""
                    init:
                      - lamina/init
                      - lamina/runtime
                    services:
                      - name: httpd
                        image: lamina/httpd
                        binds: ["/var/pages:/var/www:ro"]
                    files:
                      - path: var/pages/index.html
                        contents: hello
                        mode: "0644"
                    """, """
                    init:
                      - lamina/init
                      - lamina/runtime
                    services:
                      - name: httpd
                        image: lamina/httpd
                        binds: ["/srv/pages:/var/www:ro"]
                    files:
                      - path: srv/pages/index.html
                        contents: hello
                        mode: "0644"
                    """);

    /// A bind of a container.
    private record Use(ContainerView container, Given<Mount> mount, String source) {}

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(SystemView system, Consumer<Report> found) {
        RootTree tree = system.derived(RootTree.class, RootTree::of);
        List<FileEntry> files = system.composition().files();
        Map<String, List<Use>> uses = Map.of();
        for (int i = 0; i < files.size(); i++) {
            FileEntry file = files.get(i);
            Optional<RootMount> mount = tree.hiding(file);
            boolean directory = file.content() instanceof FileEntry.Directory;
            if (mount.isEmpty() || directory && tree.madeAtBoot(file.path())) {
                continue;
            }
            if (uses.isEmpty()) {
                uses = uses(system, tree);
            }
            Report report = Report.at(
                    "files[" + i + "].path",
                    "%s of files cannot be seen, as %s mounts %s on %s"
                            .formatted(
                                    Texts.shorten(GuestPaths.clean(file.path())),
                                    tree.init().words(),
                                    mount.get().fresh()
                                            ? "an empty tmpfs"
                                            : mount.get().type(),
                                    mount.get().target()));
            found.accept(directory ? made(report, file, uses, tree) : moved(report, i, file, uses, tree));
        }
    }

    private static Map<String, List<Use>> uses(SystemView system, RootTree tree) {
        Map<String, List<Use>> uses = new HashMap<>();
        for (ContainerView container : system.containers()) {
            for (Given<Mount> mount : container.spec().mounts()) {
                if (Binds.isBind(mount.value()) && mount.value().source().startsWith("/")) {
                    String source = tree.real(mount.value().source());
                    uses.computeIfAbsent(source, key -> new ArrayList<>()).add(new Use(container, mount, source));
                }
            }
        }
        return uses;
    }

    private static Report made(Report report, FileEntry file, Map<String, List<Use>> uses, RootTree tree) {
        String path = tree.real(file.path());
        List<Use> same = uses.getOrDefault(path, List.of());
        Report hinted =
                report.hint("let it be made by runtime.mkdir of the container that needs it, and remove it from files");
        return same.size() == 1 ? RuntimeMkdir.fix(hinted, same.getFirst().container(), path) : hinted;
    }

    private static Report moved(Report report, int index, FileEntry file, Map<String, List<Use>> uses, RootTree tree) {
        String path = tree.real(file.path());
        // The whole of /var cannot be moved.
        List<Use> showing = GuestPaths.upwards(path).stream()
                .filter(at -> GuestPaths.upwards(at).size() > 2)
                .flatMap(at -> uses.getOrDefault(at, List.of()).stream())
                .toList();
        Report hinted = report.hint("put it below /etc or /srv, and bind it where it is wanted");
        return showing.size() == 1 ? moved(hinted, index, path, showing.getFirst(), tree) : hinted;
    }

    private static Report moved(Report report, int index, String path, Use use, RootTree tree) {
        String origin = use.mount().origin().path();
        Mount mount = use.mount().value();
        boolean ofBinds =
                use.mount().origin().inDocument() && (origin.contains(".binds[") || origin.contains(".binds.add["));
        List<String> options = mount.options().equals(List.of("rw", "rbind", "rshared"))
                ? List.of("ro")
                : mount.options().stream().filter(word -> !word.equals("rbind")).toList();
        String free = "/srv" + use.source().substring(use.source().indexOf('/', 1));
        if (!ofBinds
                || options.contains("rw")
                || !options.contains("ro")
                || tree.fileAt(free).isPresent()) {
            return report;
        }
        String file = GuestPaths.moved(path, use.source(), free);
        return report.fix(
                "Move it to %s, and bind that read-only".formatted(Texts.shorten(file)),
                new Edit.Set("files[" + index + "].path", file.substring(1)),
                new Edit.Set(origin, free + ":" + mount.destination() + ":" + String.join(",", options)));
    }
}
