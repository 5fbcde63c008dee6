package dev.lamina.model.oci;

import dev.lamina.model.ContainerSpec.Mount;

/// A mount that a container does not get, as a later one has the same destination.
public record Replaced(Given<Mount> lost, Given<Mount> by) {}
