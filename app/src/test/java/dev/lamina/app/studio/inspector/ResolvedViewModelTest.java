package dev.lamina.app.studio.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.studio.inspector.Effective.Source;
import dev.lamina.app.studio.session.Desk;
import dev.lamina.app.studio.session.DocumentSession;
import dev.lamina.app.studio.session.Lane;
import dev.lamina.app.studio.session.Place;
import dev.lamina.app.studio.testing.Sessions;
import dev.lamina.model.mount.MountNode;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ResolvedViewModelTest {
    private static final String WEB = """
            kernel:
              image: lamina/kernel
            init: [lamina/init, lamina/runtime]
            services:
              - name: web
                image: lamina/httpd
                cwd: /srv
                tmpfs: ["/data:size=1m"]
                sysctl: {net.ipv4.ip_forward: "1"}
            """;

    @TempDir
    Path home;

    private Desk desk;
    private DocumentSession session;
    private ResolvedViewModel resolved;

    @BeforeEach
    void open() {
        desk = Sessions.desk(home);
        session = Sessions.session(desk, WEB);
        resolved = new ResolvedViewModel(session, desk);
        session.selection().only(new Place(Lane.SERVICES, 0));
    }

    private ResolvedNode node(String... path) {
        List<ResolvedNode> nodes = resolved.nodes().get();
        ResolvedNode found = new ResolvedNode("", "", List.of(), nodes);
        for (String key : path) {
            found = found.children().stream()
                    .filter(child -> child.key().equals(key))
                    .findFirst()
                    .orElseThrow();
        }
        return found;
    }

    @Test
    void nothingIsMadeBeforeSomebodyLooks() {
        assertThat(resolved.nodes().get()).isEmpty();
    }

    @Test
    void valuesHaveTheirOrigins() {
        resolved.active().set(true);
        assertThat(node("process", "cwd")).isEqualTo(new ResolvedNode("cwd", "/srv", List.of(Source.HERE), List.of()));
        assertThat(node("process", "noNewPrivileges").sources()).containsExactly(Source.LABEL);
        assertThat(node("linux", "sysctl", "net.ipv4.ip_forward").value()).isEqualTo("1");
        assertThat(node("mounts", "/data", "type").value()).isEqualTo("tmpfs");
    }

    @Test
    void theyFollowTheDocument() {
        resolved.active().set(true);
        session.type(WEB.replace("/srv", "/var"));
        assertThat(node("process", "cwd").value()).isEqualTo("/var");
    }

    @Test
    void aWordLeavesWhatHasItWithWhatItLiesIn() {
        resolved.active().set(true);
        resolved.filter().set("ip_forward");
        assertThat(resolved.nodes().get()).map(ResolvedNode::key).containsExactly("linux");
        assertThat(node("linux", "sysctl").children()).hasSize(1);
    }

    @Test
    void theSpecIsCopiedAsTheImageWillHaveIt() {
        resolved.active().set(true);
        resolved.copy();
        assertThat(desk.clipboard().get().orElseThrow())
                .isEqualTo(resolved.json().get())
                .startsWith("{\n")
                .contains("\"cwd\": \"/srv\"");
    }

    @Test
    void aDocumentWithErrorsSaysWhyThereIsNothing() {
        resolved.active().set(true);
        session.type(WEB + "    nonsense: 1\n");
        assertThat(resolved.nodes().get()).isEmpty();
        assertThat(resolved.message().get()).contains("errors");
        session.type(WEB);
        assertThat(resolved.message().get()).isEmpty();
    }

    @Test
    void theMountsAreThoseOfTheKernel() {
        MountsViewModel mounts = new MountsViewModel(session, desk);
        mounts.active().set(true);
        assertThat(below(mounts.root().get().orElseThrow()))
                .map(MountNode::target)
                .contains("/", "/proc", "/data");
    }

    private static Stream<MountNode> below(MountNode node) {
        return Stream.concat(Stream.of(node), node.children().stream().flatMap(ResolvedViewModelTest::below));
    }
}
