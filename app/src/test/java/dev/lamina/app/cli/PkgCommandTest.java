package dev.lamina.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.Wiring;
import dev.lamina.app.operation.Environment;
import dev.lamina.app.operation.Environment.OperatingSystem;
import dev.lamina.app.testing.TestImages;
import dev.lamina.model.value.Arch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PkgCommandTest {
    private static final String GREET = """
        image: greet
        org: team
        arches: [amd64, arm64]
        files: [{path: /etc/greeting, source: greeting}]
        entrypoint: [/bin/greet]
        """;

    @TempDir
    Path folder = Path.of("");

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void greet() throws IOException {
        write("greet/lamina-pkg.yml", GREET);
        write("greet/greeting", "hello\n");
    }

    private CliRun run(Map<String, String> variables, String... args) {
        Map<String, String> all = new HashMap<>(variables);
        all.put("LAMINA_HOME", "home");
        Environment environment = new Environment(all, folder, folder, OperatingSystem.LINUX, "amd64", false);
        return CliRun.with(new Wiring(environment), environment, "", args);
    }

    @Test
    void aFolderBecomesAnImageOfItsNameForEachArchitecture() throws IOException {
        greet();

        String name = CliRun.in(folder, "pkg", "show-tag", "greet").out().strip();
        CliRun built = CliRun.in(folder, "-q", "pkg", "build", "greet");

        assertThat(name).matches("team/greet:[0-9a-f]{40}");
        assertThat(built.code()).isZero();
        assertThat(built.out())
                .matches("IMAGE +ARCH +SIZE +DIGEST\n"
                        + "docker\\.io/NAME +amd64 +[0-9]+ B +[0-9a-f]{12}\n".replace("NAME", name)
                        + "docker\\.io/NAME +arm64 +[0-9]+ B +[0-9a-f]{12}\n".replace("NAME", name));
        assertThat(CliRun.in(folder, "image", "ls").out()).isEqualTo(built.out());
        write("x.yml", "init: [\"" + name + "\"]\n");
        assertThat(CliRun.in(folder, "build", "-q", "x.yml").code()).isZero();
    }

    @Test
    void theSameFolderElsewhereGivesTheSameNameAndDigest() throws IOException {
        greet();
        write("copy/of/it/lamina-pkg.yml", GREET);
        write("copy/of/it/greeting", "hello\n");

        assertThat(CliRun.in(folder, "-q", "--json", "pkg", "build", "--cache", "other", "copy/of/it"))
                .isEqualTo(CliRun.in(folder, "-q", "--json", "pkg", "build", "greet"));
    }

    @Test
    void whatIsInTheStoreIsNotMadeAgainUnlessForced() throws IOException {
        greet();
        String name = CliRun.in(folder, "pkg", "show-tag", "greet").out().strip();
        String[] planned = {"pkg", "build", "--dry-run", "--platforms", "linux/arm64", "greet"};

        assertThat(CliRun.in(folder, planned).out()).isEqualTo(name + "  arm64  make from 0 Debian packages\n");
        CliRun.in(folder, "pkg", "build", "greet");

        assertThat(CliRun.in(folder, planned).out()).isEqualTo(name + "  arm64  in the store\n");
        assertThat(CliRun.in(folder, "pkg", "build", "greet").err()).isEmpty();
        assertThat(CliRun.in(folder, "pkg", "build", "--force", "greet").err())
                .startsWith("making " + name)
                .hasLineCount(2);
    }

    @Test
    void namesAreOverruledByOptionsAndTheEnvironment() throws IOException {
        greet();
        Map<String, String> org = Map.of("LINUXKIT_PKG_ORG", "acme", "USER", "eve");

        assertThat(run(org, "pkg", "show-tag", "--tag", "1.0", "greet").out()).isEqualTo("acme/greet:1.0\n");
        assertThat(run(org, "pkg", "show-tag", "--org", "registry.example/x", "--hash", "abc", "greet")
                        .out())
                .isEqualTo("registry.example/x/greet:abc\n");
        assertThat(run(Map.of("USER", "eve"), "pkg", "show-tag", "--dev", "--canonical", "greet")
                        .out())
                .isEqualTo("docker.io/eve/greet:dev\n");
        assertThat(CliRun.in(folder, "pkg", "show-tag", "--tag", "v1-{{.Hash}}", "--hash", "abc", "greet")
                        .out())
                .isEqualTo("team/greet:v1-abc\n");
        assertThat(CliRun.in(folder, "pkg", "show-tag", "--org", "A B", "greet").err())
                .isEqualTo("lamina: 'A B' cannot stand before the name of an image\n"
                        + "hint: small letters and digits, e.g. team or registry.example/team\n");
    }

    @Test
    void aMistakeIsNamedWithItsPlace() throws IOException {
        write("greet/lamina-pkg.yml", GREET);

        assertThat(CliRun.in(folder, "pkg", "build", "greet"))
                .isEqualTo(new CliRun(
                        1,
                        "",
                        folder.resolve("greet/lamina-pkg.yml")
                                + ":4:39: there is no file \"greeting\" in the folder of the description\n"
                                + "hint: put it there, or correct the path\n"));
    }

    @Test
    void aPackageThatIsPinnedNowhereIsAnsweredWithHowToPinIt() throws IOException {
        write("greet/lamina-pkg.yml", "image: greet\narches: [amd64]\npackages: [cowsay]\n");

        assertThat(CliRun.in(folder, "pkg", "build", "greet"))
                .isEqualTo(new CliRun(
                        1,
                        "",
                        "lamina: no lock has the package cowsay for amd64\n"
                                + "hint: pin it with 'lamina pkg update DIR', where DIR is the folder of the"
                                + " package\n"));
    }

    @Test
    void aDescriptionToBeginWithIsOneThatIsUnderstood() throws IOException {
        Files.createDirectories(folder.resolve("My App"));

        assertThat(CliRun.in(folder, "pkg", "init", "My App"))
                .isEqualTo(new CliRun(0, folder.resolve("My App/lamina-pkg.yml") + "\n", ""));
        assertThat(CliRun.in(folder, "pkg", "show-tag", "My App").out()).matches("local/my-app:[0-9a-f]{40}\n");
        assertThat(CliRun.in(folder, "pkg", "init", "My App").err())
                .isEqualTo("lamina: " + folder.resolve("My App/lamina-pkg.yml")
                        + " is there already\nhint: edit it, or remove it first\n");
    }

    @Test
    void whatLinuxKitsDescriptionSaysIsTakenOver() throws IOException {
        write("tool/build.yml", "image: tool\norg: acme\narches: [amd64]\nconfig: {readonly: true}\n");

        CliRun.in(folder, "pkg", "init", "tool");

        assertThat(folder.resolve("tool/lamina-pkg.yml"))
                .content()
                .startsWith("image: tool\norg: acme\narches: [amd64]\n")
                .endsWith("entrypoint: [/usr/bin/start]\nconfig: {\"readonly\":true}\n");
        assertThat(CliRun.in(folder, "pkg", "show-tag", "tool").out()).matches("acme/tool:[0-9a-f]{40}\n");
        assertThat(CliRun.in(folder, "pkg", "show-tag", "--build-yml", "build.yml", "tool")
                        .out())
                .isEqualTo("acme/tool:latest\n");
    }

    @Test
    void withoutDockerTheErrorShowsHowToDoWithoutADockerfile() throws IOException {
        write("tool/build.yml", "image: tool\narches: [amd64]\nconfig: {readonly: true}\n");
        write("tool/Dockerfile", "FROM scratch\n");

        CliRun run = CliRun.in(folder, "pkg", "build", "tool");

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err())
                .startsWith("without a Dockerfile, lamina-pkg.yml describes an image, and could begin so:\n\n"
                        + "image: tool\norg: linuxkit\narches: [amd64]\n")
                .endsWith("lamina: the Dockerfile of linuxkit/tool:latest is built by 'docker buildx', and there is no"
                        + " docker on the PATH\n"
                        + "hint: install Docker with buildx, or describe the image without a Dockerfile: 'lamina pkg"
                        + " init " + folder.resolve("tool") + "' writes a description to begin with\n");
    }

    @Test
    void whatIsForDockerIsHandedOnToIt() throws IOException {
        write("tool/build.yml", "image: tool\norg: acme\narches: [amd64, arm64]\nnetwork: true\nbuildArgs: [A=b]\n");
        write("tool/Dockerfile", "FROM scratch\n");
        write("tool/Other", "FROM scratch\n");
        write("args", "C=d\n");
        Path tool = folder.resolve("tool");
        String all =
                "pkg build --dry-run --skip-platforms linux/arm64 --dockerfile Other --build-arg-file args --nonetwork"
                        + " --disable-cache --ssh default --builder-name b1 --sbom-scanner false --progress plain tool";

        assertThat(run(Map.of("LINUXKIT_BUILDER_NAME", "b2"), all.split(" ")))
                .isEqualTo(new CliRun(
                        0,
                        "acme/tool:latest  amd64  docker buildx build --progress plain --builder b1 --platform"
                                + " linux/amd64 --tag docker.io/acme/tool:latest --file " + tool.resolve("Other")
                                + " --build-arg A=b --build-arg C=d --build-arg PKG_IMAGE=acme/tool --network none"
                                + " --no-cache --ssh default --output type=oci,dest=image.tar " + tool + "\n",
                        ""));
        assertThat(run(
                        Map.of("LINUXKIT_BUILDER_NAME", "b2"),
                        "pkg",
                        "build",
                        "--dry-run",
                        "--platforms",
                        "linux/arm64",
                        "--network",
                        "--enable-cache",
                        "tool"))
                .isEqualTo(new CliRun(
                        0,
                        "acme/tool:latest  arm64  docker buildx build --progress plain --builder b2 --platform"
                                + " linux/arm64 --tag docker.io/acme/tool:latest --file " + tool.resolve("Dockerfile")
                                + " --build-arg A=b --build-arg PKG_IMAGE=acme/tool --network default --attest"
                                + " type=sbom --output type=oci,dest=image.tar " + tool + "\n",
                        ""));
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the stand-in for docker is a shell script")
    void aDockerfileIsBuiltByDockerWithTheLabelAndTakenIn() throws IOException {
        write("tool/build.yml", """
            image: tool
            org: acme
            arches: [amd64]
            network: true
            buildArgs: [A=b]
            config: {readonly: true}
            """);
        write("tool/Dockerfile", "FROM scratch\n");
        docker("acme/tool:latest", 0);

        CliRun run = run(path(), "-q", "pkg", "build", "--sbom-scanner", "false", "tool");

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("docker.io/acme/tool:latest  amd64 ");
        Path tool = folder.resolve("tool");
        assertThat(arguments())
                .startsWith("buildx version")
                .contains(
                        "buildx build --progress plain --platform linux/amd64 --tag docker.io/acme/tool:latest --file "
                                + tool
                                + "/Dockerfile --label org.mobyproject.config={\"readonly\":true} --build-arg A=b"
                                + " --build-arg PKG_IMAGE=acme/tool --network default --output type=oci,dest=")
                .endsWith("/image.tar " + tool + "\n");
        assertThat(run(path(), "pkg", "build", "tool").err()).isEmpty();
        assertThat(arguments().lines()).hasSize(2);
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the stand-in for docker is a shell script")
    void foldersBesideThePackageAreTakenIn() throws IOException {
        write("tool/build.yml", "image: tool\narches: [amd64]\nextra-sources: [\"../common:/lib/common\"]\n");
        write("tool/Dockerfile", "FROM scratch\n");
        write("common/x", "x\n");
        docker("linuxkit/tool:1", 0);
        Path docker = folder.resolve("bin/docker");
        String look = "for last; do :; done; cat \"$last/lib/common/x\" >" + folder.resolve("seen") + "\n";
        Files.writeString(docker, Files.readString(docker).replace("echo step 1", look + "echo step 1"));

        CliRun run = run(path(), "-q", "pkg", "build", "--hash", "1", "tool");

        assertThat(run.err()).isEmpty();
        assertThat(arguments()).contains("/context/Dockerfile ").endsWith("/context\n");
        assertThat(folder.resolve("seen")).hasContent("x");
    }

    @Test
    void aFileOfArgumentsThatIsNotThereIsAWrongInput() throws IOException {
        write("tool/build.yml", "image: tool\narches: [amd64]\n");
        write("tool/Dockerfile", "FROM scratch\n");

        assertThat(CliRun.in(folder, "pkg", "build", "--hash", "1", "--build-arg-file", "none", "tool"))
                .isEqualTo(new CliRun(1, "", "lamina: cannot read none\nhint: check the path and its permissions\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lib", "lib/common"})
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the stand-in for docker is a shell script")
    void aLinkInAPackageLeadsNothingOutOfIt(String link) throws IOException {
        write("tool/build.yml", "image: tool\narches: [amd64]\nextra-sources: [\"../common:/lib/common\"]\n");
        write("tool/Dockerfile", "FROM scratch\n");
        write("common/x", "x\n");
        Files.createDirectories(folder.resolve("outside"));
        Files.createDirectories(folder.resolve("tool").resolve(link).getParent());
        Files.createSymbolicLink(folder.resolve("tool").resolve(link), folder.resolve("outside"));
        docker("linuxkit/tool:1", 0);

        CliRun run = run(path(), "-q", "pkg", "build", "--hash", "1", "tool");

        assertThat(run)
                .isEqualTo(new CliRun(
                        1,
                        "",
                        "lamina: " + link + " of the package is a link, so that nothing can be put into it\n"
                                + "hint: name another place in extra-sources\n"));
        assertThat(folder.resolve("outside")).isEmptyDirectory();
    }

    @Test
    void whatGitDoesNotKnowIsNotPushed() throws IOException {
        greet();

        assertThat(CliRun.in(folder, "pkg", "push", "--hash", "abc-dirty-1234567", "greet"))
                .isEqualTo(new CliRun(
                        1,
                        "",
                        "lamina: team/greet:abc-dirty-1234567 has changes that git does not know, so it is not sent to"
                                + " a registry\n"
                                + "hint: commit them, or build without --push\n"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        extra-sources: ["../none:/x"]      | there is no folder FOLDER/none
        depends: {docker-images: {list: [a]}} | the package in FOLDER/tool wants images of Docker beside its sources (depends), which Lamina does not save there
        buildArgs: ["A=@lkt:pkg:../b"]     | the argument A=@lkt:pkg:../b of the build in FOLDER/tool is one that Lamina cannot fill in
        buildArgs: [A]                     | 'A' is no argument of a build
        dockerfile: ../Dockerfile          | FOLDER/Dockerfile is not below FOLDER/tool
        dockerfile: Other                  | there is no FOLDER/tool/Other
        """)
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the stand-in for docker is a shell script")
    void whatCannotBeDoneIsRefused(String line, String problem) throws IOException {
        write("tool/build.yml", "image: tool\narches: [amd64]\n" + line + "\n");
        write("tool/Dockerfile", "FROM scratch\n");
        docker("linuxkit/tool:1", 0);

        CliRun run = run(path(), "-q", "pkg", "build", "--hash", "1", "tool");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).startsWith("lamina: " + problem.replace("FOLDER", folder.toString()) + "\nhint: ");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the stand-in for docker is a shell script")
    void whatDockerSaysLastIsInTheError() throws IOException {
        write("tool/build.yml", "image: tool\narches: [amd64]\n");
        write("tool/Dockerfile", "FROM scratch\n");
        docker("linuxkit/tool:latest", 7);

        CliRun run = run(path(), "-q", "pkg", "build", "tool");

        assertThat(run.code()).isEqualTo(4);
        assertThat(run.err())
                .contains("' ended with exit code 7:\n  step 1 failed\nhint: images for other architectures and OCI");
        assertThat(CliRun.in(folder, "image", "ls").out()).isEqualTo("IMAGE  ARCH  SIZE  DIGEST\n");
    }

    private Map<String, String> path() {
        return Map.of("PATH", folder.resolve("bin").toString());
    }

    private String arguments() throws IOException {
        return Files.readString(folder.resolve("arguments"));
    }

    /// A program that notes what it is told and writes an image.
    private void docker(String image, int code) throws IOException {
        Path tar = folder.resolve("built.tar");
        TestImages.archive(tar, image, Arch.AMD64, "tool");
        write("bin/docker", """
            #!/bin/sh
            echo "$@" >>%s
            test "$2" = version && exit 0
            for word; do case $word in type=oci,dest=*) cp %s "${word#type=oci,dest=}" ;; esac; done
            echo step 1 failed
            exit %d
            """.formatted(folder.resolve("arguments"), tar, code));
        Files.setPosixFilePermissions(folder.resolve("bin/docker"), PosixFilePermissions.fromString("rwxr-xr-x"));
        assertThat(List.of(folder.resolve("bin/docker"))).allMatch(Files::isExecutable);
    }
}
