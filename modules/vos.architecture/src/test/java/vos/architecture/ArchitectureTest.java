package vos.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static com.tngtech.archunit.library.plantuml.rules.PlantUmlArchCondition.Configuration.consideringOnlyDependenciesInDiagram;
import static com.tngtech.archunit.library.plantuml.rules.PlantUmlArchCondition.adhereToPlantUmlDiagram;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who knows whom. What each may do is in {@link RestraintTest}. */
@AnalyzeClasses(locations = BuiltClasses.class)
final class ArchitectureTest {
    private static final Path DIAGRAM = Repository.ROOT.resolve("specs/architecture.puml");
    private static final Pattern COMPONENT = Pattern.compile("(?m)^ *\\[([\\w.]+)] *<<([\\w.]+)>>");
    private static final Pattern ARROW = Pattern.compile("(?m)^ *\\[([\\w.]+)] *-+> *\\[([\\w.]+)]");

    @ArchTest
    static final ArchRule THE_ARROWS_OF_THE_DIAGRAM_AND_NO_OTHERS = classes()
            .should(adhereToPlantUmlDiagram(DIAGRAM, consideringOnlyDependenciesInDiagram()))
            .because("specs/architecture.puml is the architecture: change it first, if it shall change");

    @ArchTest
    static final ArchRule THE_CORE_KNOWS_NO_LAB = noClasses()
            .that().resideOutsideOfPackage("vos.lab..")
            .should().dependOnClassesThat().resideInAPackage("vos.lab..")
            .because("a lab is found as a service: a new one is a new folder in labs/ and nothing else");

    @ArchTest
    static final ArchRule NO_LAB_KNOWS_ANOTHER = slices()
            .matching("vos.lab.(*)..").should().notDependOnEachOther()
            .because("each lab is read, and handed out, alone");

    @ArchTest
    static final ArchRule ONLY_A_LABS_LAUNCHER_KNOWS_THE_TERMINAL = noClasses()
            .that().resideInAPackage("vos.lab..").and(not(new Launchers()))
            .should().dependOnClassesThat().resideInAPackage("vos.cli..")
            .because("a dialect serves any server and any client");

    @ArchTest
    static final ArchRule THE_CONFORMANCE_KIT_KNOWS_NO_OTHER_MODULE = noClasses()
            .that().resideInAPackage("vos.tck..")
            .should().dependOnClassesThat(resideInAPackage("vos..").and(not(resideInAPackage("vos.tck.."))))
            .because("a judge who shared code with the judged would share its defects");

    @ArchTest
    static final ArchRule NOBODY_KNOWS_THE_CONFORMANCE_KIT = noClasses()
            .that().resideOutsideOfPackage("vos.tck..")
            .should().dependOnClassesThat().resideInAPackage("vos.tck..")
            .because("it judges from outside, over the wire; the terminal finds its commands as services");

    @ArchTest
    static final ArchRule THE_KITS_CORE_KNOWS_NO_SUITE = noClasses()
            .that().resideInAPackage("vos.tck")
            .should().dependOnClassesThat(resideInAPackage("vos.tck..").and(not(resideInAPackage("vos.tck"))))
            .because("a suite is found as a service, and knows what it is written with");

    @ArchTest
    static final ArchRule NO_CYCLES = slices()
            .matching("vos.(**)").should().beFreeOfCycles()
            .because("what cannot be read alone cannot be understood alone");

    @ArchTest
    static final ArchRule NO_PACKAGE_WITHOUT_A_CONCERN = noClasses()
            .should().resideInAnyPackage("..util..", "..utils..", "..common..", "..helper..", "..helpers..", "..misc..")
            .because("whatever has no place of its own ends there");

    /** No rule here or in {@link RestraintTest} passes because it was shown nothing. */
    @ArchTest
    static void everySourceFileHasItsClassAmongThoseThatAreJudged(JavaClasses classes) {
        List<String> missing = Repository.modules().stream()
                .flatMap(module -> module.types().stream())
                .filter(type -> !classes.contain(type))
                .toList();
        assertEquals(List.of(), missing, "sources without a built class");
    }

    @ArchTest
    static void everyModuleIsAComponentOfTheDiagram(JavaClasses classes) {
        Set<String> drawn = matches(COMPONENT).map(component -> component.group(2)).collect(Collectors.toSet());
        Set<String> expected = Repository.modules().stream()
                .map(module -> module.lab() ? "vos.lab.." : module.name() + "..")
                .collect(Collectors.toSet());
        assertEquals(new TreeSet<>(expected), new TreeSet<>(drawn), "<<packages>> in " + DIAGRAM);
    }

    @ArchTest
    static void everyArrowOfTheDiagramIsNeeded(JavaClasses classes) {
        List<String> idle = new ArrayList<>();
        matches(ARROW).forEach(arrow -> {
            if (classes.stream().noneMatch(type -> isIn(type, arrow.group(1)) && knows(type, arrow.group(2)))) {
                idle.add(arrow.group());
            }
        });
        assertEquals(List.of(), idle, "arrows that no class follows: take them out of " + DIAGRAM);
    }

    private static Stream<MatchResult> matches(Pattern pattern) {
        return pattern.matcher(Repository.read(DIAGRAM)).results();
    }

    private static boolean knows(JavaClass type, String packages) {
        return type.getDirectDependenciesFromSelf().stream().anyMatch(to -> isIn(to.getTargetClass(), packages));
    }

    private static boolean isIn(JavaClass type, String packages) {
        return (type.getPackageName() + ".").startsWith(packages + ".");
    }
}
