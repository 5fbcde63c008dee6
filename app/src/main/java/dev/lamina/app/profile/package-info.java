/// What goes beside a composition in its side file: on what machine it is to run, read and changed in
/// place. What is expected of the system there is read by `model.expect`.
package dev.lamina.app.profile;
