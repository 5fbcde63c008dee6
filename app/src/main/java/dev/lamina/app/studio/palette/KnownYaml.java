package dev.lamina.app.studio.palette;

import dev.lamina.app.studio.base.Texts;
import dev.lamina.model.known.Claim;
import java.util.ArrayList;
import java.util.List;

/// Writes a known image as a service with what it needs, and why it needs it.
final class KnownYaml {
    private static final Texts TEXTS = Texts.of(KnownYaml.class);
    private static final String SHARED_MEMORY = "/dev/shm";

    private final String name;
    private final KnownNeeds needs;
    private final boolean readOnly;
    private final List<String> lines = new ArrayList<>();

    /// @param readOnly whether it works when it can write only to the directories that it names
    KnownYaml(String name, String image, KnownNeeds needs, boolean readOnly) {
        this.name = name;
        this.needs = needs;
        this.readOnly = readOnly;
        lines.add("name: " + name);
        lines.add("image: " + image);
    }

    String text() {
        needs.user().ifPresent(this::user);
        capabilities();
        if (readOnly) {
            lines.add("readonly: true");
            temporary();
        } else {
            list("tmpfs", shared());
        }
        data();
        return String.join("\n", lines);
    }

    private void user(Claim claim) {
        lines.add("# " + TEXTS.get("yaml.user"));
        lines.add("uid: " + claim.value());
        lines.add("gid: " + claim.value());
    }

    private void capabilities() {
        if (!needs.capabilities().isEmpty()) {
            lines.add("capabilities:");
            needs.capabilities().forEach(claim -> {
                lines.add("  # " + claim.why());
                lines.add("  - " + claim.value());
            });
        }
    }

    private void temporary() {
        List<String> mounts = new ArrayList<>(List.of("\"/tmp:mode=1777\""));
        needs.writes().forEach(claim -> mounts.add("\"" + claim.value() + ":mode=0755\""));
        mounts.addAll(shared());
        list("tmpfs", mounts);
    }

    private List<String> shared() {
        return needs.mounts().stream().anyMatch(claim -> claim.value().equals(SHARED_MEMORY))
                ? List.of("\"" + SHARED_MEMORY + ":mode=1777,size=64m\"")
                : List.of();
    }

    /// Below /var of the system, where disks are mounted.
    private void data() {
        if (needs.data().isEmpty()) {
            return;
        }
        List<String> folders = new ArrayList<>();
        List<String> binds = new ArrayList<>();
        for (Claim claim : needs.data()) {
            String folder = "/var/lib/" + name + (folders.isEmpty() ? "" : folders.size() + 1);
            folders.add(folder);
            binds.add(folder + ":" + claim.value());
        }
        lines.add("# " + TEXTS.get("yaml.data", folders.getFirst()));
        list("binds", binds);
        lines.add("runtime:");
        lines.add("  mkdir:");
        folders.forEach(folder -> lines.add("    - " + folder));
    }

    private void list(String key, List<String> values) {
        if (!values.isEmpty()) {
            lines.add(key + ":");
            values.forEach(value -> lines.add("  - " + value));
        }
    }
}
