package vos.tck;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import vos.tck.Mismatch.Evidence;
import vos.tck.Mismatch.Kind;

/**
 * Gives each test its {@link Trial}, and closes it afterwards. The run comes from the {@link Judge} or, when a test is
 * started in some other way, as from an IDE, from the system property {@code vos.tck.target}, a host and a port, and
 * {@code vos.tck.root}, the directory that the server there serves.
 */
final class TrialExtension
        implements ParameterResolver, ExecutionCondition, BeforeEachCallback, AfterEachCallback {

    static final String RUN = "run";
    private static final String TRIAL = "trial";
    private static final Namespace NAMESPACE = Namespace.create(TrialExtension.class);

    /** Jupiter makes it. */
    TrialExtension() {
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return context.getTestMethod().flatMap(test -> obstacle(test, run(context)))
                .map(ConditionEvaluationResult::disabled).orElse(ConditionEvaluationResult.enabled(""));
    }

    /** Why the kit cannot try this test, if it cannot. */
    static Optional<String> obstacle(Method test, Run run) {
        if (test.isAnnotationPresent(NeedsRestart.class) && !run.target().restartable()) {
            return Optional.of("the kit cannot end the server and start it again; it can with --start");
        }
        boolean needsRoot = test.isAnnotationPresent(NeedsRoot.class)
                || test.getDeclaringClass().isAnnotationPresent(NeedsRoot.class);
        return needsRoot && run.root().isEmpty()
                ? Optional.of("the kit cannot look into the server's directory;"
                        + " it can with --start, or with --root DIR")
                : Optional.empty();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        Run run = run(context);
        try {
            run.target().ensureRunning();
        } catch (IOException e) {
            Conversation none = new Conversation(run);
            none.take(new Step.Note("start the server again"));
            throw new Mismatch(Evidence.of(Kind.REFUSED, "a server that runs", e.getMessage()), none);
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Trial.class;
    }

    @Override
    public Trial resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getStore(NAMESPACE).getOrComputeIfAbsent(TRIAL,
                key -> new Trial(run(context), context.getRequiredTestMethod().getName()), Trial.class);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Trial trial = context.getStore(NAMESPACE).get(TRIAL, Trial.class);
        if (trial != null) {
            trial.close();
        }
    }

    private static Run run(ExtensionContext context) {
        return context.getStore(StoreScope.LAUNCHER_SESSION, Namespace.GLOBAL)
                .getOrComputeIfAbsent(RUN, key -> fromProperties(), Run.class);
    }

    private static Run fromProperties() {
        String[] target = System.getProperty("vos.tck.target", "").split(":");
        if (target.length != 2) {
            throw new IllegalStateException("the system property vos.tck.target must be a HOST:PORT");
        }
        InetSocketAddress address = new InetSocketAddress(target[0], Integer.parseInt(target[1]));
        Optional<Path> root = Optional.ofNullable(System.getProperty("vos.tck.root")).map(Path::of);
        return new Run(new RemoteServer(address, root, List.of()), Run.Settings.USUAL);
    }
}
