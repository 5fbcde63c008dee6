package dev.lamina.assembler.facts;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/// A [KernelTar] as a text: version, release, modules, parts of the kernel and options, a line each.
final class KernelNote {
    private static final String VERSION = "lamina-kernel 1";
    private static final int LINES = 5;

    private KernelNote() {}

    static byte[] encode(KernelTar tar) {
        List<String> options = new TreeMap<>(tar.config())
                .entrySet().stream()
                        .map(option -> option.getKey() + "=" + option.getValue())
                        .toList();
        String text = String.join(
                "\n",
                VERSION,
                tar.release(),
                String.join("\t", new TreeSet<>(tar.modules())),
                String.join("\t", new TreeSet<>(tar.builtIn())),
                String.join("\t", options));
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// Empty for bytes of another version.
    static Optional<KernelTar> decode(byte[] bytes) {
        String[] lines = new String(bytes, StandardCharsets.UTF_8).split("\n", -1);
        if (lines.length != LINES || !lines[0].equals(VERSION)) {
            return Optional.empty();
        }
        Map<String, String> config = new TreeMap<>();
        for (String option : words(lines[4])) {
            int equals = option.indexOf('=');
            config.put(option.substring(0, Math.max(0, equals)), option.substring(equals + 1));
        }
        return Optional.of(
                new KernelTar(lines[1], new TreeSet<>(words(lines[2])), new TreeSet<>(words(lines[3])), config));
    }

    private static List<String> words(String line) {
        return line.isEmpty() ? List.of() : Arrays.asList(line.split("\t"));
    }
}
