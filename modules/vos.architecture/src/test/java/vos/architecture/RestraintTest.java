package vos.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameStartingWith;
import static com.tngtech.archunit.core.domain.JavaModifier.SYNTHETIC;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noCodeUnits;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What each may do. Who knows whom is in {@link ArchitectureTest}. */
@AnalyzeClasses(locations = BuiltClasses.class)
final class RestraintTest {
    /** Each library that is not part of Java SE, and the modules that need it: those with commands, and one else. */
    private static final Map<String, Set<String>> LIBRARIES = new TreeMap<>(Map.of(
            "jdk.net..", Set.of("vos.protocol.."),
            "jdk.jfr..", Set.of("vos.server.."),
            "picocli..", Set.of("vos.cli..", "vos.tck..", "vos.bench.."),
            "org.jline..", Set.of("vos.cli.."),
            "org.bouncycastle..", Set.of("vos.auth..", "vos.tls.."),
            // Of its two libraries, that for certificates.
            "org.bouncycastle.[cert|openssl|operator|pkcs|pkix]..", Set.of("vos.tls.."),
            "org.junit..", Set.of("vos.tck.."),
            "com.fasterxml.jackson..", Set.of("vos.tck..", "vos.bench.."),
            "com.samskivert.mustache..", Set.of("vos.tck..")));

    private static final DescribedPredicate<JavaClass> LISTENERS = types("accept connections",
            "java.net.ServerSocket", "java.nio.channels.ServerSocketChannel",
            "java.nio.channels.AsynchronousServerSocketChannel", "javax.net.ServerSocketFactory",
            "javax.net.ssl.SSLServerSocket", "javax.net.ssl.SSLServerSocketFactory");

    private static final DescribedPredicate<JavaClass> FILES = types("open files",
            "java.io.File", "java.io.FileInputStream", "java.io.FileOutputStream", "java.io.FileReader",
            "java.io.FileWriter", "java.io.RandomAccessFile")
            .or(resideInAnyPackage("java.nio.file.."));

    private static final DescribedPredicate<JavaClass> THREADS = types("start threads",
            "java.lang.Thread", "java.lang.ThreadBuilders", "java.util.Timer",
            "java.util.concurrent.CompletableFuture", "java.util.concurrent.StructuredTaskScope")
            .or(simpleNameStartingWith("Thread").and(resideInAnyPackage("java.lang", "java.util.concurrent")))
            .or(simpleNameStartingWith("Executor").and(resideInAnyPackage("java.util.concurrent")))
            .or(simpleNameStartingWith("ForkJoin").and(resideInAnyPackage("java.util.concurrent")));

    @ArchTest
    static final ArchRule THE_PROTOCOL_OPENS_NO_FILE = noClasses()
            .that().resideInAPackage("vos.protocol..")
            .should().dependOnClassesThat(FILES)
            .orShould().callMethodWhere(calls("java.nio.channels.FileChannel", "open"))
            .because("it moves bytes from and to channels that it is given");

    @ArchTest
    static final ArchRule THE_PROTOCOL_STARTS_NO_THREAD = noClasses()
            .that().resideInAPackage("vos.protocol..")
            .should().dependOnClassesThat(THREADS)
            .because("what is said is tested without a clock");

    @ArchTest
    static final ArchRule FILES_KNOW_NO_SOCKET = noClasses()
            .that().resideInAPackage("vos.fs..")
            .should().dependOnClassesThat().resideInAnyPackage("java.net..", "javax.net..")
            .orShould().dependOnClassesThat().haveNameMatching("java\\.nio\\.channels\\..*Socket.*")
            .because("a workspace serves whoever has one, over whatever wire");

    @ArchTest
    static final ArchRule ONLY_THE_SERVER_ACCEPTS_CONNECTIONS = noClasses()
            // The kit is the server of a client that it judges, and asks the system for a free port; the benchmark has
            // a server without a protocol, and asks for ports for those of others.
            .that().resideOutsideOfPackages("vos.server..", "vos.tck..", "vos.bench..")
            .should().dependOnClassesThat(LISTENERS)
            .because("its limits hold only for connections that it accepted");

    @ArchTest
    static final ArchRule ONLY_THE_TERMINAL_AND_LAUNCHERS_TOUCH_STANDARD_STREAMS = noClasses()
            // The kit's commands print where they are told; whether that is a terminal, one class asks, as in the
            // benchmark.
            .that().resideOutsideOfPackage("vos.cli..").and(not(new Launchers()))
            .and().doNotHaveFullyQualifiedName("vos.tck.Terminal")
            .and().doNotHaveFullyQualifiedName("vos.bench.Terminal")
            .should().accessTargetWhere(anyOf("java.lang.System",
                    "in", "out", "err", "setIn", "setOut", "setErr", "console"))
            .orShould().accessTargetWhere(anyOf("java.lang.IO", "print", "println", "readln"))
            .orShould().callMethodWhere(printsItsStack())
            .because("whoever embeds a module owns the terminal");

    @ArchTest
    static final ArchRule LOGGING_IS_SYSTEM_LOGGERS = noClasses()
            .that().resideOutsideOfPackage("vos.cli..")
            .should().dependOnClassesThat().resideInAPackage("java.util.logging..")
            .because("whoever runs a module chooses what happens to its log; vos.cli chooses for the program");

    @ArchTest
    static final ArchRule ONLY_THE_KIT_AND_THE_BENCHMARK_START_PROCESSES = noClasses()
            // Those that they judge or measure, which their user names.
            .that().resideOutsideOfPackages("vos.tck..", "vos.bench..")
            .should().dependOnClassesThat(types("start processes", "java.lang.ProcessBuilder"))
            .orShould().callMethodWhere(calls("java.lang.Runtime", "exec"))
            .because("no client is to have this machine run anything");

    @ArchTest
    static final ArchRule NO_DECLARATION_SAYS_THAT_ANYTHING_MAY_HAPPEN = noCodeUnits()
            // A lambda's method declares what its functional interface does, as Callable's `throws Exception`.
            .that().doNotHaveModifier(SYNTHETIC)
            .should().declareThrowableOfType(Exception.class)
            .orShould().declareThrowableOfType(Throwable.class)
            .because("a caller is to know what it must handle");

    @ArchTest
    static final ArchRule NOTHING_SLEEPS = noClasses()
            // A judge plays the slow network, whose pauses are what is tried.
            .that().doNotHaveFullyQualifiedName("vos.tck.Pace")
            .should().callMethodWhere(calls("java.lang.Thread", "sleep"))
            .orShould().callMethodWhere(calls("java.util.concurrent.TimeUnit", "sleep"))
            .orShould().callMethodWhere(calls("java.util.concurrent.locks.LockSupport", "parkNanos"))
            .because("a pause that a wire owes ends when input comes; everything else waits for a condition");

    @ArchTest
    static void eachLibraryIsFencedToTheModulesThatNeedIt(JavaClasses classes) {
        LIBRARIES.forEach((library, modules) -> noClasses()
                .that().resideOutsideOfPackages(modules.toArray(String[]::new))
                .should().dependOnClassesThat().resideInAPackage(library)
                .because(library + " can then be replaced in " + modules + " alone")
                .check(classes));
    }

    @ArchTest
    static void everyLibraryHasAFence(JavaClasses classes) {
        // The package of int[] has no name.
        Stream<String> platform = Stream.of("java..", "javax..", "");
        classes().should().onlyDependOnClassesThat()
                .resideInAnyPackage(Stream.of(platform, Stream.of("vos.."), LIBRARIES.keySet().stream())
                        .flatMap(packages -> packages).toArray(String[]::new))
                .because("a new library is a decision: it is named in LIBRARIES, with the module that needs it")
                .check(classes);
    }

    private static DescribedPredicate<JavaClass> types(String description, String... names) {
        Set<String> wanted = Set.of(names);
        return DescribedPredicate.describe(description, type -> wanted.contains(type.getName()));
    }

    private static DescribedPredicate<JavaAccess<?>> calls(String owner, String method) {
        return anyOf(owner, method);
    }

    private static DescribedPredicate<JavaAccess<?>> anyOf(String owner, String... members) {
        Set<String> wanted = Set.of(members);
        return DescribedPredicate.describe(owner + "." + String.join("|", members), access -> {
            AccessTarget target = access.getTarget();
            return target.getOwner().getName().equals(owner) && wanted.contains(target.getName());
        });
    }

    /** To standard error; with an argument it goes wherever the caller says. */
    private static DescribedPredicate<JavaAccess<?>> printsItsStack() {
        return DescribedPredicate.describe("printStackTrace()", access ->
                access.getTarget() instanceof AccessTarget.CodeUnitCallTarget target
                        && target.getName().equals("printStackTrace") && target.getRawParameterTypes().isEmpty()
                        && target.getOwner().isAssignableTo(Throwable.class));
    }
}
