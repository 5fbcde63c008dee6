package dev.lamina.app.studio.boottest;

/// A step as it is shown.
///
/// @param words what is to be so
/// @param detail what is so instead, or why it was left out; may be empty
/// @param time how long it took; may be empty
record TestRow(String words, State state, String detail, String time) {
    enum State {
        OPEN,
        RUNNING,
        PASSED,
        FAILED,
        SKIPPED
    }
}
