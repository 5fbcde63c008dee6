package dev.lamina.app.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A copy of the launching scripts in a tree of pretended sources, with a pretended JDK and Maven. Its programs see
/// nothing else of this computer but the usual small tools.
final class SourceTree {
    private static final List<String> TOOLS = List.of(
            "sh",
            "basename",
            "cat",
            "cp",
            "dirname",
            "env",
            "find",
            "grep",
            "head",
            "id",
            "ln",
            "mkdir",
            "mktemp",
            "mv",
            "readlink",
            "rm",
            "sed",
            "sleep",
            "sort",
            "tail",
            "touch",
            "tr",
            "uname",
            "wc",
            "xargs");

    final Path root;
    final Path home;
    final Path bin;
    private final Path calls;

    SourceTree(Path folder) throws IOException {
        root = Files.createDirectory(folder.resolve("source tree"));
        home = Files.createDirectory(folder.resolve("home"));
        bin = Files.createDirectory(folder.resolve("bin"));
        calls = folder.resolve("calls");
        for (String tool : TOOLS) {
            // No links: they would lead out of the temporary folder.
            script(bin.resolve(tool), "exec '" + onPath(tool) + "' \"$@\"");
        }
        copyScripts();
        Files.createFile(root.resolve("pom.xml"));
        Files.createDirectory(root.resolve(".mvn"));
        Files.createDirectories(root.resolve("app/src/main/java"));
        Files.writeString(root.resolve("app/src/main/java/One.java"), "class One {}");
        Files.createFile(root.resolve("app/src/main/java/Two.java"));
        Files.createFile(root.resolve("app/pom.xml"));
        maven("""
                for argument; do
                    case $argument in -Dlamina.launcher=*) mkdir -p "${argument#*=}" ;; esac
                done
                mkdir -p app/target && touch app/target/lamina-app-1.jar
                """);
    }

    private static Path onPath(String tool) {
        return List.of(System.getenv("PATH").split(":")).stream()
                .map(folder -> Path.of(folder, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError("this computer has no " + tool));
    }

    private void copyScripts() throws IOException {
        // Tests run in the folder of their module.
        Path repository = Path.of("..");
        Files.createDirectory(root.resolve(".ci"));
        Files.copy(repository.resolve(".ci/tools.sh"), root.resolve(".ci/tools.sh"));
        Files.copy(repository.resolve("lamina"), root.resolve("lamina"));
        root.resolve("lamina").toFile().setExecutable(true);
    }

    /// What the pretended Maven does, as a script.
    void maven(String script) throws IOException {
        script(bin.resolve("mvn"), "echo mvn \"java=$JAVA_HOME\" >>'" + calls + "'\n" + script);
    }

    /// A JDK whose `java` prints its version and what it was asked for, and ends with `EXIT`.
    Path jdk(Path folder, String version) throws IOException {
        Files.createDirectories(folder.resolve("bin"));
        Files.writeString(folder.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
        script(folder.resolve("bin/javac"), "exit 1");
        script(
                folder.resolve("bin/java"),
                "printf 'java " + version + "'\n"
                        + "while [ \"$1\" != dev.lamina.app.Main ]; do shift; done; shift\n"
                        + "printf ' <%s>' \"$@\"; echo\nexit \"${EXIT:-0}\"");
        return folder;
    }

    static void script(Path file, String text) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + text + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /// The calls of pretended programs, a line each.
    List<String> calls() throws IOException {
        return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
    }

    /// Makes a program of this name note its calls, then do this.
    void program(String name, String script) throws IOException {
        Files.deleteIfExists(bin.resolve(name));
        script(bin.resolve(name), "echo " + name + " \"$@\" >>'" + calls + "'\n" + script);
    }

    Run lamina(String... args) throws Exception {
        return await(start(root.resolve("lamina"), root, Map.of(), args));
    }

    Run lamina(Map<String, String> variables, String... args) throws Exception {
        return await(start(root.resolve("lamina"), root, variables, args));
    }

    Process start(Path script, Path directory, Map<String, String> variables, String... args) throws IOException {
        List<String> command = new ArrayList<>(List.of(script.toString()));
        command.addAll(List.of(args));
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
        builder.environment().clear();
        builder.environment().put("PATH", bin.toString());
        builder.environment().put("HOME", home.toString());
        builder.environment().put("LAMINA_JVM_FOLDERS", "");
        builder.environment().putAll(variables);
        return builder.start();
    }

    static Run await(Process process) throws Exception {
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("the script did not end");
        }
        return new Run(process.exitValue(), out, err);
    }

    record Run(int code, String out, String err) {}
}
