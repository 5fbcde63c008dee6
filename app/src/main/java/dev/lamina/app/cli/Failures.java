package dev.lamina.app.cli;

import dev.lamina.app.operation.Surroundings;
import dev.lamina.assembler.catalogue.BadDescriptionException;
import dev.lamina.assembler.oci.ImageUnavailableException;
import dev.lamina.model.problem.CancelledException;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.problem.InvalidCompositionException;
import dev.lamina.model.problem.LaminaException;
import dev.lamina.model.problem.Problem;
import dev.lamina.model.problem.ProblemKind;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Turns failures into what the user reads, once, and into exit codes. Messages may quote anything.
final class Failures {
    private static final int INTERNAL_ERROR = 4;

    private final Session session;

    Failures(Session session) {
        this.session = session;
    }

    /// A wrong command line.
    int usage(ParameterException e) {
        String command = e.getCommandLine().getCommandSpec().qualifiedName();
        Optional<String> suggestion =
                e instanceof UnmatchedArgumentException unmatched ? Suggestions.nearest(unmatched) : Optional.empty();
        String hint = suggestion
                .map(word -> "did you mean '" + word + "'?")
                .or(() -> e.getCause() instanceof LaminaException cause ? cause.hint() : Optional.empty())
                .orElse("see '" + command + " --help'");
        print(ProblemKind.USAGE.exitCode(), "usage", message(e), Optional.of(hint), List.of());
        return ProblemKind.USAGE.exitCode();
    }

    private static String message(ParameterException e) {
        if (e instanceof UnmatchedArgumentException unmatched) {
            String word = unmatched.getUnmatched().getFirst();
            if (word.startsWith("-")) {
                return "unknown option '" + word + "'";
            }
            boolean group = !e.getCommandLine().getSubcommands().isEmpty();
            return group ? "unknown command '" + word + "'" : "unexpected argument '" + word + "'";
        }
        if (e.getCause() instanceof LaminaException cause && e.getArgSpec() instanceof OptionSpec option) {
            return option.longestName() + ": " + cause.getMessage();
        }
        String text = String.valueOf(e.getMessage()).replaceFirst("^Error: ", "");
        return Character.toLowerCase(text.charAt(0)) + text.substring(1);
    }

    /// A command that failed.
    int failed(Exception thrown) {
        Throwable e = unwrap(thrown);
        if (session.cancelled().getAsBoolean() || e instanceof InterruptedException) {
            e = new CancelledException();
        }
        return switch (e) {
            case InvalidCompositionException invalid -> located(invalid, invalid.problems());
            case BadDescriptionException bad -> located(bad, List.of(bad.problem()));
            case ImageUnavailableException absent
            when absent.problem().isPresent() ->
                located(absent, List.of(absent.problem().get()));
            case LaminaException known -> known(known);
            case IOException io -> known(Surroundings.explain(io));
            case InvalidPathException path ->
                known(new InputException("'" + path.getInput() + "' cannot be the name of a file here", null, path));
            default -> unexpected(e);
        };
    }

    private static Throwable unwrap(Throwable e) {
        Throwable cause = e.getCause();
        boolean wrapper = e instanceof CommandLine.ExecutionException
                || e instanceof ExecutionException
                || e instanceof UncheckedIOException;
        if (cause instanceof ClosedByInterruptException) {
            return new CancelledException();
        }
        return wrapper && cause != null ? unwrap(cause) : e;
    }

    private int located(LaminaException e, List<Problem> problems) {
        int code = e.kind().exitCode();
        if (session.options().json) {
            print(code, kind(e), e.getMessage(), e.hint(), problems);
        } else {
            problems.forEach(this::print);
        }
        return code;
    }

    private static String kind(LaminaException e) {
        return e.kind().name().toLowerCase(Locale.ROOT);
    }

    private int known(LaminaException e) {
        print(e.kind().exitCode(), kind(e), String.valueOf(e.getMessage()), e.hint(), List.of());
        trace(e);
        return e.kind().exitCode();
    }

    private int unexpected(Throwable e) {
        Optional<Path> log = log(e);
        print(
                INTERNAL_ERROR,
                "internal",
                "internal error: " + e.toString().lines().findFirst().orElse(""),
                Optional.of(log.map(file -> "this is a bug in Lamina; please report it with " + file)
                        .orElse("this is a bug in Lamina; run it again with -v and report what it prints")),
                List.of());
        trace(e);
        return INTERNAL_ERROR;
    }

    private Optional<Path> log(Throwable e) {
        try {
            Path folder = Files.createDirectories(session.operations().home().logs());
            Path file = Files.createTempFile(folder, "internal-error-", ".log");
            try (PrintWriter writer = new PrintWriter(Files.newBufferedWriter(file))) {
                e.printStackTrace(writer);
            }
            return Optional.of(file);
        } catch (IOException unwritable) {
            return Optional.empty();
        }
    }

    private void trace(Throwable e) {
        if (session.options().verbose && !(e instanceof CancelledException)) {
            e.printStackTrace(session.err());
        }
    }

    private void print(Problem problem) {
        session.err().println(Printable.lines(problem.headline()));
        problem.hint().ifPresent(hint -> session.err().println("hint: " + Printable.lines(hint)));
    }

    private void print(int code, String kind, @Nullable String message, Optional<String> hint, List<Problem> problems) {
        if (!session.options().json) {
            session.err().println("lamina: " + Printable.lines(String.valueOf(message)));
            hint.ifPresent(text -> session.err().println("hint: " + Printable.lines(text)));
            return;
        }
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("kind", kind);
        error.put("exitCode", code);
        error.put("message", String.valueOf(message));
        error.put("hint", hint);
        if (!problems.isEmpty()) {
            error.put("problems", problems.stream().map(Failures::json).toList());
        }
        session.err().println(Json.line(Map.of("error", error)));
    }

    private static Map<String, Object> json(Problem problem) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("file", problem.span().file());
        object.put("line", problem.span().line());
        object.put("column", problem.span().column());
        object.put("message", problem.message());
        object.put("hint", problem.hint());
        return object;
    }
}
