package dev.lamina.app.studio.problems;

/// What stands beside the list of findings.
sealed interface Beside {

    /// The rule of the selected finding.
    record Explained() implements Beside {}

    /// Several fixes are worked out.
    record Planning() implements Beside {}

    /// What several fixes would do.
    record Planned(FixPlan plan) implements Beside {}

    /// The words of a waiver.
    record Allowing(ProblemEntry entry) implements Beside {}
}
