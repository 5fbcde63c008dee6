package dev.lamina.app.cli;

import dev.lamina.app.operation.Environment;
import dev.lamina.app.operation.HomeFormat;
import dev.lamina.app.operation.Operations;
import dev.lamina.app.studio.Toolkit;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import picocli.CommandLine;
import picocli.CommandLine.Help;

/// The command line as a function: arguments and streams in, exit code out.
public final class Cli {
    private final Operations operations;
    private final Environment environment;
    private final String version;

    public Cli(Operations operations, Environment environment, String version) {
        this.operations = operations;
        this.environment = environment;
        this.version = version;
    }

    /// Runs one command. Never throws; failures are printed to `err`.
    ///
    /// @param cancelled becomes true when the user wants the command to end; the thread is then interrupted
    /// as well
    /// @return the exit code of the process
    public int run(List<String> args, InputStream in, PrintStream out, PrintStream err, BooleanSupplier cancelled) {
        GlobalOptions options = new GlobalOptions();
        Toolkit toolkit = new Toolkit();
        Session session = new Session(in, out, err, environment, operations, options, cancelled, toolkit);
        Failures failures = new Failures(session);
        if (StudioCommand.isMeant(args)) {
            return window(session, failures, args);
        }
        CommandLine line = commandLine(options, session, version, args);
        line.setOut(writer(out)).setErr(writer(err));
        line.setColorScheme(Help.defaultColorScheme(session.ansi(args)));
        line.setParameterExceptionHandler((e, given) -> failures.usage(e));
        line.setExecutionExceptionHandler((e, command, parsed) -> failures.failed(e));
        return line.execute(args.toArray(String[]::new));
    }

    /// Opens the window while its toolkit starts, for which the command line need not be described: that
    /// would take half as long.
    private static int window(Session session, Failures failures, List<String> args) {
        if (session.environment().display()) {
            session.toolkit().begin();
        }
        try {
            return call(
                    StudioCommand.of(session, args),
                    new HomeFormat(session.operations().home()));
        } catch (Throwable e) { // also when memory runs out, the user is told in a line
            return failures.failed(e instanceof Exception exception ? exception : new ExecutionException(e));
        }
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }

    /// @param args what the commands are needed for; with none there are all
    static CommandLine commandLine(GlobalOptions options, Session session, String version, List<String> args) {
        CommandLine line = new CommandLine(new LaminaCommand(options));
        new Commands(line, session).addFor(args);
        line.getCommandSpec().version("lamina " + version);
        line.setExecutionStrategy(
                parsed -> execute(parsed, new HomeFormat(session.operations().home())));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setAbbreviatedOptionsAllowed(false);
        line.setUsageHelpWidth(100);
        line.setUsageHelpLongOptionsMaxWidth(34);
        line.getSubcommands().values().forEach(Cli::dressUp);
        return line;
    }

    private static void dressUp(CommandLine line) {
        line.getCommandSpec()
                .usageMessage()
                .optionListHeading("%nOptions:%n")
                .parameterListHeading("%n")
                .commandListHeading("%nCommands:%n")
                .abbreviateSynopsis(true);
        line.getSubcommands().values().forEach(Cli::dressUp);
    }

    /// A command that only groups others shows its help, as `lamina` itself does.
    private static int execute(CommandLine.ParseResult parsed, HomeFormat format) {
        Integer helped = CommandLine.executeHelpRequest(parsed);
        if (helped != null) {
            return helped;
        }
        CommandLine line = parsed.asCommandLineList().getLast();
        if (line.getCommand() instanceof Callable<?> command) {
            try {
                return call(command, format);
            } catch (CommandLine.ParameterException e) {
                throw e;
            } catch (Throwable e) { // also when memory runs out, the user is told in a line
                throw new CommandLine.ExecutionException(line, "failed", e);
            }
        }
        line.usage(line.getOut());
        return 0;
    }

    private static int call(Callable<?> command, HomeFormat format) throws Exception {
        format.check();
        int code = (Integer) command.call();
        format.note();
        return code;
    }
}
