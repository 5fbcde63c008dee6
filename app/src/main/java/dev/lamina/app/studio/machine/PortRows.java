package dev.lamina.app.studio.machine;

import dev.lamina.app.studio.base.BrowseEvent;
import dev.lamina.app.studio.look.Icons;
import dev.lamina.vmlaunch.PublishedPort;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;

/// Ports of this computer that lead to ports of the guest. Those on which services answer are offered.
final class PortRows extends RowList<PublishedPort> {
    private final MachineViewModel model;
    private final HBox offers = new HBox(6);

    PortRows(MachineViewModel model) {
        super("ports");
        this.model = model;
        build(offers);
        model.side().subscribe(side -> {
            load();
            offer();
        });
        model.forecast().subscribe(forecast -> offer());
    }

    private void offer() {
        offers.getChildren()
                .setAll(model.unpublished().stream().limit(4).map(this::offer).toList());
    }

    private Node offer(String port) {
        String[] parts = port.split("/", 2);
        int guest = Integer.parseInt(parts[0]);
        Button button = new Button(TEXTS.get("ports.offer", port), Icons.of("port", 13));
        button.getStyleClass().addAll("small");
        button.setOnAction(event -> {
            List<PublishedPort> now = new ArrayList<>(values());
            now.add(Rows.port(String.valueOf(Rows.hostPort(guest)), parts[0], parts[1], false));
            set(now);
        });
        return button;
    }

    @Override
    List<PublishedPort> values() {
        return model.profile().publish();
    }

    @Override
    void set(List<PublishedPort> values) {
        model.set(model.profile().withPublish(values));
    }

    @Override
    Row<PublishedPort> row(PublishedPort port) {
        PortRow row = new PortRow();
        row.host.setText(String.valueOf(port.hostPort()));
        row.guest.setText(String.valueOf(port.guestPort()));
        row.protocol.setValue(port.protocol().toString());
        row.everybody.setSelected(!port.hostAddress().equals(PublishedPort.LOOPBACK));
        row.kept(port);
        row.listen();
        return row;
    }

    @Override
    Row<PublishedPort> empty() {
        PortRow row = new PortRow();
        row.listen();
        return row;
    }

    private final class PortRow implements Row<PublishedPort> {
        private final TextField host = new TextField();
        private final TextField guest = new TextField();
        private final ChoiceBox<String> protocol = new ChoiceBox<>();
        private final CheckBox everybody = new CheckBox(TEXTS.get("ports.everybody"));
        private final List<Node> nodes = new ArrayList<>();
        private final Hyperlink link = new Hyperlink();
        private Optional<PublishedPort> kept = Optional.empty();

        PortRow() {
            host.setPrefColumnCount(5);
            guest.setPrefColumnCount(5);
            host.setPromptText(TEXTS.get("ports.host"));
            guest.setPromptText(TEXTS.get("ports.guest"));
            host.setAccessibleText(TEXTS.get("ports.host"));
            guest.setAccessibleText(TEXTS.get("ports.guest"));
            protocol.getItems().setAll("tcp", "udp");
            protocol.setValue("tcp");
            protocol.getStyleClass().add("small");
            protocol.setAccessibleText(TEXTS.get("ports.protocol"));
            nodes.addAll(List.of(host, new Label("→"), guest, protocol, everybody, link));
            link.setVisible(false);
        }

        /// Once everything has its value.
        void listen() {
            protocol.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> commit());
            everybody.selectedProperty().addListener((property, before, now) -> commit());
        }

        @Override
        public List<Node> nodes() {
            return nodes;
        }

        @Override
        public PublishedPort value() {
            PublishedPort typed =
                    Rows.port(host.getText(), guest.getText(), protocol.getValue(), everybody.isSelected());
            return kept.map(PublishedPort::hostAddress)
                    .filter(address -> everybody.isSelected() && !address.equals(PublishedPort.LOOPBACK))
                    .map(address -> new PublishedPort(address, typed.hostPort(), typed.guestPort(), typed.protocol()))
                    .orElse(typed);
        }

        @Override
        public void kept(PublishedPort port) {
            kept = Optional.of(port);
            link.setText(Rows.address(port));
            link.setOnAction(event -> link.fireEvent(new BrowseEvent(BrowseEvent.OPEN, Rows.address(port))));
            link.setDisable(port.protocol() == PublishedPort.Protocol.UDP);
            link.setVisible(true);
        }

        @Override
        public boolean blank() {
            return host.getText().isBlank() && guest.getText().isBlank();
        }
    }
}
