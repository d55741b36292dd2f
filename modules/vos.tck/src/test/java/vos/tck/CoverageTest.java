package vos.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each requirement that can be tested is tested, each test says what it judges, and the page that says so is true. */
final class CoverageTest {

    private static final Path CLASSES = Path.of("target/classes");
    private static final Path PAGE = Path.of("../../specs/COVERAGE.md");

    @ParameterizedTest
    @EnumSource(names = {"SERVER", "CLIENT"})
    void everyRequirementThatCanBeTestedHasATest(Party party) {
        Set<Requirement> missing = EnumSet.allOf(Requirement.class);
        missing.removeIf(requirement -> requirement.party() != party && requirement.party() != Party.BOTH);
        assertTrue(missing.size() > 20, () -> "only " + missing.size() + " requirements are about a " + party);
        tests(party).forEach(test -> missing.removeAll(Result.requirements(test)));
        assertEquals(Set.of(), missing, () -> "requirements that no test of a " + party + " names");
    }

    @ParameterizedTest
    @EnumSource(names = {"SERVER", "CLIENT"})
    void everyTestNamesRequirementsOfThoseThatItJudges(Party party) {
        List<String> wrong = tests(party).flatMap(test -> Result.requirements(test).stream()
                .filter(requirement -> requirement.party() != party && requirement.party() != Party.BOTH)
                .map(requirement -> Judge.name(test) + " names " + requirement.id() + ", which is about: "
                        + requirement.party())).toList();
        assertEquals(List.of(), wrong);
        List<String> nameless = tests(party).filter(test -> Result.requirements(test).isEmpty()).map(Judge::name)
                .toList();
        assertEquals(List.of(), nameless, "tests that name no requirement");
    }

    @Test
    void everyTestBelongsToASuite() throws IOException {
        Set<String> known = Suites.all().stream()
                .flatMap(suite -> Stream.concat(suite.serverTests().stream(), suite.clientTests().stream()))
                .map(Class::getName).collect(Collectors.toCollection(TreeSet::new));
        Set<String> found = new TreeSet<>();
        try (Stream<Path> files = Files.walk(CLASSES)) {
            for (Path file : files.filter(file -> file.toString().endsWith(".class")).toList()) {
                Class<?> type = type(CLASSES.relativize(file).toString());
                if (type != null && Arrays.stream(type.getDeclaredMethods()).anyMatch(CoverageTest::isTest)) {
                    found.add(type.getName());
                }
            }
        }
        assertEquals(found, known, "the classes with tests are not those of the suites");
    }

    private static boolean isTest(Method method) {
        return method.isAnnotationPresent(Judges.class) || method.isAnnotationPresent(Test.class);
    }

    private static Class<?> type(String file) {
        if (file.equals("module-info.class")) {
            return null;
        }
        try {
            return Class.forName(file.replaceFirst("\\.class$", "").replace('/', '.'), false,
                    CoverageTest.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(file, e);
        }
    }

    @Test
    void noTestIsWithoutItsRequirements() {
        List<String> plain = Suites.all().stream()
                .flatMap(suite -> Stream.concat(suite.serverTests().stream(), suite.clientTests().stream()))
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(Test.class)).map(Judge::name).toList();
        assertEquals(List.of(), plain, "tests that are only @Test");
    }

    /** {@code -Dvos.tck.coverage=write} writes the page anew. */
    @Test
    void thePageIsTrue() throws IOException {
        String page = new CoveragePage(verdicts()).text();
        if ("write".equals(System.getProperty("vos.tck.coverage"))) {
            Files.writeString(PAGE, page);
        }
        assertEquals(page, Files.readString(PAGE),
                "specs/COVERAGE.md is old; mvn -pl modules/vos.tck test -Dtest=CoverageTest -Dvos.tck.coverage=write");
    }

    /** {@code -Dvos.tck.verdicts=DIR} writes what is known of programs anew, from the reports in there. */
    private static Verdicts verdicts() throws IOException {
        String reports = System.getProperty("vos.tck.verdicts");
        if (reports != null) {
            Verdicts.of(Path.of(reports)).write();
        }
        return Verdicts.read();
    }

    @Test
    void ourProgramsKeepEveryRequirementThatCanBeTested() throws IOException {
        Verdicts verdicts = verdicts();
        List<String> stated = Arrays.stream(Requirement.values()).map(Requirement::id).toList();
        assertEquals(List.of(), verdicts.ids().stream().filter(id -> !stated.contains(id)).toList(), "unknown ids");
        List<String> others = Arrays.stream(Requirement.values())
                .filter(requirement -> requirement.party() != Party.REVIEW)
                .filter(requirement -> !verdicts.isKeptByOurs(requirement))
                .map(Requirement::id).toList();
        assertEquals(List.of(), others);
    }

    private static Stream<Method> tests(Party party) {
        return Suites.all().stream().flatMap(suite ->
                Judge.tests(suite, new Selection(party, Level.STRICT, List.of(), 1)).stream());
    }
}
