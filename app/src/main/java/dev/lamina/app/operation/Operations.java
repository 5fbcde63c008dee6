package dev.lamina.app.operation;

/// Where the skins get the operations from. Each is made when it is asked for.
public interface Operations {
    Home home();

    ReadComposition readComposition();

    RunVm runVm();

    BenchBoot benchBoot();
}
