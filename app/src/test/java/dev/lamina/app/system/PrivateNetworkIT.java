package dev.lamina.app.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.operation.MachineOptions;
import dev.lamina.model.conformance.Conformance;
import dev.lamina.model.value.ByteSize;
import dev.lamina.vmlaunch.Equipment;
import dev.lamina.vmlaunch.GuestControl.ExecResult;
import dev.lamina.vmlaunch.PrivateNetwork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Machines that run at once and meet in networks of their own.
final class PrivateNetworkIT {
    private static final String SYSTEM = BootedSystem.BASE + """
        onboot:
          - {name: dhcp, image: lamina/dhcp}
          - {name: lab, image: lamina/static-ip, command: [/usr/bin/static-ip, -interface, eth1, -address, %s/24]}
        services:
          - {name: web, image: lamina/httpd, binds: ["/srv/www:/var/www:ro"]}
        files:
          - {path: srv/www/index.html, contents: "here is %s", mode: "0644"}
        """;

    @TempDir
    Path folder = Path.of("");

    private BootedSystem boot(String address, PrivateNetwork network) throws IOException {
        Path document =
                Files.writeString(folder.resolve("net-" + address + ".yml"), SYSTEM.formatted(address, address));
        MachineOptions machine = MachineOptions.DEFAULT
                .withMemory(ByteSize.parse("256M"))
                .withEquipment(Equipment.NONE.withPrivateNetworks(List.of(network)));
        return BootedSystem.start(machine, document);
    }

    @Test
    void machinesThatNameTheSameNetworkReachEachOtherAndOthersDoNot() throws Exception {
        PrivateNetwork lab =
                PrivateNetwork.named("lab" + ProcessHandle.current().pid());
        PrivateNetwork other =
                PrivateNetwork.named("other" + ProcessHandle.current().pid());
        try (BootedSystem one = boot("192.168.90.1", lab);
                BootedSystem two = boot("192.168.90.2", lab);
                BootedSystem apart = boot("192.168.90.3", other)) {
            one.ready();
            two.ready();
            apart.ready();

            assertThat(one.exec("ping -c 3 -W 20 192.168.90.2")).contains("3 packets received");
            assertThat(two.exec("ping -c 3 -W 20 192.168.90.1")).contains("3 packets received");
            assertThat(two.exec("wget -qO- -T 20 http://192.168.90.1/")).isEqualTo("here is 192.168.90.1");
            assertThat(without(apart, "ping -c 1 -W 2 192.168.90.1").exitCode()).isNotZero();
            assertThat(without(one, "ping -c 1 -W 2 192.168.90.3").exitCode()).isNotZero();
            assertThat(address(one, "eth1")).isNotEqualTo(address(two, "eth1"));
            assertThat(one.exec("ip route show default")).as("the way out").contains("via 10.0.2.2 dev eth0");
            theCardWithoutDhcpHoldsUpNothing(one);
            theCardHasAnAddressWithoutAnybodyGivingOne(one, two);
        }
    }

    /// In a network of their own here, as other tests may run them too.
    @Test
    void theExamplesMeet() throws Exception {
        MachineOptions machine = MachineOptions.DEFAULT
                .withMemory(ByteSize.parse("256M"))
                .withEquipment(Equipment.NONE.withPrivateNetworks(List.of(
                        PrivateNetwork.named("meet" + ProcessHandle.current().pid()))));
        Path examples = Conformance.checkout().resolve("examples");
        try (BootedSystem server = BootedSystem.start(machine, examples.resolve("lab-server.yml"));
                BootedSystem client = BootedSystem.start(machine, examples.resolve("lab-client.yml"))) {
            server.ready();
            client.ready();

            assertThat(client.exec("wget -qO- -T 20 http://192.168.90.1/"))
                    .contains("This page can be had in the private network only.");
        }
    }

    private static void theCardWithoutDhcpHoldsUpNothing(BootedSystem system) {
        double took = system.events().stream()
                .filter(event -> event.kind().equals("exit")
                        && event.field("name").orElse("").equals("dhcp"))
                .mapToDouble(event -> Double.parseDouble(event.field("took").orElse("99")))
                .findFirst()
                .orElseThrow();
        assertThat(took).as("seconds of DHCP").isLessThan(7);
    }

    /// IPv6 makes one of the card's own address, for this network alone.
    private static void theCardHasAnAddressWithoutAnybodyGivingOne(BootedSystem one, BootedSystem two) {
        String address = two.exec("ip -6 -o addr show dev eth1 scope link | sed 's/.*inet6 //; s,/.*,,'")
                .strip();

        assertThat(address).startsWith("fe80::");
        assertThat(one.exec("ping -6 -c 3 -W 20 " + address + "%eth1")).contains("3 packets received");
    }

    private static String address(BootedSystem system, String card) {
        return system.exec("cat /sys/class/net/" + card + "/address");
    }

    private static ExecResult without(BootedSystem system, String command) {
        return system.vm().control().exec(List.of("sh", "-c", command), BootedSystem.PATIENCE);
    }
}
