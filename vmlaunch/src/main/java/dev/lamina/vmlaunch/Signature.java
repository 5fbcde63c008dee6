package dev.lamina.vmlaunch;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One kind of failure and how to recognise it: a block of `boot-failures.txt`.
///
/// @param console lines of the console, from the kernel and from whoever else prints there
/// @param says the last words of a container or of the runtime about it, as events and LinuxKit's init tell them
/// @param part what is at fault when no container is, e.g. `kernel`
/// @param reason with the gaps of the patterns still open; "it" is the component
/// @param seen the test in which a real boot shows it
/// @param source where the line is quoted from, when no test makes it
record Signature(
        String id,
        List<LinePattern> console,
        List<LinePattern> says,
        Optional<String> part,
        String reason,
        Optional<String> rule,
        String fix,
        boolean fatal,
        Optional<String> seen,
        Optional<String> source) {
    private static final Pattern GAP = Pattern.compile("\\{([a-z]+)}");
    private static final String QUOTES = "\\\"'`";

    Signature {
        console = List.copyOf(console);
        says = List.copyOf(says);
    }

    Optional<Map<String, String>> matchConsole(String line) {
        return match(console, line);
    }

    Optional<Map<String, String>> matchSaid(String text) {
        return match(says, text);
    }

    /// Made for what does not match: a flooded console has a million lines that mean nothing.
    private static Optional<Map<String, String>> match(List<LinePattern> patterns, String line) {
        for (LinePattern pattern : patterns) {
            Optional<Map<String, String>> gaps = pattern.match(line);
            if (gaps.isPresent()) {
                return gaps;
            }
        }
        return Optional.empty();
    }

    /// @param component what failed, when a container did
    BootFailure failure(Optional<String> component, String line, Map<String, String> gaps) {
        Optional<String> who = component.or(() -> part);
        return new BootFailure(id, who, line, fill(reason, gaps), rule, fill(fix, gaps), fatal);
    }

    /// Braces around anything but a name are YAML.
    private static String fill(String template, Map<String, String> gaps) {
        return GAP.matcher(template)
                .replaceAll(found -> Matcher.quoteReplacement(unquoted(gaps.getOrDefault(found.group(1), "?"))));
    }

    /// Runtimes quote what others have quoted before.
    private static String unquoted(String value) {
        int from = 0;
        int to = value.length();
        while (from < to && QUOTES.indexOf(value.charAt(from)) >= 0) {
            from++;
        }
        while (to > from && QUOTES.indexOf(value.charAt(to - 1)) >= 0) {
            to--;
        }
        return value.substring(from, to);
    }
}
