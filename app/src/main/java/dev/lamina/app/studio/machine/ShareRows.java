package dev.lamina.app.studio.machine;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.TextField;

/// Folders of this computer that the guest can mount.
final class ShareRows extends RowList<String> {
    private final MachineViewModel model;

    ShareRows(MachineViewModel model) {
        super("shares");
        this.model = model;
        build();
        model.side().subscribe(side -> load());
    }

    @Override
    List<String> values() {
        return model.profile().shares();
    }

    @Override
    void set(List<String> values) {
        model.set(model.profile().withShares(values));
    }

    @Override
    Row<String> row(String folder) {
        return new ShareRow(folder);
    }

    @Override
    Row<String> empty() {
        return new ShareRow("");
    }

    private record ShareRow(TextField folder) implements Row<String> {
        ShareRow(String name) {
            this(new TextField(name));
            folder.setPrefColumnCount(28);
            folder.setPromptText(TEXTS.get("shares.folder"));
            folder.setAccessibleText(TEXTS.get("shares.folder"));
        }

        @Override
        public List<Node> nodes() {
            return List.of(folder);
        }

        @Override
        public String value() {
            return folder.getText().strip();
        }

        @Override
        public boolean blank() {
            return folder.getText().isBlank();
        }
    }
}
