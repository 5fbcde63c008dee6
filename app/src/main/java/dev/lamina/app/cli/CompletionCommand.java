package dev.lamina.app.cli;

import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Parameters;

/// `lamina completion`.
@Command(
        name = "completion",
        header = "Print a script that teaches a shell to complete lamina's commands and options.",
        footer = {
            "",
            "Examples:",
            "  lamina completion bash >~/.local/share/bash-completion/completions/lamina",
            "  eval \"$(lamina completion zsh)\"",
            "  lamina completion fish >~/.config/fish/completions/lamina.fish"
        })
final class CompletionCommand implements Callable<Integer> {
    private final Session session;
    private final CommandLine root;

    @Parameters(paramLabel = "SHELL", description = "${COMPLETION-CANDIDATES}.")
    Shell shell = Shell.BASH;

    enum Shell {
        BASH,
        ZSH,
        FISH;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    CompletionCommand(Session session, CommandLine root) {
        this.session = session;
        this.root = root;
    }

    @Override
    public Integer call() {
        session.out().print(shell == Shell.FISH ? fish() : AutoComplete.bash("lamina", root) + MachineNames.bash());
        return 0;
    }

    private String fish() {
        StringBuilder script = new StringBuilder("complete -c lamina -e\n");
        root.getSubcommands().forEach((name, line) -> {
            script.append("complete -c lamina -n __fish_use_subcommand -a %s -d %s%n"
                    .formatted(name, quote(line.getCommandSpec().usageMessage().header()[0])));
            line.getSubcommands()
                    .forEach((verb, below) ->
                            script.append("complete -c lamina -n '__fish_seen_subcommand_from %s' -a %s -d %s%n"
                                    .formatted(
                                            name,
                                            verb,
                                            quote(below.getCommandSpec()
                                                    .usageMessage()
                                                    .header()[0]))));
            line.getCommandSpec().options().forEach(option -> script.append(fish(name, option)));
        });
        return script + MachineNames.fish();
    }

    private static String fish(String command, OptionSpec option) {
        StringBuilder line = new StringBuilder("complete -c lamina -n '__fish_seen_subcommand_from " + command + "'");
        for (String name : option.names()) {
            line.append(name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1));
        }
        String words = option.description().length > 0 ? option.description()[0] : "";
        // picocli's variables mean nothing outside of its help.
        return line + (option.arity().max() > 0 ? " -r" : "") + " -d " + quote(words.replaceAll("\\s*\\$\\{.*", ""))
                + "\n";
    }

    private static String quote(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
