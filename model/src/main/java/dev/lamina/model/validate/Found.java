package dev.lamina.model.validate;

import dev.lamina.model.check.Report;
import dev.lamina.model.check.Rule;

/// A report with the rule that it is of.
record Found(Rule rule, Report report) {}
