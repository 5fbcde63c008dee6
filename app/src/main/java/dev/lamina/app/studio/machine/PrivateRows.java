package dev.lamina.app.studio.machine;

import dev.lamina.vmlaunch.PrivateNetwork;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.TextField;

/// Networks that the machine shares with others of this computer, by their names.
final class PrivateRows extends RowList<PrivateNetwork> {
    private final MachineViewModel model;

    PrivateRows(MachineViewModel model) {
        super("private");
        this.model = model;
        build();
        model.side().subscribe(side -> load());
    }

    @Override
    List<PrivateNetwork> values() {
        return model.profile().privateNetworks();
    }

    /// Twice the same is once.
    @Override
    void set(List<PrivateNetwork> values) {
        model.set(model.profile().withPrivateNetworks(values.stream().distinct().toList()));
    }

    @Override
    Row<PrivateNetwork> row(PrivateNetwork network) {
        return new PrivateRow(network.name());
    }

    @Override
    Row<PrivateNetwork> empty() {
        return new PrivateRow("");
    }

    private record PrivateRow(TextField name) implements Row<PrivateNetwork> {
        PrivateRow(String text) {
            this(new TextField(text));
            name.setPrefColumnCount(14);
            name.setPromptText(TEXTS.get("private.name"));
            name.setAccessibleText(TEXTS.get("private.name"));
        }

        @Override
        public List<Node> nodes() {
            return List.of(name);
        }

        @Override
        public PrivateNetwork value() {
            return PrivateNetwork.named(name.getText().strip());
        }

        @Override
        public boolean blank() {
            return name.getText().isBlank();
        }
    }
}
