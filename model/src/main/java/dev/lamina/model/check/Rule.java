package dev.lamina.model.check;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// One way to be wrong: what `lamina explain CODE` tells about it, and what its page in `docs/rules` is made of. The
/// check of a rule holds it as a constant, so that both stand in one place.
///
/// @param code stable: three letters of the family and two digits, e.g. `PRV01`
/// @param severity of its findings, unless one says otherwise
/// @param title a few words, e.g. `All capabilities`
/// @param what is found, in one or two sentences
/// @param why it matters, with a fact that can be checked
/// @param fix what to do about it
/// @param mechanical whether findings come with a fix that can be applied
/// @param references where the facts come from: benchmarks, manual pages, known reports
/// @param needs what has to be known beside the document
/// @param example a piece of a document that is found; empty for none
/// @param better the same, mended
public record Rule(
        String code,
        Severity severity,
        String title,
        String what,
        String why,
        String fix,
        boolean mechanical,
        List<String> references,
        Set<Need> needs,
        String example,
        String better) {
    private static final Pattern CODE = Pattern.compile("[A-Z]{3}[0-9]{2}");

    public Rule {
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("no code of a rule: " + code);
        }
        references = List.copyOf(references);
        needs = Set.copyOf(needs);
    }

    public static Rule of(String code, Severity severity, String title) {
        return new Rule(code, severity, title, "", "", "", false, List.of(), Set.of(), "", "");
    }

    public Rule what(String text) {
        return new Rule(
                code, severity, title, paragraph(text), why, fix, mechanical, references, needs, example, better);
    }

    public Rule why(String text) {
        return new Rule(
                code, severity, title, what, paragraph(text), fix, mechanical, references, needs, example, better);
    }

    /// @param text what a person can do
    public Rule fix(String text) {
        return new Rule(
                code, severity, title, what, why, paragraph(text), mechanical, references, needs, example, better);
    }

    /// Findings come with a fix that can be applied as it is.
    public Rule withQuickFix() {
        return new Rule(code, severity, title, what, why, fix, true, references, needs, example, better);
    }

    public Rule references(String... texts) {
        return new Rule(code, severity, title, what, why, fix, mechanical, List.of(texts), needs, example, better);
    }

    public Rule needs(Need... facts) {
        return new Rule(code, severity, title, what, why, fix, mechanical, references, Set.of(facts), example, better);
    }

    /// Pieces of documents, as text blocks.
    public Rule example(String found, String mended) {
        return new Rule(
                code, severity, title, what, why, fix, mechanical, references, needs, found.strip(), mended.strip());
    }

    /// The family, e.g. `PRV`.
    public String family() {
        return code.substring(0, 3);
    }

    /// Text blocks are broken into lines for the source only.
    private static String paragraph(String text) {
        return text.strip().replaceAll("\\s*\n\\s*", " ");
    }
}
