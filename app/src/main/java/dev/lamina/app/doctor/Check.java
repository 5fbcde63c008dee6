package dev.lamina.app.doctor;

import java.util.Optional;

/// One place that was looked at.
///
/// @param id for programs, e.g. `firmware.amd64`
/// @param title a few words
/// @param why what depends on it, as a sentence
/// @param required without it Lamina cannot do its main work: build a system of this architecture, and boot it
public record Check(String id, Group group, String title, String why, boolean required, Finding finding) {

    public Outcome outcome() {
        return finding.outcome();
    }

    public String found() {
        return finding.text();
    }

    public Optional<Cure> cure() {
        return finding.cure();
    }

    /// It stands in the way of the main work.
    public boolean blocks() {
        return required && outcome() == Outcome.MISSING;
    }
}
