package dev.lamina.vmlaunch.hyperv;

import dev.lamina.model.problem.EnvironmentException;
import dev.lamina.model.problem.ExternalException;
import dev.lamina.vmlaunch.CommandLine;
import dev.lamina.vmlaunch.host.HostSystem;
import dev.lamina.vmlaunch.host.Programs;
import dev.lamina.vmlaunch.process.ProcessRunner;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Runs `machine.ps1` in the PowerShell of Windows: one request, one answer. The script is always the same; what a
/// request says reaches it as data, so that no name and no path can become a command.
final class PowerShell {
    /// A PowerShell takes seconds to begin, and a machine some more.
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final JsonMapper ASCII =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final Programs programs;
    private final ProcessRunner runner;

    PowerShell(HostSystem host, ProcessRunner runner) {
        String windows = host.environment().getOrDefault("SystemRoot", "C:\\Windows");
        this.programs = new Programs(
                host.environment(),
                "LAMINA_POWERSHELL",
                List.of("powershell.exe"),
                List.of(windows + "\\System32\\WindowsPowerShell\\v1.0"));
        this.runner = runner;
    }

    static String script() {
        try (InputStream stream = PowerShell.class.getResourceAsStream("machine.ps1")) {
            if (stream == null) {
                throw new IllegalStateException("machine.ps1 is not in the program");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// As text that no shell looks into.
    static CommandLine command(String program) {
        byte[] script = script().getBytes(StandardCharsets.UTF_16LE);
        String encoded = Base64.getEncoder().encodeToString(script);
        return new CommandLine(List.of(program, "-NoProfile", "-NonInteractive", "-EncodedCommand", encoded));
    }

    static String request(Properties properties) {
        return ASCII.writeValueAsString(properties.map());
    }

    /// @param what part of a sentence: `Hyper-V cannot WHAT`
    /// @param more time that the answer may take
    JsonNode ask(String what, Properties properties, Duration more) {
        Path program = programs.find()
                .orElseThrow(() -> new EnvironmentException(
                        "the PowerShell of Windows was not found", "set LAMINA_POWERSHELL to powershell.exe"));
        JsonNode answer = answer(program, properties, PATIENCE.plus(more))
                .orElseThrow(() -> new ExternalException(
                        "Hyper-V cannot " + what + ": PowerShell gives no answer",
                        "try '" + program + " Get-VM' for the reason"));
        if (!answer.path("ok").asBoolean(false)) {
            throw PowerShellTrouble.of(what, answer);
        }
        return answer;
    }

    private Optional<JsonNode> answer(Path program, Properties properties, Duration patience) {
        try {
            ProcessRunner.Result result = runner.output(command(program.toString()), request(properties), patience);
            return lastLine(result.output()).map(ASCII::readTree).filter(JsonNode::isObject);
        } catch (IOException e) {
            throw new EnvironmentException(program + " cannot be started: " + e.getMessage(), null, e);
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /// What a profile or a policy prints before the answer is none of ours.
    private static Optional<String> lastLine(String output) {
        return output.lines().filter(line -> !line.isBlank()).reduce((first, second) -> second);
    }
}
