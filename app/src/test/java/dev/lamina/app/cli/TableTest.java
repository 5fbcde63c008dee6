package dev.lamina.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TableTest {
    @Test
    void columnsAreAsWideAsTheirWidestCellAndLinesHaveNoBlanksAtTheirEnd() {
        assertThat(new Table("lrl").row("a", "1", "x").row("bcd", "1000", "").text())
                .isEqualTo("a       1  x\nbcd  1000\n");
    }

    @Test
    void anEmptyTableIsNothing() {
        assertThat(new Table("l").text()).isEmpty();
    }

    @Test
    void aRowHasACellForEachColumn() {
        assertThatThrownBy(() -> new Table("ll").row("one")).hasMessage("1 cells for 2 columns");
    }
}
