package dev.lamina.app.studio.boottest;

import dev.lamina.app.operation.BootSource;
import dev.lamina.app.operation.Operations;
import dev.lamina.app.operation.RunVm;
import dev.lamina.app.operation.StepResult;
import dev.lamina.app.operation.Surroundings;
import dev.lamina.app.operation.TestSystem;
import dev.lamina.app.operation.VmPrograms;
import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.session.DocumentSession;
import dev.lamina.model.edit.Document;
import dev.lamina.model.expect.BootTest;
import dev.lamina.model.problem.CancelledException;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.progress.Reporter;
import java.io.IOException;
import java.util.function.Consumer;

/// The text of a document as it was when this was made, saved or not, on the machine that it is to run on.
final class DocumentTrial implements Trial {
    private static final Texts TEXTS = Texts.of(DocumentTrial.class);

    private final Operations operations;
    private final TestedMachine machine;
    private final String named;
    private final Document known;
    private final String text;

    /// On the thread of the window.
    ///
    /// @param named the file of the document, or its title while it has none
    DocumentTrial(DocumentSession session, Operations operations, TestedMachine machine, String named) {
        this.operations = operations;
        this.machine = machine;
        this.named = named;
        this.known = session.document().get();
        this.text = session.text().get();
    }

    @Override
    public BootTest expected() {
        BootTest test = machine.test();
        if (test.steps().isEmpty()) {
            throw new InputException(TEXTS.get("nothing"), TEXTS.get("nothing.hint"));
        }
        return test;
    }

    @Override
    public End run(BootTest test, Consumer<StepResult> told, Reporter reporter) {
        try {
            return new Finished(system().run(request(test), told, reporter));
        } catch (CancelledException e) {
            return new Cancelled();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Cancelled();
        } catch (IOException | RuntimeException e) {
            return new Broken(Surroundings.explain(e));
        }
    }

    private TestSystem system() {
        VmPrograms wanted = machine.programs();
        return (wanted.equals(VmPrograms.USUAL) ? operations : operations.withPrograms(wanted)).testSystem();
    }

    private TestSystem.Request request(BootTest test) {
        RunVm.Request boot = new RunVm.Request(BootSource.quick(named), machine.options())
                .withDocument(known.with(text).read());
        return new TestSystem.Request(named, boot, test, true);
    }
}
