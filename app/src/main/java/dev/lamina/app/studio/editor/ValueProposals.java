package dev.lamina.app.studio.editor;

import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.editor.Proposal.Kind;
import dev.lamina.model.value.Capability;
import dev.lamina.model.yaml.Schema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// The values that a key may have.
final class ValueProposals {
    private static final Texts TEXTS = Texts.of(ValueProposals.class);

    /// The words of keys that take only few.
    private static final Map<String, List<String>> WORDS = Map.ofEntries(
            Map.entry("net", List.of("host", "new", "none")),
            Map.entry("pid", List.of("host", "new")),
            Map.entry("ipc", List.of("host", "new")),
            Map.entry("uts", List.of("host", "new")),
            Map.entry("userns", List.of("host", "new")),
            Map.entry("rootfsPropagation", List.of("shared", "slave", "private", "rshared", "rslave", "rprivate")),
            Map.entry("metadata", List.of("yaml", "json")),
            Map.entry("format", List.of("filesystem", "oci")),
            Map.entry("platforms", List.of("linux/amd64", "linux/arm64")),
            Map.entry("mounts.type", List.of("bind", "tmpfs", "proc", "sysfs", "devpts", "mqueue", "cgroup2")),
            Map.entry("mounts.options", List.of("ro", "rw", "nosuid", "nodev", "noexec", "rbind", "rshared", "rslave")),
            Map.entry("devices.type", List.of("c", "b", "p", "a")),
            Map.entry("interfaces.add", List.of("veth", "wireguard", "bridge", "dummy")));

    private final Knowledge known;
    private final DocumentNames names;

    ValueProposals(Knowledge known) {
        this.known = known;
        this.names = new DocumentNames(known.composition());
    }

    /// @param steps to the value
    /// @param typed what has been typed of it
    List<Proposal> at(List<Step> steps, Schema.Type type, String typed) {
        List<String> keys = steps.stream()
                .filter(Step.Key.class::isInstance)
                .map(step -> ((Step.Key) step).name())
                .toList();
        String key = keys.isEmpty() ? "" : keys.getLast();
        String qualified = keys.size() < 2 ? key : keys.get(keys.size() - 2) + "." + key;
        if (type == Schema.Plain.TRUTH) {
            return words("truth", List.of("true", "false"));
        }
        if (type == Schema.Plain.OWNER) {
            return names.containers().stream()
                    .map(name -> Proposal.value(name, TEXTS.get("word.owner", name)))
                    .toList();
        }
        if (WORDS.containsKey(qualified)) {
            return words(qualified, WORDS.get(qualified));
        }
        if (WORDS.containsKey(key) && !qualified.equals("bindNS." + key)) {
            List<Proposal> all = new ArrayList<>(words(key, WORDS.get(key)));
            names.namespaces(key).forEach(path -> all.add(path(path)));
            return all;
        }
        return free(key, qualified, steps, typed);
    }

    private static List<Proposal> words(String key, List<String> words) {
        return words.stream()
                .map(word -> Proposal.value(
                        word, TEXTS.has("word." + key + "." + word) ? TEXTS.get("word." + key + "." + word) : ""))
                .toList();
    }

    private List<Proposal> free(String key, String qualified, List<Step> steps, String typed) {
        return switch (key) {
            case "capabilities" -> capabilities(true);
            case "capabilities.add", "ambient" -> capabilities(false);
            case "image", "init" ->
                known.images().stream()
                        .map(image -> new Proposal(Kind.IMAGE, image.name(), image.name(), image.about(), false))
                        .toList();
            case "binds", "binds.add" -> binds(typed);
            case "command" ->
                known.programs().apply(Step.path(steps.subList(0, Math.min(2, steps.size())))).stream()
                        .map(ValueProposals::path)
                        .toList();
            case "source" -> qualified.equals("files.source") ? List.of() : sources();
            case "mkdir", "symlink", "destination", "maskedPaths", "readonlyPaths", "cwd" -> paths();
            default -> List.of();
        };
    }

    private static List<Proposal> capabilities(boolean all) {
        List<Proposal> proposals = new ArrayList<>();
        Arrays.stream(Capability.values())
                .map(each -> new Proposal(Kind.CAPABILITY, each.text(), each.text(), Abouts.of(each), false))
                .forEach(proposals::add);
        if (all) {
            proposals.addAll(words("capabilities", List.of("none", "all")));
        }
        return proposals;
    }

    /// The source, then the destination, then the options.
    private List<Proposal> binds(String typed) {
        int colons = (int) typed.chars().filter(c -> c == ':').count();
        String before = typed.substring(0, typed.lastIndexOf(':') + 1);
        List<Proposal> pieces = switch (colons) {
            case 0 -> sources();
            case 1 -> paths();
            default -> words("binds", List.of("ro", "rw", "rslave", "rshared"));
        };
        return pieces.stream()
                .map(piece -> new Proposal(
                        piece.kind(), before + piece.label(), before + piece.insert(), piece.about(), colons == 0))
                .toList();
    }

    private List<Proposal> sources() {
        List<Proposal> all = new ArrayList<>();
        names.volumes().forEach(name -> all.add(Proposal.value(name, TEXTS.get("word.volume", name))));
        all.addAll(paths());
        return all;
    }

    private List<Proposal> paths() {
        return names.paths().stream().map(ValueProposals::path).toList();
    }

    private static Proposal path(String path) {
        return new Proposal(Kind.PATH, path, path, "", false);
    }
}
