package vos.tck;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/** Turns what the JUnit Platform tells of each test into a {@link Result}. For all threads. */
final class ResultListener implements TestExecutionListener {

    private final BiConsumer<Method, Result> results;
    private final Map<String, Long> started = new ConcurrentHashMap<>();

    ResultListener(BiConsumer<Method, Result> results) {
        this.results = results;
    }

    @Override
    public void executionStarted(TestIdentifier test) {
        started.put(test.getUniqueId(), System.nanoTime());
    }

    /** Only {@link TrialExtension} has a test skipped, when the kit cannot do what it takes. */
    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        method(test).ifPresent(method -> results.accept(method,
                result(method, Verdict.OUT_OF_REACH, reason, Optional.empty(), Duration.ZERO)));
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult outcome) {
        Optional<Throwable> thrown = outcome.getThrowable();
        if (method(test).isEmpty() && thrown.isPresent()) {
            throw new IllegalStateException("the kit cannot run " + test.getDisplayName(), thrown.get());
        }
        method(test).ifPresent(method -> {
            Duration time = Duration.ofNanos(System.nanoTime() - started.get(test.getUniqueId()));
            results.accept(method, switch (thrown.orElse(null)) {
                case null -> result(method, Verdict.PASS, "", Optional.empty(), time);
                case Mismatch mismatch -> result(method, Verdict.FAIL, mismatch.evidence().kind().words(),
                        Optional.of(Failure.of(mismatch)), time);
                case Throwable defect -> result(method, Verdict.KIT_ERROR, trace(defect), Optional.empty(), time);
            });
        });
    }

    private static Optional<Method> method(TestIdentifier test) {
        return test.getSource().filter(MethodSource.class::isInstance).map(MethodSource.class::cast)
                .map(MethodSource::getJavaMethod);
    }

    private static Result result(Method method, Verdict verdict, String reason, Optional<Failure> failure,
            Duration time) {
        UsualCause cause = method.getAnnotation(UsualCause.class);
        List<Requirement> requirements = Result.requirements(method);
        return new Result(Judge.name(method), requirements, verdict, reason, failure,
                cause == null ? "" : cause.value(), time);
    }

    private static String trace(Throwable defect) {
        StringWriter trace = new StringWriter();
        defect.printStackTrace(new PrintWriter(trace));
        return trace.toString();
    }
}
