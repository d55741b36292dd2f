package vos.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What each module tells the others, against golden files: whoever changes an interface between modules sees it in the
 * difference. {@code -Dvos.accept=descriptors} writes the golden files anew.
 */
final class ModuleDescriptorsTest {
    private static final Path GOLDEN =
            Repository.ROOT.resolve("modules/vos.architecture/src/test/resources/descriptors");
    private static final String SUITES = "vos\\.tck\\.[a-z]+";
    private static final boolean ACCEPT = "descriptors".equals(System.getProperty("vos.accept"));

    static List<Repository.Module> modules() {
        return Repository.modules();
    }

    @ParameterizedTest
    @MethodSource("modules")
    void theDescriptorIsTheAcceptedOne(Repository.Module module) throws IOException {
        String actual = text(descriptor(module));
        Path golden = GOLDEN.resolve(module.name() + ".txt");
        if (ACCEPT) {
            Files.createDirectories(GOLDEN);
            Files.writeString(golden, actual);
        }
        String accepted = Files.exists(golden) ? Repository.read(golden) : "";
        assertEquals(accepted, actual, () -> """
                the descriptor of %s differs from %s:
                %sIf it is meant so: mvn test -pl modules/vos.architecture -am -Dtest=ModuleDescriptorsTest \
                -Dsurefire.failIfNoSpecifiedTests=false -Dvos.accept=descriptors
                """.formatted(module, Repository.name(golden), difference(accepted, actual)));
    }

    @Test
    void noGoldenFileIsLeftOfAModuleThatHasGone() {
        Set<String> expected = Repository.modules().stream().map(module -> module.name() + ".txt")
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> found = Repository.files(GOLDEN, ".txt").stream().map(file -> file.getFileName().toString())
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(expected, found, "golden files");
    }

    @ParameterizedTest
    @MethodSource("modules")
    void folderArtifactModuleAndPackageBearOneName(Repository.Module module) throws IOException {
        ModuleDescriptor descriptor = descriptor(module);
        assertEquals(module.name(), descriptor.name(), "module in " + Repository.name(module.folder()));
        assertEquals(module.name(), module.artifact(), "artifact in " + Repository.name(module.folder()));
        assertEquals(module.lab(), module.name().startsWith("vos.lab."), "vos.lab.* is what a lab is named");
        // One concern, one flat package; a second one only where others plug in, and for each protocol that is judged.
        Set<String> flat = Set.of(module.name(), module.name() + ".spi");
        assertTrue(descriptor.packages().stream().allMatch(name -> flat.contains(name) || name.matches(SUITES)),
                () -> "packages of " + module + ": " + descriptor.packages());
    }

    @Test
    void everyFolderWithAPomIsBuiltAndEveryModuleIsJudged() {
        Set<String> folders = Stream.of("modules", "labs").flatMap(Repository::children)
                .filter(folder -> Files.exists(folder.resolve("pom.xml")))
                .map(Repository::name)
                .collect(Collectors.toCollection(TreeSet::new));
        String pom = Repository.read(Repository.ROOT.resolve("pom.xml"));
        Set<String> built = all(pom, "<module>(.*?)</module>").collect(Collectors.toCollection(TreeSet::new));
        assertEquals(folders, built, "<modules> in pom.xml");

        // Maven then builds all of them before this module, and the joint report counts them.
        String own = Repository.read(Repository.ROOT.resolve("modules/vos.architecture/pom.xml"));
        Set<String> named = all(own, "<artifactId>(vos\\..*?)</artifactId>").collect(Collectors.toSet());
        List<String> forgotten = Repository.modules().stream().map(Repository.Module::name)
                .filter(name -> !named.contains(name)).toList();
        assertEquals(List.of(), forgotten, "modules that are no dependency in modules/vos.architecture/pom.xml");
    }

    private static ModuleDescriptor descriptor(Repository.Module module) throws IOException {
        try (InputStream in = Files.newInputStream(module.classes().resolve("module-info.class"))) {
            return ModuleDescriptor.read(in);
        }
    }

    /** What others see of a module, a line each, sorted; what the compiler adds by itself is left out. */
    private static String text(ModuleDescriptor module) {
        Stream<String> lines = Stream.of(
                module.requires().stream()
                        .filter(requires -> !requires.modifiers().contains(ModuleDescriptor.Requires.Modifier.MANDATED))
                        .map(requires -> "requires " + modifiers(requires.modifiers()) + requires.name()),
                module.exports().stream().map(exports -> "exports " + exports.source() + to(exports.targets())),
                module.opens().stream().map(opens -> "opens " + opens.source() + to(opens.targets())),
                module.uses().stream().map(service -> "uses " + service),
                module.provides().stream().map(provides ->
                        "provides " + provides.service() + " with " + String.join(", ", provides.providers())))
                .flatMap(part -> part.sorted());
        String head = modifiers(module.modifiers()) + "module " + module.name() + "\n";
        return head + lines.map(line -> line + "\n").collect(Collectors.joining());
    }

    private static String modifiers(Set<? extends Enum<?>> modifiers) {
        return modifiers.stream().map(modifier -> modifier.name().toLowerCase(Locale.ROOT) + " ").sorted()
                .collect(Collectors.joining());
    }

    private static String to(Set<String> targets) {
        return targets.isEmpty() ? "" : " to " + String.join(", ", new TreeSet<>(targets));
    }

    /** The lines that only one of them has, a line each. */
    private static String difference(String accepted, String actual) {
        List<String> before = accepted.lines().toList();
        List<String> after = actual.lines().toList();
        Stream<String> gone = before.stream().filter(line -> !after.contains(line)).map(line -> "- " + line + "\n");
        Stream<String> come = after.stream().filter(line -> !before.contains(line)).map(line -> "+ " + line + "\n");
        return Stream.concat(gone, come).collect(Collectors.joining());
    }

    private static Stream<String> all(String text, String pattern) {
        return Pattern.compile(pattern).matcher(text).results().map(match -> match.group(1));
    }
}
