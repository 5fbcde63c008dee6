package dev.lamina.assembler.packages.index;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A text with signatures behind it (RFC 9580 §7, cleartext signature framework).
///
/// There is one way to read it, so that what was signed and what is used cannot differ: nothing may stand before or
/// behind, and the lines handed out are those that the signatures are checked against.
///
/// @param lines of the text, without the escapes and the blanks at their ends
/// @param signatures with their armour
record ClearSigned(List<String> lines, String signatures) {
    private static final String BEGIN = "-----BEGIN PGP SIGNED MESSAGE-----";
    private static final String SIGNATURE = "-----BEGIN PGP SIGNATURE-----";
    private static final String END = "-----END PGP SIGNATURE-----";

    static ClearSigned parse(byte[] bytes) throws UntrustedIndexException {
        // byte for byte, so that nothing is lost on the way back
        List<String> all = new String(bytes, StandardCharsets.ISO_8859_1)
                .lines()
                .map(ClearSigned::withoutBlanksAtItsEnd)
                .toList();
        int blank = all.indexOf("");
        int signature = all.indexOf(SIGNATURE);
        int end = all.indexOf(END);
        boolean shaped = !all.isEmpty()
                && all.getFirst().equals(BEGIN)
                && blank < signature
                && signature < end
                && all.subList(1, Math.max(blank, 1)).stream().allMatch(line -> line.startsWith("Hash: "))
                && all.subList(end + 1, all.size()).stream().allMatch(String::isEmpty);
        if (!shaped) {
            throw new UntrustedIndexException("is not signed");
        }
        return new ClearSigned(
                unescaped(all.subList(blank + 1, signature)),
                String.join("\n", all.subList(signature, end + 1)) + "\n");
    }

    private static String withoutBlanksAtItsEnd(String line) {
        int end = line.length();
        while (end > 0 && " \t\r".indexOf(line.charAt(end - 1)) >= 0) {
            end--;
        }
        return line.substring(0, end);
    }

    private static List<String> unescaped(List<String> escaped) throws UntrustedIndexException {
        List<String> lines = new ArrayList<>();
        for (String line : escaped) {
            if (line.startsWith("-") && !line.startsWith("- ")) {
                throw new UntrustedIndexException("is signed in a way that Lamina does not read");
            }
            lines.add(line.startsWith("- ") ? line.substring(2) : line);
        }
        return lines;
    }

    /// What the signatures are made over: lines end with CR LF, the last one with nothing.
    byte[] signedBytes() {
        return String.join("\r\n", lines).getBytes(StandardCharsets.ISO_8859_1);
    }
}
