package dev.lamina.assembler.sbom;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What may stand as a licence in SPDX documents.
final class Licences {
    /// The identifiers of SPDX that packages of Alpine and our components commonly have. Another word would make the
    /// document invalid.
    private static final Set<String> KNOWN = Set.of(
            "0BSD",
            "AGPL-3.0-only",
            "AGPL-3.0-or-later",
            "Apache-2.0",
            "Artistic-2.0",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "BSL-1.0",
            "CC0-1.0",
            "GPL-2.0-only",
            "GPL-2.0-or-later",
            "GPL-3.0-only",
            "GPL-3.0-or-later",
            "ISC",
            "LGPL-2.0-or-later",
            "LGPL-2.1-only",
            "LGPL-2.1-or-later",
            "LGPL-3.0-only",
            "LGPL-3.0-or-later",
            "MIT",
            "MPL-2.0",
            "OpenSSL",
            "PostgreSQL",
            "Python-2.0",
            "Unlicense",
            "Zlib",
            "curl");

    /// An expression that is longer says more than anybody reads, and takes the matcher's stack.
    private static final int LONGEST = 1000;

    private static final Pattern WORDS = Pattern.compile("[A-Za-z0-9.-]+( (AND|OR) [A-Za-z0-9.-]+)*");

    private Licences() {}

    /// Whether a text is an expression of licences that are known here.
    static boolean isExpression(String text) {
        return text.length() <= LONGEST
                && WORDS.matcher(text).matches()
                && Stream.of(text.split(" (AND|OR) ")).allMatch(KNOWN::contains);
    }
}
