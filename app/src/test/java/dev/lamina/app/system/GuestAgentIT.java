package dev.lamina.app.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What other tools than Lamina ask of a machine: its agent, and the power button.
final class GuestAgentIT {
    private static final String SYSTEM = """
            kernel:
              image: lamina/kernel
              cmdline: "console=ttyAMA0 console=ttyS0 quiet lamina.events=console"
            init: [lamina/init, lamina/runtime]
            onboot:
              - {name: dhcp, image: lamina/dhcp}
            services:
              - {name: %1$s, image: lamina/%1$s}
            """;

    private static final List<String> NETWORK =
            List.of("-netdev", "user,id=net", "-device", "virtio-net-pci,netdev=net,romfile=");

    private static final List<String> AGENT = List.of(
            "-device",
            "virtio-serial-pci,id=ports",
            "-chardev",
            "socket,path=agent,server=on,wait=off,id=agent",
            "-device",
            "virtserialport,bus=ports.0,chardev=agent,name=org.qemu.guest_agent.0");

    @TempDir
    Path folder = Path.of("");

    private RawMachine boot(String service, List<String> devices) throws Exception {
        Files.writeString(folder.resolve("system.yml"), SYSTEM.formatted(service));
        RawMachine machine = RawMachine.start(
                folder,
                "system.yml",
                "256M",
                java.util.stream.Stream.concat(NETWORK.stream(), devices.stream())
                        .toList());
        machine.seen("\"event\":\"ready\"");
        return machine;
    }

    @Test
    void theAgentAnswersAndPowersOff() throws Exception {
        try (RawMachine machine = boot("qemu-guest-agent", AGENT);
                RawMachine.Talk agent = machine.talk("agent")) {
            assertThat(agent.ask("{\"execute\":\"guest-sync\",\"arguments\":{\"id\":4711}}"))
                    .isEqualTo("{\"return\": 4711}");
            assertThat(agent.ask("{\"execute\":\"guest-ping\"}")).isEqualTo("{\"return\": {}}");
            assertThat(agent.ask("{\"execute\":\"guest-network-get-interfaces\"}"))
                    .contains("\"name\": \"eth0\"", "\"ip-address\": \"10.0.2.15\"");
            assertThat(agent.ask("{\"execute\":\"guest-get-osinfo\"}")).contains("\"machine\": \"x86_64\"");
            for (String refused : List.of(
                    "{\"execute\":\"guest-exec\",\"arguments\":{\"path\":\"/bin/sh\"}}",
                    "{\"execute\":\"guest-file-open\",\"arguments\":{\"path\":\"/etc/passwd\"}}")) {
                assertThat(agent.ask(refused)).contains("\"class\": \"CommandNotFound\"");
            }
            agent.say("{\"execute\":\"guest-shutdown\"}");

            machine.assertEnded();

            assertThat(machine.console()).contains("\"event\":\"off\"");
        }
    }

    @Test
    void thePowerButtonEndsASystemInOrder() throws Exception {
        try (RawMachine machine = boot("acpid", List.of())) {
            machine.pressPowerButtonUntilOff();

            assertThat(machine.console())
                    .contains("\"event\":\"shutdown\",\"action\":\"poweroff\"", "\"event\":\"off\"");
        }
    }
}
