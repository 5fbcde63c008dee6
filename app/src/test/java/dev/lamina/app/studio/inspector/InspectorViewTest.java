package dev.lamina.app.studio.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.studio.look.Theme;
import dev.lamina.app.studio.session.Desk;
import dev.lamina.app.studio.session.DocumentSession;
import dev.lamina.app.studio.session.Lane;
import dev.lamina.app.studio.session.Place;
import dev.lamina.app.studio.testing.Pictures;
import dev.lamina.app.studio.testing.Sessions;
import dev.lamina.app.studio.testing.Window;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class InspectorViewTest {
    private static final double NARROW = 260;
    private static final Place WEB = new Place(Lane.SERVICES, 0);

    private static final String DOCUMENT = """
        kernel:
          image: lamina/kernel
          cmdline: console=ttyS0 quiet mitigations=off
        init: [lamina/init, lamina/runtime]
        services:
          - name: web
            image: nginx:1.27-alpine
            capabilities: [CAP_NET_BIND_SERVICE, CAP_SYS_ADMIN]
            env: ["PATH=/bin", "TZ=UTC"]
            binds:
              - /etc/resolv.conf:/etc/resolv.conf:ro
              - shared:/usr/share/nginx/html:ro
            sysctl: {net.ipv4.ip_forward: "1"}
            resources:
              memory: {limit: 134217728}
        volumes:
          - name: shared
        files:
          - path: etc/motd
            contents: hello
            mode: "0644"
        """;

    @TempDir
    Path home;

    private DocumentSession session;
    private Window window;

    @BeforeEach
    void open() {
        Desk desk = Window.call(() -> Sessions.desk(home));
        session = Window.call(() -> Sessions.session(desk, DOCUMENT));
        window = Window.show(() -> (Parent) new InspectorView(session, desk).node(), NARROW, 900, Theme.LIGHT);
    }

    @AfterEach
    void close() {
        window.close();
    }

    private void select(Place place) {
        Window.run(() -> session.selection().only(place));
    }

    private void reveal(String path) {
        Window.run(() -> session.selection().reveal(path));
    }

    private <T extends Node> T find(Class<T> type, Predicate<T> wanted) {
        return Window.call(() -> all(window.scene().getRoot()).stream()
                .filter(type::isInstance)
                .map(type::cast)
                .filter(wanted)
                .findFirst()
                .orElseThrow());
    }

    private static List<Node> all(Node node) {
        List<Node> nodes = new ArrayList<>(List.of(node));
        if (node instanceof ScrollPane scroll && scroll.getContent() != null) {
            nodes.addAll(all(scroll.getContent()));
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().stream()
                    .filter(Node::isVisible)
                    .forEach(child -> nodes.addAll(all(child)));
        }
        return nodes;
    }

    @Test
    void aJumpGoesToItsFieldAndEnterWritesWhatIsTyped() {
        reveal("services[0].resources.memory.limit");
        Node focused = window.scene().getFocusOwner();
        assertThat(focused).isInstanceOf(TextField.class);
        assertThat(((TextField) focused).getText()).isEqualTo("128M");
        Window.run(() -> ((TextField) focused).setText("64M"));
        window.robot().type(KeyCode.ENTER);
        assertThat(session.text().get()).isEqualTo(DOCUMENT.replace("134217728", "67108864"));
    }

    @Test
    void whatCannotBeIsSaidAtTheFieldAndStaysThere() {
        reveal("files[0].mode");
        TextField mode = (TextField) window.scene().getFocusOwner();
        Window.run(() -> mode.setText("0999"));
        window.robot().type(KeyCode.ENTER);
        assertThat(session.text().get()).isEqualTo(DOCUMENT);
        assertThat(mode.getText()).isEqualTo("0999");
        assertThat(find(Label.class, label -> label.getStyleClass().contains("inspector-problem") && label.isVisible())
                        .getText())
                .contains("0999");
        window.robot().type(KeyCode.ESCAPE);
        assertThat(mode.getText()).isEqualTo("0644");
    }

    @Test
    void anotherSelectionDoesNotLoseWhatIsTyped() {
        reveal("services[0].cwd");
        TextField cwd = (TextField) window.scene().getFocusOwner();
        Window.run(() -> cwd.setText("/srv"));
        select(Place.KERNEL);
        assertThat(session.composition().services().getFirst().spec().cwd()).contains("/srv");
    }

    @Test
    void typingInTheTextDoesNotTakeAwayWhatIsTypedInAField() {
        reveal("services[0].cwd");
        TextField cwd = (TextField) window.scene().getFocusOwner();
        Window.run(() -> {
            cwd.setText("/srv");
            session.type(DOCUMENT.replace("TZ=UTC", "TZ=CET"));
        });
        assertThat(cwd.getText()).isEqualTo("/srv");
        window.robot().type(KeyCode.ENTER);
        assertThat(session.text().get()).contains("TZ=CET").contains("cwd: /srv");
    }

    @Test
    void f1ExplainsTheFieldInPlace() {
        reveal("kernel.cmdline");
        window.robot().type(KeyCode.F1);
        assertThat(texts()).contains("Sources:");
        assertThat(texts()).anyMatch(text -> text.startsWith("kernel admin-guide/kernel-parameters.rst"));
        assertThat(texts()).contains("mitigations");
        window.robot().type(KeyCode.F1);
        assertThat(texts()).doesNotContain("Sources:");
    }

    private List<String> texts() {
        return Window.call(() -> all(window.scene().getRoot()).stream()
                .flatMap(node -> node instanceof Labeled labeled
                        ? java.util.stream.Stream.ofNullable(labeled.getText())
                        : node instanceof Text text
                                ? java.util.stream.Stream.of(text.getText())
                                : java.util.stream.Stream.empty())
                .toList());
    }

    @Test
    void aCapabilityIsTakenAwayByItsBox() {
        reveal("services[0].capabilities");
        ToggleButton choose = find(ToggleButton.class, button -> button.isFocused());
        Window.run(choose::fire);
        CheckBox admin = find(CheckBox.class, box -> box.getText().equals("CAP_SYS_ADMIN"));
        assertThat(admin.isSelected()).isTrue();
        Window.run(admin::fire);
        assertThat(session.text().get()).contains("capabilities: [CAP_NET_BIND_SERVICE]");
    }

    @Test
    void anElementOfAListIsChangedInPlace() {
        reveal("services[0].env[1]");
        TextField line = find(TextField.class, field -> field.getText().equals("TZ=UTC"));
        Window.run(() -> {
            line.requestFocus();
            line.setText("TZ=CET");
        });
        window.robot().type(KeyCode.ENTER);
        assertThat(session.text().get()).isEqualTo(DOCUMENT.replace("TZ=UTC", "TZ=CET"));
    }

    @Test
    void aRareFieldIsFoundByTyping() {
        select(WEB);
        TextField filter = find(TextField.class, field -> "Find a field".equals(field.getPromptText()));
        Window.run(() -> filter.setText("swap limit"));
        assertThat(texts()).contains("Memory and swap limit").doesNotContain("Environment");
    }

    @Test
    void everyControlSaysWhatItIs() {
        for (Place place : List.of(WEB, Place.KERNEL, new Place(Lane.FILES, 0))) {
            select(place);
            openAll();
            Set<Node> labelled = Window.call(() -> all(window.scene().getRoot()).stream()
                    .filter(Label.class::isInstance)
                    .map(node -> ((Label) node).getLabelFor())
                    .filter(java.util.Objects::nonNull)
                    .collect(java.util.stream.Collectors.toSet()));
            List<Node> silent = Window.call(() -> all(window.scene().getRoot()).stream()
                    .filter(node -> node.isFocusTraversable() && node.isVisible())
                    .filter(node -> node instanceof TextInputControl || node instanceof Labeled)
                    .filter(node -> !labelled.contains(node) && !inCombo(node))
                    .filter(node -> node.getAccessibleText() == null)
                    .filter(node -> !(node instanceof Labeled labeled
                            && labeled.getText() != null
                            && !labeled.getText().isEmpty()))
                    .toList());
            assertThat(silent).as(place.path()).isEmpty();
        }
    }

    private static boolean inCombo(Node node) {
        return node.getParent() != null && node.getParent().getStyleClass().contains("combo-box-base");
    }

    /// Every section with all of its fields.
    private void openAll() {
        Window.run(() -> all(window.scene().getRoot()).stream()
                .filter(javafx.scene.control.TitledPane.class::isInstance)
                .forEach(pane -> ((javafx.scene.control.TitledPane) pane).setExpanded(true)));
        Window.run(() -> all(window.scene().getRoot()).stream()
                .filter(node -> node instanceof Hyperlink link && link.getText().startsWith("More fields"))
                .forEach(link -> ((Hyperlink) link).fire()));
    }

    @Test
    void nothingIsWiderThanANarrowPane() {
        AtomicReference<String> wide = new AtomicReference<>("");
        for (Place place : List.of(WEB, Place.KERNEL, new Place(Lane.FILES, 0), new Place(Lane.VOLUMES, 0))) {
            select(place);
            openAll();
            Window.run(() -> all(window.scene().getRoot()).stream()
                    .filter(node -> node.isVisible() && !(node instanceof Text))
                    .filter(node -> node.localToScene(node.getLayoutBounds()).getMaxX() > NARROW + 1)
                    .findFirst()
                    .ifPresent(node -> wide.set(place + " " + node)));
            assertThat(wide.get()).isEmpty();
        }
    }

    @Test
    void severalComponentsHaveFieldsInCommon() {
        Window.run(
                () -> session.type(DOCUMENT.replace("volumes:", "  - name: other\n    image: lamina/httpd\nvolumes:")));
        Window.run(() -> session.selection().only(List.of(WEB, new Place(Lane.SERVICES, 1))));
        assertThat(texts()).contains("2 components", "2 services", "Read-only root");
        ToggleButton on = find(
                ToggleButton.class,
                button -> String.valueOf(button.getAccessibleText()).equals("Read-only root: On"));
        Pictures.save(window, "inspector-several");
        Window.run(on::fire);
        assertThat(session.composition().services())
                .allMatch(service -> service.spec().readonly().equals(java.util.Optional.of(true)));
    }

    @Test
    void whatIsTypedOfOneComponentIsNotTakenForTheNext() {
        Place motd = new Place(Lane.FILES, 0);
        select(WEB);
        Window.run(find(Hyperlink.class, link -> link.getText().equals("Add a note"))::fire);
        window.robot().write("ask Anna");
        select(motd);
        window.robot().type(KeyCode.TAB);
        assertThat(session.text().get())
                .contains("  # note: ask Anna\n  - name: web")
                .containsOnlyOnce("ask Anna");
        assertThat(session.selection().places()).containsExactly(motd);

        select(WEB);
        TextField name = find(TextField.class, field -> field.getStyleClass().contains("inspector-name"));
        Window.run(() -> {
            name.requestFocus();
            name.setText("www");
        });
        select(motd);
        assertThat(session.text().get()).contains("- name: www\n").contains("path: etc/motd\n");
        assertThat(session.selection().places()).containsExactly(motd);
    }
}
