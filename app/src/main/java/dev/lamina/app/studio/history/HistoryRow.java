package dev.lamina.app.studio.history;

/// One step of the history as it is shown.
///
/// @param step its number in the history
/// @param when in words, e.g. `2 min ago`
record HistoryRow(int step, String label, String icon, String when, State state) {
    enum State {
        DONE,
        /// The text is the one of this step.
        CURRENT,
        UNDONE
    }
}
