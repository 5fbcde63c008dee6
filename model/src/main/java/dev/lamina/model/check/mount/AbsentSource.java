package dev.lamina.model.check.mount;

import dev.lamina.model.ContainerSpec.Mount;
import dev.lamina.model.check.ContainerView;
import dev.lamina.model.check.ImageFiles;
import dev.lamina.model.check.Report;
import dev.lamina.model.check.Rule;
import dev.lamina.model.check.Severity;
import dev.lamina.model.check.SystemCheck;
import dev.lamina.model.check.SystemView;
import dev.lamina.model.edit.Edit;
import dev.lamina.model.mount.Binds;
import dev.lamina.model.mount.GuestPaths;
import dev.lamina.model.mount.RootTree;
import dev.lamina.model.oci.Given;
import dev.lamina.model.problem.Texts;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// MNT01. Only sources that certainly do not exist: what the files of an unknown image or an unknown program may
/// provide is left alone. Hidden `files` are MNT05's.
final class AbsentSource implements SystemCheck {
    private static final Rule RULE = Rule.of("MNT01", Severity.ERROR, "Bind source that does not exist at boot")
            .what("""
                    The source of a bind is provided by nobody: not by an init image, not by files, not by runtime.mkdir, and not by a
                    container that ran before.""")
            .why("""
                    The runtime makes missing targets, but never a missing source: the container is not started, and the console says
                    nothing. In LinuxKit's sshd example /root/.ssh is missing when the optional key file is.""")
            .fix("""
                    Add the directory to files, or let the init make it with runtime.mkdir if it is below /var, /run or /tmp. The fix does
                    that where the path looks like a directory.""")
            .withQuickFix()
            .references(
                    "https://github.com/linuxkit/linuxkit/blob/master/docs/yaml.md",
                    "https://github.com/opencontainers/runtime-spec/blob/main/config.md#mounts")
            .example("""
                    init:
                      - lamina/init
                      - lamina/runtime
                    services:
                      - name: web
                        image: nginx:1.27
                        binds: ["/srv/pages:/usr/share/nginx/html:ro"]
                    """, """
                    init:
                      - lamina/init
                      - lamina/runtime
                    services:
                      - name: web
                        image: nginx:1.27
                        binds: ["/srv/pages:/usr/share/nginx/html:ro"]
                    files:
                      - path: srv/pages
                        directory: true
                        mode: "0755"
                    """);

    /// Here only images can put what is of use.
    private static final List<String> PROGRAMS = List.of("/bin", "/boot", "/lib", "/lib64", "/sbin", "/usr");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(SystemView system, Consumer<Report> found) {
        RootTree tree = system.derived(RootTree.class, RootTree::of);
        if (!tree.init().known()) {
            return;
        }
        Set<String> mended = new HashSet<>();
        for (ContainerView container : system.containers()) {
            Stream.concat(container.spec().mounts().stream(), container.spec().runtime().mounts().stream())
                    .filter(mount -> absent(mount.value(), container, tree))
                    .forEach(mount -> found.accept(report(mount, container, tree, mended)));
        }
    }

    private static boolean absent(Mount mount, ContainerView container, RootTree tree) {
        return Binds.isBind(mount)
                && mount.source().startsWith("/")
                && tree.at(mount.source(), container).absent()
                && tree.fileAt(mount.source()).isEmpty();
    }

    private static Report report(Given<Mount> mount, ContainerView container, RootTree tree, Set<String> mended) {
        String source = mount.value().source();
        Report report = Report.at(
                mount.origin(),
                "%s will not start, as the source %s of a bind will not exist"
                        .formatted(container.words(), Texts.shorten(source)));
        String real = tree.real(source);
        boolean inMemory = tree.holding(real).isPresent();
        Optional<String> missing = tree.missingSource(real);
        report = report.hint(
                missing.isPresent()
                        ? "the file %s that files would put there is missing; make it, or add the directory to files"
                                .formatted(Texts.shorten(missing.get()))
                        : inMemory
                                ? "let it be made by runtime: {mkdir: [\"%s\"]}, or by a container of onboot"
                                        .formatted(Texts.shorten(source))
                                : "add it to files, with directory: true");
        if (!looksLikeDirectory(mount.value(), container) || !mended.add(real)) {
            return report;
        }
        return inMemory ? RuntimeMkdir.fix(report, container, source) : inFiles(report, real);
    }

    /// A file has an ending, is one in the image, or a program.
    private static boolean looksLikeDirectory(Mount mount, ContainerView container) {
        boolean file = container
                .files()
                .flatMap(files -> files.find(mount.destination()))
                .filter(entry -> entry.kind() != ImageFiles.Kind.DIRECTORY)
                .isPresent();
        String path = GuestPaths.clean(mount.source());
        boolean program = PROGRAMS.stream().anyMatch(directory -> GuestPaths.within(path, directory));
        return !file && !program && GuestPaths.name(path).lastIndexOf('.') <= 0;
    }

    private static Report inFiles(Report report, String path) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("path", path.substring(1));
        entry.put("directory", true);
        entry.put("mode", GuestPaths.within(path, "/root") ? "0700" : "0755");
        return report.fix("Add the directory " + Texts.shorten(path) + " to files", new Edit.Append("files", entry));
    }
}
