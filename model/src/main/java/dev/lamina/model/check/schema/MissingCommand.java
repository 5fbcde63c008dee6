package dev.lamina.model.check.schema;

import dev.lamina.model.check.ContainerCheck;
import dev.lamina.model.check.ContainerView;
import dev.lamina.model.check.Covering;
import dev.lamina.model.check.ImageFiles;
import dev.lamina.model.check.ImageFiles.Program;
import dev.lamina.model.check.Need;
import dev.lamina.model.check.Report;
import dev.lamina.model.check.Rule;
import dev.lamina.model.check.Severity;
import dev.lamina.model.check.StartedProgram;
import dev.lamina.model.oci.Given;
import dev.lamina.model.problem.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// SCH05.
final class MissingCommand implements ContainerCheck {
    private static final Rule RULE = Rule.of("SCH05", Severity.ERROR, "Command that cannot be started")
            .what("""
                    A container has no command, its image lacks the file that the command names, the file is not executable, or what
                    the kernel needs to run it is not there: the loader of a program, or the interpreter of a script.""")
            .why("""
                    A container has its own files and no others: the runtime looks for the first word of the command in the image, in the folders
                    of PATH when it has no slash. When a loader is missing the kernel says "no such file or directory" of
                    the program, although that is there: typical of a program linked with glibc in an image with musl, or of a script in an
                    image without a shell.""")
            .fix(
                    "Name a program that is in the image; use an image that has the loader, or a program that is linked statically.")
            .references(
                    "https://github.com/linuxkit/linuxkit/issues/2323",
                    "https://github.com/linuxkit/linuxkit/issues/2697",
                    "execve(2): ENOENT",
                    "ld.so(8)")
            .needs(Need.IMAGE_CONFIG, Need.IMAGE_FILES)
            .example("""
                    services:
                      - name: web
                        image: nginx:1.27
                        command: [/usr/sbin/ngnix, -g, daemon off;]
                    """, """
                    services:
                      - name: web
                        image: nginx:1.27
                        command: [/usr/sbin/nginx, -g, daemon off;]
                    """);

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(ContainerView container, Consumer<Report> found) {
        Optional<StartedProgram> program = StartedProgram.of(container.spec());
        if (program.isEmpty()) {
            if (container.imageKnown()) {
                found.accept(noCommand(container));
            }
            return;
        }
        container.files().ifPresent(files -> check(container, program.get(), files, found));
    }

    private static Report noCommand(ContainerView container) {
        Given<List<String>> command = container.spec().command();
        String message = command.value().isEmpty()
                ? "%s has no command, and its image %s names none".formatted(container.words(), container.ref())
                : "the command of %s begins with an empty text".formatted(container.words());
        return (command.value().isEmpty()
                        ? Report.at(container.path(), message)
                        : Report.at(command.origin().element(0), message))
                .hint("give a command: [PROGRAM, ARGUMENT…]");
    }

    private static void check(
            ContainerView container, StartedProgram program, ImageFiles files, Consumer<Report> found) {
        Covering covering = Covering.of(container.spec());
        if (program.candidates().stream().anyMatch(path -> covered(path, files, covering))) {
            return; // what is there at run time is not known
        }
        Optional<String> path = program.in(files);
        if (path.isEmpty()) {
            found.accept(at(container, absent(container, program, files)).hint(ProgramNames.hint(program, files)));
        } else {
            whatItNeeds(container, program, path.get(), files, covering, found);
        }
    }

    private static boolean covered(String path, ImageFiles files, Covering covering) {
        if (covering.covers(path)) {
            return true;
        }
        String folder = path.substring(0, path.lastIndexOf('/') + 1);
        return files.resolve(path)
                .or(() -> files.resolve(folder))
                .filter(covering::covers)
                .isPresent();
    }

    private static String absent(ContainerView container, StartedProgram program, ImageFiles files) {
        String what = "%s, the command of %s,".formatted(Texts.quote(program.word()), container.words());
        Optional<ImageFiles.Entry> there = program.candidates().stream()
                .flatMap(path -> files.find(path).stream())
                .findFirst();
        if (there.isEmpty()) {
            return "%s is not in the image %s".formatted(what, container.ref());
        }
        return there.get().kind() == ImageFiles.Kind.DIRECTORY
                ? "%s is a directory in the image %s".formatted(what, container.ref())
                : "%s is not executable in the image %s: its mode is %04o"
                        .formatted(what, container.ref(), there.get().mode());
    }

    private static void whatItNeeds(
            ContainerView container,
            StartedProgram program,
            String path,
            ImageFiles files,
            Covering covering,
            Consumer<Report> found) {
        Optional<Program> kind = files.program(path);
        if (kind.isEmpty()) {
            return;
        }
        String what = "%s, the command of %s,".formatted(Texts.quote(program.word()), container.words());
        switch (kind.get()) {
            case Program.Unknown ignored ->
                found.accept(
                        at(container, "%s is neither a program nor a script with #! in its first line".formatted(what))
                                .hint("for a script, begin its first line with #! and the path of its interpreter"));
            case Program.Elf elf -> {
                if (isMissing(elf.interpreter(), files, covering)) {
                    found.accept(at(
                                    container,
                                    "%s needs the loader %s, which the image %s does not have"
                                            .formatted(what, Texts.shorten(elf.interpreter()), container.ref()))
                            .hint(loaderHint(elf.interpreter())));
                }
            }
            case Program.Script script -> {
                if (isMissing(script.interpreter(), files, covering)) {
                    found.accept(at(
                                    container,
                                    "%s is a script for %s, which the image %s does not have"
                                            .formatted(what, Texts.shorten(script.interpreter()), container.ref()))
                            .hint("use an image that has the interpreter, or name another one in the script"));
                }
            }
        }
    }

    private static boolean isMissing(String interpreter, ImageFiles files, Covering covering) {
        return interpreter.startsWith("/")
                && !covered(interpreter, files, covering)
                && files.find(interpreter)
                        .filter(entry -> entry.kind() == ImageFiles.Kind.FILE)
                        .isEmpty();
    }

    private static String loaderHint(String loader) {
        return loader.contains("musl")
                ? "the program is for images with musl, such as Alpine's; link it statically, or use such an image"
                : "the program is for images with glibc, such as Debian's; link it statically, or use such an image";
    }

    /// At the value that names the command, wherever it comes from.
    private static Report at(ContainerView container, String message) {
        return Report.at(container.spec().command().origin().element(0), message);
    }
}
