package dev.lamina.model.check.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Texts that are secrets by their form or by the name of what they are the value of. Nothing is guessed
/// from how random a text looks.
final class Secret {
    /// More of a text is not looked at.
    private static final int MOST = 65536;

    /// @param literal what each match contains, as that is found faster
    /// @param pattern looks at a bounded piece of the text from each place on
    private record Form(String what, String literal, Pattern pattern) {}

    private static final List<Form> FORMS = List.of(
            form(
                    "a private key",
                    "PRIVATE KEY-----",
                    "-----BEGIN (?!ENCRYPTED)(?:[A-Z0-9]{1,20} ){0,4}PRIVATE KEY-----"),
            form("a WireGuard private key", "PrivateKey", "(?m)^[ \\t]*PrivateKey[ \\t]*=[ \\t]*[A-Za-z0-9+/]{43}="),
            form(
                    "a WireGuard preshared key",
                    "PresharedKey",
                    "(?m)^[ \\t]*PresharedKey[ \\t]*=[ \\t]*[A-Za-z0-9+/]{43}="),
            form("a password hash", "$", "\\$(?:[1567y]|2[abxy]|apr1|gy)\\$[./A-Za-z0-9$,=]{20,}"),
            form("an access key of AWS", "AKIA", "\\bAKIA[0-9A-Z]{16}\\b"),
            form("a token of GitHub", "gh", "\\b(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_[A-Za-z0-9_]{22})"),
            form("a token of GitLab", "glpat-", "\\bglpat-[A-Za-z0-9_-]{20}"),
            form("a token of Slack", "xox", "\\bxox[abprs]-[A-Za-z0-9-]{10,}"),
            form("an API key of Google", "AIza", "\\bAIza[A-Za-z0-9_-]{35}"),
            form("a token", "eyJ", "\\beyJ[A-Za-z0-9_-]{10,500}\\.eyJ[A-Za-z0-9_-]{10,2000}\\.[A-Za-z0-9_-]{10}"),
            form("a password of a registry", "\"auths\"", "\"auth\"\\s*:\\s*\"[A-Za-z0-9+/=]{8,}\""),
            form("an address with a password", "://", "://[^\\s/:@\"'$<{]*:[^\\s/@\"'$<{]+@"),
            form("a password", "pass", "(?m)^[ \\t]*requirepass[ \\t]+[^\\s\"$]\\S*"),
            form(
                    "a password",
                    "chpasswd",
                    "(?:echo|printf) +(?:-[a-z]+ +)?[\"']?[a-z_][a-z0-9_-]{0,31}:[^\\s\"'$|]+[\"']?"
                            + " *\\| *chpasswd"),
            form(
                    "a password",
                    "machine",
                    "\\bmachine\\s{1,9}\\S{1,250}\\s{1,9}login\\s{1,9}\\S{1,250}" + "\\s{1,9}password\\s{1,9}\\S"));

    /// The end of a name whose value is a secret.
    private static final Pattern NAME = Pattern.compile(
            "(?:^|[_.-])(PASSWORD|PASSWD|PASSPHRASE|PSK|SECRET|TOKEN|(?:API|PRIVATE|SECRET|ACCESS)[_-]?KEY)$");

    /// Names of passwords that do not look like it, of PostgreSQL, MySQL, Redis and sshpass; and the short
    /// one behind another word.
    private static final Pattern OTHER_NAME = Pattern.compile(
            "-*(?:PGPASSWORD|MYSQL_PWD|REDISCLI_AUTH|REQUIREPASS|MASTERAUTH|SSHPASS)" + "|.*[A-Z0-9][_.-]PASS");

    /// A line `name = value` or `name: value`.
    private static final Pattern LINE =
            Pattern.compile("(?mi)^[ \\t]*[\"']?([a-z0-9_.-]*(?:password|passwd|passphrase|psk|secret|token|key))[\"']?"
                    + "[ \\t]*[:=][ \\t]*(\\S.*)$");

    /// What is no value, and what stands in the place of one until somebody writes it.
    private static final Set<String> NO_VALUES = Set.of(
            "",
            "yes",
            "no",
            "true",
            "false",
            "0",
            "1",
            "none",
            "null",
            "~",
            "\"\"",
            "''",
            "|",
            ">",
            "change-me",
            "change_me",
            "changeme");

    private Secret() {}

    private static Form form(String what, String literal, String pattern) {
        return new Form(what, literal, Pattern.compile(pattern));
    }

    /// What secrets a text holds, in words.
    static List<String> in(String whole) {
        String text = whole.length() > MOST ? whole.substring(0, MOST) : whole;
        List<String> found = new ArrayList<>();
        for (Form form : FORMS) {
            if (text.contains(form.literal()) && form.pattern().matcher(text).find()) {
                found.add(form.what());
            }
        }
        if (found.isEmpty()) {
            line(text).ifPresent(found::add);
        }
        return found;
    }

    private static Optional<String> line(String text) {
        Matcher matcher = LINE.matcher(text);
        while (matcher.find()) {
            Optional<String> what = named(matcher.group(1), matcher.group(2).strip());
            if (what.isPresent()) {
                return what;
            }
        }
        return Optional.empty();
    }

    /// What the value of a name is, when it is a secret: not a path, a reference or a switch.
    static Optional<String> named(String name, String given) {
        String value = unquoted(given);
        boolean secret = !NO_VALUES.contains(value.toLowerCase(Locale.ROOT))
                && !value.startsWith("/")
                && !value.startsWith("$")
                && !value.startsWith("{")
                && !value.startsWith("<")
                && !value.startsWith("file:");
        String upper = name.toUpperCase(Locale.ROOT);
        Matcher matcher = NAME.matcher(upper);
        if (!secret || upper.contains("PUBLIC")) {
            return Optional.empty();
        }
        return matcher.find()
                ? Optional.of(words(matcher.group(1)))
                : Optional.of("a password")
                        .filter(words -> OTHER_NAME.matcher(upper).matches());
    }

    private static String unquoted(String text) {
        boolean quoted = text.length() > 1
                && (text.startsWith("\"") && text.endsWith("\"") || text.startsWith("'") && text.endsWith("'"));
        return quoted ? text.substring(1, text.length() - 1) : text;
    }

    private static String words(String name) {
        return switch (name) {
            case "PASSWORD", "PASSWD" -> "a password";
            case "PASSPHRASE", "PSK" -> "a passphrase";
            case "TOKEN" -> "a token";
            case "SECRET" -> "a secret";
            default -> "a secret key";
        };
    }
}
