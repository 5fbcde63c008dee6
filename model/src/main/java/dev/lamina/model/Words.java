package dev.lamina.model;

import java.util.regex.Pattern;

/// How the parts of a [StartCondition] are spelled. The guest's shell reads them, so there is nothing in them that
/// means something to a shell.
final class Words {
    static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]*");
    static final Pattern PATH = Pattern.compile("/[A-Za-z0-9_./@+:%=-]*");
    static final Pattern HOST = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.:-]*");
    static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,4}");

    private Words() {}
}
