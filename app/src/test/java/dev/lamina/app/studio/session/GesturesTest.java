package dev.lamina.app.studio.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.app.studio.session.Gestures.Made;
import dev.lamina.model.edit.Document;
import dev.lamina.model.yaml.SourceText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class GesturesTest {
    private static final String WEB = """
            kernel:
              image: lamina/kernel # small
              cmdline: "quiet"
              tar: none
            init: [lamina/init, lamina/runtime]
            onboot:
              - name: dhcp
                image: lamina/dhcp
            services:
              # note: the front
              - name: web # main
                image: lamina/httpd

                binds: [data:/data]
              - name: db
                image: postgres:17
                annotations: {dev.lamina.after: "web, port:80 service:web"}
                uid: web
            volumes:
              - name: data
            files:
              - path: etc/motd
                contents: |
                  hello
                    # no comment

            """;

    private static final Place WEB_SERVICE = service(0);
    private static final Place DB = service(1);
    private static final Offer SSHD = offer("sshd", "name: sshd\nimage: lamina/sshd");

    private static Document document(String text) {
        return Document.of(new SourceText("test.yml", text));
    }

    private static Place service(int index) {
        return new Place(Lane.SERVICES, index);
    }

    private static Place onboot(int index) {
        return new Place(Lane.ONBOOT, index);
    }

    private static Offer offer(String name, String yaml) {
        Map<Lane, String> lanes = new LinkedHashMap<>();
        lanes.put(Lane.SERVICES, yaml);
        lanes.put(Lane.ONBOOT, yaml);
        return new Offer(name, lanes);
    }

    private static String after(String text, Made made) {
        return document(text).apply(made.change()).text();
    }

    /// @param parts what is replaced, and by what
    private static String web(String... parts) {
        String text = WEB;
        for (int i = 0; i < parts.length; i += 2) {
            assertThat(text).contains(parts[i]);
            text = text.replace(parts[i], parts[i + 1]);
        }
        return text;
    }

    @Test
    void anOfferComesToTheEndOfItsLaneAndIsSelected() {
        Made made = Gestures.add(document(WEB), SSHD);
        assertThat(made.change().label()).isEqualTo("Add sshd");
        assertThat(made.places()).containsExactly(service(2));
        assertThat(after(WEB, made))
                .isEqualTo(web("    uid: web\n", "    uid: web\n  - name: sshd\n    image: lamina/sshd\n"));
    }

    @Test
    void anOfferComesInFrontOfAnotherComponentWithANameThatIsFree() {
        Made made = Gestures.add(document(WEB), offer("web", "# why\nname: web\nimage: nginx:1.27"), Lane.SERVICES, 1);
        assertThat(made.change().label()).isEqualTo("Add web-2");
        assertThat(made.places()).containsExactly(DB);
        assertThat(after(WEB, made))
                .isEqualTo(web("  - name: db\n", "  # why\n  - name: web-2\n    image: nginx:1.27\n  - name: db\n"));
    }

    @Test
    void sectionsThatAreNotThereAreMade() {
        Made made = Gestures.add(document(""), SSHD, Lane.ONBOOT, 7);
        assertThat(made.places()).containsExactly(onboot(0));
        assertThat(after("", made)).isEqualTo("onboot:\n  - name: sshd\n    image: lamina/sshd\n");
    }

    @Test
    void aKernelReplacesTheKernelAndKeepsTheCommandLine() {
        Offer kernel = Offer.of("kernel", Lane.KERNEL, "image: linuxkit/kernel:6.6");
        Made made = Gestures.add(document(WEB), kernel);
        assertThat(made.places()).containsExactly(Place.KERNEL);
        assertThat(after(WEB, made))
                .isEqualTo(web("image: lamina/kernel", "image: linuxkit/kernel:6.6", "  tar: none\n", ""));
        Offer other = Offer.of("kernel", Lane.KERNEL, "image: linuxkit/kernel:6.6\ncmdline: console=ttyS0");
        assertThat(after("services: []\n", Gestures.add(document("services: []\n"), other)))
                .isEqualTo("kernel:\n  image: linuxkit/kernel:6.6\n  cmdline: console=ttyS0\nservices: []\n");
    }

    @Test
    void anOfferSaysWhyItDoesNotFitIntoALane() {
        assertThat(Gestures.whyNot(document(WEB), SSHD, Lane.FILES)).contains("sshd is no file");
        assertThat(Gestures.whyNot(document(WEB), SSHD, Lane.ONBOOT)).isEmpty();
        assertThat(Gestures.whyNot(document("a: ["), SSHD, Lane.ONBOOT))
                .contains("The text has an error; mend it first");
    }

    @Test
    void componentsMoveWithTheirCommentsAndTakeTheirOrderAlong() {
        Made made = Gestures.move(document(WEB), List.of(DB, WEB_SERVICE), Lane.ONBOOT, 0);
        assertThat(made.change().label()).isEqualTo("Move 2 components to onboot");
        assertThat(made.places()).containsExactly(onboot(0), onboot(1));
        Document moved = document(WEB).apply(made.change());
        assertThat(moved.composition().onboot()).extracting(each -> each.name()).containsExactly("web", "db", "dhcp");
        assertThat(moved.text())
                .contains("onboot:\n  # note: the front\n  - name: web # main\n")
                .contains("    uid: web\n  - name: dhcp\n");
    }

    @Test
    void componentsMoveWithinTheirLane() {
        Made made = Gestures.move(document(WEB), List.of(WEB_SERVICE), Lane.SERVICES, 2);
        assertThat(made.change().label()).isEqualTo("Move web");
        assertThat(made.places()).containsExactly(DB);
        assertThat(document(WEB).apply(made.change()).composition().services())
                .extracting(each -> each.name())
                .containsExactly("db", "web");
        assertThat(Gestures.move(document(WEB), List.of(WEB_SERVICE, DB), Lane.SERVICES, 1)
                        .change()
                        .edits())
                .isEmpty();
    }

    @Test
    void namesThatClashWhereComponentsGoAreMadeFree() {
        String text = "onboot:\n  - name: web\n    image: a:1\nservices:\n  # front\n  - name: web\n    image: b:1\n";
        Made made = Gestures.move(document(text), List.of(WEB_SERVICE), Lane.ONBOOT, 0);
        assertThat(after(text, made))
                .isEqualTo(
                        "onboot:\n  - name: web-2\n    image: b:1\n  - name: web\n    image: a:1\nservices: []\n  # front\n");
    }

    @Test
    void movesThatMakeNoSenseSayWhy() {
        Document document = document(WEB);
        assertThat(Gestures.whyNot(document, List.of(Place.KERNEL), Lane.SERVICES))
                .contains("The kernel stays in its lane");
        assertThat(Gestures.whyNot(document, List.of(new Place(Lane.INIT, 0)), Lane.ONBOOT))
                .contains(
                        "lamina/init is a part of the init: an image without a configuration, so it cannot go to onboot");
        assertThat(Gestures.whyNot(document, List.of(WEB_SERVICE), Lane.FILES))
                .contains("web is a container; it can go to onboot, services and onshutdown, not to files");
        assertThat(Gestures.whyNot(document, List.of(new Place(Lane.VOLUMES, 0)), Lane.SERVICES))
                .contains("data is a volume, which only stands in volumes");
        assertThat(Gestures.whyNot(document, List.of(service(9)), Lane.ONBOOT)).isPresent();
        assertThat(Gestures.whyNot(document, List.of(WEB_SERVICE, onboot(0)), Lane.ONSHUTDOWN))
                .isEmpty();
        assertThatThrownBy(() -> Gestures.move(document, List.of(Place.KERNEL), Lane.SERVICES, 0))
                .hasMessageContaining("The kernel stays in its lane");
    }

    @Test
    void aCopyStandsDirectlyBehindWhatItCopies() {
        Made made = Gestures.duplicate(document(WEB), List.of(WEB_SERVICE, DB, new Place(Lane.FILES, 0)));
        assertThat(made.change().label()).isEqualTo("Duplicate 3 components");
        assertThat(made.places()).containsExactly(service(1), service(3), new Place(Lane.FILES, 1));
        Document after = document(WEB).apply(made.change());
        assertThat(after.composition().services())
                .extracting(each -> each.name())
                .containsExactly("web", "web-2", "db", "db-2");
        assertThat(after.composition().files())
                .extracting(each -> each.path())
                .containsExactly("etc/motd", "etc/motd-2");
        assertThat(after.text()).contains("  # note: the front\n  - name: web-2 # main\n    image: lamina/httpd\n\n");
        assertThatThrownBy(() -> Gestures.duplicate(document(WEB), List.of(Place.KERNEL)))
                .hasMessageContaining("one kernel only");
    }

    @Test
    void componentsAndTheKernelAreDeleted() {
        Made made = Gestures.delete(document(WEB), List.of(WEB_SERVICE, DB, Place.KERNEL));
        assertThat(made.change().label()).isEqualTo("Delete 3 components");
        assertThat(after(WEB, made))
                .startsWith("init: [lamina/init, lamina/runtime]\n")
                .contains("services: []\n")
                .doesNotContain("web", "quiet");
    }

    @Test
    void aRenamedServiceIsRenamedWhereItIsUsed() {
        Made made = Gestures.rename(document(WEB), WEB_SERVICE, " www ");
        assertThat(made.change().label()).isEqualTo("Rename web to www");
        assertThat(after(WEB, made))
                .isEqualTo(web(
                        "name: web ", "name: www ",
                        "\"web, port:80 service:web\"", "\"www, port:80 service:www\"",
                        "uid: web", "uid: www"));
    }

    @Test
    void aRenamedVolumeIsRenamedInBindsAndMounts() {
        String text = WEB + "onshutdown:\n  - name: last\n    image: a:1\n    mounts:\n"
                + "      - {type: bind, source: data, destination: /d, options: [ro]}\n"
                + "    binds.add: [\"/containers/volumes/data/merged/x:/x\", \"database:/y\"]\n";
        Made made = Gestures.rename(document(text), new Place(Lane.VOLUMES, 0), "store");
        assertThat(after(text, made))
                .isEqualTo(text.replace("- name: data", "- name: store")
                        .replace("[data:/data]", "[store:/data]")
                        .replace("source: data,", "source: store,")
                        .replace("volumes/data/merged", "volumes/store/merged"));
    }

    @Test
    void namesThatCannotBeSayWhy() {
        Document document = document(WEB);
        assertThat(Gestures.whyNot(document, WEB_SERVICE, "db")).contains("There is db in services already");
        assertThat(Gestures.whyNot(document, WEB_SERVICE, "web")).isEmpty();
        assertThat(Gestures.whyNot(document, WEB_SERVICE, "")).contains("A name cannot be empty");
        assertThat(Gestures.whyNot(document, WEB_SERVICE, "a/b")).isPresent();
        assertThat(Gestures.whyNot(document, new Place(Lane.VOLUMES, 0), "Data"))
                .isPresent();
        assertThat(Gestures.whyNot(document, Place.KERNEL, "x")).isPresent();
        assertThat(Gestures.whyNot(document, new Place(Lane.FILES, 0), "etc/issue"))
                .isEmpty();
    }

    @Test
    void notesAreComments() {
        assertThat(after(WEB, Gestures.note(document(WEB), DB, "the data")))
                .isEqualTo(web("  - name: db\n", "  # note: the data\n  - name: db\n"));
    }

    @Test
    void whatIsCopiedIsACompositionWithTheComments() {
        assertThat(Gestures.copy(document(WEB), List.of(DB, WEB_SERVICE, new Place(Lane.INIT, 1), Place.KERNEL)))
                .isEqualTo("""
                        kernel:
                          image: lamina/kernel # small
                          cmdline: "quiet"
                          tar: none
                        init:
                          - lamina/runtime
                        services:
                          # note: the front
                          - name: web # main
                            image: lamina/httpd

                            binds: [data:/data]
                          - name: db
                            image: postgres:17
                            annotations: {dev.lamina.after: "web, port:80 service:web"}
                            uid: web
                        """);
    }

    @Test
    void whatUsesAnchorsIsCopiedByValue() {
        String text = """
                services:
                  - &base
                    name: a
                    image: "a:1"
                    env: &env [X=1, "y: z"]
                  - <<: *base
                    name: b
                    command: ["/bin/a"]
                    env: *env
                """;
        assertThat(Gestures.copy(document(text), List.of(DB))).isEqualTo("""
                services:
                  - name: b
                    command:
                      - /bin/a
                    env:
                      - "X=1"
                      - "y: z"
                    image: a:1
                """);
    }

    @Test
    void aCompositionIsPastedWithNamesThatAreFree() {
        Made made = Gestures.paste(document(WEB), """
                volumes:
                  - name: data
                services:
                  - name: web # other
                    image: nginx:1.27
                    binds: ["data:/x"]
                """, Optional.of(DB));
        assertThat(made.change().label()).isEqualTo("Paste 2 components");
        assertThat(made.places()).containsExactly(DB, new Place(Lane.VOLUMES, 1));
        assertThat(after(WEB, made))
                .contains("  - name: web-2 # other\n    image: nginx:1.27\n    binds: [\"data-2:/x\"]\n  - name: db\n")
                .contains("  - name: data\n  - name: data-2\n");
    }

    @Test
    void componentsAloneAndImagesArePastedIntoTheLaneOfThePlace() {
        assertThat(Gestures.paste(document(WEB), "nginx:1.27\n", Optional.empty())
                        .places())
                .containsExactly(service(2));
        assertThat(after("", Gestures.paste(document(""), "  nginx:1.27 ", Optional.of(onboot(0)))))
                .isEqualTo("onboot:\n  - name: nginx\n    image: nginx:1.27\n");
        assertThat(after("", Gestures.paste(document(""), "# hi\nimage: a/b:1\nenv: [X=1]\n", Optional.empty())))
                .isEqualTo("services:\n  # hi\n  - name: b\n    image: a/b:1\n    env: [X=1]\n");
        assertThat(after(
                        "",
                        Gestures.paste(
                                document(""), "- name: v\n- path: /etc/x\n  contents: y\n- a/b:2\n", Optional.empty())))
                .isEqualTo("services:\n  - name: b\n    image: a/b:2\nvolumes:\n  - name: v\n"
                        + "files:\n  - path: /etc/x\n    contents: y\n");
    }

    @Test
    void whatIsNoComponentIsRefusedInPlainWords() {
        Map<String, String> refusals = Map.of(
                " \n", "There is no text to paste",
                "hello world", "What was copied is no composition, no component and no image name",
                "a: [", "What was copied is no YAML",
                "a: 1", "What was copied is no composition, no component and no image name",
                "services: []", "What was copied has no components",
                "services: [{name: x}]", "What was copied cannot be used: ");
        refusals.forEach(
                (text, words) -> assertThatThrownBy(() -> Gestures.paste(document(WEB), text, Optional.empty()))
                        .as(text)
                        .hasMessageContaining(words));
    }
}
