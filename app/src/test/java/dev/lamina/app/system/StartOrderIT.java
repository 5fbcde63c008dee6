package dev.lamina.app.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.vmlaunch.GuestControl.ServiceAction;
import dev.lamina.vmlaunch.GuestEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// That services start when what they wait for is there.
final class StartOrderIT {
    private static final String SYSTEM = BootedSystem.BASE + """
            services:
              - name: a-client
                image: lamina/dhcp
                command: [/bin/sh, -c, "wget -q -O - http://127.0.0.1/; exec sleep 86400"]
                annotations: {dev.lamina.after: "port:80"}
              - name: b-far
                image: lamina/dhcp
                command: [/bin/sleep, "86400"]
                annotations: {dev.lamina.after: "tcp:127.0.0.1:80 a-client"}
              - name: c-network
                image: lamina/dhcp
                command: [/bin/sh, -c, "ip route; exec sleep 86400"]
                annotations: {dev.lamina.after: network}
              - name: d-late
                image: lamina/dhcp
                command: [/bin/sleep, "86400"]
                annotations: {dev.lamina.after: "file:/run/never, file:/run, within:2"}
              - name: e-finished
                image: lamina/dhcp
                command: [/bin/sleep, "86400"]
                annotations: {dev.lamina.after: "service:lease"}
              - name: lease
                image: lamina/dhcp
              - name: web
                image: lamina/httpd
                command: [/bin/sh, -c, "sleep 1; exec httpd -f -p 80 -h /var/www"]
              - name: z-stopped
                image: lamina/dhcp
                command: [/bin/sleep, "86400"]
                annotations: {dev.lamina.after: "file:/run/now"}
            """;

    @TempDir
    Path folder = Path.of("");

    @Test
    void servicesWaitForWhatTheyDeclare() throws Exception {
        Path document = Files.writeString(folder.resolve("order.yml"), SYSTEM);
        try (BootedSystem system = BootedSystem.start(document)) {
            system.event("waiting", "z-stopped");
            system.vm().control().service(ServiceAction.STOP, "z-stopped", BootedSystem.PATIENCE);
            assertThat(system.exec("service status z-stopped || true")).isEqualTo("z-stopped down\n");
            system.ready();

            List<GuestEvent> events = system.events();
            assertThat(only(events, "waiting", "a-client").field("for")).contains("port:80");
            assertThat(only(events, "waited", "a-client").field("ok")).contains("true");
            // Whoever waits for a service may see that it runs before its event is written.
            List<String> chain = events.stream()
                    .map(StartOrderIT::text)
                    .filter(StartOrderIT::aboutTheChain)
                    .toList();
            assertThat(chain).containsSubsequence("start web", "waited a-client", "start a-client");
            assertThat(chain).containsSubsequence("waited a-client", "waited b-far", "start b-far");
            assertThat(only(events, "waiting", "b-far").field("for")).contains("tcp:127.0.0.1:80 a-client");
            assertThat(system.exec("logs a-client")).contains("<html");
            assertThat(system.exec("logs c-network")).startsWith("default via 10.0.2.2 ");

            GuestEvent late = only(events, "waited", "d-late");
            assertThat(late.field("ok")).contains("false");
            assertThat(late.field("for")).contains("file:/run/never");
            assertThat(Double.parseDouble(late.field("took").orElseThrow())).isGreaterThanOrEqualTo(2);
            assertThat(system.exec("service status d-late")).startsWith("d-late running");
            assertThat(events.stream().map(StartOrderIT::text)).containsSubsequence("exit lease", "start e-finished");

            system.exec(": >/run/now");
            system.vm().control().service(ServiceAction.START, "z-stopped", BootedSystem.PATIENCE);
            assertThat(system.exec("service status z-stopped")).startsWith("z-stopped running");
            assertThat(system.exec("cat /run/lamina/supervisor.log")).isEmpty();
        }
    }

    private static GuestEvent only(List<GuestEvent> events, String kind, String name) {
        List<GuestEvent> found = events.stream()
                .filter(event -> text(event).equals(kind + " " + name))
                .toList();
        assertThat(found).as(kind + " " + name).hasSize(1);
        return found.getFirst();
    }

    private static boolean aboutTheChain(String text) {
        return text.endsWith(" web") || text.endsWith(" a-client") || text.endsWith(" b-far");
    }

    private static String text(GuestEvent event) {
        return event.kind() + " " + event.field("name").orElse("");
    }
}
