package dev.lamina.app;

import dev.lamina.app.operation.Environment;
import dev.lamina.app.operation.RegistryAccess;
import dev.lamina.assembler.http.EnvironmentProxies;
import dev.lamina.assembler.http.HttpSettings;
import dev.lamina.assembler.registry.CredentialHelper;
import dev.lamina.assembler.registry.DockerCredentials;
import dev.lamina.assembler.registry.Registries;
import dev.lamina.assembler.registry.RegistryMirrors;
import dev.lamina.assembler.registry.RegistryMirrors.Mirror;
import dev.lamina.assembler.registry.RegistrySettings;
import dev.lamina.vmlaunch.CommandLine;
import dev.lamina.vmlaunch.process.ProcessRunner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The part of [Wiring] that reaches registries.
final class RegistryWiring {
    /// A helper may ask the user to unlock a key ring.
    private static final Duration HELPER_PATIENCE = Duration.ofMinutes(1);

    private final Environment environment;
    private final RegistryAccess access;

    RegistryWiring(Environment environment, RegistryAccess access) {
        this.environment = environment;
        this.access = access;
    }

    Registries registries() {
        return new Registries(RegistrySettings.usual(
                HttpSettings.usual(new EnvironmentProxies(environment.variables())),
                new RegistryMirrors(mirrors()),
                access.plainHttp(),
                certificates(),
                credentials()));
    }

    /// What the command line says comes first.
    private List<Mirror> mirrors() {
        List<Mirror> mirrors = new ArrayList<>(access.mirrors());
        for (String variable : List.of("LAMINA_MIRROR", "LINUXKIT_MIRROR")) {
            environment.variable(variable).map(RegistryMirrors::parseList).ifPresent(mirrors::addAll);
        }
        return mirrors;
    }

    /// OpenSSL's variable may name a file that a system does not have.
    private List<Path> certificates() {
        List<Path> files = new ArrayList<>(access.certificates());
        environment.path("SSL_CERT_FILE").filter(Files::isRegularFile).ifPresent(files::add);
        return files;
    }

    private DockerCredentials credentials() {
        List<Path> files =
                DockerCredentials.usualFiles(environment.variables(), environment.directory(), environment.userHome());
        return new DockerCredentials(files, helper(new ProcessRunner()));
    }

    private static CredentialHelper helper(ProcessRunner runner) {
        return (program, argument, input) -> {
            ProcessRunner.Result result =
                    runner.output(new CommandLine(List.of(program, argument)), input, HELPER_PATIENCE);
            return new CredentialHelper.Said(result.exitCode(), result.output());
        };
    }
}
