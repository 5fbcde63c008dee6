package dev.lamina.model.validate;

import dev.lamina.model.value.SourceSpan;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A comment that allows what a rule finds: `# lamina: allow PRV01 until 2027-01-31 because it mounts disks`. It counts
/// for the component that it stands in, or directly above.
///
/// @param until the last day on which it counts
/// @param span of the comment
record Waiver(String code, LocalDate until, String reason, SourceSpan span) {
    static final String FORM = "# lamina: allow CODE until YYYY-MM-DD because REASON";

    /// What begins each of them, and comments that are surely meant as one.
    static final Pattern MARK = Pattern.compile(
            "#\\s*lamina:\\s*(?:allow|disable|ignore|skip|suppress|waive)\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern WHOLE = Pattern.compile(
            "#\\s*lamina:\\s*allow\\s+([A-Z]{3}\\d{2})\\s+until\\s+(\\d{4}-\\d{2}-\\d{2})\\s+because\\s+(\\S.*?)\\s*",
            Pattern.CASE_INSENSITIVE);

    /// Empty when it has not the form.
    static Optional<Waiver> parse(String comment, SourceSpan span) {
        Matcher matcher = WHOLE.matcher(comment);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Waiver(
                    matcher.group(1).toUpperCase(Locale.ROOT),
                    LocalDate.parse(matcher.group(2)),
                    matcher.group(3),
                    span));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
