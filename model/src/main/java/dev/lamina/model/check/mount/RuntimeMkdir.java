package dev.lamina.model.check.mount;

import dev.lamina.model.check.ContainerView;
import dev.lamina.model.check.Report;
import dev.lamina.model.edit.Edit;
import dev.lamina.model.problem.Texts;

/// Lets the init make a directory before it starts a container.
final class RuntimeMkdir {
    private RuntimeMkdir() {}

    /// The report with a fix, unless the list in the document would replace one of the label.
    static Report fix(Report report, ContainerView container, String path) {
        boolean ofLabel = container.container().spec().runtime().mkdir().isEmpty()
                && !container.spec().runtime().mkdir().isEmpty();
        return ofLabel || !container.imageKnown() && builtIn(container)
                ? report
                : report.fix(
                        "Make " + Texts.shorten(path) + " before " + Texts.shorten(container.name()) + " starts",
                        new Edit.Append(container.path("runtime.mkdir"), path));
    }

    /// The labels of built-in images have such lists, and here it is not known.
    private static boolean builtIn(ContainerView container) {
        return container.ref().builtIn();
    }
}
