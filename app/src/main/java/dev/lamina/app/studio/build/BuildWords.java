package dev.lamina.app.studio.build;

import dev.lamina.app.operation.BuildNote;
import dev.lamina.app.studio.base.Texts;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/// Says when a build was, and what came of it.
record BuildWords(Clock clock, ZoneId zone) {
    private static final Texts TEXTS = Texts.of(BuildWords.class);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    String when(BuildNote note) {
        ZonedDateTime begun = note.begun().atZone(zone);
        String time = TIME.format(begun);
        LocalDate day = begun.toLocalDate();
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        if (day.equals(today)) {
            return TEXTS.get("when.today", time);
        }
        if (day.equals(today.minusDays(1))) {
            return TEXTS.get("when.yesterday", time);
        }
        return TEXTS.get(
                "when.day",
                DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                        .withLocale(Locale.getDefault(Locale.Category.DISPLAY))
                        .format(begun),
                time);
    }

    String outcome(BuildNote note) {
        String key = "outcome." + Texts.word(note.outcome());
        return TEXTS.get(key, Amounts.time(note.took()), note.message());
    }

    /// Formats and architecture.
    static String what(BuildNote note) {
        return TEXTS.get("what", note.name(), String.join(", ", note.formats()), note.arch());
    }
}
