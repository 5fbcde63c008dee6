package dev.lamina.app.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import picocli.CommandLine;

/// The commands, in the order of the help. A run needs one of them, and to describe all takes longer than many a run,
/// so only those are made that are needed.
final class Commands {
    /// What tells about all others.
    private static final Set<String> WHOLE = Set.of("completion", "manual");

    private final CommandLine line;
    private final Map<String, Supplier<Object>> all = new LinkedHashMap<>();

    Commands(CommandLine line, Session session) {
        this.line = line;
        all.put("studio", () -> new StudioCommand(session));
        all.put("run", () -> new RunCommand(session));
        all.put("test", () -> new TestCommand(session));
        all.put("ps", () -> new PsCommand(session));
        all.put("attach", () -> new AttachCommand(session));
        all.put("logs", () -> new LogsCommand(session));
        all.put("exec", () -> exec(session));
        all.put("pause", () -> new PauseCommand(session));
        all.put("resume", () -> new ResumeCommand(session));
        all.put("snapshot", () -> snapshots(session));
        all.put("stop", () -> new StopCommand(session));
        all.put("doctor", () -> new DoctorCommand(session));
        all.put("build", () -> new BuildCommand(session));
        all.put("validate", () -> new ValidateCommand(session));
        all.put("explain", () -> new ExplainCommand(session));
        all.put("lesson", () -> lessons(session));
        all.put("resolve", () -> new ResolveCommand(session));
        all.put("mounts", () -> new MountsCommand(session));
        all.put("plan", () -> new PlanCommand(session));
        all.put("size", () -> new SizeCommand(session));
        all.put("diff", () -> new DiffCommand(session));
        all.put("catalogue", () -> catalogue(session));
        all.put("image", () -> images(session));
        all.put("pkg", () -> PkgCommand.with(session));
        all.put("sbom", () -> new SbomCommand(session));
        all.put("lock", () -> new LockCommand(session));
        all.put("outdated", () -> new OutdatedCommand(session));
        all.put("bundle", () -> new BundleCommand(session));
        all.put("cache", () -> hidden(images(session)));
        all.put("metadata", () -> metadata(session));
        all.put("serve", () -> new ServeCommand(session));
        all.put("bench", () -> benchmarks(session));
        all.put("completion", () -> new CompletionCommand(session, line));
        all.put("manual", () -> new ManualCommand(session, line));
    }

    /// Adds the command that the arguments name, or all when they name none, or one that tells about all.
    void addFor(List<String> args) {
        Optional<String> named = named(args).filter(name -> !WHOLE.contains(name));
        all.forEach((name, command) -> {
            if (named.isEmpty() || named.get().equals(name)) {
                line.addSubcommand(name, command.get());
            }
        });
    }

    private Optional<String> named(List<String> args) {
        for (int i = 0; i < args.size(); i++) {
            if (args.get(i).equals("--color")) {
                i++; // the one option of all commands that has a value
            } else if (!args.get(i).startsWith("-")) {
                return Optional.of(args.get(i)).filter(all::containsKey);
            }
        }
        return Optional.empty();
    }

    /// For fingers that know LinuxKit.
    private static CommandLine hidden(CommandLine line) {
        line.getCommandSpec().usageMessage().hidden(true);
        return line;
    }

    private static CommandLine metadata(Session session) {
        return new CommandLine(new MetadataCommand()).addSubcommand(new MetadataCommand.Create(session));
    }

    private static CommandLine images(Session session) {
        return new CommandLine(new ImageCommand())
                .addSubcommand(new ImageImportCommand(session))
                .addSubcommand(new ImagePullCommand(session))
                .addSubcommand(new ImagePushCommand(session))
                .addSubcommand(new ImageCommand.Ls(session))
                .addSubcommand(new ImageCommand.Rm(session))
                .addSubcommand(new ImageExportCommand(session))
                .addSubcommand(new ImagePruneCommand(session))
                .addSubcommand(new ImageCleanCommand(session));
    }

    /// What stands behind the command belongs to it.
    private static CommandLine exec(Session session) {
        return new CommandLine(new ExecCommand(session)).setStopAtPositional(true);
    }

    private static CommandLine snapshots(Session session) {
        return new CommandLine(new SnapshotCommand())
                .addSubcommand(new SnapshotCommand.Save(session))
                .addSubcommand(new SnapshotCommand.Restore(session))
                .addSubcommand(new SnapshotCommand.Ls(session))
                .addSubcommand(new SnapshotCommand.Rm(session));
    }

    private static CommandLine lessons(Session session) {
        return new CommandLine(new LessonCommand())
                .addSubcommand(new LessonCommand.Ls(session))
                .addSubcommand(new LessonCommand.Start(session))
                .addSubcommand(new LessonCommand.Show(session))
                .addSubcommand(new LessonCheckCommand(session));
    }

    private static CommandLine benchmarks(Session session) {
        return new CommandLine(new BenchCommand())
                .addSubcommand(new BenchBuildCommand(session))
                .addSubcommand(new BenchBootCommand(session))
                .addSubcommand(new BenchLaunchCommand(session))
                .addSubcommand(new BenchMemoryCommand(session))
                .addSubcommand(new BenchStartCommand(session))
                .addSubcommand(new BenchPullCommand(session))
                .addSubcommand(new BenchValidateCommand(session))
                .addSubcommand(new BenchConsoleCommand(session))
                .addSubcommand(new BenchWindowCommand(session));
    }

    private static CommandLine catalogue(Session session) {
        return new CommandLine(new CatalogueCommand())
                .addSubcommand(new CatalogueCommand.Ls(session))
                .addSubcommand(new CatalogueCommand.Show(session))
                .addSubcommand(new CatalogueCommand.Fetch(session))
                .addSubcommand(new CatalogueCommand.Update(session));
    }
}
