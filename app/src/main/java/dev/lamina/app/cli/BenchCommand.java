package dev.lamina.app.cli;

import picocli.CommandLine.Command;

/// `lamina bench`, a group.
@Command(
        name = "bench",
        header = "Measure what Lamina promises.",
        footer = {"", "Examples:", "  lamina bench build examples/web.yml", "  lamina bench boot examples/minimal.yml"})
final class BenchCommand {}
