package dev.lamina.app.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// What stands above all commands. `lamina` alone opens the window.
@Command(
        name = "lamina",
        header = "Composes, checks, builds and boots lean Linux systems of the LinuxKit form.",
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "Examples:",
            "  lamina run examples/minimal.yml          build a system and boot it",
            "  lamina build --dir out web.yml           write kernel, initrd and command line",
            "  lamina COMMAND --help                    the options of a command, with examples",
            "",
            "Exit codes: 0 done, 1 wrong input, 2 wrong usage, 3 something is missing on this machine,",
            "4 the virtual machine or an external part failed, 130 cancelled."
        })
final class LaminaCommand {
    @Mixin
    final GlobalOptions options;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version.")
    boolean version;

    LaminaCommand(GlobalOptions options) {
        this.options = options;
    }
}
