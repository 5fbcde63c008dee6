package dev.lamina.app.cli;

/// The part of completion scripts that knows which machines run.
final class MachineNames {
    /// Behind what picocli makes. Names are letters, digits and `._-` alone.
    private static final String BASH = """

        # Names of machines that run, where one is wanted.
        function _lamina_with_machines() {
          _complete_lamina
          local verb="${COMP_WORDS[1]}" before="${COMP_WORDS[COMP_CWORD-1]}" now="${COMP_WORDS[COMP_CWORD]}"
          case "$COMP_CWORD $verb $before" in
            "2 attach "*|"2 logs "*|"2 stop "*|"2 pause "*|"2 resume "*|*" exec --vm"|*" snapshot --vm") ;;
            *) return ;;
          esac
          local names
          names=$("${COMP_WORDS[0]}" ps --json 2>/dev/null | sed -n 's/^{"machine":"\\([^"]*\\)".*/\\1/p')
          local IFS=$'\\n'
          COMPREPLY+=( $(compgen -W "$names" -- "$now") )
        }
        complete -F _lamina_with_machines -o default lamina lamina.sh lamina.bash
        """;

    private static final String FISH = """
        function __lamina_machines
          lamina ps --json 2>/dev/null | string replace -rf '^{"machine":"([^"]*)".*' '$1'
        end
        complete -c lamina -f -n '__fish_seen_subcommand_from attach logs stop pause resume' -a '(__lamina_machines)'
        complete -c lamina -x -n '__fish_seen_subcommand_from exec snapshot' -l vm -a '(__lamina_machines)'
        """;

    private MachineNames() {}

    static String bash() {
        return BASH;
    }

    static String fish() {
        return FISH;
    }
}
