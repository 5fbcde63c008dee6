package dev.lamina.vmlaunch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Reads `boot-failures.txt`: blocks of `key: value` lines with empty lines between them, `#` for remarks. The keys are
/// the parts of a [Signature]; `console` and `says` may come several times.
final class SignatureTable {
    private static final String FILE = "boot-failures.txt";

    private SignatureTable() {}

    /// Causes stand above what follows from them.
    static final List<Signature> ALL = read();

    private static List<Signature> read() {
        try (InputStream in = Objects.requireNonNull(SignatureTable.class.getResourceAsStream(FILE), FILE)) {
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Signature> parse(String text) {
        List<Signature> all = new ArrayList<>();
        Map<String, List<String>> block = new LinkedHashMap<>();
        for (String line : (text + "\n\n").lines().toList()) {
            if (line.isBlank() && !block.isEmpty()) {
                all.add(signature(block));
                block = new LinkedHashMap<>();
            } else if (!line.isBlank() && !line.startsWith("#")) {
                int colon = line.indexOf(": ");
                if (colon < 0) {
                    throw new IllegalArgumentException("no key: " + line);
                }
                block.computeIfAbsent(line.substring(0, colon), key -> new ArrayList<>())
                        .add(line.substring(colon + 2));
            }
        }
        return List.copyOf(all);
    }

    private static Signature signature(Map<String, List<String>> block) {
        Signature signature = new Signature(
                one(block, "id").orElseThrow(),
                patterns(block, "console"),
                patterns(block, "says"),
                one(block, "part"),
                one(block, "reason").orElseThrow(),
                one(block, "rule"),
                one(block, "fix").orElseThrow(),
                one(block, "fatal").isPresent(),
                one(block, "seen"),
                one(block, "source"));
        if (!block.isEmpty()) {
            throw new IllegalArgumentException(signature.id() + ": unknown or repeated: " + block);
        }
        return signature;
    }

    private static List<LinePattern> patterns(Map<String, List<String>> block, String key) {
        List<String> lines = Optional.ofNullable(block.remove(key)).orElse(List.of());
        return lines.stream().map(LinePattern::parse).toList();
    }

    private static Optional<String> one(Map<String, List<String>> block, String key) {
        if (block.getOrDefault(key, List.of()).size() > 1) {
            return Optional.empty();
        }
        return Optional.ofNullable(block.remove(key)).map(List::getFirst);
    }
}
