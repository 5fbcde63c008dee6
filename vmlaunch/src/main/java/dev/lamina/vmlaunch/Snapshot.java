package dev.lamina.vmlaunch;

import java.time.Instant;

/// A kept state of a machine: its memory, its processors and its disks.
///
/// @param made when, by the host's clock
/// @param bytes of the memory's part
public record Snapshot(String name, Instant made, long bytes) {}
