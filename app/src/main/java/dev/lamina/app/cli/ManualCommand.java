package dev.lamina.app.cli;

import dev.lamina.assembler.io.AtomicFile;
import dev.lamina.assembler.io.Storage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `lamina manual`, for those who package Lamina.
@Command(
        name = "manual",
        hidden = true,
        header = "Write the manual pages of all commands into a folder.",
        footer = {"", "Examples:", "  lamina manual --dir man && man -l man/lamina-build.1"})
final class ManualCommand implements Callable<Integer> {
    private final Session session;
    private final CommandLine root;

    @Option(names = "--dir", paramLabel = "DIR", required = true, description = "The folder; it is made when missing.")
    Path folder = Path.of("");

    ManualCommand(Session session, CommandLine root) {
        this.session = session;
        this.root = root;
    }

    @Override
    public Integer call() {
        try {
            Path target = session.environment().directory().resolve(folder);
            Storage.createFolder(target);
            write(root, target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return 0;
    }

    private void write(CommandLine command, Path target) throws IOException {
        String version = String.join("", root.getCommandSpec().version());
        ManualPage page = new ManualPage(command, version);
        byte[] text = page.text().getBytes(StandardCharsets.UTF_8);
        AtomicFile.write(target.resolve(page.name() + ".1"), text);
        for (CommandLine below : ManualPage.shown(command)) {
            write(below, target);
        }
    }
}
