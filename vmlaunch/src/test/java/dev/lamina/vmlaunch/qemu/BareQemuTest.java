package dev.lamina.vmlaunch.qemu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.vmlaunch.CommandLine;
import java.util.List;
import org.junit.jupiter.api.Test;

final class BareQemuTest {

    @Test
    void theMonitorIsOnStandardInputAndTheOtherChannelsLeadNowhere() {
        CommandLine command = new CommandLine(List.of(
                "/usr/bin/qemu-system-x86_64",
                "-S",
                "-chardev",
                "socket,id=qmp,path=/run/qmp.sock,server=off",
                "-mon",
                "chardev=qmp,mode=control",
                "-chardev",
                "socket,id=con,path=/run/con.sock,server=off",
                "-name",
                "socket,id=qmp,"));

        assertThat(BareQemu.alone(command))
                .isEqualTo(new CommandLine(List.of(
                        "/usr/bin/qemu-system-x86_64",
                        "-S",
                        "-chardev",
                        "stdio,id=qmp",
                        "-mon",
                        "chardev=qmp,mode=control",
                        "-chardev",
                        "null,id=con",
                        "-name",
                        "socket,id=qmp,")));
    }
}
