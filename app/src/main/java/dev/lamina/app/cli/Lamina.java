package dev.lamina.app.cli;

import picocli.CommandLine.Command;

/// The command `lamina`.
@Command(name = "lamina")
final class Lamina {}
