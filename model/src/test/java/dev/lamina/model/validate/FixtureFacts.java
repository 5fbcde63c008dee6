package dev.lamina.model.validate;

import dev.lamina.model.check.ImageFacts;
import dev.lamina.model.check.ImageFiles;
import dev.lamina.model.check.ImageFiles.Entry;
import dev.lamina.model.check.ImageFiles.Kind;
import dev.lamina.model.check.ImageFiles.Program;
import dev.lamina.model.check.KernelFacts;
import dev.lamina.model.check.LocalFile;
import dev.lamina.model.check.RunFacts;
import dev.lamina.model.check.RunFacts.Publish;
import dev.lamina.model.check.SystemFacts;
import dev.lamina.model.check.SystemSizes;
import dev.lamina.model.oci.ImageConfig;
import dev.lamina.model.value.Arch;
import dev.lamina.model.value.ByteSize;
import dev.lamina.model.value.Digest;
import dev.lamina.model.value.ImageRef;
import dev.lamina.model.value.SourceSpan;
import dev.lamina.model.yaml.DocumentTree;
import dev.lamina.model.yaml.SourceText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;

/// Facts as fixtures write them:
///
/// ```
/// arch: arm64                               default amd64
/// images:
///   nginx:1.27:
///     command: [nginx, -g, daemon off;]     entrypoint and cmd in one
///     env: [PATH=/bin]
///     cwd: /
///     user: nginx
///     ports: [80/tcp]
///     volumes: [/data]
///     label: '{"capabilities": ["all"]}'    the text of org.mobyproject.config
///     architectures: [amd64]
///     size: 100M                            unpacked
///     digest: sha256:…
///     files:                                absent: only the configuration is known
///       - etc/                              a directory
///       - bin/nginx 0755                    a file, with its mode (default 0644)
///       - bin/sh -> busybox                 a symbolic link
///     programs:
///       bin/nginx: elf 62 /lib/ld-musl-x86_64.so.1     machine and loader; without a loader static
///       bin/run: script /bin/sh
///       bin/data: unknown
/// kernel: {release: 6.1.0, modules: [dm_crypt], builtin: [ext4], config: {CONFIG_X: y}}
/// local: {~/.ssh/id.pub: "ssh-ed25519 …"}   files of `source:`; null: it is missing; "/": a directory
/// run: {memory: 256M, console: ttyS0, publish: ["0.0.0.0:8080:80", "53:53/udp", "8080:80 busy"]}
/// sizes: {files: 40M, initrd: 16M, largest: 5G, path: the file x of image y}
/// today: 2026-01-31
/// ```
final class FixtureFacts {
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 31);

    private FixtureFacts() {}

    static SystemFacts parse(String text) {
        return parse(text, Optional.empty());
    }

    /// @param side a side file: its section `run` is taken in place of that of the facts
    static SystemFacts parse(String text, Optional<SourceText> side) {
        Map<?, ?> root = map(new Yaml().load(text));
        Map<ImageRef, ImageFacts> images = new HashMap<>();
        map(root.get("images"))
                .forEach((name, facts) -> images.put(ImageRef.parse(String.valueOf(name)), image(map(facts))));
        return new SystemFacts(
                root.get("arch") == null
                        ? Arch.AMD64
                        : Arch.parse(string(root.get("arch"))).orElseThrow(),
                images,
                Optional.ofNullable(root.get("kernel")).map(kernel -> kernel(map(kernel))),
                local(map(root.get("local"))),
                side.map(file -> run(map(map(new Yaml().load(file.text())).get("run")), side))
                        .orElseGet(() -> run(map(root.get("run")), side)),
                root.get("today") == null ? TODAY : LocalDate.parse(string(root.get("today"))),
                Optional.ofNullable(root.get("sizes")).map(sizes -> sizes(map(sizes))));
    }

    private static SystemSizes sizes(Map<?, ?> sizes) {
        return new SystemSizes(
                size(sizes.get("files")).orElse(0L),
                size(sizes.get("initrd")).orElse(0L),
                size(sizes.get("largest")).orElse(0L),
                string(sizes.get("path")));
    }

    private static ImageFacts image(Map<?, ?> facts) {
        String label = string(facts.get("label"));
        ImageConfig config = new ImageConfig(
                texts(facts.get("command")),
                List.of(),
                texts(facts.get("env")),
                string(facts.get("cwd")),
                string(facts.get("user")),
                label.isEmpty() ? Map.of() : Map.of(ImageConfig.CONFIG_LABEL, label));
        return new ImageFacts(
                config,
                texts(facts.get("architectures")).stream()
                        .map(arch -> Arch.parse(arch).orElseThrow())
                        .toList(),
                texts(facts.get("ports")),
                texts(facts.get("volumes")),
                Optional.ofNullable(facts.get("files")).map(files -> files(texts(files), map(facts.get("programs")))),
                size(facts.get("size")).orElse(0L),
                Optional.ofNullable(facts.get("digest")).map(digest -> Digest.parse(string(digest))));
    }

    private static ImageFiles files(List<String> lines, Map<?, ?> programs) {
        Map<String, Entry> entries = new HashMap<>();
        lines.forEach(line -> entry(line, entries));
        Map<String, Program> known = new HashMap<>();
        programs.forEach((path, program) -> known.put(string(path), program(string(program))));
        return new ImageFiles(entries, known);
    }

    private static void entry(String line, Map<String, Entry> entries) {
        String[] link = line.split(" -> ", 2);
        String[] words = link[0].split(" ");
        String path = words[0].replaceAll("^/|/$", "");
        for (int slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
            entries.putIfAbsent(path.substring(0, slash), new Entry(Kind.DIRECTORY, 0755, 0, 0, 0, ""));
        }
        boolean directory = words[0].endsWith("/");
        int mode = words.length > 1 ? Integer.parseInt(words[1], 8) : directory ? 0755 : 0644;
        if (link.length == 2) {
            entries.put(path, new Entry(Kind.SYMLINK, 0777, 0, 0, 0, link[1]));
        } else {
            entries.put(path, new Entry(directory ? Kind.DIRECTORY : Kind.FILE, mode, 0, 0, directory ? 0 : 100, ""));
        }
    }

    private static Program program(String text) {
        String[] words = text.split(" ");
        return switch (words[0]) {
            case "elf" -> new Program.Elf(Integer.parseInt(words[1]), words.length > 2 ? words[2] : "");
            case "script" -> new Program.Script(words[1]);
            default -> new Program.Unknown();
        };
    }

    private static KernelFacts kernel(Map<?, ?> facts) {
        Map<String, String> config = new HashMap<>();
        map(facts.get("config")).forEach((key, value) -> config.put(string(key), string(value)));
        return new KernelFacts(
                string(facts.get("release")), set(facts.get("modules")), set(facts.get("builtin")), config);
    }

    private static Set<String> set(@Nullable Object list) {
        return new LinkedHashSet<>(texts(list));
    }

    private static Map<String, LocalFile> local(Map<?, ?> files) {
        Map<String, LocalFile> local = new HashMap<>();
        files.forEach((path, content) -> local.put(
                string(path),
                content == null
                        ? new LocalFile.Missing()
                        : content.equals("/")
                                ? new LocalFile.Directory()
                                : new LocalFile.Present(string(content).length(), string(content))));
        return local;
    }

    private static RunFacts run(Map<?, ?> run, Optional<SourceText> side) {
        return new RunFacts(
                size(run.get("memory")).map(OptionalLong::of).orElse(OptionalLong.empty()),
                side.flatMap(file -> place(file, string(run.get("memory")), 0)),
                published(texts(run.get("publish")), side),
                Optional.ofNullable(run.get("console")).map(FixtureFacts::string));
    }

    /// Each stands behind the one before it.
    private static List<Publish> published(List<String> texts, Optional<SourceText> side) {
        List<Publish> published = new ArrayList<>();
        int from = 0;
        for (String text : texts) {
            String port = text.replace(" busy", "");
            int behind = from;
            published.add(publish(text, side.flatMap(file -> place(file, port, behind))));
            from = side.map(file -> file.text().indexOf(port, behind) + port.length())
                    .orElse(0);
        }
        return published;
    }

    /// Of a text with its quotes, behind an offset of the file.
    private static Optional<SourceSpan> place(SourceText file, String text, int from) {
        int start = file.text().indexOf(text, from);
        if (text.isEmpty() || start < 0) {
            return Optional.empty();
        }
        int quote = start > 0 && file.text().charAt(start - 1) == '"' ? 1 : 0;
        return Optional.of(DocumentTree.span(file, start - quote, start + text.length() + quote));
    }

    private static Publish publish(String text, Optional<SourceSpan> place) {
        boolean busy = text.endsWith(" busy");
        String[] parts = text.replace(" busy", "").replace("/udp", "").split(":");
        int last = parts.length - 1;
        return new Publish(
                last == 2 ? parts[0].replace("0.0.0.0", "") : "127.0.0.1",
                Integer.parseInt(parts[last - 1]),
                Integer.parseInt(parts[last]),
                text.contains("/udp"),
                busy,
                place);
    }

    private static Optional<Long> size(@Nullable Object text) {
        return Optional.ofNullable(text)
                .flatMap(size -> ByteSize.parse(string(size)))
                .map(ByteSize::bytes);
    }

    private static Map<?, ?> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    private static List<String> texts(@Nullable Object value) {
        return value instanceof List<?> list
                ? list.stream().map(FixtureFacts::string).toList()
                : List.of();
    }

    private static String string(@Nullable Object value) {
        return value == null
                ? ""
                : value instanceof java.util.Date date
                        ? date.toInstant().toString().substring(0, 10)
                        : value.toString();
    }
}
