package dev.lamina.model.check.file;

import dev.lamina.model.FileEntry;
import dev.lamina.model.check.ContainerView;
import dev.lamina.model.check.LocalFile;
import dev.lamina.model.check.Report;
import dev.lamina.model.check.Rule;
import dev.lamina.model.check.Severity;
import dev.lamina.model.check.SystemCheck;
import dev.lamina.model.check.SystemView;
import dev.lamina.model.oci.Given;
import dev.lamina.model.problem.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// FIL01. The secret itself is in no message.
final class SecretInImage implements SystemCheck {
    private static final Rule RULE = Rule.of("FIL01", Severity.CRITICAL, "Secret in the image")
            .what("""
                A private key, a password, a hash of one, or a token is written in files, in env or command of a container, or on the
                kernel's command line; or metadata: copies a document with such things into the image. The word
                change-me is none.\
                """)
            .why("""
                Everybody who gets the image, the document or its history has the secret, for all machines that are made from it. What is in
                env is shown by tools, and the kernel's command line can be read by every process in /proc/cmdline.\
                """)
            .fix("""
                Bring it in when the machine starts: as user data (lamina/metadata, which writes below /run/config), from a disk, or from a
                service that gives out secrets. For a key that is meant to be public write a waiver.\
                """)
            .references(
                    "https://docs.kubelinter.io/#/generated/checks?id=env-var-secret",
                    "CIS Docker Benchmark 4.10: secrets are not stored in Dockerfiles",
                    "https://github.com/linuxkit/linuxkit/blob/master/docs/metadata.md")
            .example("""
                services:
                  - name: db
                    image: mysql:8.4
                    env: ["MYSQL_ROOT_PASSWORD=hunter2"]
                """, """
                services:
                  - name: db
                    image: mysql:8.4
                    env: ["MYSQL_ROOT_PASSWORD_FILE=/secrets/mysql"]
                    binds: ["/run/config/secrets:/secrets:ro"]
                """);

    private static final String HINT =
            "bring it in when the machine starts, for example by lamina/metadata or from a disk";

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(SystemView system, Consumer<Report> found) {
        int[] inDocument = {0};
        Consumer<Report> ofDocument = report -> {
            inDocument[0]++;
            found.accept(report.hint(HINT));
        };
        kernel(system, ofDocument);
        for (ContainerView container : system.containers()) {
            env(container, ofDocument);
            command(container, ofDocument);
        }
        List<FileEntry> files = system.composition().files();
        for (int i = 0; i < files.size(); i++) {
            contents(i, files.get(i), ofDocument);
            source(i, files.get(i), system, found);
        }
        if (inDocument[0] > 0) {
            for (int i = 0; i < files.size(); i++) {
                if (files.get(i).content() instanceof FileEntry.Metadata) {
                    found.accept(Report.at(
                                    "files[" + i + "].metadata",
                                    "file %s copies this document with its secrets into the image"
                                            .formatted(
                                                    Texts.shorten(files.get(i).path())))
                            .hint("take the secrets out of the document, or leave metadata out"));
                }
            }
        }
    }

    private static void kernel(SystemView system, Consumer<Report> found) {
        for (String word : system.composition().kernel().effectiveCmdline().split("\\s+")) {
            int equals = word.indexOf('=');
            Optional<String> what =
                    equals < 0 ? Optional.empty() : Secret.named(word.substring(0, equals), word.substring(equals + 1));
            what.ifPresent(secret -> found.accept(Report.at(
                    "kernel.cmdline",
                    "%s on the kernel's command line is %s"
                            .formatted(Texts.shorten(word.substring(0, equals)), secret))));
        }
    }

    private static void env(ContainerView container, Consumer<Report> found) {
        Given<List<String>> env = container.spec().env();
        for (int i = 0; i < env.value().size(); i++) {
            String text = env.value().get(i);
            int equals = text.indexOf('=');
            if (!env.origin().inDocument() || equals < 0) {
                continue;
            }
            String name = text.substring(0, equals);
            Optional<String> what = Secret.named(name, text.substring(equals + 1))
                    .or(() -> Secret.in(text.substring(equals + 1)).stream().findFirst());
            int index = i;
            what.ifPresent(secret -> found.accept(Report.at(
                    env.origin().element(index),
                    "%s in env of %s is %s".formatted(Texts.shorten(name), container.words(), secret))));
        }
    }

    private static void command(ContainerView container, Consumer<Report> found) {
        Given<List<String>> command = container.spec().command();
        if (!command.origin().inDocument()) {
            return;
        }
        String before = "";
        for (int i = 0; i < command.value().size(); i++) {
            String word = command.value().get(i);
            int index = i;
            word(before, word)
                    .ifPresent(secret -> found.accept(Report.at(
                            command.origin().element(index),
                            "command of %s holds %s".formatted(container.words(), secret))));
            before = word;
        }
    }

    /// A word such as `--password=…`, one behind `--password`, and secrets by their form.
    private static Optional<String> word(String before, String word) {
        int equals = word.startsWith("-") ? word.indexOf('=') : -1;
        boolean value = before.startsWith("-") && !before.contains("=") && !word.startsWith("-");
        return (value ? Secret.named(before, word) : Optional.<String>empty())
                .or(() -> equals < 0
                        ? Optional.empty()
                        : Secret.named(word.substring(0, equals), word.substring(equals + 1)))
                .or(() -> Secret.in(word).stream().findFirst());
    }

    private static void contents(int index, FileEntry file, Consumer<Report> found) {
        if (file.content() instanceof FileEntry.Text text) {
            for (String secret : Secret.in(text.contents())) {
                found.accept(Report.at(
                        "files[" + index + "].contents",
                        "file %s holds %s".formatted(Texts.shorten(file.path()), secret)));
            }
        }
    }

    private static void source(int index, FileEntry file, SystemView system, Consumer<Report> found) {
        String source = file.sourcePath().orElse("");
        if (system.facts().localFiles().get(source) instanceof LocalFile.Present present) {
            for (String secret : Secret.in(present.beginning())) {
                found.accept(Report.at(
                                "files[" + index + "].source",
                                "%s, which becomes %s of the image, holds %s"
                                        .formatted(Texts.shorten(source), Texts.shorten(file.path()), secret))
                        .hint(HINT));
            }
        }
    }
}
