package dev.lamina.model.yaml;

import java.util.List;
import java.util.Optional;

/// Says in plain words what a YAML parser complains about.
record SyntaxWords(String message, Optional<String> hint) {

    private record Known(String fragment, String message, String hint) {}

    /// Fragments of the parser's problem texts, the more specific first.
    private static final List<Known> KNOWN = List.of(
            new Known("(TAB)", "a tab cannot be used for indentation", "use blanks, usually two for each level"),
            new Known(
                    "mapping values are not allowed here",
                    "a colon is not possible here",
                    "put a text that holds \": \" in quotes, and indent the keys of a mapping equally"),
            new Known(
                    "mapping keys are not allowed here", "a \"?\" cannot start a text here", "put the text in quotes"),
            new Known(
                    "sequence entries are not allowed here",
                    "a list cannot begin here",
                    "begin each entry with \"- \" on a line of its own"),
            new Known(
                    "could not find expected ':'",
                    "a colon is missing after the key on this line",
                    "write \"key: value\", and indent the lines of a longer text below its key"),
            new Known("A simple key is required", "a key is missing before the colon", "write \"key: value\""),
            new Known(
                    "expected <block end>",
                    "this line does not fit the indentation of the lines above",
                    "indent the entries of a list or mapping equally"),
            new Known(
                    "expected ',' or ']'",
                    "a list in [ ] is not continued or closed here",
                    "separate the entries by commas and end with \"]\""),
            new Known(
                    "expected ',' or '}'",
                    "a mapping in { } is not continued or closed here",
                    "separate the entries by commas and end with \"}\""),
            new Known(
                    "found undefined alias",
                    "the name after \"*\" is not defined above",
                    "define it with \"&name\" first, or put the text in quotes"),
            new Known(
                    "but found another document", "only one document is allowed in a file", "remove the line \"---\""),
            new Known(
                    "expected '<document start>'",
                    "this line does not belong to the document above",
                    "indent it, or remove the line \"...\""),
            new Known(
                    "found unknown escape character",
                    "an unknown escape after the backslash",
                    "write \"\\\\\" for a backslash, or use single quotes"),
            new Known(
                    "expected escape sequence",
                    "digits are missing after the backslash",
                    "write \"\\\\\" for a backslash, or use single quotes"),
            new Known(
                    "hexadecimal",
                    "digits are missing after the backslash",
                    "write \"\\\\\" for a backslash, or use single quotes"),
            new Known(
                    "found unexpected end of stream",
                    "the closing quote is missing",
                    "end the text with the same quote"),
            new Known(
                    "found unexpected document separator",
                    "the closing quote is missing",
                    "end the text with the same quote"),
            new Known(
                    "chomping or indentation indicators",
                    "only + - or a digit may follow \"|\" and \">\"",
                    "begin the text on the next line"),
            new Known(
                    "expected a comment or a line break",
                    "nothing may follow \"|\" or \">\" on its line",
                    "begin the text on the next line"),
            new Known("indentation indicator", "the digit after \"|\" or \">\" must be 1 to 9", "leave the digit out"),
            new Known("cannot start any token", "a text cannot begin with this character", "put the text in quotes"),
            new Known(
                    "alphabetic or numeric character",
                    "a name is missing after \"&\" or \"*\"",
                    "put the text in quotes"),
            new Known(
                    "unexpected character found",
                    "a name after \"&\" or \"*\" cannot hold this character",
                    "put the text in quotes"),
            new Known("expected the node content", "a value is missing here", "write the value, or put it in quotes"),
            new Known(
                    "incompatible YAML document",
                    "this version of YAML is not supported",
                    "remove the line that begins with \"%YAML\""),
            new Known(
                    "special characters are not allowed",
                    "a control character is not possible in YAML",
                    "remove it, or write it as \"\\xNN\" in double quotes"),
            new Known("tag", "a type after \"!\" is not understood", "remove it, or put the text in quotes"),
            new Known("URI", "a type after \"!\" is not understood", "remove it, or put the text in quotes"),
            new Known("directive", "a line that begins with \"%\" is not understood", "put the text in quotes"));

    static SyntaxWords of(String problem) {
        return KNOWN.stream()
                .filter(known -> problem.contains(known.fragment))
                .findFirst()
                .map(known -> new SyntaxWords(known.message, Optional.of(known.hint)))
                .orElse(new SyntaxWords(
                        "this is not valid YAML",
                        Optional.of("check the indentation and the quotes of this line and the one above")));
    }
}
