package dev.lamina.app.cli;

import dev.lamina.app.operation.Operations;
import dev.lamina.app.operation.RegistryAccess;
import dev.lamina.assembler.registry.RegistryMirrors.Mirror;
import dev.lamina.model.problem.InputException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/// The options of everything that may ask a registry.
final class RegistryOptions {
    @Option(
            names = "--mirror",
            paramLabel = "[REG=]URL",
            converter = OfMirror.class,
            description = "Ask this mirror first, of one registry or of all; may be given several times.")
    List<Mirror> mirrors = List.of();

    @Option(
            names = "--cert-file",
            paramLabel = "FILE",
            description = "Trust the authorities in this PEM file too; may be given several times.")
    List<Path> certificates = List.of();

    @Option(
            names = "--plain-http",
            paramLabel = "HOST[:PORT]",
            converter = OfRegistry.class,
            description = "Speak to this registry without encryption; may be given several times.")
    Set<String> plainHttp = Set.of();

    static final class OfMirror implements ITypeConverter<Mirror> {
        @Override
        public Mirror convert(String text) {
            return Mirror.parse(text);
        }
    }

    static final class OfRegistry implements ITypeConverter<String> {
        @Override
        public String convert(String text) {
            if (text.isBlank() || text.contains("/")) {
                throw new InputException(
                        "'" + text + "' is not the address of a registry", "write for example registry.example:5000");
            }
            return text;
        }
    }

    Operations of(Operations operations, Session session) {
        List<Path> files = certificates.stream()
                .map(file -> session.environment().directory().resolve(file))
                .toList();
        RegistryAccess access = new RegistryAccess(mirrors, files, plainHttp);
        return access.equals(RegistryAccess.USUAL) ? operations : operations.withRegistries(access);
    }
}
