package dev.lamina.model.check.file;

import dev.lamina.model.FileEntry;
import dev.lamina.model.check.LocalFile;
import dev.lamina.model.check.Report;
import dev.lamina.model.check.Rule;
import dev.lamina.model.check.Severity;
import dev.lamina.model.check.SystemCheck;
import dev.lamina.model.check.SystemView;
import dev.lamina.model.edit.Edit;
import dev.lamina.model.mount.GuestPaths;
import dev.lamina.model.problem.Texts;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// FIL02. A file without a mode has 0600.
final class FileMode implements SystemCheck {
    private static final Rule RULE = Rule.of(
                    "FIL02", Severity.MEDIUM, "Key file that is too open, or file that is missing")
            .what("""
                A private key or a shadow file can be read by others than its owner, authorized_keys can be written by others, or the
                source of an optional authorized_keys is missing. When the source of a file that is not optional is missing, it is an
                error: nothing can be built.\
                """)
            .why("""
                SSH servers ignore keys that others could have changed, and clients refuse private keys that others can read; hashes of
                passwords can be tried out by who reads them. An optional file whose source is missing is left out of the image without
                a word, and nobody can log in.\
                """)
            .fix("Set mode: \"0600\". Make the missing file, or leave optional: true away so that the build says"
                    + " that it is missing.")
            .withQuickFix()
            .references(
                    "https://man.openbsd.org/sshd#AUTHORIZED_KEYS_FILE_FORMAT",
                    "https://man7.org/linux/man-pages/man5/shadow.5.html",
                    "https://github.com/linuxkit/linuxkit/blob/master/examples/sshd.yml")
            .example("""
                files:
                  - path: etc/shadow
                    source: shadow
                    mode: "0644"
                """, """
                files:
                  - path: etc/shadow
                    source: shadow
                    mode: "0600"
                """);

    private static final Set<String> SHADOW = Set.of("shadow", "gshadow", "shadow-", "gshadow-");
    private static final Set<String> KEYS = Set.of("id_rsa", "id_dsa", "id_ecdsa", "id_ed25519");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(SystemView system, Consumer<Report> found) {
        List<FileEntry> files = system.composition().files();
        for (int i = 0; i < files.size(); i++) {
            mode(i, files.get(i), system, found);
            source(i, files.get(i), system).ifPresent(found);
        }
    }

    private static Optional<Report> source(int index, FileEntry file, SystemView system) {
        String source = file.sourcePath().orElse("");
        @Nullable LocalFile local = system.facts().localFiles().get(source);
        String path = "files[" + index + "].source";
        if (local == null) {
            return Optional.empty();
        }
        if (!file.optional()) {
            return unusable(local)
                    .map(why -> Report.at(
                                    path,
                                    "the source %s of %s %s, so that nothing can be built"
                                            .formatted(Texts.shorten(source), Texts.shorten(file.path()), why))
                            .severity(Severity.ERROR)
                            .hint("name a file that is there, or set optional: true when it may be left out"));
        }
        return name(file).equals("authorized_keys") && local instanceof LocalFile.Missing
                ? Optional.of(Report.at(
                                path,
                                "%s will not be in the image, as %s is missing: nobody can log in with a key"
                                        .formatted(Texts.shorten(file.path()), Texts.shorten(source)))
                        .hint("make the key with ssh-keygen, or name another one"))
                : Optional.empty();
    }

    private static Optional<String> unusable(LocalFile local) {
        return switch (local) {
            case LocalFile.Missing missing -> Optional.of("is missing");
            case LocalFile.Directory directory -> Optional.of("is a folder");
            case LocalFile.Present present -> Optional.empty();
        };
    }

    private static String name(FileEntry file) {
        return GuestPaths.name(GuestPaths.clean(file.path()));
    }

    private static void mode(int index, FileEntry file, SystemView system, Consumer<Report> found) {
        int mode = file.mode().orElse(0600);
        if (file.content() instanceof FileEntry.Directory || file.content() instanceof FileEntry.Symlink) {
            return;
        }
        boolean written = name(file).equals("authorized_keys") && (mode & 022) != 0;
        boolean read = (mode & 077) != 0 && secret(file, system);
        if (written || read) {
            found.accept(Report.at(
                            "files[" + index + "].mode",
                            "%s, with mode %04o, can be %s by others than its owner"
                                    .formatted(Texts.shorten(file.path()), mode, written ? "written" : "read"))
                    .hint("set mode: \"0600\"")
                    .fix("Set mode: \"0600\"", new Edit.Set("files[" + index + "].mode", "0600")));
        }
    }

    /// By its name, or by what is in it.
    private static boolean secret(FileEntry file, SystemView system) {
        String name = name(file);
        boolean hostKey = name.startsWith("ssh_host_") && name.endsWith("_key");
        return SHADOW.contains(name) || KEYS.contains(name) || hostKey || holdsKey(file, system);
    }

    private static boolean holdsKey(FileEntry file, SystemView system) {
        String text = switch (file.content()) {
            case FileEntry.Text contents -> contents.contents();
            case FileEntry.Source source ->
                system.facts().localFiles().get(source.path()) instanceof LocalFile.Present present
                        ? present.beginning()
                        : "";
            case FileEntry.Directory directory -> "";
            case FileEntry.Symlink link -> "";
            case FileEntry.Metadata metadata -> "";
        };
        return Secret.in(text).stream().anyMatch(secret -> secret.contains("private key") || secret.contains("hash"));
    }
}
