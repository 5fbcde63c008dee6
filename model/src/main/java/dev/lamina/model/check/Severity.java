package dev.lamina.model.check;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// How much a finding matters, the most serious first.
public enum Severity {
    /// The system will not build, or not boot as written: mend it.
    ERROR,

    /// Who takes over the container owns the machine: change it.
    CRITICAL,

    /// One step away from that: change it unless there is a reason, and write the reason down as a waiver.
    HIGH,

    /// More than is needed: look at it when the system goes to others.
    MEDIUM,

    /// Could be tighter at little cost.
    LOW,

    /// The system will behave in another way than it seems: make sure that it is meant.
    WARNING,

    /// Good to know; nothing needs to be done.
    INFO;

    /// As documents and options write it, e.g. `critical`.
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static List<String> texts() {
        return Arrays.stream(values()).map(Severity::text).toList();
    }

    /// Only the exact form.
    public static Optional<Severity> parse(String text) {
        return Arrays.stream(values())
                .filter(severity -> severity.text().equals(text))
                .findFirst();
    }

    /// Whether this is as serious as `other`, or more.
    public boolean atLeast(Severity other) {
        return compareTo(other) <= 0;
    }
}
