package dev.lamina.app.studio.history;

import dev.lamina.app.studio.base.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/// Says how long ago something was.
record Ago(Texts texts, ZoneId zone) {
    String words(Instant when, Instant now) {
        Duration passed = Duration.between(when, now);
        if (passed.compareTo(Duration.ofMinutes(1)) < 0) {
            return texts.get("ago.now");
        }
        if (passed.compareTo(Duration.ofHours(1)) < 0) {
            return texts.get("ago.minutes", passed.toMinutes());
        }
        if (passed.compareTo(Duration.ofDays(1)) < 0) {
            return texts.get("ago.hours", passed.toHours());
        }
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(Locale.getDefault(Locale.Category.DISPLAY))
                .format(when.atZone(zone));
    }
}
