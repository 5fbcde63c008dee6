package dev.lamina.app.studio.problems;

import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.session.Place;
import dev.lamina.model.check.Finding;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A finding in the list.
record ProblemEntry(Finding finding, Standing standing) {
    private static final Texts TEXTS = Texts.of(ProblemEntry.class);
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern SUBJECT = Pattern.compile("[a-z]+\\[(.*?)](?:[.\\[].*)?", Pattern.DOTALL);

    /// How a finding stands to the text that is there now.
    enum Standing {
        /// It is so.
        FOUND,

        /// A waiver allows it.
        ALLOWED,

        /// It was so before the text became something that is no YAML.
        EARLIER
    }

    /// What a finding is called by when the list is made again: places move, this stays.
    record Key(String code, String subject, String message) {}

    Key key() {
        return new Key(finding.code(), finding.subject(), finding.message());
    }

    /// What it is of, for people: the name of a component, else a key of the document, else the document.
    String component() {
        Matcher matcher = SUBJECT.matcher(finding.subject());
        if (matcher.matches()) {
            return matcher.group(1);
        }
        String path = finding.path();
        int end = path.indexOf('.');
        return path.isEmpty() ? TEXTS.get("of.document") : end < 0 ? path : path.substring(0, end);
    }

    Optional<Place> place() {
        return Place.of(finding.path());
    }

    /// Whether all words of a query are in what is shown of it.
    boolean has(String query) {
        if (query.isBlank()) {
            return true;
        }
        String text = (finding.message() + " " + finding.code() + " " + finding.subject() + " "
                        + finding.severity().text() + " " + finding.rule().title())
                .toLowerCase(Locale.ROOT);
        return BLANKS.splitAsStream(query.toLowerCase(Locale.ROOT).strip()).allMatch(text::contains);
    }
}
