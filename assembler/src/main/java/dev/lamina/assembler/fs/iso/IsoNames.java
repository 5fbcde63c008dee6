package dev.lamina.assembler.fs.iso;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Names of the nodes in one of the two hierarchies, each only once in its directory.
enum IsoNames {
    /// Capital letters, digits and `_`, at most 30 of them in a name and its extension, for readers that know nothing
    /// else.
    PLAIN {
        @Override
        String wanted(String name) {
            int dot = name.lastIndexOf('.');
            String extension = dot > 0 ? strict(name.substring(dot + 1)) : "";
            String base = strict(dot > 0 ? name.substring(0, dot) : name);
            String end = extension.isEmpty() ? "" : "." + cut(extension, LONGEST_EXTENSION);
            return cut(base, LONGEST_PLAIN - end.length()) + end;
        }

        private String strict(String text) {
            return text.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9_]", "_");
        }

        @Override
        String numbered(String name, int number) {
            int dot = name.lastIndexOf('.');
            String end = "_" + number + (dot < 0 ? "" : name.substring(dot));
            return cut(dot < 0 ? name : name.substring(0, dot), LONGEST_PLAIN - end.length()) + end;
        }

        /// The dot is there without an extension too (7.5.1).
        @Override
        String fileName(String name) {
            return name.indexOf('.') < 0 ? name + "." : name;
        }

        @Override
        byte[] encode(String name) {
            return name.getBytes(StandardCharsets.US_ASCII);
        }
    },

    /// Joliet, which Windows reads: 64 characters of UCS-2.
    JOLIET {
        @Override
        String wanted(String name) {
            StringBuilder wanted = new StringBuilder();
            for (int i = 0; i < name.length(); i++) {
                char c = name.charAt(i);
                boolean escape = Character.isSurrogate(c) && !isOfPair(name, i);
                wanted.append(c < ' ' || "*/:;?\\".indexOf(c) >= 0 || escape ? '_' : c);
            }
            return cut(wanted.toString(), LONGEST_JOLIET);
        }

        private boolean isOfPair(String name, int at) {
            return at > 0 && Character.isSurrogatePair(name.charAt(at - 1), name.charAt(at))
                    || at + 1 < name.length() && Character.isSurrogatePair(name.charAt(at), name.charAt(at + 1));
        }

        @Override
        String numbered(String name, int number) {
            int dot = name.lastIndexOf('.');
            String extension = dot > 0 && name.length() - dot <= LONGEST_EXTENSION + 1 ? name.substring(dot) : "";
            String base = name.substring(0, name.length() - extension.length());
            String end = "_" + number + extension;
            return cut(base, LONGEST_JOLIET - end.length()) + end;
        }

        @Override
        byte[] encode(String name) {
            return name.getBytes(StandardCharsets.UTF_16BE);
        }
    };

    private static final int LONGEST_PLAIN = 30;
    private static final int LONGEST_EXTENSION = 8;
    private static final int LONGEST_JOLIET = 64;

    /// What the rules leave of a name.
    abstract String wanted(String name);

    /// Another name, if that one is taken.
    abstract String numbered(String name, int number);

    abstract byte[] encode(String name);

    static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }

    /// A child with its identifier.
    record Named(IsoNode node, byte[] identifier) {}

    /// All children of a directory in the order that the standard asks for (9.3): by name, then by
    /// extension. Identifiers of files end with their version, `;1`.
    List<Named> of(IsoNode directory) {
        Set<String> taken = new HashSet<>();
        Map<IsoNode, byte[]> names = new IdentityHashMap<>();
        for (IsoNode child : directory.children) {
            String wanted = wanted(child.name);
            String name = wanted;
            for (int number = 1; !taken.add(name); number++) {
                name = numbered(wanted, number);
            }
            names.put(child, encode(child.isDirectory() ? name : fileName(name)));
        }
        return names.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Arrays::compareUnsigned))
                .map(entry -> new Named(entry.getKey(), versioned(entry.getKey(), entry.getValue())))
                .toList();
    }

    String fileName(String name) {
        return name;
    }

    private byte[] versioned(IsoNode node, byte[] name) {
        byte[] version = node.isDirectory() ? new byte[0] : encode(";1");
        byte[] identifier = Arrays.copyOf(name, name.length + version.length);
        System.arraycopy(version, 0, identifier, name.length, version.length);
        return identifier;
    }
}
