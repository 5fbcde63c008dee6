package dev.lamina.app.studio.problems;

/// What findings are put together by.
enum Grouping {
    NONE,
    SEVERITY,
    COMPONENT,
    RULE;

    String key(ProblemEntry entry) {
        return switch (this) {
            case NONE -> "";
            case SEVERITY -> entry.finding().severity().text();
            case COMPONENT -> entry.place().map(place -> place.path()).orElseGet(entry::component);
            case RULE -> entry.finding().code();
        };
    }

    /// For people.
    String title(ProblemEntry entry) {
        return switch (this) {
            case NONE -> "";
            case SEVERITY -> entry.finding().severity().text();
            case COMPONENT -> entry.component();
            case RULE -> entry.finding().code() + "  " + entry.finding().rule().title();
        };
    }
}
