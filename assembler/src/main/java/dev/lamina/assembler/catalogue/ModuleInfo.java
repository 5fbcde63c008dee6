package dev.lamina.assembler.catalogue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What a kernel module says about itself in its section `.modinfo`: texts `key=value`, each ended by a zero byte.
///
/// @param depends names of the modules that it uses
/// @param wishes names of modules that should be loaded before it if they are there (`softdep=pre: …`)
/// @param companions names of modules that should be loaded after it (`softdep=… post: …`)
/// @param aliases patterns of device names and other names by which it is asked for
record ModuleInfo(List<String> depends, List<String> wishes, List<String> companions, List<String> aliases) {
    ModuleInfo {
        depends = List.copyOf(depends);
        wishes = List.copyOf(wishes);
        companions = List.copyOf(companions);
        aliases = List.copyOf(aliases);
    }

    /// Whether programs reach it through a device node of a name that is known before, such as `/dev/loop-control`.
    boolean hasFixedDevice() {
        return aliases.stream().anyMatch(alias -> alias.startsWith("devname:"));
    }

    static ModuleInfo parse(byte[] section) {
        List<String> depends = new ArrayList<>();
        List<String> wishes = new ArrayList<>();
        List<String> companions = new ArrayList<>();
        List<String> aliases = new ArrayList<>();
        for (String text : new String(section, StandardCharsets.ISO_8859_1).split("\0")) {
            int equals = text.indexOf('=');
            String value = text.substring(equals + 1);
            switch (text.substring(0, Math.max(0, equals))) {
                case "depends" -> words(value, ",").map(ModuleInfo::canonical).forEach(depends::add);
                case "softdep" -> addSoft(value, wishes, companions);
                case "alias" -> aliases.add(canonicalPattern(value));
                default -> {
                    // author, licence, parameters and the like
                }
            }
        }
        return new ModuleInfo(depends, wishes, companions, aliases);
    }

    private static void addSoft(String value, List<String> wishes, List<String> companions) {
        List<String> names = new ArrayList<>(); // before "pre:" or "post:" names mean nothing
        for (String word : words(value, "\\s+").toList()) {
            switch (word) {
                case "pre:" -> names = wishes;
                case "post:" -> names = companions;
                default -> names.add(canonical(word));
            }
        }
    }

    private static Stream<String> words(String text, String separator) {
        return Stream.of(text.split(separator)).filter(word -> !word.isEmpty());
    }

    /// The kernel takes `-` and `_` in names of modules for the same and says `_`.
    static String canonical(String name) {
        return name.replace('-', '_');
    }

    /// As [#canonical], but a range within brackets keeps its `-`.
    private static String canonicalPattern(String pattern) {
        StringBuilder text = new StringBuilder(pattern);
        boolean range = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            range = c == '[' || range && c != ']';
            if (c == '-' && !range) {
                text.setCharAt(i, '_');
            }
        }
        return text.toString();
    }
}
