package dev.lamina.app.doctor;

import java.net.URI;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What to do about something.
///
/// @param text as a sentence; empty when the command says it all
/// @param command for a shell of this system
/// @param link a page that says more
/// @param needs what else it takes
public record Cure(String text, Optional<String> command, Optional<URI> link, Set<Need> needs) {
    /// How commands stand in the words of hypervisors: at their beginning, after a colon at the end, or quoted.
    private static final Pattern BEGIN =
            Pattern.compile("^((?:sudo |brew |winget |apt |dnf )[^,(]*?)(?:$|(?:,| \\().*)");
    private static final Pattern END = Pattern.compile("^in a PowerShell as administrator: (.+)$");
    private static final Pattern QUOTED = Pattern.compile("\\brun '([^']+)'");

    public Cure {
        needs = Set.copyOf(needs);
    }

    /// What a cure takes beside the command or the click.
    public enum Need {
        ADMINISTRATOR("needs the rights of an administrator"),
        LOGIN("counts when you have logged out and in again"),
        RESTART("counts when the computer has restarted");

        private final String text;

        Need(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static Cure text(String text) {
        return new Cure(text, Optional.empty(), Optional.empty(), Set.of());
    }

    public static Cure command(String command) {
        Set<Need> needs = command.startsWith("sudo ") ? Set.of(Need.ADMINISTRATOR) : Set.of();
        return new Cure("", Optional.of(command), Optional.empty(), needs);
    }

    public Cure saying(String sentence) {
        return new Cure(sentence, command, link, needs);
    }

    public Cure linking(String address) {
        return new Cure(text, command, Optional.of(URI.create(address)), needs);
    }

    public Cure needing(Need more) {
        EnumSet<Need> all = EnumSet.of(more);
        all.addAll(needs);
        return new Cure(text, command, link, all);
    }

    /// From the words with which hypervisors tell what to do.
    public static Cure told(String fix) {
        Cure cure = worded(fix);
        String lower = fix.toLowerCase(Locale.ROOT);
        cure = lower.contains("restart;") || lower.endsWith("restart") || lower.contains("reboot")
                ? cure.needing(Need.RESTART)
                : cure;
        cure = lower.contains("log in again") || lower.contains("log off") ? cure.needing(Need.LOGIN) : cure;
        return lower.contains("as administrator") ? cure.needing(Need.ADMINISTRATOR) : cure;
    }

    private static Cure worded(String fix) {
        Matcher begin = BEGIN.matcher(fix);
        if (begin.matches()) {
            return begun(fix, begin.group(1).strip());
        }
        Matcher end = END.matcher(fix);
        if (end.matches()) {
            return command(end.group(1)).saying("In a PowerShell as administrator:");
        }
        Matcher quoted = QUOTED.matcher(fix);
        return quoted.find() ? command(quoted.group(1)).saying(sentence(fix)) : text(sentence(fix));
    }

    /// What follows a command is left out when the needs say it.
    private static Cure begun(String fix, String command) {
        boolean more = !fix.equals(command) && !fix.equals(command + ", then log in again");
        return command(command).saying(more ? fix : "");
    }

    private static String sentence(String words) {
        String begun = words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
        return begun.endsWith(".") ? begun : begun + ".";
    }
}
