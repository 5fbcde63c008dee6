package dev.lamina.model.check.mount;

import dev.lamina.model.ContainerSpec.Mount;
import dev.lamina.model.check.ContainerView;
import dev.lamina.model.check.Report;
import dev.lamina.model.check.Rule;
import dev.lamina.model.check.Severity;
import dev.lamina.model.check.SystemCheck;
import dev.lamina.model.check.SystemView;
import dev.lamina.model.mount.Binds;
import dev.lamina.model.mount.GuestPaths;
import dev.lamina.model.mount.ImageContent;
import dev.lamina.model.mount.RootTree;
import dev.lamina.model.oci.Given;
import dev.lamina.model.oci.Origin;
import dev.lamina.model.problem.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// MNT04. To show something in the place of what an image has is what binds are for; it is found only where what is
/// shown is empty, or the program itself is hidden.
final class Shadowing implements SystemCheck {
    private static final Rule RULE = Rule.of("MNT04", Severity.WARNING, "Mount that hides something")
            .what("""
                    A mount covers another mount of its container, a file that files puts there, the program that the container runs, or,
                    being empty itself, files that the image has at that place.""")
            .why("""
                    Mounts are made in the order of their paths, and what is mounted over a directory hides all that was in it. Nothing is
                    copied into an empty volume, as Docker does.""")
            .fix("Mount at another path, or put what is wanted into what is mounted.")
            .references(
                    "https://man7.org/linux/man-pages/man8/mount.8.html",
                    "https://docs.docker.com/engine/storage/volumes/",
                    "https://github.com/linuxkit/linuxkit/issues/2829")
            .example("""
                    init:
                      - lamina/init
                      - lamina/runtime
                    services:
                      - name: web
                        image: nginx:1.27
                        binds: ["/etc/web:/etc/web:ro"]
                        tmpfs: ["/etc/web/parts"]
                    files:
                      - path: etc/web/parts/main.conf
                        contents: ""
                    """, """
                    init:
                      - lamina/init
                      - lamina/runtime
                    services:
                      - name: web
                        image: nginx:1.27
                        binds: ["/etc/web:/etc/web:ro"]
                        tmpfs: ["/tmp"]
                    files:
                      - path: etc/web/parts/main.conf
                        contents: ""
                    """);

    /// What images have there is of no use to them at run time.
    private static final Set<String> SCRATCH =
            Set.of("/tmp", "/run", "/var/run", "/var/tmp", "/var/cache", "/var/log", "/dev", "/dev/shm");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(SystemView system, Consumer<Report> found) {
        RootTree tree = system.derived(RootTree.class, RootTree::of);
        for (ContainerView container : system.containers()) {
            List<Given<Mount>> mounts = container.spec().mounts();
            TreeMap<String, Given<Mount>> earlier = new TreeMap<>();
            for (Given<Mount> mount : mounts) {
                String target = GuestPaths.clean(mount.value().destination());
                if (mount.origin().kind() != Origin.Kind.DEFAULT) {
                    what(mount, target, earlier, container, tree)
                            .ifPresent(hidden -> found.accept(Report.at(
                                            mount.origin(),
                                            "the mount at %s of %s hides %s"
                                                    .formatted(Texts.shorten(target), container.words(), hidden))
                                    .hint("mount it at another path, or put what is hidden into its source")));
                }
                earlier.put(target, mount);
            }
        }
    }

    private static Optional<String> what(
            Given<Mount> mount,
            String target,
            TreeMap<String, Given<Mount>> earlier,
            ContainerView container,
            RootTree tree) {
        return mount(target, earlier)
                .or(() -> program(mount.value(), target, container, tree))
                .or(() -> file(mount.value(), target, earlier, tree))
                .or(() -> content(mount.value(), target, container, tree));
    }

    /// Of clean paths the outer one comes first; another order have those that are written in another way.
    private static Optional<String> mount(String target, TreeMap<String, Given<Mount>> earlier) {
        @Nullable String same = earlier.containsKey(target) ? target : null;
        @Nullable String below = same == null ? earlier.ceilingKey(target.equals("/") ? "/" : target + "/") : same;
        return Optional.ofNullable(below)
                .filter(other -> GuestPaths.within(other, target))
                .map(earlier::get)
                .map(other -> "the one at " + Texts.shorten(other.value().destination()));
    }

    private static Optional<String> program(Mount mount, String target, ContainerView container, RootTree tree) {
        String program = container.spec().command().value().stream()
                .findFirst()
                .filter(word -> word.startsWith("/"))
                .map(GuestPaths::clean)
                .orElse("/");
        if (program.equals("/") || target.equals("/") || !GuestPaths.within(program, target)) {
            return Optional.empty();
        }
        boolean empty = mount.type().equals("tmpfs")
                || Binds.isBind(mount)
                        && mount.source().startsWith("/")
                        && tree.at(GuestPaths.moved(program, target, mount.source()), container)
                                .absent();
        return empty ? Optional.of("its program " + Texts.shorten(program)) : Optional.empty();
    }

    /// A file of `files` that an outer bind would show.
    private static Optional<String> file(Mount mount, String target, Map<String, Given<Mount>> earlier, RootTree tree) {
        @Nullable Mount outer = null;
        for (String at : GuestPaths.upwards(GuestPaths.parent(target))) {
            Given<Mount> candidate = earlier.get(at);
            if (candidate != null) {
                outer = candidate.value();
                break;
            }
        }
        if (outer == null || !Binds.isBind(outer) || !outer.source().startsWith("/")) {
            return Optional.empty();
        }
        String shown = GuestPaths.moved(target, GuestPaths.clean(outer.destination()), outer.source());
        boolean same = Binds.isBind(mount) && tree.real(mount.source()).equals(tree.real(shown));
        return same || tree.holding(shown).isPresent() || tree.fileAt(shown).isEmpty()
                ? Optional.empty()
                : Optional.of(Texts.shorten(shown) + " of files");
    }

    private static Optional<String> content(Mount mount, String target, ContainerView container, RootTree tree) {
        if (SCRATCH.contains(target) || container.files().isEmpty() || !empty(mount, container, tree)) {
            return Optional.empty();
        }
        ImageContent content = ImageContent.below(container.files().get(), target);
        return content.count() == 0 ? Optional.empty() : Optional.of(content.words() + " of its image");
    }

    /// A tmpfs, an empty volume, a directory that is made for it.
    private static boolean empty(Mount mount, ContainerView container, RootTree tree) {
        List<String> made = new ArrayList<>();
        container.spec().runtime().mkdir().forEach(directory -> made.add(directory.value()));
        return mount.type().equals("tmpfs")
                || Binds.isBind(mount)
                        && (made.contains(mount.source())
                                        && tree.holding(mount.source()).isPresent()
                                || tree.blankVolume(mount.source()));
    }
}
