package dev.lamina.app.studio.machine;

import dev.lamina.app.operation.DiskRequest;
import dev.lamina.model.value.ByteSize;
import dev.lamina.model.value.DiskFormat;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.TextField;

/// The disks of the machine: files of this computer, made at the first start when they are not there.
final class DiskRows extends RowList<DiskRequest> {
    private final MachineViewModel model;

    DiskRows(MachineViewModel model) {
        super("disks");
        this.model = model;
        build();
        model.side().subscribe(side -> load());
    }

    @Override
    List<DiskRequest> values() {
        return model.profile().disks();
    }

    @Override
    void set(List<DiskRequest> values) {
        model.set(model.profile().withDisks(values));
    }

    @Override
    Row<DiskRequest> row(DiskRequest disk) {
        return new DiskRow(
                disk.file().orElse(""), disk.size().map(ByteSize::exact).orElse(""), disk.format());
    }

    @Override
    Row<DiskRequest> empty() {
        return new DiskRow("", "", Optional.empty());
    }

    /// @param format stays as it was written
    private record DiskRow(TextField file, TextField size, Optional<DiskFormat> format) implements Row<DiskRequest> {
        DiskRow(String name, String bytes, Optional<DiskFormat> format) {
            this(new TextField(name), new TextField(bytes), format);
            file.setPrefColumnCount(22);
            size.setPrefColumnCount(6);
            file.setPromptText(TEXTS.get("disks.file"));
            size.setPromptText(TEXTS.get("disks.size"));
            file.setAccessibleText(TEXTS.get("disks.file"));
            size.setAccessibleText(TEXTS.get("disks.size"));
        }

        @Override
        public List<Node> nodes() {
            return List.of(file, size);
        }

        @Override
        public DiskRequest value() {
            DiskRequest typed = Rows.disk(file.getText(), size.getText());
            return new DiskRequest(typed.file(), typed.size(), format);
        }

        @Override
        public boolean blank() {
            return file.getText().isBlank() && size.getText().isBlank();
        }
    }
}
