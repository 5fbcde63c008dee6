package dev.lamina.model.check.mount;

import dev.lamina.model.ContainerSpec.Mount;
import dev.lamina.model.check.ContainerView;
import dev.lamina.model.check.ImageFiles;
import dev.lamina.model.check.Need;
import dev.lamina.model.check.Report;
import dev.lamina.model.check.Rule;
import dev.lamina.model.check.Severity;
import dev.lamina.model.check.SystemCheck;
import dev.lamina.model.check.SystemView;
import dev.lamina.model.mount.Binds;
import dev.lamina.model.mount.GuestPaths;
import dev.lamina.model.mount.RootTree;
import dev.lamina.model.oci.Given;
import dev.lamina.model.oci.Origin;
import dev.lamina.model.problem.Texts;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// MNT02. In a container's read-only root, below a read-only bind, and in the root of the system.
final class MissingTarget implements SystemCheck {
    /// What LinuxKit lays into each image.
    private static final Set<String> ALWAYS = Set.of(
            "/dev", "/dev/pts", "/dev/shm", "/etc", "/etc/hosts", "/etc/mtab", "/etc/resolv.conf", "/proc", "/sys");

    private static final Rule RULE = Rule.of("MNT02", Severity.ERROR, "Mount point missing in a read-only root")
            .what("""
                    Something is to be mounted on a path that does not exist and that cannot be made, as its file system is read-only: the root
                    of a container with readonly: true, what a read-only bind shows, or the root of the system.""")
            .why("""
                    The runtime makes missing mount points where it can write. In a read-only root it fails with "read-only file system", and
                    the container is not started. The system's own root is read-only as well while containers run.""")
            .fix("Add the directory to the image or to files, mount on a path that exists, or set readonly: false.")
            .references(
                    "https://github.com/linuxkit/linuxkit/issues/2503",
                    "https://github.com/opencontainers/runtime-spec/blob/main/config.md#mounts")
            .needs(Need.IMAGE_FILES)
            .example("""
                    init:
                      - lamina/init
                      - lamina/runtime
                    services:
                      - name: web
                        image: lamina/httpd
                        runtime:
                          mkdir: ["/data"]
                    """, """
                    init:
                      - lamina/init
                      - lamina/runtime
                    services:
                      - name: web
                        image: lamina/httpd
                        runtime:
                          mkdir: ["/var/data"]
                    """);

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(SystemView system, Consumer<Report> found) {
        RootTree tree = system.derived(RootTree.class, RootTree::of);
        for (ContainerView container : system.containers()) {
            inContainer(container, tree, found);
            inSystem(container, tree, found);
        }
    }

    private static void inContainer(ContainerView container, RootTree tree, Consumer<Report> found) {
        Map<String, Mount> mounts = new HashMap<>();
        for (Given<Mount> mount : container.spec().mounts()) {
            mounts.put(GuestPaths.clean(mount.value().destination()), mount.value());
        }
        for (Given<Mount> mount : container.spec().mounts()) {
            String target = GuestPaths.clean(mount.value().destination());
            if (mount.origin().kind() == Origin.Kind.DEFAULT || target.equals("/")) {
                continue;
            }
            @Nullable Mount around = around(target, mounts);
            if (around == null ? missing(target, container) : missingBelow(target, around, container, tree)) {
                String where = around == null
                        ? "its read-only root"
                        : "the read-only bind at " + Texts.shorten(around.destination());
                found.accept(Report.at(
                                mount.origin(),
                                "%s will not start, as %s has no %s to mount on"
                                        .formatted(container.words(), where, Texts.shorten(target)))
                        .hint(
                                around == null
                                        ? "mount on a path that the image has, or set readonly: false"
                                        : "add the directory to the source of that bind, for example by files"));
            }
        }
    }

    private static @Nullable Mount around(String target, Map<String, Mount> mounts) {
        for (String at : GuestPaths.upwards(GuestPaths.parent(target))) {
            @Nullable Mount mount = mounts.get(at);
            if (mount != null) {
                return mount;
            }
        }
        return null;
    }

    private static boolean missing(String target, ContainerView container) {
        Optional<ImageFiles> files = container.files();
        return container.spec().readonly().value()
                && files.isPresent()
                && !ALWAYS.contains(target)
                && files.get().resolve(target).isEmpty();
    }

    private static boolean missingBelow(String target, Mount around, ContainerView container, RootTree tree) {
        if (!Binds.isBind(around) || !around.source().startsWith("/")) {
            return false;
        }
        String source = GuestPaths.moved(target, GuestPaths.clean(around.destination()), around.source());
        return tree.inRoot(source, container).absent()
                || !Binds.writable(around) && tree.at(source, container).absent();
    }

    /// What the init makes before the container starts.
    private static void inSystem(ContainerView container, RootTree tree, Consumer<Report> found) {
        for (Given<String> directory : container.spec().runtime().mkdir()) {
            inSystem(directory.value(), "runtime.mkdir", directory.origin(), container, tree, found);
        }
        for (Given<Mount> mount : container.spec().runtime().mounts()) {
            inSystem(mount.value().destination(), "runtime.mounts", mount.origin(), container, tree, found);
        }
    }

    private static void inSystem(
            String path, String key, Origin origin, ContainerView container, RootTree tree, Consumer<Report> found) {
        if (path.startsWith("/") && tree.inRoot(path, container).absent()) {
            found.accept(Report.at(
                            origin,
                            "%s will not start, as %s of %s cannot be made in the read-only root"
                                    .formatted(container.words(), Texts.shorten(path), key))
                    .hint("use a path below /var or /run, or add the directory to files"));
        }
    }
}
