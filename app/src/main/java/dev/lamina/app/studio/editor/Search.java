package dev.lamina.app.studio.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// Finds text in a text. A pattern that would take for ever ends with an error.
final class Search {
    static final int MOST = 10_000;

    /// How often characters may be looked at: for about 10 ms.
    static final long QUICK = 3_000_000;

    /// The same, for about a second.
    static final long PATIENT = 200_000_000;

    private Search() {}

    record Query(String text, boolean matchCase, boolean wholeWord, boolean regex) {}

    /// @param from offset of the first character
    /// @param to behind the last one
    record Range(int from, int to) {}

    sealed interface Result {
        /// @param more whether there are more than are listed
        record Found(List<Range> ranges, boolean more) implements Result {
            public Found {
                ranges = List.copyOf(ranges);
            }
        }

        /// The pattern is none.
        ///
        /// @param reason for the user
        record Bad(String reason) implements Result {}

        /// It took too long.
        record TooSlow() implements Result {}
    }

    /// @param looks how often characters may be looked at, such as [#QUICK]
    static Result find(String text, Query query, long looks) {
        if (query.text().isEmpty()) {
            return new Result.Found(List.of(), false);
        }
        try {
            Matcher matcher = pattern(query).matcher(new LimitedText(text, looks));
            List<Range> ranges = new ArrayList<>();
            while (matcher.find()) {
                if (ranges.size() == MOST) {
                    return new Result.Found(ranges, true);
                }
                if (matcher.end() > matcher.start()) {
                    ranges.add(new Range(matcher.start(), matcher.end()));
                }
            }
            return new Result.Found(ranges, false);
        } catch (PatternSyntaxException e) {
            return new Result.Bad(e.getDescription());
        } catch (LimitedText.TooSlowException | StackOverflowError e) {
            return new Result.TooSlow();
        }
    }

    private static Pattern pattern(Query query) {
        String text = query.regex() ? query.text() : Pattern.quote(query.text());
        String whole = query.wholeWord() ? "(?<!\\w)(?:" + text + ")(?!\\w)" : text;
        int flags = Pattern.MULTILINE | (query.matchCase() ? 0 : Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        return Pattern.compile(whole, flags);
    }

    /// The changes that put a replacement in the place of matches; `$1` in it stands for a group of a regular
    /// expression.
    ///
    /// @param ranges matches of the query in the text
    /// @throws IllegalArgumentException the replacement names a group that there is not
    static List<TextChange> replace(String text, Query query, List<Range> ranges, String replacement) {
        List<TextChange> changes = new ArrayList<>();
        Matcher matcher = pattern(query).matcher(new LimitedText(text, PATIENT));
        for (Range range : ranges) {
            changes.add(new TextChange(
                    range.from(),
                    range.to() - range.from(),
                    query.regex() ? filled(matcher, range, replacement) : replacement));
        }
        return changes;
    }

    private static String filled(Matcher matcher, Range range, String replacement) {
        if (!matcher.find(range.from())) {
            return replacement;
        }
        StringBuilder made = new StringBuilder();
        for (int at = 0; at < replacement.length(); at++) {
            char c = replacement.charAt(at);
            boolean more = at + 1 < replacement.length();
            if (c == '\\' && more) {
                char next = replacement.charAt(++at);
                made.append(next == 'n' ? '\n' : next == 't' ? '\t' : next);
            } else if (c == '$' && more && Character.isDigit(replacement.charAt(at + 1))) {
                int group = replacement.charAt(++at) - '0';
                if (group > matcher.groupCount()) {
                    throw new IllegalArgumentException("$" + group);
                }
                String found = matcher.group(group);
                made.append(found == null ? "" : found);
            } else {
                made.append(c);
            }
        }
        return made.toString();
    }
}
