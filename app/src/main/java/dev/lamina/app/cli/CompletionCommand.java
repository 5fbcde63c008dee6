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
        for (CommandLine command : ManualPage.shown(root)) {
            script.append(fish("__fish_use_subcommand", command));
            String seen = "__fish_seen_subcommand_from " + command.getCommandName();
            command.getCommandSpec().options().forEach(option -> script.append(fish(seen, option)));
            for (CommandLine below : ManualPage.shown(command)) {
                script.append(fish(seen, below));
                String both = seen + "; and __fish_seen_subcommand_from " + below.getCommandName();
                below.getCommandSpec().options().stream()
                        .filter(option -> !option.inherited())
                        .forEach(option -> script.append(fish(both, option)));
            }
        }
        return script + MachineNames.fish();
    }

    /// @param when fish's condition for offering it
    private static String fish(String when, CommandLine command) {
        return "complete -c lamina -n '" + when + "' -a " + command.getCommandName() + " -d "
                + quote(command.getCommandSpec().usageMessage().header()[0]) + "\n";
    }

    private static String fish(String when, OptionSpec option) {
        if (option.hidden()) {
            return "";
        }
        StringBuilder line = new StringBuilder("complete -c lamina -n '" + when + "'");
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
