package dev.lamina.app;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.lamina.assembler.tree.TreeEntry;
import dev.lamina.model.Composition;
import dev.lamina.vmlaunch.VmHandle;
import java.net.URL;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// The architecture as rules about the classes of all modules. A rule that is in the way is changed here, with its
/// reason, never worked around.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ArchitectureTest {
    private JavaClasses lamina = new ClassFileImporter().importUrls(List.of());

    @BeforeAll
    void importAllModules() {
        List<URL> modules = Stream.of(Composition.class, TreeEntry.class, VmHandle.class, Main.class)
                .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
                .toList();
        lamina = new ClassFileImporter().importUrls(modules);
    }

    @Test
    void onlyTheStudioSeesJavaFx() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.lamina.app.studio..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("javafx..")
                .because("the command line and everything below must run without a graphical toolkit")
                .check(lamina);
    }

    @Test
    void theModelSeesNoOtherModule() {
        noClasses()
                .that()
                .resideInAPackage("dev.lamina.model..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.lamina.assembler..", "dev.lamina.vmlaunch..", "dev.lamina.app..")
                .because("all arrows point down, and the model is at the bottom")
                .check(lamina);
    }

    @Test
    void theAssemblerSeesOnlyTheModel() {
        noClasses()
                .that()
                .resideInAPackage("dev.lamina.assembler..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.lamina.vmlaunch..", "dev.lamina.app..")
                .because("a built image travels to a hypervisor as a value of the model")
                .check(lamina);
    }

    @Test
    void hypervisorsSeeOnlyTheModel() {
        noClasses()
                .that()
                .resideInAPackage("dev.lamina.vmlaunch..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.lamina.assembler..", "dev.lamina.app..")
                .because("a machine can be started from any boot media, whoever made them")
                .check(lamina);
    }

    @Test
    void nativeCodeIsCalledFromOnePackage() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.lamina.vmlaunch.natives..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.sun.jna..")
                .because(
                        "a mistake in a native call ends the process, so each one stands in one place with its C prototype")
                .check(lamina);
    }

    @Test
    void processesAreStartedInNamedPlaces() {
        noClasses()
                .that(com.tngtech.archunit.base.DescribedPredicate.not(
                        resideInAnyPackage("dev.lamina.vmlaunch.process..")))
                .should()
                .callConstructorWhere(target(owner(
                        com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo(ProcessBuilder.class))))
                .orShould()
                .callMethodWhere(
                        target(owner(com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo(Runtime.class)))
                                .and(target(name("exec"))))
                .because("the process runner sees to it that a child dies with its parent, and tests can replace it")
                .check(lamina);
    }

    @Test
    void packagesFormNoCycles() {
        slices().matching("dev.lamina.(**)")
                .should()
                .beFreeOfCycles()
                .because("a package can be read and tested after those it builds on, and without the rest")
                .check(lamina);
    }

    @Test
    void staticsDoNotChange() {
        fields().that()
                .areStatic()
                .should()
                .beFinal()
                .because("state that everyone shares makes order matter; it belongs to an object that is handed in")
                .check(lamina);
    }

    @Test
    void operationsKnowNoSkin() {
        noClasses()
                .that()
                .resideInAPackage("dev.lamina.app.operation..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.lamina.app.cli..", "dev.lamina.app.studio..", "picocli..", "javafx..")
                .because("the command line and the window call the same operations")
                .check(lamina);
    }

    @Test
    void onlyTheEntryPointEndsTheProcess() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("dev.lamina.app.Main")
                .should()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "halt", int.class)
                .because("whoever ends the process takes the clean-up of all others away")
                .check(lamina);
    }
}
