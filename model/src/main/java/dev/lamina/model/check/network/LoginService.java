package dev.lamina.model.check.network;

import dev.lamina.model.FileEntry;
import dev.lamina.model.FileEntry.Directory;
import dev.lamina.model.FileEntry.Metadata;
import dev.lamina.model.FileEntry.Source;
import dev.lamina.model.FileEntry.Symlink;
import dev.lamina.model.FileEntry.Text;
import dev.lamina.model.check.ContainerView;
import dev.lamina.model.check.LocalFile;
import dev.lamina.model.check.SystemFacts;
import dev.lamina.model.check.SystemView;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A service that lets people in over the network by less than a key, as far as command, environment and files tell.
///
/// @param port that it answers on, over TCP
/// @param reason how it lets them in, e.g. `with a password`
record LoginService(int port, String reason) {
    private static final int SSH = 22;
    private static final int TELNET = 23;

    /// Switches of images that are run often, linuxserver/openssh-server and panubo/sshd, with the ports that they use.
    private static final Map<String, Integer> PASSWORD_SWITCHES = Map.of(
            "PASSWORD_ACCESS=true", 2222,
            "SSH_ENABLE_PASSWORD_AUTH=true", SSH,
            "SSH_ENABLE_ROOT_PASSWORD_AUTH=true", SSH);

    private static final Pattern OPEN_OPTION =
            Pattern.compile("(?i)\\s*(PasswordAuthentication|PermitEmptyPasswords)[ \\t=]+yes\\s*");
    private static final Pattern PORT_OPTION = Pattern.compile("(?i)\\s*Port[ \\t=]+([0-9]{1,5})\\s*");

    /// @param system whose files may be the service's configuration
    static Optional<LoginService> of(ContainerView container, SystemView system) {
        List<String> command = container.spec().command().value();
        for (int i = 0; i < command.size(); i++) {
            List<String> arguments = command.subList(i + 1, command.size());
            switch (program(command.get(i))) {
                case "telnetd" -> {
                    return Optional.of(new LoginService(port(arguments, List.of(), TELNET), "without encryption"));
                }
                case "dropbear" -> {
                    return arguments.contains("-s")
                            ? Optional.empty()
                            : Optional.of(new LoginService(port(arguments, List.of(), SSH), "with a password"));
                }
                case "sshd" -> {
                    return openSsh(container, arguments, lines(container, system));
                }
                default -> {}
            }
        }
        return repository(container).contains("sshd") || repository(container).contains("openssh")
                ? openSsh(container, List.of(), lines(container, system))
                : Optional.empty();
    }

    private static Optional<LoginService> openSsh(ContainerView container, List<String> arguments, List<String> lines) {
        Optional<Integer> asked = container.spec().env().value().stream()
                .filter(PASSWORD_SWITCHES::containsKey)
                .findFirst()
                .map(PASSWORD_SWITCHES::get);
        boolean open = asked.isPresent()
                || arguments.stream()
                        .map(LoginService::option)
                        .anyMatch(word -> OPEN_OPTION.matcher(word).matches())
                || lines.stream().anyMatch(line -> OPEN_OPTION.matcher(line).matches());
        return open
                ? Optional.of(new LoginService(port(arguments, lines, asked.orElse(SSH)), "with a password"))
                : Optional.empty();
    }

    /// `-oPasswordAuthentication=yes` is one word or two.
    private static String option(String word) {
        return word.startsWith("-o") ? word.substring(2) : word;
    }

    private static int port(List<String> arguments, List<String> lines, int usual) {
        int at = arguments.indexOf("-p");
        if (at >= 0 && at + 1 < arguments.size()) {
            String text = arguments.get(at + 1);
            return number(text.substring(text.lastIndexOf(':') + 1)).orElse(usual);
        }
        return lines.stream()
                .map(PORT_OPTION::matcher)
                .filter(Matcher::matches)
                .flatMap(matcher -> number(matcher.group(1)).stream())
                .findFirst()
                .orElse(usual);
    }

    private static Optional<Integer> number(String text) {
        boolean digits = !text.isEmpty() && text.length() <= 5 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    /// Of the configuration that the composition gives to the container by a bind, if it does.
    private static List<String> lines(ContainerView container, SystemView system) {
        return container.spec().mounts().stream()
                .map(mount -> mount.value())
                .filter(mount ->
                        mount.type().equals("bind") && mount.destination().startsWith("/etc/ssh"))
                .flatMap(mount ->
                        system.composition().files().stream().filter(file -> within(file.path(), mount.source())))
                .flatMap(file -> text(file, system.facts()).lines())
                .toList();
    }

    private static boolean within(String path, String source) {
        String absolute = path.startsWith("/") ? path : "/" + path;
        return absolute.equals(source) || absolute.startsWith(source.endsWith("/") ? source : source + "/");
    }

    private static String text(FileEntry file, SystemFacts facts) {
        return switch (file.content()) {
            case Text(String contents) -> contents;
            case Source(String path) ->
                facts.localFiles().get(path) instanceof LocalFile.Present present ? present.beginning() : "";
            case Directory _, Symlink _, Metadata _ -> "";
        };
    }

    private static String program(String word) {
        return word.substring(word.lastIndexOf('/') + 1);
    }

    private static String repository(ContainerView container) {
        return program(container.ref().repository()).toLowerCase(Locale.ROOT);
    }
}
