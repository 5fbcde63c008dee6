package dev.lamina.model.yaml;

import dev.lamina.model.problem.Nearest;
import dev.lamina.model.problem.Texts;
import dev.lamina.model.value.SourceSpan;
import dev.lamina.model.yaml.Item.Scalar;
import java.util.List;
import java.util.Optional;

/// What `binds`, `mounts` and `tmpfs` of a container must be.
final class MountRules {
    private final Problems problems;
    private final String of;

    /// @param of the container in messages, e.g. ` of service web`
    MountRules(Problems problems, String of) {
        this.problems = problems;
        this.of = of;
    }

    void check(Fields container) {
        List.of("binds", "binds.add").forEach(key -> container.scalars(key).forEach(this::bind));
        container.mappings("mounts").forEach(this::mount);
        container.scalars("tmpfs").forEach(this::tmpfs);
    }

    private void bind(Scalar bind) {
        List<String> parts = List.of(bind.text().split(":", -1));
        if (parts.size() < 2
                || parts.size() > 3
                || parts.get(0).isEmpty()
                || parts.get(1).isEmpty()) {
            problems.add(
                    bind.span(),
                    "bind %s%s is not source:destination[:options]".formatted(Texts.quote(bind.text()), of),
                    parts.size() == 1 && !parts.getFirst().isEmpty()
                            ? "did you mean \"%1$s:%1$s\"?".formatted(Texts.shorten(bind.text()))
                            : "write for example \"/etc/ssl:/etc/ssl:ro\"");
            return;
        }
        if (parts.size() == 3) {
            options(parts.get(2), bind);
        }
    }

    private void options(String options, Scalar bind) {
        for (String option : options.split(",", -1)) {
            if (!MountOptions.known(option)) {
                problems.add(
                        bind.span(),
                        "unknown option %s of bind %s%s".formatted(Texts.quote(option), Texts.quote(bind.text()), of),
                        () -> Nearest.hint(option, MountOptions.all())
                                .or(() -> Optional.of("usual options are ro, rw, bind, rbind, rshared and rprivate")));
            }
        }
    }

    private void mount(Fields mount) {
        if (!mount.mapping().broken().isEmpty()) {
            return;
        }
        String type = MountDefaults.type(
                mount.textOrEmpty("type"), mount.textOrEmpty("source"), mount.textOrEmpty("destination"));
        SourceSpan place = mount.mapping().span();
        if (type.isEmpty()) {
            problems.add(
                    place,
                    "the mount for %s%s has no type".formatted(Texts.quote(mount.textOrEmpty("destination")), of),
                    "add type: bind to show a path of the host, or the name of a file system");
        } else if (MountDefaults.destination(mount.textOrEmpty("destination"), type)
                .isEmpty()) {
            problems.add(
                    place,
                    "a mount of type %s%s has no destination".formatted(Texts.shorten(type), of),
                    "add destination: /PATH");
        } else if (type.equals("bind") && mount.textOrEmpty("source").isEmpty()) {
            problems.add(
                    place,
                    "the mount for %s%s has no source".formatted(Texts.quote(mount.textOrEmpty("destination")), of),
                    "add source: with a path of the host or the name of a volume");
        }
    }

    private void tmpfs(Scalar tmpfs) {
        String[] parts = tmpfs.text().split(":", -1);
        if (parts.length > 2 || parts[0].isEmpty()) {
            problems.add(
                    tmpfs.span(),
                    "tmpfs %s%s is not destination[:options]".formatted(Texts.quote(tmpfs.text()), of),
                    "write for example \"/run:size=1m\", options separated by commas");
        }
    }
}
