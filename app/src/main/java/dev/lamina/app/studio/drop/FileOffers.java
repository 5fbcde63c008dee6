package dev.lamina.app.studio.drop;

import dev.lamina.app.studio.session.Lane;
import dev.lamina.app.studio.session.Offer;
import dev.lamina.app.studio.session.PlainText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/// Entries of `files` for files of this computer.
final class FileOffers {
    private static final Pattern SECRET =
            Pattern.compile("id_(rsa|dsa|ecdsa|ed25519)|shadow|.*\\.(key|pem|p12|pfx)|.*_key|\\.?(netrc|htpasswd)");
    private static final Pattern PUBLIC_KEY = Pattern.compile("authorized_keys|.*\\.pub");

    private final Path home;

    /// @param home of the user, which documents call `~`
    FileOffers(Path home) {
        this.home = home;
    }

    /// Where a file probably belongs in the system.
    static String target(Path file) {
        String name = file.getFileName().toString();
        return PUBLIC_KEY.matcher(name).matches() ? "/root/.ssh/authorized_keys" : "/etc/" + name;
    }

    /// @param target where it comes to be in the system, with its slash
    Offer offer(Path file, String target) {
        String yaml = "path: %s\nsource: %s\nmode: \"%s\""
                .formatted(PlainText.of(target.substring(1)), PlainText.of(source(file)), mode(file));
        return Offer.of(target, Lane.FILES, yaml);
    }

    /// As documents name it: below the user's home with `~/`, else in full.
    private String source(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        boolean own = absolute.startsWith(home) && !absolute.equals(home);
        return own ? "~/" + slashes(home.relativize(absolute)) : slashes(absolute);
    }

    static String slashes(Path path) {
        return path.toString().replace('\\', '/');
    }

    private static String mode(Path file) {
        String name = file.getFileName().toString();
        if (SECRET.matcher(name).matches() || PUBLIC_KEY.matcher(name).matches()) {
            return "0600";
        }
        return Files.isExecutable(file) ? "0755" : "0644";
    }
}
