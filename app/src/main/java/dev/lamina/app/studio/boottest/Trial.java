package dev.lamina.app.studio.boottest;

import dev.lamina.app.operation.StepResult;
import dev.lamina.app.operation.TestReport;
import dev.lamina.model.expect.BootTest;
import dev.lamina.model.problem.LaminaException;
import dev.lamina.model.progress.Reporter;
import java.util.function.Consumer;

/// A boot test of one text of a document. Its methods take time.
interface Trial {

    /// @throws LaminaException it cannot be read, or nothing is expected
    BootTest expected();

    /// @param told of each step, in the background
    End run(BootTest test, Consumer<StepResult> told, Reporter reporter);

    /// What came of it.
    sealed interface End {}

    record Finished(TestReport report) implements End {}

    /// The system could not be built, or not be started.
    record Broken(LaminaException problem) implements End {}

    /// The user wanted so.
    record Cancelled() implements End {}
}
