package dev.lamina.app.cli;

import java.util.Locale;

/// A text in the language of manual pages (roff, the macros of `man`), as groff and mandoc read it.
///
/// What is added is text: nothing in it is taken for a request or an escape.
final class Roff {
    private final StringBuilder page = new StringBuilder();

    /// The first line of a page of section 1.
    Roff title(String name, String version) {
        return request(".TH \"" + escaped(name.toUpperCase(Locale.ROOT)) + "\" 1 \"\" \"" + escaped(version)
                + "\" \"Lamina\"");
    }

    Roff section(String heading) {
        return request(".SH " + heading);
    }

    /// A term with what it means below it, further in.
    Roff entry(String term, String meaning) {
        request(".TP").request("\\fB" + escaped(term) + "\\fR");
        return text(meaning);
    }

    Roff text(String words) {
        words.lines().forEach(line -> request(lineOf(line.strip())));
        return this;
    }

    /// Lines that are shown as they are.
    Roff verbatim(Iterable<String> lines) {
        request(".nf");
        for (String line : lines) {
            request(lineOf(line));
        }
        return request(".fi");
    }

    private Roff request(String line) {
        page.append(line).append('\n');
        return this;
    }

    /// A dot or an apostrophe at the start would make a request of it; an empty line makes a gap of its own.
    private static String lineOf(String line) {
        boolean special = line.startsWith(".") || line.startsWith("'");
        return (special ? "\\&" : "") + escaped(line);
    }

    /// Minus signs stay what can be copied to a command line.
    private static String escaped(String text) {
        return text.replace("\\", "\\e")
                .replace("-", "\\-")
                .replace("\"", "\\(dq")
                .replace("'", "\\(aq")
                .replace("`", "\\(ga")
                .replace("~", "\\(ti")
                .replace("^", "\\(ha");
    }

    @Override
    public String toString() {
        return page.toString();
    }
}
