package dev.lamina.assembler.sbom;

import dev.lamina.model.problem.InputException;
import java.time.Instant;
import java.util.Arrays;

/// Where in the system the list of its software goes, and when it says that it was made.
///
/// @param path without a leading slash
public record SbomChoice(String path, Instant created) {
    public static final String FILE = "sbom.spdx.json";

    /// A fixed moment, the one of LinuxKit's files, so that the same system has the same list.
    public static final Instant ALWAYS = Instant.parse("2017-04-18T16:30:00Z");

    public static final SbomChoice USUAL = new SbomChoice(FILE, ALWAYS);

    public SbomChoice {
        path = path.replaceFirst("^/+", "");
        boolean bad = Arrays.stream(path.split("/", -1))
                .anyMatch(name -> name.isEmpty() || name.equals(".") || name.equals(".."));
        if (bad) {
            throw new InputException(
                    "'" + path + "' cannot be a file of the system", "name one by its path, e.g. " + FILE);
        }
    }
}
