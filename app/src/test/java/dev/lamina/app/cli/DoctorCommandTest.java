package dev.lamina.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.Wiring;
import dev.lamina.app.doctor.Computers;
import dev.lamina.app.doctor.Doctor;
import dev.lamina.app.doctor.PlayedComputer;
import dev.lamina.app.operation.Environment;
import dev.lamina.vmlaunch.testing.Golden;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "paths are printed as the system writes them")
final class DoctorCommandTest {
    @TempDir
    Path folder;

    private CliRun doctor(PlayedComputer computer, String... args) {
        Environment environment = CliRun.environment(folder);
        Wiring operations = new Wiring(environment) {
            @Override
            public Doctor doctor() {
                return computer.doctor();
            }
        };
        return CliRun.with(operations, environment, "", args);
    }

    private CliRun of(String name, String... args) {
        Path root = folder.resolve(name);
        return doctor(Objects.requireNonNull(Computers.all().get(name), name).apply(root), args);
    }

    @Test
    void everyComputerIsToldWhatItLacksAndHowToGetIt() {
        Computers.all()
                .keySet()
                .forEach(name -> Golden.assertMatches(
                        "doctor/" + name + ".txt", of(name, "doctor").out()));
    }

    @Test
    void theExitCodeSaysWhetherSystemsCanBeBuiltAndBooted() {
        assertThat(of("linux-kvm", "doctor").code()).isZero();
        assertThat(of("linux-kvm-refuses", "doctor").code()).isZero();
        assertThat(of("linux-no-firmware", "doctor").code()).isZero();
        assertThat(of("macos-vfkit", "doctor").code()).isZero();
        assertThat(of("windows-home", "doctor").code()).isZero();
        assertThat(of("linux-no-qemu", "doctor").code()).isEqualTo(3);
        assertThat(of("linux-little-memory", "doctor").code()).isEqualTo(3);
        assertThat(of("linux-disk-full", "doctor").code()).isEqualTo(3);
    }

    @Test
    void programsReadItAsOneObject() {
        Golden.assertMatches(
                "doctor/linux-not-in-kvm.json",
                of("linux-not-in-kvm", "doctor", "--json").out());
    }

    @Test
    void theCommandsAloneAreThereToBeRun() {
        assertThat(of("linux-no-qemu", "doctor", "--fix-commands").out()).isEqualTo("""
            sudo apt install qemu-system-x86
            lamina doctor --try
            sudo apt install qemu-system-arm
            sudo apt install qemu-system-misc
            sudo apt install ovmf
            sudo apt install qemu-efi-aarch64
            sudo apt install virtiofsd
            sudo apt install swtpm
            sudo apt install qemu-utils
            """);
        assertThat(of("linux-kvm", "doctor", "--fix-commands").out()).isEmpty();
    }

    @Test
    void coloursAreThereWhenTheyAreWanted() {
        assertThat(of("linux-kvm", "doctor", "--color", "always").out())
                .startsWith("\u001b[32mThis computer builds and boots systems, at full speed.");
        assertThat(of("linux-no-qemu", "doctor", "--color", "always").out())
                .contains("\u001b[31mMISSING\u001b[0m  QEMU");
        assertThat(of("linux-kvm", "doctor", "--color", "never").out()).doesNotContain("\u001b");
    }

    @Test
    void whoWaitsIsToldWhatFor() {
        assertThat(of("linux-kvm", "doctor", "--try").err()).isEqualTo("Trying whether acceleration runs a kernel.\n");
        assertThat(of("linux-kvm", "doctor").err()).isEmpty();
    }
}
