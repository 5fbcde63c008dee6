package dev.lamina.model.check;

/// Looks for one way to be wrong. Checks have no state, and run on each key stroke: they look things up, and never
/// compare each with each.
public sealed interface Check permits ContainerCheck, SystemCheck {
    Rule rule();
}
